//! The live view beside the form: what follows from the plan, while it is typed.

mod address_map;
mod capacity;
mod diagram;
mod flows;
mod pane;
mod topology;

pub use address_map::AddressMap;
pub use capacity::{CapacityTable, utilisation};
pub use diagram::Diagram;
pub use flows::Flows;
pub use pane::Pane;
pub use topology::Topology;
