//! What the tag `VirtualNetwork` means for one subnet (NSG-30).

use std::net::Ipv4Addr;

use super::routes::effective_routes;
use crate::azure::address_ranges;
use crate::domain::{OnPremisesLink, Plan, Prefix, PrefixText, SubnetId, VnetId};
use crate::topology::{Prefixes, connected_vnets};

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
        if reaches_on_premises(plan, vnet.id) {
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

    /// True if the address is public and not part of the neighbourhood: what `Internet` means (NSG-31).
    pub(super) fn is_internet(&self, address: Ipv4Addr) -> bool {
        let mut special = address_ranges::PRIVATE
            .value
            .iter()
            .chain(address_ranges::FORBIDDEN.value)
            .filter_map(address_ranges::AddressRange::prefix);
        let own = self.ranges.iter().filter(|range| range.length() > 0);
        !special.any(|range| range.contains_address(address))
            && !own.clone().any(|range| range.contains_address(address))
    }
}

/// True if the VNet has a gateway, or uses that of a peer which lets it (BATCH-23).
fn reaches_on_premises(plan: &Plan, vnet: VnetId) -> bool {
    let has_gateway = |vnet| plan.gateways.iter().any(|gateway| gateway.vnet == vnet);
    let mut peers = plan
        .peerings
        .iter()
        .filter(|out| out.from == vnet && out.use_remote_gateways);
    plan.on_premises.link != OnPremisesLink::None
        && (has_gateway(vnet)
            || peers.any(|out| {
                let mut back = plan.peerings.iter().filter(|back| back.from == out.to);
                back.any(|back| back.to == vnet && back.allow_gateway_transit)
                    && has_gateway(out.to)
            }))
}
