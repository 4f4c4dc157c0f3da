//! Rules about the workspace and the services it stands on: what is open, what they must be able to do.

mod default_storage;
mod image_build;
mod monitor_mode;
mod public_access;
mod registry_admin;
mod registry_sku;
mod trusted_services;

use crate::domain::{Plan, PrivateEndpointKind, Registry};

use super::{Rule, wording};

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &default_storage::RULE,
    &public_access::RULE,
    &trusted_services::RULE,
    &registry_sku::RULE,
    &registry_admin::RULE,
    &image_build::RULE,
    &monitor_mode::RULE,
];

/// What to call the registry.
fn registry_name(registry: &Registry) -> String {
    wording::name_or(&registry.name, "registry")
}

/// True if the registry is reached by private link, or by nothing else.
pub(super) fn is_registry_private(plan: &Plan) -> bool {
    let closed = |registry: &Registry| !registry.public_network_access;
    plan.workspace.registry.as_ref().is_some_and(closed)
        || plan
            .endpoints_of(PrivateEndpointKind::Registry)
            .next()
            .is_some()
}
