//! Rules for Azure Batch's old inbound ports have no use any more.

use crate::azure::machine_learning::{CLASSIC_BATCH_PORTS, CLASSIC_BATCH_RETIRED};
use crate::azure::sources;
use crate::domain::{Access, Direction, Item, RuleProfile};
use crate::rules::inbound::ports;
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NSG007",
    name: "batch-inbound-obsolete",
    facts: &["AML-22"],
    severity: Severity::Warning,
    synopsis: "No rule opens 29876 and 29877 any more.",
    why: "Classic Batch communication was retired on 2026-03-31; the open ports serve nobody but \
          attackers.",
    recommendation: "Delete the rule.",
    sources: &[&sources::BATCH_MODE, &sources::SEED_A],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    if cx.plan.basics.profile == RuleProfile::Classic2019 {
        return;
    }
    let (first, last) = CLASSIC_BATCH_PORTS.value;
    for (nsg, rule) in super::written(cx.plan) {
        let only_batch = !rule.destination_ports.is_empty()
            && rule.destination_ports.iter().all(|text| {
                ports(text).is_some_and(|range| *range.start() >= first && *range.end() <= last)
            });
        if rule.direction != Direction::Inbound || rule.access != Access::Allow || !only_batch {
            continue;
        }
        let id = rule.id;
        let name = super::rule_name(nsg, rule);
        out.report(
            &RULE,
            Item::SecurityRule(id),
            format!("{name} opens ports that nothing uses"),
            format!(
                "Azure Batch reached nodes on {first} and {last} until {}. Nodes call out since, so the rule \
                 only leaves a door open.",
                CLASSIC_BATCH_RETIRED.value
            ),
        )
        .fix(Applicability::Suggested, format!("Delete {name}"), move |plan| {
            plan.remove(Item::SecurityRule(id));
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Plan, SecurityRule};
    use crate::rules::scenario::{mended, security_rule, with_rules};
    use crate::rules::testing::{assert_silent, only};

    fn plan(ports: &str) -> Plan {
        with_rules(vec![SecurityRule {
            access: Access::Allow,
            direction: Direction::Inbound,
            destination_ports: vec![ports.to_owned()],
            ..security_rule()
        }])
    }

    #[test]
    fn flags_the_ports_today_but_not_by_the_rules_of_2019() {
        let mut plan = plan("29876-29877");
        assert_eq!(
            only(&RULE, &plan).title,
            "rule-1 of nsg-fraud-training-prod opens ports that nothing uses"
        );
        mended(&RULE, &plan, "Delete rule-1 of nsg-fraud-training-prod");
        plan.basics.profile = RuleProfile::Classic2019;
        assert_silent(&RULE, &plan);
    }

    #[test]
    fn passes_rules_that_open_more() {
        assert_silent(&RULE, &plan("29000-30000"));
        assert_silent(&RULE, &plan("*"));
    }
}
