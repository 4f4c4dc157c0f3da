//! What each resource is in Terraform: its type, its file, and the rows that write it.
//!
//! azurerm where it can say what the plan says, in a way that holds for its versions 4 and 5; azapi elsewhere.

use super::table::{self, Row};
use crate::deployment::resource::Pool;
use crate::deployment::{Node, Resource};
use crate::domain::{NetworkMode, OperatingSystem, PoolMode};

/// The type of everything that azurerm does not write.
pub(super) const AZAPI: &str = "azapi_resource";

/// The files that resources stand in, in the order of their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Aks,
    Machines,
    Network,
    Perimeter,
    PrivateLink,
    Services,
    Workspace,
}

impl Place {
    /// Every file, with its name and what it is.
    pub(super) const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (
            Self::Aks,
            "aks",
            "Terraform: AKS clusters, their identities, roles, pools and the Azure ML extension.",
        ),
        (
            Self::Machines,
            "machines",
            "Terraform: virtual machines, without public addresses.",
        ),
        (
            Self::Network,
            "network",
            "Terraform: virtual networks, subnets, NSGs, route tables, NAT gateways, peerings.",
        ),
        (
            Self::Perimeter,
            "perimeter",
            "Terraform: Bastion, firewall, gateway, and public addresses.",
        ),
        (
            Self::PrivateLink,
            "private_link",
            "Terraform: private endpoints, private DNS zones and their links.",
        ),
        (
            Self::Services,
            "services",
            "Terraform: storage, key vault, registry, monitoring.",
        ),
        (
            Self::Workspace,
            "workspace",
            "Terraform: the Azure ML workspace, its computes and batch endpoints.",
        ),
    ];
}

/// What a resource is in Terraform.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    /// Type of the resource.
    pub(super) name: &'static str,
    /// Its file.
    pub(super) place: Place,
    /// What writes it; nothing for azapi.
    pub(super) rows: &'static [Row],
    /// Why azapi writes it.
    pub(super) reason: &'static str,
}

const fn native(name: &'static str, place: Place, rows: &'static [Row]) -> Kind {
    Kind {
        name,
        place,
        rows,
        reason: "",
    }
}

const fn azapi(place: Place, reason: &'static str) -> Kind {
    Kind {
        name: AZAPI,
        place,
        rows: &[],
        reason,
    }
}

