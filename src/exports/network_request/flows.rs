//! The flows to let through, as few rows as say everything: who goes where by which ports, where on the way
//! rules are, and why.
//!
//! Flows that differ in one thing alone share a row. No opening is lost by that: each port of a row is needed
//! to each of its destinations, from each of its sources.

use std::net::Ipv4Addr;

use crate::deployment::{Key, Resource};
use crate::domain::{FirewallId, Item, Protocol, Word};
use crate::exports::page::{Block, Line, Page, code, column, text};
use crate::exports::report::verdict;
use crate::exports::{Input, view};
use crate::flow::{Hop, Network, Party, Probe, RequiredFlow, Spot, Stage, Verdict};

pub(super) fn write(input: &Input<'_>, page: &mut Page) {
    let flows = &input.flows.flows;
    if flows.is_empty() {
        return;
    }
    let rows = rows(input);
    page.heading(2, "Flows to let through");
    page.paragraph(text(format!(
        "{} of the plan, in {}; report.md lists each with its verdict. Verdicts are those of this plan alone: \
         on the way are also your firewalls and appliances.",
        counted(flows.len(), "flow"),
        counted(rows.len(), "row"),
    )));
    page.paragraph(whose(input, &rows));
    let cells = rows.iter().map(|row| cells(input, row)).collect();
    let columns = ["Rules in", "From", "Port", "To, and why", "In this plan"].map(column);
    page.push(Block::Table(columns.to_vec(), cells));
}

fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// Which border of the network a flow crosses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Out,
    In,
    OnPremises,
    Inside,
}

impl Way {
    fn of(probe: &Probe, hops: &[Hop]) -> Self {
        let passes = |wanted: fn(&Spot) -> bool| hops.iter().any(|hop| wanted(&hop.at));
        match (&probe.from, &probe.to) {
            (Party::OnPremises, _) | (_, Party::OnPremises) => Self::OnPremises,
            (Party::Tag(_), _) => Self::In,
            (_, Party::Tag(_)) => Self::Out,
            _ if passes(|at| *at == Spot::OnPremises) => Self::OnPremises,
            _ if passes(|at| matches!(at, Spot::PrivateEndpoint(_))) => Self::Inside,
            (_, Party::Host(_)) => Self::Out,
            _ if passes(|at| matches!(at, Spot::Service | Spot::Internet)) => Self::Out,
            _ => Self::Inside,
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Out => "Out",
            Self::In => "In",
            Self::OnPremises => "On-premises",
            Self::Inside => "Inside",
        }
    }
}

/// What holds rules on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Keeper {
    Nsg,
    Firewall(FirewallId),
    Appliance(Ipv4Addr),
    OnPremises,
}

impl Keeper {
    fn of(hop: &Hop) -> Option<Self> {
        match (hop.stage, hop.at) {
            (Stage::InboundNsg | Stage::OutboundNsg, _) => hop.item.map(|_| Self::Nsg),
            (_, Spot::Firewall(id)) => Some(Self::Firewall(id)),
            (_, Spot::Appliance(address)) => Some(Self::Appliance(address)),
            _ => None,
        }
    }

    fn label(self, input: &Input<'_>) -> Line {
        match self {
            Self::Nsg => text("NSGs"),
            Self::Firewall(id) => code(view::name(&input.deployment, &Key::of(Item::Firewall(id)))),
            Self::Appliance(address) => text("the appliance ").code(address.to_string()),
            Self::OnPremises => text("firewalls on-premises"),
        }
    }
}

/// One end of flows.
#[derive(Clone, Debug, PartialEq)]
struct End {
    name: String,
    /// What firewalls know it by, where the name is only words: host names, addresses.
    known_as: Vec<String>,
    /// What it is needed for.
    why: Vec<&'static str>,
}

