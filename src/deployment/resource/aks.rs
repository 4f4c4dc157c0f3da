//! Properties of AKS clusters.

use super::{ManagedIdentity, PrivateDnsZone, Subnet};
use crate::deployment::{Ref, Value};
use crate::domain::{NetworkMode, OutboundType, PoolMode};

/// An AKS cluster with the node pool that it is created with.
#[derive(Clone, Debug, PartialEq)]
pub struct AksCluster {
    /// Its identity, which joins nodes to the subnets.
    pub identity: Ref<ManagedIdentity>,
    /// First label of the API server's name.
    pub dns_prefix: String,
    /// Network settings.
    pub network: NetworkProfile,
    /// How its API server is reached.
    pub api_server: ApiServer,
    /// Name of the first pool.
    pub pool_name: String,
    /// The first pool.
    pub pool: Pool,
}

/// Network settings of an AKS cluster.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkProfile {
    /// How pods get addresses.
    pub mode: NetworkMode,
    /// Kubernetes service address range.
    pub service_cidr: Option<String>,
    /// Kubernetes DNS service address.
    pub dns_service_ip: Option<String>,
    /// Pod address range, for overlay and kubenet.
    pub pod_cidr: Option<String>,
    /// How the cluster reaches the internet.
    pub outbound: OutboundType,
}

/// How the API server of an AKS cluster is reached.
#[derive(Clone, Debug, PartialEq)]
pub struct ApiServer {
    /// Whether it is private.
    pub private: bool,
    /// Ranges that may reach it; none means everybody.
    pub authorized_ranges: Vec<String>,
    /// The zone of its name, for private clusters; `None` lets AKS keep one of its own.
    pub zone: Option<Ref<PrivateDnsZone>>,
    /// The subnet that it stands in, with API Server VNet Integration.
    pub subnet: Option<Ref<Subnet>>,
}

/// A node pool.
#[derive(Clone, Debug, PartialEq)]
pub struct Pool {
    /// What it runs.
    pub mode: PoolMode,
    /// VM size.
    pub size: Value,
    /// Nodes at least.
    pub min_nodes: u32,
    /// Nodes at most.
    pub max_nodes: u32,
    /// Pods per node at most.
    pub max_pods: u32,
    /// Extra nodes during an upgrade, as Azure writes it; `None` for Azure's default.
    pub max_surge: Option<String>,
    /// The subnet of the nodes.
    pub node_subnet: Option<Ref<Subnet>>,
    /// The subnet of the pods, for the pod-subnet modes.
    pub pod_subnet: Option<Ref<Subnet>>,
    /// How pods get addresses, for the pod-subnet modes.
    pub network_mode: NetworkMode,
}

/// A further node pool.
#[derive(Clone, Debug, PartialEq)]
pub struct AgentPool {
    /// The pool.
    pub pool: Pool,
}

/// The Azure ML extension on an AKS cluster.
#[derive(Clone, Debug, PartialEq)]
pub struct AksExtension {
    /// The cluster.
    pub cluster: Ref<AksCluster>,
    /// Whether it trains.
    pub training: bool,
    /// Whether it serves models.
    pub inference: bool,
    /// Whether the inference router runs three replicas.
    pub router_ha: bool,
    /// Whether the router stands behind an internal load balancer.
    pub internal_load_balancer: bool,
}

impl AksExtension {
    /// The extension's settings as it wants them: names and texts (AKS-51, AKS-52). A router is described
    /// only for inference. It answers in HTTP: certificates are not part of a plan.
    pub fn settings(&self) -> Vec<(&'static str, &'static str)> {
        let truth = |on: bool| if on { "True" } else { "False" };
        let mut settings = vec![
            ("enableTraining", truth(self.training)),
            ("enableInference", truth(self.inference)),
        ];
        if self.inference {
            settings.extend([
                ("inferenceRouterServiceType", "loadBalancer"),
                ("inferenceRouterHA", truth(self.router_ha)),
                ("allowInsecureConnections", "True"),
            ]);
            if self.internal_load_balancer {
                settings.push(("internalLoadBalancerProvider", "azure"));
            }
        }
        settings
    }
}
