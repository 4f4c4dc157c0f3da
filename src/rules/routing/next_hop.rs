//! A route to an appliance names its address.

use crate::azure::sources;
use crate::domain::{AddressText, Item, NextHop};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};
use crate::topology::{firewall_address, firewall_for};

pub(super) const RULE: Rule = Rule {
    code: "RTE001",
    name: "route-without-next-hop-address",
    facts: &["UDR-4"],
    severity: Severity::Error,
    synopsis: "A route whose next hop is a virtual appliance has the appliance's private address.",
    why: "Azure refuses the route: it has to know the address that packets go to.",
    recommendation: "Write the private address of the firewall.",
    sources: &[&sources::NET_SCHEMA, &sources::NET_UDR],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let prefixes = cx.allocation.prefixes();
    for (table, route) in super::written(plan) {
        if route.next_hop != NextHop::VirtualAppliance || !route.next_hop_address.is_blank() {
            continue;
        }
        let id = route.id;
        let finding = out.report(
            &RULE,
            Item::Route(id).field("next_hop_address"),
            format!("{} names no appliance", super::route_name(table, route)),
            "Azure refuses a route to a virtual appliance without its private address.",
        );
        // The firewall that serves a subnet of the table, or else any of the plan.
        let firewall = plan
            .subnets()
            .filter(|(_, subnet)| subnet.route_table == Some(table.id))
            .find_map(|(vnet, _)| firewall_for(plan, vnet.id))
            .or_else(|| plan.firewalls.first());
        let address = firewall.and_then(|it| Some((it, firewall_address(plan, &prefixes, it)?)));
        if let Some((firewall, address)) = address {
            finding.also(Item::Firewall(firewall.id)).fix(
                Applicability::Suggested,
                format!(
                    "Use {address}, {}",
                    wording::name_or(&firewall.name, "firewall")
                ),
                move |plan| {
                    let mut routes = plan
                        .route_tables
                        .iter_mut()
                        .flat_map(|table| &mut table.routes);
                    if let Some(route) = routes.find(|route| route.id == id) {
                        route.next_hop_address = AddressText::from(address);
                    }
                },
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{mended, with_route};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_an_appliance_without_address_and_offers_the_firewall() {
        let plan = with_route("0.0.0.0/0", NextHop::VirtualAppliance, "");
        assert_eq!(
            only(&RULE, &plan).title,
            "route-1 of rt-risk-ml-prod names no appliance"
        );
        mended(&RULE, &plan, "Use 10.64.0.4, afw-risk-hub-prod");
    }

    #[test]
    fn passes_an_address_and_other_next_hops() {
        assert_silent(
            &RULE,
            &with_route("0.0.0.0/0", NextHop::VirtualAppliance, "10.64.0.4"),
        );
        assert_silent(&RULE, &with_route("0.0.0.0/0", NextHop::Internet, ""));
    }
}
