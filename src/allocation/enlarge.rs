//! What to do when a VNet has no place for a subnet: the smallest change of its address space that makes one.

use super::free::{Free, free_blocks};
use super::surroundings::{Surroundings, reserved_in};
use crate::azure::address_ranges::{self, AddressRange};
use crate::azure::subnet_sizes::LARGEST_USUAL_SUBNET;
use crate::domain::{Plan, Prefix, Vnet};

/// A change of a VNet's address space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enlargement {
    /// Replace the entry at this index by a larger block around it.
    Widen {
        /// Position in the VNet's address space.
        index: usize,
        /// The larger block.
        prefix: Prefix,
    },
    /// Add this block to the address space.
    Add(Prefix),
}

impl Enlargement {
    /// The block that would be in the address space.
    pub fn prefix(self) -> Prefix {
        match self {
            Self::Widen { prefix, .. } | Self::Add(prefix) => prefix,
        }
    }
}

/// The smallest enlargement of a VNet that gives room for a prefix of this length: an entry that can grow in
/// its place, or else a further block in private address space. `None` if all private space is in use.
///
/// `left` is what the VNet has left when all that fits is placed.
pub(super) fn enlargement(
    plan: &Plan,
    vnet: &Vnet,
    length: u8,
    left: &Free,
) -> Option<Enlargement> {
    let own: Vec<Prefix> = entries(vnet).map(|(_, prefix)| prefix).collect();
    let around = Surroundings::of(plan, vnet);
    // Written subnets may lie outside the address space as it is now; those that were placed do not.
    let occupied = [around.closed, free_blocks(&own, left.blocks())].concat();
    let mut taken = around.avoided;
    taken.extend(reserved_in(plan, vnet));
    let others = plan.vnets.iter().filter(|other| other.id != vnet.id);
    taken.extend(others.flat_map(|other| entries(other).map(|(_, prefix)| prefix)));
    widen(vnet, length, &taken, &occupied).or_else(|| {
        taken.extend(own);
        taken.extend(occupied);
        add(vnet, length, &taken)
    })
}

/// Entries of the address space that can be read, with their positions.
fn entries(vnet: &Vnet) -> impl Iterator<Item = (usize, Prefix)> {
    let entries = vnet.address_space.iter().enumerate();
    entries.filter_map(|(index, text)| Some((index, text.prefix()?)))
}

/// The smallest growth of one entry that has room and meets nothing that the entry does not meet already.
fn widen(vnet: &Vnet, length: u8, taken: &[Prefix], occupied: &[Prefix]) -> Option<Enlargement> {
    let blocked = [taken, occupied].concat();
    let mut candidates: Vec<(u64, usize, Prefix)> = Vec::new();
    for (index, entry) in entries(vnet) {
        let neighbours: Vec<Prefix> = entries(vnet)
            .filter(|(other, _)| *other != index)
            .map(|(_, prefix)| prefix)
            .chain(taken.iter().copied())
            .filter(|other| !other.overlaps(entry))
            .collect();
        let grown = (LARGEST_USUAL_SUBNET.value..entry.length())
            .rev()
            .filter_map(|length| Prefix::containing(entry.first(), length))
            .take_while(|wide| is_private(*wide) == is_private(entry))
            .take_while(|wide| !neighbours.iter().any(|other| other.overlaps(*wide)))
            .find(|wide| Free::new(&[*wide], &blocked).best_fit(length).is_some());
        if let Some(wide) = grown {
            candidates.push((wide.size().saturating_sub(entry.size()), index, wide));
        }
    }
    let (_, index, prefix) = candidates.into_iter().min()?;
    Some(Enlargement::Widen { index, prefix })
}

/// The first free private block, in the range that the VNet uses already if it can be there.
fn add(vnet: &Vnet, length: u8, taken: &[Prefix]) -> Option<Enlargement> {
    let private = || {
        address_ranges::PRIVATE
            .value
            .iter()
            .filter_map(AddressRange::prefix)
    };
    let home: Vec<Prefix> = private()
        .filter(|range| entries(vnet).any(|(_, entry)| range.contains(entry)))
        .collect();
    let everywhere: Vec<Prefix> = private().collect();
    [home, everywhere]
        .iter()
        .find_map(|space| Free::new(space, taken).best_fit(length))
        .map(Enlargement::Add)
}

fn is_private(prefix: Prefix) -> bool {
    let mut ranges = address_ranges::PRIVATE.value.iter();
    ranges.any(|range| range.contains(prefix))
}
