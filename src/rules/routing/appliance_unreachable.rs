//! A route leads to an appliance that its subnets can reach.

use crate::azure::sources;
use crate::domain::{Item, NextHop, VnetId};
use crate::rules::{Context, Findings, Rule, Severity, ranges, wording};
use crate::topology::connected_vnets;

pub(super) const RULE: Rule = Rule {
    code: "RTE005",
    name: "appliance-not-reachable",
    facts: &["UDR-5"],
    severity: Severity::Warning,
    synopsis: "The address of an appliance is in the VNet of the route's subnets, or in a peered one.",
    why: "Azure delivers to an appliance in the same VNet or a peered one only; elsewhere the \
          packets are dropped.",
    recommendation: "Use an appliance in the VNet or in a peered one.",
    sources: &[&sources::NET_UDR],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for (table, route) in super::written(plan) {
        let Some(address) = route
            .next_hop_address
            .address()
            .filter(|_| route.next_hop == NextHop::VirtualAppliance)
        else {
            continue;
        };
        let reaches = |vnet: VnetId| {
            connected_vnets(plan, vnet)
                .into_iter()
                .filter_map(|id| plan.vnet(id))
                .flat_map(ranges::address_space)
                .any(|range| range.prefix.contains_address(address))
        };
        let stranded = plan
            .subnets()
            .filter(|(_, subnet)| subnet.route_table == Some(table.id))
            .find(|(vnet, _)| !reaches(vnet.id));
        if let Some((vnet, subnet)) = stranded {
            out.report(
                &RULE,
                Item::Route(route.id).field("next_hop_address"),
                format!("{} cannot reach {address}", wording::subnet(subnet)),
                format!(
                    "{} sends packets there, but the address is neither in {} nor in a VNet that is peered \
                     with it in both directions. The packets are dropped.",
                    super::route_name(table, route),
                    wording::vnet(vnet)
                ),
            )
            .also(Item::Subnet(subnet.id).field("route_table"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::with_route;
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_an_address_that_is_not_peered() {
        let mut plan = with_route("0.0.0.0/0", NextHop::VirtualAppliance, "10.64.0.4");
        plan.peerings.clear();
        assert_eq!(
            only(&RULE, &plan).title,
            "snet-training cannot reach 10.64.0.4"
        );
    }

    #[test]
    fn passes_an_address_in_a_peered_hub_and_other_next_hops() {
        assert_silent(
            &RULE,
            &with_route("0.0.0.0/0", NextHop::VirtualAppliance, "10.64.0.4"),
        );
        assert_silent(
            &RULE,
            &with_route("0.0.0.0/0", NextHop::Internet, "192.0.2.1"),
        );
    }
}
