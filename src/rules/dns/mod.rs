//! Rules about private DNS: zones, their links, and servers of one's own.

mod custom_servers;
mod duplicate_zone;
mod missing_link;
mod missing_zone;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &missing_zone::RULE,
    &missing_link::RULE,
    &duplicate_zone::RULE,
    &custom_servers::RULE,
];
