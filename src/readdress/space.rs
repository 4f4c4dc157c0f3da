//! Address space that nothing uses.

use std::net::Ipv4Addr;

use super::written::{PrefixPlace, written_prefixes};
use crate::allocation::free_blocks;
use crate::azure::address_ranges::{
    AddressRange, DOCKER_BRIDGE, FORBIDDEN, PRIVATE, REFUSED_BY_AKS,
};
use crate::domain::{Plan, Prefix, VnetId};

/// The length of prefix that a new VNet is given: room for 256 subnets of 256 addresses.
pub const USUAL_VNET_LENGTH: u8 = 16;

/// Where the search for a VNet begins: low ranges are what home, lab and on-premises networks use most.
pub(super) const FIRST_VNET: Ipv4Addr = Ipv4Addr::new(10, 20, 0, 0);

/// A private block of this length that nothing in the plan uses and no Azure service refuses.
pub fn free_space(plan: &Plan, length: u8) -> Option<Prefix> {
    free_range(&taken(plan, &|_| true), FIRST_VNET, length)
}

/// A private block for a VNet that holds these subnets and clashes with no other network: of the usual size,
/// or else the smallest.
pub fn space_around(plan: &Plan, vnet: VnetId, subnets: &[Prefix]) -> Option<Prefix> {
    let first = subnets.first()?.first();
    let around = |length| {
        let block = Prefix::containing(first, length)?;
        let holds_all = subnets.iter().all(|it| block.contains(*it));
        holds_all.then_some(block)
    };
    let smallest = (0..=32).rev().find_map(around)?;
    let taken = taken(plan, &|place| match place {
        PrefixPlace::AddressSpace(id, _) => id != vnet,
        PrefixPlace::Subnet(_) => false,
        _ => true,
    });
    let is_free = |block: &Prefix| {
        PRIVATE.value.iter().any(|range| range.contains(*block))
            && !taken.iter().any(|other| other.overlaps(*block))
    };
    around(USUAL_VNET_LENGTH)
        .filter(is_free)
        .or(Some(smallest).filter(is_free))
}

/// The ranges that mean something else: those that Azure or AKS refuses, and what is written in the plan at
/// the places that `counts` lets through.
pub(super) fn taken(plan: &Plan, counts: &dyn Fn(PrefixPlace) -> bool) -> Vec<Prefix> {
    // Ranges that may reach an API server are outside of everything that the plan could clash with.
    written_prefixes(plan)
        .filter(|(place, _)| counts(*place) && !matches!(place, PrefixPlace::Authorized(..)))
        .filter_map(|(_, text)| text.prefix())
        .chain(refused().filter_map(AddressRange::prefix))
        .collect()
}

/// The ranges that no VNet, service or pod range should touch (VNET-1, VNET-9, VNET-13).
pub(super) fn refused() -> impl Iterator<Item = &'static AddressRange> {
    FORBIDDEN
        .value
        .iter()
        .chain([&DOCKER_BRIDGE.value])
        .chain(REFUSED_BY_AKS.value)
}

/// The first free private block of this length: at `from` or after it in the same private range, then
/// anywhere.
pub(super) fn free_range(taken: &[Prefix], from: Ipv4Addr, length: u8) -> Option<Prefix> {
    let ranges = || PRIVATE.value.iter().filter_map(AddressRange::prefix);
    let home = ranges().find(|range| range.contains_address(from))?;
    let free = |range: Prefix| {
        let blocks = free_blocks(&[range], taken).into_iter();
        blocks.filter(|block| block.length() <= length)
    };
    let after = free(home)
        .filter(|block| block.last() >= from)
        .find_map(|block| {
            let start = block.first().max(from);
            Prefix::containing(start, length).filter(|found| block.contains(*found))
        });
    after.or_else(|| {
        let mut everywhere = ranges().flat_map(free);
        everywhere.find_map(|block| block.with_length(length))
    })
}

/// True if a prefix lies in private address space (VNET-2).
pub(super) fn is_private(prefix: Prefix) -> bool {
    PRIVATE.value.iter().any(|range| range.contains(prefix))
}
