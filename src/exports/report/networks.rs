//! The address plan and what is wired to it: VNets, subnets, peerings, routes, rules, endpoints.

use crate::deployment::resource::{Nsg, Peering, RouteTable};
use crate::deployment::{Key, Node, Ref, Resource};
use crate::domain::{Item, NextHop, Word};
use crate::exports::page::{Block, Line, Page, Span, Tone, code, codes, column, numbers, text};
use crate::exports::sheets::guarded;
use crate::exports::{Input, view};

pub(super) fn write(input: &Input<'_>, page: &mut Page) {
    page.heading(2, "Address plan");
    vnets(input, page);
    subnets(input, page);
    peerings(input, page);
    on_premises(input, page);
    routes(input, page);
    rules(input, page);
    firewalls(input, page);
    endpoints(input, page);
}

fn vnets(input: &Input<'_>, page: &mut Page) {
    let rows = view::vnets(input)
        .into_iter()
        .map(|vnet| {
            let servers = if vnet.dns_servers.is_empty() {
                text("Azure")
            } else {
                codes(&vnet.dns_servers)
            };
            vec![
                code(&vnet.name),
                codes(&vnet.address_space),
                code(&vnet.region),
                servers,
                text(view::status(vnet.body.is_some())),
            ]
        })
        .collect();
    let columns = ["VNet", "Address space", "Region", "DNS servers", "State"].map(column);
    page.section("Virtual networks", "", &columns, rows);
}

fn subnets(input: &Input<'_>, page: &mut Page) {
    let deployment = &input.deployment;
    let name = |key: Option<&Key>| {
        key.map(|key| code(view::name(deployment, key)))
            .unwrap_or_default()
    };
    let rows = view::subnets(input)
        .into_iter()
        .map(|subnet| {
            let body = subnet.body;
            let wired = |key: Option<&Key>| name(key);
            vec![
                code(&subnet.vnet),
                code(&subnet.name),
                code(&subnet.prefix),
                code(&subnet.usable),
                text(subnet.purpose),
                wired(body.and_then(|body| body.nsg.as_ref()).map(Ref::key)),
                wired(
                    body.and_then(|body| body.route_table.as_ref())
                        .map(Ref::key),
                ),
                wired(
                    body.and_then(|body| body.nat_gateway.as_ref())
                        .map(Ref::key),
                ),
                text(view::status(body.is_some())),
            ]
        })
        .collect();
    let columns = [
        "VNet",
        "Subnet",
        "Range",
        "Usable addresses",
        "Purpose",
        "NSG",
        "Route table",
        "NAT gateway",
        "State",
    ]
    .map(column);
    page.section(
        "Subnets",
        "Azure keeps the first four addresses and the last one of each subnet.",
        &columns,
        rows,
    );
}

fn peerings(input: &Input<'_>, page: &mut Page) {
    let deployment = &input.deployment;
    let mut rows = Vec::new();
    for node in &deployment.nodes {
        if let Resource::Peering(peering) = &node.resource {
            rows.push(vec![
                code(view::parent_name(deployment, node)),
                code(view::name(deployment, peering.remote.key())),
                text(permissions(peering)),
            ]);
        }
    }
    let columns = ["From", "To", "Allows"].map(column);
    page.section("Peerings", "", &columns, rows);
}

/// What a direction of a peering allows, in words.
pub(in crate::exports) fn permissions(peering: &Peering) -> String {
    let allowed: Vec<&str> = [
        (peering.allow_vnet_access, "access"),
        (peering.allow_forwarded_traffic, "forwarded traffic"),
        (peering.allow_gateway_transit, "use of this VNet’s gateway"),
        (
            peering.use_remote_gateways,
            "use of the other VNet’s gateway",
        ),
    ]
    .into_iter()
    .filter_map(|(on, word)| on.then_some(word))
    .collect();
    if allowed.is_empty() {
        "nothing".to_owned()
    } else {
        allowed.join(", ")
    }
}

fn on_premises(input: &Input<'_>, page: &mut Page) {
    let on_premises = &input.context.plan.on_premises;
    let prefixes: Vec<&str> = on_premises
        .prefixes
        .iter()
        .filter(|prefix| !prefix.is_blank())
        .map(|prefix| prefix.as_str().trim())
        .collect();
    if !prefixes.is_empty() {
        page.heading(3, "On-premises");
        let line = text(on_premises.link.label()).text(". Ranges in use there: ");
        page.paragraph(line.codes(&prefixes).text("."));
    }
}

fn routes(input: &Input<'_>, page: &mut Page) {
    let mut rows = Vec::new();
    for node in &input.deployment.nodes {
        if let Resource::RouteTable(table) = &node.resource {
            rows.extend(route_rows(input, node, table));
        }
    }
    let columns = ["Route table", "Route", "Destination", "Next hop"].map(column);
    page.section("Routes", "", &columns, rows);
}

