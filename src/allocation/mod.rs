//! Where subnets lie: the prefixes that were written, and a place for those that were left to us.
//!
//! Deterministic and total. Written prefixes never move. Blank subnets are placed VNet by VNet in the order of
//! their ids, each where best fit puts it, so that:
//!
//! - the order in which a plan lists its subnets does not matter;
//! - adding a subnet never moves those that were there before, as long as all find the room to grow that the
//!   plan asks for;
//! - a subnet moves for a change of another one only if that one has a smaller id and changes its own size.
//!
//! Nothing is stored, so a subnet that grows can still push those with higher ids on. Writing a placed prefix
//! down pins it for good; `readdress::pin_all` does so for a whole plan. A subnet that fits nowhere stays without a prefix, with the
//! reason and the smallest enlargement that would help.

#![warn(clippy::arithmetic_side_effects)]

mod enlarge;
mod fit;
mod free;
mod place;
mod room;
mod size;
mod surroundings;

use std::collections::BTreeMap;

use crate::capacity::Demand;
use crate::domain::{Placement, Plan, Prefix, PrefixText, Subnet, SubnetId, Vnet};
use crate::topology::Prefixes;

use free::Free;
use place::{Choice, Request, Space};
use size::{Growth, Size};
use surroundings::Surroundings;

pub use enlarge::Enlargement;
pub use fit::{Bound, Fit};
pub use free::{free_blocks, next_free};
pub use room::{
    ClusterCapacity, Level, PlanCapacity, PodRange, SubnetCapacity, UseRow, Utilisation,
    VnetCapacity, capacity_table, plan_capacity,
};

/// A prefix chosen for a subnet that had none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The prefix.
    pub prefix: Prefix,
    /// Why this one, in one sentence.
    pub reason: String,
}

impl Placed {
    /// The place and its reason in one sentence: `10.20.4.0/26: smallest block for 42 addresses with room to
    /// double; keeps 10.20.8.0/21 whole.`
    pub fn sentence(&self) -> String {
        let mut text = self.prefix.to_string();
        text.push_str(": ");
        let mut letters = self.reason.chars();
        text.extend(letters.next().map(|first| first.to_ascii_lowercase()));
        text.push_str(letters.as_str());
        text
    }
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
    let growth = Growth::of(&plan.basics);
    let mut requests = Vec::new();
    for subnet in blank() {
        if subnet.placement == Placement::Existing {
            out.unplaced.insert(subnet.id, existing(subnet));
        } else {
            let (id, size) = (subnet.id, Size::of(subnet, &demand.of(subnet.id), growth));
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
