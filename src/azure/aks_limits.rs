//! What AKS accepts: limits of pools and clusters, and the shape of its address ranges.
//!
//! How AKS takes addresses is in `aks`; ranges that it refuses are in `address_ranges`.

use std::ops::RangeInclusive;

use super::{Fact, sources};

/// Pods that one node may be planned for (AKS-7).
pub const MAX_PODS: Fact<RangeInclusive<u32>> = Fact {
    value: 10..=250,
    source: &sources::AKS_IPPLAN,
};

/// Pods that a pool must have room for, over all its nodes (AKS-7).
pub const POOL_PODS: Fact<u32> = Fact {
    value: 30,
    source: &sources::AKS_IPPLAN,
};

/// Nodes of one pool at most, those of an upgrade included (AKS-8).
pub const POOL_NODES: Fact<u32> = Fact {
    value: 1_000,
    source: &sources::AKS_SCHEMA,
};

/// Nodes of one cluster at most (AKS-8).
pub const CLUSTER_NODES: Fact<u64> = Fact {
    value: 5_000,
    source: &sources::AKS_SCHEMA,
};

/// Nodes of a kubenet cluster at most: a route for each (AKS-24).
pub const KUBENET_NODES: Fact<u64> = Fact {
    value: 400,
    source: &sources::AKS_KUBENET,
};

/// Ranges at most that may reach the API server of a public cluster; a private one has none (AKS-46).
pub const AUTHORIZED_RANGES: Fact<usize> = Fact {
    value: 200,
    source: &sources::AKS_RANGES,
};

/// The year in which kubenet retires (AKS-24).
pub const KUBENET_RETIRES: Fact<&str> = Fact {
    value: "31 March 2028",
    source: &sources::AKS_KUBENET,
};

/// The service CIDR must be smaller than a block of this length; exactly this length is risky (AKS-26).
pub const SERVICE_CIDR_LENGTH: Fact<u8> = Fact {
    value: 12,
    source: &sources::AKS_IPPLAN,
};

/// Place of the Kubernetes API service in the service CIDR (AKS-29).
pub const API_SERVICE_OFFSET: Fact<u32> = Fact {
    value: 1,
    source: &sources::AKS_IPPLAN,
};

/// Customary place of the DNS service in the service CIDR (AKS-29).
pub const DNS_SERVICE_OFFSET: Fact<u32> = Fact {
    value: 10,
    source: &sources::AKS_IPPLAN,
};

/// Unused addresses of a node's static blocks from which the pod count deserves another look (AKS-22).
pub const STATIC_WASTE: Fact<u64> = Fact {
    value: 8,
    source: &sources::AKS_STATIC,
};

/// Nodes that the inference router needs for its three replicas (AKS-52).
pub const ROUTER_NODES: Fact<u64> = Fact {
    value: 3,
    source: &sources::AML_K8SEXT,
};

/// vCPUs that the ML extension asks for before a model runs (AKS-53).
pub const EXTENSION_CORES: Fact<u64> = Fact {
    value: 4,
    source: &sources::AML_K8SEXT,
};
