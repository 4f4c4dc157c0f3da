//! Address ranges that mean something to Azure, and what they mean.
//!
//! Ranges are written once, here; rules ask whether a prefix touches them. What Azure keeps inside each
//! subnet is in `reserved`.

use std::fmt;
use std::net::Ipv4Addr;

use super::{Fact, sources};
use crate::domain::Prefix;

/// A range with a meaning of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddressRange {
    first: [u8; 4],
    length: u8,
    /// What the range is, as it reads after “is”: `Azure's link-local range`.
    pub meaning: &'static str,
}

impl AddressRange {
    const fn new(first: [u8; 4], length: u8, meaning: &'static str) -> Self {
        Self {
            first,
            length,
            meaning,
        }
    }

    /// The range as a prefix; `None` only for a length above 32, which no constant here has.
    pub fn prefix(&self) -> Option<Prefix> {
        Prefix::containing(Ipv4Addr::from(self.first), self.length)
    }

    /// True if the prefix shares an address with the range.
    pub fn overlaps(&self, prefix: Prefix) -> bool {
        self.prefix().is_some_and(|range| range.overlaps(prefix))
    }

    /// True if the prefix lies wholly inside the range.
    pub fn contains(&self, prefix: Prefix) -> bool {
        self.prefix().is_some_and(|range| range.contains(prefix))
    }
}

impl fmt::Display for AddressRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", Ipv4Addr::from(self.first), self.length)
    }
}

/// Ranges that no VNet or subnet may contain or overlap (VNET-1).
pub const FORBIDDEN: Fact<&[AddressRange]> = Fact {
    value: &[
        AddressRange::new([224, 0, 0, 0], 4, "the multicast range"),
        AddressRange::new([255, 255, 255, 255], 32, "the broadcast address"),
        AddressRange::new([127, 0, 0, 0], 8, "the loopback range"),
        AddressRange::new([169, 254, 0, 0], 16, "the link-local range"),
        AddressRange::new(
            [168, 63, 129, 16],
            32,
            "the address of Azure's own DNS and health probes",
        ),
    ],
    source: &sources::NET_FAQ,
};

/// Private address space: RFC 1918, and RFC 6598, which Azure treats as private too (VNET-2).
pub const PRIVATE: Fact<&[AddressRange]> = Fact {
    value: &[
        AddressRange::new([10, 0, 0, 0], 8, "private address space (RFC 1918)"),
        AddressRange::new([172, 16, 0, 0], 12, "private address space (RFC 1918)"),
        AddressRange::new([192, 168, 0, 0], 16, "private address space (RFC 1918)"),
        AddressRange::new([100, 64, 0, 0], 10, "shared address space (RFC 6598)"),
    ],
    source: &sources::NET_FAQ,
};

/// Docker's default bridge inside Azure ML compute nodes (VNET-9).
pub const DOCKER_BRIDGE: Fact<AddressRange> = Fact {
    value: AddressRange::new([172, 17, 0, 0], 16, "Docker's default bridge"),
    source: &sources::AML_WS,
};

/// Ranges that AKS refuses for the VNet, the service CIDR and the pod CIDR of a cluster (VNET-13).
pub const REFUSED_BY_AKS: Fact<&[AddressRange]> = Fact {
    value: &[
        AddressRange::new([169, 254, 0, 0], 16, "the link-local range"),
        AddressRange::new([172, 30, 0, 0], 16, "a range that AKS uses itself"),
        AddressRange::new([172, 31, 0, 0], 16, "a range that AKS uses itself"),
        AddressRange::new([192, 0, 2, 0], 24, "a range that AKS uses itself"),
    ],
    source: &sources::AKS_CNI,
};

#[cfg(test)]
mod tests {
    use super::*;

    fn prefix(text: &str) -> Prefix {
        text.parse().expect("canonical")
    }

    #[test]
    fn every_range_is_a_canonical_prefix() {
        let all = [FORBIDDEN, PRIVATE, REFUSED_BY_AKS];
        for range in all
            .iter()
            .flat_map(|fact| fact.value)
            .chain([&DOCKER_BRIDGE.value])
        {
            let prefix = range.prefix().expect("a length up to 32");
            assert_eq!(prefix.to_string(), range.to_string(), "no host bits");
        }
    }

    #[test]
    fn overlap_and_containment_differ() {
        let docker = DOCKER_BRIDGE.value;
        assert!(docker.overlaps(prefix("172.16.0.0/12")));
        assert!(!docker.contains(prefix("172.16.0.0/12")));
        assert!(docker.contains(prefix("172.17.4.0/24")));
        assert!(!docker.overlaps(prefix("172.18.0.0/16")));
    }
}
