//! A table that goes through the firewall needs one.

use crate::azure::sources;
use crate::domain::{Item, RoutePreset};
use crate::rules::{Context, Findings, Rule, Severity, wording};
use crate::topology::firewall_for;

pub(super) const RULE: Rule = Rule {
    code: "RTE006",
    name: "firewall-routes-without-firewall",
    facts: &["UDR-5", "AML-72"],
    severity: Severity::Error,
    synopsis: "Subnets that are routed through the firewall have one in their VNet or in a peered one.",
    why: "The default route needs an address to point at. Without a firewall everything outbound \
          is dropped.",
    recommendation: "Add a firewall, or peer the VNet with the hub.",
    sources: &[&sources::NET_UDR, &sources::AML_FW],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for table in &plan.route_tables {
        if table.preset != RoutePreset::Firewall {
            continue;
        }
        let stranded = plan
            .subnets()
            .filter(|(_, subnet)| subnet.route_table == Some(table.id))
            .find(|(vnet, _)| firewall_for(plan, vnet.id).is_none());
        if let Some((vnet, subnet)) = stranded {
            out.report(
                &RULE,
                Item::RouteTable(table.id).field("preset"),
                format!(
                    "{} sends {} through a firewall that it cannot reach",
                    super::table_name(table),
                    wording::subnet(subnet)
                ),
                format!(
                    "There is none in {} or in a VNet that is peered with it in both directions, so the table \
                     has no default route. Add a firewall, or peer the VNet with the hub.",
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
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, findings};

    #[test]
    fn flags_tables_whose_firewall_is_gone() {
        let mut plan = scenario::hub_spoke_firewall();
        assert_silent(&RULE, &plan);
        plan.firewalls.clear();
        let found = findings(&RULE, &plan);
        let titles: Vec<&str> = found.iter().map(|finding| &*finding.title).collect();
        assert_eq!(
            titles,
            [
                "rt-risk-ml-prod sends snet-training through a firewall that it cannot reach",
                "rt-risk-jump-prod sends snet-jump through a firewall that it cannot reach"
            ]
        );
    }

    #[test]
    fn passes_a_firewall_in_a_peered_hub() {
        assert_silent(&RULE, &scenario::hub_spoke_firewall());
        assert_silent(&RULE, &scenario::everything());
    }
}