/// The routes of a table, one a row.
pub(in crate::exports) fn route_rows(
    input: &Input<'_>,
    node: &Node,
    table: &RouteTable,
) -> Vec<Vec<Line>> {
    let name = view::own_name(&input.deployment, node);
    let routes = table.routes.iter().map(|route| {
        let hop = text(route.next_hop.label());
        vec![
            code(&name),
            code(&route.name),
            code(&route.destination),
            match route.next_hop_address.as_str().trim() {
                "" if route.next_hop == NextHop::VirtualAppliance => hop.text(", address not said"),
                address if route.next_hop == NextHop::VirtualAppliance => {
                    hop.text(" ").code(address)
                }
                _ => hop,
            },
        ]
    });
    routes.collect()
}

fn rules(input: &Input<'_>, page: &mut Page) {
    let subnets = view::subnets(input);
    for node in &input.deployment.nodes {
        if let Resource::Nsg(nsg) = &node.resource {
            let name = view::own_name(&input.deployment, node);
            let guards = guarded(&subnets, &node.key);
            let guards = if guards.is_empty() {
                "Guards no subnet.".to_owned()
            } else {
                format!("Guards {}.", guards.join(", "))
            };
            page.heading(3, format!("Security rules of {name}"));
            page.paragraph(text(guards).text(if nsg.rules.is_empty() {
                " Azure’s default rules stand alone."
            } else {
                " Azure’s default rules follow."
            }));
            rule_table(page, nsg);
        }
    }
}

fn rule_table(page: &mut Page, nsg: &Nsg) {
    if nsg.rules.is_empty() {
        return;
    }
    let rows = nsg
        .rules
        .iter()
        .map(|rule| {
            let access = Span::Badge(
                match rule.access {
                    crate::domain::Access::Allow => Tone::Good,
                    crate::domain::Access::Deny => Tone::Error,
                },
                rule.access.label().to_owned(),
            );
            vec![
                text(rule.priority.to_string()),
                code(&rule.name),
                text(rule.direction.label()),
                Line::default().with(access),
                text(rule.protocol.label()),
                codes(&rule.sources),
                codes(&rule.destinations),
                codes(&rule.destination_ports),
                text(&rule.description),
            ]
        })
        .collect();
    let columns = [
        numbers("Priority"),
        column("Rule"),
        column("Direction"),
        column("Access"),
        column("Protocol"),
        column("From"),
        column("To"),
        column("Ports"),
        column("Why"),
    ];
    page.push(Block::Table(columns.to_vec(), rows));
}

/// What firewalls let out, by number: the rules themselves fill a table of their own.
fn firewalls(input: &Input<'_>, page: &mut Page) {
    let deployment = &input.deployment;
    let rows = deployment
        .nodes
        .iter()
        .filter_map(|node| {
            let Resource::FirewallRules(rules) = &node.resource else {
                return None;
            };
            Some(vec![
                code(view::parent_name(deployment, node)),
                text(rules.network.len().to_string()),
                text(rules.application.len().to_string()),
            ])
        })
        .collect();
    let columns = [
        column("Firewall policy"),
        numbers("Network rules"),
        numbers("Application rules"),
    ];
    let intro = "The rules are in firewall-rules.csv. What no rule allows is denied.";
    page.section("Firewall rules", intro, &columns, rows);
}

fn endpoints(input: &Input<'_>, page: &mut Page) {
    let deployment = &input.deployment;
    let records = view::dns_records(input);
    let mut rows = Vec::new();
    for node in &deployment.nodes {
        let Resource::PrivateEndpoint(endpoint) = &node.resource else {
            continue;
        };
        let mut zones: Vec<&str> = records
            .iter()
            .filter(|record| record.items.first() == Some(&node.item))
            .map(|record| record.zone.as_str())
            .collect();
        zones.dedup();
        let fixed = endpoint.static_address.as_ref();
        rows.push(vec![
            code(view::own_name(deployment, node)),
            code(view::name(deployment, &endpoint.service)),
            code(endpoint.group_id),
            code(view::name(deployment, endpoint.subnet.key())),
            fixed.map_or_else(|| text("by Azure"), |fixed| code(&fixed.address)),
            codes(&zones),
        ]);
    }
    let columns = [
        "Private endpoint",
        "Service",
        "Sub-resource",
        "Subnet",
        "Address",
        "DNS zones",
    ]
    .map(column);
    let intro = "The records of each zone are in dns-records.csv.";
    page.section("Private endpoints", intro, &columns, rows);
    zones(input, page);
}

fn zones(input: &Input<'_>, page: &mut Page) {
    let records = view::dns_records(input);
    let of_aks = records
        .iter()
        .filter(|record| record.kept == view::KEPT_BY_AKS)
        .map(|record| vec![code(&record.zone), codes(&record.links), text(record.kept)]);
    let zones = &input.context.plan.dns.zones;
    let rows = zones
        .iter()
        .map(|zone| {
            let key = Key::of(Item::Zone(zone.id));
            vec![
                code(view::name(&input.deployment, &key)),
                codes(&view::linked(input, zone)),
                text(view::status(view::is_created(&input.deployment, &key))),
            ]
        })
        .chain(of_aks)
        .collect();
    let columns = ["Private DNS zone", "Linked to", "State"].map(column);
    page.section("Private DNS zones", "", &columns, rows);
}
