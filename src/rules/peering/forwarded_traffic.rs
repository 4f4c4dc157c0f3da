//! A VNet behind a firewall in another VNet accepts what that firewall forwards.

use crate::azure::sources;
use crate::domain::{Firewall, Item, NextHop, Plan, RoutePreset, Subnet, Vnet};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};
use crate::topology::firewall_for;

use super::direction;

pub(super) const RULE: Rule = Rule {
    code: "PER008",
    name: "forwarded-traffic-refused",
    facts: &["BATCH-22"],
    severity: Severity::Warning,
    synopsis: "A peering towards a firewall that routes lead to accepts forwarded traffic.",
    why: "The firewall passes packets on that started elsewhere. A peering that refuses them \
          drops all of it in silence.",
    recommendation: "Allow forwarded traffic on the peering.",
    sources: &[&sources::NET_PEER, &sources::TF],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for vnet in &plan.vnets {
        let routed = vnet
            .subnets
            .iter()
            .find_map(|subnet| Some((subnet, remote_firewall(plan, vnet, subnet)?)));
        let Some((subnet, firewall)) = routed else {
            continue;
        };
        let peering = direction(plan, vnet.id, firewall.vnet);
        let Some(peering) = peering.filter(|it| !it.allow_forwarded_traffic) else {
            continue;
        };
        let (here, there) = (wording::vnet(vnet), wording::vnet_id(plan, firewall.vnet));
        let id = peering.id;
        out.report(
            &RULE,
            Item::Peering(id).field("allow_forwarded_traffic"),
            format!("{here} refuses what the firewall in {there} forwards"),
            format!(
                "{} sends its traffic through a firewall in {there}, but the peering drops packets that \
                 did not start there, such as those from on-premises or another spoke. Allow forwarded \
                 traffic.",
                wording::subnet(subnet)
            ),
        )
        .also(Item::Subnet(subnet.id).field("route_table"))
        .fix(
            Applicability::Suggested,
            format!("Allow forwarded traffic from {there}"),
            move |plan| {
                if let Some(peering) = plan.peering_mut(id) {
                    peering.allow_forwarded_traffic = true;
                }
            },
        );
    }
}

/// The firewall in another VNet that routes of the subnet lead to.
fn remote_firewall<'a>(plan: &'a Plan, vnet: &Vnet, subnet: &Subnet) -> Option<&'a Firewall> {
    let table = plan.route_table(subnet.route_table?)?;
    if table.preset == RoutePreset::Firewall {
        return firewall_for(plan, vnet.id).filter(|firewall| firewall.vnet != vnet.id);
    }
    let mut remote = plan.firewalls.iter().filter(|it| it.vnet != vnet.id);
    remote.find(|firewall| {
        let Some(address) = firewall.private_address.address() else {
            return false;
        };
        let mut hops = table
            .routes
            .iter()
            .filter(|it| it.next_hop == NextHop::VirtualAppliance);
        hops.any(|route| route.next_hop_address.address() == Some(address))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AddressText, Route, RouteTable, RouteTableId, SubnetPurpose};
    use crate::rules::testing::{assert_silent, fixed, only, peer, vnet};

    fn plan(table: RouteTable) -> Plan {
        let mut plan = Plan::default();
        let subnets = [("snet-train", SubnetPurpose::Training, "10.0.1.0/24")];
        let spoke = vnet(&mut plan, "vnet-ml", &["10.0.0.0/16"], &subnets);
        let hub = vnet(&mut plan, "vnet-hub", &["10.1.0.0/16"], &[]);
        peer(&mut plan, spoke, hub);
        plan.firewalls.push(Firewall {
            vnet: hub,
            private_address: AddressText::new("10.1.0.4"),
            ..Firewall::default()
        });
        let id = RouteTableId(plan.next_id());
        plan.route_tables.push(RouteTable { id, ..table });
        plan.vnets[0].subnets[0].route_table = Some(id);
        plan
    }

    fn to_address(address: &str) -> RouteTable {
        RouteTable {
            routes: vec![Route {
                destination: "0.0.0.0/0".to_owned(),
                next_hop_address: AddressText::new(address),
                ..Route::default()
            }],
            ..RouteTable::default()
        }
    }

    fn preset() -> RouteTable {
        RouteTable {
            preset: RoutePreset::Firewall,
            ..RouteTable::default()
        }
    }

    #[test]
    fn flags_a_spoke_that_refuses_forwarded_traffic() {
        for plan in [plan(preset()), plan(to_address("10.1.0.4"))] {
            let finding = only(&RULE, &plan);
            assert_eq!(
                finding.title,
                "vnet-ml refuses what the firewall in vnet-hub forwards"
            );
            assert!(finding.message.starts_with(
                "snet-train sends its traffic through a firewall in vnet-hub, but the peering drops"
            ));
            fixed(&RULE, &plan, "Allow forwarded traffic from vnet-hub");
        }
    }

    #[test]
    fn passes_routes_elsewhere_and_open_peerings() {
        assert_silent(&RULE, &plan(to_address("10.0.9.4")));
        let mut open = plan(preset());
        open.peerings[0].allow_forwarded_traffic = true;
        assert_silent(&RULE, &open);
    }
}
