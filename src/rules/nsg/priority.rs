//! Priorities of rules are in range, and each is used once in a direction.

use crate::azure::limits::PRIORITIES;
use crate::azure::sources;
use crate::domain::{Item, Nsg, SecurityRule, SecurityRuleId, Word};
use crate::rules::{Applicability, Context, Finding, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NSG001",
    name: "security-rule-priority",
    facts: &["NSG-1"],
    severity: Severity::Error,
    synopsis: "Priorities go from 100 to 4096, and no two rules of one direction share one.",
    why: "The lower number decides, so two rules of one number have no order; Azure refuses them.",
    recommendation: "Use a free priority.",
    sources: &[&sources::NET_NSG, &sources::NET_SCHEMA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let (least, most) = (*PRIORITIES.value.start(), *PRIORITIES.value.end());
    for (nsg, rule) in super::written(cx.plan) {
        let subject = Item::SecurityRule(rule.id).field("priority");
        let name = super::rule_name(nsg, rule);
        if !PRIORITIES.value.contains(&rule.priority) {
            let finding = out.report(
                &RULE,
                subject,
                format!("{name} has priority {}", rule.priority),
                format!("Azure takes priorities from {least} to {most}; lower numbers are looked at first."),
            );
            offer(finding, nsg, rule);
            continue;
        }
        // The first rule with the number keeps it.
        let twin = nsg
            .rules
            .iter()
            .take_while(|other| other.id != rule.id)
            .find(|other| other.direction == rule.direction && other.priority == rule.priority);
        if let Some(twin) = twin {
            let finding = out.report(
                &RULE,
                subject,
                format!("{name} has the priority of {}", super::rule_name(nsg, twin)),
                format!(
                    "Azure refuses two {} rules with priority {}.",
                    rule.direction.label().to_lowercase(),
                    rule.priority
                ),
            );
            finding.also(Item::SecurityRule(twin.id).field("priority"));
            offer(finding, nsg, rule);
        }
    }
}

/// Offers the next free priority, at or after the one that is written.
fn offer(finding: &mut Finding, nsg: &Nsg, rule: &SecurityRule) {
    let (least, most) = (*PRIORITIES.value.start(), *PRIORITIES.value.end());
    let is_free = |priority: &u32| {
        !nsg.rules.iter().any(|other| {
            other.id != rule.id && other.direction == rule.direction && other.priority == *priority
        })
    };
    let wanted = rule.priority.clamp(least, most);
    let Some(free) = (wanted..=most)
        .find(is_free)
        .or_else(|| (least..wanted).rev().find(is_free))
    else {
        return;
    };
    let id: SecurityRuleId = rule.id;
    finding.fix(
        Applicability::Suggested,
        format!("Use {free}"),
        move |plan| {
            let mut rules = plan.nsgs.iter_mut().flat_map(|nsg| &mut nsg.rules);
            if let Some(rule) = rules.find(|rule| rule.id == id) {
                rule.priority = free;
            }
        },
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Direction, Plan};
    use crate::rules::scenario::{mended, security_rule, with_rules};
    use crate::rules::testing::{assert_silent, only};

    fn plan(priorities: &[(u32, Direction)]) -> Plan {
        let rules = priorities.iter().map(|(priority, direction)| SecurityRule {
            priority: *priority,
            direction: *direction,
            ..security_rule()
        });
        with_rules(rules.collect())
    }

    #[test]
    fn flags_priorities_out_of_range() {
        let plan = plan(&[(99, Direction::Inbound)]);
        assert_eq!(
            only(&RULE, &plan).title,
            "rule-1 of nsg-fraud-training-prod has priority 99"
        );
        mended(&RULE, &plan, "Use 100");
        mended(
            &RULE,
            &self::plan(&[(5_000, Direction::Inbound)]),
            "Use 4096",
        );
    }

    #[test]
    fn flags_the_second_of_two_equal_priorities() {
        let plan = plan(&[(200, Direction::Inbound), (200, Direction::Inbound)]);
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "rule-2 of nsg-fraud-training-prod has the priority of rule-1 of nsg-fraud-training-prod"
        );
        assert_eq!(
            finding.message,
            "Azure refuses two inbound rules with priority 200."
        );
        assert_eq!(finding.subjects.len(), 2, "both ends");
        mended(&RULE, &plan, "Use 201");
    }

    #[test]
    fn passes_one_number_in_both_directions() {
        assert_silent(
            &RULE,
            &plan(&[
                (100, Direction::Inbound),
                (100, Direction::Outbound),
                (4_096, Direction::Inbound),
            ]),
        );
    }
}
