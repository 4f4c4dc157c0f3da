//! Native tests.

mod capacity;
mod exports;
mod presets;
