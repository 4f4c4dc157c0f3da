//! How machines of a subnet reach the internet.

use crate::domain::{
    AddressText, FirewallId, NatGatewayId, NextHop, Plan, Route, RoutePreset, RouteTable,
    RouteTableId, SubnetId,
};

use super::firewall_for;

/// Whether the machines in question have public IP addresses of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addressing {
    /// Private addresses only.
    Private,
    /// A public address each.
    Public,
}

/// The way out of a subnet, by what decides it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Egress {
    /// A route sends everything to a firewall of the plan.
    Firewall {
        /// The table with the route.
        table: RouteTableId,
        /// The firewall.
        firewall: FirewallId,
    },
    /// A route sends everything to an appliance at this address.
    Appliance {
        /// The table with the route.
        table: RouteTableId,
        /// The address as typed.
        address: AddressText,
    },
    /// A route sends everything to the VNet's gateway.
    Gateway {
        /// The table with the route.
        table: RouteTableId,
    },
    /// A route drops everything.
    Dropped {
        /// The table with the route.
        table: RouteTableId,
    },
    /// A NAT gateway.
    NatGateway(NatGatewayId),
    /// The public addresses of the machines themselves.
    PublicAddress,
    /// Azure's default outbound access, which is being withdrawn (VNET-48).
    DefaultOutbound,
    /// None.
    None,
}

impl Egress {
    /// True if packets leave by something that the plan says, not by a default (AML-73).
    pub fn is_explicit(&self) -> bool {
        !matches!(
            self,
            Self::DefaultOutbound | Self::None | Self::Dropped { .. }
        )
    }

    /// True if packets pass an appliance or a gateway on their way out (AML-70).
    pub fn is_forced(&self) -> bool {
        matches!(
            self,
            Self::Firewall { .. } | Self::Appliance { .. } | Self::Gateway { .. }
        )
    }
}

/// The way out of a subnet. `None` if the plan has no such subnet.
///
/// A route for `0.0.0.0/0` decides first (UDR-7); a written one replaces that of a preset. Without one, or
/// with one to the internet, a NAT gateway comes before public addresses, and both before the default.
pub fn egress(plan: &Plan, subnet: SubnetId, addressing: Addressing) -> Option<Egress> {
    let vnet = plan.vnet_of(subnet)?;
    let subnet = plan.subnet(subnet)?;
    let table = subnet.route_table.and_then(|id| plan.route_table(id));
    if let Some(table) = table {
        if let Some(route) = written_default(table) {
            let table = table.id;
            match route.next_hop {
                NextHop::VirtualAppliance => {
                    let address = route.next_hop_address.clone();
                    return Some(Egress::Appliance { table, address });
                }
                NextHop::VirtualNetworkGateway => return Some(Egress::Gateway { table }),
                // The VNet has no address in the internet, so what is sent “into the VNet” goes nowhere.
                NextHop::None | NextHop::VnetLocal => return Some(Egress::Dropped { table }),
                NextHop::Internet => {}
            }
        } else if table.preset == RoutePreset::Firewall
            && let Some(firewall) = firewall_for(plan, vnet.id)
        {
            let (table, firewall) = (table.id, firewall.id);
            return Some(Egress::Firewall { table, firewall });
        }
    }
    Some(match (subnet.nat_gateway, addressing) {
        (Some(gateway), _) => Egress::NatGateway(gateway),
        (None, Addressing::Public) => Egress::PublicAddress,
        (None, Addressing::Private) if subnet.default_outbound_access => Egress::DefaultOutbound,
        (None, Addressing::Private) => Egress::None,
    })
}

/// The route for `0.0.0.0/0` that a person wrote.
fn written_default(table: &RouteTable) -> Option<&Route> {
    table
        .routes
        .iter()
        .find(|route| route.destination.trim() == "0.0.0.0/0")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Firewall, Subnet, Vnet, VnetId};

    const SUBNET: SubnetId = SubnetId(2);
    const TABLE: RouteTableId = RouteTableId(3);
    const NAT: NatGatewayId = NatGatewayId(4);

    fn plan(table: RouteTable, change: impl FnOnce(&mut Subnet)) -> Plan {
        let mut subnet = Subnet {
            id: SUBNET,
            route_table: Some(TABLE),
            ..Subnet::default()
        };
        change(&mut subnet);
        Plan {
            vnets: vec![Vnet {
                id: VnetId(1),
                subnets: vec![subnet],
                ..Vnet::default()
            }],
            route_tables: vec![RouteTable { id: TABLE, ..table }],
            ..Plan::default()
        }
    }

    fn default_route(next_hop: NextHop) -> RouteTable {
        RouteTable {
            routes: vec![Route {
                destination: "0.0.0.0/0".to_owned(),
                next_hop,
                next_hop_address: AddressText::new("10.0.9.4"),
                ..Route::default()
            }],
            ..RouteTable::default()
        }
    }

    #[test]
    fn a_default_route_comes_before_the_nat_gateway() {
        let plan = plan(default_route(NextHop::VirtualAppliance), |subnet| {
            subnet.nat_gateway = Some(NAT);
        });
        let out = egress(&plan, SUBNET, Addressing::Private).expect("a subnet");
        assert!(out.is_forced() && out.is_explicit());
        assert!(matches!(out, Egress::Appliance { address, .. } if address.as_str() == "10.0.9.4"));
    }

    #[test]
    fn a_default_route_to_the_internet_changes_nothing() {
        let mut plan = plan(default_route(NextHop::Internet), |subnet| {
            subnet.nat_gateway = Some(NAT);
        });
        let out = |plan: &Plan, addressing| egress(plan, SUBNET, addressing).expect("a subnet");
        assert_eq!(out(&plan, Addressing::Public), Egress::NatGateway(NAT));
        plan.vnets[0].subnets[0].nat_gateway = None;
        assert_eq!(out(&plan, Addressing::Public), Egress::PublicAddress);
        assert_eq!(out(&plan, Addressing::Private), Egress::None);
        plan.vnets[0].subnets[0].default_outbound_access = true;
        let default = out(&plan, Addressing::Private);
        assert_eq!(default, Egress::DefaultOutbound);
        assert!(!default.is_explicit());
    }

    #[test]
    fn the_preset_needs_a_firewall_and_yields_to_a_written_route() {
        let preset = RouteTable {
            preset: RoutePreset::Firewall,
            ..RouteTable::default()
        };
        let mut plan = plan(preset, |_| {});
        let out = |plan: &Plan| egress(plan, SUBNET, Addressing::Private).expect("a subnet");
        assert_eq!(out(&plan), Egress::None);
        plan.firewalls.push(Firewall {
            id: FirewallId(9),
            vnet: VnetId(1),
            ..Firewall::default()
        });
        let (table, firewall) = (TABLE, FirewallId(9));
        assert_eq!(out(&plan), Egress::Firewall { table, firewall });
        plan.route_tables[0].routes = default_route(NextHop::None).routes;
        assert_eq!(out(&plan), Egress::Dropped { table });
    }
}
