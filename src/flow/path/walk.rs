//! The way of a packet, station by station.

use super::ends::{End, Home};
use super::network::Network;
use super::{Asymmetry, Border, Hop, NextHop, Party, Path, Probe, Spot, Stage, Verdict};
use crate::azure::private_dns_zones::zone_name;
use crate::domain::{Direction, Item, SubnetId, VnetId};
use crate::flow::{Address, Client, Name, Packet, Resident, Way, names, region, resolve};
use crate::topology::gateway_for;

/// Where a packet is when a route is chosen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Station {
    pub(super) vnet: VnetId,
    pub(super) subnet: Option<SubnetId>,
    pub(super) spot: Spot,
}

/// A packet on its way, and what it has met.
pub(super) struct Walk<'n> {
    pub(super) net: &'n Network<'n>,
    pub(super) hops: Vec<Hop>,
    pub(super) packet: Packet,
    pub(super) host: Option<String>,
    /// Whether it starts at machines with public addresses.
    pub(super) public_ip: bool,
    /// The VNet that its source address belongs to, as peerings see it.
    pub(super) sender: Option<VnetId>,
    /// Firewalls, appliances and gateways that it has passed.
    pub(super) boxes: Vec<Spot>,
    /// The firewall whose address it carries now, so that replies come back there.
    pub(super) translated: Option<Spot>,
    /// For a reply: what the request has passed.
    pub(super) known: Option<Vec<Spot>>,
    pub(super) asymmetry: Option<Asymmetry>,
}

/// More stations than this in a row are a circle.
const MOST_STATIONS: usize = 8;

impl<'n> Walk<'n> {
    pub(super) fn new(net: &'n Network<'n>, probe: &Probe, from: &End, to: &End) -> Self {
        Self {
            net,
            hops: Vec::new(),
            packet: Packet {
                protocol: probe.protocol,
                source: from.seen.clone(),
                source_port: None,
                destination: to.seen.clone(),
                destination_port: probe.port,
            },
            host: to.host.clone(),
            public_ip: from.public_ip,
            sender: from.vnet(),
            boxes: Vec::new(),
            translated: None,
            known: None,
            asymmetry: None,
        }
    }

    /// The answer to a probe: that of the worst pair of ends.
    pub(super) fn answer(net: &'n Network<'n>, probe: &Probe) -> Path {
        let mut worst: Option<Path> = None;
        for from in net.ends_of(&probe.from, None) {
            for to in net.ends_of(&probe.to, from.vnet()) {
                let path = Self::pair(net, probe, &from, to);
                let rank = |path: &Path| match path.verdict {
                    Verdict::Denied => 0,
                    Verdict::Unknown => 1,
                    Verdict::Allowed => 2,
                };
                if worst.as_ref().is_none_or(|other| rank(&path) < rank(other)) {
                    worst = Some(path);
                }
            }
        }
        worst.unwrap_or(Path {
            verdict: Verdict::Unknown,
            forward: Vec::new(),
            back: Vec::new(),
            asymmetry: None,
        })
    }

    fn pair(net: &'n Network<'n>, probe: &Probe, from: &End, mut to: End) -> Path {
        let mut walk = Self::new(net, probe, from, &to);
        let arrived = walk.find(&probe.to, from, &mut to)
            && walk.placed(from)
            && walk.placed(&to)
            && walk.start(from, &to)
            && walk.arrive(&to);
        let mut path = Path {
            verdict: walk.verdict(),
            forward: Vec::new(),
            back: Vec::new(),
            asymmetry: None,
        };
        if arrived && path.verdict != Verdict::Denied {
            let mut reply = walk.reply(probe, from, &to);
            path.verdict = worse(path.verdict, reply.verdict());
            path.asymmetry = reply.asymmetry.take();
            path.back = reply.hops;
        }
        path.forward = walk.hops;
        path
    }

    /// The worst verdict so far.
    pub(super) fn verdict(&self) -> Verdict {
        let verdicts = self.hops.iter().map(|hop| hop.verdict);
        verdicts.fold(Verdict::Allowed, worse)
    }

    /// Adds a stage that no rule decides. True if the packet gets on from it.
    pub(super) fn say(
        &mut self,
        at: Spot,
        stage: Stage,
        verdict: Verdict,
        item: Option<Item>,
        why: impl Into<String>,
    ) -> bool {
        self.hops.push(Hop {
            at,
            stage,
            decided_by: None,
            item,
            verdict,
            why: why.into(),
        });
        verdict != Verdict::Denied
    }

