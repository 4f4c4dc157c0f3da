//! The capacity of a plan as people read it: for each subnet what takes addresses, now and at maximum scale,
//! and what is left; for each VNet and AKS cluster what ends its growth.

use super::fit::{Fit, fits};
use super::{Allocation, free_blocks};
use crate::azure::aks_limits::{CLUSTER_NODES, KUBENET_NODES};
use crate::azure::reserved;
use crate::azure::subnet_sizes::{ADDRESSES_PER_VNET, NEARLY_FULL_PERCENT};
use crate::capacity::aks::{pod_cidr_capacity, pod_cidr_nodes, pod_cidr_prefix_needed};
use crate::capacity::{Demand, DemandKind, Hidden, SubnetDemand, hidden_resources};
use crate::domain::{
    AksCluster, AksId, Item, NetworkMode, Plan, Prefix, PrefixText, PrivateEndpointKind, SubnetId,
    Vnet, VnetId, Word,
};

/// Everything that is counted about a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanCapacity {
    /// All subnets, in the plan's order; those without a prefix have no size.
    pub subnets: Vec<SubnetCapacity>,
    /// All VNets, in the plan's order.
    pub vnets: Vec<VnetCapacity>,
    /// All AKS clusters, in the plan's order.
    pub clusters: Vec<ClusterCapacity>,
    /// What Azure adds by itself.
    pub hidden: Hidden,
}

/// One use of a subnet's addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UseRow {
    /// What takes the addresses.
    pub kind: DemandKind,
    /// What a private endpoint leads to.
    pub endpoint: Option<PrivateEndpointKind>,
    /// The same in words: `ML cluster nodes`, `Private endpoint: Key vault`.
    pub label: String,
    /// How many at minimum scale.
    pub now: u64,
    /// How many at maximum scale.
    pub most: u64,
    /// How many when everything is full; see [`DemandLine::bound`](crate::capacity::DemandLine::bound).
    pub bound: u64,
}

/// How full a subnet is, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It has no prefix yet.
    Unknown,
    /// There is room to grow.
    Roomy,
    /// More than 80 % is used at maximum scale (VNET-24).
    NearlyFull,
    /// What is planned does not fit.
    Short,
}

/// The capacity of one subnet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubnetCapacity {
    /// The subnet.
    pub subnet: SubnetId,
    /// Its prefix, written or chosen.
    pub prefix: Option<Prefix>,
    /// Addresses of the prefix; 0 without one.
    pub size: u64,
    /// Addresses that Azure keeps (VNET-20).
    pub reserved: u64,
    /// Addresses that resources can have.
    pub usable: u64,
    /// What takes addresses, in the plan's order.
    pub rows: Vec<UseRow>,
    /// Addresses taken at minimum scale.
    pub now: u64,
    /// Addresses taken at maximum scale.
    pub most: u64,
    /// How much more of what grows here would fit.
    pub fits: Vec<Fit>,
}

impl SubnetCapacity {
    /// Addresses that are free at minimum scale.
    pub fn free_now(&self) -> u64 {
        self.usable.saturating_sub(self.now)
    }

    /// Addresses that are free at maximum scale.
    pub fn free_at_most(&self) -> u64 {
        self.utilisation().free()
    }

    /// Addresses missing at maximum scale.
    pub fn short(&self) -> u64 {
        self.utilisation().short()
    }

    /// Per cent used at maximum scale, rounded up.
    pub fn percent(&self) -> u64 {
        self.utilisation().percent()
    }

    /// How full it is at maximum scale.
    pub fn level(&self) -> Level {
        if self.prefix.is_none() {
            Level::Unknown
        } else if self.short() > 0 {
            Level::Short
        } else if self.most.saturating_mul(100)
            > self.usable.saturating_mul(NEARLY_FULL_PERCENT.value)
        {
            Level::NearlyFull
        } else {
            Level::Roomy
        }
    }

    /// The numbers of the gauge.
    pub fn utilisation(&self) -> Utilisation {
        Utilisation {
            subnet: self.subnet,
            usable: self.usable,
            needed: self.most,
        }
    }
}

/// The capacity of one VNet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VnetCapacity {
    /// The VNet.
    pub vnet: VnetId,
    /// Addresses of its address space.
    pub size: u64,
    /// Addresses of its address space that no subnet has.
    pub unassigned: u64,
    /// The blocks that no subnet has, in the order of their addresses.
    pub free: Vec<Prefix>,
    /// Addresses taken at minimum scale.
    pub now: u64,
    /// Addresses taken at maximum scale.
    pub most: u64,
    /// Addresses that Azure gives out in one VNet at most (VNET-23).
    pub limit: u64,
}

/// What ends the growth of one AKS cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterCapacity {
    /// The cluster.
    pub aks: AksId,
    /// Nodes at minimum scale.
    pub now: u64,
    /// Nodes of all pools at maximum scale, with surge.
    pub most: u64,
    /// Nodes that AKS allows in such a cluster (AKS-8, AKS-24).
    pub limit: u64,
    /// Its pod address range, if pods use one.
    pub pod_range: Option<PodRange>,
}

/// How many nodes a pod address range serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PodRange {
    /// The range, if it can be read.
    pub prefix: Option<Prefix>,
    /// Nodes that it serves, a /24 each (AKS-32); 0 if it cannot be read.
    pub nodes: u64,
    /// The longest prefix that serves the cluster at maximum scale.
    pub needed: u8,
}

