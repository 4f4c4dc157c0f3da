//! Rules about private endpoints: which ones must be there, where they stand, and what filters them.

mod beside_storage;
mod beside_workspace;
mod classic_storage;
mod data_accounts;
mod endpoint_counts;
mod missing;
mod nsg_region;
mod policies;
mod routes_ignored;
mod several_workspace;
mod without_subnet;
mod without_target;

use crate::domain::{Plan, PrivateEndpoint, PrivateEndpointKind, StorageId, Word};

use super::{Rule, wording};

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &missing::RULE,
    &without_target::RULE,
    &without_subnet::RULE,
    &beside_workspace::RULE,
    &several_workspace::RULE,
    &policies::RULE,
    &data_accounts::RULE,
    &classic_storage::RULE,
    &beside_storage::RULE,
    &routes_ignored::RULE,
    &nsg_region::RULE,
    &endpoint_counts::RULE,
];

/// True if people and computes reach the workspace by private link: its public endpoint is closed, or it has
/// a private one.
pub(super) fn is_private(plan: &Plan) -> bool {
    !plan.workspace.public_network_access
        || plan
            .endpoints_of(PrivateEndpointKind::Workspace)
            .next()
            .is_some()
}

/// True if a private endpoint of this kind leads to this account.
pub(super) fn leads_to(plan: &Plan, kind: PrivateEndpointKind, account: StorageId) -> bool {
    plan.endpoints_of(kind)
        .any(|endpoint| endpoint.storage == Some(account))
}

/// What to call an endpoint.
fn name(endpoint: &PrivateEndpoint) -> String {
    match endpoint.name.trim() {
        "" => format!(
            "the unnamed endpoint for {}",
            endpoint.kind.label().to_lowercase()
        ),
        name => name.to_owned(),
    }
}

/// What to call a storage account.
pub(super) fn account_name(plan: &Plan, account: StorageId) -> String {
    plan.storage_account(account).map_or_else(
        || "the storage account".to_owned(),
        |account| wording::name_or(&account.name, "storage account"),
    )
}