    /// Looks the name up, and takes the end that it leads to. False if it leads to none.
    fn find(&mut self, asked: &Party, from: &End, to: &mut End) -> bool {
        let name = match asked {
            Party::Host(host) => Name::Host(host),
            Party::PrivateEndpoint(id) => Name::Endpoint(*id),
            _ => return true,
        };
        let plan = self.net.plan;
        let found = match (from.vnet(), from.home) {
            (Some(vnet), _) => resolve(plan, Client::Vnet(vnet), name),
            (None, Home::OnPremises) => resolve(plan, Client::OnPremises, name),
            (None, _) => names::from_outside(),
        };
        let closed = match asked {
            Party::Host(host) => names::public_access(plan, host) == Some(false),
            _ => true,
        };
        let (verdict, mut why) = match found.address {
            Address::Private => (Verdict::Allowed, found.why),
            Address::Public if !closed => (Verdict::Allowed, found.why),
            Address::Public | Address::Missing => (Verdict::Denied, found.why),
            Address::Unknown => (Verdict::Unknown, found.why),
        };
        if found.address == Address::Public && to.host.is_some() && closed {
            why.push_str(" The public endpoint of the service is switched off.");
        }
        let zone = plan
            .dns
            .zones
            .iter()
            .find(|zone| Some(zone.id) == found.zone);
        let goes_on = verdict != Verdict::Denied;
        self.hops.push(Hop {
            at: from.spot,
            stage: Stage::Name,
            decided_by: zone.map(|zone| zone_name(zone.kind, plan.basics.cloud, region(plan))),
            item: found.zone.map(Item::Zone),
            verdict,
            why,
        });
        if found.address == Address::Private && matches!(asked, Party::Host(_)) {
            let near = |id: &_| {
                let home = self.net.private_endpoint(*id).vnet();
                home.is_some() && home == from.vnet()
            };
            let mut all = found.endpoints.iter();
            if let Some(id) = all.find(|id| near(id)).or(found.endpoints.first()) {
                let host = to.host.take();
                *to = End {
                    host,
                    ..self.net.private_endpoint(*id)
                };
                self.packet.destination = to.seen.clone();
            }
        }
        goes_on && !(found.address == Address::Unknown && to.private_endpoint.is_none())
    }

    /// False, with a stage that says so, if an end has no range yet.
    fn placed(&mut self, end: &End) -> bool {
        if end.is_unplaced() {
            let why = format!("{} has no address range yet.", sentence(&end.name));
            self.say(end.spot, Stage::Route, Verdict::Unknown, None, why);
        }
        !end.is_unplaced()
    }

    /// Leaves the place where the packet starts. True if it reaches the network of the other end.
    fn start(&mut self, from: &End, to: &End) -> bool {
        let unknown = |walk: &mut Self, why: String| {
            walk.say(from.spot, Stage::Route, Verdict::Unknown, None, why);
            false
        };
        match from.home {
            Home::Subnet(..) if from.private_endpoint.is_some() => {
                let why = "A private endpoint answers connections and starts none.";
                self.say(from.spot, Stage::OutboundNsg, Verdict::Denied, None, why)
            }
            Home::Subnet(subnet, vnet) => {
                let border = Border::of_machines(subnet, Direction::Outbound);
                let station = Station {
                    vnet,
                    subnet: Some(subnet),
                    spot: from.spot,
                };
                self.nsg(border, from.spot) && self.travel(station, to)
            }
            Home::Vnet(vnet) => {
                let why = format!(
                    "No subnet of the plan has {}, so its NSG and its routes are not known.",
                    from.name
                );
                let station = Station {
                    vnet,
                    subnet: None,
                    spot: from.spot,
                };
                self.say(from.spot, Stage::OutboundNsg, Verdict::Unknown, None, why)
                    && self.travel(station, to)
            }
            Home::OnPremises => self.come_from_on_premises(to),
            Home::Public => self.come_in(from, to),
            Home::Platform if to.subnet().is_some() => {
                let why = "Azure’s platform reaches every VNet, whatever the routes say.";
                self.say(from.spot, Stage::Route, Verdict::Allowed, None, why)
            }
            Home::Platform | Home::Nowhere => {
                let why = format!("{} lies in no network of the plan.", sentence(&from.name));
                unknown(self, why)
            }
        }
    }

