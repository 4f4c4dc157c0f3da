//! From a few answers about the workload to a complete plan: networks, sized ranges, services, endpoints, DNS.
//!
//! Whoever knows only “20 GPU nodes, 3 instances, AKS 5 to 15 nodes, batch scoring, on-premises uses
//! 10.0.0.0/12” gets a plan without findings. Every range is sized for maximum scale with room to double, clear
//! of on-premises, written down, and explained in one sentence. Deterministic: same brief, same plan. What is
//! absent: choices that need no answer to begin with, such as names of models; the plan is there to be edited.

mod networks;
mod size;
mod workload;

use crate::azure::aks_limits::POOL_NODES;
use crate::azure::subnet_sizes::ADDRESSES_PER_VNET;
use crate::capacity::thousands;
use crate::domain::{NetworkMode, OnPremises, Plan, PrefixError};
use crate::readdress::Refusal;

/// What a person knows about the workload. The default is the smallest private workspace in no region yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brief {
    /// Title of the plan; blank for one made from the workload.
    pub title: String,
    /// Region of everything, such as `westeurope`.
    pub region: String,
    /// Workload part of names; blank for `ml`.
    pub workload: String,
    /// Environment part of names; blank for `prod`.
    pub environment: String,
    /// Nodes of the GPU training cluster at most; 0 for none.
    pub gpu_nodes: u32,
    /// Nodes of the CPU training cluster at most; 0 for none.
    pub cpu_nodes: u32,
    /// Compute instances.
    pub instances: u32,
    /// Serverless nodes at most; 0 for none.
    pub serverless_nodes: u32,
    /// Nodes of the cluster behind a batch endpoint at most; 0 for no batch scoring.
    pub batch_nodes: u32,
    /// AKS for online inference, if it is wanted.
    pub aks: Option<AksBrief>,
    /// Whether Azure Monitor is reached by private link.
    pub monitor: bool,
    /// Whether people come in through Bastion and a jump host.
    pub jump_host: bool,
    /// How machines get out.
    pub egress: Egress,
    /// Networks outside Azure: nothing is placed there, whether they are joined or not.
    pub on_premises: OnPremises,
}

/// What is known about an AKS cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AksBrief {
    /// Nodes at least, over all pools. A system pool of up to three nodes always runs.
    pub min_nodes: u32,
    /// Nodes at most, over all pools, beside those of an upgrade.
    pub max_nodes: u32,
    /// How pods get addresses.
    pub network_mode: NetworkMode,
}

/// How machines reach the internet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Egress {
    /// A NAT gateway in one VNet with everything.
    #[default]
    NatGateway,
    /// A firewall in a hub; the workspace stands in a spoke.
    Firewall,
}

/// A plan, and why its ranges are what they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// One sentence for each range: VNets first, then subnets, then the ranges of AKS.
    pub reasons: Vec<String>,
}

/// Why no plan can be made from a brief.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum BriefError {
    /// No region was chosen.
    #[error("Choose a region: names, zones and limits depend on it.")]
    NoRegion,
    /// An on-premises range cannot be read.
    #[error("On-premises range “{text}”: {error}.")]
    OnPremises {
        /// The text.
        text: String,
        /// What is wrong with it.
        error: PrefixError,
    },
    /// More AKS nodes than a pool can have.
    #[error("An AKS pool has at most {} nodes, and {} are asked for beside the system pool.",
        thousands(u64::from(POOL_NODES.value)), thousands(u64::from(*.0)))]
    PoolTooLarge(u32),
    /// AKS without a node.
    #[error("An AKS cluster has at least one node. Ask for one, or leave AKS out.")]
    NoNodes,
    /// More addresses than a VNet gives out.
    #[error("All this needs {} addresses, and Azure gives out at most {} in one VNet. Ask for fewer nodes.",
        thousands(*.0), thousands(ADDRESSES_PER_VNET.value))]
    TooManyAddresses(u64),
    /// No private space is left.
    #[error(transparent)]
    Space(#[from] Refusal),
}

/// Makes a plan from a brief.
///
/// # Errors
/// Says what has to be answered differently.
pub fn plan_from(brief: &Brief) -> Result<Planned, BriefError> {
    if brief.region.trim().is_empty() {
        return Err(BriefError::NoRegion);
    }
    for text in &brief.on_premises.prefixes {
        if let Err(error) = text.parse() {
            let text = text.as_str().trim().to_owned();
            return Err(BriefError::OnPremises { text, error });
        }
    }
    if let Some(aks) = brief.aks {
        let (_, user) = workload::pools(aks);
        if user.is_some_and(|(_, most)| most > POOL_NODES.value) {
            return Err(BriefError::PoolTooLarge(aks.max_nodes));
        }
        if aks.max_nodes == 0 {
            return Err(BriefError::NoNodes);
        }
    }
    size::sized(workload::unsized_plan(brief))
}
