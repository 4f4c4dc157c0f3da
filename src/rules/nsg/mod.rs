//! Rules about network security groups: what Azure accepts as a rule, and sets that services require.

mod addresses;
mod bastion_incomplete;
mod batch_obsolete;
mod description;
mod ports;
mod priority;
mod rule_count;
mod rule_size;
mod ssh_from_internet;

use crate::domain::{Nsg, Plan, SecurityRule};

use super::{Rule, wording};

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &priority::RULE,
    &ports::RULE,
    &addresses::RULE,
    &description::RULE,
    &rule_count::RULE,
    &bastion_incomplete::RULE,
    &batch_obsolete::RULE,
    &ssh_from_internet::RULE,
    &rule_size::RULE,
];

/// What to call an NSG.
fn name(nsg: &Nsg) -> String {
    wording::name_or(&nsg.name, "NSG")
}

/// What to call a rule: `Deny-All of nsg-ml`.
fn rule_name(nsg: &Nsg, rule: &SecurityRule) -> String {
    format!("{} of {}", wording::name_or(&rule.name, "rule"), name(nsg))
}

/// Every written rule with its NSG.
fn written(plan: &Plan) -> impl Iterator<Item = (&Nsg, &SecurityRule)> {
    plan.nsgs
        .iter()
        .flat_map(|nsg| nsg.rules.iter().map(move |rule| (nsg, rule)))
}
