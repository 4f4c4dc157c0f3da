//! Addresses at which Azure's platform itself answers inside every VNet.

use std::net::Ipv4Addr;

use super::{Fact, sources};

/// DNS, health probes of load balancers and the guest agent's host (NSG-32, NSG-35).
pub const HOST: Fact<Ipv4Addr> = Fact {
    value: Ipv4Addr::new(168, 63, 129, 16),
    source: &sources::NET_NSG,
};

/// The instance metadata service (NSG-35).
pub const METADATA: Fact<Ipv4Addr> = Fact {
    value: Ipv4Addr::new(169, 254, 169, 254),
    source: &sources::NET_NSG,
};
