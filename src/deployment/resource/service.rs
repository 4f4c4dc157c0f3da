//! Properties of the services that a workspace stands on.

use crate::deployment::{Key, Ref};
use crate::domain::{MonitorMode, RegistrySku};

/// A storage account.
#[derive(Clone, Debug, PartialEq)]
pub struct StorageAccount {
    /// Whether it has a hierarchical namespace.
    pub hierarchical_namespace: bool,
    /// Whether the public endpoint answers.
    pub public_network_access: bool,
    /// Whether trusted Azure services pass its firewall.
    pub trusted_services: bool,
}

/// A key vault with role-based access.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyVault {
    /// Whether the public endpoint answers.
    pub public_network_access: bool,
    /// Whether trusted Azure services pass its firewall.
    pub trusted_services: bool,
}

/// A container registry.
#[derive(Clone, Debug, PartialEq)]
pub struct Registry {
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
}

/// A replica of a container registry in another region; the resource's location is that region.
#[derive(Clone, Debug, PartialEq)]
pub struct Replication;

/// A Log Analytics workspace.
#[derive(Clone, Debug, PartialEq)]
pub struct LogAnalytics {
    /// Whether it takes and answers queries on public endpoints.
    pub public_network_access: bool,
}

/// Application Insights, kept in a Log Analytics workspace.
#[derive(Clone, Debug, PartialEq)]
pub struct AppInsights {
    /// Where it keeps its data.
    pub log_analytics: Ref<LogAnalytics>,
    /// Whether it takes data and answers queries on public endpoints.
    pub public_network_access: bool,
}

/// An Azure Monitor private link scope.
#[derive(Clone, Debug, PartialEq)]
pub struct PrivateLinkScope {
    /// Access mode, for both ingestion and queries.
    pub mode: MonitorMode,
}

/// A resource in an Azure Monitor private link scope.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopedResource {
    /// The resource that is put into the scope.
    pub linked: Key,
}
