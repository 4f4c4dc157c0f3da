//! `network-request.md`: the one page that the network team is asked with.
//!
//! Only what others have to decide or to build: ranges, flows with reasons, routes, DNS, peerings, roles.

mod flows;

use super::page::{Block, Line, Page, code, codes, column, markdown, text};
use super::report::{begin, permissions, route_rows, title};
use super::{File, Format, Input, view};
use crate::azure::permissions::{APPROVE_ENDPOINT, ASSIGN_ROLES, Action, JOIN_SUBNET, READ_VNET};
use crate::azure::private_dns_zones::{AZURE_DNS, public_suffix, workspace_suffixes};
use crate::deployment::Resource;
use crate::domain::ZoneKind;

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
    flows::write(input, &mut page);
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

/// What to keep free: a row for each VNet that gets something new.
fn ranges(input: &Input<'_>, page: &mut Page) {
    let mut rows = Vec::new();
    let subnets = view::subnets(input);
    for vnet in view::vnets(input) {
        let mut new = Line::default();
        let inside = subnets.iter().filter(|subnet| subnet.vnet == vnet.name);
        for subnet in inside.filter(|subnet| subnet.body.is_some()) {
            if !new.0.is_empty() {
                new = new.text(", ");
            }
            new = new.code(&subnet.name).text(" ").code(&subnet.prefix);
            new = new.text(format!(" ({})", subnet.purpose));
        }
        if vnet.body.is_some() || !new.0.is_empty() {
            rows.push(vec![
                code(&vnet.name),
                text(view::status(vnet.body.is_some())),
                code(&vnet.region),
                codes(&vnet.address_space),
                new,
            ]);
        }
    }
    if !rows.is_empty() {
        page.heading(2, "Ranges to reserve");
        let columns = ["VNet", "State", "Region", "Address space", "New subnets"].map(column);
        page.push(Block::Table(columns.to_vec(), rows));
    }
}

/// A row for each destination and next hop, with the tables that have it.
fn routes(input: &Input<'_>, page: &mut Page) {
    let mut rows: Vec<(Vec<Line>, Line)> = Vec::new();
    for node in &input.deployment.nodes {
        let Resource::RouteTable(table) = &node.resource else {
            continue;
        };
        for row in route_rows(input, node, table) {
            let [table, _, way @ ..] = row.as_slice() else {
                continue;
            };
            match rows.iter_mut().find(|(known, _)| known == way) {
                Some((_, tables)) => {
                    tables.0.extend(text(", ").0);
                    tables.0.extend(table.0.clone());
                }
                None => rows.push((way.to_vec(), table.clone())),
            }
        }
    }
    if !rows.is_empty() {
        page.heading(2, "Routes");
        let columns = ["Destination", "Next hop", "In route tables"].map(column);
        let rows = rows.into_iter().map(|(mut way, tables)| {
            way.push(tables);
            way
        });
        page.push(Block::Table(columns.to_vec(), rows.collect()));
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
    let mut zones: Vec<(Vec<String>, &str, Vec<String>)> = Vec::new();
    let records = view::dns_records(input);
    let has_own_zone = records.iter().any(|it| it.kept == view::KEPT_BY_AKS);
    for record in records {
        let same = |known: &&mut (Vec<String>, &str, Vec<String>)| {
            (known.1, &known.2) == (record.kept, &record.links)
        };
        match zones.iter_mut().find(same) {
            Some((names, ..)) if names.contains(&record.zone) => {}
            Some((names, ..)) => names.push(record.zone),
            None => zones.push((vec![record.zone], record.kept, record.links)),
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
        .map(|(zones, kept, links)| vec![codes(&zones), text(kept), codes(&links)])
        .collect();
    let columns = ["Zones", "They are", "Linked to"].map(column);
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
        text(if custom.len() == 1 {
            "The DNS server "
        } else {
            "The DNS servers "
        })
        .codes(&custom)
        .text(" must forward these suffixes to ")
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
    let mut assigned: Vec<(String, &str, Vec<String>)> = Vec::new();
    let deployment = &input.deployment;
    for node in &deployment.nodes {
        let Resource::RoleAssignment(role) = &node.resource else {
            continue;
        };
        let who = view::name(deployment, &role.principal);
        let on = view::name(deployment, &role.on);
        let same = |known: &&mut (String, &str, Vec<String>)| {
            (known.0.as_str(), known.1) == (who.as_str(), role.role.name)
        };
        match assigned.iter_mut().find(same) {
            Some((.., all)) => all.push(on),
            None => assigned.push((who, role.role.name, vec![on])),
        }
    }
    if assigned.is_empty() {
        return;
    }
    let mut line = text("The deployment assigns:");
    for (index, (who, role, on)) in assigned.iter().enumerate() {
        line = line.text(if index > 0 { "; " } else { " " }).code(who);
        line = line.text(" gets ").strong(*role).text(" on ").codes(on);
    }
    page.paragraph(line.text("."));
}
