//! Rules about address prefixes as such, wherever they are written.

mod not_canonical;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[&not_canonical::RULE];
