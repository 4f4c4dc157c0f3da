//! Properties of virtual networks and of what is wired to their subnets.

use crate::deployment::{Key, Ref};
use crate::domain::{NetworkPolicies, Route, SecurityRule};

/// A network security group.
#[derive(Clone, Debug, PartialEq)]
pub struct Nsg {
    /// Rules: the generated ones and the plan's own.
    pub rules: Vec<SecurityRule>,
}

/// A route table.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteTable {
    /// Routes: the generated ones and the plan's own.
    pub routes: Vec<Route>,
    /// Whether gateway routes are kept away from the subnets.
    pub disable_bgp_propagation: bool,
}

/// A static public IP address of the standard tier.
#[derive(Clone, Debug, PartialEq)]
pub struct PublicIp;

/// A NAT gateway.
#[derive(Clone, Debug, PartialEq)]
pub struct NatGateway {
    /// Its public address.
    pub public_ip: Ref<PublicIp>,
}

/// A virtual network. Its subnets are part of it: a later deployment of a network without them would remove
/// them.
#[derive(Clone, Debug, PartialEq)]
pub struct Vnet {
    /// Address prefixes.
    pub address_space: Vec<String>,
    /// Custom DNS servers; empty for Azure-provided DNS.
    pub dns_servers: Vec<String>,
    /// Subnets.
    pub subnets: Vec<InlineSubnet>,
}

/// A subnet inside its virtual network.
#[derive(Clone, Debug, PartialEq)]
pub struct InlineSubnet {
    /// The handle by which others refer to it.
    pub key: Key,
    /// Name.
    pub name: String,
    /// Properties.
    pub subnet: Subnet,
}

/// A subnet.
#[derive(Clone, Debug, PartialEq)]
pub struct Subnet {
    /// Address prefix; `None` when the plan has no place for it, which is a gap.
    pub prefix: Option<String>,
    /// NSG.
    pub nsg: Option<Ref<Nsg>>,
    /// Route table.
    pub route_table: Option<Ref<RouteTable>>,
    /// NAT gateway.
    pub nat_gateway: Option<Ref<NatGateway>>,
    /// Service that it is delegated to.
    pub delegation: Option<String>,
    /// Service endpoints.
    pub service_endpoints: Vec<String>,
    /// Policies for private endpoints.
    pub private_endpoint_policies: NetworkPolicies,
    /// Whether Azure's default outbound access is left on.
    pub default_outbound_access: bool,
}

/// One direction of a peering.
#[derive(Clone, Debug, PartialEq)]
pub struct Peering {
    /// The virtual network at the other end.
    pub remote: Ref<Vnet>,
    /// Whether the two can reach each other.
    pub allow_vnet_access: bool,
    /// Whether traffic that did not start in the other network is accepted.
    pub allow_forwarded_traffic: bool,
    /// Whether the other network may use this one's gateway.
    pub allow_gateway_transit: bool,
    /// Whether this network uses the other one's gateway.
    pub use_remote_gateways: bool,
}
