//! A VNet has as many peerings as Azure takes.

use crate::azure::limits::{PEERINGS, Verdict};
use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "PER011",
    name: "too-many-peerings",
    facts: &["BATCH-25", "LIM-5"],
    severity: Severity::Error,
    synopsis: "A VNet has 500 peerings at most; 1,000 as a hub of Virtual Network Manager.",
    why: "Azure refuses further peerings of the VNet.",
    recommendation: "Use several hubs, or Virtual Network Manager.",
    sources: &[&sources::NET_LIM, &sources::AVNM],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let limit = PEERINGS.value;
    for vnet in &cx.plan.vnets {
        let peerings = cx.plan.peerings.iter();
        let own = peerings.filter(|peering| peering.from == vnet.id).count();
        let own = u64::try_from(own).unwrap_or(u64::MAX);
        let severity = match limit.judge(own) {
            Verdict::Within => continue,
            Verdict::NeedsMore => Severity::Warning,
            Verdict::Beyond => Severity::Error,
        };
        out.report(
            &RULE,
            Item::Vnet(vnet.id),
            format!(
                "{} has {}",
                wording::vnet(vnet),
                wording::count(own, "peering", "peerings")
            ),
            format!(
                "A VNet takes {}, and {} where Virtual Network Manager keeps hub and spokes. Use several hubs.",
                wording::thousands(limit.usual),
                wording::thousands(limit.most.unwrap_or(limit.usual))
            ),
        )
        .severity(severity);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Peering, Plan, VnetId};
    use crate::rules::testing::{assert_silent, only, peered_plan};

    fn with_peerings(count: usize) -> Plan {
        let mut plan = peered_plan("10.0.0.0/16", "10.1.0.0/16");
        let from = plan.vnets[0].id;
        plan.peerings = vec![
            Peering {
                from,
                to: VnetId(999),
                ..Peering::default()
            };
            count
        ];
        plan
    }

    #[test]
    fn flags_the_501st_peering() {
        let finding = only(&RULE, &with_peerings(501));
        assert_eq!(finding.title, "vnet-a has 501 peerings");
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(only(&RULE, &with_peerings(1_001)).severity, Severity::Error);
    }

    #[test]
    fn passes_five_hundred() {
        assert_silent(&RULE, &with_peerings(500));
    }
}
