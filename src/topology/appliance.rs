//! The firewall that a VNet can send packets to, and its address.

use std::net::Ipv4Addr;

use super::{Prefixes, connected};
use crate::azure::reserved;
use crate::domain::{Firewall, Plan, SubnetPurpose, VnetId};

/// The firewall that serves a VNet: its own, or else the first of a connected VNet (UDR-5).
pub fn firewall_for(plan: &Plan, vnet: VnetId) -> Option<&Firewall> {
    let own = plan.firewalls.iter().find(|firewall| firewall.vnet == vnet);
    own.or_else(|| {
        plan.firewalls
            .iter()
            .find(|firewall| connected(plan, vnet, firewall.vnet))
    })
}

/// The private address of a firewall: the written one, or the first that resources can have in its subnet.
/// `None` while neither is known.
pub fn firewall_address(plan: &Plan, prefixes: &Prefixes, firewall: &Firewall) -> Option<Ipv4Addr> {
    if !firewall.private_address.is_blank() {
        return firewall.private_address.address();
    }
    let vnet = plan.vnet(firewall.vnet)?;
    let subnet = vnet
        .subnets
        .iter()
        .find(|subnet| subnet.purpose == SubnetPurpose::Firewall)?;
    let (first, _) = reserved::usable_range(*prefixes.get(&subnet.id)?)?;
    Some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AddressText, FirewallId, Peering, Subnet, SubnetId, Vnet};

    const HUB: VnetId = VnetId(1);
    const SPOKE: VnetId = VnetId(2);

    fn plan() -> Plan {
        let subnet = Subnet {
            id: SubnetId(3),
            purpose: SubnetPurpose::Firewall,
            ..Subnet::default()
        };
        let hub = Vnet {
            id: HUB,
            subnets: vec![subnet],
            ..Vnet::default()
        };
        let spoke = Vnet {
            id: SPOKE,
            ..Vnet::default()
        };
        Plan {
            vnets: vec![hub, spoke],
            firewalls: vec![Firewall {
                id: FirewallId(4),
                vnet: HUB,
                ..Firewall::default()
            }],
            ..Plan::default()
        }
    }

    #[test]
    fn a_firewall_takes_the_first_address_of_its_subnet_unless_one_is_written() {
        let mut plan = plan();
        let prefixes = Prefixes::from([(SubnetId(3), "10.0.2.0/26".parse().expect("a prefix"))]);
        let address = |plan: &Plan| firewall_address(plan, &prefixes, &plan.firewalls[0]);
        assert_eq!(address(&plan), Some(Ipv4Addr::new(10, 0, 2, 4)));
        plan.firewalls[0].private_address = AddressText::new("10.0.2.9");
        assert_eq!(address(&plan), Some(Ipv4Addr::new(10, 0, 2, 9)));
        plan.firewalls[0].private_address = AddressText::new("10.0.2.");
        assert_eq!(address(&plan), None, "half typed is not blank");
    }

    #[test]
    fn a_spoke_uses_the_firewall_of_a_connected_hub_only() {
        let mut plan = plan();
        assert!(firewall_for(&plan, HUB).is_some() && firewall_for(&plan, SPOKE).is_none());
        for (from, to) in [(HUB, SPOKE), (SPOKE, HUB)] {
            plan.peerings.push(Peering {
                from,
                to,
                allow_vnet_access: true,
                ..Peering::default()
            });
        }
        assert_eq!(
            firewall_for(&plan, SPOKE).map(|it| it.id),
            Some(FirewallId(4))
        );
    }
}
