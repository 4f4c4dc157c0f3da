//! Dividing an address space by hand: blocks and entries split and joined, and the next free block.
//!
//! Free blocks are not part of a plan, so splitting and joining them ([`split_block`], [`join_blocks`]) only
//! computes; what is in the plan changes through a [`Change`]. What is absent: subnets (`subnets`).

use super::space::refused;
use super::{Change, Refusal, called};
use crate::allocation::{allocate, free_blocks, next_free};
use crate::azure::subnet_sizes::SUBNET_LENGTHS;
use crate::capacity::demand;
use crate::domain::{Edit, Placement, Plan, Prefix, PrefixText, Vnet, VnetId};

/// The two halves of a block.
///
/// # Errors
/// [`Refusal::TooSmallToSplit`] if no subnet could be a half.
pub fn split_block(block: Prefix) -> Result<(Prefix, Prefix), Refusal> {
    let smallest = *SUBNET_LENGTHS.value.end();
    let halves = || {
        let lower = block.with_length(block.length().checked_add(1)?)?;
        Some((lower, lower.next()?))
    };
    halves()
        .filter(|(lower, _)| lower.length() <= smallest)
        .ok_or(Refusal::TooSmallToSplit { block, smallest })
}

/// The block whose two halves these are.
///
/// # Errors
/// [`Refusal::NotHalves`] if they are not.
pub fn join_blocks(one: Prefix, other: Prefix) -> Result<Prefix, Refusal> {
    let (whole, sibling) = around(one).ok_or(Refusal::Gone)?;
    if other == sibling {
        Ok(whole)
    } else {
        Err(Refusal::NotHalves {
            one,
            other,
            sibling,
        })
    }
}

/// The block that a prefix is a half of, and the other half.
pub(super) fn around(half: Prefix) -> Option<(Prefix, Prefix)> {
    let whole = Prefix::containing(half.first(), half.length().checked_sub(1)?)?;
    let lower = whole.with_length(half.length())?;
    let sibling = if lower == half { lower.next()? } else { lower };
    Some((whole, sibling))
}

/// Splits an entry of a VNet's address space into its halves. Subnets stay where they are.
///
/// # Errors
/// The VNet exists, the entry cannot be read or halved, or a subnet lies across its middle.
pub fn split_entry(plan: &Plan, id: VnetId, index: usize) -> Result<Change, Refusal> {
    let (vnet, entry) = entry(plan, id, index)?;
    let (lower, upper) = split_block(entry)?;
    let allocation = allocate(plan, &demand(plan));
    for subnet in &vnet.subnets {
        if let Some(prefix) = allocation.prefix(subnet.id)
            && prefix.contains(lower)
            && entry.contains(prefix)
        {
            return Err(Refusal::Across {
                who: called(&subnet.name, "a subnet"),
                prefix,
                block: entry,
            });
        }
    }
    Ok(Change {
        label: format!("Split {entry}"),
        value: String::new(),
        reason: format!("{entry} becomes {lower} and {upper}; no subnet moves."),
        edit: Edit::new(move |plan| {
            if let Some(vnet) = plan.vnet_mut(id)
                && index < vnet.address_space.len()
            {
                let halves = [PrefixText::from(lower), PrefixText::from(upper)];
                vnet.address_space.splice(index..=index, halves);
            }
        }),
    })
}

/// Joins an entry of a VNet's address space with its other half, which is an entry too.
///
/// # Errors
/// The VNet exists, the entry cannot be read, or the other half is not there.
pub fn join_entries(plan: &Plan, id: VnetId, index: usize) -> Result<Change, Refusal> {
    let (vnet, entry) = entry(plan, id, index)?;
    let (whole, sibling) = around(entry).ok_or(Refusal::Gone)?;
    let position = |text: &PrefixText| text.prefix() == Some(sibling);
    let Some(other) = vnet.address_space.iter().position(position) else {
        return Err(Refusal::NoSibling {
            sibling,
            vnet: called(&vnet.name, "this VNet"),
        });
    };
    let (first, second) = (index.min(other), index.max(other));
    Ok(Change {
        label: format!("Join to {whole}"),
        value: whole.to_string(),
        reason: format!("{entry} and {sibling} become {whole}; no subnet moves."),
        edit: Edit::new(move |plan| {
            if let Some(vnet) = plan.vnet_mut(id)
                && second < vnet.address_space.len()
            {
                vnet.address_space.remove(second);
                if let Some(text) = vnet.address_space.get_mut(first) {
                    *text = whole.into();
                }
            }
        }),
    })
}

/// An entry of the address space of a VNet that the plan creates.
fn entry(plan: &Plan, id: VnetId, index: usize) -> Result<(&Vnet, Prefix), Refusal> {
    let vnet = plan.vnet(id).ok_or(Refusal::Gone)?;
    if vnet.placement == Placement::Existing {
        return Err(Refusal::Existing(called(&vnet.name, "this VNet")));
    }
    let text = vnet.address_space.get(index).ok_or(Refusal::Gone)?;
    let unreadable = || Refusal::NotReadable(called(&vnet.name, "this VNet"));
    let prefix = text.prefix().ok_or_else(unreadable)?;
    Ok((vnet, prefix))
}

/// The next free block of this length in a VNet, beside all subnets and all ranges that Azure refuses. Large
/// blocks are kept whole as long as they can be.
///
/// # Errors
/// [`Refusal::Length`] or [`Refusal::NoBlock`].
pub fn next_block(plan: &Plan, id: VnetId, length: u8) -> Result<Prefix, Refusal> {
    let vnet = plan.vnet(id).ok_or(Refusal::Gone)?;
    check_length(length)?;
    let allocation = allocate(plan, &demand(plan));
    let subnets = vnet.subnets.iter();
    let taken: Vec<Prefix> = subnets
        .filter_map(|subnet| allocation.prefix(subnet.id))
        .chain(refused().filter_map(crate::azure::address_ranges::AddressRange::prefix))
        .collect();
    let space = space(vnet);
    next_free(&space, &taken, length).ok_or_else(|| {
        let free = free_blocks(&space, &taken).into_iter();
        let largest = free.min_by_key(|block| (block.length(), block.first()));
        Refusal::NoBlock {
            vnet: called(&vnet.name, "this VNet"),
            length,
            largest: largest.map_or_else(
                || "all of it is in use".to_owned(),
                |block| format!("the largest free block is {block}"),
            ),
        }
    })
}

pub(super) fn check_length(length: u8) -> Result<(), Refusal> {
    let (shortest, longest) = (*SUBNET_LENGTHS.value.start(), *SUBNET_LENGTHS.value.end());
    if (shortest..=longest).contains(&length) {
        return Ok(());
    }
    Err(Refusal::Length {
        length,
        shortest,
        longest,
    })
}

/// The entries of an address space that can be read.
pub(super) fn space(vnet: &Vnet) -> Vec<Prefix> {
    let entries = vnet.address_space.iter();
    entries.filter_map(PrefixText::prefix).collect()
}
