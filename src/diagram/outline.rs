//! The text twin: everything that the drawing shows, as a nested list of lines.

use crate::domain::{Item, Subject};
use crate::rules::{Context, Findings, Severity};

use super::content::{
    Content, Entry, Loose, Network, Node, Place, Service, Subnetwork, Usage, counted,
};
use super::tally::Marks;

/// The heading of the steps by which people and jobs reach the workspace.
pub const STEPS: &str = "How people and jobs get there";

/// One line of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineLine {
    /// 0 for a heading, 1 for what stands under it, and so on.
    pub depth: usize,
    /// What it says.
    pub text: String,
    /// What it is about.
    pub subject: Option<Subject>,
    /// The worst severity of the findings about it.
    pub severity: Option<Severity>,
}

/// The drawing of a plan as text, in reading order.
pub fn outline(cx: &Context<'_>, findings: &Findings) -> Vec<OutlineLine> {
    let content = Content::new(cx, findings);
    let mut lines = Lines(Vec::new());
    if content.is_blank() && content.services.is_empty() {
        lines.heading("Nothing is planned yet");
        return lines.0;
    }
    for network in content.networks() {
        lines.network(network);
    }
    for loose in &content.loose {
        lines.loose(loose);
    }
    lines.services(&content);
    lines.places(&content);
    lines.connections(&content);
    lines.flow(&content);
    lines.0
}

/// What the drawing shows, in a few sentences.
pub(super) fn description(content: &Content<'_>) -> String {
    if content.is_blank() && content.services.is_empty() {
        return "Nothing is planned yet.".to_owned();
    }
    let names: Vec<String> = content
        .networks()
        .map(|network| {
            let prefix = network
                .prefixes
                .first()
                .map_or("without an address space", String::as_str);
            format!(
                "{} {prefix} with {}",
                network.name,
                counted(network.subnets.len(), "subnet")
            )
        })
        .collect();
    let mut sentences = Vec::new();
    if !names.is_empty() {
        sentences.push(format!("The plan has {}.", names.join("; ")));
    }
    let plan = content.plan;
    let clusters = plan.clusters.len() + plan.aks.len();
    let planned = if clusters == 1 { "is" } else { "are" };
    let services = counted(content.services.len(), "service");
    let reached = match plan.private_endpoints.len() {
        0 if content.services.is_empty() => String::new(),
        0 => format!("{services} without private endpoints; "),
        endpoints => {
            let lead = if endpoints == 1 { "leads" } else { "lead" };
            format!(
                "{} {lead} to {services}; ",
                counted(endpoints, "private endpoint")
            )
        }
    };
    sentences.push(format!(
        "{reached}{} {planned} planned.",
        counted(clusters, "cluster")
    ));
    sentences.push(match &content.entry {
        Entry::Jump {
            bastion: Some(_), ..
        } => "People come in through Azure Bastion and a jump host.".to_owned(),
        Entry::Jump { .. } => "People work on a jump host.".to_owned(),
        Entry::OnPremises { .. } => "People come in from on-premises through a gateway.".to_owned(),
        Entry::Public => "People use the workspace's public endpoint.".to_owned(),
        Entry::Nowhere => "No way in is planned for people.".to_owned(),
    });
    sentences.push(match content.total.words() {
        Some(words) => format!("Findings: {words}."),
        None => "No errors, no warnings.".to_owned(),
    });
    sentences.push("The outline lists everything that is drawn.".to_owned());
    sentences.join(" ")
}

struct Lines(Vec<OutlineLine>);

impl Lines {
    fn heading(&mut self, text: &str) {
        self.push(0, text.to_owned(), None, Marks::default());
    }

    fn push(&mut self, depth: usize, text: String, item: Option<Item>, marks: Marks) {
        let text = match marks.words() {
            Some(words) => format!("{text} ({words})"),
            None => text,
        };
        self.0.push(OutlineLine {
            depth,
            text,
            subject: item.map(Subject::from),
            severity: marks.worst(),
        });
    }

    fn network(&mut self, network: &Network) {
        let prefixes = if network.prefixes.is_empty() {
            "no address space".to_owned()
        } else {
            network.prefixes.join(", ")
        };
        self.push(
            0,
            format!("{} {prefixes}, {}", network.name, network.detail),
            Some(Item::Vnet(network.id)),
            network.marks,
        );
        for subnet in &network.subnets {
            self.subnet(subnet);
        }
    }

