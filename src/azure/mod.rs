//! What Azure says: constants and tables, each with its source and the date it was read.
//!
//! Numbers, names and host names that come from Microsoft appear in this layer and nowhere else.

pub mod address_ranges;
pub mod aks;
pub mod aks_limits;
pub mod api_versions;
pub mod classic;
pub mod cli;
pub mod clouds;
mod fact;
pub mod firewalls;
pub mod fixed_subnets;
pub mod gateways;
pub mod images;
pub mod irreversible;
pub mod kubernetes;
pub mod limits;
pub mod machine_learning;
pub mod naming;
pub mod outbound;
pub mod permissions;
pub mod platform;
pub mod private_dns_records;
pub mod private_dns_zones;
pub mod private_link;
pub mod private_link_costs;
pub mod regions;
pub mod required_flows;
pub mod reserved;
pub mod resource_ids;
pub mod roles;
pub mod schemas;
pub mod security_rules;
pub mod service_endpoints;
pub mod service_hosts;
pub mod service_routes;
pub mod service_tags;
pub mod sources;
pub mod subnet_sizes;
pub mod terraform;

pub use fact::{Fact, Source};
