//! The Azure ML workspace and the services it stands on.

use super::{ClusterId, Placement, Serverless, StorageId, SubnetId};

words! {
    /// Isolation mode of the workspace's managed virtual network, as in the API.
    pub enum IsolationMode {
        /// No managed virtual network: computes stand in your own VNet.
        Disabled = "disabled" : "My own VNet",
        /// Managed virtual network with internet outbound.
        AllowInternetOutbound = "allow_internet_outbound" : "Managed, internet outbound",
        /// Managed virtual network with approved outbound only.
        AllowOnlyApprovedOutbound = "allow_only_approved_outbound" : "Managed, approved outbound only",
    }
}

/// The Azure ML workspace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workspace {
    /// Name as typed.
    pub name: String,
    /// Create it, or use one that exists.
    pub placement: Placement,
    /// Resource id, when it exists already.
    pub resource_id: String,
    /// Isolation mode.
    pub isolation: IsolationMode,
    /// Whether the public endpoint answers.
    pub public_network_access: bool,
    /// High business impact: diagnostics stay out, keys go to a Microsoft-managed key vault.
    pub high_business_impact: bool,
    /// Whether the workspace is encrypted with a customer-managed key.
    pub customer_managed_key: bool,
    /// The cluster that builds images when the registry is private.
    pub image_build_compute: Option<ClusterId>,
    /// Serverless compute in a subnet of the plan.
    pub serverless: Serverless,
    /// Key vault.
    pub key_vault: KeyVault,
    /// Container registry; `None` if the plan has none.
    pub registry: Option<Registry>,
    /// Application Insights and Azure Monitor.
    pub insights: Insights,
}

/// A storage account.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StorageAccount {
    /// Identity.
    pub id: StorageId,
    /// Name as typed.
    pub name: String,
    /// Create it, or use one that exists.
    pub placement: Placement,
    /// Resource id, when it exists already.
    pub resource_id: String,
    /// Whether it is the workspace's default account.
    pub workspace_default: bool,
    /// Whether it has a hierarchical namespace (Data Lake Storage Gen2).
    pub hierarchical_namespace: bool,
    /// Whether the public endpoint answers.
    pub public_network_access: bool,
    /// Whether trusted Azure services pass its firewall.
    pub trusted_services: bool,
}

/// A key vault.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyVault {
    /// Name as typed.
    pub name: String,
    /// Create it, or use one that exists.
    pub placement: Placement,
    /// Resource id, when it exists already.
    pub resource_id: String,
    /// Whether the public endpoint answers.
    pub public_network_access: bool,
    /// Whether trusted Azure services pass its firewall.
    pub trusted_services: bool,
}

words! {
    /// The tier of a container registry.
    pub enum RegistrySku {
        /// Premium: the only one with private endpoints.
        Premium = "premium" : "Premium",
        /// Standard.
        Standard = "standard" : "Standard",
        /// Basic.
        Basic = "basic" : "Basic",
    }
}

/// A container registry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Registry {
    /// Name as typed.
    pub name: String,
    /// Create it, or use one that exists.
    pub placement: Placement,
    /// Resource id, when it exists already.
    pub resource_id: String,
    /// Tier.
    pub sku: RegistrySku,
    /// Whether the quarantine policy is on.
    pub quarantine: bool,
    /// Whether the admin user is on.
    pub admin_user: bool,
    /// Whether the public endpoint answers.
    pub public_network_access: bool,
    /// Whether trusted Azure services pass its firewall.
    pub trusted_services: bool,
    /// Regions of geo-replicas beside the home region.
    pub replica_regions: Vec<String>,
}

words! {
    /// Access mode of an Azure Monitor private link scope.
    pub enum MonitorMode {
        /// Resources outside the scope stay reachable.
        Open = "open" : "Open",
        /// Only resources in the scope are reachable.
        PrivateOnly = "private_only" : "Private only",
    }
}

/// Application Insights, Log Analytics and the Azure Monitor private link scope.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Insights {
    /// Name of Application Insights as typed.
    pub name: String,
    /// Create it, or use one that exists.
    pub placement: Placement,
    /// Resource id, when it exists already.
    pub resource_id: String,
    /// Name of the Log Analytics workspace as typed.
    pub log_analytics_name: String,
    /// Whether an Azure Monitor private link scope is planned.
    pub private_link_scope: bool,
    /// Name of the private link scope as typed.
    pub scope_name: String,
    /// Access mode of the scope.
    pub mode: MonitorMode,
    /// Distinct endpoints in the connection strings of Application Insights.
    pub connection_endpoints: u32,
    /// Regions that have Log Analytics workspaces in the scope.
    pub log_analytics_regions: u32,
    /// Data collection endpoints in the scope.
    pub data_collection_endpoints: u32,
}

impl Workspace {
    /// The subnet of serverless compute, if it stands in one.
    pub fn serverless_subnet(&self) -> Option<SubnetId> {
        self.serverless.subnet
    }
}
