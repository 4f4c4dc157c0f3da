//! What the drawing shows, before anything has a place: shared by both layouts and the text twin, so that
//! they cannot disagree.

mod access;
mod machines;
mod networks;
mod services;

use std::collections::BTreeSet;

use crate::azure::private_dns_zones::zone_name;
use crate::domain::{DnsMode, Item, OnPremisesLink, Plan, RuleProfile, SubnetId, VnetId, Word};
use crate::rules::{Context, Findings};

use super::glyphs::Glyph;
use super::scene::Load;
use super::tally::{Marks, Tally, family};

pub(super) use access::{Entry, Step, StepKind};
pub(super) use services::{BatchPill, Service};

/// How a node is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NodeShape {
    /// A low row with a link to a service.
    Row,
    /// One line: name and one detail.
    Pill,
    /// A name with lines under it.
    Card,
}

/// A thing in a subnet.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) key: String,
    pub(super) item: Item,
    pub(super) shape: NodeShape,
    pub(super) glyph: Glyph,
    pub(super) name: String,
    /// Details: beside the name of a pill, under the name of a card.
    pub(super) lines: Vec<String>,
    /// The key of the service that a private endpoint leads to.
    pub(super) service: Option<String>,
    pub(super) marks: Marks,
}

/// How many addresses a subnet needs and has.
#[derive(Clone, Debug)]
pub(super) enum Usage {
    /// Not known: the subnet has no prefix.
    Unknown,
    /// Sized by Azure's own rule.
    Fixed(String),
    /// Measured, said in several ways, longest first.
    Measured {
        choices: Vec<String>,
        percent: u64,
        load: Load,
    },
}

/// A subnet.
#[derive(Clone, Debug)]
pub(super) struct Subnetwork {
    pub(super) key: String,
    pub(super) id: SubnetId,
    pub(super) name: String,
    pub(super) glyph: Glyph,
    pub(super) purpose: &'static str,
    pub(super) prefix: String,
    pub(super) usage: Usage,
    /// The NSG's shield; true if an error is about the NSG.
    pub(super) shield: Option<bool>,
    pub(super) nsg: Option<String>,
    /// Whether its default route leads to the plan's firewall.
    pub(super) routed: bool,
    pub(super) nodes: Vec<Node>,
    pub(super) notes: Vec<String>,
    pub(super) marks: Marks,
}

/// A VNet.
#[derive(Clone, Debug)]
pub(super) struct Network {
    pub(super) key: String,
    pub(super) id: VnetId,
    pub(super) name: String,
    pub(super) prefixes: Vec<String>,
    pub(super) detail: String,
    pub(super) subnets: Vec<Subnetwork>,
    pub(super) marks: Marks,
}

/// Nodes that stand in no subnet of the plan.
#[derive(Clone, Debug)]
pub(super) struct Loose {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    pub(super) detail: &'static str,
    pub(super) nodes: Vec<Node>,
}

/// Two VNets that are peered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Peer {
    pub(super) ends: (VnetId, VnetId),
    /// Whether both directions are planned.
    pub(super) both: bool,
    pub(super) transit: bool,
}

/// A box with a title and lines: on-premises, DNS, the internet.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) key: &'static str,
    pub(super) item: Option<Item>,
    pub(super) glyph: Glyph,
    pub(super) title: &'static str,
    pub(super) detail: String,
    /// What is written in place of the detail, where the box leaves out what its lines have in common.
    pub(super) short: Option<String>,
    pub(super) lines: Vec<String>,
    pub(super) dashed: bool,
    pub(super) marks: Marks,
}

/// Everything that the drawing shows.
#[derive(Debug)]
pub(super) struct Content<'a> {
    pub(super) plan: &'a Plan,
    pub(super) title: String,
    pub(super) total: Marks,
    /// VNets with private endpoints or computes, the one that people reach first at the front.
    pub(super) main: Vec<Network>,
    /// The other VNets, the one that leads to the main ones at the front.
    pub(super) side: Vec<Network>,
    pub(super) loose: Vec<Loose>,
    pub(super) services: Vec<Service>,
    pub(super) peers: Vec<Peer>,
    pub(super) entry: Entry,
    pub(super) steps: Vec<Step>,
    /// The VNets from the one that people enter to the one with the workspace's endpoint.
    pub(super) path: Vec<VnetId>,
    pub(super) on_premises: Option<Place>,
    pub(super) zones: Option<Place>,
    /// The VNets that ask the private zones.
    pub(super) zone_links: Vec<VnetId>,
    pub(super) internet: Option<Place>,
}

impl<'a> Content<'a> {
    pub(super) fn new(cx: &'a Context<'a>, findings: &Findings) -> Self {
        let plan = cx.plan;
        let tally = Tally::new(findings);
        let services = services::services(plan, &tally);
        let mut nodes = machines::by_subnet(cx, &tally, &services);
        let mut networks = networks::networks(cx, &tally, &mut nodes);
        let peers = access::peers(plan);
        let entry = access::entry(plan);
        let path = access::path(plan, &peers, &entry);
        let (main, side) = networks::columns(&mut networks, &path);
        let mut content = Self {
            plan,
            title: named(&plan.basics.title, "Untitled plan"),
            total: tally.total(),
            main,
            side,
            loose: networks::loose(plan, nodes),
            services,
            peers,
            entry,
            steps: Vec::new(),
            path,
            on_premises: on_premises(plan, &tally),
            zones: zones(plan, &tally),
            zone_links: zone_links(plan),
            internet: internet(plan),
        };
        content.steps = access::steps(&content);
        content
    }

    /// Every VNet.
    pub(super) fn networks(&self) -> impl Iterator<Item = &Network> {
        self.main.iter().chain(&self.side)
    }

