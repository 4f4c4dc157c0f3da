//! Who uses private endpoints, and whether the private DNS zones answer them.

use crate::azure::private_dns_zones::zones_for;
use crate::domain::{Plan, SubnetId, VnetId, Word, ZoneId, ZoneKind};

/// VNets whose machines use private endpoints: those with computes, attached machines, AKS nodes or pods,
/// or jump hosts. In the plan's order.
pub fn consumers(plan: &Plan) -> Vec<VnetId> {
    let used: Vec<SubnetId> = occupied_subnets(plan).collect();
    plan.vnets
        .iter()
        .filter(|vnet| vnet.subnets.iter().any(|subnet| used.contains(&subnet.id)))
        .map(|vnet| vnet.id)
        .collect()
}

/// Subnets with machines that are clients of the workspace and its services.
fn occupied_subnets(plan: &Plan) -> impl Iterator<Item = SubnetId> {
    let computes = plan
        .clusters
        .iter()
        .map(|cluster| cluster.subnet)
        .chain(plan.instances.iter().map(|instance| instance.subnet))
        .chain([plan.workspace.serverless.subnet])
        .chain(plan.attached.iter().map(|machine| machine.subnet));
    let pools = plan
        .pools()
        .flat_map(|(_, pool)| [pool.node_subnet, pool.pod_subnet]);
    let hosts = plan.jump_hosts.iter().map(|host| host.subnet);
    computes.chain(pools).chain(hosts).flatten()
}

/// The zones that the plan's private endpoints need, each once, in the order of the vocabulary.
///
/// Not the zone of a private AKS cluster: AKS makes and links that one itself unless told otherwise
/// (AKS-40).
pub fn needed_zones(plan: &Plan) -> Vec<ZoneKind> {
    let needed = |kind: &ZoneKind| {
        plan.private_endpoints
            .iter()
            .any(|endpoint| zones_for(endpoint.kind).contains(kind))
    };
    ZoneKind::ALL.iter().copied().filter(needed).collect()
}

/// A VNet that asks Azure DNS and is not linked to a zone that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingLink {
    /// The VNet.
    pub vnet: VnetId,
    /// The zone that it needs.
    pub kind: ZoneKind,
    /// The zone in the plan that it could be linked to; `None` if the plan has no such zone.
    pub zone: Option<ZoneId>,
}

/// Every consumer × needed zone without a link (DNS-23). VNets with custom DNS servers need none: their
/// servers answer or forward (DNS-25).
pub fn missing_links(plan: &Plan) -> Vec<MissingLink> {
    let needed = needed_zones(plan);
    let mut missing = Vec::new();
    for vnet in consumers(plan) {
        let custom_dns = plan
            .vnet(vnet)
            .is_some_and(|vnet| vnet.dns_servers.iter().any(|server| !server.is_blank()));
        if custom_dns {
            continue;
        }
        for kind in &needed {
            let mut zones = plan.dns.zones.iter().filter(|zone| zone.kind == *kind);
            if !zones.clone().any(|zone| zone.links.contains(&vnet)) {
                missing.push(MissingLink {
                    vnet,
                    kind: *kind,
                    zone: zones.next().map(|zone| zone.id),
                });
            }
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        AddressText, ComputeCluster, JumpHost, PrivateDnsZone, PrivateEndpoint, Subnet, Vnet,
    };

    const ML: VnetId = VnetId(1);
    const JUMP: VnetId = VnetId(2);

    fn plan() -> Plan {
        let vnet = |id, subnet| Vnet {
            id,
            subnets: vec![Subnet {
                id: subnet,
                ..Subnet::default()
            }],
            ..Vnet::default()
        };
        Plan {
            vnets: vec![
                vnet(ML, SubnetId(11)),
                vnet(JUMP, SubnetId(12)),
                vnet(VnetId(3), SubnetId(13)),
            ],
            clusters: vec![ComputeCluster {
                subnet: Some(SubnetId(11)),
                ..ComputeCluster::default()
            }],
            jump_hosts: vec![JumpHost {
                subnet: Some(SubnetId(12)),
                ..JumpHost::default()
            }],
            private_endpoints: vec![PrivateEndpoint {
                subnet: Some(SubnetId(13)),
                ..PrivateEndpoint::default()
            }],
            ..Plan::default()
        }
    }

    #[test]
    fn vnets_with_machines_consume_and_those_with_endpoints_alone_do_not() {
        assert_eq!(consumers(&plan()), [ML, JUMP]);
    }

    #[test]
    fn each_consumer_needs_a_link_to_each_zone() {
        let mut plan = plan();
        assert_eq!(
            missing_links(&plan).len(),
            4,
            "two VNets × two workspace zones"
        );
        plan.dns.zones = needed_zones(&plan)
            .into_iter()
            .zip(20..)
            .map(|(kind, id)| PrivateDnsZone {
                id: ZoneId(id),
                kind,
                links: vec![ML],
                ..PrivateDnsZone::default()
            })
            .collect();
        let missing = missing_links(&plan);
        assert_eq!(missing.len(), 2);
        assert!(
            missing
                .iter()
                .all(|link| link.vnet == JUMP && link.zone.is_some())
        );
        plan.vnets[1].dns_servers = vec![AddressText::new("10.0.0.4")];
        assert_eq!(missing_links(&plan), []);
    }
}
