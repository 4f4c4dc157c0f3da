//! Ports of rules are written as Azure reads them.

use crate::azure::sources;
use crate::domain::{Item, Nsg, SecurityRule};
use crate::rules::{Context, Findings, Rule, Severity, inbound};

pub(super) const RULE: Rule = Rule {
    code: "NSG002",
    name: "security-rule-ports",
    facts: &["NSG-21"],
    severity: Severity::Error,
    synopsis: "A port entry is *, a number from 0 to 65535, or a range from low to high.",
    why: "Azure refuses ports that it cannot read, and with them the whole NSG.",
    recommendation: "Write *, 443 or 8000-9000, one entry each.",
    sources: &[&sources::NET_SCHEMA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (nsg, rule) in super::written(cx.plan) {
        check_list(out, nsg, rule, "source_ports", &rule.source_ports);
        check_list(out, nsg, rule, "destination_ports", &rule.destination_ports);
    }
}

fn check_list(
    out: &mut Findings,
    nsg: &Nsg,
    rule: &SecurityRule,
    field: &'static str,
    entries: &[String],
) {
    let item = Item::SecurityRule(rule.id);
    let name = super::rule_name(nsg, rule);
    if entries.iter().all(|entry| entry.trim().is_empty()) {
        let which = if field == "source_ports" {
            "source"
        } else {
            "destination"
        };
        out.report(
            &RULE,
            item.field(field),
            format!("{name} has no {which} ports"),
            "Azure refuses a rule without ports. Write * for any.",
        );
        return;
    }
    for (index, entry) in entries.iter().enumerate() {
        if inbound::ports(entry).is_none() {
            out.report(
                &RULE,
                item.entry(field, index),
                format!("“{}” is no port of {name}", entry.trim()),
                "Azure takes *, a number from 0 to 65535, or a range from low to high such as 8000-9000. Write \
                 several as one entry each.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{security_rule, with_rules};
    use crate::rules::testing::{assert_silent, only};

    fn plan(ports: &[&str]) -> crate::domain::Plan {
        with_rules(vec![SecurityRule {
            destination_ports: ports.iter().map(|port| (*port).to_owned()).collect(),
            ..security_rule()
        }])
    }

    #[test]
    fn flags_reversed_ranges_lists_and_numbers_out_of_range() {
        for wrong in ["9000-8000", "80,443", "65536", "ssh"] {
            assert_eq!(
                only(&RULE, &plan(&["443", wrong])).title,
                format!("“{wrong}” is no port of rule-1 of nsg-fraud-training-prod")
            );
        }
    }

    #[test]
    fn flags_a_rule_without_ports() {
        assert_eq!(
            only(&RULE, &plan(&[])).title,
            "rule-1 of nsg-fraud-training-prod has no destination ports"
        );
    }

    #[test]
    fn passes_numbers_ranges_and_any() {
        assert_silent(&RULE, &plan(&["443", "8000-9000", "0-65535"]));
        assert_silent(&RULE, &plan(&["*"]));
    }
}
