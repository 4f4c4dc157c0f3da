//! The way back. NSGs let replies pass (NSG-3), but routes may send them another way, and a firewall that has
//! not seen the request drops them.

use super::ends::{End, Home};
use super::walk::{Station, Walk};
use super::{Asymmetry, Probe, Spot, Stage, Verdict};
use crate::azure::firewalls::WEB_PORTS;
use crate::domain::{Firewall, RouteTableId, SubnetId};
use crate::topology::{firewall_address, gateway_for};

impl<'n> Walk<'n> {
    /// The way of the reply to what this walk has brought to its end.
    pub(super) fn reply(&self, probe: &Probe, from: &End, to: &End) -> Walk<'n> {
        let mut back = Walk::new(self.net, probe, to, from);
        back.known = Some(self.boxes.clone());
        if let Some(Spot::Firewall(id)) = self.translated {
            let mut firewalls = self.net.plan.firewalls.iter();
            if let Some(firewall) = firewalls.find(|firewall| firewall.id == id) {
                back.by_way_of(firewall, from, to);
            }
            return back;
        }
        match to.home {
            _ if to.private_endpoint.is_some() => {
                let why = "A private endpoint answers the sender directly, whatever the routes of its subnet say.";
                back.say(to.spot, Stage::Route, Verdict::Allowed, None, why);
                back.reaches(from);
                self.missed(&mut back, to);
            }
            Home::Subnet(subnet, vnet) => {
                let station = Station {
                    vnet,
                    subnet: Some(subnet),
                    spot: to.spot,
                };
                if back.home_from(station, from) {
                    self.missed(&mut back, to);
                }
            }
            Home::Vnet(vnet) => {
                let station = Station {
                    vnet,
                    subnet: None,
                    spot: to.spot,
                };
                back.home_from(station, from);
            }
            Home::OnPremises => {
                let gateway = from
                    .vnet()
                    .and_then(|vnet| gateway_for(self.net.plan, vnet));
                if let Some(gateway) = gateway {
                    let spot = Spot::Gateway(gateway.id);
                    back.boxes.push(spot);
                    let why = format!("Comes back through gateway {}.", gateway.name.trim());
                    back.say(spot, Stage::Gateway, Verdict::Allowed, None, why);
                    let station = back.gateway_station(gateway);
                    if back.home_from(station, from) {
                        self.missed(&mut back, to);
                    }
                }
            }
            Home::Public | Home::Platform | Home::Nowhere => {
                let why = "Comes back to the address that the request left with.";
                back.say(from.spot, Stage::Arrival, Verdict::Allowed, None, why);
            }
        }
        back
    }

    /// Follows routes back to the sender.
    fn home_from(&mut self, station: Station, from: &End) -> bool {
        let arrived = self.travel(station, from);
        if arrived {
            self.reaches(from);
        }
        arrived
    }

    fn reaches(&mut self, from: &End) {
        let why = format!("Reaches {}.", from.name);
        self.say(from.spot, Stage::Arrival, Verdict::Allowed, None, why);
    }

    /// The way back when the request carries an address of a firewall: to the firewall, then to the sender.
    fn by_way_of(&mut self, firewall: &Firewall, from: &End, to: &End) {
        let plan = self.net.plan;
        let spot = Spot::Firewall(firewall.id);
        let Some(address) = firewall_address(plan, self.net.prefixes, firewall) else {
            return;
        };
        let end = self.net.address(address, Some(firewall.vnet));
        if let Home::Subnet(subnet, vnet) = to.home
            && to.private_endpoint.is_none()
        {
            let station = Station {
                vnet,
                subnet: Some(subnet),
                spot: to.spot,
            };
            if !self.travel(station, &end) {
                return;
            }
        }
        let why = format!(
            "Comes back to {}, whose address it answers.",
            firewall.name.trim()
        );
        self.say(spot, Stage::Firewall, Verdict::Allowed, None, why);
        let station = Station {
            vnet: firewall.vnet,
            subnet: end.subnet(),
            spot,
        };
        self.boxes.push(spot);
        self.home_from(station, from);
    }

    /// Records what the request has passed and the reply has not.
    fn missed(&self, back: &mut Walk<'n>, to: &End) {
        let missed = self.boxes.iter().find(|spot| {
            !back.boxes.contains(spot) && matches!(spot, Spot::Firewall(_) | Spot::Appliance(_))
        });
        let (Some(spot), Some(subnet)) = (missed, to.subnet()) else {
            return;
        };
        let name = self.box_name(*spot);
        // Azure Firewall keeps the source between private addresses, unless an application rule sees the
        // packet; what other appliances do is not in the plan.
        let (http, https) = WEB_PORTS.value;
        let web = self
            .packet
            .destination_port
            .is_some_and(|port| port == http || port == https);
        let (verdict, why) = match spot {
            _ if to.private_endpoint.is_some() => (
                Verdict::Unknown,
                format!(
                    "Requests pass {name}, and the endpoint’s replies do not. Translate the source address \
                     there to be sure."
                ),
            ),
            Spot::Firewall(_) if !web => (
                Verdict::Denied,
                format!(
                    "Requests pass {name}, but no route brings replies back to it, so it drops what follows."
                ),
            ),
            _ => (
                Verdict::Unknown,
                format!(
                    "Requests pass {name}, but no route brings replies back to it. That works only if it \
                     translates the source address."
                ),
            ),
        };
        back.asymmetry = Some(Asymmetry {
            table: self.table_of(subnet),
            subnet,
            why: why.clone(),
        });
        back.say(*spot, Stage::Firewall, verdict, None, why);
    }

    fn table_of(&self, subnet: SubnetId) -> Option<RouteTableId> {
        self.net.plan.subnet(subnet)?.route_table
    }
}
