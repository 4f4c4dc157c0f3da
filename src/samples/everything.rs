//! Every part that the product knows, in one plan: training, batch and real-time scoring behind a hub.

use super::build::{Draft, WORKSPACE_ZONES};
use crate::domain::{
    AddressText, AksCluster, ClusterId, FirewallSku, GatewayKind, NetworkMode, NsgPreset,
    OnPremises, OnPremisesLink, OutboundType, Placement, Plan, PoolMode, PrefixText,
    PrivateEndpointKind, Serverless, StorageAccount, StorageId, SubnetId, SubnetPurpose, VnetId,
    VnetRole, ZoneKind,
};

/// An existing data lake, as a team would find it.
const DATA_LAKE: &str = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-data-prod/providers/Microsoft.Storage/storageAccounts/stvisiondataprod01";

/// Hub with firewall, VPN, Bastion and jump host; spoke with clusters, instances, serverless compute, a batch
/// endpoint, private AKS, Azure Monitor by private link and an existing data lake.
pub fn everything() -> Plan {
    let mut draft = Draft::new("Vision platform", "westeurope", "vision", "prod");
    let hub = hub(&mut draft);
    let spoke = draft.vnet(VnetRole::Workspace, "ml", "10.81.0.0/16");
    let training = draft.subnet(
        spoke,
        SubnetPurpose::Training,
        "snet-training",
        "10.81.0.0/23",
    );
    let endpoints = draft.subnet(
        spoke,
        SubnetPurpose::PrivateEndpoints,
        "snet-pep",
        "10.81.2.0/26",
    );
    let nodes = draft.subnet(spoke, SubnetPurpose::AksNodes, "snet-aks", "10.81.4.0/24");
    draft.guard(training, "training", NsgPreset::Training);
    draft.guard(endpoints, "pep", NsgPreset::PrivateEndpoints);
    draft.guard(nodes, "aks", NsgPreset::Aks);
    // Tables of their own: with public addresses on computes, the direct route to Azure ML must not reach the
    // nodes of AKS, which have none.
    draft.route_through_firewall("ml", &[training]);
    draft.route_through_firewall("aks", &[nodes]);
    draft.peer_spoke(hub, spoke);

    let storage = draft.workspace();
    draft.plan.workspace.insights.private_link_scope = true;
    draft.plan.dns.forwarders_confirmed = true;
    let scoring = compute(&mut draft, training);
    draft.batch("vision", scoring, 8);
    kubernetes(&mut draft, nodes);
    private_link(&mut draft, endpoints, storage, &[hub, spoke]);
    draft.plan
}

fn hub(draft: &mut Draft) -> VnetId {
    let hub = draft.vnet(VnetRole::Hub, "hub", "10.80.0.0/22");
    draft.subnet(
        hub,
        SubnetPurpose::Firewall,
        "AzureFirewallSubnet",
        "10.80.0.0/26",
    );
    draft.subnet(
        hub,
        SubnetPurpose::Gateway,
        "GatewaySubnet",
        "10.80.0.128/27",
    );
    let jump = draft.jump_host(hub, "10.80.0.64/26", "10.80.1.0/27");
    draft.firewall(hub, FirewallSku::Premium);
    draft.gateway(hub, GatewayKind::Vpn);
    draft.route_through_firewall("jump", &[jump]);
    draft.plan.on_premises = OnPremises {
        link: OnPremisesLink::Vpn,
        prefixes: vec![
            PrefixText::new("10.0.0.0/12"),
            PrefixText::new("192.168.0.0/16"),
        ],
    };
    hub
}

fn compute(draft: &mut Draft, training: SubnetId) -> ClusterId {
    draft.cluster("gpu", "train", 24, training);
    let scoring = draft.cluster("cpu", "batch", 32, training);
    let builder = draft.cluster("cpu", "build", 4, training);
    draft.instance("ada", training);
    draft.instance("grace", training);
    draft.plan.workspace.serverless = Serverless {
        max_nodes: 16,
        subnet: Some(training),
        public_ip: false,
    };
    draft.registry(builder);
    scoring
}

fn kubernetes(draft: &mut Draft, nodes: SubnetId) {
    let aks = draft.aks(
        nodes,
        AksCluster {
            network_mode: NetworkMode::Overlay,
            service_cidr: PrefixText::new("10.97.0.0/16"),
            dns_service_ip: AddressText::new("10.97.0.10"),
            pod_cidr: PrefixText::new("10.244.0.0/16"),
            private_cluster: true,
            outbound: OutboundType::UserDefinedRouting,
            internal_load_balancers: 1,
            inference: true,
            training: true,
            inference_router_ha: true,
            ..AksCluster::default()
        },
    );
    draft.pool(aks, PoolMode::User, "npscore", nodes, (3, 30));
}

fn private_link(draft: &mut Draft, endpoints: SubnetId, storage: StorageId, links: &[VnetId]) {
    let lake = StorageId(draft.plan.next_id());
    draft.plan.storage.push(StorageAccount {
        id: lake,
        name: "stvisiondataprod01".to_owned(),
        placement: Placement::Existing,
        resource_id: DATA_LAKE.to_owned(),
        hierarchical_namespace: true,
        trusted_services: true,
        ..StorageAccount::default()
    });
    draft.endpoints(
        endpoints,
        storage,
        "",
        &[
            PrivateEndpointKind::Workspace,
            PrivateEndpointKind::Blob,
            PrivateEndpointKind::File,
            PrivateEndpointKind::Queue,
            PrivateEndpointKind::Table,
            PrivateEndpointKind::KeyVault,
            PrivateEndpointKind::Registry,
            PrivateEndpointKind::Monitor,
        ],
    );
    draft.endpoints(
        endpoints,
        lake,
        "data",
        &[PrivateEndpointKind::Blob, PrivateEndpointKind::Dfs],
    );
    draft.zones(WORKSPACE_ZONES, links);
    draft.zones(
        &[
            ZoneKind::Queue,
            ZoneKind::Table,
            ZoneKind::Dfs,
            ZoneKind::Monitor,
            ZoneKind::MonitorOms,
            ZoneKind::MonitorOds,
            ZoneKind::MonitorAgent,
            ZoneKind::AksApi,
        ],
        links,
    );
}
