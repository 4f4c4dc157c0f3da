//! API versions that exported templates are written for.
//!
//! Pinned, never "latest": a template means the same next year. The stable versions that EXP-20 names; for
//! services that it does not name, the newest stable one among the published types.

use super::{Fact, Source, sources};

const fn version(value: &'static str, source: &'static Source) -> Fact<&'static str> {
    Fact { value, source }
}

/// `Microsoft.Network`, private DNS apart.
pub const NETWORK: Fact<&str> = version("2025-07-01", &sources::NET_SCHEMA);
/// `Microsoft.Network/privateDnsZones` and its links.
pub const PRIVATE_DNS_ZONES: Fact<&str> = version("2024-06-01", &sources::ARM_TYPES);
/// `Microsoft.MachineLearningServices`.
pub const MACHINE_LEARNING: Fact<&str> = version("2026-03-01", &sources::ML_SCHEMA);
/// `Microsoft.ContainerService`.
pub const CONTAINER_SERVICE: Fact<&str> = version("2026-05-01", &sources::AKS_SCHEMA);
/// `Microsoft.KubernetesConfiguration`.
pub const KUBERNETES_CONFIGURATION: Fact<&str> = version("2025-03-01", &sources::ARM_TYPES);
/// `Microsoft.Storage`.
pub const STORAGE: Fact<&str> = version("2026-04-01", &sources::STG_SCHEMA);
/// `Microsoft.KeyVault`.
pub const KEY_VAULT: Fact<&str> = version("2026-02-01", &sources::ARM_TYPES);
/// `Microsoft.ContainerRegistry`.
pub const CONTAINER_REGISTRY: Fact<&str> = version("2025-11-01", &sources::ACR_SCHEMA);
/// `Microsoft.Compute`.
pub const COMPUTE: Fact<&str> = version("2026-04-01", &sources::ARM_TYPES);
/// `Microsoft.OperationalInsights`.
pub const OPERATIONAL_INSIGHTS: Fact<&str> = version("2026-03-01", &sources::ARM_TYPES);
/// `Microsoft.Insights/components`.
pub const APPLICATION_INSIGHTS: Fact<&str> = version("2020-02-02", &sources::ARM_TYPES);
/// `Microsoft.Insights/privateLinkScopes` and what is in them.
pub const PRIVATE_LINK_SCOPES: Fact<&str> = version("2021-09-01", &sources::ARM_TYPES);
/// `Microsoft.ManagedIdentity`.
pub const MANAGED_IDENTITY: Fact<&str> = version("2024-11-30", &sources::ARM_TYPES);
/// `Microsoft.Authorization/roleAssignments`.
pub const ROLE_ASSIGNMENTS: Fact<&str> = version("2022-04-01", &sources::ARM_TYPES);
/// `Microsoft.HDInsight`.
pub const HDINSIGHT: Fact<&str> = version("2021-06-01", &sources::ARM_TYPES);
/// `Microsoft.Resources/deployments`, for parts that go to another resource group.
pub const DEPLOYMENTS: Fact<&str> = version("2025-04-01", &sources::ARM_TYPES);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_stable_versions_with_a_date() {
        for version in [
            NETWORK,
            PRIVATE_DNS_ZONES,
            MACHINE_LEARNING,
            CONTAINER_SERVICE,
            KUBERNETES_CONFIGURATION,
            STORAGE,
            KEY_VAULT,
            CONTAINER_REGISTRY,
            COMPUTE,
            OPERATIONAL_INSIGHTS,
            APPLICATION_INSIGHTS,
            PRIVATE_LINK_SCOPES,
            MANAGED_IDENTITY,
            ROLE_ASSIGNMENTS,
            HDINSIGHT,
            DEPLOYMENTS,
        ] {
            let shape: String = version
                .value
                .chars()
                .map(|c| if c.is_ascii_digit() { '9' } else { c })
                .collect();
            assert_eq!(shape, "9999-99-99", "{}", version.value);
            assert!(version.value <= version.source.checked, "{}", version.value);
        }
    }
}
