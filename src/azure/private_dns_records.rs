//! The records that a private endpoint has in its private DNS zones.
//!
//! Azure writes them itself where the endpoint has a zone group; whoever keeps zones elsewhere writes them by
//! hand. What is absent: addresses; Azure gives them out when the endpoint is created.

use super::{Fact, sources};
use crate::domain::{PrivateEndpointKind, ZoneKind};

/// What stands for the GUID of a workspace, which nobody knows before it exists.
pub const WORKSPACE_GUID: &str = "<workspace-guid>";

/// The names in the zones of a workspace's endpoint (DNS-20). `{name}`, `{guid}` and `{region}` are filled in.
const WORKSPACE_API: Fact<&[&str]> = Fact {
    value: &[
        "{guid}.workspace.{region}",
        "{guid}.workspace.{region}.cert",
        "*.{guid}.inference.{region}",
    ],
    source: &sources::AML_DNS,
};

/// The same for the notebooks (DNS-20). Azure cuts the first label to 63 characters.
const NOTEBOOKS: Fact<&[&str]> = Fact {
    value: &["ml-{name}-{region}-{guid}.{region}"],
    source: &sources::AML_DNS,
};

/// The names of a service that has one address (DNS-21).
const OWN_NAME: Fact<&[&str]> = Fact {
    value: &["{name}"],
    source: &sources::PE_DNS,
};

/// The names of a container registry: its own, and one for the data of each region (DNS-21).
const REGISTRY: Fact<&[&str]> = Fact {
    value: &["{name}", "{name}.{region}.data"],
    source: &sources::ACR_PL,
};

/// The name of the API server of a private AKS cluster (AKS-40): AKS adds letters of its own to the prefix.
const API_SERVER: Fact<&str> = Fact {
    value: "{prefix}-<hash>",
    source: &sources::AKS_PRIV,
};

/// The record of an AKS cluster's API server, without the zone's name.
pub fn api_server_record(dns_prefix: &str) -> String {
    API_SERVER.value.replace("{prefix}", dns_prefix)
}

/// The records of an endpoint in one of its zones, without the zone's name. Empty for Azure Monitor, whose
/// records depend on what is in its private link scope.
pub fn records(
    endpoint: PrivateEndpointKind,
    zone: ZoneKind,
    service: &str,
    region: &str,
) -> Vec<String> {
    let patterns = match (endpoint, zone) {
        (PrivateEndpointKind::Workspace, ZoneKind::Notebooks) => NOTEBOOKS,
        (PrivateEndpointKind::Workspace, _) => WORKSPACE_API,
        (PrivateEndpointKind::Registry, _) => REGISTRY,
        (PrivateEndpointKind::Monitor, _) => return Vec::new(),
        _ => OWN_NAME,
    };
    let region = region.trim().to_lowercase();
    let fill = |pattern: &&str| {
        pattern
            .replace("{guid}", WORKSPACE_GUID)
            .replace("{region}", &region)
            .replace("{name}", service.trim())
    };
    patterns.value.iter().map(fill).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_records_of_a_workspace() {
        let names = |zone| records(PrivateEndpointKind::Workspace, zone, "mlw", "WestEurope");
        assert_eq!(
            names(ZoneKind::WorkspaceApi),
            [
                "<workspace-guid>.workspace.westeurope",
                "<workspace-guid>.workspace.westeurope.cert",
                "*.<workspace-guid>.inference.westeurope",
            ]
        );
        assert_eq!(
            names(ZoneKind::Notebooks),
            ["ml-mlw-westeurope-<workspace-guid>.westeurope"]
        );
    }

    #[test]
    fn names_a_registry_and_the_data_of_its_region() {
        let (kind, zone) = (PrivateEndpointKind::Registry, ZoneKind::Registry);
        assert_eq!(
            records(kind, zone, "crfraud", "westeurope"),
            ["crfraud", "crfraud.westeurope.data"]
        );
        let names = records(PrivateEndpointKind::Blob, ZoneKind::Blob, "st{region}", "x");
        assert_eq!(names, ["st{region}"], "a name is not a pattern");
    }

    #[test]
    fn leaves_the_records_of_azure_monitor_to_azure() {
        let (kind, zone) = (PrivateEndpointKind::Monitor, ZoneKind::Monitor);
        assert!(records(kind, zone, "ampls", "westeurope").is_empty());
    }
}
