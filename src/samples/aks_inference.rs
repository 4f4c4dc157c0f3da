//! Real-time scoring on a private AKS cluster that is attached to the workspace.

use super::build::{Draft, WORKSPACE_ZONES};
use crate::domain::{
    AddressText, AksCluster, NetworkMode, NsgPreset, OutboundType, Plan, PoolMode, PrefixText,
    PrivateEndpointKind, SubnetPurpose, VnetRole,
};

/// One VNet: a private overlay AKS cluster in its own subnet beside a small training subnet.
pub fn aks_inference() -> Plan {
    let mut draft = Draft::new("Pricing in real time", "swedencentral", "pricing", "prod");
    let vnet = draft.vnet(VnetRole::Workspace, "ml", "10.50.0.0/16");
    let training = draft.subnet(
        vnet,
        SubnetPurpose::Training,
        "snet-training",
        "10.50.1.0/26",
    );
    let endpoints = draft.subnet(
        vnet,
        SubnetPurpose::PrivateEndpoints,
        "snet-pep",
        "10.50.2.0/27",
    );
    let nodes = draft.subnet(vnet, SubnetPurpose::AksNodes, "snet-aks", "10.50.4.0/24");
    draft.guard(training, "training", NsgPreset::Training);
    draft.guard(endpoints, "pep", NsgPreset::PrivateEndpoints);
    draft.guard(nodes, "aks", NsgPreset::Aks);
    let jump = draft.jump_host(vnet, "10.50.0.0/26", "10.50.3.0/27");
    draft.nat("ml", &[training, nodes, jump]);

    let storage = draft.workspace();
    let builder = draft.cluster("cpu", "build", 4, training);
    draft.registry(builder);
    let aks = draft.aks(
        nodes,
        AksCluster {
            network_mode: NetworkMode::Overlay,
            service_cidr: PrefixText::new("10.96.0.0/16"),
            dns_service_ip: AddressText::new("10.96.0.10"),
            pod_cidr: PrefixText::new("10.244.0.0/16"),
            private_cluster: true,
            outbound: OutboundType::UserAssignedNatGateway,
            internal_load_balancers: 1,
            inference: true,
            inference_router_ha: true,
            ..AksCluster::default()
        },
    );
    draft.pool(aks, PoolMode::User, "npscore", nodes, (3, 20));

    draft.endpoints(
        endpoints,
        storage,
        "",
        &[
            PrivateEndpointKind::Workspace,
            PrivateEndpointKind::Blob,
            PrivateEndpointKind::File,
            PrivateEndpointKind::KeyVault,
            PrivateEndpointKind::Registry,
        ],
    );
    draft.zones(WORKSPACE_ZONES, &[vnet]);
    draft.plan
}
