//! Private DNS zones by the names that people know them by.

use crate::domain::{Plan, Word, ZoneKind};

/// The name of a zone in the plan's cloud and region.
pub(super) fn name(_plan: &Plan, kind: ZoneKind) -> String {
    kind.label().to_owned()
}
