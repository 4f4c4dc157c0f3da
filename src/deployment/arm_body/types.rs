//! The Azure type and the pinned API version of each resource.

use crate::azure::{Fact, api_versions};
use crate::deployment::Resource;

/// A resource type with the API version that our bodies are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArmType {
    /// Full type, such as `Microsoft.Network/virtualNetworks`.
    pub name: &'static str,
    /// API version, such as `2025-07-01`.
    pub api_version: &'static str,
}

/// The type of a resource.
pub fn arm_type(resource: &Resource) -> ArmType {
    ArmType {
        name: name(resource),
        api_version: api_version(resource).value,
    }
}

/// The API versions by the start of a type's name; the first that fits counts.
const VERSIONS: &[(&str, Fact<&str>)] = &[
    (
        "Microsoft.Network/privateDnsZones",
        api_versions::PRIVATE_DNS_ZONES,
    ),
    ("Microsoft.Network/", api_versions::NETWORK),
    ("Microsoft.Compute/", api_versions::COMPUTE),
    ("Microsoft.Storage/", api_versions::STORAGE),
    ("Microsoft.KeyVault/", api_versions::KEY_VAULT),
    (
        "Microsoft.ContainerRegistry/",
        api_versions::CONTAINER_REGISTRY,
    ),
    (
        "Microsoft.OperationalInsights/",
        api_versions::OPERATIONAL_INSIGHTS,
    ),
    (
        "Microsoft.Insights/components",
        api_versions::APPLICATION_INSIGHTS,
    ),
    (
        "Microsoft.Insights/privateLinkScopes",
        api_versions::PRIVATE_LINK_SCOPES,
    ),
    (
        "Microsoft.MachineLearningServices/",
        api_versions::MACHINE_LEARNING,
    ),
    ("Microsoft.ManagedIdentity/", api_versions::MANAGED_IDENTITY),
    (
        "Microsoft.ContainerService/",
        api_versions::CONTAINER_SERVICE,
    ),
];

/// The API version at which a resource of this type is read, whatever the case of its name; `None` for types
/// that no plan refers to, and for what is no type.
pub fn version_of(type_name: &str) -> Option<&'static str> {
    let is_type = |character: char| character.is_ascii_alphanumeric() || "./".contains(character);
    let (_, version) = VERSIONS.iter().find(|(start, _)| {
        let found = type_name.get(..start.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(start))
    })?;
    type_name.chars().all(is_type).then_some(version.value)
}

