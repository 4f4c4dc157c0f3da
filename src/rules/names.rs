//! Names for what a one-click change adds: generated like all others, and not taken yet.

use crate::azure::naming::{NameKind, generate};
use crate::domain::{Plan, PrivateEndpointKind, StorageId};

/// A name for a further private endpoint: `pep-fraud-table-prod`. A second account's name is part of it.
pub(super) fn private_endpoint(
    plan: &Plan,
    kind: PrivateEndpointKind,
    account: Option<StorageId>,
) -> String {
    let other = account
        .and_then(|id| plan.storage_account(id))
        .filter(|account| !account.workspace_default)
        .map_or("", |account| account.name.trim());
    let part = match kind {
        PrivateEndpointKind::Workspace => "mlw",
        PrivateEndpointKind::Blob => "blob",
        PrivateEndpointKind::File => "file",
        PrivateEndpointKind::Queue => "queue",
        PrivateEndpointKind::Table => "table",
        PrivateEndpointKind::Dfs => "dfs",
        PrivateEndpointKind::KeyVault => "kv",
        PrivateEndpointKind::Registry => "cr",
        PrivateEndpointKind::Monitor => "ampls",
    };
    let taken = plan
        .private_endpoints
        .iter()
        .map(|endpoint| &*endpoint.name);
    free(plan, NameKind::PrivateEndpoint, &[other, part], taken)
}

/// A name for a further NAT gateway.
pub(super) fn nat_gateway(plan: &Plan) -> String {
    let taken = plan.nat_gateways.iter().map(|gateway| &*gateway.name);
    free(plan, NameKind::NatGateway, &["ml"], taken)
}

/// A name for a further NSG.
pub(super) fn nsg(plan: &Plan, part: &str) -> String {
    let taken = plan.nsgs.iter().map(|nsg| &*nsg.name);
    free(plan, NameKind::NetworkSecurityGroup, &[part], taken)
}

/// A name for a further route table.
pub(super) fn route_table(plan: &Plan) -> String {
    let taken = plan.route_tables.iter().map(|table| &*table.name);
    free(plan, NameKind::RouteTable, &["ml"], taken)
}

/// A name for the container registry.
pub(super) fn registry(plan: &Plan) -> String {
    free(plan, NameKind::ContainerRegistry, &["ml"], [].into_iter())
}

/// A generated name, with a number at its end if it is taken.
fn free<'a>(
    plan: &Plan,
    kind: NameKind,
    parts: &[&str],
    taken: impl Iterator<Item = &'a str>,
) -> String {
    let taken: Vec<&str> = taken.map(str::trim).collect();
    let basics = &plan.basics;
    let own = |number: &str| {
        let mut all = vec![&*basics.workload];
        all.extend_from_slice(parts);
        all.extend([&*basics.environment, number]);
        generate(kind, &all)
    };
    // Azure does not tell upper and lower case apart.
    let is_free = |name: &String| !taken.iter().any(|other| other.eq_ignore_ascii_case(name));
    std::iter::once(own(""))
        .chain((2_u32..).map(|number| own(&number.to_string())))
        .find(is_free)
        .unwrap_or_default()
}
