//! Subnets added, split, joined, resized and moved by hand.
//!
//! Nothing here makes a plan worse: a change that a rule would call an error is refused with the reason.

use super::by_hand::{around, check_length, next_block, space, split_block};
use super::moves::carried;
use super::space::refused;
use super::{Change, Refusal, called, move_subnet};
use crate::allocation::allocate;
use crate::azure::{fixed_subnets, reserved};
use crate::capacity::{demand, smallest_prefix, thousands};
use crate::domain::{
    Edit, Item, Placement, Plan, Prefix, Subnet, SubnetId, SubnetPurpose, Vnet, VnetId,
};

/// Adds a subnet of this purpose at a block of a VNet.
///
/// # Errors
/// The block is no place for it.
pub fn add_subnet(
    plan: &Plan,
    id: VnetId,
    block: Prefix,
    purpose: SubnetPurpose,
) -> Result<Change, Refusal> {
    let vnet = plan.vnet(id).ok_or(Refusal::Gone)?;
    if vnet.placement == Placement::Existing {
        return Err(Refusal::Existing(called(&vnet.name, "this VNet")));
    }
    let fixed = fixed_subnets::for_purpose(purpose).and_then(|fixed| fixed.name);
    let name = match fixed {
        Some(name) if vnet.subnets.iter().any(|it| it.purpose == purpose) => {
            return Err(Refusal::OnlyOne(name.to_owned()));
        }
        Some(name) => name.to_owned(),
        None => unused_name(vnet, "snet"),
    };
    let subnet = Subnet {
        name,
        purpose,
        prefix: block.into(),
        ..Subnet::default()
    };
    check_place(vnet, &subnet, 0, block)?;
    Ok(Change {
        label: format!("Add {} at {block}", subnet.name),
        value: block.to_string(),
        reason: format!(
            "{block}: free, with {} usable addresses.",
            thousands(reserved::usable(block))
        ),
        edit: Edit::new(move |plan| push_subnet(plan, id, None, &subnet)),
    })
}

/// Splits a subnet: it keeps the lower half, and a new subnet with the same settings gets the upper one.
///
/// # Errors
/// The subnet exists, has a name that Azure sets, or needs more than a half.
pub fn split_subnet(plan: &Plan, id: SubnetId) -> Result<Change, Refusal> {
    let (vnet, subnet) = new_subnet(plan, id)?;
    if let Some(name) = fixed_subnets::for_purpose(subnet.purpose).and_then(|fixed| fixed.name) {
        return Err(Refusal::OnlyOne(name.to_owned()));
    }
    let demand = demand(plan);
    let prefix = allocate(plan, &demand).prefix(id);
    let unreadable = || Refusal::NotReadable(called(&subnet.name, "this subnet"));
    let prefix = prefix.ok_or_else(unreadable)?;
    let (lower, upper) = split_block(prefix)?;
    check_size(subnet, demand.of(id).total(), lower)?;
    check_fixed(plan, subnet, lower)?;
    let vnet_id = vnet.id;
    let second = Subnet {
        name: unused_name(vnet, &called(&subnet.name, "snet")),
        prefix: upper.into(),
        used_addresses: 0,
        ..subnet.clone()
    };
    Ok(Change {
        label: format!("Split {}", called(&subnet.name, "this subnet")),
        value: lower.to_string(),
        reason: format!("It keeps {lower}; {} gets {upper}.", second.name),
        edit: Edit::new(move |plan| {
            move_subnet(plan, id, lower);
            push_subnet(plan, vnet_id, Some(id), &second);
        }),
    })
}

/// Joins a subnet with its other half: with free space, or with a subnet that nothing stands in and that is
/// gone afterwards.
///
/// # Errors
/// The subnet exists, or its other half is not there as a whole, or in use.
pub fn join_subnet(plan: &Plan, id: SubnetId) -> Result<Change, Refusal> {
    let (vnet, subnet) = new_subnet(plan, id)?;
    let allocation = allocate(plan, &demand(plan));
    let name = called(&subnet.name, "this subnet");
    let prefix = allocation.prefix(id);
    let prefix = prefix.ok_or_else(|| Refusal::NotReadable(name.clone()))?;
    let (whole, sibling) = around(prefix).ok_or(Refusal::Gone)?;
    check_half(vnet, whole, sibling)?;
    let others = vnet.subnets.iter().filter(|other| other.id != id);
    let mut there = others.filter_map(|other| {
        let prefix = allocation.prefix(other.id)?;
        prefix.overlaps(sibling).then_some((other, prefix))
    });
    let Some((other, lies)) = there.next() else {
        return move_subnet_to(plan, id, whole).map(|change| Change {
            label: format!("Join {name} with {sibling}"),
            reason: format!("{name} becomes {whole}; {sibling} is free."),
            ..change
        });
    };
    let (other_id, who) = (other.id, called(&other.name, "a subnet"));
    // What Azure names is found by its name: no field refers to the subnet of a Bastion or firewall.
    let named = fixed_subnets::for_purpose(other.purpose).is_some();
    if lies != sibling || named || there.next().is_some() {
        return Err(Refusal::HalfInUse { sibling, who });
    }
    if other.placement == Placement::Existing || is_used(plan, other) {
        return Err(Refusal::HalfStands { sibling, who });
    }
    let mut without = plan.clone();
    without.remove(Item::Subnet(other_id));
    move_subnet_to(&without, id, whole)?;
    Ok(Change {
        label: format!("Join {name} and {who}"),
        value: whole.to_string(),
        reason: format!("{name} becomes {whole}; {who} goes, as nothing stands in it."),
        edit: Edit::new(move |plan| {
            plan.remove(Item::Subnet(other_id));
            move_subnet(plan, id, whole);
        }),
    })
}

