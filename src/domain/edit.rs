//! A change of the plan, as a value that can be kept, previewed and applied.

use std::fmt;
use std::sync::Arc;

use super::Plan;

/// A change of the plan. Applying it is pure: previews apply it to a clone and compare.
///
/// Two edits are equal only if they are the same edit, since a change cannot be compared by its text.
#[derive(Clone)]
pub struct Edit(Arc<dyn Fn(&mut Plan) + Send + Sync>);

impl Edit {
    /// A change made by `apply`.
    pub fn new(apply: impl Fn(&mut Plan) + Send + Sync + 'static) -> Self {
        Self(Arc::new(apply))
    }

    /// Makes the change.
    pub fn apply(&self, plan: &mut Plan) {
        (self.0)(plan);
    }

    /// The plan after the change; the given one stays as it is.
    pub fn preview(&self, plan: &Plan) -> Plan {
        let mut changed = plan.clone();
        self.apply(&mut changed);
        changed
    }
}

impl fmt::Debug for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Edit")
    }
}

impl PartialEq for Edit {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
