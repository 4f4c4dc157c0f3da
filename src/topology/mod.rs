//! What can reach what by VNet, peering and zone link: questions about the plan, answered without Azure.
//!
//! Total: what a half-filled plan leaves open is answered with “no” or `None`. Absent: NSGs and the choice of
//! a route for one packet; those are `flow`.

use std::collections::BTreeMap;

use crate::domain::{Prefix, SubnetId};

mod appliance;
mod consumers;
mod egress;
mod gateway;
mod peering;

pub use appliance::{firewall_address, firewall_for};
pub use consumers::{MissingLink, consumers, missing_links, needed_zones};
pub use egress::{Addressing, Egress, egress};
pub use gateway::gateway_for;
pub use peering::{connected, connected_vnets, direction, peered};

/// Where subnets lie: `allocation` computes it, everything that asks about addresses reads it.
pub type Prefixes = BTreeMap<SubnetId, Prefix>;
