//! Bodies of Bastion hosts, firewalls and gateways.

use crate::azure::gateways;
use crate::deployment::resource::{
    ApplicationRule, Bastion, Firewall, FirewallPolicy, FirewallRules, Gateway, NetworkRule,
    PublicIp, Subnet,
};
use crate::deployment::{Object, Ref, Value};
use crate::domain::{BastionSku, FirewallSku, GatewayKind, Protocol};

/// Priority of our collection group in a firewall policy; leaves room before it.
const GROUP_PRIORITY: u32 = 500;
/// Priority of its collection of network rules.
const NETWORK_PRIORITY: u32 = 100;
/// Priority of its collection of application rules.
const APPLICATION_PRIORITY: u32 = 200;

pub(super) fn bastion(body: Object, bastion: &Bastion) -> Object {
    let (sku, native_clients) = match bastion.sku {
        BastionSku::Basic => ("Basic", false),
        BastionSku::Standard => ("Standard", true),
        BastionSku::Premium => ("Premium", true),
    };
    body.with("sku", Object::new().with("name", sku)).with(
        "properties",
        Object::new()
            .maybe("enableTunneling", native_clients.then_some(true))
            .with(
                "ipConfigurations",
                vec![public_configuration(&bastion.subnet, &bastion.public_ip)],
            ),
    )
}

pub(super) fn policy(body: Object, policy: &FirewallPolicy) -> Object {
    body.with(
        "properties",
        Object::new()
            .with("sku", Object::new().with("tier", tier(policy.sku)))
            .with("threatIntelMode", "Alert"),
    )
}

pub(super) fn rules(body: Object, rules: &FirewallRules) -> Object {
    let network = rules.network.iter().map(network_rule).collect();
    let application = rules.application.iter().map(application_rule).collect();
    let collections = [
        ("network", NETWORK_PRIORITY, network),
        ("application", APPLICATION_PRIORITY, application),
    ];
    let collections = collections
        .into_iter()
        .filter(|(_, _, rules): &(_, _, Vec<Value>)| !rules.is_empty())
        .map(|(name, priority, rules)| {
            Object::new()
                .with("ruleCollectionType", "FirewallPolicyFilterRuleCollection")
                .with("name", name)
                .with("priority", priority)
                .with("action", Object::new().with("type", "Allow"))
                .with("rules", rules)
                .into()
        })
        .collect();
    body.with(
        "properties",
        Object::new()
            .with("priority", GROUP_PRIORITY)
            .list("ruleCollections", collections),
    )
}

fn network_rule(rule: &NetworkRule) -> Value {
    let protocol = match rule.protocol {
        Protocol::Tcp => "TCP",
        Protocol::Udp => "UDP",
        Protocol::Icmp => "ICMP",
        Protocol::Any | Protocol::Esp | Protocol::Ah => "Any",
    };
    Object::new()
        .with("ruleType", "NetworkRule")
        .with("name", &rule.name)
        .with("ipProtocols", Value::texts([protocol]))
        .with("sourceAddresses", Value::texts(&rule.sources))
        .with("destinationAddresses", Value::texts(&rule.destinations))
        .with("destinationPorts", Value::texts(&rule.ports))
        .into()
}

fn application_rule(rule: &ApplicationRule) -> Value {
    let protocol = |name: &str, port: u32| {
        Value::from(Object::new().with("protocolType", name).with("port", port))
    };
    let protocols: Vec<Value> = [(rule.https, "Https", 443), (rule.plain_http, "Http", 80)]
        .into_iter()
        .filter(|(open, ..)| *open)
        .map(|(_, name, port)| protocol(name, port))
        .collect();
    Object::new()
        .with("ruleType", "ApplicationRule")
        .with("name", &rule.name)
        .with("sourceAddresses", Value::texts(&rule.sources))
        .with("protocols", protocols)
        .with("targetFqdns", Value::texts(&rule.hosts))
        .into()
}

pub(super) fn firewall(body: Object, firewall: &Firewall) -> Object {
    let management = firewall.management.as_ref().map(|management| {
        named_configuration("management", &management.subnet, &management.public_ip)
    });
    body.with(
        "properties",
        Object::new()
            .with(
                "sku",
                Object::new()
                    .with("name", "AZFW_VNet")
                    .with("tier", tier(firewall.sku)),
            )
            .with("firewallPolicy", Value::sub_resource(&firewall.policy))
            .with(
                "ipConfigurations",
                vec![named_configuration(
                    "public",
                    &firewall.subnet,
                    &firewall.public_ip,
                )],
            )
            .maybe("managementIpConfiguration", management),
    )
}

fn tier(sku: FirewallSku) -> &'static str {
    match sku {
        FirewallSku::Standard => "Standard",
        FirewallSku::Basic => "Basic",
        FirewallSku::Premium => "Premium",
    }
}

pub(super) fn gateway(body: Object, gateway: &Gateway) -> Object {
    let (kind, vpn_type, sku) = match gateway.kind {
        GatewayKind::Vpn => ("Vpn", Some("RouteBased"), gateways::VPN_SKU),
        GatewayKind::ExpressRoute => ("ExpressRoute", None, gateways::EXPRESS_ROUTE_SKU),
    };
    body.with(
        "properties",
        Object::new()
            .with("gatewayType", kind)
            .maybe("vpnType", vpn_type)
            .with(
                "sku",
                Object::new()
                    .with("name", sku.value)
                    .with("tier", sku.value),
            )
            .with(
                "ipConfigurations",
                vec![public_configuration(&gateway.subnet, &gateway.public_ip)],
            ),
    )
}

/// A configuration with a dynamic private address and a public one.
fn public_configuration(subnet: &Ref<Subnet>, public_ip: &Ref<PublicIp>) -> Value {
    Object::new()
        .with("name", "public")
        .with(
            "properties",
            Object::new()
                .with("privateIPAllocationMethod", "Dynamic")
                .with("subnet", Value::sub_resource(subnet))
                .with("publicIPAddress", Value::sub_resource(public_ip)),
        )
        .into()
}

/// The same for a firewall, which chooses its private address itself.
fn named_configuration(name: &str, subnet: &Ref<Subnet>, public_ip: &Ref<PublicIp>) -> Value {
    Object::new()
        .with("name", name)
        .with(
            "properties",
            Object::new()
                .with("subnet", Value::sub_resource(subnet))
                .with("publicIPAddress", Value::sub_resource(public_ip)),
        )
        .into()
}
