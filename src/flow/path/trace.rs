//! The answer about a whole path: a verdict, and every stage that the packet and its reply meet.

use std::net::Ipv4Addr;

use crate::domain::{
    FirewallId, GatewayId, Item, NatGatewayId, PrivateEndpointId, RouteTableId, SubnetId, VnetId,
};
use crate::flow::Verdict;

/// A place on the way, as it can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// Machines of a subnet.
    Subnet(SubnetId),
    /// Somewhere in a VNet, in no subnet that the plan knows.
    Vnet(VnetId),
    /// A private endpoint.
    PrivateEndpoint(PrivateEndpointId),
    /// A firewall of the plan.
    Firewall(FirewallId),
    /// An appliance that the plan knows by its address only.
    Appliance(Ipv4Addr),
    /// A gateway.
    Gateway(GatewayId),
    /// A NAT gateway.
    NatGateway(NatGatewayId),
    /// The networks on-premises.
    OnPremises,
    /// Azure services at their public addresses.
    Service,
    /// The internet.
    Internet,
    /// Azure's own addresses inside every VNet.
    Platform,
    /// Nowhere that the plan knows.
    Nowhere,
}

/// What happens to a packet at one point of its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// A name is looked up.
    Name,
    /// It leaves through the NSG of its subnet.
    OutboundNsg,
    /// A route is chosen.
    Route,
    /// It crosses a peering.
    Peering,
    /// It passes a gateway.
    Gateway,
    /// It passes a firewall or another appliance.
    Firewall,
    /// It gets a public address, to leave Azure's networks with or to come in by.
    PublicAddress,
    /// It enters through the NSG of a subnet.
    InboundNsg,
    /// It arrives.
    Arrival,
}

impl Stage {
    /// The label on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "Name resolution",
            Self::OutboundNsg => "Outbound NSG",
            Self::Route => "Route",
            Self::Peering => "Peering",
            Self::Gateway => "Gateway",
            Self::Firewall => "Firewall",
            Self::PublicAddress => "Public address",
            Self::InboundNsg => "Inbound NSG",
            Self::Arrival => "Arrival",
        }
    }
}

/// One stage of the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// Where the packet is.
    pub at: Spot,
    /// What happens to it there.
    pub stage: Stage,
    /// The name of the rule, route or zone that decides, if one does.
    pub decided_by: Option<String>,
    /// The item of the plan to look at: an NSG, a rule, a route table, a peering, a zone.
    pub item: Option<Item>,
    /// Whether it gets on from here.
    pub verdict: Verdict,
    /// Why, as a sentence for a person.
    pub why: String,
}

/// Replies take another way than requests, past something that keeps track of connections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asymmetry {
    /// The route table that would have to change; `None` if the subnet has none.
    pub table: Option<RouteTableId>,
    /// The subnet whose routes part the two ways.
    pub subnet: SubnetId,
    /// Why, as a sentence for a person.
    pub why: String,
}

/// The whole answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// Allowed only if request and reply both arrive.
    pub verdict: Verdict,
    /// The way of the request, from its start to where it ends.
    pub forward: Vec<Hop>,
    /// The way of the reply; empty if the request does not arrive.
    pub back: Vec<Hop>,
    /// Where the reply parts from the way of the request, if that matters.
    pub asymmetry: Option<Asymmetry>,
}

impl Path {
    /// The stage that decides: the first that denies, or else the first that is not known.
    pub fn deciding(&self) -> Option<&Hop> {
        let mut hops = self.forward.iter().chain(&self.back);
        hops.find(|hop| hop.verdict == self.verdict && self.verdict != Verdict::Allowed)
    }
}
