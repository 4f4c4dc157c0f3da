//! Rules about required flows: each connection that Azure ML needs comes about, or a finding says what stops
//! it.
//!
//! One rule for each kind of thing that can stop a flow. They come after all other families, and leave to those
//! what they report already about the same items.

mod firewall;
mod name;
mod reply;
mod security_rule;
mod service;
mod way;

use super::required::{Blocker, Cause, causes};
use super::{Context, Finding, Findings, Rule, Severity};
use crate::domain::Subject;

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &security_rule::RULE,
    &way::RULE,
    &reply::RULE,
    &name::RULE,
    &firewall::RULE,
    &service::RULE,
];

/// The code of the rule about such a cause.
pub(super) fn code(kind: Blocker) -> &'static str {
    match kind {
        Blocker::Rule => security_rule::RULE.code,
        Blocker::Way => way::RULE.code,
        Blocker::Reply => reply::RULE.code,
        Blocker::Name => name::RULE.code,
        Blocker::Firewall => firewall::RULE.code,
        Blocker::Service => service::RULE.code,
    }
}

/// Reports each cause of one kind; `offer` adds what would remove it.
fn report(
    cx: &Context<'_>,
    out: &mut Findings,
    rule: &'static Rule,
    kind: Blocker,
    advice: &str,
    offer: &dyn Fn(&Cause<'_>, &mut Finding),
) {
    for cause in causes(cx.plan, cx.flows(), out, kind) {
        let finding = out.report(rule, cause.subject, cause.title(), cause.message(advice));
        finding.part(cause.part);
        if !cause.is_essential() {
            finding.severity(Severity::Warning);
        }
        for flow in &cause.flows {
            for item in flow.needed_by.iter().copied() {
                if !finding.subjects.contains(&Subject::from(item)) {
                    finding.also(item);
                }
            }
        }
        offer(&cause, finding);
    }
}
