//! Giving every blank range of a new plan a size and a place.

use super::{BriefError, Planned};
use crate::allocation::{Level, allocate, plan_capacity};
use crate::azure::fixed_subnets;
use crate::azure::subnet_sizes::{ADDRESSES_PER_VNET, LARGEST_USUAL_SUBNET, SUBNET_LENGTHS};
use crate::capacity::demand;
use crate::domain::{AksId, Plan, Prefix, VnetId};
use crate::readdress::{
    Change, Refusal, free_space, pin_all, propose_pod_cidr, propose_service_cidr,
};

/// Sizes and places everything, and writes it down.
pub(super) fn sized(mut plan: Plan) -> Result<Planned, BriefError> {
    let mut reasons = Vec::new();
    let vnets: Vec<VnetId> = plan.vnets.iter().map(|vnet| vnet.id).collect();
    let needs = demand(&plan);
    let crowded = plan.vnets.iter().map(|vnet| needs.of_vnet(vnet)).max();
    if let Some(needed) = crowded.filter(|needed| *needed > ADDRESSES_PER_VNET.value) {
        return Err(BriefError::TooManyAddresses(needed));
    }
    for id in vnets {
        reasons.push(give_space(&mut plan, id)?);
    }
    let allocation = allocate(&plan, &demand(&plan));
    for (_, subnet) in plan.subnets() {
        if let Some(placed) = allocation.placed(subnet.id) {
            let mut reason = subnet.name.clone();
            reason.push(' ');
            reason.push_str(&placed.sentence());
            reasons.push(reason);
        }
    }
    let clusters: Vec<AksId> = plan.aks.iter().map(|aks| aks.id).collect();
    for id in clusters {
        take(
            &mut plan,
            propose_service_cidr,
            id,
            "Services",
            &mut reasons,
        )?;
        take(&mut plan, propose_pod_cidr, id, "Pods", &mut reasons)?;
    }
    if let Ok(pins) = pin_all(&plan) {
        pins.edit.apply(&mut plan);
    }
    Ok(Planned { plan, reasons })
}

/// Makes a proposed change. A range that is not used, or well already, needs none.
fn take(
    plan: &mut Plan,
    propose: fn(&Plan, AksId) -> Result<Change, Refusal>,
    id: AksId,
    what: &str,
    reasons: &mut Vec<String>,
) -> Result<(), Refusal> {
    match propose(plan, id) {
        Ok(change) => {
            change.edit.apply(plan);
            reasons.push([what, &change.reason].join(" "));
            Ok(())
        }
        Err(Refusal::NotUsed(_) | Refusal::Fine(_)) => Ok(()),
        Err(refusal) => Err(refusal),
    }
}

/// Gives a VNet the smallest space in which every subnet has room to grow, and as much again beside them.
fn give_space(plan: &mut Plan, id: VnetId) -> Result<String, Refusal> {
    let mut enough = None;
    for length in (LARGEST_USUAL_SUBNET.value..=*SUBNET_LENGTHS.value.end()).rev() {
        if try_space(plan, id, length).is_some() && is_roomy(plan, id) {
            enough = Some(length);
            break;
        }
    }
    let enough = enough.ok_or(Refusal::NoPrivateSpace(LARGEST_USUAL_SUBNET.value))?;
    let doubled = enough.saturating_sub(1);
    let space = try_space(plan, id, doubled).or_else(|| try_space(plan, id, enough));
    let vnet = plan.vnet(id).map_or("", |vnet| vnet.name.as_str());
    let space = space.ok_or(Refusal::NoPrivateSpace(enough))?;
    Ok(format!(
        "{vnet} {space}: the smallest block in which every subnet has room to grow, with as much again free."
    ))
}

/// Gives a VNet a free block of this length, if there is one.
fn try_space(plan: &mut Plan, id: VnetId, length: u8) -> Option<Prefix> {
    // Its own last try must not stand in the way.
    plan.vnet_mut(id)?.address_space.clear();
    let space = free_space(plan, length)?;
    plan.vnet_mut(id)?.address_space.push(space.into());
    Some(space)
}

/// Whether every subnet of a VNet has a place in which it is less than nearly full, and as large as Azure
/// recommends for its purpose.
fn is_roomy(plan: &Plan, id: VnetId) -> bool {
    let demand = demand(plan);
    let capacity = plan_capacity(plan, &demand, &allocate(plan, &demand));
    let subnets = plan.subnets().zip(&capacity.subnets);
    let mut own = subnets.filter(|((vnet, _), _)| vnet.id == id);
    own.all(|((_, subnet), room)| {
        let fixed = fixed_subnets::for_purpose(subnet.purpose);
        let recommended = fixed.map_or(u8::MAX, |fixed| fixed.recommended);
        let length = room.prefix.map_or(u8::MAX, Prefix::length);
        room.level() == Level::Roomy && length <= recommended
    })
}
