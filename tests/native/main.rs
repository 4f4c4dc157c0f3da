//! Native tests.

mod allocation;
mod capacity;
mod presets;
mod rules_net;
mod rules_registry;
