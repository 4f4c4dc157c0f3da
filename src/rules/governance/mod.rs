//! Rules about what the subscription forbids: locks, policies, quotas, Azure Lighthouse.

mod lighthouse;
mod locks;
mod policies;
mod quotas;

use crate::domain::Plan;

use super::Rule;
use super::computes::{Compute, computes};

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &locks::RULE,
    &policies::RULE,
    &quotas::RULE,
    &lighthouse::RULE,
];

/// Computes in subnets with public IP addresses: Azure makes an NSG, a load balancer and a public IP for each.
fn public_computes(plan: &Plan) -> impl Iterator<Item = Compute> {
    computes(plan).filter(|compute| compute.public_ip && compute.subnet.is_some())
}
