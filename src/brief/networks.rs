//! The networks of a brief: one VNet with a NAT gateway, or a spoke behind a hub with a firewall.

use super::{Brief, Egress};
use crate::azure::fixed_subnets;
use crate::domain::{
    FirewallSku, GatewayKind, NetworkMode, NsgPreset, OnPremisesLink, SubnetId, SubnetPurpose,
    VnetId, VnetRole,
};
use crate::samples::build::Draft;

/// The subnets that a workload goes into.
pub(super) struct Places {
    pub(super) training: SubnetId,
    pub(super) endpoints: SubnetId,
    /// Nodes of AKS, and its pods where they have a subnet.
    pub(super) aks: Option<(SubnetId, Option<SubnetId>)>,
    /// VNets whose machines ask for private names.
    pub(super) readers: Vec<VnetId>,
}

/// Draws the networks, with every range left blank.
pub(super) fn networks(draft: &mut Draft, brief: &Brief) -> Places {
    let hub = (brief.egress == Egress::Firewall).then(|| draft.vnet(VnetRole::Hub, "hub", ""));
    let home = draft.vnet(VnetRole::Workspace, "ml", "");
    let training = draft.subnet(home, SubnetPurpose::Training, "snet-training", "");
    let endpoints = draft.subnet(home, SubnetPurpose::PrivateEndpoints, "snet-pep", "");
    draft.guard(training, "training", NsgPreset::Training);
    draft.guard(endpoints, "pep", NsgPreset::PrivateEndpoints);
    let aks = brief.aks.map(|aks| {
        let nodes = draft.subnet(home, SubnetPurpose::AksNodes, "snet-aks", "");
        draft.guard(nodes, "aks", NsgPreset::Aks);
        let own_subnet = matches!(
            aks.network_mode,
            NetworkMode::PodSubnetDynamic | NetworkMode::PodSubnetStatic
        );
        let pods = own_subnet.then(|| {
            let pods = draft.subnet(home, SubnetPurpose::AksPods, "snet-pods", "");
            draft.guard(pods, "pods", NsgPreset::Aks);
            pods
        });
        (nodes, pods)
    });
    let mut working = vec![training];
    if let Some((nodes, pods)) = aks {
        working.push(nodes);
        working.extend(pods);
    }
    entrance(draft, brief, hub.unwrap_or(home));
    let jump = brief
        .jump_host
        .then(|| draft.jump_host(hub.unwrap_or(home), "", ""));
    if let Some(hub) = hub {
        firewall(draft, brief, hub, home);
        draft.route_through_firewall("ml", &working);
        if let Some(jump) = jump {
            draft.route_through_firewall("jump", &[jump]);
        }
    } else {
        working.extend(jump);
        draft.nat("ml", &working);
    }
    let hub_reads = hub.filter(|_| jump.is_some() || joined(brief).is_some());
    Places {
        training,
        endpoints,
        aks,
        readers: hub_reads.into_iter().chain([home]).collect(),
    }
}

/// The kind of gateway that joins on-premises networks, if they are joined.
fn joined(brief: &Brief) -> Option<GatewayKind> {
    match brief.on_premises.link {
        OnPremisesLink::None => None,
        OnPremisesLink::Vpn => Some(GatewayKind::Vpn),
        OnPremisesLink::ExpressRoute => Some(GatewayKind::ExpressRoute),
    }
}

/// The gateway to on-premises networks.
fn entrance(draft: &mut Draft, brief: &Brief, vnet: VnetId) {
    if let Some(kind) = joined(brief) {
        fixed(draft, vnet, SubnetPurpose::Gateway);
        draft.gateway(vnet, kind);
    }
}

/// The firewall in the hub, and the peering through which the spoke uses it.
fn firewall(draft: &mut Draft, brief: &Brief, hub: VnetId, spoke: VnetId) {
    fixed(draft, hub, SubnetPurpose::Firewall);
    draft.firewall(hub, FirewallSku::Standard);
    draft.peer_spoke(hub, spoke);
    if joined(brief).is_none() {
        for peering in &mut draft.plan.peerings {
            peering.allow_gateway_transit = false;
            peering.use_remote_gateways = false;
        }
    }
}

/// A subnet whose name Azure sets.
fn fixed(draft: &mut Draft, vnet: VnetId, purpose: SubnetPurpose) -> SubnetId {
    let name = fixed_subnets::for_purpose(purpose).and_then(|fixed| fixed.name);
    draft.subnet(vnet, purpose, name.unwrap_or_default(), "")
}
