//! Batch endpoints in a private workspace, reached from a peered jump-host VNet.

use super::build::{Draft, WORKSPACE_ZONES};
use crate::domain::{NsgPreset, Plan, PrivateEndpointKind, SubnetPurpose, VnetRole, ZoneKind};

/// The diagram of Microsoft's batch endpoint document: two peered VNets, seven private endpoints, eight zones
/// linked to both, a training cluster, an image-build cluster and a batch endpoint.
pub fn batch_scoring() -> Plan {
    let mut draft = Draft::new("Fraud batch scoring", "westeurope", "fraud", "prod");
    let jump_vnet = draft.vnet(VnetRole::JumpHost, "jump", "10.1.0.0/16");
    let jump = draft.jump_host(jump_vnet, "10.1.0.0/26", "10.1.1.0/27");
    let vnet = draft.vnet(VnetRole::Workspace, "ml", "10.0.0.0/16");
    let training = draft.subnet(
        vnet,
        SubnetPurpose::Training,
        "snet-training",
        "10.0.1.0/24",
    );
    let endpoints = draft.subnet(
        vnet,
        SubnetPurpose::PrivateEndpoints,
        "snet-pep",
        "10.0.2.0/27",
    );
    draft.guard(training, "training", NsgPreset::Training);
    draft.guard(endpoints, "pep", NsgPreset::PrivateEndpoints);
    draft.nat("jump", &[jump]);
    draft.nat("ml", &[training]);
    draft.peer(jump_vnet, vnet);

    let storage = draft.workspace();
    let scoring = draft.cluster("cpu", "train", 16, training);
    let builder = draft.cluster("cpu", "build", 2, training);
    draft.registry(builder);
    draft.batch("fraud", scoring, 4);

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
        ],
    );
    draft.zones(WORKSPACE_ZONES, &[jump_vnet, vnet]);
    draft.zones(&[ZoneKind::Queue, ZoneKind::Table], &[jump_vnet, vnet]);
    draft.plan
}
