//! Native tests.

mod allocation;
mod capacity;
mod presets;
