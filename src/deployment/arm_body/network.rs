//! Bodies of virtual networks and of what is wired to their subnets.

use crate::azure::limits::SECURITY_RULE_DESCRIPTION;
use crate::deployment::resource::{NatGateway, Nsg, Peering, RouteTable, Subnet, Vnet};
use crate::deployment::{Object, Value};
use crate::domain::{Access, Direction, NetworkPolicies, NextHop, Protocol, Route, SecurityRule};

pub(super) fn nsg(body: Object, nsg: &Nsg) -> Object {
    let rules: Vec<Value> = nsg.rules.iter().map(security_rule).collect();
    body.with("properties", Object::new().with("securityRules", rules))
}

fn security_rule(rule: &SecurityRule) -> Value {
    let description: String = rule
        .description
        .chars()
        .take(SECURITY_RULE_DESCRIPTION.value)
        .collect();
    let properties = Object::new()
        .maybe(
            "description",
            (!description.is_empty()).then_some(description),
        )
        .with("priority", rule.priority)
        .with("direction", direction(rule.direction))
        .with("access", access(rule.access))
        .with("protocol", protocol(rule.protocol));
    let properties = one_or_many(properties, "sourceAddressPrefix", "es", &rule.sources);
    let properties = one_or_many(properties, "sourcePortRange", "s", &rule.source_ports);
    let properties = one_or_many(
        properties,
        "destinationAddressPrefix",
        "es",
        &rule.destinations,
    );
    let properties = one_or_many(
        properties,
        "destinationPortRange",
        "s",
        &rule.destination_ports,
    );
    Object::new()
        .with("name", &rule.name)
        .with("properties", properties)
        .into()
}

/// Azure has a singular property for one value and for `*`, and a plural one for several.
fn one_or_many(object: Object, singular: &str, ending: &str, values: &[String]) -> Object {
    match values {
        [] => object.with(singular, "*"),
        [one] => object.with(singular, one),
        many => object.with(format!("{singular}{ending}"), Value::texts(many)),
    }
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Inbound => "Inbound",
        Direction::Outbound => "Outbound",
    }
}

fn access(access: Access) -> &'static str {
    match access {
        Access::Allow => "Allow",
        Access::Deny => "Deny",
    }
}

fn protocol(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Any => "*",
        Protocol::Tcp => "Tcp",
        Protocol::Udp => "Udp",
        Protocol::Icmp => "Icmp",
        Protocol::Esp => "Esp",
        Protocol::Ah => "Ah",
    }
}

pub(super) fn route_table(body: Object, table: &RouteTable) -> Object {
    let routes: Vec<Value> = table.routes.iter().map(route).collect();
    body.with(
        "properties",
        Object::new()
            .with("disableBgpRoutePropagation", table.disable_bgp_propagation)
            .with("routes", routes),
    )
}

fn route(route: &Route) -> Value {
    let next_hop = match route.next_hop {
        NextHop::VirtualAppliance => "VirtualAppliance",
        NextHop::Internet => "Internet",
        NextHop::VirtualNetworkGateway => "VirtualNetworkGateway",
        NextHop::VnetLocal => "VnetLocal",
        NextHop::None => "None",
    };
    let address = Some(route.next_hop_address.as_str().trim())
        .filter(|address| route.next_hop == NextHop::VirtualAppliance && !address.is_empty());
    Object::new()
        .with("name", &route.name)
        .with(
            "properties",
            Object::new()
                .with("addressPrefix", route.destination.trim())
                .with("nextHopType", next_hop)
                .maybe("nextHopIpAddress", address),
        )
        .into()
}

pub(super) fn public_ip(body: Object) -> Object {
    body.with(
        "sku",
        Object::new()
            .with("name", "Standard")
            .with("tier", "Regional"),
    )
    .with(
        "properties",
        Object::new()
            .with("publicIPAddressVersion", "IPv4")
            .with("publicIPAllocationMethod", "Static"),
    )
}

pub(super) fn nat_gateway(body: Object, gateway: &NatGateway) -> Object {
    body.with("sku", Object::new().with("name", "Standard"))
        .with(
            "properties",
            Object::new().with(
                "publicIpAddresses",
                vec![Value::sub_resource(&gateway.public_ip)],
            ),
        )
}

pub(super) fn vnet(body: Object, vnet: &Vnet) -> Object {
    let subnets = vnet
        .subnets
        .iter()
        .map(|inline| {
            Object::new()
                .with("name", &inline.name)
                .with("properties", subnet(&inline.subnet))
                .into()
        })
        .collect();
    let dns = Object::new().list("dnsServers", Value::texts(&vnet.dns_servers));
    body.with(
        "properties",
        Object::new()
            .with(
                "addressSpace",
                Object::new().with("addressPrefixes", Value::texts(&vnet.address_space)),
            )
            .maybe("dhcpOptions", (!dns.is_empty()).then_some(dns))
            .list("subnets", subnets),
    )
}

/// The properties of a subnet, inside its network or on its own.
pub(super) fn subnet(subnet: &Subnet) -> Object {
    let endpoints = subnet
        .service_endpoints
        .iter()
        .map(|service| Object::new().with("service", service).into())
        .collect();
    let delegation = subnet.delegation.as_ref().map(|service| {
        vec![Value::from(Object::new().with("name", "delegation").with(
            "properties",
            Object::new().with("serviceName", service),
        ))]
    });
    Object::new()
        .maybe("addressPrefix", subnet.prefix.as_ref())
        .maybe(
            "networkSecurityGroup",
            subnet.nsg.as_ref().map(Value::sub_resource),
        )
        .maybe(
            "routeTable",
            subnet.route_table.as_ref().map(Value::sub_resource),
        )
        .maybe(
            "natGateway",
            subnet.nat_gateway.as_ref().map(Value::sub_resource),
        )
        .list("serviceEndpoints", endpoints)
        .maybe("delegations", delegation)
        .with(
            "privateEndpointNetworkPolicies",
            policies(subnet.private_endpoint_policies),
        )
        .with("defaultOutboundAccess", subnet.default_outbound_access)
}

fn policies(policies: NetworkPolicies) -> &'static str {
    match policies {
        NetworkPolicies::Disabled => "Disabled",
        NetworkPolicies::Enabled => "Enabled",
        NetworkPolicies::NetworkSecurityGroup => "NetworkSecurityGroupEnabled",
        NetworkPolicies::RouteTable => "RouteTableEnabled",
    }
}

pub(super) fn peering(body: Object, peering: &Peering) -> Object {
    body.with(
        "properties",
        Object::new()
            .with("remoteVirtualNetwork", Value::sub_resource(&peering.remote))
            .with("allowVirtualNetworkAccess", peering.allow_vnet_access)
            .with("allowForwardedTraffic", peering.allow_forwarded_traffic)
            .with("allowGatewayTransit", peering.allow_gateway_transit)
            .with("useRemoteGateways", peering.use_remote_gateways),
    )
}
