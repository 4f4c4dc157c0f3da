//! The question about a path: who, to whom, by which protocol and port.

use std::net::Ipv4Addr;

use crate::domain::{PrivateEndpointId, Protocol, SubnetId};

/// One end of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Party {
    /// Any machine of a subnet.
    Machines {
        /// The subnet.
        subnet: SubnetId,
        /// Whether each has a public IP address of its own.
        public_ip: bool,
    },
    /// An address, wherever it lies: in a subnet of the plan, on-premises or on the internet.
    Address(Ipv4Addr),
    /// Any machine on-premises.
    OnPremises,
    /// An Azure service, or `Internet`, by service tag.
    Tag(String),
    /// A service by its host name. `*.` at the start asks about every name below.
    Host(String),
    /// A private endpoint, by the name of its service.
    PrivateEndpoint(PrivateEndpointId),
}

/// A question about a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// Who starts the connection.
    pub from: Party,
    /// Who is to be reached.
    pub to: Party,
    /// Protocol.
    pub protocol: Protocol,
    /// Destination port; `None` for protocols without ports.
    pub port: Option<u16>,
}
