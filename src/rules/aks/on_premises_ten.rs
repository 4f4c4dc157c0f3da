//! Where on-premises advertises all of 10.0.0.0/8, AKS networks belong elsewhere.

use std::net::Ipv4Addr;

use crate::azure::sources;
use crate::domain::{Item, Prefix};
use crate::rules::{Context, Findings, Rule, Severity, ranges};

pub(super) const RULE: Rule = Rule {
    code: "AKS017",
    name: "aks-beside-all-of-ten",
    facts: &["AKS-33"],
    severity: Severity::Warning,
    synopsis: "AKS networks avoid 10.0.0.0/8 where on-premises uses all of it.",
    why: "On-premises routes for 10.0.0.0/8 claim every block that AKS could use from it; one of \
          the two loses packets.",
    recommendation: "Plan the AKS VNet in 172.16.0.0/12, without 172.17, 172.30 and 172.31.",
    sources: &[&sources::AKS_LEGACY],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let Some(ten) = Prefix::containing(Ipv4Addr::new(10, 0, 0, 0), 8) else {
        return;
    };
    let Some(all_of_it) = ranges::on_premises(cx.plan).find(|range| range.prefix.contains(ten))
    else {
        return;
    };
    for aks in &cx.plan.aks {
        let inside = super::vnets_of(cx.plan, aks)
            .into_iter()
            .flat_map(ranges::address_space)
            .find(|range| range.prefix.overlaps(ten));
        if let Some(range) = inside {
            let finding = out.report(
                &RULE,
                Item::Aks(aks.id),
                format!("{} stands in 10.0.0.0/8, all of which is on-premises", super::name(aks)),
                format!(
                    "Nodes of {} and hosts on-premises would have the same addresses. Plan the VNet in \
                     172.16.0.0/12, without 172.17, 172.30 and 172.31.",
                    range.label
                ),
            );
            for subject in [range.subject, all_of_it.subject].into_iter().flatten() {
                finding.also(subject);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{OnPremisesLink, PrefixText};
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_a_cluster_beside_all_of_ten() {
        let mut plan = scenario::aks_inference();
        plan.on_premises.link = OnPremisesLink::Vpn;
        plan.on_premises.prefixes = vec![PrefixText::new("10.0.0.0/8")];
        assert_eq!(
            only(&RULE, &plan).title,
            "aks-pricing-prod stands in 10.0.0.0/8, all of which is on-premises"
        );
    }

    #[test]
    fn passes_a_part_of_ten() {
        let mut plan = scenario::aks_inference();
        plan.on_premises.link = OnPremisesLink::Vpn;
        plan.on_premises.prefixes = vec![PrefixText::new("10.0.0.0/12")];
        assert_silent(&RULE, &plan);
    }
}
