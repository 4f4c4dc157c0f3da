//! Tables for spreadsheets: security rules, addresses, firewall rules, DNS records.
//!
//! RFC 4180. A cell that a spreadsheet would run as a formula is written with an apostrophe in front. Several
//! values in one cell are separated by semicolons. Warnings stand in the row they concern; while the plan has
//! errors, the heading of that column says so. What is absent: a table without rows.

use super::view::{self, SubnetView};
use super::{File, Format, Input, provenance};
use crate::deployment::resource::{FirewallRules, Nsg};
use crate::deployment::{Key, Node, Ref, Resource};
use crate::document::csv_row;
use crate::domain::{Item, NetworkPolicies, Protocol, Word};

/// The tables.
pub(super) const FORMAT: Format = Format {
    id: "sheets",
    label: "Spreadsheets",
    render,
};

fn render(input: &Input<'_>) -> Vec<File> {
    [
        nsg_rules(input),
        address_plan(input),
        firewall_rules(input),
        dns_records(input),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A table with a heading and, as the last column, what is wrong or risky about each row.
struct Sheet<'i, 'a> {
    input: &'i Input<'a>,
    text: String,
    rows: usize,
}

impl<'i, 'a> Sheet<'i, 'a> {
    fn new(input: &'i Input<'a>, headings: &[&str]) -> Self {
        let banner = provenance::banner(input);
        let notes = banner
            .first()
            .map_or_else(|| "Notes".to_owned(), |banner| format!("Notes ({banner})"));
        let cells = headings.iter().copied().chain([notes.as_str()]);
        Self {
            input,
            text: csv_row(cells),
            rows: 0,
        }
    }

    fn row(&mut self, cells: &[&str], about: &[Item]) {
        let notes = provenance::notes_about(self.input, about).join("; ");
        self.text
            .push_str(&csv_row(cells.iter().copied().chain([notes.as_str()])));
        self.rows += 1;
    }

    /// The file; none without rows.
    fn file(self, path: &str, purpose: &'static str) -> Option<File> {
        (self.rows > 0).then(|| File {
            path: path.to_owned(),
            purpose,
            media_type: "text/csv",
            text: self.text,
        })
    }
}

fn nsg_rules(input: &Input<'_>) -> Option<File> {
    let mut sheet = Sheet::new(
        input,
        &[
            "NSG",
            "Name",
            "Priority",
            "Direction",
            "Access",
            "Protocol",
            "Source",
            "Source ports",
            "Destination",
            "Destination ports",
            "Description",
            "Subnets",
        ],
    );
    let subnets = view::subnets(input);
    for node in &input.deployment.nodes {
        if let Resource::Nsg(nsg) = &node.resource {
            security_rules(&mut sheet, node, nsg, &guarded(&subnets, &node.key));
        }
    }
    sheet.file(
        "nsg-rules.csv",
        "The security rules of every new NSG, one a row.",
    )
}

/// The subnets that an NSG guards.
pub(super) fn guarded(subnets: &[SubnetView<'_>], nsg: &Key) -> Vec<String> {
    subnets
        .iter()
        .filter(|subnet| {
            let own = subnet.body.and_then(|body| body.nsg.as_ref());
            own.is_some_and(|own| own.key() == nsg)
        })
        .map(|subnet| subnet.name.clone())
        .collect()
}

fn security_rules(sheet: &mut Sheet<'_, '_>, node: &Node, nsg: &Nsg, subnets: &[String]) {
    let name = view::own_name(&sheet.input.deployment, node);
    for rule in &nsg.rules {
        sheet.row(
            &[
                &name,
                &rule.name,
                &rule.priority.to_string(),
                rule.direction.label(),
                rule.access.label(),
                protocol(rule.protocol),
                &rule.sources.join("; "),
                &rule.source_ports.join("; "),
                &rule.destinations.join("; "),
                &rule.destination_ports.join("; "),
                &rule.description,
                &subnets.join("; "),
            ],
            &[node.item, Item::SecurityRule(rule.id)],
        );
    }
}

/// A protocol as Azure's own tables write it.
fn protocol(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Any => "*",
        Protocol::Tcp | Protocol::Udp | Protocol::Icmp | Protocol::Esp | Protocol::Ah => {
            protocol.label()
        }
    }
}

fn address_plan(input: &Input<'_>) -> Option<File> {
    let mut sheet = Sheet::new(
        input,
        &[
            "VNet",
            "Subnet",
            "CIDR",
            "Usable addresses",
            "Usable",
            "Needed",
            "Free",
            "Purpose",
            "NSG",
            "Route table",
            "NAT gateway",
            "Delegated to",
            "Service endpoints",
            "Private endpoint policies",
        ],
    );
    for subnet in view::subnets(input) {
        address_row(&mut sheet, &subnet);
    }
    sheet.file(
        "address-plan.csv",
        "The subnets to create with their ranges and what is wired to them, for address management.",
    )
}

/// A subnet that is created; those that exist have their place in address management already.
fn address_row(sheet: &mut Sheet<'_, '_>, subnet: &SubnetView<'_>) {
    let Some(body) = subnet.body else { return };
    let deployment = &sheet.input.deployment;
    let (usable, needed, free) = subnet.room.map_or_else(Default::default, |room| {
        let counted = |count: u64| {
            if subnet.is_whole {
                String::new()
            } else {
                count.to_string()
            }
        };
        (
            room.usable.to_string(),
            counted(room.needed),
            counted(room.free()),
        )
    });
    let name = |key: Option<&Key>| key.map_or_else(String::new, |key| view::name(deployment, key));
    let nsg = name(body.nsg.as_ref().map(Ref::key));
    let table = name(body.route_table.as_ref().map(Ref::key));
    let nat = name(body.nat_gateway.as_ref().map(Ref::key));
    sheet.row(
        &[
            &subnet.vnet,
            &subnet.name,
            &subnet.prefix,
            &subnet.usable,
            &usable,
            &needed,
            &free,
            subnet.purpose,
            &nsg,
            &table,
            &nat,
            body.delegation.as_deref().unwrap_or_default(),
            &body.service_endpoints.join("; "),
            policies(body.private_endpoint_policies),
        ],
        &[subnet.item],
    );
}

fn policies(policies: NetworkPolicies) -> &'static str {
    policies.label()
}

fn firewall_rules(input: &Input<'_>) -> Option<File> {
    let mut sheet = Sheet::new(
        input,
        &[
            "Firewall policy",
            "Kind",
            "Name",
            "Action",
            "Source",
            "Protocol",
            "Destination",
            "Destination ports",
        ],
    );
    for node in &input.deployment.nodes {
        if let Resource::FirewallRules(rules) = &node.resource {
            outbound_rules(&mut sheet, node, rules);
        }
    }
    sheet.file(
        "firewall-rules.csv",
        "What the firewall lets out, one rule a row.",
    )
}

fn outbound_rules(sheet: &mut Sheet<'_, '_>, node: &Node, rules: &FirewallRules) {
    let policy = view::parent_name(&sheet.input.deployment, node);
    for rule in &rules.network {
        sheet.row(
            &[
                &policy,
                "Network",
                &rule.name,
                "Allow",
                &rule.sources.join("; "),
                protocol(rule.protocol),
                &rule.destinations.join("; "),
                &rule.ports.join("; "),
            ],
            &[node.item],
        );
    }
    for rule in &rules.application {
        sheet.row(
            &[
                &policy,
                "Application",
                &rule.name,
                "Allow",
                &rule.sources.join("; "),
                web_protocols(rule.https, rule.plain_http),
                &rule.hosts.join("; "),
                web_ports(rule.https, rule.plain_http),
            ],
            &[node.item],
        );
    }
}

fn web_protocols(https: bool, plain: bool) -> &'static str {
    match (https, plain) {
        (true, true) => "HTTPS; HTTP",
        (false, true) => "HTTP",
        (_, false) => "HTTPS",
    }
}

/// The ports that an application rule opens, as `ApplicationRule` states them.
pub(super) fn web_ports(https: bool, plain: bool) -> &'static str {
    match (https, plain) {
        (true, true) => "443; 80",
        (false, true) => "80",
        (_, false) => "443",
    }
}

fn dns_records(input: &Input<'_>) -> Option<File> {
    let mut sheet = Sheet::new(
        input,
        &[
            "Zone",
            "Zone is",
            "Record",
            "Type",
            "Address",
            "Private endpoint",
            "Service",
            "Sub-resource",
            "Linked VNets",
        ],
    );
    for record in view::dns_records(input) {
        sheet.row(
            &[
                &record.zone,
                record.kept,
                &record.name,
                "A",
                &record.address,
                &record.endpoint,
                &record.service,
                record.group_id,
                &record.links.join("; "),
            ],
            &record.items,
        );
    }
    sheet.file(
        "dns-records.csv",
        "The names that must lead to private addresses. Azure writes those in zones of the plan; the rest is yours to write.",
    )
}
