//! What cannot change once it is deployed, for what this plan creates.

use std::ptr;

use crate::azure::irreversible::{Irreversible, fields};
use crate::deployment::Key;
use crate::domain::Item;
use crate::exports::page::{Block, Line, Page, Span, codes, column, text};
use crate::exports::{Input, view};

pub(super) fn write(input: &Input<'_>, page: &mut Page) {
    let rows = rows(input);
    if rows.is_empty() {
        return;
    }
    page.heading(2, "What cannot change later");
    page.paragraph(text(
        "Settle these before the first deployment: to change one means to delete and create again.",
    ));
    let rows = rows.into_iter().map(|(kinds, stays, names, why)| {
        let link = Span::Link {
            text: why.source.title.to_owned(),
            url: why.source.url,
        };
        vec![
            text(kinds.join(", ")),
            text(stays.join(", ")),
            if names.len() > MOST_NAMES {
                text(format!("all {} that are new", names.len()))
            } else {
                codes(&names)
            },
            text(why.reason),
            Line::default().with(link),
        ]
    });
    let columns = ["Of a", "What stays", "Here", "Why", "Source"].map(column);
    page.push(Block::Table(columns.to_vec(), rows.collect()));
}

/// As many names as a cell takes before nobody reads them.
const MOST_NAMES: usize = 12;

/// Kinds, fields, names of what is new, reason.
type Row = (Vec<String>, Vec<String>, Vec<String>, &'static Irreversible);

/// One row for each reason.
fn rows(input: &Input<'_>) -> Vec<Row> {
    let items = created(input);
    let mut rows: Vec<Row> = Vec::new();
    for (kind, field, why) in fields() {
        let of_kind = items.iter().filter(|(item, _)| item.kind() == kind);
        let names: Vec<String> = of_kind.map(|(_, name)| name.clone()).collect();
        if names.is_empty() {
            continue;
        }
        let (kind, field) = (words(kind), words(field));
        match rows.iter_mut().find(|row| ptr::eq(row.3, why)) {
            Some(row) => {
                if !row.0.contains(&kind) {
                    row.0.push(kind);
                    row.2.extend(names);
                }
                if !row.1.contains(&field) {
                    row.1.push(field);
                }
            }
            None => rows.push((vec![kind], vec![field], names, why)),
        }
    }
    rows
}

/// A name of the document as words: `dns_service_ip` is `DNS service IP`.
fn words(name: &str) -> String {
    let whole = match name {
        "basics" => "plan",
        "cluster" => "compute cluster",
        "instance" => "compute instance",
        "registry" => "container registry",
        "storage" => "storage account",
        "vnet" => "VNet",
        _ => "",
    };
    if !whole.is_empty() {
        return whole.to_owned();
    }
    let words = name.split(['_', '-']).map(|word| match word {
        "aks" | "api" | "cidr" | "dns" | "ip" | "ssh" | "vm" => word.to_uppercase(),
        word => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Every item that the plan creates, with its name.
fn created(input: &Input<'_>) -> Vec<(Item, String)> {
    let deployment = &input.deployment;
    let own = deployment
        .nodes
        .iter()
        .filter(|node| node.key == Key::of(node.item))
        .map(|node| (node.item, view::own_name(deployment, node)));
    let inside = view::subnets(input)
        .into_iter()
        .filter(|subnet| subnet.body.is_some())
        .map(|subnet| (subnet.item, subnet.name));
    let mut items: Vec<(Item, String)> = own.chain(inside).collect();
    // A cluster is created with its first pool, which is no resource of its own.
    for (aks, pool) in input.context.plan.pools() {
        let of_cluster = Key::of(Item::Aks(aks.id));
        let item = Item::NodePool(pool.id);
        if view::is_created(deployment, &of_cluster) && !items.iter().any(|(it, _)| *it == item) {
            items.push((item, pool.name.trim().to_owned()));
        }
    }
    let region = input.context.plan.basics.region.trim();
    if !(region.is_empty() || items.is_empty()) {
        items.push((Item::Basics, region.to_owned()));
    }
    items.dedup();
    items
}
