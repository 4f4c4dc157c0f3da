//! Rules about acknowledgements: each says why, and is about something that is still found.
//!
//! They run last, because they look at what the other rules have found.

mod reason;
mod stale;

use crate::domain::{Acknowledgement, Item};

use super::{Applicability, Finding, Rule};

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[&reason::RULE, &stale::RULE];

fn take_back(finding: &mut Finding, entry: &Acknowledgement) {
    let id = entry.id;
    let label = format!("Remove the acknowledgement of {}", entry.code);
    finding.fix(Applicability::Suggested, label, move |plan| {
        plan.remove(Item::Acknowledgement(id));
    });
}

/// What the tests of this family share.
#[cfg(test)]
mod sample {
    use crate::domain::Plan;
    use crate::rules::{Findings, check, scenario};

    /// A plan with one thing to acknowledge: GOV004.
    pub(super) fn broken() -> Plan {
        let mut plan = scenario::batch_scoring();
        plan.governance.uses_lighthouse = true;
        plan
    }

    /// Codes of the open findings.
    pub(super) fn codes(findings: &Findings) -> Vec<&'static str> {
        findings.open().map(|finding| finding.rule.code).collect()
    }

    /// Acknowledges the first finding of a rule.
    pub(super) fn acknowledge(plan: &mut Plan, code: &str, reason: &str) {
        let findings = check(plan);
        let found = findings.iter().find(|finding| finding.rule.code == code);
        found.expect("a finding").acknowledge(plan, reason);
    }
}
