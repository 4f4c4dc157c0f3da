//! AKS: nodes with surge, pods by network mode, load balancers and the API server.
//!
//! The formulas are public, because rules explain with them and forms show them while a person types.

use super::{Counter, DemandKind, Scale, plural, thousands};
use crate::azure::aks as facts;
use crate::domain::{AksCluster, Item, NetworkMode, NodePool, Plan, Prefix, Surge};

/// Extra nodes that a pool of `nodes` gets while it is upgraded (AKS-9): percentages round up to one node
/// at least, and there are never more than the nodes to upgrade.
pub fn surge_nodes(nodes: u32, surge: Surge) -> u32 {
    let wanted = match surge {
        Surge::Nodes(count) => count,
        Surge::Percent(percent) => {
            let share = (u64::from(nodes) * u64::from(percent)).div_ceil(100);
            u32::try_from(share).unwrap_or(u32::MAX).max(1)
        }
    };
    wanted.min(nodes)
}

/// The surge of a pool: what is written, or Azure's default where nothing (or nothing readable) is.
pub fn surge_of(pool: &NodePool) -> Surge {
    pool.surge
        .parse()
        .unwrap_or(Surge::Percent(facts::DEFAULT_SURGE_PERCENT.value))
}

/// Nodes of a pool at its maximum, in the middle of an upgrade.
pub fn nodes_with_surge(pool: &NodePool) -> u64 {
    u64::from(pool.max_nodes) + u64::from(surge_nodes(pool.max_nodes, surge_of(pool)))
}

/// Nodes that need a part of the cluster's pod address range (AKS-23, AKS-24): those of all pools at their
/// maximum, with surge.
pub fn pod_cidr_nodes(aks: &AksCluster) -> u64 {
    aks.pools.iter().map(nodes_with_surge).sum()
}

/// Nodes that a pod address range serves, a /24 each (AKS-32); 0 for a range smaller than that.
pub fn pod_cidr_capacity(range: Prefix) -> u64 {
    facts::POD_CIDR_NODE_LENGTH
        .value
        .checked_sub(range.length())
        .map_or(0, |bits| 1_u64 << bits)
}

/// The length of the smallest pod address range that serves this many nodes (AKS-32). 0 when none does.
pub fn pod_cidr_prefix_needed(nodes: u64) -> u8 {
    let bits = nodes.max(1).next_power_of_two().trailing_zeros();
    u8::try_from(bits).map_or(0, |bits| {
        facts::POD_CIDR_NODE_LENGTH.value.saturating_sub(bits)
    })
}

/// Addresses that a node takes in the node subnet of a cluster in this mode (AKS-20 to AKS-25).
pub fn addresses_per_node(mode: NetworkMode, max_pods: u32) -> u64 {
    match mode {
        NetworkMode::NodeSubnet => 1 + u64::from(max_pods),
        NetworkMode::Overlay
        | NetworkMode::PodSubnetDynamic
        | NetworkMode::PodSubnetStatic
        | NetworkMode::Kubenet
        | NetworkMode::None => 1,
    }
}

/// Pod-subnet addresses that nodes take before any pod runs, with dynamic allocation (AKS-21).
pub fn dynamic_minimum(nodes: u64) -> u64 {
    nodes.saturating_mul(facts::DYNAMIC_BATCH.value)
}

/// Pod-subnet addresses that nodes hold when each runs `max_pods`, with dynamic allocation (AKS-21): full
/// batches, with one more as soon as fewer than eight addresses are free.
pub fn dynamic_bound(nodes: u64, max_pods: u32) -> u64 {
    let batches =
        (u64::from(max_pods) + facts::DYNAMIC_LOW_WATER.value).div_ceil(facts::DYNAMIC_BATCH.value);
    dynamic_minimum(nodes).saturating_mul(batches)
}

/// /28 blocks that each node takes, with static block allocation: one address more than its pods (AKS-22).
pub fn static_blocks_per_node(max_pods: u32) -> u64 {
    (u64::from(max_pods) + 1).div_ceil(facts::STATIC_BLOCK.value)
}

/// Pod-subnet addresses of this many nodes, with static block allocation (AKS-22).
pub fn static_addresses(nodes: u64, max_pods: u32) -> u64 {
    static_blocks_per_node(max_pods)
        .saturating_mul(facts::STATIC_BLOCK.value)
        .saturating_mul(nodes)
}

/// Addresses of a node's static blocks that no pod of it can use (AKS-22); 0 when `max_pods` is 16k − 1.
pub fn static_waste_per_node(max_pods: u32) -> u64 {
    static_addresses(1, max_pods) - u64::from(max_pods) - 1
}