impl End {
    fn new(input: &Input<'_>, name: &str, party: &Party) -> Self {
        let known_as = match party {
            Party::Address(address) => {
                let address = address.to_string();
                let is_said = name.contains(&address);
                (!is_said).then_some(address).into_iter().collect()
            }
            Party::OnPremises => {
                let prefixes = input.context.plan.on_premises.prefixes.iter();
                let prefixes = prefixes.map(|prefix| prefix.as_str().trim().to_owned());
                prefixes.filter(|prefix| !prefix.is_empty()).collect()
            }
            Party::Machines { .. } | Party::Tag(_) | Party::Host(_) | Party::PrivateEndpoint(_) => {
                Vec::new()
            }
        };
        Self {
            name: name.to_owned(),
            known_as,
            why: Vec::new(),
        }
    }

    fn line(&self) -> Line {
        match self.known_as.as_slice() {
            [] => code(self.name.as_str()),
            [only] if *only == self.name => code(only),
            known_as => {
                let named = text(self.name.as_str()).text(" (");
                named.codes(known_as).text(")")
            }
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Row {
    way: Way,
    keepers: Vec<Keeper>,
    verdict: Verdict,
    from: Vec<End>,
    ports: Vec<(Protocol, Option<u16>)>,
    to: Vec<End>,
}

impl Row {
    fn of(input: &Input<'_>, network: &Network<'_>, flow: &RequiredFlow) -> Self {
        let mut hops = flow.path.forward.clone();
        let mut way = Way::of(&flow.probe, &hops);
        // The names behind one end may lie on both sides of the border.
        for host in flow.hosts.iter().filter(|_| flow.hosts.len() > 1) {
            let mut probe = flow.probe.clone();
            probe.to = Party::Host(host.clone());
            let other = network.path(&probe).forward;
            way = way.min(Way::of(&probe, &other));
            hops.extend(other);
        }
        let mut keepers: Vec<Keeper> = hops.iter().filter_map(Keeper::of).collect();
        if way == Way::OnPremises {
            keepers.push(Keeper::OnPremises);
        }
        keepers.sort_unstable();
        keepers.dedup();
        let mut to = End::new(input, &flow.to, &flow.probe.to);
        to.known_as.extend(flow.hosts.iter().cloned());
        to.why = vec![flow.stated.why];
        Self {
            way,
            keepers,
            verdict: flow.verdict(),
            from: vec![End::new(input, &flow.from, &flow.probe.from)],
            ports: vec![(flow.probe.protocol, flow.probe.port)],
            to: vec![to],
        }
    }

    fn destinations(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.to.iter().map(|to| to.name.as_str()).collect();
        names.sort_unstable();
        names
    }

    /// Takes what another row has beside this one.
    fn take(&mut self, other: Self) {
        add(&mut self.from, other.from);
        add(&mut self.ports, other.ports);
        for to in other.to {
            match self.to.iter_mut().find(|known| known.name == to.name) {
                Some(known) => {
                    add(&mut known.why, to.why);
                    add(&mut known.known_as, to.known_as);
                }
                None => self.to.push(to),
            }
        }
    }
}

/// Adds what a list does not have yet.
fn add<T: PartialEq>(list: &mut Vec<T>, more: Vec<T>) {
    for item in more {
        if !list.contains(&item) {
            list.push(item);
        }
    }
}

/// One row for everything that differs in ports alone, then in destinations alone, then in sources alone.
fn rows(input: &Input<'_>) -> Vec<Row> {
    let prefixes = input.context.allocation.prefixes();
    let network = Network::new(input.context.plan, &prefixes);
    let flows = input.flows.flows.iter();
    let mut rows: Vec<Row> = flows.map(|flow| Row::of(input, &network, flow)).collect();
    let same: [fn(&Row, &Row) -> bool; 3] = [
        |a, b| a.from == b.from && a.destinations() == b.destinations(),
        |a, b| a.from == b.from && a.ports == b.ports,
        |a, b| a.ports == b.ports && a.destinations() == b.destinations(),
    ];
    for same in same {
        let mut merged: Vec<Row> = Vec::new();
        for row in rows {
            let twin = merged.iter_mut().find(|twin| {
                (twin.way, twin.verdict) == (row.way, row.verdict)
                    && twin.keepers == row.keepers
                    && same(twin, &row)
            });
            match twin {
                Some(twin) => twin.take(row),
                None => merged.push(row),
            }
        }
        rows = merged;
    }
    rows.sort_by_key(|row| row.way);
    rows
}

fn cells(input: &Input<'_>, row: &Row) -> Vec<Line> {
    let mut place = text(row.way.label());
    for (index, keeper) in row.keepers.iter().enumerate() {
        place = place.text(if index == 0 { ": " } else { ", " });
        place.0.extend(keeper.label(input).0);
    }
    let mut from = Line::default();
    for end in &row.from {
        separate(&mut from, ", ");
        from.0.extend(end.line().0);
    }
    let mut to = Line::default();
    for end in &row.to {
        separate(&mut to, " ");
        to.0.extend(end.line().0);
        to = to.text(": ").text(end.why.join(" "));
    }
    vec![
        place,
        from,
        text(ports(&row.ports)),
        to,
        Line::default().with(verdict(row.verdict)),
    ]
}

/// Puts something between parts of a line.
fn separate(line: &mut Line, between: &str) {
    if !line.0.is_empty() {
        line.0.extend(text(between).0);
    }
}

/// `TCP 80, 443; UDP 5831`.
fn ports(ports: &[(Protocol, Option<u16>)]) -> String {
    let mut out = String::new();
    let mut last = None;
    for (protocol, port) in ports {
        if last == Some(protocol) {
            out.push(',');
        } else {
            if last.is_some() {
                out.push(';');
                out.push(' ');
            }
            out.push_str(protocol.label());
        }
        last = Some(protocol);
        if let Some(port) = port {
            out.push(' ');
            out.push_str(&port.to_string());
        }
    }
    out
}

/// Which of these rules the deployment writes, and which are left to others.
fn whose(input: &Input<'_>, rows: &[Row]) -> Line {
    let deployment = &input.deployment;
    let mut keepers: Vec<Keeper> = rows.iter().flat_map(|row| row.keepers.clone()).collect();
    keepers.sort_unstable();
    keepers.dedup();
    let existing: Vec<&str> = deployment
        .existing
        .iter()
        .filter(|existing| matches!(existing.item, Item::Nsg(_)))
        .map(|existing| existing.id.name())
        .collect();
    let writes_nsgs = deployment
        .nodes
        .iter()
        .any(|node| matches!(node.resource, Resource::Nsg(_)));
    let (mut ours, mut yours): (Vec<Line>, Vec<Line>) = Default::default();
    for keeper in keepers {
        match keeper {
            Keeper::Nsg => {
                if writes_nsgs {
                    ours.push(text("new NSGs (nsg-rules.csv)"));
                }
                if !existing.is_empty() {
                    yours.push(text("NSGs that exist: ").codes(&existing));
                }
            }
            Keeper::Firewall(id) if view::is_created(deployment, &Key::of(Item::Firewall(id))) => {
                ours.push(keeper.label(input).text(" (firewall-rules.csv)"));
            }
            Keeper::Firewall(_) | Keeper::Appliance(_) | Keeper::OnPremises => {
                yours.push(keeper.label(input));
            }
        }
    }
    let mut line = Line::default();
    for (intro, list) in [
        ("This deployment writes the rules of ", ours),
        ("Yours to write are the rules of ", yours),
    ] {
        let last = list.len().saturating_sub(1);
        for (index, part) in list.into_iter().enumerate() {
            if index == 0 {
                separate(&mut line, " ");
                line = line.text(intro);
            } else {
                line = line.text(if index == last { " and " } else { ", " });
            }
            line.0.extend(part.0);
            if index == last {
                line = line.text(".");
            }
        }
    }
    if line.0.is_empty() {
        line = text("No NSG and no firewall is on these ways: there is no rule to write.");
    }
    endpoints(input, line)
}

/// Where the private endpoints are, which rows call by name.
fn endpoints(input: &Input<'_>, line: Line) -> Line {
    let deployment = &input.deployment;
    let mut names: Vec<String> = Vec::new();
    for node in &deployment.nodes {
        if let Resource::PrivateEndpoint(endpoint) = &node.resource {
            add(
                &mut names,
                vec![view::name(deployment, endpoint.subnet.key())],
            );
        }
    }
    if names.is_empty() {
        return line;
    }
    line.text(" Private endpoints stand in ")
        .codes(&names)
        .text(".")
}
