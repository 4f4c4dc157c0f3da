//! What Azure says: constants and tables, each with its source and the date it was read.
//!
//! Numbers, names and host names that come from Microsoft appear in this layer and nowhere else.

pub mod aks;
mod fact;
pub mod gateways;
pub mod images;
pub mod kubernetes;
pub mod naming;
pub mod private_link_costs;
pub mod reserved;
pub mod roles;
pub mod security_rules;
pub mod service_routes;
pub mod sources;

pub use fact::{Fact, Source};
