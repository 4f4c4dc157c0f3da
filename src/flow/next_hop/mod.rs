//! Route selection: where Azure sends a packet next, by which route, and why (UDR-1 to UDR-11).
//!
//! Longest prefix first; on one prefix a user's route comes before a gateway's, and that before Azure's own.
//! A service tag stands for prefixes that are not in the plan: longer than `0.0.0.0/0`, and against any other
//! prefix the answer is “unknown” where it matters. Absent: what happens behind the next hop; that is `path`.

mod in_effect;
mod select;

use std::net::Ipv4Addr;

use super::matching::Match;
use super::place::{Place, Side};
use super::{Endpoint, Neighbourhood, Verdict};
use crate::azure::service_tags::{self, AZURE_CLOUD};
use crate::domain::{
    GatewayId, Item, Plan, Prefix, PrivateEndpointId, RouteId, RouteTableId, SubnetId, VnetId,
};
use crate::topology::Prefixes;

pub(super) use in_effect::endpoint_extent;
pub use in_effect::routes_in_effect;
pub use select::select;

/// Where a route sends packets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// To another address of the VNet.
    VirtualNetwork,
    /// Into a peered VNet.
    Peering(VnetId),
    /// To a private endpoint, in this VNet or a peered one.
    PrivateEndpoint(PrivateEndpointId),
    /// To an Azure service, by a service endpoint of the subnet.
    ServiceEndpoint,
    /// To the internet.
    Internet,
    /// Through a gateway; `None` if there is none to send it through.
    Gateway(Option<GatewayId>),
    /// To an appliance; `None` if its address cannot be read.
    Appliance(Option<Ipv4Addr>),
    /// Nowhere.
    Dropped,
}

/// Who made a route. On one prefix, earlier ones win.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A person, in a route table.
    User,
    /// A gateway, for what it learned from on-premises.
    Gateway,
    /// Azure.
    System,
}

/// The destination of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A prefix.
    Prefix(Prefix),
    /// The addresses of a service.
    Tag(String),
    /// The addresses of a private endpoint, as single addresses.
    PrivateEndpoint(PrivateEndpointId),
    /// Text that is neither a prefix nor looks like a service tag.
    Unreadable(String),
}

/// A route that is in effect in a subnet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteInEffect {
    /// Who made it.
    pub origin: Origin,
    /// Its name; for routes that nobody named, what they are.
    pub name: String,
    /// What it is for.
    pub destination: Destination,
    /// Where it sends packets.
    pub way: Way,
    /// The route table, for a user's route.
    pub table: Option<RouteTableId>,
    /// The id, for a written route.
    pub id: Option<RouteId>,
    /// For the route to a private endpoint whose subnet lets route tables act: the shortest user's prefix
    /// that replaces it (PE-42).
    pub yields_from: Option<u8>,
}

/// The route that decides, and what it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextHop {
    /// Allowed if the packet is sent on, denied if it is dropped.
    pub verdict: Verdict,
    /// The route that decides, or that may.
    pub route: Option<RouteInEffect>,
    /// Why, as a fragment of a sentence for a person.
    pub why: String,
}

/// Where packets go, as far as route selection looks at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The address, range or service.
    pub end: Endpoint,
    /// The private endpoint, if it is known to be one.
    pub private_endpoint: Option<PrivateEndpointId>,
}

impl From<Endpoint> for Target {
    fn from(end: Endpoint) -> Self {
        Self {
            end,
            private_endpoint: None,
        }
    }
}

/// Where Azure sends a packet that leaves a subnet.
pub fn next_hop(plan: &Plan, prefixes: &Prefixes, subnet: SubnetId, to: &Target) -> NextHop {
    match plan.vnet_of(subnet) {
        Some(vnet) => select(&routes_in_effect(plan, prefixes, vnet.id, Some(subnet)), to),
        None => NextHop {
            verdict: Verdict::Unknown,
            route: None,
            why: "the plan has no such subnet".to_owned(),
        },
    }
}

impl RouteInEffect {
    /// A route of Azure or of a gateway.
    fn new(origin: Origin, name: impl Into<String>, destination: Destination, way: Way) -> Self {
        Self {
            origin,
            name: name.into(),
            destination,
            way,
            table: None,
            id: None,
            yields_from: None,
        }
    }

    /// The item of the plan to look at.
    pub fn item(&self) -> Option<Item> {
        let route = self.id.map(Item::Route);
        route.or(self.table.map(Item::RouteTable))
    }

    /// Whether the route is for a target.
    fn matches(&self, to: &Target) -> Match {
        let nowhere = Neighbourhood::default();
        match &self.destination {
            Destination::Prefix(prefix) if prefix.length() == 0 => Match::Yes,
            Destination::Prefix(prefix) => {
                Place::Block(*prefix).matches(&to.end, Side::Destination, &nowhere)
            }
            Destination::Tag(tag) => Place::read(tag).matches(&to.end, Side::Destination, &nowhere),
            Destination::PrivateEndpoint(id) => Match::known(to.private_endpoint == Some(*id)),
            Destination::Unreadable(text) => {
                Match::Unknown(format!("“{text}” is neither a prefix nor a service tag"))
            }
        }
    }

    /// How specific it is: twice the length of its prefix. Tags stand before all but single addresses, so
    /// that what may be longer than their prefixes comes after them.
    fn rank(&self) -> u8 {
        match &self.destination {
            Destination::Prefix(prefix) => prefix.length() * 2,
            Destination::PrivateEndpoint(_) => 64,
            Destination::Tag(_) | Destination::Unreadable(_) => 63,
        }
    }

    /// True if its place among prefixes is not known.
    fn is_tag(&self) -> bool {
        matches!(
            self.destination,
            Destination::Tag(_) | Destination::Unreadable(_)
        )
    }

    /// Among tags with the same prefixes: services before all of Azure, regions before the whole (UDR-6).
    fn breadth(&self) -> u8 {
        let Destination::Tag(text) = &self.destination else {
            return 0;
        };
        service_tags::read(text).map_or(0, |read| {
            u8::from(read.tag.name == AZURE_CLOUD) * 2 + u8::from(read.region.is_none())
        })
    }
}
