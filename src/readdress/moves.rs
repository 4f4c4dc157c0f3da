//! Moving one entry of an address space, or one subnet, with everything that lies in it.

use std::net::Ipv4Addr;

use super::written::{AddressPlace, written_addresses};
use crate::domain::{Plan, Prefix, PrefixText, SubnetId, VnetId};

/// Moves an entry of an address space and everything that lies in it: subnets keep their place relative to
/// its start, and so do fixed addresses.
pub fn move_entry(plan: &mut Plan, id: VnetId, index: usize, to: Prefix) {
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

/// Gives a subnet another prefix. The fixed addresses of what stands in it stay if they are inside that; else
/// they keep their distance from its start, if the new prefix reaches as far.
pub fn move_subnet(plan: &mut Plan, id: SubnetId, to: Prefix) {
    let Some(subnet) = plan.subnet_mut(id) else {
        return;
    };
    let from = subnet.prefix.prefix();
    subnet.prefix = to.into();
    let Some(from) = from else { return };
    for endpoint in &mut plan.private_endpoints {
        let address = endpoint.static_address.address();
        if endpoint.subnet == Some(id)
            && let Some(moved) = address.and_then(|address| carried(address, from, to))
        {
            endpoint.static_address = moved.into();
        }
    }
}

/// Where the fixed address of something in a subnet goes when the subnet goes from one prefix to another.
pub(super) fn carried(address: Ipv4Addr, from: Prefix, to: Prefix) -> Option<Ipv4Addr> {
    if from.overlaps(to) {
        // The same place, larger or smaller: what has an address there keeps it.
        to.contains_address(address).then_some(address)
    } else {
        shifted(address, from, to)
    }
}

/// The address at the same distance from the start of `to` as this one has from the start of `from`.
pub(super) fn shifted(address: Ipv4Addr, from: Prefix, to: Prefix) -> Option<Ipv4Addr> {
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
    use crate::domain::{AddressText, PrivateEndpoint, Subnet, Vnet};

    #[test]
    fn moves_subnets_and_fixed_addresses_along() {
        let subnet = |id, prefix| Subnet {
            id: SubnetId(id),
            prefix: PrefixText::new(prefix),
            ..Subnet::default()
        };
        let mut plan = Plan {
            vnets: vec![Vnet {
                id: VnetId(1),
                address_space: vec![PrefixText::new("192.168.0.0/16")],
                dns_servers: vec![
                    AddressText::new("192.168.1.4"),
                    AddressText::new("10.0.0.4"),
                ],
                subnets: vec![subnet(2, "192.168.1.0/24"), subnet(3, "192.168.2.0/27")],
                ..Vnet::default()
            }],
            private_endpoints: vec![PrivateEndpoint {
                subnet: Some(SubnetId(3)),
                static_address: AddressText::new("192.168.2.9"),
                ..PrivateEndpoint::default()
            }],
            ..Plan::default()
        };
        move_entry(
            &mut plan,
            VnetId(1),
            0,
            "10.20.0.0/16".parse().expect("canonical"),
        );
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
