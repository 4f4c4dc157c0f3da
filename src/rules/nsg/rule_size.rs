//! A security rule lists as many addresses and ports as Azure takes.

use crate::azure::limits::{RULE_ADDRESSES, RULE_COMBINATIONS, Verdict};
use crate::azure::sources;
use crate::domain::{Item, Plan};
use crate::rules::{Context, Findings, Rule, Severity, wording};

use super::{rule_name, written};

pub(super) const RULE: Rule = Rule {
    code: "NSG009",
    name: "security-rule-too-large",
    facts: &["NSG-24", "LIM-6"],
    severity: Severity::Error,
    synopsis: "A rule lists 4,000 addresses at most, since May 2026 6,000; on private endpoints sources × \
               destinations × ports stay within 250,000.",
    why: "Azure refuses larger rules; for private endpoints it expands the lists against each other first.",
    recommendation: "Use larger prefixes or service tags, or divide the rule.",
    sources: &[&sources::LIM2026, &sources::PE_OVER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let length = |list: &Vec<String>| u64::try_from(list.len()).unwrap_or(u64::MAX);
    for (nsg, rule) in written(cx.plan) {
        let item = Item::SecurityRule(rule.id);
        let name = rule_name(nsg, rule);
        let addresses = length(&rule.sources).saturating_add(length(&rule.destinations));
        let limit = RULE_ADDRESSES.value;
        let severity = match limit.judge(addresses) {
            Verdict::Within => None,
            Verdict::NeedsMore => Some(Severity::Warning),
            Verdict::Beyond => Some(Severity::Error),
        };
        if let Some(severity) = severity {
            out.report(
                &RULE,
                item.field("sources"),
                format!("{name} lists {} addresses", wording::thousands(addresses)),
                format!(
                    "Azure’s table of limits says {}; an announcement of May 2026 says {}. Use larger prefixes \
                     or service tags.",
                    wording::thousands(limit.usual),
                    wording::thousands(limit.most.unwrap_or(limit.usual))
                ),
            )
            .severity(severity)
            .also(item.field("destinations"));
        }
        let product = length(&rule.sources)
            .saturating_mul(length(&rule.destinations))
            .saturating_mul(length(&rule.destination_ports));
        if RULE_COMBINATIONS.value.judge(product) != Verdict::Within
            && guards_endpoints(cx.plan, nsg.id)
        {
            out.report(
                &RULE,
                item.field("sources"),
                format!("{name} stands for {} combinations", wording::thousands(product)),
                "For private endpoints Azure expands sources × destinations × ports, and takes 250,000 at most. \
                 Divide the rule, or use larger prefixes.",
            )
            .part("combinations")
            .also(item.field("destinations"))
            .also(item.field("destination_ports"));
        }
    }
}

fn guards_endpoints(plan: &Plan, nsg: crate::domain::NsgId) -> bool {
    plan.private_endpoints.iter().any(|endpoint| {
        let subnet = endpoint.subnet.and_then(|id| plan.subnet(id));
        subnet.is_some_and(|subnet| subnet.nsg == Some(nsg))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SecurityRule;
    use crate::rules::scenario::{security_rule, with_rules};
    use crate::rules::testing::{assert_silent, only, subnet_mut};

    fn sized(sources: usize, destinations: usize) -> Plan {
        with_rules(vec![SecurityRule {
            sources: vec!["10.0.0.4".to_owned(); sources],
            destinations: vec!["10.0.0.5".to_owned(); destinations],
            ..security_rule()
        }])
    }

    #[test]
    fn flags_too_many_addresses() {
        let finding = only(&RULE, &sized(4_000, 1));
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(
            finding.title,
            "rule-1 of nsg-fraud-training-prod lists 4,001 addresses"
        );
        assert_eq!(only(&RULE, &sized(6_000, 1)).severity, Severity::Error);
    }

    #[test]
    fn flags_combinations_on_private_endpoints_only() {
        let mut plan = sized(501, 500);
        assert_silent(&RULE, &plan);
        let nsg = subnet_mut(&mut plan, "snet-training").nsg;
        subnet_mut(&mut plan, "snet-pep").nsg = nsg;
        assert_eq!(
            only(&RULE, &plan).title,
            "rule-1 of nsg-fraud-training-prod stands for 250,500 combinations"
        );
    }

    #[test]
    fn passes_four_thousand_addresses() {
        assert_silent(&RULE, &sized(3_999, 1));
    }
}
