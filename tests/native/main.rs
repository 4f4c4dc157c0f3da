//! Native tests: everything that holds for the core as a whole, through its public doors.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test crate: a test that cannot go on says why and stops"
)]
#![expect(
    clippy::needless_raw_string_hashes,
    reason = "expect-test writes its texts so"
)]

mod allocation;
mod allocation_properties;
mod brief;
mod capacity;
mod capacity_table;
mod coverage;
mod diagram;
mod document;
mod document_errors;
mod doors;
mod exports;
mod fix_properties;
mod flow;
mod flow_in_plans;
mod flow_names;
mod flow_oracle;
mod flow_paths;
mod flow_properties;
mod flow_routes;
mod flow_spokes;
mod layering;
mod patch;
mod presets;
mod random_plan;
mod readdress;
mod required_flows;
mod rules_document;
mod rules_net;
mod rules_registry;
mod samples;
mod schema;
mod support;
