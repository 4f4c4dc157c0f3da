//! Where subnets lie: the prefixes that were written, and a place for those that were left to us.
//!
//! Deterministic and total. Written prefixes never move. Blank subnets are placed VNet by VNet in the order of
//! their ids, each where best fit puts it, so that:
//!
//! - the order in which a plan lists its subnets does not matter;
//! - adding a subnet never moves those that were there before, as long as all find room to double;
//! - a subnet moves for a change of another one only if that one has a smaller id and changes its own size.
//!
//! Writing a placed prefix down pins it for good. A subnet that fits nowhere stays without a prefix, with the
//! reason and the smallest enlargement that would help.

#![warn(clippy::arithmetic_side_effects)]

mod enlarge;
mod free;
mod place;
mod size;
mod surroundings;

use std::collections::BTreeMap;

use crate::azure::reserved;
use crate::capacity::Demand;
use crate::domain::{Placement, Plan, Prefix, PrefixText, Subnet, SubnetId, Vnet};
use crate::topology::Prefixes;

use free::Free;
use place::{Choice, Request, Space};
use size::Size;
use surroundings::Surroundings;

pub use enlarge::Enlargement;
pub use free::{free_blocks, next_free};

/// A prefix chosen for a subnet that had none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The prefix.
    pub prefix: Prefix,
    /// Why this one, in one sentence.
    pub reason: String,
}

/// Why a subnet has no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The reason and what would help, in words.
    pub reason: String,
    /// The smallest change of the VNet's address space that would help, if one would.
    pub enlargement: Option<Enlargement>,
}

/// The prefixes of all subnets of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allocation {
    written: Prefixes,
    placed: BTreeMap<SubnetId, Placed>,
    unplaced: BTreeMap<SubnetId, Unplaced>,
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

    /// All prefixes, written and chosen.
    pub fn prefixes(&self) -> Prefixes {
        let chosen = self
            .placed
            .iter()
            .map(|(subnet, placed)| (*subnet, placed.prefix));
        self.written.clone().into_iter().chain(chosen).collect()
    }

    /// The choice for a subnet that was left to us.
    pub fn placed(&self, subnet: SubnetId) -> Option<&Placed> {
        self.placed.get(&subnet)
    }

    /// Why a subnet that was left to us has no place.
    pub fn unplaced(&self, subnet: SubnetId) -> Option<&str> {
        self.unplaced
            .get(&subnet)
            .map(|unplaced| unplaced.reason.as_str())
    }

    /// The smallest change of its VNet's address space that would give an unplaced subnet a place.
    pub fn enlargement(&self, subnet: SubnetId) -> Option<Enlargement> {
        self.unplaced.get(&subnet)?.enlargement
    }
}

/// Finds a place for every subnet of the plan.
pub fn allocate(plan: &Plan, demand: &Demand) -> Allocation {
    let mut allocation = Allocation {
        written: plan
            .subnets()
            .filter_map(|(_, subnet)| Some((subnet.id, subnet.prefix.prefix()?)))
            .collect(),
        ..Allocation::default()
    };
    for vnet in &plan.vnets {
        allocate_in(plan, vnet, demand, &mut allocation);
    }
    allocation
}

/// Finds a place for every blank subnet of one VNet.
fn allocate_in(plan: &Plan, vnet: &Vnet, demand: &Demand, out: &mut Allocation) {
    let blank = || {
        vnet.subnets
            .iter()
            .filter(|subnet| subnet.prefix.is_blank())
    };
    let mut requests = Vec::new();
    for subnet in blank() {
        if subnet.placement == Placement::Existing {
            out.unplaced.insert(subnet.id, existing(subnet));
        } else {
            let (id, size) = (subnet.id, Size::of(subnet, &demand.of(subnet.id)));
            requests.push(Request { subnet: id, size });
        }
    }
    if requests.is_empty() {
        return;
    }
    let entries: Vec<Prefix> = vnet
        .address_space
        .iter()
        .filter_map(PrefixText::prefix)
        .collect();
    let around = Surroundings::of(plan, vnet);
    let any = Free::new(&entries, &around.closed);
    let mut clear = any.clone();
    for avoided in &around.avoided {
        clear.take(*avoided);
    }
    let space = Space { clear, any };
    let choices = place::place(&space, &mut requests);
    let mut left = space.any;
    for choice in choices.iter().flatten() {
        left.take(choice.prefix);
    }
    for (request, choice) in requests.iter().zip(choices) {
        if let Some(choice) = choice {
            let placed = placed(&request.size, &choice, &around);
            out.placed.insert(request.subnet, placed);
        } else {
            let unplaced = unplaced(plan, vnet, &request.size, &left);
            out.unplaced.insert(request.subnet, unplaced);
        }
    }
}

fn placed(size: &Size, choice: &Choice, around: &Surroundings) -> Placed {
    let prefix = choice.prefix;
    let clash = around
        .avoided
        .iter()
        .find(|avoided| avoided.overlaps(prefix));
    let consequence = match (clash, choice.spared) {
        (Some(clash), _) => format!("; it overlaps {clash}, as nothing else is free"),
        (None, Some(spared)) => format!("; keeps {spared} whole"),
        (None, None) => String::new(),
    };
    let reason = format!("{}{consequence}.", size.reason(prefix.length()));
    Placed { prefix, reason }
}

fn unplaced(plan: &Plan, vnet: &Vnet, size: &Size, left: &Free) -> Unplaced {
    let name = match vnet.name.trim() {
        "" => "this VNet",
        name => name,
    };
    if vnet
        .address_space
        .iter()
        .all(|text| text.prefix().is_none())
    {
        return Unplaced {
            reason: format!("{name} has no address space yet, so there is nothing to place it in."),
            enlargement: None,
        };
    }
    let largest = left.largest().map_or_else(
        || "all of it is in use".to_owned(),
        |largest| format!("the largest is {largest}"),
    );
    let enlargement = enlarge::enlargement(plan, vnet, size.least, left);
    let advice = match enlargement {
        Some(Enlargement::Widen { index, prefix }) => {
            let entry = vnet.address_space.get(index);
            let entry = entry.map_or("", |text| text.as_str().trim());
            format!("Widen {entry} to {prefix}.")
        }
        Some(Enlargement::Add(prefix)) => format!("Add {prefix} to its address space."),
        None => "Private address space has no room for more.".to_owned(),
    };
    let block = size.least_block();
    Unplaced {
        reason: format!("No free block of {name} holds {block}: {largest}. {advice}"),
        enlargement,
    }
}

fn existing(subnet: &Subnet) -> Unplaced {
    let name = match subnet.name.trim() {
        "" => "This subnet",
        name => name,
    };
    Unplaced {
        reason: format!(
            "{name} exists already: write the prefix that it has, so that nothing else is placed there."
        ),
        enlargement: None,
    }
}

/// How full every subnet with a prefix is, in the plan's order.
pub fn capacity_table(plan: &Plan, demand: &Demand, allocation: &Allocation) -> Vec<Utilisation> {
    plan.subnets()
        .filter_map(|(_, subnet)| {
            Some(Utilisation {
                subnet: subnet.id,
                usable: reserved::usable(allocation.prefix(subnet.id)?),
                needed: demand.of(subnet.id).total(),
            })
        })
        .collect()
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
