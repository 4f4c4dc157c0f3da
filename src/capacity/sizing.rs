//! From a number of addresses to the length of a prefix, and back.

use std::net::Ipv4Addr;

use crate::azure::reserved;
use crate::azure::subnet_sizes::SUBNET_LENGTHS;
use crate::domain::Prefix;

/// Addresses that resources can have in a subnet of this length (VNET-20).
pub fn usable_in(length: u8) -> u64 {
    Prefix::containing(Ipv4Addr::UNSPECIFIED, length).map_or(0, reserved::usable)
}

/// The length of the smallest subnet that holds this many addresses beside Azure's reserve: the largest
/// `p ≤ 29` with `2^(32 − p) − 5 ≥ required` (VNET-24). 0, which no subnet may have, when none holds them.
pub fn smallest_prefix(required: u64) -> u8 {
    SUBNET_LENGTHS
        .value
        .rev()
        .find(|length| usable_in(*length) >= required)
        .unwrap_or(0)
}
