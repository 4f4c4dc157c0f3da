//! The rules: what is checked about a plan. One rule, one file.
//!
//! `rules` never fails and never changes a plan. A rule that lacks input stays silent, because another rule
//! reports the gap. Findings are data; wording is in the rule, rendering is elsewhere.

mod acknowledged;
mod addressing;
mod aks;
mod area;
mod attached;
mod basics;
mod batch;
mod compute;
mod computes;
mod context;
mod demand_words;
mod dns;
mod edition;
mod finding;
mod fixes;
mod flows;
mod governance;
mod inbound;
mod names;
mod naming;
mod nsg;
mod occupants;
mod peering;
mod permits;
mod private_link;
mod ranges;
mod reach;
mod readdress;
mod refit;
mod required;
mod routing;
#[cfg(test)]
mod scenario;
mod subnet;
#[cfg(test)]
mod testing;
mod wording;
mod workspace;
mod written;
mod zones;

use crate::azure::Source;
use crate::domain::Plan;

pub use area::area;
pub use context::Context;
pub use edition::{EDITIONS, Edition, News, RULE_SET, changes, news_since, record_edition, since};
pub use finding::{Applicability, Finding, Findings, Fix, Severity};
pub use required::reported_by;
pub use written::{AddressPlace, PrefixPlace};

/// A rule: what it is called, why it exists, where it comes from, and the check itself.
#[derive(Debug)]
pub struct Rule {
    /// Area and number, such as `NET004`. Never changes meaning, never reused.
    pub code: &'static str,
    /// The name in words, such as `subnet-outside-address-space`.
    pub name: &'static str,
    /// Ids of the facts that it checks, such as `VNET-7`.
    pub facts: &'static [&'static str],
    /// How much it usually matters.
    pub severity: Severity,
    /// What must hold, in one sentence.
    pub synopsis: &'static str,
    /// Why Azure cares: what breaks, in one or two sentences.
    pub why: &'static str,
    /// What to do when it does not.
    pub recommendation: &'static str,
    /// Where Microsoft says so.
    pub sources: &'static [&'static Source],
    /// The check.
    pub check: fn(&Context<'_>, &mut Findings),
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

/// Every rule, by family, in code order within a family. Required flows come last: they leave to the families
/// before them what those report already.
pub const FAMILIES: &[&[&Rule]] = &[
    addressing::RULES,
    aks::RULES,
    attached::RULES,
    basics::RULES,
    batch::RULES,
    compute::RULES,
    dns::RULES,
    governance::RULES,
    naming::RULES,
    nsg::RULES,
    peering::RULES,
    private_link::RULES,
    routing::RULES,
    subnet::RULES,
    workspace::RULES,
    flows::RULES,
    // Last: it looks at what the others have found.
    acknowledged::RULES,
];

/// Every rule.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.iter().copied())
}

/// The rule with this code.
pub fn by_code(code: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code == code)
}

/// Checks a plan with every rule.
pub fn check(plan: &Plan) -> Findings {
    check_in(&Context::new(plan))
}

/// Checks a plan whose context has been computed already.
pub fn check_in(context: &Context<'_>) -> Findings {
    let mut findings = Findings::default();
    for rule in all() {
        (rule.check)(context, &mut findings);
    }
    findings.mark_acknowledged(context.plan);
    findings.sort();
    findings
}
