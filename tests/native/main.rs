//! Native tests.

mod capacity;
