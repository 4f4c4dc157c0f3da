//! On-premises networks and VNets do not share addresses.

use crate::azure::sources;
use crate::domain::{Item, OnPremisesLink, Prefix};
use crate::rules::readdress::offer_new_space;
use crate::rules::wording;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NET012",
    name: "on-premises-overlaps-vnet",
    facts: &["VNET-32"],
    severity: Severity::Warning,
    synopsis: "The ranges in use on-premises and the address spaces of the VNets are disjoint.",
    why: "The more specific route wins, so part of the on-premises network becomes unreachable \
          from Azure, or the other way round.",
    recommendation: "Reserve a block for Azure that nothing on-premises uses.",
    sources: &[&sources::NET_FAQ, &sources::AKS_LEGACY],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let on_premises = &cx.plan.on_premises;
    if on_premises.link == OnPremisesLink::None {
        return;
    }
    for vnet in &cx.plan.vnets {
        for (index, text) in vnet.address_space.iter().enumerate() {
            let Some(prefix) = text.prefix() else {
                continue;
            };
            let there = on_premises.prefixes.iter().enumerate();
            let clashes: Vec<(usize, Prefix)> = there
                .filter_map(|(other, text)| Some((other, text.prefix()?)))
                .filter(|(_, range)| range.overlaps(prefix))
                .collect();
            if clashes.is_empty() {
                continue;
            }
            let ranges: Vec<String> = clashes.iter().map(|(_, it)| it.to_string()).collect();
            let ranges = wording::list(&ranges);
            let finding = out.report(
                &RULE,
                Item::Vnet(vnet.id).entry("address_space", index),
                format!("{prefix} overlaps on-premises {ranges}"),
                format!(
                    "The most specific route wins, so some on-premises hosts and {} cannot reach each \
                     other. Reserve a block outside {ranges} for Azure.",
                    wording::vnet(vnet)
                ),
            );
            for (other, _) in clashes {
                finding.also(Item::OnPremises.entry("prefixes", other));
            }
            offer_new_space(finding, cx.plan, vnet, index);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Plan, PrefixText};
    use crate::rules::testing::{assert_silent, fixed, ml_plan, only};

    fn plan(link: OnPremisesLink) -> Plan {
        let mut plan = ml_plan("10.8.0.0/16", "10.8.1.0/24", "");
        plan.on_premises.link = link;
        plan.on_premises.prefixes = vec![
            PrefixText::new("192.168.0.0/16"),
            PrefixText::new("10.0.0.0/12"),
        ];
        plan
    }

    #[test]
    fn flags_a_vnet_inside_an_on_premises_range() {
        let plan = plan(OnPremisesLink::ExpressRoute);
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(
            finding.title,
            "10.8.0.0/16 overlaps on-premises 10.0.0.0/12"
        );
        assert_eq!(
            finding.message,
            "The most specific route wins, so some on-premises hosts and vnet-ml cannot reach each \
             other. Reserve a block outside 10.0.0.0/12 for Azure."
        );
        assert_eq!(finding.subjects[1].key(), "on-premises-prefixes-1");
        let plan = fixed(&RULE, &plan, "Move vnet-ml to 10.20.0.0/16");
        assert_eq!(plan.vnets[0].subnets[0].prefix.as_str(), "10.20.1.0/24");
    }

    #[test]
    fn flags_a_vnet_once_for_all_ranges_that_it_overlaps() {
        let mut plan = plan(OnPremisesLink::Vpn);
        plan.on_premises.prefixes = ["10.8.0.0/24", "10.8.4.0/24"].map(PrefixText::new).to_vec();
        assert_eq!(
            only(&RULE, &plan).title,
            "10.8.0.0/16 overlaps on-premises 10.8.0.0/24 and 10.8.4.0/24"
        );
    }

    #[test]
    fn passes_without_a_link_or_an_overlap() {
        assert_silent(&RULE, &plan(OnPremisesLink::None));
        let mut apart = plan(OnPremisesLink::Vpn);
        apart.on_premises.prefixes = vec![PrefixText::new("192.168.0.0/16")];
        assert_silent(&RULE, &apart);
    }
}
