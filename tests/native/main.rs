//! Native tests.

mod capacity;
mod presets;
