//! One question over the whole plan: does a connection come about, and what decides on its way?
//!
//! Names, NSGs, routes, peerings, gateways and firewalls in the order in which a packet meets them, and the
//! way of the reply. What stands outside the plan (appliances, networks on-premises) answers “unknown”.

mod boxes;
mod ends;
mod network;
mod probe;
mod reply;
mod trace;
mod walk;

use super::{Border, NextHop, Verdict};
use crate::domain::Plan;
use crate::topology::Prefixes;

pub use network::Network;
pub use probe::{Party, Probe};
pub use trace::{Asymmetry, Hop, Path, Spot, Stage};

/// The way of a connection through the plan, and whether it comes about.
///
/// For many questions about one plan, [`Network`] reads it once.
pub fn path(plan: &Plan, prefixes: &Prefixes, probe: &Probe) -> Path {
    Network::new(plan, prefixes).path(probe)
}