    fn come_from_on_premises(&mut self, to: &End) -> bool {
        let at = Spot::OnPremises;
        let Some(vnet) = to.vnet() else {
            let why = "The way from on-premises to there does not lead through the plan.";
            self.say(at, Stage::Route, Verdict::Unknown, None, why);
            return false;
        };
        let Some(gateway) = gateway_for(self.net.plan, vnet) else {
            let why = format!(
                "No gateway joins {} with on-premises, of its own or of a peer that lends it.",
                self.vnet_name(vnet)
            );
            return self.say(
                at,
                Stage::Gateway,
                Verdict::Denied,
                Some(Item::OnPremises),
                why,
            );
        };
        let spot = Spot::Gateway(gateway.id);
        self.sender = Some(gateway.vnet);
        self.boxes.push(spot);
        let why = format!("Comes in through gateway {}.", gateway.name.trim());
        let item = Some(Item::Gateway(gateway.id));
        let station = self.gateway_station(gateway);
        self.say(spot, Stage::Gateway, Verdict::Allowed, item, why) && self.travel(station, to)
    }

    /// From the internet by a public address of the machine itself.
    fn come_in(&mut self, from: &End, to: &End) -> bool {
        let stage = Stage::PublicAddress;
        if to.private_endpoint.is_some() {
            let why = "A private endpoint has no address on the internet.";
            return self.say(from.spot, stage, Verdict::Denied, None, why);
        }
        match to.home {
            Home::Subnet(..) if to.public_ip => {
                let why = format!(
                    "Comes in by the public address of a machine in {}.",
                    to.name
                );
                self.say(from.spot, stage, Verdict::Allowed, None, why)
            }
            Home::Subnet(..) | Home::Vnet(_) => {
                let why = format!(
                    "Machines in {} have no public address, and a plan has no firewall rules that would let \
                     the internet in.",
                    to.name
                );
                self.say(from.spot, stage, Verdict::Denied, None, why)
            }
            _ => {
                let why = "The way between the two does not lead through the plan.";
                self.say(from.spot, Stage::Route, Verdict::Unknown, None, why);
                false
            }
        }
    }

    /// Passes the NSG at a border.
    pub(super) fn nsg(&mut self, border: Border, at: Spot) -> bool {
        let answer = self.net.verify(border, &self.packet);
        let subnet = self.net.plan.subnet(border.subnet);
        let nsg = subnet.and_then(|subnet| subnet.nsg).map(Item::Nsg);
        let step = answer.steps.into_iter().last();
        let rule = step.as_ref().and_then(|step| step.rule.as_ref());
        let own = rule.and_then(|rule| rule.id).map(Item::SecurityRule);
        let (name, why) = step
            .as_ref()
            .map(|step| (step.nsg.as_deref(), step.why.as_str()))
            .unwrap_or_default();
        self.hops.push(Hop {
            at,
            stage: match border.direction {
                Direction::Inbound => Stage::InboundNsg,
                Direction::Outbound => Stage::OutboundNsg,
            },
            decided_by: rule.map(|rule| rule.name.clone()),
            item: own.or(nsg),
            verdict: answer.verdict,
            why: match name {
                Some(name) => format!("{name}: {why}."),
                None => format!("{}.", sentence(why)),
            },
        });
        answer.verdict != Verdict::Denied
    }

    /// Follows routes until the packet is in the network of the other end. False if it is not known to get
    /// there.
    pub(super) fn travel(&mut self, mut here: Station, to: &End) -> bool {
        if to.home == Home::Platform {
            let why = "Azure’s platform answers inside every VNet, whatever the routes say.";
            return self.say(here.spot, Stage::Route, Verdict::Allowed, None, why);
        }
        for _ in 0..MOST_STATIONS {
            let choice = self.net.next_hop(&here, to);
            self.route(&here, to, &choice);
            if choice.verdict != Verdict::Allowed {
                return false;
            }
            let Some(route) = choice.route else {
                return false;
            };
            match route.way {
                Way::VirtualNetwork => return self.inside(&here, to),
                Way::Peering(vnet) => {
                    return self.cross(&here, vnet) && self.inside(&Station { vnet, ..here }, to);
                }
                Way::PrivateEndpoint(_) => {
                    let home = to.vnet().filter(|vnet| *vnet != here.vnet);
                    return home.is_none_or(|vnet| self.cross(&here, vnet));
                }
                Way::ServiceEndpoint => return true,
                Way::Internet => return self.exit(&here, to),
                Way::Gateway(Some(id)) => return self.leave_by(&here, id, to),
                Way::Appliance(Some(address)) => match self.appliance(&here, address) {
                    Some(next) => here = next,
                    None => return false,
                },
                Way::Gateway(None) | Way::Appliance(None) | Way::Dropped => return false,
            }
        }
        let why = "Routes lead in a circle.";
        self.say(here.spot, Stage::Route, Verdict::Denied, None, why)
    }

