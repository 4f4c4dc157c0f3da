//! Changes that several rules offer: private endpoints with their zones, peerings, security rules.
//!
//! Each leaves the plan as a careful person would: named like the rest, linked like the rest.

use std::collections::BTreeSet;

use crate::domain::{
    AddressText, DnsMode, NatGateway, NatGatewayId, Peering, PeeringId, Placement, Plan,
    PrivateDnsZone, PrivateEndpoint, PrivateEndpointId, PrivateEndpointKind, StorageId, Subnet,
    SubnetId, SubnetPurpose, Vnet, VnetId, VnetRole, ZoneId, ZoneKind,
};

use super::{Applicability, Finding, names, ranges, wording};
use crate::azure::private_dns_zones::zones_for;
use crate::topology::{consumers, missing_links};

/// The subnet that a further private endpoint goes into: that of the workspace's endpoint or of another one,
/// else one that is meant for endpoints, in the workspace's VNet first.
pub(super) fn endpoint_subnet(plan: &Plan) -> Option<SubnetId> {
    let used = plan
        .endpoints_of(PrivateEndpointKind::Workspace)
        .chain(&plan.private_endpoints)
        .find_map(|endpoint| endpoint.subnet);
    let meant = || {
        let subnets = || {
            plan.subnets()
                .filter(|(_, it)| it.purpose == SubnetPurpose::PrivateEndpoints)
        };
        subnets()
            .find(|(vnet, _)| vnet.role == VnetRole::Workspace)
            .or_else(|| subnets().next())
            .map(|(_, subnet)| subnet.id)
    };
    used.or_else(meant)
}

/// Offers to add a private endpoint, if there is a subnet for it.
pub(super) fn offer_endpoint(
    plan: &Plan,
    finding: &mut Finding,
    kind: PrivateEndpointKind,
    account: Option<StorageId>,
) {
    let Some(subnet) = endpoint_subnet(plan) else {
        return;
    };
    let name = names::private_endpoint(plan, kind, account);
    finding.fix(
        Applicability::Suggested,
        format!("Add {name} to {}", wording::subnet_id(plan, subnet)),
        move |plan| add_endpoint(plan, kind, account),
    );
}

/// Adds a private endpoint where the others are, with the zones that it needs, linked like the others.
pub(super) fn add_endpoint(plan: &mut Plan, kind: PrivateEndpointKind, account: Option<StorageId>) {
    let subnet = endpoint_subnet(plan);
    let name = names::private_endpoint(plan, kind, account);
    let id = PrivateEndpointId(plan.next_id());
    plan.private_endpoints.push(PrivateEndpoint {
        id,
        name,
        kind,
        storage: account,
        subnet,
        ..PrivateEndpoint::default()
    });
    if plan.dns.mode != DnsMode::Custom {
        for zone in zones_for(kind) {
            add_zone(plan, *zone);
        }
    }
}

/// Adds a zone, unless the plan has it, linked to every VNet that must see it.
pub(super) fn add_zone(plan: &mut Plan, kind: ZoneKind) {
    if plan.zone(kind).is_some() {
        return;
    }
    let others = plan.dns.zones.iter().flat_map(|zone| &zone.links).copied();
    let links: BTreeSet<VnetId> = others.chain(readers(plan)).collect();
    let placement = match plan.dns.mode {
        DnsMode::Existing => Placement::Existing,
        DnsMode::Create | DnsMode::Custom => Placement::New,
    };
    let id = ZoneId(plan.next_id());
    plan.dns.zones.push(PrivateDnsZone {
        id,
        kind,
        placement,
        links: links.into_iter().collect(),
        ..PrivateDnsZone::default()
    });
}

/// Offers to peer two VNets, if their address spaces allow it; the zones of the plan are linked to both.
pub(super) fn offer_peering(plan: &Plan, finding: &mut Finding, a: &Vnet, b: &Vnet) {
    let overlap = ranges::address_space(a)
        .any(|one| ranges::address_space(b).any(|other| other.prefix.overlaps(one.prefix)));
    if overlap {
        return;
    }
    let (a, b) = (a.id, b.id);
    finding.fix(
        Applicability::Suggested,
        format!(
            "Peer {} with {}",
            wording::vnet_id(plan, a),
            wording::vnet_id(plan, b)
        ),
        move |plan| {
            add_peering(plan, a, b);
            link_readers(plan);
        },
    );
}

/// Adds the directions of a peering that are missing, and lets traffic through both.
fn add_peering(plan: &mut Plan, a: VnetId, b: VnetId) {
    for (from, to) in [(a, b), (b, a)] {
        let existing = plan
            .peerings
            .iter_mut()
            .find(|peering| (peering.from, peering.to) == (from, to));
        if let Some(peering) = existing {
            peering.allow_vnet_access = true;
            continue;
        }
        let id = PeeringId(plan.next_id());
        plan.peerings.push(Peering {
            id,
            from,
            to,
            allow_vnet_access: true,
            ..Peering::default()
        });
    }
}

/// VNets whose machines use private endpoints and ask Azure DNS for them.
fn readers(plan: &Plan) -> impl Iterator<Item = VnetId> {
    consumers(plan).into_iter().filter(|id| {
        let vnet = plan.vnet(*id);
        vnet.is_some_and(|vnet| vnet.dns_servers.iter().all(AddressText::is_blank))
    })
}

/// Links every zone of the plan to the VNets that need it.
pub(super) fn link_readers(plan: &mut Plan) {
    for missing in missing_links(plan) {
        if let Some(zone) = missing.zone.and_then(|id| plan.zone_mut(id)) {
            zone.links.push(missing.vnet);
        }
    }
}

/// The NAT gateway that other subnets of the same VNet use already.
fn nat_gateway_beside(plan: &Plan, subnet: SubnetId) -> Option<NatGatewayId> {
    let vnet = plan.vnet_of(subnet)?;
    vnet.subnets.iter().find_map(|subnet| subnet.nat_gateway)
}

/// What a button says that gives a subnet a NAT gateway.
pub(super) fn nat_label(plan: &Plan, subnet: &Subnet) -> String {
    let name = wording::subnet(subnet);
    match nat_gateway_beside(plan, subnet.id).and_then(|id| plan.nat_gateway(id)) {
        Some(gateway) => {
            let gateway = wording::name_or(&gateway.name, "NAT gateway");
            format!("Attach {gateway} to {name}")
        }
        None => format!("Add a NAT gateway to {name}"),
    }
}

/// Gives a subnet the NAT gateway of its VNet, or a new one.
pub(super) fn attach_nat(plan: &mut Plan, subnet: SubnetId) {
    let id = nat_gateway_beside(plan, subnet).unwrap_or_else(|| {
        let name = names::nat_gateway(plan);
        let id = NatGatewayId(plan.next_id());
        plan.nat_gateways.push(NatGateway {
            id,
            name,
            ..NatGateway::default()
        });
        id
    });
    if let Some(subnet) = plan.subnet_mut(subnet) {
        subnet.nat_gateway = Some(id);
    }
}
