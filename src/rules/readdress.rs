//! Giving a VNet other addresses: finding space that nothing uses, and moving everything along.

use std::net::Ipv4Addr;

use crate::allocation::free_blocks;
use crate::azure::address_ranges::{
    AddressRange, DOCKER_BRIDGE, FORBIDDEN, PRIVATE, REFUSED_BY_AKS,
};
use crate::domain::{Placement, Plan, Prefix, PrefixText, SubnetId, Vnet, VnetId};

use super::written::{AddressPlace, written_addresses, written_prefixes};
use super::{Applicability, Finding, wording};

/// The length of prefix that a new VNet is given: room for 256 subnets of 256 addresses.
pub(super) const USUAL_VNET_LENGTH: u8 = 16;

/// Where the search begins: low ranges are what home, lab and on-premises networks use most.
const PREFERRED_START: Ipv4Addr = Ipv4Addr::new(10, 20, 0, 0);

/// A private block of this length that nothing in the plan uses and no Azure service refuses.
pub(super) fn free_space(plan: &Plan, length: u8) -> Option<Prefix> {
    let written = written_prefixes(plan).filter_map(|(_, text)| text.prefix());
    let refused = FORBIDDEN
        .value
        .iter()
        .chain([&DOCKER_BRIDGE.value])
        .chain(REFUSED_BY_AKS.value)
        .filter_map(AddressRange::prefix);
    let taken: Vec<Prefix> = written.chain(refused).collect();
    let candidates: Vec<Prefix> = PRIVATE
        .value
        .iter()
        .filter_map(AddressRange::prefix)
        .flat_map(|range| free_blocks(&[range], &taken))
        .filter(|block| block.length() <= length)
        .filter_map(|block| {
            if block.contains_address(PREFERRED_START) {
                Prefix::containing(PREFERRED_START, length)
            } else {
                block.with_length(length)
            }
        })
        .collect();
    candidates
        .iter()
        .find(|block| block.first() >= PREFERRED_START)
        .or(candidates.first())
        .copied()
}

/// A private block for a VNet that holds these subnets and clashes with no other network: of the usual size, or
/// else the smallest.
pub(super) fn space_around(plan: &Plan, vnet: VnetId, subnets: &[Prefix]) -> Option<Prefix> {
    let first = subnets.first()?.first();
    let around = |length| {
        let block = Prefix::containing(first, length)?;
        subnets
            .iter()
            .all(|it| block.contains(*it))
            .then_some(block)
    };
    let smallest = (0..=32).rev().find_map(around)?;
    let spaces = plan.vnets.iter().filter(|other| other.id != vnet);
    let others = spaces
        .flat_map(|other| &other.address_space)
        .chain(&plan.on_premises.prefixes)
        .chain(
            plan.aks
                .iter()
                .flat_map(|aks| [&aks.service_cidr, &aks.pod_cidr]),
        );
    let refused = FORBIDDEN
        .value
        .iter()
        .chain([&DOCKER_BRIDGE.value])
        .chain(REFUSED_BY_AKS.value)
        .filter_map(AddressRange::prefix);
    let taken: Vec<Prefix> = others
        .filter_map(PrefixText::prefix)
        .chain(refused)
        .collect();
    let is_free = |block: &Prefix| {
        PRIVATE.value.iter().any(|range| range.contains(*block))
            && !taken.iter().any(|other| other.overlaps(*block))
    };
    around(USUAL_VNET_LENGTH)
        .filter(is_free)
        .or(Some(smallest).filter(is_free))
}

/// Offers to move an entry of a VNet's address space, with all that lies in it, to space that nothing uses.
/// An existing VNet cannot be moved by a plan.
pub(super) fn offer_new_space(finding: &mut Finding, plan: &Plan, vnet: &Vnet, index: usize) {
    if vnet.placement == Placement::Existing {
        return;
    }
    let written = vnet.address_space.get(index).and_then(PrefixText::prefix);
    let Some(from) = written else { return };
    let Some(to) = free_space(plan, from.length()) else {
        return;
    };
    let id = vnet.id;
    finding.fix(
        Applicability::Suggested,
        format!("Move {} to {to}", wording::vnet(vnet)),
        move |plan| move_entry(plan, id, index, to),
    );
}

/// Moves an entry of an address space and everything that lies in it: subnets keep their place relative to
/// its start, and so do fixed addresses.
pub(super) fn move_entry(plan: &mut Plan, id: VnetId, index: usize, to: Prefix) {
    let entry = plan.vnet(id).and_then(|vnet| vnet.address_space.get(index));
    let Some(from) = entry.and_then(PrefixText::prefix) else {
        return;
    };
    let addresses: Vec<_> = written_addresses(plan)
        .filter_map(|(place, text)| Some((place, text.address()?)))
        .filter(|(place, address)| belongs_to(plan, id, *place, *address))
        .filter_map(|(place, address)| Some((place, shifted(address, from, to)?)))
        .collect();
    for (place, address) in addresses {
        place.write(plan, address.into());
    }
    let Some(vnet) = plan.vnet_mut(id) else {
        return;
    };
    if let Some(entry) = vnet.address_space.get_mut(index) {
        *entry = to.into();
    }
    for subnet in &mut vnet.subnets {
        let moved = subnet.prefix.prefix().and_then(|prefix| {
            let first = shifted(prefix.first(), from, to)?;
            Prefix::containing(first, prefix.length()).filter(|moved| to.contains(*moved))
        });
        if let Some(moved) = moved {
            subnet.prefix = moved.into();
        }
    }
}

