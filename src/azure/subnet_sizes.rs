//! How large subnets and VNets may be.

use std::ops::RangeInclusive;

use super::{Fact, sources};

/// Prefix lengths that an IPv4 subnet may have (VNET-5). Editions of the FAQ before 2025 said /8 to /29.
pub const SUBNET_LENGTHS: Fact<RangeInclusive<u8>> = Fact {
    value: 2..=29,
    source: &sources::NET_FAQ,
};

/// The shortest prefix that all Azure services can work with; AKS still states it as the largest network
/// (VNET-5).
pub const LARGEST_USUAL_SUBNET: Fact<u8> = Fact {
    value: 8,
    source: &sources::AKS_IPPLAN,
};

/// Private addresses that one VNet can give out, over all its subnets (VNET-23).
pub const ADDRESSES_PER_VNET: Fact<u64> = Fact {
    value: 65_536,
    source: &sources::NET_LIM,
};

/// Per cent of a subnet above which growth is likely to meet its end (VNET-24, AML-1).
pub const NEARLY_FULL_PERCENT: Fact<u64> = Fact {
    value: 80,
    source: &sources::AML_TRAIN,
};
