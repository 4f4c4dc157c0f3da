//! Training clusters without public IP addresses, in one VNet with everything they need.

use super::build::{Draft, WORKSPACE_ZONES};
use crate::domain::{NsgPreset, Plan, PrivateEndpointKind, SubnetPurpose, VnetRole};

/// One VNet: no-public-IP clusters and instances, private endpoints, a jump host, egress by NAT gateway.
pub fn private_training() -> Plan {
    let mut draft = Draft::new("Churn training", "northeurope", "churn", "dev");
    let vnet = draft.vnet(VnetRole::Workspace, "ml", "10.30.0.0/16");
    let training = draft.subnet(
        vnet,
        SubnetPurpose::Training,
        "snet-training",
        "10.30.1.0/24",
    );
    let endpoints = draft.subnet(
        vnet,
        SubnetPurpose::PrivateEndpoints,
        "snet-pep",
        "10.30.2.0/27",
    );
    draft.guard(training, "training", NsgPreset::Training);
    draft.guard(endpoints, "pep", NsgPreset::PrivateEndpoints);
    let jump = draft.jump_host(vnet, "10.30.0.0/26", "10.30.3.0/27");
    draft.nat("ml", &[training, jump]);

    let storage = draft.workspace();
    draft.cluster("cpu", "train", 20, training);
    draft.cluster("gpu", "train", 8, training);
    let builder = draft.cluster("cpu", "build", 2, training);
    draft.instance("ada", training);
    draft.instance("grace", training);
    draft.registry(builder);

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
