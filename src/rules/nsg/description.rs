//! Descriptions of rules are short.

use crate::azure::limits::SECURITY_RULE_DESCRIPTION;
use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NSG004",
    name: "security-rule-description-too-long",
    facts: &["NSG-25"],
    severity: Severity::Error,
    synopsis: "The description of a security rule has 140 characters at most.",
    why: "Azure refuses longer descriptions.",
    recommendation: "Shorten the description.",
    sources: &[&sources::NET_SCHEMA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let limit = SECURITY_RULE_DESCRIPTION.value;
    for (nsg, rule) in super::written(cx.plan) {
        let length = rule.description.chars().count();
        if length > limit {
            out.report(
                &RULE,
                Item::SecurityRule(rule.id).field("description"),
                format!(
                    "The description of {} is {} too long",
                    super::rule_name(nsg, rule),
                    length - limit
                ),
                format!("Azure takes {limit} characters and refuses {length}."),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SecurityRule;
    use crate::rules::scenario::{security_rule, with_rules};
    use crate::rules::testing::{assert_silent, only};

    fn plan(length: usize) -> crate::domain::Plan {
        with_rules(vec![SecurityRule {
            description: "ä".repeat(length),
            ..security_rule()
        }])
    }

    #[test]
    fn flags_the_141st_character() {
        assert_eq!(
            only(&RULE, &plan(141)).title,
            "The description of rule-1 of nsg-fraud-training-prod is 1 too long"
        );
    }

    #[test]
    fn passes_140_characters() {
        assert_silent(&RULE, &plan(140));
    }
}
