//! Rules about VNet peerings.

mod dangling;
mod forwarded_traffic;
mod gateway_transit_global;
mod gateway_transit_missing;
mod no_access;
mod not_transitive;
mod one_sided;
mod overlap;
mod peering_count;
mod remote_gateway_conflict;
mod spokes_overlap;

use super::Rule;
use crate::domain::{Peering, Plan, Prefix, Vnet, VnetId};

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &one_sided::RULE,
    &overlap::RULE,
    &spokes_overlap::RULE,
    &remote_gateway_conflict::RULE,
    &gateway_transit_missing::RULE,
    &gateway_transit_global::RULE,
    &no_access::RULE,
    &forwarded_traffic::RULE,
    &dangling::RULE,
    &not_transitive::RULE,
    &peering_count::RULE,
];

/// The peering from one VNet to another, if it is planned.
fn direction(plan: &Plan, from: VnetId, to: VnetId) -> Option<&Peering> {
    plan.peerings
        .iter()
        .find(|peering| peering.from == from && peering.to == to)
}

/// The two VNets of a peering; `None` if one is missing or both are the same.
fn ends<'a>(plan: &'a Plan, peering: &Peering) -> Option<(&'a Vnet, &'a Vnet)> {
    (peering.from != peering.to)
        .then(|| Some((plan.vnet(peering.from)?, plan.vnet(peering.to)?)))
        .flatten()
}

/// True if at least one direction of a peering is planned.
fn is_peered(plan: &Plan, a: VnetId, b: VnetId) -> bool {
    direction(plan, a, b)
        .or_else(|| direction(plan, b, a))
        .is_some()
}

/// For each VNet the earlier ones that are `joined` with it and share addresses with it; VNets without are left out.
fn clashes(
    plan: &Plan,
    joined: impl Fn(&Vnet, &Vnet) -> bool,
) -> Vec<(&Vnet, Vec<(&Vnet, Shared)>)> {
    let mut found = Vec::new();
    for (position, vnet) in plan.vnets.iter().enumerate() {
        let earlier = plan.vnets.iter().take(position);
        let others: Vec<(&Vnet, Shared)> = earlier
            .filter(|other| joined(other, vnet))
            .filter_map(|other| Some((other, shared(other, vnet)?)))
            .collect();
        if !others.is_empty() {
            found.push((vnet, others));
        }
    }
    found
}

/// An overlap of two address spaces: the positions of the entries, and the addresses that both have.
#[derive(Clone, Copy)]
struct Shared {
    first: usize,
    second: usize,
    prefix: Prefix,
}

/// The first overlap of two address spaces.
fn shared(first: &Vnet, second: &Vnet) -> Option<Shared> {
    let entries = |vnet: &Vnet| -> Vec<(usize, Prefix)> {
        let texts = vnet.address_space.iter().enumerate();
        texts
            .filter_map(|(index, text)| Some((index, text.prefix()?)))
            .collect()
    };
    let theirs = entries(second);
    entries(first).into_iter().find_map(|(index, ours)| {
        let (other, prefix) = theirs.iter().find(|(_, prefix)| ours.overlaps(*prefix))?;
        Some(Shared {
            first: index,
            second: *other,
            // Of two overlapping prefixes one contains the other.
            prefix: if ours.contains(*prefix) {
                *prefix
            } else {
                ours
            },
        })
    })
}
