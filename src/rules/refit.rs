//! Giving a subnet another size or another place in its VNet.

use crate::allocation::next_free;
use crate::azure::address_ranges::{AddressRange, DOCKER_BRIDGE, FORBIDDEN, REFUSED_BY_AKS};
use crate::azure::{fixed_subnets, reserved, subnet_sizes};
use crate::capacity::smallest_prefix;
use crate::domain::{Placement, Prefix, PrefixText, Subnet, Vnet};

use super::readdress::move_subnet;
use super::{Applicability, Context, Finding, wording};

/// The length that a subnet should have: what stands in it fits, and Azure's own rule for its purpose holds.
pub(super) fn fitting_length(cx: &Context<'_>, subnet: &Subnet) -> u8 {
    let needed = smallest_prefix(cx.demand.of(subnet.id).total());
    fixed_subnets::for_purpose(subnet.purpose).map_or(needed, |fixed| needed.min(fixed.recommended))
}

/// The length at which this many addresses leave room for growth (VNET-24).
pub(super) fn comfortable_length(needed: u64) -> u8 {
    let percent = subnet_sizes::NEARLY_FULL_PERCENT.value;
    smallest_prefix(needed.saturating_mul(100).div_ceil(percent.max(1)))
}

/// True if this many addresses fill a prefix so far that growth soon meets its end (VNET-24).
pub(super) fn is_nearly_full(prefix: Prefix, needed: u64) -> bool {
    let percent = subnet_sizes::NEARLY_FULL_PERCENT.value;
    needed.saturating_mul(100) > reserved::usable(prefix).saturating_mul(percent)
}

/// Offers a block of this length for a subnet: its own one grown in place, or else a free one in the VNet.
/// What exists already is never resized or moved.
pub(super) fn offer_room(
    cx: &Context<'_>,
    finding: &mut Finding,
    vnet: &Vnet,
    subnet: &Subnet,
    length: u8,
) {
    if subnet.placement == Placement::Existing {
        return;
    }
    // A neighbour that was placed by us makes way; what somebody wrote stays.
    let written = taken_beside(vnet, subnet, |other| other.prefix.prefix());
    let grown = cx
        .prefix(subnet.id)
        .filter(|prefix| prefix.length() > length)
        .and_then(|prefix| Prefix::containing(prefix.first(), length))
        .filter(|wide| space(vnet).iter().any(|entry| entry.contains(*wide)))
        .filter(|wide| !written.iter().any(|other| other.overlaps(*wide)));
    match grown {
        Some(prefix) => offer(finding, subnet, "Grow", prefix),
        None => offer_place(cx, finding, vnet, subnet, length),
    }
}

/// Offers a free block of this length in the VNet. What exists already is never moved.
pub(super) fn offer_place(
    cx: &Context<'_>,
    finding: &mut Finding,
    vnet: &Vnet,
    subnet: &Subnet,
    length: u8,
) {
    if subnet.placement == Placement::Existing {
        return;
    }
    let everyone = taken_beside(vnet, subnet, |other| cx.prefix(other.id));
    let written = taken_beside(vnet, subnet, |other| other.prefix.prefix());
    let space = space(vnet);
    let free = next_free(&space, &everyone, length).or_else(|| next_free(&space, &written, length));
    if let Some(prefix) = free {
        offer(finding, subnet, "Move", prefix);
    }
}

fn offer(finding: &mut Finding, subnet: &Subnet, verb: &str, prefix: Prefix) {
    let id = subnet.id;
    finding.fix(
        Applicability::Suggested,
        format!("{verb} {} to {prefix}", wording::subnet(subnet)),
        move |plan| move_subnet(plan, id, prefix),
    );
}

/// The entries of an address space that can be read.
pub(super) fn space(vnet: &Vnet) -> Vec<Prefix> {
    let entries = vnet.address_space.iter();
    entries.filter_map(PrefixText::prefix).collect()
}

/// What a subnet has to keep clear of: its neighbours, as `prefix` knows them, and ranges that Azure refuses.
fn taken_beside(
    vnet: &Vnet,
    subnet: &Subnet,
    prefix: impl Fn(&Subnet) -> Option<Prefix>,
) -> Vec<Prefix> {
    let refused = FORBIDDEN
        .value
        .iter()
        .chain([&DOCKER_BRIDGE.value])
        .chain(REFUSED_BY_AKS.value)
        .filter_map(AddressRange::prefix);
    let neighbours = vnet.subnets.iter().filter(|other| other.id != subnet.id);
    neighbours.filter_map(prefix).chain(refused).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comfortable_is_at_most_eighty_per_cent() {
        let prefix: Prefix = "10.0.0.0/24".parse().expect("canonical");
        assert_eq!(comfortable_length(200), 24, "200 of 251");
        assert!(!is_nearly_full(prefix, 200));
        assert_eq!(comfortable_length(201), 23, "201 of 251 is over 80 %");
        assert!(is_nearly_full(prefix, 201));
    }
}
