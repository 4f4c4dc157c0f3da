//! Rules about what holds for the whole plan: region, cloud, subscription, and references to what exists.

mod region_missing;
mod region_unknown;
mod resource_id;
mod subscription_id;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &region_missing::RULE,
    &region_unknown::RULE,
    &subscription_id::RULE,
    &resource_id::RULE,
];
