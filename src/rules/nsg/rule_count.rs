//! An NSG has as many rules as Azure takes.

use crate::azure::limits::{SECURITY_RULES, Verdict};
use crate::azure::sources;
use crate::domain::Item;
use crate::flow::presets::effective_rules;
use crate::rules::{Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "NSG005",
    name: "too-many-security-rules",
    facts: &["LIM-6"],
    severity: Severity::Error,
    synopsis: "An NSG has 1,000 rules at most; since May 2026, 2,000.",
    why: "The limit was 1,000 rules and was raised to 2,000 in May 2026; not every subscription \
          has it.",
    recommendation: "Join rules with lists of prefixes and ports.",
    sources: &[&sources::NET_LIM, &sources::LIM2026],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let prefixes = cx.allocation.prefixes();
    let limit = SECURITY_RULES.value;
    for nsg in &cx.plan.nsgs {
        let rules = effective_rules(cx.plan, &prefixes, nsg.id).len();
        let rules = u64::try_from(rules).unwrap_or(u64::MAX);
        let severity = match limit.judge(rules) {
            Verdict::Within => continue,
            Verdict::NeedsMore => Severity::Warning,
            Verdict::Beyond => Severity::Error,
        };
        out.report(
            &RULE,
            Item::Nsg(nsg.id).field("rules"),
            format!(
                "{} has {}",
                super::name(nsg),
                wording::count(rules, "rule", "rules")
            ),
            format!(
                "Azure’s table of limits says {}; an announcement of May 2026 says {}. Join rules with lists of \
                 prefixes and ports.",
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
    use crate::domain::NsgPreset;
    use crate::rules::scenario::{security_rule, with_rules};
    use crate::rules::testing::{assert_silent, only};

    fn plan(rules: usize) -> crate::domain::Plan {
        let mut plan = with_rules(vec![security_rule(); rules]);
        for nsg in &mut plan.nsgs {
            nsg.preset = NsgPreset::None;
        }
        plan
    }

    #[test]
    fn flags_above_two_thousand_and_warns_above_a_thousand() {
        let finding = only(&RULE, &plan(1_001));
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(finding.title, "nsg-fraud-training-prod has 1,001 rules");
        assert_eq!(only(&RULE, &plan(2_001)).severity, Severity::Error);
    }

    #[test]
    fn passes_a_thousand_rules() {
        assert_silent(&RULE, &plan(1_000));
    }
}
