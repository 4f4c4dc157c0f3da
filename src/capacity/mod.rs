//! How many addresses a plan needs, subnet by subnet and line by line.
//!
//! Total and pure: a half-filled plan has the demand of what is filled in. What is absent: any idea of where
//! a subnet lies; that is `allocation`.

use std::collections::BTreeMap;

use crate::domain::{Item, Plan, SubnetId};

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
    /// Bastion, firewall, gateway or route server: sized by Azure's own rule.
    Appliance,
}

/// One reason why a subnet needs addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemandLine {
    /// The item that takes the addresses.
    pub item: Item,
    /// In what form.
    pub kind: DemandKind,
    /// How many, at maximum scale.
    pub addresses: u64,
    /// How the number comes about, for a person: `8 nodes at most`, `(50 + 1) × (1 + 30)`.
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
        self.lines
            .iter()
            .fold(0, |sum, line| sum.saturating_add(line.addresses))
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
}

/// Counts what a plan needs.
pub fn demand(_plan: &Plan) -> Demand {
    Demand::default()
}
