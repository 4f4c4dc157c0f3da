//! The live view beside the form: what follows from the plan, while it is typed.

mod address_map;
mod capacity;
mod pane;
mod topology;

pub use address_map::AddressMap;
pub use capacity::{CapacityTable, utilisation};
pub use pane::Pane;
pub use topology::Topology;
