//! How many addresses a plan needs, subnet by subnet and line by line.
//!
//! Total and pure: a half-filled plan has the demand of what is filled in. What is absent: any idea of where
//! a subnet lies; that is `allocation`.

pub mod aks;
mod appliances;
mod hidden;
mod ml;
mod private_endpoints;
mod sizing;

use std::collections::BTreeMap;

use crate::domain::{Item, Plan, SubnetId, Vnet};

pub use hidden::{Hidden, Quota, hidden_resources};
pub use private_endpoints::{endpoint_addresses, monitor_addresses, registry_regions};
pub use sizing::{smallest_prefix, usable_in};

/// What takes addresses in a subnet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DemandKind {
    /// Addresses in use already, by things outside the plan.
    InUse,
    /// Nodes of a compute cluster, at its maximum.
    ClusterNodes,
    /// A compute instance.
    Instance,
    /// Serverless nodes, at their maximum.
    Serverless,
    /// An attached machine in the plan.
    Attached,
    /// A private endpoint.
    PrivateEndpoint,
    /// AKS nodes, at their maximum.
    AksNodes,
    /// Extra AKS nodes during an upgrade.
    AksSurge,
    /// AKS pods that take addresses of this subnet.
    AksPods,
    /// Internal load balancer frontends.
    AksLoadBalancer,
    /// The private endpoint or the projected addresses of an AKS API server.
    AksApiServer,
    /// A jump host.
    JumpHost,
    /// Bastion, firewall or gateway: no count, because Azure sizes their subnets by a rule of its own.
    Appliance,
}

impl DemandKind {
    /// The kind in words, for a heading.
    pub fn label(self) -> &'static str {
        match self {
            Self::InUse => "In use already",
            Self::ClusterNodes => "ML cluster nodes",
            Self::Instance => "Compute instances",
            Self::Serverless => "Serverless nodes",
            Self::Attached => "Attached machines",
            Self::PrivateEndpoint => "Private endpoint",
            Self::AksNodes => "AKS nodes",
            Self::AksSurge => "AKS upgrade surge",
            Self::AksPods => "AKS pods",
            Self::AksLoadBalancer => "Internal load balancers",
            Self::AksApiServer => "AKS API server",
            Self::JumpHost => "Jump hosts",
            Self::Appliance => "Bastion, firewall or gateway",
        }
    }
}

/// One reason why a subnet needs addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemandLine {
    /// The item that takes the addresses.
    pub item: Item,
    /// In what form.
    pub kind: DemandKind,
    /// How many at minimum scale: before anything grows or is upgraded.
    pub now: u64,
    /// How many, at maximum scale.
    pub addresses: u64,
    /// How many when everything is full. More than `addresses` only for pods with dynamic allocation, where
    /// Azure states a minimum and the rest depends on how the pods spread.
    pub bound: u64,
    /// How the number comes about, for a person: `8 nodes at most`, `(50 + 1) nodes × 30 pods`.
    pub explanation: String,
}

/// What one subnet needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SubnetDemand {
    /// The reasons, in the plan's order.
    pub lines: Vec<DemandLine>,
}

impl SubnetDemand {
    /// Addresses needed at maximum scale.
    pub fn total(&self) -> u64 {
        sum(self.lines.iter().map(|line| line.addresses))
    }

    /// Addresses taken at minimum scale; see [`DemandLine::now`].
    pub fn now(&self) -> u64 {
        sum(self.lines.iter().map(|line| line.now))
    }

    /// Addresses needed when everything is full; see [`DemandLine::bound`].
    pub fn bound(&self) -> u64 {
        sum(self.lines.iter().map(|line| line.bound))
    }

    /// Addresses needed by lines of this kind.
    pub fn of_kind(&self, kind: DemandKind) -> u64 {
        let lines = self.lines.iter().filter(|line| line.kind == kind);
        sum(lines.map(|line| line.addresses))
    }
}

/// What every subnet of a plan needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Demand {
    subnets: BTreeMap<SubnetId, SubnetDemand>,
}

impl Demand {
    /// What this subnet needs; nothing if nothing in the plan uses it.
    pub fn of(&self, subnet: SubnetId) -> SubnetDemand {
        self.subnets.get(&subnet).cloned().unwrap_or_default()
    }

    /// Addresses needed in all subnets of a VNet (VNET-23).
    pub fn of_vnet(&self, vnet: &Vnet) -> u64 {
        let demands = vnet.subnets.iter();
        sum(demands
            .filter_map(|subnet| self.subnets.get(&subnet.id))
            .map(SubnetDemand::total))
    }
}

/// Counts what a plan needs.
pub fn demand(plan: &Plan) -> Demand {
    let mut counter = Counter::default();
    for (_, subnet) in plan.subnets() {
        if subnet.used_addresses > 0 {
            let used = u64::from(subnet.used_addresses);
            let text = "in use outside this plan".to_owned();
            let item = Item::Subnet(subnet.id);
            counter.add(Some(subnet.id), item, DemandKind::InUse, used, text);
        }
    }
    ml::count_compute(plan, &mut counter);
    ml::count_machines(plan, &mut counter);
    aks::count(plan, &mut counter);
    private_endpoints::count(plan, &mut counter);
    appliances::count(plan, &mut counter);
    counter.demand
}

/// Collects the lines of each subnet. What stands in no subnet is not counted.
#[derive(Default)]
struct Counter {
    demand: Demand,
}

impl Counter {
    /// Adds a line whose addresses are the same at every scale.
    fn add(
        &mut self,
        subnet: Option<SubnetId>,
        item: Item,
        kind: DemandKind,
        addresses: u64,
        explanation: String,
    ) {
        let scale = Scale::fixed(addresses);
        self.add_scaled(subnet, item, kind, scale, explanation);
    }

    /// Adds a line whose addresses grow.
    fn add_scaled(
        &mut self,
        subnet: Option<SubnetId>,
        item: Item,
        kind: DemandKind,
        scale: Scale,
        explanation: String,
    ) {
        let Some(subnet) = subnet else { return };
        let lines = &mut self.demand.subnets.entry(subnet).or_default().lines;
        lines.push(DemandLine {
            item,
            kind,
            now: scale.now.min(scale.most),
            addresses: scale.most,
            bound: scale.bound.max(scale.most),
            explanation,
        });
    }
}

/// How many addresses something takes at minimum scale, at maximum scale and when all is full. Whoever typed
/// a minimum above the maximum gets the maximum: a rule speaks about the rest.
#[derive(Clone, Copy)]
struct Scale {
    now: u64,
    most: u64,
    bound: u64,
}

impl Scale {
    fn fixed(addresses: u64) -> Self {
        Self::between(addresses, addresses)
    }

    fn between(now: u64, most: u64) -> Self {
        Self {
            now,
            most,
            bound: most,
        }
    }
}

/// A sum that stays at the largest number instead of wrapping: a person may type any count.
fn sum(numbers: impl Iterator<Item = u64>) -> u64 {
    numbers.fold(0, u64::saturating_add)
}

/// A count with its noun: `1 node`, `1,024 nodes`.
fn plural(count: u64, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{} {noun}{ending}", thousands(count))
}

/// A number as people read it: `65,536`.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
