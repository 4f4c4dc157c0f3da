//! Private endpoints and private DNS zones.

use super::{AddressText, Placement, PrivateEndpointId, StorageId, SubnetId, VnetId, ZoneId};

words! {
    /// What a private endpoint leads to: one sub-resource (group id) of a service.
    pub enum PrivateEndpointKind {
        /// The Azure ML workspace.
        Workspace = "workspace" : "Workspace",
        /// Blob service of a storage account.
        Blob = "blob" : "Storage blob",
        /// File service of a storage account.
        File = "file" : "Storage file",
        /// Queue service of a storage account.
        Queue = "queue" : "Storage queue",
        /// Table service of a storage account.
        Table = "table" : "Storage table",
        /// Data Lake service of a storage account.
        Dfs = "dfs" : "Storage dfs",
        /// The key vault.
        KeyVault = "key_vault" : "Key vault",
        /// The container registry.
        Registry = "registry" : "Container registry",
        /// The Azure Monitor private link scope.
        Monitor = "monitor" : "Azure Monitor private link scope",
    }
}

words! {
    /// A service of a storage account.
    pub enum StorageService {
        /// Blob.
        Blob = "blob" : "blob",
        /// File.
        File = "file" : "file",
        /// Queue.
        Queue = "queue" : "queue",
        /// Table.
        Table = "table" : "table",
        /// Data Lake Storage Gen2.
        Dfs = "dfs" : "dfs",
    }
}

impl PrivateEndpointKind {
    /// The storage service that this kind leads to, if it leads to storage.
    pub fn storage_service(self) -> Option<StorageService> {
        match self {
            Self::Blob => Some(StorageService::Blob),
            Self::File => Some(StorageService::File),
            Self::Queue => Some(StorageService::Queue),
            Self::Table => Some(StorageService::Table),
            Self::Dfs => Some(StorageService::Dfs),
            Self::Workspace | Self::KeyVault | Self::Registry | Self::Monitor => None,
        }
    }
}

/// A private endpoint.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrivateEndpoint {
    /// Identity.
    pub id: PrivateEndpointId,
    /// Name as typed.
    pub name: String,
    /// What it leads to.
    pub kind: PrivateEndpointKind,
    /// The storage account, for the storage kinds.
    pub storage: Option<StorageId>,
    /// The subnet that its addresses come from.
    pub subnet: Option<SubnetId>,
    /// A fixed address as typed; blank means that Azure chooses.
    pub static_address: AddressText,
}

words! {
    /// Who answers for the private names.
    pub enum DnsMode {
        /// The plan creates the private DNS zones and links them.
        Create = "create" : "Create the zones",
        /// Zones exist, usually in a hub; endpoints register in them.
        Existing = "existing" : "Use existing zones",
        /// Custom DNS servers answer; the plan lists what they must forward.
        Custom = "custom" : "Custom DNS servers",
    }
}

words! {
    /// A private DNS zone that a private endpoint needs. The name depends on the cloud (and region).
    pub enum ZoneKind {
        /// Workspace API.
        WorkspaceApi = "workspace_api" : "Workspace API",
        /// Workspace notebooks.
        Notebooks = "notebooks" : "Notebooks",
        /// Storage blob.
        Blob = "blob" : "Storage blob",
        /// Storage file.
        File = "file" : "Storage file",
        /// Storage queue.
        Queue = "queue" : "Storage queue",
        /// Storage table.
        Table = "table" : "Storage table",
        /// Storage dfs.
        Dfs = "dfs" : "Storage dfs",
        /// Key vault.
        KeyVault = "key_vault" : "Key vault",
        /// Container registry.
        Registry = "registry" : "Container registry",
        /// Azure Monitor: metrics and Application Insights.
        Monitor = "monitor" : "Azure Monitor",
        /// Azure Monitor: Log Analytics queries.
        MonitorOms = "monitor_oms" : "Log Analytics queries",
        /// Azure Monitor: Log Analytics ingestion.
        MonitorOds = "monitor_ods" : "Log Analytics ingestion",
        /// Azure Monitor: automation agent service.
        MonitorAgent = "monitor_agent" : "Monitor agent service",
        /// AKS API server of a private cluster.
        AksApi = "aks_api" : "AKS API server",
    }
}

/// A private DNS zone and the VNets it is linked to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrivateDnsZone {
    /// Identity.
    pub id: ZoneId,
    /// Which zone it is.
    pub kind: ZoneKind,
    /// Create it, or use one that exists.
    pub placement: Placement,
    /// Resource id, when it exists already.
    pub resource_id: String,
    /// The VNets whose clients ask it.
    pub links: Vec<VnetId>,
}

/// Name resolution of the plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dns {
    /// Who answers for the private names.
    pub mode: DnsMode,
    /// The zones.
    pub zones: Vec<PrivateDnsZone>,
    /// Whether custom DNS servers forward the public suffixes to Azure DNS.
    pub forwarders_confirmed: bool,
}