/// Whether a block and its other half are in one entry of an address space.
pub(super) fn check_half(vnet: &Vnet, whole: Prefix, sibling: Prefix) -> Result<(), Refusal> {
    let space = space(vnet);
    let holds = |block: Prefix| space.iter().any(|entry| entry.contains(block));
    if holds(whole) {
        Ok(())
    } else if holds(sibling) {
        Err(Refusal::HalfInOther(sibling))
    } else {
        let vnet = called(&vnet.name, "this VNet");
        Err(Refusal::HalfOutside { sibling, vnet })
    }
}

/// Whether anything stands in a subnet or refers to it.
fn is_used(plan: &Plan, subnet: &Subnet) -> bool {
    let mut without = plan.clone();
    without.remove(Item::Subnet(subnet.id));
    without.vnets.clone_from(&plan.vnets);
    subnet.used_addresses > 0 || without != *plan
}

/// Gives a subnet another length at its place: a start that is aligned for it, grown or shrunk.
///
/// # Errors
/// The subnet exists, or the block of that length around its start is no place for it.
pub fn resize_subnet(plan: &Plan, id: SubnetId, length: u8) -> Result<Change, Refusal> {
    let (_, subnet) = new_subnet(plan, id)?;
    check_length(length)?;
    let name = called(&subnet.name, "this subnet");
    let prefix = allocate(plan, &demand(plan)).prefix(id);
    let resized = prefix.and_then(|from| Some((from, Prefix::containing(from.first(), length)?)));
    let (from, block) = resized.ok_or_else(|| Refusal::NotReadable(name.clone()))?;
    let change = move_subnet_to(plan, id, block)?;
    let difference = thousands(from.size().abs_diff(block.size()));
    let becomes = if from.contains(block) {
        "become free"
    } else {
        "are added to it"
    };
    Ok(Change {
        label: format!("Make {name} a /{length}"),
        reason: format!("{name} becomes {block}; {difference} addresses {becomes}."),
        ..change
    })
}

/// Halves a subnet at its place: the half with its start.
///
/// # Errors
/// As [`resize_subnet`].
pub fn shrink_subnet(plan: &Plan, id: SubnetId) -> Result<Change, Refusal> {
    resize_subnet(plan, id, length(plan, id)?.saturating_add(1))
}

/// Doubles a subnet at its place: the block that it is a half of.
///
/// # Errors
/// As [`resize_subnet`].
pub fn grow_subnet(plan: &Plan, id: SubnetId) -> Result<Change, Refusal> {
    resize_subnet(plan, id, length(plan, id)?.saturating_sub(1))
}

/// The length of a subnet, written or placed.
fn length(plan: &Plan, id: SubnetId) -> Result<u8, Refusal> {
    let subnet = plan.subnet(id).ok_or(Refusal::Gone)?;
    let prefix = allocate(plan, &demand(plan)).prefix(id);
    let unreadable = || Refusal::NotReadable(called(&subnet.name, "this subnet"));
    prefix.map(Prefix::length).ok_or_else(unreadable)
}

/// Moves a subnet to the next free block of its size.
///
/// # Errors
/// The subnet exists, or no other block of its size is free.
pub fn move_subnet_on(plan: &Plan, id: SubnetId) -> Result<Change, Refusal> {
    let (vnet, _) = new_subnet(plan, id)?;
    let block = next_block(plan, vnet.id, length(plan, id)?)?;
    move_subnet_to(plan, id, block)
}

