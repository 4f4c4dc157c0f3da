//! Whole plans for the tests of rules: the samples to break, and what a one-click change must leave behind.

use std::collections::BTreeSet;

use crate::domain::Plan;

use super::{Finding, Rule, Severity, check, testing};

pub(super) use crate::samples::{
    aks_inference, batch_scoring, classic_2019, everything, hub_spoke_firewall, private_training,
};

/// Applies the change with this label to the one finding of a rule, and asserts that the finding is gone and
/// that no rule reports an error that was not there before.
#[track_caller]
pub(super) fn mended(rule: &Rule, plan: &Plan, label: &str) -> Plan {
    testing::only(rule, plan);
    mended_all(rule, plan, label)
}

/// Applies the change with this label to the first finding that offers it, and asserts that the rule is
/// content with the whole plan then and that no rule reports an error that was not there before.
#[track_caller]
pub(super) fn mended_all(rule: &Rule, plan: &Plan, label: &str) -> Plan {
    let findings = testing::findings(rule, plan);
    let fixes = || findings.iter().flat_map(|finding| &finding.fixes);
    let labels: Vec<&str> = fixes().map(|fix| &*fix.label).collect();
    let fix = fixes().find(|fix| fix.label == label);
    let fix = fix.unwrap_or_else(|| panic!("no change “{label}” among {labels:?}"));
    let changed = fix.edit.preview(plan);
    testing::assert_silent(rule, &changed);
    assert_no_new_errors(plan, &changed);
    changed
}

/// Asserts that a change leaves no error that the plan did not have.
#[track_caller]
pub(super) fn assert_no_new_errors(before: &Plan, after: &Plan) {
    let known: BTreeSet<String> = errors(before).iter().map(Finding::key).collect();
    let new: Vec<Finding> = errors(after)
        .into_iter()
        .filter(|finding| !known.contains(&finding.key()))
        .collect();
    assert!(new.is_empty(), "the change adds errors: {new:#?}");
}

fn errors(plan: &Plan) -> Vec<Finding> {
    let findings = check(plan);
    let errors = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    errors.cloned().collect()
}
