//! `network-request.md`: the one page that the network team is asked with.
//!
//! Only what others have to decide or to build: ranges, flows with reasons, routes, DNS, peerings, roles.

use super::page::{Block, Line, Page, code, codes, column, markdown, text};
use super::report::{begin, permissions, port, route_rows, title, verdict};
use super::{File, Format, Input, view};
use crate::azure::permissions::{APPROVE_ENDPOINT, ASSIGN_ROLES, Action, JOIN_SUBNET, READ_VNET};
use crate::azure::private_dns_zones::{AZURE_DNS, public_suffix, workspace_suffixes};
use crate::deployment::Resource;
use crate::domain::{Direction, ZoneKind};

/// The request.
pub(super) const FORMAT: Format = Format {
    id: "network-request",
    label: "Network request",
    render,
};

fn render(input: &Input<'_>) -> Vec<File> {
    let mut page = begin(
        input,
        format!("Network request: {}", title(&input.deployment)),
    );
    ranges(input, &mut page);
    flows(input, &mut page);
    routes(input, &mut page);
    peerings(input, &mut page);
    dns(input, &mut page);
    roles(input, &mut page);
    vec![File {
        path: "network-request.md".to_owned(),
        purpose: "The page to send to the network team: ranges, flows with reasons, routes, peerings, DNS, roles.",
        media_type: "text/markdown",
        text: markdown(&page),
    }]
}

fn ranges(input: &Input<'_>, page: &mut Page) {
    page.heading(2, "Ranges to reserve");
    let spaces = view::vnets(input)
        .into_iter()
        .filter(|vnet| vnet.body.is_some())
        .map(|vnet| {
            vec![
                code(&vnet.name),
                codes(&vnet.address_space),
                code(&vnet.region),
            ]
        })
        .collect();
    let columns = ["VNet", "Address space", "Region"].map(column);
    page.section("New virtual networks", "", &columns, spaces);
    let subnets = view::subnets(input)
        .into_iter()
        .filter(|subnet| subnet.body.is_some())
        .map(|subnet| {
            vec![
                code(&subnet.vnet),
                code(&subnet.name),
                code(&subnet.prefix),
                text(subnet.purpose),
            ]
        })
        .collect();
    let columns = ["VNet", "Subnet", "Range", "For"].map(column);
    page.section("New subnets", "", &columns, subnets);
}

