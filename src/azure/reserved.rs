//! Addresses that Azure keeps for itself.

use std::net::Ipv4Addr;

use super::{Fact, sources};
use crate::domain::Prefix;

/// Addresses Azure keeps in every IPv4 subnet: the first four and the last (VNET-20).
pub const PER_SUBNET: Fact<u32> = Fact {
    value: 5,
    source: &sources::NET_FAQ,
};

/// Addresses kept at the start of every IPv4 subnet: network, gateway and two for DNS (VNET-20).
pub const AT_START: Fact<u32> = Fact {
    value: 4,
    source: &sources::NET_FAQ,
};

/// Addresses of a subnet that resources can have; 0 when the subnet is smaller than Azure's reserve.
pub fn usable(prefix: Prefix) -> u64 {
    prefix.size().saturating_sub(u64::from(PER_SUBNET.value))
}

/// First and last address that resources can have, if there is one.
pub fn usable_range(prefix: Prefix) -> Option<(Ipv4Addr, Ipv4Addr)> {
    if usable(prefix) == 0 {
        return None;
    }
    Some((prefix.nth(AT_START.value)?, prefix.nth_back(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_five_addresses() {
        let prefix: Prefix = "10.0.0.0/29".parse().expect("canonical");
        assert_eq!(usable(prefix), 3);
        assert_eq!(
            usable_range(prefix),
            Some((Ipv4Addr::new(10, 0, 0, 4), Ipv4Addr::new(10, 0, 0, 6)))
        );
        assert_eq!(
            usable_range("10.0.0.0/30".parse().expect("canonical")),
            None
        );
    }
}
