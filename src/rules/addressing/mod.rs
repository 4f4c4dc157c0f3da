//! Rules about address prefixes and addresses as such, wherever they are written.

mod address_not_readable;
mod docker_bridge;
mod network_counts;
mod no_address_space;
mod not_canonical;
mod not_readable;
mod on_premises_overlap;
mod public_range;
mod refused_by_aks;
mod reserved_by_azure;
mod space_overlaps_itself;
mod space_too_small;
mod static_address_outside;
mod static_address_reserved;
mod vnet_overcommitted;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &not_readable::RULE,
    &address_not_readable::RULE,
    &reserved_by_azure::RULE,
    &not_canonical::RULE,
    &public_range::RULE,
    &docker_bridge::RULE,
    &refused_by_aks::RULE,
    &no_address_space::RULE,
    &space_overlaps_itself::RULE,
    &space_too_small::RULE,
    &vnet_overcommitted::RULE,
    &on_premises_overlap::RULE,
    &static_address_reserved::RULE,
    &static_address_outside::RULE,
    &network_counts::RULE,
];
