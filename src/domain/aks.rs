//! AKS clusters that serve or train for the workspace.

use super::{AddressText, AksId, NodePoolId, Placement, PrefixText, RuleProfile, SubnetId};

words! {
    /// How pods get addresses.
    pub enum NetworkMode {
        /// Azure CNI Overlay.
        Overlay = "overlay" : "Azure CNI Overlay",
        /// Azure CNI Pod Subnet, dynamic allocation.
        PodSubnetDynamic = "pod_subnet_dynamic" : "Azure CNI Pod Subnet, dynamic",
        /// Azure CNI Pod Subnet, static block allocation.
        PodSubnetStatic = "pod_subnet_static" : "Azure CNI Pod Subnet, static block",
        /// Azure CNI Node Subnet: pods take addresses of the node subnet.
        NodeSubnet = "node_subnet" : "Azure CNI Node Subnet (legacy)",
        /// Kubenet.
        Kubenet = "kubenet" : "Kubenet (retires 2028)",
        /// Bring your own CNI.
        None = "none" : "Bring your own CNI",
    }
}

words! {
    /// How a cluster reaches the internet.
    pub enum OutboundType {
        /// A load balancer that AKS makes.
        LoadBalancer = "load_balancer" : "Load balancer",
        /// A NAT gateway that you attach to the subnet.
        UserAssignedNatGateway = "user_assigned_nat_gateway" : "My NAT gateway",
        /// A NAT gateway that AKS makes (AKS-managed VNet only).
        ManagedNatGateway = "managed_nat_gateway" : "Managed NAT gateway",
        /// Your routes.
        UserDefinedRouting = "user_defined_routing" : "My route table",
        /// None: a network-isolated cluster.
        None = "none" : "None (network isolated)",
    }
}

words! {
    /// What a node pool runs.
    pub enum PoolMode {
        /// System pods (and yours).
        System = "system" : "System",
        /// Your pods.
        User = "user" : "User",
    }
}

/// A node pool.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NodePool {
    /// Identity.
    pub id: NodePoolId,
    /// Name as typed.
    pub name: String,
    /// What it runs.
    pub mode: PoolMode,
    /// VM size.
    pub vm_size: String,
    /// Nodes at least.
    pub min_nodes: u32,
    /// Nodes at most.
    pub max_nodes: u32,
    /// Pods per node at most.
    pub max_pods: u32,
    /// Extra nodes during an upgrade, as typed: a count or a percentage; see [`Surge`](super::Surge).
    pub surge: String,
    /// The subnet of the nodes.
    pub node_subnet: Option<SubnetId>,
    /// The subnet of the pods, for the pod-subnet modes.
    pub pod_subnet: Option<SubnetId>,
}

/// An AKS cluster.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AksCluster {
    /// Identity.
    pub id: AksId,
    /// Name as typed.
    pub name: String,
    /// Name of the compute in the workspace, as typed.
    pub compute_name: String,
    /// Create it, or attach one that exists.
    pub placement: Placement,
    /// Resource id, when it exists already.
    pub resource_id: String,
    /// Region; blank means the plan's region.
    pub region: String,
    /// How pods get addresses.
    pub network_mode: NetworkMode,
    /// Kubernetes service address range, as typed.
    pub service_cidr: PrefixText,
    /// Kubernetes DNS service IP address, as typed.
    pub dns_service_ip: AddressText,
    /// Pod address range for overlay and kubenet, as typed.
    pub pod_cidr: PrefixText,
    /// Docker bridge address, as typed. Only the 2019 rules know it.
    pub docker_bridge: String,
    /// Whether the API server is private.
    pub private_cluster: bool,
    /// Public ranges that may reach the API server of a public cluster, as typed; none means everybody.
    pub authorized_ranges: Vec<PrefixText>,
    /// Whether the API server stands in a subnet (API Server VNet Integration).
    pub api_server_subnet: Option<SubnetId>,
    /// How it reaches the internet.
    pub outbound: OutboundType,
    /// Internal load balancer frontends in the node subnet.
    pub internal_load_balancers: u32,
    /// Whether the ML extension is used for inference.
    pub inference: bool,
    /// Whether the ML extension is used for training.
    pub training: bool,
    /// Whether the inference router runs three replicas.
    pub inference_router_ha: bool,
    /// Node pools; the first is the system pool that the cluster is created with.
    pub pools: Vec<NodePool>,
}

impl AksCluster {
    /// Whether pods use a range of their own that is no subnet.
    pub fn uses_pod_cidr(&self) -> bool {
        matches!(
            self.network_mode,
            NetworkMode::Overlay | NetworkMode::Kubenet
        )
    }

    /// Whether pods use a subnet of their own.
    pub fn uses_pod_subnet(&self) -> bool {
        matches!(
            self.network_mode,
            NetworkMode::PodSubnetDynamic | NetworkMode::PodSubnetStatic
        )
    }

    /// Whether the docker bridge field means anything.
    pub fn uses_docker_bridge(&self, profile: RuleProfile) -> bool {
        profile == RuleProfile::Classic2019 || !self.docker_bridge.trim().is_empty()
    }
}
