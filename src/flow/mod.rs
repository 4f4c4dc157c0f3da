//! Offline answer to “does this packet get through”: NSGs, routes, traces.
//!
//! Total: what cannot be known offline is answered with “unknown”, never with a guess.

mod evaluate;
mod firewall;
mod matching;
mod names;
mod neighbourhood;
mod next_hop;
mod packet;
mod party;
mod path;
mod place;
mod ports;
pub mod presets;
mod required;
pub mod routes;
mod rule_set;
mod verify;

use crate::domain::{Plan, SubnetId};

pub use evaluate::{Answer, Stages, Step, Verdict, evaluate};
pub use firewall::{ApplicationRule, FirewallRules, NetworkRule, firewall_rules};
pub use names::{Address, Client, Name, Resolution, resolve};
pub use neighbourhood::{Neighbourhood, RoutedPrefixes};
pub use next_hop::{
    Destination, NextHop, Origin, RouteInEffect, Target, Way, next_hop, routes_in_effect, select,
};
pub use packet::{Endpoint, Packet};
pub use party::{parties, party, subnet_name};
pub use path::{Asymmetry, Hop, Network, Party, Path, Probe, Spot, Stage, path};
pub use required::{FlowReport, RequiredFlow};
pub use rule_set::{RuleIdentity, RuleSet, default_rules};
pub use verify::{Border, Resident, verify};

/// The regional form of a service tag in the workspace's region; the tag itself while no region is written.
fn regional(tag: &str, region: &str) -> String {
    if region.trim().is_empty() {
        tag.to_owned()
    } else {
        format!("{tag}.{}", region.trim().to_ascii_lowercase())
    }
}

/// A number that no rule of `taken` has, from `wanted` on.
fn free_from(wanted: u32, taken: impl Fn(u32) -> bool) -> u32 {
    (wanted..=u32::MAX)
        .find(|number| !taken(*number))
        .unwrap_or(wanted)
}

/// Two names that Azure takes for the same.
fn same_name(a: &str, b: &str) -> bool {
    a.trim().eq_ignore_ascii_case(b.trim())
}

/// The region of the workspace as typed.
fn region(plan: &Plan) -> &str {
    plan.basics.region.trim()
}

/// True if a compute with a public IP address stands in one of these subnets.
fn public_compute_in(plan: &Plan, inside: impl Fn(Option<SubnetId>) -> bool) -> bool {
    let clusters = plan.clusters.iter().map(|it| (it.public_ip, it.subnet));
    let instances = plan.instances.iter().map(|it| (it.public_ip, it.subnet));
    let serverless = &plan.workspace.serverless;
    clusters
        .chain(instances)
        .chain([(
            serverless.public_ip && serverless.max_nodes > 0,
            serverless.subnet,
        )])
        .any(|(public_ip, subnet)| public_ip && inside(subnet))
}
