//! The ends of a path: where a party stands, and what NSGs and routes see of it.

use std::net::Ipv4Addr;

use super::network::Network;
use super::{Party, Spot};
use crate::azure::address_ranges::{AddressRange, PRIVATE};
use crate::azure::service_tags::{self, INTERNET, TagScope};
use crate::azure::{platform, service_hosts};
use crate::domain::{Plan, Prefix, PrefixText, PrivateEndpointId, SubnetId, VnetId};
use crate::flow::next_hop::endpoint_extent;
use crate::flow::{Endpoint, names, public_compute_in, region, regional};

/// Which network an end belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    Subnet(SubnetId, VnetId),
    /// A VNet, in no subnet that the plan knows.
    Vnet(VnetId),
    OnPremises,
    /// The internet, Azure's services included.
    Public,
    Platform,
    Nowhere,
}

/// An end of a path.
#[derive(Clone, Debug)]
pub(super) struct End {
    pub(super) spot: Spot,
    pub(super) home: Home,
    /// What NSGs and routes see of it.
    pub(super) seen: Endpoint,
    pub(super) private_endpoint: Option<PrivateEndpointId>,
    /// The host name by which it is asked for.
    pub(super) host: Option<String>,
    /// Whether it has a public address of its own.
    pub(super) public_ip: bool,
    /// What it is called in a sentence.
    pub(super) name: String,
}

impl End {
    fn new(spot: Spot, home: Home, seen: Endpoint, name: impl Into<String>) -> Self {
        Self {
            spot,
            home,
            seen,
            private_endpoint: None,
            host: None,
            public_ip: false,
            name: name.into(),
        }
    }

    pub(super) fn vnet(&self) -> Option<VnetId> {
        match self.home {
            Home::Subnet(_, vnet) | Home::Vnet(vnet) => Some(vnet),
            _ => None,
        }
    }

    pub(super) fn subnet(&self) -> Option<SubnetId> {
        match self.home {
            Home::Subnet(subnet, _) => Some(subnet),
            _ => None,
        }
    }

    /// True if nothing is known of where it lies, since its subnet has no range yet.
    pub(super) fn is_unplaced(&self) -> bool {
        self.subnet().is_some() && self.seen.extent().is_none()
    }
}

