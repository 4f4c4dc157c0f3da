//! Properties of what stands at the edge of a network: Bastion, firewall, gateway.

use super::{PublicIp, Subnet};
use crate::deployment::Ref;
use crate::domain::{BastionSku, FirewallSku, GatewayKind, Protocol};

/// A Bastion host.
#[derive(Clone, Debug, PartialEq)]
pub struct Bastion {
    /// Tier.
    pub sku: BastionSku,
    /// Its subnet.
    pub subnet: Ref<Subnet>,
    /// Its public address.
    pub public_ip: Ref<PublicIp>,
}

/// A firewall policy.
#[derive(Clone, Debug, PartialEq)]
pub struct FirewallPolicy {
    /// Tier.
    pub sku: FirewallSku,
}

/// A collection group of a firewall policy: everything here is allowed.
#[derive(Clone, Debug, PartialEq)]
pub struct FirewallRules {
    /// Rules by address, tag and port.
    pub network: Vec<NetworkRule>,
    /// Rules by host name.
    pub application: Vec<ApplicationRule>,
}

/// A firewall rule by address, service tag and port.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkRule {
    /// Name.
    pub name: String,
    /// Protocol.
    pub protocol: Protocol,
    /// Source prefixes.
    pub sources: Vec<String>,
    /// Destination prefixes or service tags.
    pub destinations: Vec<String>,
    /// Destination ports.
    pub ports: Vec<String>,
}

/// A firewall rule by host name.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplicationRule {
    /// Name.
    pub name: String,
    /// Source prefixes.
    pub sources: Vec<String>,
    /// Host names; `*.` at the start stands for every name below.
    pub hosts: Vec<String>,
    /// Whether HTTPS on port 443 is let through.
    pub https: bool,
    /// Whether plain HTTP on port 80 is let through.
    pub plain_http: bool,
}

/// An Azure Firewall.
#[derive(Clone, Debug, PartialEq)]
pub struct Firewall {
    /// Tier.
    pub sku: FirewallSku,
    /// Its subnet.
    pub subnet: Ref<Subnet>,
    /// Its public address.
    pub public_ip: Ref<PublicIp>,
    /// Its management NIC, if it needs one.
    pub management: Option<Management>,
    /// Its policy.
    pub policy: Ref<FirewallPolicy>,
}

/// The management NIC of an Azure Firewall.
#[derive(Clone, Debug, PartialEq)]
pub struct Management {
    /// Its subnet.
    pub subnet: Ref<Subnet>,
    /// Its public address.
    pub public_ip: Ref<PublicIp>,
}

/// A virtual network gateway.
#[derive(Clone, Debug, PartialEq)]
pub struct Gateway {
    /// Kind.
    pub kind: GatewayKind,
    /// Its subnet.
    pub subnet: Ref<Subnet>,
    /// Its public address.
    pub public_ip: Ref<PublicIp>,
}
