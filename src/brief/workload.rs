//! What a brief computes with, and the services around it.

use super::networks::{Places, networks};
use super::{AksBrief, Brief, Egress};
use crate::azure::aks_limits::ROUTER_NODES;
use crate::domain::{
    AksCluster, ClusterId, OutboundType, Plan, PoolMode, PrivateEndpointKind, Serverless, ZoneKind,
};
use crate::samples::build::{Draft, WORKSPACE_ZONES};

/// Nodes of the system pool, as far as the cluster has as many: Azure's advice for production.
const SYSTEM_NODES: u32 = 3;
/// Nodes of the cluster that builds images.
const BUILD_NODES: u32 = 2;

/// The plan of a brief, with every range left blank.
pub(super) fn unsized_plan(brief: &Brief) -> Plan {
    let (workload, environment) = (
        or_else(&brief.workload, "ml"),
        or_else(&brief.environment, "prod"),
    );
    let title = or_else(&brief.title, workload);
    let mut draft = Draft::new(title, brief.region.trim(), workload, environment);
    draft.plan.on_premises = brief.on_premises.clone();
    let places = networks(&mut draft, brief);
    let storage = draft.workspace();
    let scoring = computes(&mut draft, brief, &places);
    if let Some(scoring) = scoring {
        draft.batch(workload, scoring, brief.batch_nodes);
    }
    if let (Some(aks), Some((nodes, pods))) = (brief.aks, places.aks) {
        let id = draft.aks(nodes, cluster(brief, aks));
        let (system, user) = pools(aks);
        if let Some(scale) = user {
            draft.pool(id, PoolMode::User, "npscore", nodes, scale);
        }
        if let Some(aks) = draft.plan.aks_cluster_mut(id) {
            for pool in &mut aks.pools {
                pool.pod_subnet = pods;
                if pool.mode == PoolMode::System {
                    (pool.min_nodes, pool.max_nodes) = (system, system);
                }
            }
        }
    }
    let mut kinds = vec![
        PrivateEndpointKind::Workspace,
        PrivateEndpointKind::Blob,
        PrivateEndpointKind::File,
        PrivateEndpointKind::KeyVault,
        PrivateEndpointKind::Registry,
    ];
    let mut zones = WORKSPACE_ZONES.to_vec();
    // Batch scoring keeps its queue and its state in the default account.
    if scoring.is_some() {
        kinds.extend([PrivateEndpointKind::Queue, PrivateEndpointKind::Table]);
        zones.extend([ZoneKind::Queue, ZoneKind::Table]);
    }
    if brief.monitor {
        draft.plan.workspace.insights.private_link_scope = true;
        kinds.push(PrivateEndpointKind::Monitor);
        zones.extend([
            ZoneKind::Monitor,
            ZoneKind::MonitorOms,
            ZoneKind::MonitorOds,
            ZoneKind::MonitorAgent,
        ]);
    }
    if brief.aks.is_some() {
        zones.push(ZoneKind::AksApi);
    }
    draft.endpoints(places.endpoints, storage, "", &kinds);
    draft.zones(&zones, &places.readers);
    draft.plan
}

/// Clusters, instances and serverless compute; gives the cluster behind the batch endpoint.
fn computes(draft: &mut Draft, brief: &Brief, places: &Places) -> Option<ClusterId> {
    let training = places.training;
    let mut cluster = |prefix: &str, part: &str, nodes: u32| {
        (nodes > 0).then(|| draft.cluster(prefix, part, nodes, training))
    };
    cluster("gpu", "train", brief.gpu_nodes);
    cluster("cpu", "train", brief.cpu_nodes);
    let scoring = cluster("cpu", "batch", brief.batch_nodes);
    let builder = cluster("cpu", "build", BUILD_NODES);
    for number in 1..=brief.instances {
        draft.instance(&format!("{number:02}"), training);
    }
    if brief.serverless_nodes > 0 {
        draft.plan.workspace.serverless = Serverless {
            max_nodes: brief.serverless_nodes,
            subnet: Some(training),
            public_ip: false,
        };
    }
    if let Some(builder) = builder {
        draft.registry(builder);
    }
    scoring
}

/// The cluster without its pools and ranges.
fn cluster(brief: &Brief, aks: AksBrief) -> AksCluster {
    let outbound = match brief.egress {
        Egress::NatGateway => OutboundType::UserAssignedNatGateway,
        Egress::Firewall => OutboundType::UserDefinedRouting,
    };
    AksCluster {
        network_mode: aks.network_mode,
        private_cluster: true,
        outbound,
        internal_load_balancers: 1,
        inference: true,
        inference_router_ha: u64::from(aks.max_nodes) >= ROUTER_NODES.value,
        ..AksCluster::default()
    }
}

/// Nodes of the system pool, and the least and most of the pool beside it, if there is one.
pub(super) fn pools(aks: AksBrief) -> (u32, Option<(u32, u32)>) {
    let system = SYSTEM_NODES.min(aks.max_nodes);
    let most = aks.max_nodes - system;
    let least = aks.min_nodes.saturating_sub(system).min(most);
    (system, (most > 0).then_some((least, most)))
}

fn or_else<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    match text.trim() {
        "" => otherwise,
        text => text,
    }
}
