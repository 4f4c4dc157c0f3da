//! Rules about the workspace's own computes: where they may stand, and what they need there.

mod build_egress;
mod cluster_quota;
mod cluster_reach;
mod cluster_region;
mod explicit_egress;
mod instance_place;
mod managed_network;
mod management_blocked;
mod ssh;
mod storage_blocked;
mod vnet_place;
mod workspace_endpoint;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &vnet_place::RULE,
    &instance_place::RULE,
    &cluster_region::RULE,
    &cluster_reach::RULE,
    &managed_network::RULE,
    &workspace_endpoint::RULE,
    &explicit_egress::RULE,
    &build_egress::RULE,
    &ssh::RULE,
    &management_blocked::RULE,
    &storage_blocked::RULE,
    &cluster_quota::RULE,
];
