//! What a subnet of a VNet has to keep clear of.

use crate::azure::address_ranges::{self, AddressRange};
use crate::domain::{Plan, Prefix, PrefixError, PrefixText, Vnet};
use crate::topology::peered;

/// Ranges that mean something else already.
#[derive(Clone, Debug, Default)]
pub(super) struct Surroundings {
    /// Never used: Azure refuses them, or what is placed there does not work.
    pub(super) closed: Vec<Prefix>,
    /// Avoided while anything else is free: the ranges of networks and clusters around the VNet.
    pub(super) avoided: Vec<Prefix>,
}

impl Surroundings {
    /// The surroundings of a VNet: its written subnets and the reserved ranges are closed; on-premises
    /// ranges, service and pod ranges, and the address spaces of peers are avoided.
    pub(super) fn of(plan: &Plan, vnet: &Vnet) -> Self {
        let mut closed: Vec<Prefix> = vnet
            .subnets
            .iter()
            .filter_map(|subnet| meant(&subnet.prefix))
            .collect();
        closed.extend(reserved_in(plan, vnet));
        let on_premises = plan.on_premises.prefixes.iter();
        let clusters = plan
            .aks
            .iter()
            .flat_map(|aks| {
                [
                    Some(&aks.service_cidr),
                    aks.uses_pod_cidr().then_some(&aks.pod_cidr),
                ]
            })
            .flatten();
        let peers = plan
            .vnets
            .iter()
            .filter(|other| other.id != vnet.id && peered(plan, vnet.id, other.id))
            .flat_map(|other| &other.address_space);
        let avoided = on_premises.chain(clusters).chain(peers);
        Self {
            closed,
            avoided: avoided.filter_map(meant).collect(),
        }
    }
}

/// Ranges that Azure or the things in a VNet refuse (VNET-1, VNET-9, VNET-13).
pub(super) fn reserved_in(plan: &Plan, vnet: &Vnet) -> Vec<Prefix> {
    let hosts_aks = plan.pools().any(|(_, pool)| {
        let subnets = [pool.node_subnet, pool.pod_subnet];
        let mut own = vnet.subnets.iter();
        own.any(|subnet| subnets.contains(&Some(subnet.id)))
    });
    let aks = hosts_aks.then_some(address_ranges::REFUSED_BY_AKS.value);
    address_ranges::FORBIDDEN
        .value
        .iter()
        .chain([&address_ranges::DOCKER_BRIDGE.value])
        .chain(aks.into_iter().flatten())
        .filter_map(AddressRange::prefix)
        .collect()
}

/// The prefix that a text means: itself, or the block around it when it has host bits. So nothing is placed
/// over a subnet that is almost written.
fn meant(text: &PrefixText) -> Option<Prefix> {
    match text.parse() {
        Ok(prefix) => Some(prefix),
        Err(PrefixError::HostBits { canonical, .. }) => Some(canonical),
        Err(_) => None,
    }
}
