//! Rules about names: one for each kind of name, one for names that are taken.

mod aks_cluster;
mod batch_deployment;
mod batch_endpoint;
mod compute;
mod container_registry;
mod duplicate;
mod firewall;
mod key_vault;
mod monitoring;
mod names;
mod network_resource;
mod node_pool;
mod private_endpoint;
mod resource_group;
mod storage_account;
mod subnet;
mod virtual_machine;
mod virtual_network;
mod workspace;

use super::Rule;

/// The rules of this family. Their numbers follow the facts.
pub(super) const RULES: &[&Rule] = &[
    &resource_group::RULE,
    &virtual_network::RULE,
    &subnet::RULE,
    &network_resource::RULE,
    &private_endpoint::RULE,
    &firewall::RULE,
    &storage_account::RULE,
    &key_vault::RULE,
    &container_registry::RULE,
    &workspace::RULE,
    &compute::RULE,
    &batch_endpoint::RULE,
    &batch_deployment::RULE,
    &aks_cluster::RULE,
    &node_pool::RULE,
    &virtual_machine::RULE,
    &monitoring::RULE,
    &duplicate::RULE,
];
