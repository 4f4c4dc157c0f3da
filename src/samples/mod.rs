//! Named sample plans: starting points in the app, fixtures in the tests.

use crate::domain::Plan;

/// A scenario to start from.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Short name in addresses and file names.
    pub slug: &'static str,
    /// Title on its card.
    pub title: &'static str,
    /// One or two sentences: what it contains and whom it is for.
    pub summary: &'static str,
    /// Makes the plan.
    pub build: fn() -> Plan,
}

/// All scenarios, in the order in which the start page shows them.
pub const ALL: &[Sample] = &[];

/// A plan with nothing but sensible defaults.
pub fn blank() -> Plan {
    Plan::default()
}