/// Counts everything about a plan.
pub fn plan_capacity(plan: &Plan, demand: &Demand, allocation: &Allocation) -> PlanCapacity {
    PlanCapacity {
        subnets: plan
            .subnets()
            .map(|(_, subnet)| {
                let prefix = allocation.prefix(subnet.id);
                subnet_capacity(plan, subnet.id, prefix, &demand.of(subnet.id))
            })
            .collect(),
        vnets: plan
            .vnets
            .iter()
            .map(|vnet| vnet_capacity(vnet, demand, allocation))
            .collect(),
        clusters: plan.aks.iter().map(cluster_capacity).collect(),
        hidden: hidden_resources(plan),
    }
}

fn subnet_capacity(
    plan: &Plan,
    subnet: SubnetId,
    prefix: Option<Prefix>,
    demand: &SubnetDemand,
) -> SubnetCapacity {
    let size = prefix.map_or(0, Prefix::size);
    let usable = prefix.map_or(0, reserved::usable);
    let mut capacity = SubnetCapacity {
        subnet,
        prefix,
        size,
        reserved: size.saturating_sub(usable),
        usable,
        rows: rows(plan, demand),
        now: demand.now(),
        most: demand.total(),
        fits: Vec::new(),
    };
    if prefix.is_some() {
        capacity.fits = fits(plan, demand, &capacity);
    }
    capacity
}

/// The uses of a subnet, one row for each kind of thing.
fn rows(plan: &Plan, demand: &SubnetDemand) -> Vec<UseRow> {
    let mut rows: Vec<UseRow> = Vec::new();
    for line in &demand.lines {
        let endpoint = match line.item {
            Item::PrivateEndpoint(id) => plan.private_endpoint(id).map(|it| it.kind),
            _ => None,
        };
        let same = |row: &&mut UseRow| row.kind == line.kind && row.endpoint == endpoint;
        if let Some(row) = rows.iter_mut().find(same) {
            row.now = row.now.saturating_add(line.now);
            row.most = row.most.saturating_add(line.addresses);
            row.bound = row.bound.saturating_add(line.bound);
        } else {
            rows.push(UseRow {
                kind: line.kind,
                endpoint,
                label: label(line.kind, endpoint),
                now: line.now,
                most: line.addresses,
                bound: line.bound,
            });
        }
    }
    rows
}

fn label(kind: DemandKind, endpoint: Option<PrivateEndpointKind>) -> String {
    let mut label = kind.label().to_owned();
    if let Some(endpoint) = endpoint {
        label.push_str(": ");
        label.push_str(endpoint.label());
    }
    label
}

fn vnet_capacity(vnet: &Vnet, demand: &Demand, allocation: &Allocation) -> VnetCapacity {
    let space: Vec<Prefix> = vnet
        .address_space
        .iter()
        .filter_map(PrefixText::prefix)
        .collect();
    let subnets: Vec<Prefix> = vnet
        .subnets
        .iter()
        .filter_map(|subnet| allocation.prefix(subnet.id))
        .collect();
    let size = |blocks: &[Prefix]| -> u64 { blocks.iter().map(|block| block.size()).sum() };
    let free = free_blocks(&space, &subnets);
    let demands = || vnet.subnets.iter().map(|subnet| demand.of(subnet.id));
    VnetCapacity {
        vnet: vnet.id,
        // Entries inside other entries count once.
        size: size(&free_blocks(&space, &[])),
        unassigned: size(&free),
        free,
        now: demands().fold(0, |sum, demand| sum.saturating_add(demand.now())),
        most: demand.of_vnet(vnet),
        limit: ADDRESSES_PER_VNET.value,
    }
}

fn cluster_capacity(aks: &AksCluster) -> ClusterCapacity {
    let most = pod_cidr_nodes(aks);
    let kubenet = aks.network_mode == NetworkMode::Kubenet;
    ClusterCapacity {
        aks: aks.id,
        now: aks.pools.iter().map(|it| u64::from(it.min_nodes)).sum(),
        most,
        limit: if kubenet {
            KUBENET_NODES.value
        } else {
            CLUSTER_NODES.value
        },
        pod_range: aks.uses_pod_cidr().then(|| {
            let prefix = aks.pod_cidr.prefix();
            PodRange {
                prefix,
                nodes: prefix.map_or(0, pod_cidr_capacity),
                needed: pod_cidr_prefix_needed(most),
            }
        }),
    }
}

/// How full every subnet with a prefix is, in the plan's order.
pub fn capacity_table(plan: &Plan, demand: &Demand, allocation: &Allocation) -> Vec<Utilisation> {
    plan.subnets()
        .filter_map(|(_, subnet)| {
            Some(Utilisation {
                subnet: subnet.id,
                usable: reserved::usable(allocation.prefix(subnet.id)?),
                needed: demand.of(subnet.id).total(),
            })
        })
        .collect()
}

/// How full a subnet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Utilisation {
    /// The subnet.
    pub subnet: SubnetId,
    /// Addresses that resources can have.
    pub usable: u64,
    /// Addresses needed at maximum scale.
    pub needed: u64,
}

impl Utilisation {
    /// Addresses left over, if the demand fits.
    pub fn free(self) -> u64 {
        self.usable.saturating_sub(self.needed)
    }

    /// Addresses missing, if it does not.
    pub fn short(self) -> u64 {
        self.needed.saturating_sub(self.usable)
    }

    /// Per cent used, rounded up; above 100 when the demand does not fit.
    pub fn percent(self) -> u64 {
        if self.usable == 0 {
            return if self.needed == 0 { 0 } else { 101 };
        }
        self.needed.saturating_mul(100).div_ceil(self.usable)
    }
}
