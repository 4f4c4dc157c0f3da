//! Azure ML compute: clusters, instances, serverless, attached machines.

use super::{AttachedId, ClusterId, InstanceId, Placement, SubnetId};

words! {
    /// How a cluster's nodes are paid for.
    pub enum VmPriority {
        /// Dedicated.
        Dedicated = "dedicated" : "Dedicated",
        /// Low priority: may be taken away.
        LowPriority = "low_priority" : "Low priority",
    }
}

/// A compute cluster (`AmlCompute`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ComputeCluster {
    /// Identity.
    pub id: ClusterId,
    /// Name as typed.
    pub name: String,
    /// VM size, such as `Standard_DS3_v2`.
    pub vm_size: String,
    /// How its nodes are paid for.
    pub priority: VmPriority,
    /// Nodes kept when idle.
    pub min_nodes: u32,
    /// Nodes at most.
    pub max_nodes: u32,
    /// Seconds a node stays idle before it is released.
    pub idle_seconds: u32,
    /// The subnet of its nodes; `None` for no VNet.
    pub subnet: Option<SubnetId>,
    /// Whether its nodes have public IP addresses.
    pub public_ip: bool,
    /// Region; blank means the workspace's region.
    pub region: String,
    /// Whether SSH is opened to the public IP.
    pub ssh_public_access: bool,
}

/// A compute instance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ComputeInstance {
    /// Identity.
    pub id: InstanceId,
    /// Name as typed.
    pub name: String,
    /// VM size.
    pub vm_size: String,
    /// The subnet; `None` for no VNet.
    pub subnet: Option<SubnetId>,
    /// Whether it has a public IP address.
    pub public_ip: bool,
}

/// Serverless compute.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Serverless {
    /// Nodes at most, over all serverless jobs at one time.
    pub max_nodes: u32,
    /// The subnet; `None` for no VNet.
    pub subnet: Option<SubnetId>,
    /// Whether nodes have public IP addresses.
    pub public_ip: bool,
}

words! {
    /// What kind of machine is attached.
    pub enum AttachedKind {
        /// A virtual machine.
        VirtualMachine = "virtual_machine" : "Virtual machine",
        /// An `HDInsight` cluster.
        HdInsight = "hdinsight" : "HDInsight cluster",
    }
}

words! {
    /// An operating system.
    pub enum OperatingSystem {
        /// Ubuntu Linux.
        Ubuntu = "ubuntu" : "Ubuntu",
        /// Another Linux.
        OtherLinux = "other_linux" : "Other Linux",
        /// Windows.
        Windows = "windows" : "Windows",
    }
}

/// A machine that exists outside the workspace and is attached to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachedCompute {
    /// Identity.
    pub id: AttachedId,
    /// Compute name in the workspace, as typed.
    pub name: String,
    /// What is attached.
    pub kind: AttachedKind,
    /// Create the machine, or attach one that exists.
    pub placement: Placement,
    /// Resource id, when it exists already.
    pub resource_id: String,
    /// Operating system.
    pub os: OperatingSystem,
    /// VM size.
    pub vm_size: String,
    /// Nodes, for `HDInsight` (head, worker, gateway and zookeeper nodes together).
    pub nodes: u32,
    /// The subnet of its network interfaces.
    pub subnet: Option<SubnetId>,
    /// SSH port.
    pub ssh_port: u32,
    /// Administrator account for SSH.
    pub admin_username: String,
}
