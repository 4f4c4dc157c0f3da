//! The routes in effect in a subnet: Azure's own, those of gateways, and the person's.

use super::{Destination, Origin, RouteInEffect, Way};
use crate::azure::address_ranges::{AddressRange, PRIVATE};
use crate::azure::service_endpoints;
use crate::azure::service_tags;
use crate::domain::{
    GatewayKind, NetworkPolicies, NextHop, Plan, Prefix, PrefixText, PrivateEndpoint, Subnet,
    SubnetId, Vnet, VnetId,
};
use crate::flow::regional;
use crate::flow::routes::{EffectiveRoute, effective_routes};
use crate::topology::{Prefixes, connected, connected_vnets, gateway_for};

/// The routes in effect in a subnet, or in a VNet for what stands in no subnet of the plan: Azure's own, then
/// those of gateways, then those of the route table.
pub fn routes_in_effect(
    plan: &Plan,
    prefixes: &Prefixes,
    vnet: VnetId,
    subnet: Option<SubnetId>,
) -> Vec<RouteInEffect> {
    let Some(vnet) = plan.vnet(vnet) else {
        return Vec::new();
    };
    let subnet = subnet.and_then(|id| plan.subnet(id));
    let own = written(plan, prefixes, vnet, subnet);
    let learned = learned(plan, vnet, subnet);
    let replaced = |route: &RouteInEffect| match route.destination {
        Destination::Prefix(prefix) => prefix.length() == 0 && route.way != Way::Internet,
        _ => false,
    };
    let default = own.iter().chain(&learned).any(replaced);
    let mut routes = of_networks(plan, vnet);
    if !default {
        routes.extend(drops(&routes));
    }
    if let Ok(everything) = "0.0.0.0/0".parse() {
        routes.push(system(everything, Way::Internet));
    }
    routes.extend(of_services(plan, subnet));
    routes.extend(of_endpoints(plan, prefixes, vnet));
    routes.extend(learned);
    routes.extend(own);
    routes
}

fn system(prefix: Prefix, way: Way) -> RouteInEffect {
    let name = format!("Azure’s route for {prefix}");
    RouteInEffect::new(Origin::System, name, Destination::Prefix(prefix), way)
}

fn space(vnet: &Vnet) -> impl Iterator<Item = Prefix> {
    vnet.address_space.iter().filter_map(PrefixText::prefix)
}

/// Routes into the VNet and into those connected with it (UDR-2, UDR-3).
fn of_networks(plan: &Plan, vnet: &Vnet) -> Vec<RouteInEffect> {
    let connected = connected_vnets(plan, vnet.id);
    let mut routes: Vec<RouteInEffect> = space(vnet)
        .map(|prefix| system(prefix, Way::VirtualNetwork))
        .collect();
    for other in connected.iter().filter(|other| **other != vnet.id) {
        let prefixes = plan.vnet(*other).into_iter().flat_map(space);
        routes.extend(prefixes.map(|prefix| system(prefix, Way::Peering(*other))));
    }
    routes
}

/// Azure drops what goes to private addresses that it has no route for (UDR-2).
///
/// These routes stand and fall with Azure's own default route: Microsoft's hub-and-spoke tutorials reach
/// private addresses behind a firewall by a user's route for `0.0.0.0/0` alone, which they could not if the
/// longer routes stayed.
fn drops(networks: &[RouteInEffect]) -> Vec<RouteInEffect> {
    let ranges = PRIVATE.value.iter().filter_map(AddressRange::prefix);
    let taken = |range: &Prefix| {
        networks.iter().any(|route| match route.destination {
            Destination::Prefix(prefix) => {
                route.way == Way::VirtualNetwork && prefix.contains(*range)
            }
            _ => false,
        })
    };
    ranges
        .filter(|range| !taken(range))
        .map(|range| system(range, Way::Dropped))
        .collect()
}

/// Routes of the subnet's service endpoints (UDR-3). Endpoints that the facts do not know have none here.
fn of_services(plan: &Plan, subnet: Option<&Subnet>) -> Vec<RouteInEffect> {
    let Some(subnet) = subnet else {
        return Vec::new();
    };
    let region = plan
        .vnet_of(subnet.id)
        .map_or("", |vnet| plan.region_of(vnet));
    let known = subnet.service_endpoints.iter();
    known
        .filter_map(|name| service_endpoints::find(name))
        .map(|endpoint| {
            let tag = if endpoint.regional {
                regional(endpoint.tag, region)
            } else {
                endpoint.tag.to_owned()
            };
            let name = format!("the service endpoint {}", endpoint.name);
            let to = Destination::Tag(tag);
            RouteInEffect::new(Origin::System, name, to, Way::ServiceEndpoint)
        })
        .collect()
}