impl Network<'_> {
    /// The ends that a party stands for: one, or one for each range on-premises. `near` decides between
    /// networks with the same addresses.
    pub(super) fn ends_of(&self, party: &Party, near: Option<VnetId>) -> Vec<End> {
        let one = match party {
            Party::Machines { subnet, public_ip } => self.machines(*subnet, *public_ip),
            Party::Address(address) => self.address(*address, near),
            Party::OnPremises => return self.on_premises(),
            Party::Tag(tag) => tagged(tag.trim()),
            Party::Host(host) => self.host(&names::tidied(host)),
            Party::PrivateEndpoint(id) => self.private_endpoint(*id),
        };
        vec![one]
    }

    fn host(&self, host: &str) -> End {
        let tag = match service_hosts::tag_of(host, self.plan.basics.cloud) {
            Some((tag, true)) => regional(tag, region(self.plan)),
            Some((tag, false)) => tag.to_owned(),
            None => INTERNET.to_owned(),
        };
        End {
            name: host.to_owned(),
            host: Some(host.to_owned()),
            ..tagged(&tag)
        }
    }

    fn on_premises(&self) -> Vec<End> {
        let end = |end| End::new(Spot::OnPremises, Home::OnPremises, end, "on-premises");
        let behind = self.plan.on_premises.prefixes.iter();
        let ranges = behind
            .filter_map(PrefixText::prefix)
            .filter(|prefix| prefix.length() > 0);
        let mut ends: Vec<End> = ranges.map(|range| end(Endpoint::within(range))).collect();
        if ends.is_empty() {
            ends.push(end(Endpoint::default()));
        }
        ends
    }

    fn machines(&self, subnet: SubnetId, public_ip: bool) -> End {
        let (name, home) = match (self.plan.subnet(subnet), self.plan.vnet_of(subnet)) {
            (Some(it), Some(vnet)) => (it.name.trim(), Home::Subnet(subnet, vnet.id)),
            _ => ("a subnet that the plan does not have", Home::Nowhere),
        };
        let end = self.prefixes.get(&subnet).copied();
        let end = end.map(Endpoint::within).unwrap_or_default();
        End {
            public_ip,
            ..End::new(Spot::Subnet(subnet), home, end, name)
        }
    }

    pub(super) fn private_endpoint(&self, id: PrivateEndpointId) -> End {
        let spot = Spot::PrivateEndpoint(id);
        let Some(endpoint) = self.plan.private_endpoint(id) else {
            let name = "a private endpoint that the plan does not have";
            return End::new(spot, Home::Nowhere, Endpoint::default(), name);
        };
        let vnet = endpoint.subnet.and_then(|subnet| self.plan.vnet_of(subnet));
        let home = match (endpoint.subnet, vnet) {
            (Some(subnet), Some(vnet)) => Home::Subnet(subnet, vnet.id),
            _ => Home::Nowhere,
        };
        let end = match endpoint.static_address.address() {
            Some(address) => Endpoint::address(address),
            None => endpoint_extent(self.prefixes, endpoint)
                .map(Endpoint::within)
                .unwrap_or_default(),
        };
        End {
            private_endpoint: Some(id),
            ..End::new(spot, home, end, endpoint.name.trim())
        }
    }

    /// The end at an address, wherever it lies.
    pub(super) fn address(&self, address: Ipv4Addr, near: Option<VnetId>) -> End {
        let plan = self.plan;
        let mut endpoints = plan.private_endpoints.iter();
        let fixed = endpoints.find(|it| it.static_address.address() == Some(address));
        if let Some(endpoint) = fixed {
            return self.private_endpoint(endpoint.id);
        }
        let home = self.home_of(address, near);
        let end = Endpoint::address(address);
        let spot = match home {
            Home::Subnet(subnet, _) => Spot::Subnet(subnet),
            Home::Vnet(vnet) => Spot::Vnet(vnet),
            Home::OnPremises => Spot::OnPremises,
            Home::Public => Spot::Internet,
            Home::Platform => Spot::Platform,
            Home::Nowhere => Spot::Nowhere,
        };
        let public_ip = match home {
            Home::Subnet(subnet, _) => public_compute_in(plan, |it| it == Some(subnet)),
            _ => false,
        };
        End {
            public_ip,
            ..End::new(spot, home, end, address.to_string())
        }
    }

    fn home_of(&self, address: Ipv4Addr, near: Option<VnetId>) -> Home {
        if [platform::HOST.value, platform::METADATA.value].contains(&address) {
            return Home::Platform;
        }
        if let Some(vnet) = vnet_with(self.plan, address, near) {
            let mut subnets = self.plan.vnet(vnet).into_iter().flat_map(|it| &it.subnets);
            let subnet = subnets.find(|subnet| {
                let prefix = self.prefixes.get(&subnet.id);
                prefix.is_some_and(|prefix| prefix.contains_address(address))
            });
            return subnet.map_or(Home::Vnet(vnet), |subnet| Home::Subnet(subnet.id, vnet));
        }
        let contains = |prefix: Prefix| prefix.length() > 0 && prefix.contains_address(address);
        let behind = self.plan.on_premises.prefixes.iter();
        let mut ranges = PRIVATE.value.iter().filter_map(AddressRange::prefix);
        if behind.filter_map(PrefixText::prefix).any(contains) {
            Home::OnPremises
        } else if ranges.any(contains) {
            Home::Nowhere
        } else {
            Home::Public
        }
    }
}

/// The VNet that has an address: the near one first.
fn vnet_with(plan: &Plan, address: Ipv4Addr, near: Option<VnetId>) -> Option<VnetId> {
    let has = |vnet: &VnetId| {
        let vnet = plan.vnet(*vnet);
        let mut space = vnet.into_iter().flat_map(|vnet| &vnet.address_space);
        space.any(|text| text.prefix().is_some_and(|it| it.contains_address(address)))
    };
    let near = near.into_iter().flat_map(|near| {
        let mut first = vec![near];
        first.extend(crate::topology::connected_vnets(plan, near));
        first
    });
    near.chain(plan.vnets.iter().map(|vnet| vnet.id)).find(has)
}

/// The end that a service tag stands for.
fn tagged(tag: &str) -> End {
    let read = service_tags::read(tag);
    let address = read.and_then(|read| platform::address_of(read.tag));
    let end = Endpoint {
        address,
        ..Endpoint::tag(tag)
    };
    let (spot, home) = match read.map(|read| read.tag.scope) {
        Some(TagScope::Platform) => (Spot::Platform, Home::Platform),
        Some(TagScope::Network) => (Spot::Nowhere, Home::Nowhere),
        Some(TagScope::Internet) => (Spot::Internet, Home::Public),
        Some(TagScope::Service) | None => (Spot::Service, Home::Public),
    };
    End::new(spot, home, end, tag)
}