fn name(resource: &Resource) -> &'static str {
    match resource {
        Resource::Nsg(_) => "Microsoft.Network/networkSecurityGroups",
        Resource::RouteTable(_) => "Microsoft.Network/routeTables",
        Resource::PublicIp(_) => "Microsoft.Network/publicIPAddresses",
        Resource::NatGateway(_) => "Microsoft.Network/natGateways",
        Resource::Vnet(_) => "Microsoft.Network/virtualNetworks",
        Resource::Subnet(_) => "Microsoft.Network/virtualNetworks/subnets",
        Resource::Peering(_) => "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
        Resource::Bastion(_) => "Microsoft.Network/bastionHosts",
        Resource::FirewallPolicy(_) => "Microsoft.Network/firewallPolicies",
        Resource::FirewallRules(_) => "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
        Resource::Firewall(_) => "Microsoft.Network/azureFirewalls",
        Resource::Gateway(_) => "Microsoft.Network/virtualNetworkGateways",
        Resource::NetworkInterface(_) => "Microsoft.Network/networkInterfaces",
        Resource::VirtualMachine(_) => "Microsoft.Compute/virtualMachines",
        Resource::PrivateDnsZone(_) => "Microsoft.Network/privateDnsZones",
        Resource::ZoneLink(_) => "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
        Resource::PrivateEndpoint(_) => "Microsoft.Network/privateEndpoints",
        Resource::ZoneGroup(_) => "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
        Resource::StorageAccount(_) => "Microsoft.Storage/storageAccounts",
        Resource::KeyVault(_) => "Microsoft.KeyVault/vaults",
        Resource::Registry(_) => "Microsoft.ContainerRegistry/registries",
        Resource::Replication(_) => "Microsoft.ContainerRegistry/registries/replications",
        Resource::LogAnalytics(_) => "Microsoft.OperationalInsights/workspaces",
        Resource::AppInsights(_) => "Microsoft.Insights/components",
        Resource::PrivateLinkScope(_) => "Microsoft.Insights/privateLinkScopes",
        Resource::ScopedResource(_) => "Microsoft.Insights/privateLinkScopes/scopedResources",
        Resource::Workspace(_) => "Microsoft.MachineLearningServices/workspaces",
        Resource::ComputeCluster(_)
        | Resource::ComputeInstance(_)
        | Resource::AttachedMachine(_)
        | Resource::AttachedKubernetes(_) => {
            "Microsoft.MachineLearningServices/workspaces/computes"
        }
        Resource::BatchEndpoint(_) => "Microsoft.MachineLearningServices/workspaces/batchEndpoints",
        Resource::BatchDeployment(_) => {
            "Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments"
        }
        Resource::ManagedIdentity(_) => "Microsoft.ManagedIdentity/userAssignedIdentities",
        Resource::RoleAssignment(_) => "Microsoft.Authorization/roleAssignments",
        Resource::AksCluster(_) => "Microsoft.ContainerService/managedClusters",
        Resource::AgentPool(_) => "Microsoft.ContainerService/managedClusters/agentPools",
        Resource::AksExtension(_) => "Microsoft.KubernetesConfiguration/extensions",
    }
}

fn api_version(resource: &Resource) -> Fact<&'static str> {
    match resource {
        Resource::Nsg(_)
        | Resource::RouteTable(_)
        | Resource::PublicIp(_)
        | Resource::NatGateway(_)
        | Resource::Vnet(_)
        | Resource::Subnet(_)
        | Resource::Peering(_)
        | Resource::Bastion(_)
        | Resource::FirewallPolicy(_)
        | Resource::FirewallRules(_)
        | Resource::Firewall(_)
        | Resource::Gateway(_)
        | Resource::NetworkInterface(_)
        | Resource::PrivateEndpoint(_)
        | Resource::ZoneGroup(_) => api_versions::NETWORK,
        Resource::PrivateDnsZone(_) | Resource::ZoneLink(_) => api_versions::PRIVATE_DNS_ZONES,
        Resource::VirtualMachine(_) => api_versions::COMPUTE,
        Resource::StorageAccount(_) => api_versions::STORAGE,
        Resource::KeyVault(_) => api_versions::KEY_VAULT,
        Resource::Registry(_) | Resource::Replication(_) => api_versions::CONTAINER_REGISTRY,
        Resource::LogAnalytics(_) => api_versions::OPERATIONAL_INSIGHTS,
        Resource::AppInsights(_) => api_versions::APPLICATION_INSIGHTS,
        Resource::PrivateLinkScope(_) | Resource::ScopedResource(_) => {
            api_versions::PRIVATE_LINK_SCOPES
        }
        Resource::Workspace(_)
        | Resource::ComputeCluster(_)
        | Resource::ComputeInstance(_)
        | Resource::AttachedMachine(_)
        | Resource::AttachedKubernetes(_)
        | Resource::BatchEndpoint(_)
        | Resource::BatchDeployment(_) => api_versions::MACHINE_LEARNING,
        Resource::ManagedIdentity(_) => api_versions::MANAGED_IDENTITY,
        Resource::RoleAssignment(_) => api_versions::ROLE_ASSIGNMENTS,
        Resource::AksCluster(_) | Resource::AgentPool(_) => api_versions::CONTAINER_SERVICE,
        Resource::AksExtension(_) => api_versions::KUBERNETES_CONFIGURATION,
    }
}
