//! Rules about batch endpoints: what they need of storage, registry, clusters and the workspace.

mod cluster_in_vnet;
mod customer_key;
mod invoke;
mod public_ip;
mod quarantine;
mod registry;
mod storage_endpoints;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &storage_endpoints::RULE,
    &registry::RULE,
    &quarantine::RULE,
    &cluster_in_vnet::RULE,
    &customer_key::RULE,
    &invoke::RULE,
    &public_ip::RULE,
];
