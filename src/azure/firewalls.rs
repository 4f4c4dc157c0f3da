//! What Azure Firewall does to packets beside letting them through.

use super::address_ranges::{AddressRange, PRIVATE};
use super::{Fact, sources};

/// Destinations for which network rules keep the source address, so that replies must find their own way
/// back to the firewall. Everything else, and everything that an application rule lets through, leaves with
/// an address of the firewall.
pub const KEEPS_SOURCE: Fact<&[AddressRange]> = Fact {
    value: PRIVATE.value,
    source: &sources::AFW_SNAT,
};

/// Ports on which application rules see web traffic: plain HTTP and HTTPS. Network rules come first.
pub const WEB_PORTS: Fact<(u16, u16)> = Fact {
    value: (80, 443),
    source: &sources::AFW_RULES,
};
