//! Rules about subnets: size, place, name and contents.

mod api_server_delegation;
mod below_fixed_size;
mod dedicated_occupied;
mod delegated;
mod fixed_name;
mod nearly_full;
mod no_egress;
mod nsg_refused;
mod outside;
mod overlap;
mod reserved_name;
mod service_routes;
mod service_subnet_missing;
mod size_out_of_range;
mod too_small;
mod unplaced;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &size_out_of_range::RULE,
    &outside::RULE,
    &overlap::RULE,
    &too_small::RULE,
    &nearly_full::RULE,
    &unplaced::RULE,
    &fixed_name::RULE,
    &reserved_name::RULE,
    &below_fixed_size::RULE,
    &dedicated_occupied::RULE,
    &nsg_refused::RULE,
    &delegated::RULE,
    &api_server_delegation::RULE,
    &service_routes::RULE,
    &service_subnet_missing::RULE,
    &no_egress::RULE,
];
