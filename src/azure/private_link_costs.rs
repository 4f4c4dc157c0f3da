//! How many addresses a private endpoint takes, by what it leads to.

use super::{Fact, sources};

/// The workspace: API, notebooks and inference (PE-1).
pub const WORKSPACE: Fact<u64> = Fact {
    value: 3,
    source: &sources::AML_DNS,
};

/// One service of a storage account (PE-2 to PE-6).
pub const STORAGE_SERVICE: Fact<u64> = Fact {
    value: 1,
    source: &sources::AML_WS,
};

/// A key vault (PE-7).
pub const KEY_VAULT: Fact<u64> = Fact {
    value: 1,
    source: &sources::AML_TUT,
};

/// A container registry, beside one for each of its regions (PE-8).
pub const REGISTRY: Fact<u64> = Fact {
    value: 1,
    source: &sources::ACR_PL,
};

/// Each region of a container registry, the home region included (PE-8).
pub const REGISTRY_REGION: Fact<u64> = Fact {
    value: 1,
    source: &sources::ACR_PL,
};

/// An Azure Monitor private link scope with nothing in it (PE-9).
pub const MONITOR_SCOPE: Fact<u64> = Fact {
    value: 8,
    source: &sources::AMPLS_IP,
};

/// Each distinct endpoint in the connection strings of Application Insights (PE-9).
pub const MONITOR_CONNECTION_ENDPOINT: Fact<u64> = Fact {
    value: 1,
    source: &sources::AMPLS_IP,
};

/// Each data collection endpoint in the scope (PE-9).
pub const MONITOR_COLLECTION_ENDPOINT: Fact<u64> = Fact {
    value: 3,
    source: &sources::AMPLS_IP,
};

/// Each region that has Log Analytics workspaces in the scope (PE-9).
pub const MONITOR_REGION: Fact<u64> = Fact {
    value: 3,
    source: &sources::AMPLS_IP,
};
