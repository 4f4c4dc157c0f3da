//! How AKS takes addresses: the numbers of its network modes.
//!
//! Formulas that combine these numbers are in `capacity::aks`.

use super::{Fact, sources};

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

/// Addresses of the private endpoint of a private cluster's API server (AKS-12, PE-11).
pub const API_ENDPOINT_ADDRESSES: Fact<u64> = Fact {
    value: 1,
    source: &sources::AKS_PRIV,
};