/// Moves a subnet to a block; the fixed addresses of what stands in it move along.
///
/// # Errors
/// The subnet exists, or the block is no place for it.
pub fn move_subnet_to(plan: &Plan, id: SubnetId, block: Prefix) -> Result<Change, Refusal> {
    let (vnet, subnet) = new_subnet(plan, id)?;
    if subnet.prefix.prefix() == Some(block) {
        return Err(Refusal::Fine(block.to_string()));
    }
    check_place(vnet, subnet, demand(plan).of(id).total(), block)?;
    check_fixed(plan, subnet, block)?;
    let name = called(&subnet.name, "this subnet");
    Ok(Change {
        label: format!("Move {name} to {block}"),
        value: block.to_string(),
        reason: format!("{block}: inside the address space, free, and large enough for {name}."),
        edit: Edit::new(move |plan| move_subnet(plan, id, block)),
    })
}

/// A subnet that the plan creates, with its VNet.
fn new_subnet(plan: &Plan, id: SubnetId) -> Result<(&Vnet, &Subnet), Refusal> {
    let mut subnets = plan.subnets();
    let (vnet, subnet) = subnets.find(|(_, it)| it.id == id).ok_or(Refusal::Gone)?;
    match subnet.placement {
        Placement::New => Ok((vnet, subnet)),
        Placement::Existing => Err(Refusal::Existing(called(&subnet.name, "this subnet"))),
    }
}

/// Whether a subnet can lie at a block. Neighbours that were placed by us make way; written ones do not.
fn check_place(vnet: &Vnet, subnet: &Subnet, needed: u64, block: Prefix) -> Result<(), Refusal> {
    check_length(block.length())?;
    if !space(vnet).iter().any(|entry| entry.contains(block)) {
        let vnet = called(&vnet.name, "this VNet");
        return Err(Refusal::Outside { block, vnet });
    }
    if let Some(range) = refused().find(|range| range.overlaps(block)) {
        return Err(Refusal::Refused {
            block,
            range: range.to_string(),
            meaning: range.meaning,
        });
    }
    for other in vnet.subnets.iter().filter(|other| other.id != subnet.id) {
        if let Some(prefix) = other.prefix.prefix().filter(|it| it.overlaps(block)) {
            return Err(Refusal::Taken {
                block,
                who: called(&other.name, "a subnet"),
                prefix,
            });
        }
    }
    check_size(subnet, needed, block)
}

fn check_size(subnet: &Subnet, needed: u64, block: Prefix) -> Result<(), Refusal> {
    if let Some(fixed) = fixed_subnets::for_purpose(subnet.purpose)
        && block.length() > fixed.longest
    {
        return Err(Refusal::BelowFixedSize {
            occupant: fixed.occupant,
            longest: fixed.longest,
            block,
        });
    }
    let usable = reserved::usable(block);
    if usable < needed {
        return Err(Refusal::TooFew {
            who: called(&subnet.name, "this subnet"),
            needed,
            block,
            usable,
            length: smallest_prefix(needed),
        });
    }
    Ok(())
}

/// Whether all fixed addresses in a subnet that are well find a place in its next block.
fn check_fixed(plan: &Plan, subnet: &Subnet, block: Prefix) -> Result<(), Refusal> {
    let Some(from) = subnet.prefix.prefix() else {
        return Ok(());
    };
    let mut inside = plan.private_endpoints.iter();
    let lost = inside.find_map(|endpoint| {
        let address = endpoint.static_address.address()?;
        let here = endpoint.subnet == Some(subnet.id) && from.contains_address(address);
        let kept = carried(address, from, block).is_some_and(|it| usable_in(block, it));
        (here && !kept).then(|| (called(&endpoint.name, "a private endpoint"), address))
    });
    match lost {
        Some((who, address)) => Err(Refusal::FixedAddress {
            who,
            address,
            block,
        }),
        None => Ok(()),
    }
}

/// Whether a resource can have this address in a subnet with this prefix.
fn usable_in(block: Prefix, address: std::net::Ipv4Addr) -> bool {
    let range = reserved::usable_range(block);
    range.is_some_and(|(first, last)| (first..=last).contains(&address))
}

/// The stem with the first number that no subnet of the VNet has: `snet-aks-2`.
fn unused_name(vnet: &Vnet, stem: &str) -> String {
    let mut number = 2_u32;
    loop {
        let name = format!("{stem}-{number}");
        let taken = |it: &Subnet| it.name.trim().eq_ignore_ascii_case(&name);
        if !vnet.subnets.iter().any(taken) {
            return name;
        }
        number = number.saturating_add(1);
    }
}

/// Adds a subnet with a new id behind another one, or at the end.
fn push_subnet(plan: &mut Plan, vnet: VnetId, behind: Option<SubnetId>, subnet: &Subnet) {
    let id = SubnetId(plan.next_id());
    let Some(vnet) = plan.vnet_mut(vnet) else {
        return;
    };
    let end = vnet.subnets.len();
    let position = vnet.subnets.iter().position(|it| Some(it.id) == behind);
    let position = position.map_or(end, |found| found.saturating_add(1));
    let subnet = Subnet {
        id,
        ..subnet.clone()
    };
    vnet.subnets.insert(position.min(end), subnet);
}
