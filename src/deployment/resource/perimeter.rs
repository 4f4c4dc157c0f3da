//! Properties of what stands at the edge of a network: Bastion, firewall, gateway.

use super::{PublicIp, Subnet};
use crate::deployment::Ref;
use crate::domain::{BastionSku, FirewallSku, GatewayKind};

pub use crate::flow::{ApplicationRule, FirewallRules, NetworkRule};

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