/// Gives a subnet another prefix. The fixed addresses of what stands in it keep their distance from its
/// start, if the new prefix reaches as far.
pub(super) fn move_subnet(plan: &mut Plan, id: SubnetId, to: Prefix) {
    let Some(subnet) = plan.subnet_mut(id) else {
        return;
    };
    let from = subnet.prefix.prefix();
    subnet.prefix = to.into();
    let Some(from) = from else { return };
    for endpoint in &mut plan.private_endpoints {
        let address = endpoint.static_address.address();
        if endpoint.subnet == Some(id)
            && let Some(moved) = address.and_then(|address| shifted(address, from, to))
        {
            endpoint.static_address = moved.into();
        }
    }
}

/// The address at the same distance from the start of `to` as this one has from the start of `from`.
fn shifted(address: Ipv4Addr, from: Prefix, to: Prefix) -> Option<Ipv4Addr> {
    if !from.contains_address(address) {
        return None;
    }
    to.nth(u32::from(address).checked_sub(u32::from(from.first()))?)
}

/// True if an address means something in this VNet. Where two VNets have the same addresses, only what
/// stands in a subnet of this one is known to.
fn belongs_to(plan: &Plan, id: VnetId, place: AddressPlace, address: Ipv4Addr) -> bool {
    let in_vnet = |subnet: SubnetId| plan.vnet_of(subnet).is_some_and(|vnet| vnet.id == id);
    match place {
        AddressPlace::PrivateEndpoint(endpoint) => plan
            .private_endpoint(endpoint)
            .and_then(|endpoint| endpoint.subnet)
            .is_some_and(in_vnet),
        AddressPlace::Firewall(firewall) => plan
            .firewalls
            .iter()
            .any(|it| it.id == firewall && it.vnet == id),
        AddressPlace::DnsServer(..) | AddressPlace::NextHop(_) => {
            let elsewhere = plan.vnets.iter().filter(|vnet| vnet.id != id);
            !elsewhere
                .flat_map(|vnet| &vnet.address_space)
                .filter_map(PrefixText::prefix)
                .any(|prefix| prefix.contains_address(address))
        }
        AddressPlace::DnsService(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AddressText, PrivateEndpoint};
    use crate::rules::testing::{ml_plan, subnet, vnet};

    #[test]
    fn finds_space_that_nothing_uses() {
        let mut plan = ml_plan("10.20.0.0/16", "", "");
        plan.on_premises.prefixes = vec![PrefixText::new("10.21.0.0/17")];
        let found = free_space(&plan, 16).map(|prefix| prefix.to_string());
        assert_eq!(found.as_deref(), Some("10.22.0.0/16"));
    }

    #[test]
    fn goes_on_to_the_next_private_range() {
        let plan = ml_plan("10.0.0.0/8", "", "");
        let found = |length| free_space(&plan, length).map(|prefix| prefix.to_string());
        assert_eq!(found(16).as_deref(), Some("172.16.0.0/16"));
        assert_eq!(found(8), None, "no other private range holds a /8");
        let mut plan = plan;
        vnet(&mut plan, "vnet-b", &["172.16.0.0/16"], &[]);
        let found = free_space(&plan, 16).map(|prefix| prefix.to_string());
        assert_eq!(
            found.as_deref(),
            Some("172.18.0.0/16"),
            "not Docker's 172.17.0.0/16"
        );
    }

    #[test]
    fn moves_subnets_and_fixed_addresses_along() {
        let mut plan = ml_plan("192.168.0.0/16", "192.168.1.0/24", "192.168.2.0/27");
        plan.vnets[0].dns_servers = vec![
            AddressText::new("192.168.1.4"),
            AddressText::new("10.0.0.4"),
        ];
        plan.private_endpoints.push(PrivateEndpoint {
            subnet: Some(subnet(&plan, "snet-pep")),
            static_address: AddressText::new("192.168.2.9"),
            ..PrivateEndpoint::default()
        });
        let id = plan.vnets[0].id;
        move_entry(&mut plan, id, 0, "10.20.0.0/16".parse().expect("canonical"));
        let vnet = &plan.vnets[0];
        assert_eq!(vnet.subnets[0].prefix.as_str(), "10.20.1.0/24");
        assert_eq!(vnet.subnets[1].prefix.as_str(), "10.20.2.0/27");
        assert_eq!(vnet.dns_servers[0].as_str(), "10.20.1.4");
        assert_eq!(vnet.dns_servers[1].as_str(), "10.0.0.4", "lies elsewhere");
        assert_eq!(
            plan.private_endpoints[0].static_address.as_str(),
            "10.20.2.9"
        );
    }
}