/// Routes to private endpoints in the VNet and in those connected with it (PE-42, UDR-11).
fn of_endpoints(plan: &Plan, prefixes: &Prefixes, vnet: &Vnet) -> Vec<RouteInEffect> {
    let mut routes = Vec::new();
    for endpoint in &plan.private_endpoints {
        let home = endpoint.subnet.and_then(|id| plan.vnet_of(id));
        let subnet = endpoint.subnet.and_then(|id| plan.subnet(id));
        let (Some(home), Some(subnet)) = (home, subnet) else {
            continue;
        };
        if !connected(plan, vnet.id, home.id) {
            continue;
        }
        let steerable = matches!(
            subnet.private_endpoint_policies,
            NetworkPolicies::Enabled | NetworkPolicies::RouteTable
        );
        let extent = endpoint_extent(prefixes, endpoint);
        let around = extent.and_then(|extent| space(home).find(|it| it.contains(extent)));
        let name = format!("Azure’s route to private endpoint {}", endpoint.name.trim());
        let id = endpoint.id;
        routes.push(RouteInEffect {
            yields_from: around.filter(|_| steerable).map(Prefix::length),
            ..RouteInEffect::new(
                Origin::System,
                name,
                Destination::PrivateEndpoint(id),
                Way::PrivateEndpoint(id),
            )
        });
    }
    routes
}

/// Where the address of an endpoint lies, as narrowly as it is known.
pub(in crate::flow) fn endpoint_extent(
    prefixes: &Prefixes,
    endpoint: &PrivateEndpoint,
) -> Option<Prefix> {
    let written = endpoint.static_address.address();
    let single = written.and_then(|address| Prefix::containing(address, 32));
    single.or_else(|| prefixes.get(&endpoint.subnet?).copied())
}

/// Routes of the gateway that the VNet uses, unless the route table keeps them away.
fn learned(plan: &Plan, vnet: &Vnet, subnet: Option<&Subnet>) -> Vec<RouteInEffect> {
    let table = subnet
        .and_then(|subnet| subnet.route_table)
        .and_then(|id| plan.route_table(id));
    let kept_away = table.is_some_and(|table| table.disable_bgp_propagation);
    let Some(gateway) = gateway_for(plan, vnet.id).filter(|_| !kept_away) else {
        return Vec::new();
    };
    let behind = plan.on_premises.prefixes.iter();
    behind
        .filter_map(PrefixText::prefix)
        .map(|prefix| {
            let name = format!("the gateway’s route for {prefix}");
            let to = Destination::Prefix(prefix);
            RouteInEffect::new(Origin::Gateway, name, to, Way::Gateway(Some(gateway.id)))
        })
        .collect()
}

/// The routes of the subnet's table.
fn written(
    plan: &Plan,
    prefixes: &Prefixes,
    vnet: &Vnet,
    subnet: Option<&Subnet>,
) -> Vec<RouteInEffect> {
    let Some(table) = subnet.and_then(|subnet| subnet.route_table) else {
        return Vec::new();
    };
    // A user's route leads through a VPN gateway only; ExpressRoute takes its routes from BGP.
    let gateway = gateway_for(plan, vnet.id).filter(|it| it.kind == GatewayKind::Vpn);
    let routes = effective_routes(plan, prefixes, table).into_iter();
    routes
        .map(|EffectiveRoute { route, fact }| {
            let way = match route.next_hop {
                NextHop::VirtualAppliance => Way::Appliance(route.next_hop_address.address()),
                NextHop::Internet => Way::Internet,
                NextHop::VirtualNetworkGateway => Way::Gateway(gateway.map(|it| it.id)),
                NextHop::VnetLocal => Way::VirtualNetwork,
                NextHop::None => Way::Dropped,
            };
            let destination = read(&route.destination);
            RouteInEffect {
                table: Some(table),
                id: fact.is_none().then_some(route.id),
                ..RouteInEffect::new(Origin::User, route.name.trim(), destination, way)
            }
        })
        .collect()
}

/// The destination of a written route.
fn read(text: &str) -> Destination {
    let text = text.trim();
    if let Ok(prefix) = text.parse() {
        return Destination::Prefix(prefix);
    }
    let name = text.split('.').next().unwrap_or_default();
    let tag_like = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    if service_tags::read(text).is_some() || tag_like {
        Destination::Tag(text.to_owned())
    } else {
        Destination::Unreadable(text.to_owned())
    }
}
