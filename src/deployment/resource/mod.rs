//! The resources that a deployment creates: one variant for each Azure type, with typed properties.
//!
//! Every exporter matches all variants. A new variant breaks the build wherever it has to be written down,
//! and nowhere else.

mod aks;
mod identity;
mod machine;
mod ml;
mod network;
mod perimeter;
mod private_link;
mod service;

use super::Key;

pub use aks::{AgentPool, AksCluster, AksExtension, ApiServer, NetworkProfile, Pool};
pub use identity::{ManagedIdentity, RoleAssignment};
pub use machine::{Credential, NetworkInterface, VirtualMachine};
pub use ml::{
    AttachedKubernetes, AttachedMachine, BatchDeployment, BatchEndpoint, ComputeCluster,
    ComputeInstance, ServerlessSubnet, Workspace,
};
pub use network::{InlineSubnet, NatGateway, Nsg, Peering, PublicIp, RouteTable, Subnet, Vnet};
pub use perimeter::{
    ApplicationRule, Bastion, Firewall, FirewallPolicy, FirewallRules, Gateway, Management,
    NetworkRule,
};
pub use private_link::{
    PrivateDnsZone, PrivateEndpoint, StaticAddress, ZoneConfig, ZoneGroup, ZoneLink,
};
pub use service::{
    AppInsights, KeyVault, LogAnalytics, PrivateLinkScope, Registry, Replication, ScopedResource,
    StorageAccount,
};

/// A resource that a deployment creates.
#[derive(Clone, Debug, PartialEq)]
pub enum Resource {
    /// A network security group with its rules.
    Nsg(Nsg),
    /// A route table with its routes.
    RouteTable(RouteTable),
    /// A public IP address.
    PublicIp(PublicIp),
    /// A NAT gateway.
    NatGateway(NatGateway),
    /// A virtual network with its subnets.
    Vnet(Vnet),
    /// A new subnet in a virtual network that exists.
    Subnet(Subnet),
    /// One direction of a peering.
    Peering(Peering),
    /// A Bastion host.
    Bastion(Bastion),
    /// A firewall policy.
    FirewallPolicy(FirewallPolicy),
    /// What a firewall lets through.
    FirewallRules(FirewallRules),
    /// An Azure Firewall.
    Firewall(Firewall),
    /// A VPN or `ExpressRoute` gateway.
    Gateway(Gateway),
    /// A network interface.
    NetworkInterface(NetworkInterface),
    /// A virtual machine.
    VirtualMachine(VirtualMachine),
    /// A private DNS zone.
    PrivateDnsZone(PrivateDnsZone),
    /// The link of a zone to a virtual network.
    ZoneLink(ZoneLink),
    /// A private endpoint.
    PrivateEndpoint(PrivateEndpoint),
    /// The zones that a private endpoint registers in.
    ZoneGroup(ZoneGroup),
    /// A storage account.
    StorageAccount(StorageAccount),
    /// A key vault.
    KeyVault(KeyVault),
    /// A container registry.
    Registry(Registry),
    /// A replica of a container registry.
    Replication(Replication),
    /// A Log Analytics workspace.
    LogAnalytics(LogAnalytics),
    /// Application Insights.
    AppInsights(AppInsights),
    /// An Azure Monitor private link scope.
    PrivateLinkScope(PrivateLinkScope),
    /// A resource in an Azure Monitor private link scope.
    ScopedResource(ScopedResource),
    /// The Azure ML workspace.
    Workspace(Workspace),
    /// A compute cluster.
    ComputeCluster(ComputeCluster),
    /// A compute instance.
    ComputeInstance(ComputeInstance),
    /// A virtual machine or `HDInsight` cluster attached to the workspace.
    AttachedMachine(AttachedMachine),
    /// An AKS cluster attached to the workspace.
    AttachedKubernetes(AttachedKubernetes),
    /// A batch endpoint.
    BatchEndpoint(BatchEndpoint),
    /// A batch deployment.
    BatchDeployment(BatchDeployment),
    /// A user-assigned identity.
    ManagedIdentity(ManagedIdentity),
    /// A role that an identity has on a resource.
    RoleAssignment(RoleAssignment),
    /// An AKS cluster with its first node pool.
    AksCluster(AksCluster),
    /// A further node pool of an AKS cluster.
    AgentPool(AgentPool),
    /// The Azure ML extension on an AKS cluster.
    AksExtension(AksExtension),
}

impl Resource {
    /// The resource that this one extends: it lives in that resource's id, not in a group.
    pub fn extends(&self) -> Option<&Key> {
        if let Self::RoleAssignment(assignment) = self {
            Some(&assignment.on)
        } else if let Self::AksExtension(extension) = self {
            Some(extension.cluster.key())
        } else {
            None
        }
    }
}