/// What must be let through, inside and outside of this plan; each pair of ends and port once.
fn flows(input: &Input<'_>, page: &mut Page) {
    page.heading(2, "Flows to let through");
    page.paragraph(text(
        "Verdicts are those of this plan alone. On the way are also your firewalls and appliances.",
    ));
    for (direction, heading) in [
        (Direction::Outbound, "Outbound"),
        (Direction::Inbound, "Inbound"),
    ] {
        let mut rows: Vec<Vec<Line>> = Vec::new();
        let all = input.flows.flows.iter();
        for flow in all.filter(|flow| flow.stated.direction == direction) {
            let row = vec![
                text(&flow.from),
                text(&flow.to),
                text(port(flow)),
                text(flow.stated.why),
                Line::default().with(verdict(flow.verdict())),
            ];
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        let columns = ["From", "To", "Port", "Why", "In this plan"].map(column);
        page.section(heading, "", &columns, rows);
    }
}

fn routes(input: &Input<'_>, page: &mut Page) {
    let mut rows = Vec::new();
    for node in &input.deployment.nodes {
        if let Resource::RouteTable(table) = &node.resource {
            rows.extend(route_rows(input, node, table));
        }
    }
    if !rows.is_empty() {
        page.heading(2, "Routes");
        let columns = ["Route table", "Route", "Destination", "Next hop"].map(column);
        page.push(Block::Table(columns.to_vec(), rows));
    }
}

fn peerings(input: &Input<'_>, page: &mut Page) {
    let deployment = &input.deployment;
    let mut rows = Vec::new();
    for node in &deployment.nodes {
        if let Resource::Peering(peering) = &node.resource {
            let remote = peering.remote.key();
            rows.push(vec![
                code(view::parent_name(deployment, node)),
                code(view::name(deployment, remote)),
                text(permissions(peering)),
                text(view::status(view::is_created(deployment, remote))),
            ]);
        }
    }
    if !rows.is_empty() {
        page.heading(2, "Peerings");
        let columns = ["From", "To", "Allows", "Other VNet"].map(column);
        page.push(Block::Table(columns.to_vec(), rows));
    }
}

fn dns(input: &Input<'_>, page: &mut Page) {
    let plan = input.context.plan;
    let mut zones: Vec<(String, &str, Vec<String>)> = Vec::new();
    let records = view::dns_records(input);
    let has_own_zone = records.iter().any(|it| it.kept == view::KEPT_BY_AKS);
    for record in records {
        if !zones.iter().any(|(zone, ..)| *zone == record.zone) {
            zones.push((record.zone, record.kept, record.links));
        }
    }
    if zones.is_empty() {
        return;
    }
    page.heading(2, "Name resolution");
    page.paragraph(text(
        "These zones must answer wherever the workspace is used from. The records are in dns-records.csv.",
    ));
    let rows = zones
        .into_iter()
        .map(|(zone, kept, links)| vec![code(zone), text(kept), codes(&links)])
        .collect();
    let columns = ["Zone", "Zone is", "Linked to"].map(column);
    page.push(Block::Table(columns.to_vec(), rows));
    let custom: Vec<String> = view::vnets(input)
        .into_iter()
        .flat_map(|vnet| vnet.dns_servers)
        .collect();
    if custom.is_empty() {
        return;
    }
    let cloud = plan.basics.cloud;
    let mut suffixes: Vec<String> = Vec::new();
    for zone in &plan.dns.zones {
        suffixes.push(public_suffix(zone.kind, cloud));
    }
    if has_own_zone {
        suffixes.push(public_suffix(ZoneKind::AksApi, cloud));
    }
    suffixes.extend(workspace_suffixes(cloud).iter().map(|it| (*it).to_owned()));
    suffixes.sort();
    suffixes.dedup();
    page.paragraph(
        text("The DNS servers ")
            .codes(&custom)
            .text(" forward these suffixes to ")
            .code(AZURE_DNS.value)
            .text(" from a VNet that is linked to the zones: ")
            .codes(&suffixes)
            .text("."),
    );
}

/// The actions that the deploying identity needs for this plan.
pub(super) fn actions(input: &Input<'_>) -> Vec<Action> {
    let nodes = &input.deployment.nodes;
    let has = |wanted: fn(&Resource) -> bool| nodes.iter().any(|node| wanted(&node.resource));
    let mut actions = vec![JOIN_SUBNET, READ_VNET];
    if has(|resource| matches!(resource, Resource::PrivateEndpoint(_))) {
        actions.push(APPROVE_ENDPOINT);
    }
    if has(|resource| matches!(resource, Resource::RoleAssignment(_))) {
        actions.push(ASSIGN_ROLES);
    }
    actions
}

fn roles(input: &Input<'_>, page: &mut Page) {
    page.heading(2, "Roles");
    page.paragraph(text(
        "The identity that deploys needs, beside the right to create what is above:",
    ));
    let actions = actions(input);
    let lines = actions
        .iter()
        .map(|action| code(action.action).text(": ").text(action.purpose));
    page.push(Block::List(lines.collect()));
    let deployment = &input.deployment;
    let assigned: Vec<Line> = deployment
        .nodes
        .iter()
        .filter_map(|node| {
            let Resource::RoleAssignment(role) = &node.resource else {
                return None;
            };
            let line = code(view::name(deployment, &role.principal));
            Some(
                line.text(" gets ")
                    .strong(role.role.name)
                    .text(" on ")
                    .code(view::name(deployment, &role.on)),
            )
        })
        .collect();
    if !assigned.is_empty() {
        page.paragraph(text("The deployment assigns:"));
        page.push(Block::List(assigned));
    }
}
