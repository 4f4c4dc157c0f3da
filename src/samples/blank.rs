//! Where a plan starts when no scenario was chosen: the smallest private workspace.
//!
//! It already has a network, its services, their endpoints and names, so that the page shows something true
//! before the first keystroke. It has no compute, and its subnets are left for the product to size.

use super::build::Draft;
use crate::domain::{NsgPreset, Plan, PrivateEndpointKind, SubnetPurpose, VnetRole, ZoneKind};

/// The region of a new plan: the one most used in Azure's own examples. A guess to be changed at once.
const REGION: &str = "eastus";

/// The smallest private workspace, with sensible defaults.
pub fn blank() -> Plan {
    let mut draft = Draft::new("Network plan", REGION, "ml", "dev");
    let vnet = draft.vnet(VnetRole::Workspace, "", "10.20.0.0/16");
    let training = draft.subnet(vnet, SubnetPurpose::Training, "snet-training", "");
    let endpoints = draft.subnet(vnet, SubnetPurpose::PrivateEndpoints, "snet-pep", "");
    draft.guard(training, "training", NsgPreset::Training);
    draft.guard(endpoints, "pep", NsgPreset::PrivateEndpoints);
    draft.nat("", &[training]);

    let storage = draft.workspace();
    draft.endpoints(
        endpoints,
        storage,
        "",
        &[
            PrivateEndpointKind::Workspace,
            PrivateEndpointKind::Blob,
            PrivateEndpointKind::File,
            PrivateEndpointKind::KeyVault,
        ],
    );
    draft.zones(
        &[
            ZoneKind::WorkspaceApi,
            ZoneKind::Notebooks,
            ZoneKind::Blob,
            ZoneKind::File,
            ZoneKind::KeyVault,
        ],
        &[vnet],
    );
    draft.plan
}
