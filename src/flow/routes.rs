//! The routes that a route table has: those generated from the plan, and the person's own.
//!
//! A written route replaces a generated one to the same destination: Azure refuses a table with both.

use std::collections::BTreeSet;

use super::{region, regional, same_name};
use crate::azure::service_routes;
use crate::domain::{
    AddressText, AttachedKind, NextHop, Plan, Route, RoutePreset, RouteTable, RouteTableId,
    RuleProfile, SubnetId,
};
use crate::topology::{Prefixes, firewall_address, firewall_for};

/// Everything: the destination of a default route.
pub const ANYWHERE: &str = "0.0.0.0/0";

/// A route of a table, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct EffectiveRoute {
    /// The route. Generated ones have the id 0.
    pub route: Route,
    /// The id of the fact that a generated route follows; `None` for the person's own.
    pub fact: Option<&'static str>,
}

/// The routes of a table: generated ones first, then the person's own in their order. Empty if the plan has
/// no such table.
///
/// The default route of the firewall preset has a blank next hop while the firewall has no address yet.
pub fn effective_routes(
    plan: &Plan,
    prefixes: &Prefixes,
    table: RouteTableId,
) -> Vec<EffectiveRoute> {
    let Some(table) = plan.route_table(table) else {
        return Vec::new();
    };
    let generated = match table.preset {
        RoutePreset::None => Vec::new(),
        RoutePreset::Firewall => through_firewall(plan, prefixes, table),
    };
    let is_written = |route: &Route| {
        let mut written = table.routes.iter();
        written.any(|own| same_name(&own.destination, &route.destination))
    };
    let own = table.routes.iter().map(|route| EffectiveRoute {
        route: route.clone(),
        fact: None,
    });
    generated
        .into_iter()
        .filter(|effective| !is_written(&effective.route))
        .chain(own)
        .collect()
}

/// Everything to the firewall, except what must reach Azure directly.
fn through_firewall(plan: &Plan, prefixes: &Prefixes, table: &RouteTable) -> Vec<EffectiveRoute> {
    let subnets: BTreeSet<SubnetId> = plan
        .subnets()
        .filter(|(_, subnet)| subnet.route_table == Some(table.id))
        .map(|(_, subnet)| subnet.id)
        .collect();
    let mut vnets = subnets.iter().filter_map(|subnet| plan.vnet_of(*subnet));
    let firewall = if subnets.is_empty() {
        plan.firewalls.first()
    } else {
        vnets.find_map(|vnet| firewall_for(plan, vnet.id))
    };
    let Some(firewall) = firewall else {
        return Vec::new();
    };
    let address = firewall_address(plan, prefixes, firewall)
        .map_or_else(AddressText::default, AddressText::from);
    let mut routes = vec![EffectiveRoute {
        route: Route {
            name: "default-to-firewall".to_owned(),
            destination: ANYWHERE.to_owned(),
            next_hop: NextHop::VirtualAppliance,
            next_hop_address: address,
            ..Route::default()
        },
        fact: Some("AML-72"),
    }];
    let inside = |subnet: Option<SubnetId>| subnet.is_some_and(|id| subnets.contains(&id));
    if super::public_compute_in(plan, inside) {
        let tag = service_routes::PUBLIC_COMPUTE.value.to_owned();
        routes.push(to_internet("AzureMLRoute", tag, "AML-70"));
        if plan.basics.profile == RuleProfile::Classic2019 {
            let tag = regional(service_routes::CLASSIC_COMPUTE.value, region(plan));
            routes.push(to_internet("AzureBatchRoute", tag, "AML-71"));
        }
    }
    let hdinsight = plan
        .attached
        .iter()
        .any(|machine| machine.kind == AttachedKind::HdInsight && inside(machine.subnet));
    if hdinsight {
        let tag = regional(service_routes::HDINSIGHT.value, region(plan));
        routes.push(to_internet("HDInsightRoute", tag, "VM-10"));
    }
    routes
}

/// A route that keeps a service's direct way out, so that replies do not pass the firewall alone.
fn to_internet(name: &str, tag: String, fact: &'static str) -> EffectiveRoute {
    EffectiveRoute {
        route: Route {
            name: name.to_owned(),
            destination: tag,
            next_hop: NextHop::Internet,
            ..Route::default()
        },
        fact: Some(fact),
    }
}
