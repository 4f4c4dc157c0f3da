//! Rules about subnets: size, place, name and contents.

mod api_server_delegation;
mod dedicated_occupied;
mod delegated;
mod fixed_name;
mod nsg_refused;
mod reserved_name;
mod service_routes;
mod service_subnet_missing;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &fixed_name::RULE,
    &reserved_name::RULE,
    &dedicated_occupied::RULE,
    &nsg_refused::RULE,
    &delegated::RULE,
    &api_server_delegation::RULE,
    &service_routes::RULE,
    &service_subnet_missing::RULE,
];
