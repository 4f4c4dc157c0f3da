//! How AKS takes addresses: the numbers of its network modes.
//!
//! Formulas that combine these numbers are in `capacity::aks`.

use super::{Fact, sources};
use crate::domain::NetworkMode;

/// Share of a pool that gets extra nodes during an upgrade when the pool says nothing else, in per cent
/// (AKS-9).
pub const DEFAULT_SURGE_PERCENT: Fact<u32> = Fact {
    value: 10,
    source: &sources::AKS_SCHEMA,
};

/// Length of the part of a pod address range that each node of an overlay or kubenet cluster takes
/// (AKS-23, AKS-24).
pub const POD_CIDR_NODE_LENGTH: Fact<u8> = Fact {
    value: 24,
    source: &sources::AKS_OVERLAY,
};

/// Addresses that a node takes from a pod subnet at one time, with dynamic allocation (AKS-21).
pub const DYNAMIC_BATCH: Fact<u64> = Fact {
    value: 16,
    source: &sources::AKS_PODSUB,
};

/// A node takes the next batch when fewer addresses than this are free on it (AKS-21).
pub const DYNAMIC_LOW_WATER: Fact<u64> = Fact {
    value: 8,
    source: &sources::AKS_PODSUB,
};

/// Addresses in one block of a pod subnet with static block allocation, a /28 (AKS-22).
pub const STATIC_BLOCK: Fact<u64> = Fact {
    value: 16,
    source: &sources::AKS_STATIC,
};

/// Addresses that the API server of one cluster takes in its subnet, at least (VNET-46).
pub const API_SERVER_ADDRESSES: Fact<u64> = Fact {
    value: 9,
    source: &sources::AKS_APIVNET,
};

/// The sub-resource of the private endpoint of a private cluster's API server (PE-11).
pub const API_SERVER_GROUP: Fact<&str> = Fact {
    value: "management",
    source: &sources::AKS_PRIV,
};

/// Addresses of the private endpoint of a private cluster's API server (AKS-12, PE-11).
pub const API_ENDPOINT_ADDRESSES: Fact<u64> = Fact {
    value: 1,
    source: &sources::AKS_PRIV,
};

/// Service address range of a cluster that says nothing else (AKS-29).
pub const DEFAULT_SERVICE_CIDR: Fact<&str> = Fact {
    value: "10.0.0.0/16",
    source: &sources::AKS_IPPLAN,
};

/// Pod address range of an overlay or kubenet cluster that says nothing else (AKS-23).
pub const DEFAULT_POD_CIDR: Fact<&str> = Fact {
    value: "10.244.0.0/16",
    source: &sources::AKS_OVERLAY,
};

/// Pods per node where a pool says nothing else (AKS-20 to AKS-24). The pages disagree on pod subnets, 110 or
/// 250; the larger one is taken, since it never plans too few addresses.
pub fn default_max_pods(mode: NetworkMode) -> Fact<u32> {
    let (value, source) = match mode {
        NetworkMode::NodeSubnet => (30, &sources::AKS_IPPLAN),
        NetworkMode::PodSubnetDynamic => (250, &sources::AKS_DYN),
        NetworkMode::PodSubnetStatic => (250, &sources::AKS_STATIC),
        NetworkMode::Overlay | NetworkMode::None => (250, &sources::AKS_OVERLAY),
        NetworkMode::Kubenet => (110, &sources::AKS_KUBENET),
    };
    Fact { value, source }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Prefix;

    #[test]
    fn default_ranges_are_canonical_and_disjoint() {
        let prefix = |text: &str| text.parse::<Prefix>().expect("canonical");
        let service = prefix(DEFAULT_SERVICE_CIDR.value);
        assert!(!service.overlaps(prefix(DEFAULT_POD_CIDR.value)));
    }

    #[test]
    fn nodes_that_share_their_subnet_with_pods_hold_fewest() {
        assert_eq!(default_max_pods(NetworkMode::NodeSubnet).value, 30);
        assert_eq!(default_max_pods(NetworkMode::Kubenet).value, 110);
        assert_eq!(default_max_pods(NetworkMode::Overlay).value, 250);
    }
}
