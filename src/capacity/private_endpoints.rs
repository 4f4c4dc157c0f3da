//! Private endpoints: how many addresses each takes in its subnet.

use std::collections::BTreeSet;

use super::{Counter, DemandKind, plural};
use crate::azure::private_link_costs as costs;
use crate::domain::{Insights, Item, Plan, PrivateEndpointKind};

/// Addresses of the private endpoint of an Azure Monitor private link scope:
/// `8 + E + 3 · DCE + 3 · R` (PE-9).
pub fn monitor_addresses(insights: &Insights) -> u64 {
    costs::MONITOR_SCOPE.value
        + costs::MONITOR_CONNECTION_ENDPOINT.value * u64::from(insights.connection_endpoints)
        + costs::MONITOR_COLLECTION_ENDPOINT.value * u64::from(insights.data_collection_endpoints)
        + costs::MONITOR_REGION.value * u64::from(insights.log_analytics_regions)
}

/// Regions of the plan's registry: its home region and each other region it is replicated to.
pub fn registry_regions(plan: &Plan) -> u64 {
    let home = plan.basics.region.trim().to_ascii_lowercase();
    let replicas: BTreeSet<String> = plan
        .workspace
        .registry
        .iter()
        .flat_map(|registry| &registry.replica_regions)
        .map(|region| region.trim().to_ascii_lowercase())
        .filter(|region| !region.is_empty() && *region != home)
        .collect();
    u64::try_from(replicas.len()).map_or(u64::MAX, |count| count.saturating_add(1))
}

/// Addresses that a private endpoint of this kind takes in this plan, with the formula for a person.
pub fn endpoint_addresses(plan: &Plan, kind: PrivateEndpointKind) -> (u64, String) {
    match kind {
        PrivateEndpointKind::Workspace => (
            costs::WORKSPACE.value,
            "API, notebooks and inference".to_owned(),
        ),
        PrivateEndpointKind::Blob
        | PrivateEndpointKind::File
        | PrivateEndpointKind::Queue
        | PrivateEndpointKind::Table
        | PrivateEndpointKind::Dfs => (
            costs::STORAGE_SERVICE.value,
            "one storage service".to_owned(),
        ),
        PrivateEndpointKind::KeyVault => (costs::KEY_VAULT.value, "the key vault".to_owned()),
        PrivateEndpointKind::Registry => {
            let regions = registry_regions(plan);
            let (own, each) = (costs::REGISTRY.value, costs::REGISTRY_REGION.value);
            let text = format!("{own} + {each} for {}", plural(regions, "region"));
            (own + each * regions, text)
        }
        PrivateEndpointKind::Monitor => {
            let insights = &plan.workspace.insights;
            let text = format!(
                "{} + {} + {} × {} + {} × {}",
                costs::MONITOR_SCOPE.value,
                plural(
                    u64::from(insights.connection_endpoints),
                    "connection endpoint"
                ),
                costs::MONITOR_COLLECTION_ENDPOINT.value,
                plural(
                    u64::from(insights.data_collection_endpoints),
                    "collection endpoint"
                ),
                costs::MONITOR_REGION.value,
                plural(
                    u64::from(insights.log_analytics_regions),
                    "Log Analytics region"
                ),
            );
            (monitor_addresses(insights), text)
        }
    }
}

/// Counts the private endpoints of a plan (PE-1 to PE-9).
pub(super) fn count(plan: &Plan, counter: &mut Counter) {
    for endpoint in &plan.private_endpoints {
        let (addresses, text) = endpoint_addresses(plan, endpoint.kind);
        let item = Item::PrivateEndpoint(endpoint.id);
        counter.add(
            endpoint.subnet,
            item,
            DemandKind::PrivateEndpoint,
            addresses,
            text,
        );
    }
}
