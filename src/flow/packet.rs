//! A packet as a question asks about it: ends that may be addresses, service tags or both.

use std::net::Ipv4Addr;

use crate::domain::{Prefix, Protocol};

/// One end of a flow.
///
/// A service tag stands for an address that belongs to the service, without saying which. An address without
/// a tag is taken to belong to no service: whoever knows better names the tag beside it. `Internet` alone is
/// a host out there that belongs to no Azure service either.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Endpoint {
    /// The address, if it is known.
    pub address: Option<Ipv4Addr>,
    /// The service tag, if the address belongs to a service.
    pub tag: Option<String>,
    /// The range that the address lies in, where that is all that is known: any machine of a subnet.
    pub within: Option<Prefix>,
}

impl Endpoint {
    /// An address of no service.
    pub fn address(address: Ipv4Addr) -> Self {
        Self {
            address: Some(address),
            ..Self::default()
        }
    }

    /// Some address of a service.
    pub fn tag(tag: impl Into<String>) -> Self {
        Self {
            tag: Some(tag.into()),
            ..Self::default()
        }
    }

    /// Any address of a range.
    pub fn within(range: Prefix) -> Self {
        Self {
            within: Some(range),
            ..Self::default()
        }
    }

    /// Where the address lies, as narrowly as it is known.
    pub(super) fn extent(&self) -> Option<Prefix> {
        let single = self
            .address
            .and_then(|address| Prefix::containing(address, 32));
        single.or(self.within)
    }
}

/// The first packet of a flow. Replies need no question: NSGs are stateful (NSG-3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packet {
    /// Protocol; `Any` asks about every protocol at once.
    pub protocol: Protocol,
    /// Where it comes from.
    pub source: Endpoint,
    /// The port it comes from; `None` for any, as clients choose it.
    pub source_port: Option<u16>,
    /// Where it goes.
    pub destination: Endpoint,
    /// The port it goes to; `None` for protocols without ports.
    pub destination_port: Option<u16>,
}

impl Packet {
    /// True if the protocol has ports; for the others rules are matched without them (NSG-20).
    pub(super) fn has_ports(&self) -> bool {
        matches!(self.protocol, Protocol::Tcp | Protocol::Udp | Protocol::Any)
    }
}
