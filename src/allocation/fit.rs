//! The inverse of demand: how many nodes of something fit, and what ends their growth.

use super::room::SubnetCapacity;
use crate::azure::aks_limits::{CLUSTER_NODES, KUBENET_NODES, POOL_NODES};
use crate::azure::limits;
use crate::capacity::aks::{
    addresses_per_node, dynamic_minimum, max_nodes_that_fit, nodes_with_surge, pod_cidr_capacity,
    static_addresses, surge_of,
};
use crate::capacity::{SubnetDemand, thousands};
use crate::domain::{AksCluster, Item, NetworkMode, NodePool, Plan, SubnetId};

/// What ends the growth of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The addresses of the subnet.
    Subnet,
    /// The pod address range of the cluster, a /24 for each node (AKS-32).
    PodRange,
    /// A limit of Azure on nodes (AKS-8, AKS-24, AML-28).
    Azure,
}

/// How many nodes of one cluster, pool or serverless compute fit into a subnet beside everything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// What grows.
    pub item: Item,
    /// Nodes at most, as planned.
    pub planned: u64,
    /// Nodes that fit.
    pub fitting: u64,
    /// What ends the growth.
    pub bound: Bound,
    /// The same for a person: `At most 12 more nodes of gpu-train fit here.`
    pub sentence: String,
}

impl Fit {
    /// Nodes that could be added.
    pub fn more(&self) -> u64 {
        self.fitting.saturating_sub(self.planned)
    }
}

/// What can grow in a subnet, in the order in which the plan lists it.
pub(super) fn fits(plan: &Plan, demand: &SubnetDemand, room: &SubnetCapacity) -> Vec<Fit> {
    let mut items: Vec<Item> = Vec::new();
    for line in &demand.lines {
        if !items.contains(&line.item) {
            items.push(line.item);
        }
    }
    let total = demand.total();
    let fit = |item: Item| {
        let own = demand.lines.iter().filter(|line| line.item == item);
        let own: u64 = own.fold(0, |sum, line| sum.saturating_add(line.addresses));
        let free = room.usable.saturating_sub(total.saturating_sub(own));
        let (planned, fitting, bound) = match item {
            Item::Cluster(id) => {
                let most = limits::CLUSTER_NODES.value.most.unwrap_or(u64::MAX);
                let planned = plan.cluster(id)?.max_nodes.into();
                lowest(planned, &[(free, Bound::Subnet), (most, Bound::Azure)])
            }
            Item::Serverless => {
                let planned = plan.workspace.serverless.max_nodes.into();
                (planned, free, Bound::Subnet)
            }
            Item::NodePool(id) => {
                let (aks, pool) = plan.pools().find(|(_, pool)| pool.id == id)?;
                pool_fit(aks, pool, room.subnet, free)
            }
            _ => return None,
        };
        let name = plan.name_of_occupant(item).unwrap_or_default().trim();
        let sentence = sentence(item, name, planned, fitting, bound);
        Some(Fit {
            item,
            planned,
            fitting,
            bound,
            sentence,
        })
    };
    items.into_iter().filter_map(fit).collect()
}

/// The tightest of several ends.
fn lowest(planned: u64, ends: &[(u64, Bound)]) -> (u64, u64, Bound) {
    let tightest = ends.iter().min_by_key(|(nodes, _)| *nodes);
    let (fitting, bound) = tightest.copied().unwrap_or((0, Bound::Subnet));
    (planned, fitting, bound)
}

fn pool_fit(aks: &AksCluster, pool: &NodePool, subnet: SubnetId, free: u64) -> (u64, u64, Bound) {
    let node = if pool.node_subnet == Some(subnet) {
        addresses_per_node(aks.network_mode, pool.max_pods)
    } else {
        0
    };
    let pods = match aks.network_mode {
        _ if pool.pod_subnet != Some(subnet) => 0,
        NetworkMode::PodSubnetDynamic => dynamic_minimum(1),
        NetworkMode::PodSubnetStatic => static_addresses(1, pool.max_pods),
        _ => 0,
    };
    let each = node.saturating_add(pods);
    let surge = surge_of(pool);
    let nodes = |room: u64, each: u64| u64::from(max_nodes_that_fit(room, each, surge));
    let others = aks.pools.iter().filter(|other| other.id != pool.id);
    let others: u64 = others.map(nodes_with_surge).sum();
    let beside = |most: u64| nodes(most.saturating_sub(others), 1);
    let mut ends = vec![
        (nodes(free, each.max(1)), Bound::Subnet),
        (nodes(POOL_NODES.value.into(), 1), Bound::Azure),
        (beside(CLUSTER_NODES.value), Bound::Azure),
    ];
    if aks.network_mode == NetworkMode::Kubenet {
        ends.push((beside(KUBENET_NODES.value), Bound::Azure));
    }
    if let Some(range) = aks.pod_cidr.prefix().filter(|_| aks.uses_pod_cidr()) {
        ends.push((beside(pod_cidr_capacity(range)), Bound::PodRange));
    }
    lowest(pool.max_nodes.into(), &ends)
}

fn sentence(item: Item, name: &str, planned: u64, fitting: u64, bound: Bound) -> String {
    let whose = match (name, item) {
        ("", Item::Serverless) => "serverless compute",
        ("", Item::NodePool(_)) => "this pool",
        ("", _) => "this cluster",
        (name, _) => name,
    };
    let (count, verb, end) = match (fitting.checked_sub(planned), bound) {
        (Some(0), Bound::Subnet) => return format!("No further node of {whose} fits here."),
        (Some(0), Bound::PodRange) => {
            return format!("No further node of {whose} fits: its pod CIDR has no /24 left.");
        }
        (Some(0), Bound::Azure) => {
            return format!("No further node of {whose}: Azure allows no more.");
        }
        (Some(more), Bound::Subnet) => (
            more,
            "At most",
            if more == 1 { "fits here" } else { "fit here" },
        ),
        (Some(more), Bound::PodRange) => (more, "At most", "before its pod CIDR is used up"),
        (Some(more), Bound::Azure) => (more, "At most", "; Azure allows no more than that"),
        (None, Bound::Subnet) => (planned.saturating_sub(fitting), "", "find no address here"),
        (None, Bound::PodRange) => (
            planned.saturating_sub(fitting),
            "",
            "find no /24 in its pod CIDR",
        ),
        (None, Bound::Azure) => (
            planned.saturating_sub(fitting),
            "",
            "are more than Azure allows",
        ),
    };
    let noun = if count == 1 { "node" } else { "nodes" };
    let mut text = String::from(verb);
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(&thousands(count));
    if verb.is_empty() {
        text.push_str(" of the ");
        text.push_str(&thousands(planned));
        text.push_str(" nodes of ");
    } else {
        text.push_str(" more ");
        text.push_str(noun);
        text.push_str(" of ");
    }
    text.push_str(whose);
    if !end.starts_with(';') {
        text.push(' ');
    }
    text.push_str(end);
    text.push('.');
    text
}