    fn route(&mut self, here: &Station, to: &End, choice: &NextHop) {
        let table = here.subnet.and_then(|id| self.net.plan.subnet(id));
        let table = table.and_then(|subnet| subnet.route_table);
        let route = choice.route.as_ref();
        let mut why = format!("{}.", sentence(&choice.why));
        if choice.verdict == Verdict::Denied {
            why.push_str(&self.missing_link(here, to));
        }
        self.hops.push(Hop {
            at: here.spot,
            stage: Stage::Route,
            decided_by: route.map(|route| route.name.clone()),
            item: route
                .and_then(crate::flow::RouteInEffect::item)
                .or(table.map(Item::RouteTable)),
            verdict: choice.verdict,
            why,
        });
    }

    /// What would have to be joined for a route to exist, as a sentence behind another.
    fn missing_link(&self, here: &Station, to: &End) -> String {
        let here_name = self.vnet_name(here.vnet);
        match (to.vnet(), to.home) {
            (Some(vnet), _) if vnet != here.vnet => format!(
                " No peering with access in both directions joins {here_name} with {}.",
                self.vnet_name(vnet)
            ),
            (None, Home::OnPremises) if gateway_for(self.net.plan, here.vnet).is_none() => {
                format!(" No gateway joins {here_name} with on-premises.")
            }
            _ => String::new(),
        }
    }

    /// True if the other end is in this VNet, as a route claims.
    fn inside(&mut self, here: &Station, to: &End) -> bool {
        if to.vnet() == Some(here.vnet) {
            return true;
        }
        let why = format!("Nothing in {} has that address.", self.vnet_name(here.vnet));
        self.say(
            Spot::Vnet(here.vnet),
            Stage::Route,
            Verdict::Denied,
            None,
            why,
        )
    }

    /// Arrives: through the NSG of the subnet, or at a service that may refuse.
    fn arrive(&mut self, to: &End) -> bool {
        if let Some(subnet) = to.subnet() {
            let border = Border {
                resident: match to.private_endpoint {
                    Some(_) => Resident::PrivateEndpoint,
                    None => Resident::Machine,
                },
                ..Border::of_machines(subnet, Direction::Inbound)
            };
            if !self.nsg(border, to.spot) {
                return false;
            }
        }
        let (verdict, why) = match to.home {
            Home::Vnet(_) => (
                Verdict::Unknown,
                format!(
                    "No subnet of the plan has {}, so its NSG is not known.",
                    to.name
                ),
            ),
            Home::Nowhere => (
                Verdict::Unknown,
                format!("{} lies in no network of the plan.", sentence(&to.name)),
            ),
            _ => (Verdict::Allowed, format!("Reaches {}.", to.name)),
        };
        self.say(to.spot, Stage::Arrival, verdict, None, why)
    }

    pub(super) fn vnet_name(&self, vnet: VnetId) -> &'n str {
        self.net
            .plan
            .vnet(vnet)
            .map_or("the VNet", |vnet| vnet.name.trim())
    }
}

/// The worse of two verdicts.
pub(super) fn worse(one: Verdict, other: Verdict) -> Verdict {
    match (one, other) {
        (Verdict::Denied, _) | (_, Verdict::Denied) => Verdict::Denied,
        (Verdict::Unknown, _) | (_, Verdict::Unknown) => Verdict::Unknown,
        (Verdict::Allowed, Verdict::Allowed) => Verdict::Allowed,
    }
}

/// A fragment as it starts a sentence. Names of the plan keep their letters.
pub(super) fn sentence(fragment: &str) -> String {
    const STARTS: &[&str] = &["the ", "rule ", "route ", "no ", "a ", "this ", "where "];
    if !STARTS.iter().any(|start| fragment.starts_with(start)) {
        return fragment.to_owned();
    }
    let mut letters = fragment.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