/// What this resource is. A zone group is written inside its private endpoint.
pub(super) fn kind(node: &Node) -> Kind {
    use Place::{Aks, Machines, Network, Perimeter, PrivateLink, Services, Workspace};
    match &node.resource {
        Resource::Nsg(_) => native("azurerm_network_security_group", Network, table::NSG),
        Resource::RouteTable(_) => native("azurerm_route_table", Network, table::ROUTE_TABLE),
        Resource::PublicIp(_) => native("azurerm_public_ip", Perimeter, table::PUBLIC_IP),
        Resource::NatGateway(_) => native("azurerm_nat_gateway", Network, table::NAT_GATEWAY),
        Resource::Vnet(_) => native("azurerm_virtual_network", Network, table::VNET),
        Resource::Subnet(subnet) if !subnet.service_endpoints.is_empty() => azapi(
            Network,
            "azurerm 4 and 5 write service endpoints differently; azapi holds for both.",
        ),
        Resource::Subnet(_) => native("azurerm_subnet", Network, table::SUBNET),
        Resource::Peering(_) => native("azurerm_virtual_network_peering", Network, table::PEERING),
        Resource::Bastion(_) => native("azurerm_bastion_host", Perimeter, table::BASTION),
        Resource::FirewallPolicy(_) => {
            native("azurerm_firewall_policy", Perimeter, table::FIREWALL_POLICY)
        }
        Resource::FirewallRules(_) => native(
            "azurerm_firewall_policy_rule_collection_group",
            Perimeter,
            table::FIREWALL_RULES,
        ),
        Resource::Firewall(_) => native("azurerm_firewall", Perimeter, table::FIREWALL),
        Resource::Gateway(_) => {
            native("azurerm_virtual_network_gateway", Perimeter, table::GATEWAY)
        }
        Resource::NetworkInterface(_) => native(
            "azurerm_network_interface",
            Machines,
            table::NETWORK_INTERFACE,
        ),
        Resource::VirtualMachine(machine) => {
            let name = match machine.os {
                OperatingSystem::Windows => "azurerm_windows_virtual_machine",
                OperatingSystem::Ubuntu | OperatingSystem::OtherLinux => {
                    "azurerm_linux_virtual_machine"
                }
            };
            native(name, Machines, table::VIRTUAL_MACHINE)
        }
        Resource::PrivateDnsZone(_) => native("azurerm_private_dns_zone", PrivateLink, &[]),
        Resource::ZoneLink(_) => azapi(
            PrivateLink,
            "azurerm 4 finds the zone of a link by name, azurerm 5 by id; azapi holds for both.",
        ),
        Resource::PrivateEndpoint(_) | Resource::ZoneGroup(_) => native(
            "azurerm_private_endpoint",
            PrivateLink,
            table::PRIVATE_ENDPOINT,
        ),
        Resource::StorageAccount(_) => {
            native("azurerm_storage_account", Services, table::STORAGE_ACCOUNT)
        }
        Resource::KeyVault(_) => native("azurerm_key_vault", Services, table::KEY_VAULT),
        Resource::Registry(_) => native("azurerm_container_registry", Services, table::REGISTRY),
        Resource::Replication(_) => azapi(
            Services,
            "azurerm 4 and 5 write replicas differently; azapi holds for both.",
        ),
        Resource::LogAnalytics(logs) if !logs.public_network_access => azapi(
            Services,
            "azurerm 4 and 5 close public access to Log Analytics differently; azapi holds for both.",
        ),
        Resource::LogAnalytics(_) => native(
            "azurerm_log_analytics_workspace",
            Services,
            table::LOG_ANALYTICS,
        ),
        Resource::AppInsights(_) => native(
            "azurerm_application_insights",
            Services,
            table::APP_INSIGHTS,
        ),
        Resource::PrivateLinkScope(_) => native(
            "azurerm_monitor_private_link_scope",
            Services,
            table::PRIVATE_LINK_SCOPE,
        ),
        Resource::ScopedResource(_) => native(
            "azurerm_monitor_private_link_scoped_service",
            Services,
            table::SCOPED_RESOURCE,
        ),
        Resource::Workspace(workspace) => {
            let parts = [
                workspace.storage.is_some(),
                workspace.key_vault.is_some(),
                workspace.insights.is_some(),
            ];
            if parts.contains(&false) {
                azapi(
                    Workspace,
                    "azurerm wants a storage account, a key vault and Application Insights.",
                )
            } else {
                native(
                    "azurerm_machine_learning_workspace",
                    Workspace,
                    table::WORKSPACE,
                )
            }
        }
        Resource::ComputeCluster(_) => native(
            "azurerm_machine_learning_compute_cluster",
            Workspace,
            table::COMPUTE_CLUSTER,
        ),
        Resource::ComputeInstance(_) => native(
            "azurerm_machine_learning_compute_instance",
            Workspace,
            table::COMPUTE_INSTANCE,
        ),
        Resource::AttachedMachine(_) => azapi(Workspace, "azurerm does not attach machines."),
        Resource::AttachedKubernetes(_) => azapi(
            Workspace,
            "azurerm attaches clusters for the retired inference of version 1 only.",
        ),
        Resource::BatchEndpoint(_) | Resource::BatchDeployment(_) => {
            azapi(Workspace, "azurerm has no batch endpoints.")
        }
        Resource::ManagedIdentity(_) => native("azurerm_user_assigned_identity", Aks, &[]),
        Resource::RoleAssignment(_) => {
            native("azurerm_role_assignment", Aks, table::ROLE_ASSIGNMENT)
        }
        Resource::AksCluster(cluster) if !is_default_pool(&cluster.pool) => {
            azapi(Aks, STATIC_BLOCKS)
        }
        Resource::AksCluster(_) => native("azurerm_kubernetes_cluster", Aks, table::AKS_CLUSTER),
        Resource::AgentPool(pool) if has_static_blocks(&pool.pool) => azapi(Aks, STATIC_BLOCKS),
        Resource::AgentPool(_) => native(
            "azurerm_kubernetes_cluster_node_pool",
            Aks,
            table::AGENT_POOL,
        ),
        Resource::AksExtension(_) => native(
            "azurerm_kubernetes_cluster_extension",
            Aks,
            table::AKS_EXTENSION,
        ),
    }
}

const STATIC_BLOCKS: &str =
    "azurerm gives pods no static blocks of addresses, and its first pool is a system pool.";

fn has_static_blocks(pool: &Pool) -> bool {
    pool.network_mode == NetworkMode::PodSubnetStatic
}

/// Whether azurerm's default node pool can be this pool.
fn is_default_pool(pool: &Pool) -> bool {
    !has_static_blocks(pool) && pool.mode == PoolMode::System
}

/// Data sources for resources that exist: by type, and with the argument that names the parent.
const DATA: &[(&str, &str)] = &[
    (
        "Microsoft.Network/virtualNetworks",
        "azurerm_virtual_network",
    ),
    (
        "Microsoft.Network/virtualNetworks/subnets",
        "azurerm_subnet",
    ),
    (
        "Microsoft.Network/networkSecurityGroups",
        "azurerm_network_security_group",
    ),
    ("Microsoft.Network/routeTables", "azurerm_route_table"),
    ("Microsoft.Network/natGateways", "azurerm_nat_gateway"),
    (
        "Microsoft.Network/privateDnsZones",
        "azurerm_private_dns_zone",
    ),
    (
        "Microsoft.Storage/storageAccounts",
        "azurerm_storage_account",
    ),
    ("Microsoft.KeyVault/vaults", "azurerm_key_vault"),
    (
        "Microsoft.ContainerRegistry/registries",
        "azurerm_container_registry",
    ),
    (
        "Microsoft.Insights/components",
        "azurerm_application_insights",
    ),
    (
        "Microsoft.ContainerService/managedClusters",
        "azurerm_kubernetes_cluster",
    ),
    (
        "Microsoft.MachineLearningServices/workspaces",
        "azurerm_machine_learning_workspace",
    ),
    (
        "Microsoft.Compute/virtualMachines",
        "azurerm_virtual_machine",
    ),
];

/// The data source for a type; `None` for types that are named by id.
pub(super) fn data_source(resource_type: &str) -> Option<&'static str> {
    let found = DATA
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(resource_type));
    found.map(|(_, source)| *source)
}
