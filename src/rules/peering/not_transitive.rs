//! Machines do not depend on a VNet that is two peerings away.

use crate::azure::sources;
use crate::domain::{Item, Plan, PrivateEndpointKind, Vnet};
use crate::rules::{Context, Findings, Rule, Severity, fixes, reach, wording};
use crate::topology::{Addressing, connected, consumers, egress};

pub(super) const RULE: Rule = Rule {
    code: "PER010",
    name: "peering-is-not-transitive",
    facts: &["BATCH-21"],
    severity: Severity::Warning,
    synopsis: "VNets with machines reach the workspace's private endpoint directly, or through a firewall \
               that routes between them.",
    why: "Peering is not transitive: a packet for a VNet behind the hub is dropped, unless a firewall in the \
          hub passes it on.",
    recommendation: "Peer the two VNets, or route through a firewall in the hub.",
    sources: &[&sources::NET_PEER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let homes = reach::vnets_with(plan, PrivateEndpointKind::Workspace);
    for vnet in consumers(plan).into_iter().filter_map(|id| plan.vnet(id)) {
        if homes.is_empty() || homes.iter().any(|home| connected(plan, vnet.id, *home)) {
            continue;
        }
        let between = homes
            .iter()
            .filter_map(|home| plan.vnet(*home))
            .find_map(|home| Some((home, hub(plan, vnet, home)?)));
        let Some((home, hub)) = between else {
            continue;
        };
        if goes_through_firewall(plan, vnet) {
            continue;
        }
        let (name, hub_name) = (wording::vnet(vnet), wording::vnet(hub));
        let finding = out.report(
            &RULE,
            Item::Vnet(vnet.id),
            format!("{name} reaches the workspace only through {hub_name}"),
            format!(
                "Peering is not transitive: packets from {name} to {} are dropped in {hub_name}, which has no \
                 firewall that the routes lead to. Peer the two VNets, or route through a firewall.",
                wording::vnet(home)
            ),
        );
        finding.also(Item::Vnet(home.id)).also(Item::Vnet(hub.id));
        fixes::offer_peering(plan, finding, vnet, home);
    }
}

/// The VNet that joins two others which are not joined themselves.
fn hub<'a>(plan: &'a Plan, a: &Vnet, b: &Vnet) -> Option<&'a Vnet> {
    plan.vnets.iter().find(|hub| {
        hub.id != a.id
            && hub.id != b.id
            && connected(plan, a.id, hub.id)
            && connected(plan, hub.id, b.id)
    })
}

/// True if some subnet of a VNet sends what it does not know to a firewall or an appliance.
fn goes_through_firewall(plan: &Plan, vnet: &Vnet) -> bool {
    vnet.subnets.iter().any(|subnet| {
        egress(plan, subnet.id, Addressing::Private).is_some_and(|egress| egress.is_forced())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Firewall, FirewallId, RoutePreset, RouteTable, RouteTableId};
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, only, peer, subnet_mut, vnet};

    /// The batch scenario with its jump hosts two peerings away from the workspace.
    fn behind_hub() -> Plan {
        let mut plan = scenario::batch_scoring();
        plan.peerings.clear();
        let hub = vnet(&mut plan, "vnet-hub", &["10.200.0.0/24"], &[]);
        for other in [plan.vnets[0].id, plan.vnets[1].id] {
            peer(&mut plan, other, hub);
        }
        plan
    }

    #[test]
    fn flags_a_vnet_two_peerings_away() {
        let plan = behind_hub();
        let finding = only(&RULE, &plan);
        assert!(
            finding
                .title
                .ends_with("reaches the workspace only through vnet-hub"),
            "{}",
            finding.title
        );
        let fixed = finding.fixes[0].edit.preview(&plan);
        assert_silent(&RULE, &fixed);
    }

    #[test]
    fn passes_direct_peerings_and_a_firewall_in_the_hub() {
        assert_silent(&RULE, &scenario::batch_scoring());
        let mut plan = behind_hub();
        let table = RouteTableId(plan.next_id());
        plan.route_tables.push(RouteTable {
            id: table,
            preset: RoutePreset::Firewall,
            ..RouteTable::default()
        });
        let host = plan.jump_hosts[0].subnet.expect("a subnet");
        let name = plan.subnet(host).expect("a subnet").name.clone();
        subnet_mut(&mut plan, &name).route_table = Some(table);
        let (id, hub) = (FirewallId(plan.next_id()), plan.vnets[2].id);
        plan.firewalls.push(Firewall {
            id,
            vnet: hub,
            ..Firewall::default()
        });
        assert_silent(&RULE, &plan);
    }
}
