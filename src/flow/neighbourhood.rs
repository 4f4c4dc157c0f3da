//! What the tag `VirtualNetwork` means for one subnet (NSG-30).

use std::net::Ipv4Addr;

use super::matching::Match;
use super::place::covers;
use super::routes::effective_routes;
use crate::azure::address_ranges;
use crate::domain::{Plan, Prefix, PrefixText, SubnetId};
use crate::topology::{Prefixes, connected_vnets, gateway_for};

/// Whether the prefixes of user-defined routes belong to `VirtualNetwork`.
///
/// Microsoft says that they do and that `0.0.0.0/0` may be among them; what follows from that is not
/// guaranteed. So both readings can be asked for, and a plan is safe when both give the same answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RoutedPrefixes {
    /// Strict: they do not.
    #[default]
    Excluded,
    /// They do.
    Included,
}

/// The address ranges that `VirtualNetwork` stands for, seen from one subnet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbourhood {
    ranges: Vec<Prefix>,
}

impl Neighbourhood {
    /// The neighbourhood that consists of these ranges.
    pub fn new(ranges: Vec<Prefix>) -> Self {
        Self { ranges }
    }

    /// The neighbourhood of a subnet: its VNet, connected VNets, on-premises networks behind a gateway that
    /// the VNet can use, and on request the prefixes of its routes.
    pub fn of(plan: &Plan, prefixes: &Prefixes, subnet: SubnetId, routed: RoutedPrefixes) -> Self {
        let Some(vnet) = plan.vnet_of(subnet) else {
            return Self::default();
        };
        let mut ranges: Vec<Prefix> = connected_vnets(plan, vnet.id)
            .into_iter()
            .filter_map(|vnet| plan.vnet(vnet))
            .flat_map(|vnet| &vnet.address_space)
            .filter_map(PrefixText::prefix)
            .collect();
        if gateway_for(plan, vnet.id).is_some() {
            let behind = plan.on_premises.prefixes.iter();
            ranges.extend(behind.filter_map(PrefixText::prefix));
        }
        let table = plan.subnet(subnet).and_then(|subnet| subnet.route_table);
        if let Some(table) = table
            && routed == RoutedPrefixes::Included
        {
            let listed = effective_routes(plan, prefixes, table);
            let destinations = listed.iter().map(|it| it.route.destination.as_str());
            ranges.extend(destinations.filter_map(|text| text.parse::<Prefix>().ok()));
        }
        Self { ranges }
    }

    /// True if the address is in one of the ranges.
    pub fn contains(&self, address: Ipv4Addr) -> bool {
        self.ranges
            .iter()
            .any(|range| range.contains_address(address))
    }

    /// The ranges.
    pub fn ranges(&self) -> &[Prefix] {
        &self.ranges
    }

    /// True if everything belongs to it, by a route for `0.0.0.0/0`.
    pub(super) fn is_everything(&self) -> bool {
        self.ranges.iter().any(|range| range.length() == 0)
    }

    /// Whether an extent is public and not part of the neighbourhood: what `Internet` means (NSG-31).
    pub(super) fn is_internet(&self, extent: Prefix) -> Match {
        let special = address_ranges::PRIVATE
            .value
            .iter()
            .chain(address_ranges::FORBIDDEN.value)
            .filter_map(address_ranges::AddressRange::prefix);
        let own = self.ranges.iter().copied();
        let elsewhere: Vec<Prefix> = special
            .chain(own.filter(|range| range.length() > 0))
            .collect();
        match covers(elsewhere.iter(), extent) {
            Match::Yes => Match::No,
            Match::No => Match::Yes,
            unknown @ Match::Unknown(_) => unknown,
        }
    }
}