    fn subnet(&mut self, subnet: &Subnetwork) {
        let mut parts = vec![format!("{} {}", subnet.name, subnet.prefix)];
        parts.push(subnet.purpose.to_owned());
        match &subnet.usage {
            Usage::Unknown => {}
            Usage::Fixed(text) => parts.push(text.clone()),
            Usage::Measured { choices, .. } => {
                parts.extend(
                    choices
                        .first()
                        .map(|text| format!("{text} addresses needed")),
                );
            }
        }
        parts.push(match &subnet.nsg {
            Some(nsg) => format!("NSG {nsg}"),
            None => "no NSG".to_owned(),
        });
        if subnet.routed {
            parts.push("default route to the firewall".to_owned());
        }
        parts.extend(subnet.notes.iter().cloned());
        self.push(
            1,
            parts.join(", "),
            Some(Item::Subnet(subnet.id)),
            subnet.marks,
        );
        for node in &subnet.nodes {
            self.node(2, node);
        }
    }

    fn node(&mut self, depth: usize, node: &Node) {
        let mut parts = vec![node.name.clone()];
        parts.extend(node.lines.iter().filter(|line| !line.is_empty()).cloned());
        self.push(depth, parts.join(", "), Some(node.item), node.marks);
    }

    fn loose(&mut self, loose: &Loose) {
        self.heading(&format!("{}, {}", loose.name, loose.detail));
        for node in &loose.nodes {
            self.node(1, node);
        }
    }

    fn services(&mut self, content: &Content<'_>) {
        if content.services.is_empty() {
            return;
        }
        self.heading("Azure services");
        for service in &content.services {
            self.service(content, service);
        }
    }

    fn service(&mut self, content: &Content<'_>, service: &Service) {
        let doors: Vec<String> = content
            .networks()
            .flat_map(|network| &network.subnets)
            .flat_map(|subnet| &subnet.nodes)
            .chain(content.loose.iter().flat_map(|loose| &loose.nodes))
            .filter(|node| node.service.as_ref() == Some(&service.key))
            .map(|node| node.name.clone())
            .collect();
        let reached = if doors.is_empty() {
            "no private endpoint".to_owned()
        } else {
            format!("reached through {}", doors.join(", "))
        };
        let public = if service.public {
            ", public access on"
        } else {
            ""
        };
        self.push(
            1,
            format!("{} {}, {reached}{public}", service.title, service.name),
            Some(service.item),
            service.marks,
        );
        for pill in &service.batch {
            let text = format!("Batch endpoint {}", pill.name);
            self.push(2, text, Some(pill.item), pill.marks);
        }
    }

    fn places(&mut self, content: &Content<'_>) {
        let places: Vec<&Place> = [&content.on_premises, &content.zones, &content.internet]
            .into_iter()
            .flatten()
            .collect();
        if places.is_empty() {
            return;
        }
        self.heading("Around the networks");
        for place in places {
            let text = format!("{}, {}", place.title, place.detail);
            self.push(1, text, place.item, place.marks);
            for line in &place.lines {
                self.push(2, line.clone(), None, Marks::default());
            }
        }
    }

    fn connections(&mut self, content: &Content<'_>) {
        if content.peers.is_empty() {
            return;
        }
        self.heading("Peerings");
        let name = |id| {
            content
                .networks()
                .find(|network| network.id == id)
                .map_or("", |network| network.name.as_str())
        };
        for peer in &content.peers {
            let (a, b) = (name(peer.ends.0), name(peer.ends.1));
            let how = match (peer.both, peer.transit) {
                (false, _) => "in one direction only",
                (true, true) => "in both directions, with gateway transit",
                (true, false) => "in both directions",
            };
            self.push(1, format!("{a} and {b}, {how}"), None, Marks::default());
        }
    }

    fn flow(&mut self, content: &Content<'_>) {
        if content.steps.is_empty() {
            return;
        }
        self.heading(STEPS);
        for (index, step) in content.steps.iter().enumerate() {
            let text = format!("{}. {}", index + 1, step.text);
            self.push(1, text, None, Marks::default());
        }
    }
}
