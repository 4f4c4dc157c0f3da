//! Properties of the Azure ML workspace and of everything inside it.

use super::{AksCluster, AppInsights, KeyVault, Registry, StorageAccount, Subnet, VirtualMachine};
use crate::deployment::{Ref, Value};
use crate::domain::{IsolationMode, VmPriority};

/// The Azure ML workspace, with a system-assigned identity.
#[derive(Clone, Debug, PartialEq)]
pub struct Workspace {
    /// Default storage account; `None` when the plan has none, which is a gap.
    pub storage: Option<Ref<StorageAccount>>,
    /// Key vault.
    pub key_vault: Option<Ref<KeyVault>>,
    /// Container registry.
    pub registry: Option<Ref<Registry>>,
    /// Application Insights.
    pub insights: Option<Ref<AppInsights>>,
    /// Isolation mode of the managed virtual network.
    pub isolation: IsolationMode,
    /// Whether the public endpoint answers.
    pub public_network_access: bool,
    /// High business impact.
    pub high_business_impact: bool,
    /// Name of the cluster that builds images. A name, not a reference: the cluster is created later.
    pub image_build_compute: Option<String>,
    /// Subnet of serverless compute.
    pub serverless: Option<ServerlessSubnet>,
}

/// Where serverless compute stands.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerlessSubnet {
    /// The subnet.
    pub subnet: Ref<Subnet>,
    /// Whether nodes have public IP addresses.
    pub public_ip: bool,
}

/// A compute cluster.
#[derive(Clone, Debug, PartialEq)]
pub struct ComputeCluster {
    /// VM size.
    pub size: Value,
    /// How its nodes are paid for.
    pub priority: VmPriority,
    /// Nodes kept when idle.
    pub min_nodes: u32,
    /// Nodes at most.
    pub max_nodes: u32,
    /// Seconds a node stays idle before it is released.
    pub idle_seconds: u32,
    /// The subnet of its nodes.
    pub subnet: Option<Ref<Subnet>>,
    /// Whether its nodes have public IP addresses.
    pub public_ip: bool,
    /// Region of its nodes, if it is not the workspace's.
    pub region: Option<String>,
    /// Whether SSH is opened to the public IP.
    pub ssh_public_access: bool,
}

/// A compute instance.
#[derive(Clone, Debug, PartialEq)]
pub struct ComputeInstance {
    /// VM size.
    pub size: Value,
    /// Its subnet.
    pub subnet: Option<Ref<Subnet>>,
    /// Whether it has a public IP address.
    pub public_ip: bool,
}

/// A machine attached to the workspace.
#[derive(Clone, Debug, PartialEq)]
pub struct AttachedMachine {
    /// The virtual machine.
    pub machine: Ref<VirtualMachine>,
    /// SSH port.
    pub ssh_port: u32,
    /// Administrator account for SSH.
    pub admin_username: String,
    /// SSH private key: always a secure parameter.
    pub ssh_private_key: Value,
}

/// An AKS cluster attached to the workspace.
#[derive(Clone, Debug, PartialEq)]
pub struct AttachedKubernetes {
    /// The cluster.
    pub cluster: Ref<AksCluster>,
}

/// A batch endpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchEndpoint {
    /// What it is for.
    pub description: String,
}

/// A batch deployment: a model on a cluster.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchDeployment {
    /// The cluster it runs on.
    pub cluster: Option<Ref<ComputeCluster>>,
    /// The model as the plan writes it, such as `azureml:fraud:1`.
    pub model: String,
    /// Resource id of the model: a parameter, because models are registered after the workspace exists.
    pub model_id: Value,
    /// Nodes for one job.
    pub instance_count: u32,
    /// Files in one mini-batch.
    pub mini_batch_size: u32,
    /// Mini-batches at the same time on one node.
    pub max_concurrency: u32,
}