    /// The VNet of a subnet, if it is drawn.
    pub(super) fn network_of(&self, subnet: SubnetId) -> Option<&Network> {
        self.networks()
            .find(|network| network.subnets.iter().any(|sub| sub.id == subnet))
    }

    /// Whether the way to the workspace's endpoint stays in its own VNet, or passes only VNets of the side
    /// column before it gets there.
    fn crosses_side_only(&self) -> bool {
        let Some((_, passed)) = self.path.split_last() else {
            return false;
        };
        passed
            .iter()
            .all(|id| self.side.iter().any(|network| network.id == *id))
    }

    /// The subnet that holds the node with this key.
    pub(super) fn subnet_of_node(&self, key: &str) -> Option<&Subnetwork> {
        self.networks()
            .flat_map(|network| &network.subnets)
            .find(|subnet| subnet.nodes.iter().any(|node| node.key == key))
    }

    /// True if nothing is planned yet.
    pub(super) fn is_blank(&self) -> bool {
        self.main.is_empty() && self.side.is_empty() && self.loose.is_empty()
    }

    /// Title block: what the sheet is about, label and value.
    pub(super) fn title_block(&self) -> Vec<(&'static str, String)> {
        let basics = &self.plan.basics;
        let mut block = vec![
            ("Plan", self.title.clone()),
            ("Region", named(&basics.region, "not chosen")),
            ("Cloud", basics.cloud.label().to_owned()),
        ];
        if basics.profile != RuleProfile::Current {
            block.push(("Rules", basics.profile.label().to_owned()));
        }
        block
    }
}

/// A name as typed, or what to call the thing while it has none.
pub(super) fn named(name: &str, fallback: &str) -> String {
    let name = name.trim();
    let name = if name.is_empty() { fallback } else { name };
    name.to_owned()
}

/// `1 node`, `2 nodes`.
pub(super) fn counted(count: usize, word: &str) -> String {
    let count_text = super::measure::grouped(u64::try_from(count).unwrap_or(u64::MAX));
    let plural = if count == 1 { "" } else { "s" };
    format!("{count_text} {word}{plural}")
}

fn on_premises(plan: &Plan, tally: &Tally) -> Option<Place> {
    let on_premises = &plan.on_premises;
    let prefixes: Vec<String> = on_premises
        .prefixes
        .iter()
        .filter(|prefix| !prefix.is_blank())
        .map(|prefix| prefix.as_str().trim().to_owned())
        .collect();
    let joined = on_premises.link != OnPremisesLink::None;
    (joined || !prefixes.is_empty()).then(|| Place {
        key: "on-premises",
        item: Some(Item::OnPremises),
        glyph: Glyph::OnPremises,
        title: "On-premises",
        detail: match on_premises.link {
            OnPremisesLink::None => "not connected".to_owned(),
            OnPremisesLink::Vpn => "site-to-site VPN".to_owned(),
            OnPremisesLink::ExpressRoute => on_premises.link.label().to_owned(),
        },
        short: None,
        lines: prefixes,
        dashed: !joined,
        marks: tally.of(&[Item::OnPremises]),
    })
}

fn zones(plan: &Plan, tally: &Tally) -> Option<Place> {
    let mut lines: Vec<String> = match plan.dns.mode {
        DnsMode::Custom => {
            let mut servers: BTreeSet<&str> = BTreeSet::new();
            for server in plan.vnets.iter().flat_map(|vnet| &vnet.dns_servers) {
                servers.insert(server.as_str().trim());
            }
            servers.into_iter().map(str::to_owned).collect()
        }
        DnsMode::Create | DnsMode::Existing => Vec::new(),
    };
    lines.extend(
        plan.dns
            .zones
            .iter()
            .map(|zone| zone_name(zone.kind, plan.basics.cloud, &plan.basics.region)),
    );
    if lines.is_empty() {
        return None;
    }
    let linked: Vec<String> = zone_links(plan)
        .into_iter()
        .filter_map(|id| plan.vnet(id))
        .map(|vnet| named(&vnet.name, "unnamed VNet"))
        .collect();
    let custom = plan.dns.mode == DnsMode::Custom;
    Some(Place {
        key: "dns",
        item: Some(Item::Dns),
        glyph: Glyph::Dns,
        title: if custom {
            "Custom DNS servers"
        } else {
            "Private DNS zones"
        },
        detail: match (custom, linked.as_slice()) {
            (true, _) => "forward to Azure DNS".to_owned(),
            (false, []) => "linked to no VNet".to_owned(),
            (false, linked) => format!("linked to {}", linked.join(", ")),
        },
        short: (!custom).then(|| format!("{SHARED}… for {}", counted(linked.len(), "VNet"))),
        lines,
        dashed: plan.dns.mode == DnsMode::Existing,
        marks: tally.of(&family(plan, Item::Dns)),
    })
}

/// What the names of the zones begin with; the drawing says it once.
const SHARED: &str = "privatelink.";

impl Place {
    /// A line as the box writes it.
    pub(super) fn short_line<'l>(&self, line: &'l str) -> &'l str {
        match self.short {
            Some(_) => line.strip_prefix(SHARED).unwrap_or(line),
            None => line,
        }
    }
}

fn zone_links(plan: &Plan) -> Vec<VnetId> {
    plan.vnets
        .iter()
        .map(|vnet| vnet.id)
        .filter(|id| plan.dns.zones.iter().any(|zone| zone.links.contains(id)))
        .collect()
}

fn internet(plan: &Plan) -> Option<Place> {
    (!plan.firewalls.is_empty()).then(|| Place {
        key: "internet",
        item: None,
        glyph: Glyph::Internet,
        title: "Internet",
        detail: "by allow list".to_owned(),
        short: None,
        lines: Vec::new(),
        dashed: false,
        marks: Marks::default(),
    })
}
