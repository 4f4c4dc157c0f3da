//! Writing down what was placed, so that it never moves again.

use super::{Change, Refusal, called};
use crate::allocation::allocate;
use crate::capacity::demand;
use crate::domain::{Edit, Placement, Plan, Prefix, PrefixText, SubnetId};

/// Writes the chosen prefix of one subnet into the plan.
///
/// # Errors
/// [`Refusal::Fine`] if a prefix is written already, [`Refusal::NotReadable`] if the subnet has no place.
pub fn pin(plan: &Plan, subnet: SubnetId) -> Result<Change, Refusal> {
    let found = plan.subnet(subnet).ok_or(Refusal::Gone)?;
    let name = called(&found.name, "this subnet");
    if !found.prefix.is_blank() {
        return Err(Refusal::Fine(found.prefix.as_str().trim().to_owned()));
    }
    let allocation = allocate(plan, &demand(plan));
    let placed = allocation.placed(subnet);
    let Some(placed) = placed else {
        return Err(Refusal::NotReadable(name));
    };
    let prefix = placed.prefix;
    Ok(Change {
        label: format!("Pin {name} to {prefix}"),
        value: prefix.to_string(),
        reason: placed.sentence(),
        edit: write_down(vec![(subnet, prefix)]),
    })
}

/// Takes a written prefix out of the plan, so that the subnet is sized and placed by what needs it.
///
/// # Errors
/// The subnet exists, or [`Refusal::NotReadable`] if no prefix is written.
pub fn unpin(plan: &Plan, subnet: SubnetId) -> Result<Change, Refusal> {
    let found = plan.subnet(subnet).ok_or(Refusal::Gone)?;
    let name = called(&found.name, "this subnet");
    if found.placement == Placement::Existing {
        return Err(Refusal::Existing(name));
    }
    if found.prefix.is_blank() {
        return Err(Refusal::NotReadable(name));
    }
    let edit = Edit::new(move |plan| {
        if let Some(subnet) = plan.subnet_mut(subnet) {
            subnet.prefix = PrefixText::default();
        }
    });
    let after = edit.preview(plan);
    let allocation = allocate(&after, &demand(&after));
    let placed = allocation.placed(subnet);
    Ok(Change {
        label: format!("Let the plan size {name}"),
        value: String::new(),
        reason: placed.map_or_else(
            || "Nothing in its VNet is free for it today: it would have no place.".to_owned(),
            crate::allocation::Placed::sentence,
        ),
        edit,
    })
}

/// Writes the chosen prefixes of all subnets into the plan. From then on adding, growing or removing anything
/// moves none of them.
///
/// # Errors
/// [`Refusal::AllPinned`] if no subnet was placed by us.
pub fn pin_all(plan: &Plan) -> Result<Change, Refusal> {
    let allocation = allocate(plan, &demand(plan));
    let subnets = plan.subnets().map(|(_, subnet)| subnet.id);
    let chosen: Vec<(SubnetId, Prefix)> = subnets
        .filter_map(|id| Some((id, allocation.placed(id)?.prefix)))
        .collect();
    let what = match chosen.len() {
        0 => return Err(Refusal::AllPinned),
        1 => "1 subnet".to_owned(),
        count => format!("{count} subnets"),
    };
    Ok(Change {
        label: format!("Pin {what}"),
        value: String::new(),
        reason: format!("{what} keep their place whatever else changes in the plan."),
        edit: write_down(chosen),
    })
}

fn write_down(chosen: Vec<(SubnetId, Prefix)>) -> Edit {
    Edit::new(move |plan| {
        for (id, prefix) in &chosen {
            if let Some(subnet) = plan.subnet_mut(*id) {
                subnet.prefix = PrefixText::from(*prefix);
            }
        }
    })
}