/// The inverse: the largest number of nodes that, with its surge, fits into `room` addresses.
pub fn max_nodes_that_fit(room: u64, addresses_per_node: u64, surge: Surge) -> u32 {
    let fits = |nodes: u32| {
        let with_surge = u64::from(nodes) + u64::from(surge_nodes(nodes, surge));
        with_surge.saturating_mul(addresses_per_node) <= room
    };
    // More nodes never have less surge, so the nodes that fit are those up to a limit.
    let (mut fitting, mut too_many) = (0_u32, u32::MAX);
    while too_many - fitting > 1 {
        let middle = fitting + (too_many - fitting) / 2;
        if fits(middle) {
            fitting = middle;
        } else {
            too_many = middle;
        }
    }
    fitting
}

/// Counts the AKS clusters of a plan.
pub(super) fn count(plan: &Plan, counter: &mut Counter) {
    for aks in &plan.aks {
        for pool in &aks.pools {
            count_nodes(aks, pool, counter);
            count_pods(aks, pool, counter);
        }
        count_shared(aks, counter);
    }
}

fn count_nodes(aks: &AksCluster, pool: &NodePool, counter: &mut Counter) {
    let item = Item::NodePool(pool.id);
    let surge = surge_nodes(pool.max_nodes, surge_of(pool));
    let subnet = pool.node_subnet;
    let nodes = u64::from(pool.max_nodes);
    let text = if aks.network_mode == NetworkMode::None {
        format!(
            "{} at most; pods as your CNI decides",
            plural(nodes, "node")
        )
    } else {
        format!("{} at most", plural(nodes, "node"))
    };
    let scale = Scale::between(u64::from(pool.min_nodes), nodes);
    counter.add_scaled(subnet, item, DemandKind::AksNodes, scale, text);
    if surge > 0 {
        let surge = u64::from(surge);
        let text = format!("{} during an upgrade", plural(surge, "extra node"));
        let scale = Scale::between(0, surge);
        counter.add_scaled(subnet, item, DemandKind::AksSurge, scale, text);
    }
}

fn count_pods(aks: &AksCluster, pool: &NodePool, counter: &mut Counter) {
    let item = Item::NodePool(pool.id);
    let (nodes, least) = (nodes_with_surge(pool), u64::from(pool.min_nodes));
    let (node_count, surge) = (pool.max_nodes, surge_nodes(pool.max_nodes, surge_of(pool)));
    let max_pods = pool.max_pods;
    match aks.network_mode {
        NetworkMode::NodeSubnet => {
            let addresses = nodes.saturating_mul(u64::from(max_pods));
            let text = format!("({node_count} + {surge}) nodes × {max_pods} pods");
            let scale = Scale::between(least.saturating_mul(u64::from(max_pods)), addresses);
            counter.add_scaled(pool.node_subnet, item, DemandKind::AksPods, scale, text);
        }
        NetworkMode::PodSubnetDynamic => {
            let (most, bound) = (dynamic_minimum(nodes), dynamic_bound(nodes, max_pods));
            let batch = facts::DYNAMIC_BATCH.value;
            let text = format!(
                "({node_count} + {surge}) nodes × {batch} at first; {} when each runs {max_pods} pods",
                thousands(bound)
            );
            let now = dynamic_minimum(least);
            let scale = Scale { now, most, bound };
            counter.add_scaled(pool.pod_subnet, item, DemandKind::AksPods, scale, text);
        }
        NetworkMode::PodSubnetStatic => {
            let blocks = plural(static_blocks_per_node(max_pods), "block");
            let size = facts::STATIC_BLOCK.value;
            let text = format!("({node_count} + {surge}) nodes × {blocks} of {size}");
            let addresses = static_addresses(nodes, max_pods);
            let scale = Scale::between(static_addresses(least, max_pods), addresses);
            counter.add_scaled(pool.pod_subnet, item, DemandKind::AksPods, scale, text);
        }
        NetworkMode::Overlay | NetworkMode::Kubenet | NetworkMode::None => {}
    }
}

/// Load balancers and the API server: once per cluster, in the subnet of its first pool.
fn count_shared(aks: &AksCluster, counter: &mut Counter) {
    let item = Item::Aks(aks.id);
    let first = aks.pools.first().and_then(|pool| pool.node_subnet);
    if aks.internal_load_balancers > 0 {
        let frontends = u64::from(aks.internal_load_balancers);
        let text = plural(frontends, "internal load balancer frontend");
        counter.add(first, item, DemandKind::AksLoadBalancer, frontends, text);
    }
    let kind = DemandKind::AksApiServer;
    if aks.api_server_subnet.is_some() {
        let addresses = facts::API_SERVER_ADDRESSES.value;
        let text = format!("{addresses} for the API server");
        counter.add(aks.api_server_subnet, item, kind, addresses, text);
    } else if aks.private_cluster {
        let addresses = facts::API_ENDPOINT_ADDRESSES.value;
        let text = "the API server’s private endpoint".to_owned();
        counter.add(first, item, kind, addresses, text);
    }
}
