//! A VNet as a row of blocks: its subnets and the space between them, in the order of their addresses.
//!
//! What a person sees who divides an address space by hand. Free space is not part of a plan, so how it is
//! divided is a list of cuts that the caller keeps: blocks that show as their two halves. What is absent: what
//! can be done to the blocks (`by_hand`, `pin`).

use std::collections::BTreeSet;

use super::by_hand::{around, space};
use super::subnets::check_half;
use super::{Refusal, called, split_block};
use crate::allocation::{Allocation, free_blocks};
use crate::domain::{Prefix, SubnetId, Vnet};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// Nothing lies there.
    Free,
    /// A subnet, at a prefix of its own or where it was placed.
    Subnet(SubnetId),
}

/// A block of a VNet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its addresses.
    pub prefix: Prefix,
    /// Position in the address space of the entry around it; `None` for a subnet outside of it.
    pub entry: Option<usize>,
    /// What it is.
    pub holder: Holder,
}

/// The blocks of a VNet by entries of its address space, and in each in the order of their addresses. Subnets
/// outside come last; those without a place are not there.
pub fn blocks(vnet: &Vnet, allocation: &Allocation, cuts: &BTreeSet<Prefix>) -> Vec<Block> {
    let subnets: Vec<(SubnetId, Prefix)> = vnet
        .subnets
        .iter()
        .filter_map(|subnet| Some((subnet.id, allocation.prefix(subnet.id)?)))
        .collect();
    let taken: Vec<Prefix> = subnets.iter().map(|(_, prefix)| *prefix).collect();
    let free = free_blocks(&space(vnet), &taken);
    let free = free.into_iter().flat_map(|block| divided(block, cuts));
    let free = free.map(|prefix| (prefix, Holder::Free));
    let held = subnets
        .into_iter()
        .map(|(id, prefix)| (prefix, Holder::Subnet(id)));
    let mut blocks: Vec<Block> = free
        .chain(held)
        .map(|(prefix, holder)| Block {
            prefix,
            entry: entry_around(vnet, prefix),
            holder,
        })
        .collect();
    blocks.sort_by_key(|block| (block.entry.unwrap_or(usize::MAX), block.prefix));
    blocks
}

/// The largest entry around a prefix, the first of them if there are several.
fn entry_around(vnet: &Vnet, prefix: Prefix) -> Option<usize> {
    let entries = vnet.address_space.iter().enumerate();
    entries
        .filter_map(|(index, text)| Some((index, text.prefix()?)))
        .filter(|(_, entry)| entry.contains(prefix))
        .min_by_key(|(index, entry)| (entry.length(), *index))
        .map(|(index, _)| index)
}

/// A free block as it is cut: its parts, in the order of their addresses.
pub fn divided(block: Prefix, cuts: &BTreeSet<Prefix>) -> Vec<Prefix> {
    let mut shown = Vec::new();
    let mut waiting = vec![block];
    while let Some(block) = waiting.pop() {
        match split_block(block) {
            Ok((lower, upper)) if cuts.contains(&block) => waiting.extend([upper, lower]),
            _ => shown.push(block),
        }
    }
    shown
}

/// Shows a free block as its two halves; answers with the lower one.
///
/// # Errors
/// [`Refusal::TooSmallToSplit`] if no subnet could be a half.
pub fn cut_block(cuts: &mut BTreeSet<Prefix>, block: Prefix) -> Result<Prefix, Refusal> {
    let (lower, _) = split_block(block)?;
    cuts.insert(block);
    Ok(lower)
}

/// Shows a free block and its other half as the one that they are; answers with that.
///
/// # Errors
/// The other half is not free as a whole, not in the address space, or cut itself.
pub fn join_free(
    vnet: &Vnet,
    allocation: &Allocation,
    cuts: &mut BTreeSet<Prefix>,
    block: Prefix,
) -> Result<Prefix, Refusal> {
    let (whole, sibling) = around(block).ok_or(Refusal::Gone)?;
    check_half(vnet, whole, sibling)?;
    let in_use = vnet.subnets.iter().find(|subnet| {
        let prefix = allocation.prefix(subnet.id);
        prefix.is_some_and(|prefix| prefix.overlaps(sibling))
    });
    if let Some(subnet) = in_use {
        let who = called(&subnet.name, "a subnet");
        return Err(Refusal::HalfInUse { sibling, who });
    }
    if cuts.contains(&sibling) {
        return Err(Refusal::HalfSplit(sibling));
    }
    cuts.remove(&whole);
    Ok(whole)
}
