//! Whole plans for the tests of rules: the samples to break, and what a one-click change must leave behind.

use std::collections::BTreeSet;

use crate::domain::{AddressText, NextHop, Plan, Route, RouteId, SecurityRule, SecurityRuleId};

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

/// A security rule that lets HTTPS in from the VNet.
pub(super) fn security_rule() -> SecurityRule {
    let text = |text: &str| vec![text.to_owned()];
    SecurityRule {
        priority: 200,
        sources: text("VirtualNetwork"),
        source_ports: text("*"),
        destinations: text("*"),
        destination_ports: text("443"),
        ..SecurityRule::default()
    }
}

/// The batch scenario with rules of one's own on `snet-training`, numbered and named `rule-1`, `rule-2`…
pub(super) fn with_rules(rules: Vec<SecurityRule>) -> Plan {
    let mut plan = batch_scoring();
    let nsg = testing::subnet_mut(&mut plan, "snet-training")
        .nsg
        .expect("guarded");
    let rules = rules
        .into_iter()
        .zip(1..)
        .map(|(rule, number)| SecurityRule {
            id: SecurityRuleId(plan.next_id()),
            name: format!("rule-{number}"),
            ..rule
        })
        .collect();
    plan.nsg_mut(nsg).expect("guarded").rules = rules;
    plan
}

/// The hub-and-spoke scenario with one route of one's own, `route-1`, in the table of `snet-training`.
pub(super) fn with_route(destination: &str, next_hop: NextHop, address: &str) -> Plan {
    let mut plan = hub_spoke_firewall();
    let table = testing::subnet_mut(&mut plan, "snet-training")
        .route_table
        .expect("routed");
    let id = RouteId(plan.next_id());
    plan.route_table_mut(table).expect("routed").routes = vec![Route {
        id,
        name: "route-1".to_owned(),
        destination: destination.to_owned(),
        next_hop,
        next_hop_address: AddressText::new(address),
    }];
    plan
}

#[test]
fn no_sample_has_an_error() {
    for sample in crate::samples::ALL {
        let errors = errors(&(sample.build)());
        assert!(errors.is_empty(), "{}: {errors:#?}", sample.slug);
    }
    let errors = errors(&crate::samples::blank());
    assert!(errors.is_empty(), "blank: {errors:#?}");
}

#[test]
fn findings_of_one_plan_have_keys_of_their_own() {
    let mut count = 0;
    for sample in crate::samples::ALL {
        // Half of a plan is gone, so that many rules speak at once.
        let mut plan = (sample.build)();
        plan.private_endpoints.clear();
        plan.peerings.clear();
        plan.nat_gateways.clear();
        plan.firewalls.clear();
        let findings = check(&plan);
        let mut seen = BTreeSet::new();
        for finding in findings.iter() {
            assert!(
                seen.insert(finding.key()),
                "{}: {} twice",
                sample.slug,
                finding.key()
            );
        }
        count += seen.len();
    }
    assert!(count > 50, "{count} findings show little");
}
