//! How many addresses there are, how many are needed, and what Azure adds by itself.

use crate::allocation::{ClusterCapacity, Level, SubnetCapacity, plan_capacity};
use crate::capacity::thousands;
use crate::domain::{Item, Prefix};
use crate::exports::page::{Block, Line, Page, Span, code, codes, column, numbers, text};
use crate::exports::view::SubnetView;
use crate::exports::{Input, view};

pub(super) fn write(input: &Input<'_>, page: &mut Page) {
    let context = &input.context;
    let capacity = plan_capacity(context.plan, &context.demand, &context.allocation);
    page.heading(2, "Capacity");
    let names = view::subnets(input);
    let found = |item: Item| names.iter().find(|subnet| subnet.item == item);
    let name = |item: Item| found(item).map_or_else(String::new, |subnet| subnet.name.clone());
    let rows = capacity
        .subnets
        .iter()
        .map(|subnet| {
            let place = found(Item::Subnet(subnet.subnet));
            place.map_or_else(Vec::new, |place| row(place, subnet))
        })
        .collect();
    page.section(
        "Subnets",
        "Needed at maximum scale, with upgrades of AKS nodes.",
        &[
            column("Subnet"),
            column("Range"),
            numbers("Usable"),
            numbers("Now"),
            numbers("At most"),
            numbers("Free"),
            column("Used"),
            column("What takes them"),
        ],
        rows,
    );
    let growth: Vec<Line> = capacity
        .subnets
        .iter()
        .flat_map(|subnet| {
            let place = name(Item::Subnet(subnet.subnet));
            subnet
                .fits
                .iter()
                .map(move |fit| code(&place).text(": ").text(&fit.sentence))
        })
        .collect();
    if !growth.is_empty() {
        page.heading(3, "Room to grow");
        page.paragraph(text("Each counted as if nothing else grew."));
        page.push(Block::List(growth));
    }
    vnets(input, &capacity.vnets, page);
    clusters(input, &capacity.clusters, page);
    hidden(&capacity.hidden, page);
}

fn row(place: &SubnetView<'_>, subnet: &SubnetCapacity) -> Vec<Line> {
    let range = subnet
        .prefix
        .map(|prefix| code(prefix.to_string()))
        .unwrap_or_default();
    if place.is_whole {
        let none = Line::default;
        let usable = text(thousands(subnet.usable));
        let whole = text("kept whole");
        let purpose = text(place.purpose);
        return vec![
            code(&place.name),
            range,
            usable,
            none(),
            none(),
            none(),
            whole,
            purpose,
        ];
    }
    let uses: Vec<String> = subnet
        .rows
        .iter()
        .map(|row| match row.most {
            0 => row.label.clone(),
            most => format!("{} ({})", row.label, thousands(most)),
        })
        .collect();
    let gauge = if subnet.level() == Level::Unknown {
        text("no range yet")
    } else {
        Line::default().with(Span::Gauge(subnet.percent()))
    };
    let filled = match subnet.short() {
        0 => gauge,
        short => gauge
            .text(", ")
            .strong(format!("{} short", thousands(short))),
    };
    vec![
        code(&place.name),
        range,
        text(thousands(subnet.usable)),
        text(thousands(subnet.now)),
        text(thousands(subnet.most)),
        text(thousands(subnet.free_at_most())),
        filled,
        text(uses.join(", ")),
    ]
}

fn vnets(input: &Input<'_>, vnets: &[crate::allocation::VnetCapacity], page: &mut Page) {
    let plan = input.context.plan;
    let rows = vnets
        .iter()
        .map(|vnet| {
            let free: Vec<String> = vnet.free.iter().map(Prefix::to_string).collect();
            let name = plan.vnet(vnet.vnet).map_or("", |vnet| vnet.name.trim());
            vec![
                code(name),
                text(thousands(vnet.size)),
                text(thousands(vnet.unassigned)),
                codes(&free),
            ]
        })
        .collect();
    page.section(
        "Free address space",
        "",
        &[
            column("VNet"),
            numbers("Addresses"),
            numbers("In no subnet"),
            column("Free blocks"),
        ],
        rows,
    );
}

fn clusters(input: &Input<'_>, clusters: &[ClusterCapacity], page: &mut Page) {
    let rows = clusters
        .iter()
        .map(|cluster| {
            let aks = input.context.plan.aks_cluster(cluster.aks);
            let range = cluster.pod_range.map_or_else(Line::default, |range| {
                let Some(prefix) = range.prefix else {
                    return text("not readable");
                };
                let served = match range.nodes {
                    1 => "1 node".to_owned(),
                    nodes => format!("{} nodes", thousands(nodes)),
                };
                code(prefix.to_string()).text(format!(" serves {served}"))
            });
            vec![
                code(aks.map_or("", |aks| aks.name.trim())),
                text(thousands(cluster.now)),
                text(thousands(cluster.most)),
                text(thousands(cluster.limit)),
                range,
            ]
        })
        .collect();
    page.section(
        "AKS clusters",
        "Nodes of all pools, at most with surge.",
        &[
            column("Cluster"),
            numbers("Now"),
            numbers("At most"),
            numbers("AKS allows"),
            column("Pod addresses"),
        ],
        rows,
    );
}

fn hidden(hidden: &crate::capacity::Hidden, page: &mut Page) {
    if hidden.owners.is_empty() {
        return;
    }
    page.heading(3, "What Azure adds by itself");
    page.paragraph(text(format!(
        "{} with a public IP address. For each, Azure adds to the VNet’s resource group: {}.",
        match hidden.owners.len() {
            1 => "One compute".to_owned(),
            many => format!("{many} computes"),
        },
        hidden.each.join(", ")
    )));
}
