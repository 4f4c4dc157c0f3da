//! What stands between networks: peerings, gateways, firewalls, and the ways out.

use std::net::Ipv4Addr;

use super::ends::{End, Home};
use super::walk::{Station, Walk, sentence};
use super::{Asymmetry, Hop, Spot, Stage, Verdict};
use crate::domain::{Firewall, FirewallId, Gateway, GatewayId, Item, SubnetPurpose, Vnet, VnetId};
use crate::flow::Endpoint;
use crate::flow::firewall::pass;
use crate::topology::{connected, direction, firewall_address};

impl Walk<'_> {
    /// Crosses into a peered VNet. Requests that did not start in this one must be welcome there (BATCH-22).
    pub(super) fn cross(&mut self, here: &Station, to: VnetId) -> bool {
        let plan = self.net.plan;
        let (near, far) = (self.vnet_name(here.vnet), self.vnet_name(to));
        let at = Spot::Vnet(to);
        if !connected(plan, here.vnet, to) {
            let why = format!("No peering with access in both directions joins {near} with {far}.");
            return self.say(at, Stage::Peering, Verdict::Denied, None, why);
        }
        let accepting = direction(plan, to, here.vnet);
        let item = accepting.map(|peering| Item::Peering(peering.id));
        let forwarded = self.known.is_none() && self.sender != Some(here.vnet);
        if forwarded && accepting.is_some_and(|peering| !peering.allow_forwarded_traffic) {
            let why = format!(
                "The peering from {far} to {near} refuses forwarded traffic, and this did not start in {near}."
            );
            return self.say(at, Stage::Peering, Verdict::Denied, item, why);
        }
        let why = format!("Crosses the peering between {near} and {far}.");
        self.say(at, Stage::Peering, Verdict::Allowed, item, why)
    }

    /// Where packets are that come in through a gateway.
    pub(super) fn gateway_station(&self, gateway: &Gateway) -> Station {
        let vnet = self.net.plan.vnet(gateway.vnet);
        Station {
            vnet: gateway.vnet,
            subnet: vnet.and_then(|vnet| subnet_for(vnet, SubnetPurpose::Gateway)),
            spot: Spot::Gateway(gateway.id),
        }
    }

    /// Leaves through a gateway towards on-premises.
    pub(super) fn leave_by(&mut self, here: &Station, id: GatewayId, to: &End) -> bool {
        let mut gateways = self.net.plan.gateways.iter();
        let Some(gateway) = gateways.find(|gateway| gateway.id == id) else {
            return false;
        };
        let spot = Spot::Gateway(id);
        let item = Some(Item::Gateway(id));
        let name = gateway.name.trim();
        if gateway.vnet != here.vnet {
            let (near, far) = (self.vnet_name(here.vnet), self.vnet_name(gateway.vnet));
            let peering = direction(self.net.plan, here.vnet, gateway.vnet);
            let peering = peering.map(|peering| Item::Peering(peering.id));
            let why = format!("{near} uses the gateway of {far} across their peering.");
            let at = Spot::Vnet(gateway.vnet);
            self.say(at, Stage::Peering, Verdict::Allowed, peering, why);
        }
        self.boxes.push(spot);
        match to.home {
            Home::OnPremises => {
                let why = format!("Leaves through gateway {name}.");
                self.say(spot, Stage::Gateway, Verdict::Allowed, item, why)
            }
            Home::Public if self.known.is_some() => {
                let why = format!(
                    "Replies leave through gateway {name}, but the request came in directly, so nobody takes \
                     them for its reply."
                );
                self.part(here, &why);
                self.say(spot, Stage::Gateway, Verdict::Denied, item, why)
            }
            _ => {
                let why = format!(
                    "Leaves through gateway {name}; what on-premises does with it is not in the plan."
                );
                self.say(spot, Stage::Gateway, Verdict::Unknown, item, why);
                false
            }
        }
    }

    /// Passes the appliance at an address, and goes on from its subnet.
    pub(super) fn appliance(&mut self, here: &Station, address: Ipv4Addr) -> Option<Station> {
        let net = self.net;
        let firewall =
            net.plan.firewalls.iter().find(|firewall| {
                firewall_address(net.plan, net.prefixes, firewall) == Some(address)
            });
        let end = net.address(address, Some(here.vnet));
        let spot = firewall.map_or(Spot::Appliance(address), |it| Spot::Firewall(it.id));
        let Some(vnet) = firewall.map(|firewall| firewall.vnet).or(end.vnet()) else {
            let why = format!("No VNet of the plan has {address}, the address of the appliance.");
            self.say(spot, Stage::Firewall, Verdict::Unknown, None, why);
            return None;
        };
        if vnet != here.vnet && !self.cross(here, vnet) {
            return None;
        }
        if self.boxes.contains(&spot) {
            let why = format!("Comes back to {address}: routes lead in a circle.");
            self.say(spot, Stage::Firewall, Verdict::Denied, None, why);
            return None;
        }
        let goes_on = match firewall {
            _ if self.known.is_some() => self.known_by(here, spot),
            Some(firewall) => self.filter(firewall, address),
            None => {
                // It may translate the source, so whoever looks at it from here on cannot be sure.
                self.packet.source = Endpoint::default();
                let why =
                    format!("What the appliance at {address} lets through is not in the plan.");
                self.say(spot, Stage::Firewall, Verdict::Unknown, None, why)
            }
        };
        self.boxes.push(spot);
        if self.translated == Some(spot) {
            self.sender = Some(vnet);
        } else if matches!(self.boxes.first(), Some(Spot::Gateway(_))) {
            // What came in by the gateway counts as forwarded once an appliance has had it.
            self.sender = None;
        }
        let home = net.plan.vnet(vnet);
        let own = home.and_then(|vnet| subnet_for(vnet, SubnetPurpose::Firewall));
        goes_on.then(|| Station {
            vnet,
            subnet: own.filter(|_| firewall.is_some()).or(end.subnet()),
            spot,
        })
    }

    /// What the rules of a firewall of the plan do.
    fn filter(&mut self, firewall: &Firewall, address: Ipv4Addr) -> bool {
        let at = Spot::Firewall(firewall.id);
        let name = firewall.name.trim();
        let Some(rules) = self.net.firewall(firewall.id) else {
            self.packet.source = Endpoint::default();
            let why = format!("{name} exists already and its rules are not in the plan.");
            let item = Some(Item::Firewall(firewall.id));
            return self.say(at, Stage::Firewall, Verdict::Unknown, item, why);
        };
        let passed = pass(rules, &self.packet, self.host.as_deref());
        self.hops.push(Hop {
            at,
            stage: Stage::Firewall,
            decided_by: passed.rule,
            item: Some(Item::Firewall(firewall.id)),
            verdict: passed.verdict,
            why: format!("{name}: {}.", passed.why),
        });
        if passed.translated {
            self.packet.source = Endpoint::address(address);
            self.translated = Some(at);
        }
        passed.verdict != Verdict::Denied
    }

    /// For a reply: whether the appliance knows the connection.
    fn known_by(&mut self, here: &Station, spot: Spot) -> bool {
        let knows = self.known.iter().flatten().any(|known| *known == spot);
        let name = self.box_name(spot);
        if knows {
            let why = format!("{} knows the connection.", sentence(&name));
            return self.say(spot, Stage::Firewall, Verdict::Allowed, None, why);
        }
        let why = format!(
            "Replies go to {name}, which has not seen the request and drops them: requests come by another way."
        );
        self.part(here, &why);
        self.say(spot, Stage::Firewall, Verdict::Denied, None, why)
    }

    /// What a box is called in a sentence.
    pub(super) fn box_name(&self, spot: Spot) -> String {
        match spot {
            Spot::Firewall(id) => self.firewall_name(id).to_owned(),
            Spot::Appliance(address) => format!("the appliance at {address}"),
            _ => "it".to_owned(),
        }
    }

    pub(super) fn firewall_name(&self, id: FirewallId) -> &str {
        let mut firewalls = self.net.plan.firewalls.iter();
        let firewall = firewalls.find(|firewall| firewall.id == id);
        firewall.map_or("the firewall", |firewall| firewall.name.trim())
    }

    /// Records that replies part from the way of requests at a station.
    pub(super) fn part(&mut self, here: &Station, why: &str) {
        let Some(subnet) = here.subnet else {
            return;
        };
        let table = self.net.plan.subnet(subnet).and_then(|it| it.route_table);
        self.asymmetry = Some(Asymmetry {
            table,
            subnet,
            why: why.to_owned(),
        });
    }

    /// Leaves to the internet, with some public address (UDR-10).
    pub(super) fn exit(&mut self, here: &Station, to: &End) -> bool {
        let stage = Stage::PublicAddress;
        if to.home != Home::Public {
            let why = "A private address is not reached over the internet.";
            return self.say(here.spot, Stage::Route, Verdict::Denied, None, why);
        }
        if self.known.is_some() {
            let why = "Replies leave by the public address that the request came in by.";
            return self.say(here.spot, stage, Verdict::Allowed, None, why);
        }
        match here.spot {
            Spot::Firewall(id) => {
                let why = format!(
                    "Leaves with a public address of {}.",
                    self.firewall_name(id)
                );
                let item = Some(Item::Firewall(id));
                return self.say(here.spot, stage, Verdict::Allowed, item, why);
            }
            Spot::Appliance(address) => {
                let why = format!(
                    "Whether the appliance at {address} has a public address to leave with is not in the plan."
                );
                return self.say(here.spot, stage, Verdict::Unknown, None, why);
            }
            _ => {}
        }
        let Some(subnet) = here.subnet.and_then(|id| self.net.plan.subnet(id)) else {
            let why = "No subnet of the plan sends this, so how it leaves is not known.";
            return self.say(here.spot, stage, Verdict::Unknown, None, why);
        };
        let name = subnet.name.trim();
        if let Some(id) = subnet.nat_gateway {
            let gateway = self.net.plan.nat_gateway(id);
            let gateway = gateway.map_or("the NAT gateway", |gateway| gateway.name.trim());
            let why = format!("Leaves through NAT gateway {gateway}.");
            let item = Some(Item::NatGateway(id));
            self.say(Spot::NatGateway(id), stage, Verdict::Allowed, item, why)
        } else if self.public_ip {
            let why = "Leaves with the machine’s own public address.";
            self.say(here.spot, stage, Verdict::Allowed, None, why)
        } else if subnet.default_outbound_access {
            let why = format!(
                "Leaves by Azure’s default outbound access of {name}, which Azure withdraws from new VNets."
            );
            self.say(
                here.spot,
                stage,
                Verdict::Allowed,
                Some(Item::Subnet(subnet.id)),
                why,
            )
        } else {
            let why = format!(
                "{name} has no way out: no NAT gateway, no route to a firewall, and its machines have no public \
                 address."
            );
            self.say(
                here.spot,
                stage,
                Verdict::Denied,
                Some(Item::Subnet(subnet.id)),
                why,
            )
        }
    }
}

fn subnet_for(vnet: &Vnet, purpose: SubnetPurpose) -> Option<crate::domain::SubnetId> {
    let mut subnets = vnet.subnets.iter();
    let subnet = subnets.find(|subnet| subnet.purpose == purpose);
    subnet.map(|subnet| subnet.id)
}
