//! Private DNS zones: their names in each cloud, and which of them a private endpoint needs.
//!
//! Names are fixed by Azure. Where no page that was read states a name, [`is_confirmed`] says so and the name
//! follows the pattern of public templates. How many addresses an endpoint takes is in `private_link_costs`.

use super::clouds::suffixes;
use super::{Fact, sources};
use crate::domain::{Cloud, PrivateEndpointKind, ZoneKind};

/// The address that answers for private zones, from inside a linked VNet (DNS-25).
pub const AZURE_DNS: Fact<&str> = Fact {
    value: "168.63.129.16",
    source: &sources::PE_DNS,
};

/// The name of a zone (DNS-1 to DNS-7). Only that of AKS depends on the region.
pub fn zone_name(kind: ZoneKind, cloud: Cloud, region: &str) -> String {
    let public = public_suffix(kind, cloud);
    match kind {
        ZoneKind::KeyVault => format!("privatelink.{}", suffixes(cloud).value.key_vault_core),
        ZoneKind::AksApi => format!("privatelink.{}.{public}", region.trim().to_lowercase()),
        _ => format!("privatelink.{public}"),
    }
}

/// The name of the zone that AKS itself makes for the API server of a private cluster, in the group of its
/// nodes (AKS-40). What it begins with is known when the cluster stands. With API Server VNet Integration there
/// is no private link, and the name says so.
pub fn own_zone_of_aks(cloud: Cloud, region: &str, is_integrated: bool) -> String {
    let zone = zone_name(ZoneKind::AksApi, cloud, region);
    let zone = if is_integrated {
        zone.replacen("privatelink.", "private.", 1)
    } else {
        zone
    };
    format!("<guid>.{zone}")
}

/// Whether a page that was read states the name of this zone in this cloud.
pub fn is_confirmed(kind: ZoneKind, cloud: Cloud) -> bool {
    match kind {
        ZoneKind::WorkspaceApi
        | ZoneKind::Notebooks
        | ZoneKind::Blob
        | ZoneKind::File
        | ZoneKind::Queue
        | ZoneKind::Table
        | ZoneKind::KeyVault => true,
        ZoneKind::Dfs => cloud != Cloud::UsGovernment,
        ZoneKind::Registry | ZoneKind::AksApi => cloud == Cloud::Public,
        ZoneKind::Monitor
        | ZoneKind::MonitorOms
        | ZoneKind::MonitorOds
        | ZoneKind::MonitorAgent => cloud != Cloud::China,
    }
}

/// The suffix of the public names that a zone stands in for: what a custom DNS server forwards (DNS-25).
pub fn public_suffix(kind: ZoneKind, cloud: Cloud) -> String {
    let hosts = suffixes(cloud).value;
    let storage = |service: &str| format!("{service}.{}", hosts.storage);
    // Azure Monitor ends differently in each cloud, behind the same words.
    let top = match cloud {
        Cloud::Public => "com",
        Cloud::UsGovernment => "us",
        Cloud::China => "cn",
    };
    match kind {
        ZoneKind::WorkspaceApi => hosts.ml_api.to_owned(),
        ZoneKind::Notebooks => hosts.notebooks.to_owned(),
        ZoneKind::Blob => storage("blob"),
        ZoneKind::File => storage("file"),
        ZoneKind::Queue => storage("queue"),
        ZoneKind::Table => storage("table"),
        ZoneKind::Dfs => storage("dfs"),
        ZoneKind::KeyVault => hosts.key_vault.to_owned(),
        ZoneKind::Registry => hosts.registry.to_owned(),
        ZoneKind::Monitor => format!("monitor.azure.{top}"),
        ZoneKind::MonitorOms => format!("oms.opinsights.azure.{top}"),
        ZoneKind::MonitorOds => format!("ods.opinsights.azure.{top}"),
        ZoneKind::MonitorAgent => {
            let top = if cloud == Cloud::Public { "net" } else { top };
            format!("agentsvc.azure-automation.{top}")
        }
        ZoneKind::AksApi => hosts.aks_api.to_owned(),
    }
}

/// Suffixes that have no zone of their own but resolve through the workspace's zones: a custom DNS server
/// forwards them too (DNS-25, DNS-27).
pub fn workspace_suffixes(cloud: Cloud) -> &'static [&'static str] {
    match cloud {
        Cloud::Public => &[
            "instances.azureml.ms",
            "aznbcontent.net",
            "inference.ml.azure.com",
        ],
        Cloud::UsGovernment => &["instances.azureml.us", "instances.azureml.ms"],
        Cloud::China => &["instances.azureml.cn", "instances.azureml.ms"],
    }
}

/// The zones that a private endpoint registers in (DNS-1 to DNS-6).
pub fn zones_for(kind: PrivateEndpointKind) -> &'static [ZoneKind] {
    match kind {
        PrivateEndpointKind::Workspace => &[ZoneKind::WorkspaceApi, ZoneKind::Notebooks],
        PrivateEndpointKind::Blob => &[ZoneKind::Blob],
        PrivateEndpointKind::File => &[ZoneKind::File],
        PrivateEndpointKind::Queue => &[ZoneKind::Queue],
        PrivateEndpointKind::Table => &[ZoneKind::Table],
        PrivateEndpointKind::Dfs => &[ZoneKind::Dfs],
        PrivateEndpointKind::KeyVault => &[ZoneKind::KeyVault],
        PrivateEndpointKind::Registry => &[ZoneKind::Registry],
        PrivateEndpointKind::Monitor => &[
            ZoneKind::Monitor,
            ZoneKind::MonitorOms,
            ZoneKind::MonitorOds,
            ZoneKind::MonitorAgent,
            ZoneKind::Blob,
        ],
    }
}

/// The sub-resource that a private endpoint asks for (PE-1 to PE-9).
pub fn group_id(kind: PrivateEndpointKind) -> &'static str {
    match kind {
        PrivateEndpointKind::Workspace => "amlworkspace",
        PrivateEndpointKind::Blob => "blob",
        PrivateEndpointKind::File => "file",
        PrivateEndpointKind::Queue => "queue",
        PrivateEndpointKind::Table => "table",
        PrivateEndpointKind::Dfs => "dfs",
        PrivateEndpointKind::KeyVault => "vault",
        PrivateEndpointKind::Registry => "registry",
        PrivateEndpointKind::Monitor => "azuremonitor",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::azure::address_ranges::FORBIDDEN;
    use crate::azure::limits::ZONES_PER_GROUP;
    use crate::domain::Word;

    #[test]
    fn names_the_zone_that_aks_makes_for_itself() {
        let name = |is_integrated| own_zone_of_aks(Cloud::Public, " WestEurope", is_integrated);
        assert_eq!(name(false), "<guid>.privatelink.westeurope.azmk8s.io");
        assert_eq!(name(true), "<guid>.private.westeurope.azmk8s.io");
    }

    #[test]
    fn names_the_zones_of_the_public_cloud() {
        for (kind, expected) in [
            (ZoneKind::WorkspaceApi, "privatelink.api.azureml.ms"),
            (ZoneKind::Notebooks, "privatelink.notebooks.azure.net"),
            (ZoneKind::Blob, "privatelink.blob.core.windows.net"),
            (ZoneKind::Dfs, "privatelink.dfs.core.windows.net"),
            (ZoneKind::KeyVault, "privatelink.vaultcore.azure.net"),
            (ZoneKind::Registry, "privatelink.azurecr.io"),
            (ZoneKind::Monitor, "privatelink.monitor.azure.com"),
            (ZoneKind::MonitorOms, "privatelink.oms.opinsights.azure.com"),
            (ZoneKind::MonitorOds, "privatelink.ods.opinsights.azure.com"),
            (
                ZoneKind::MonitorAgent,
                "privatelink.agentsvc.azure-automation.net",
            ),
            (ZoneKind::AksApi, "privatelink.westeurope.azmk8s.io"),
        ] {
            assert_eq!(zone_name(kind, Cloud::Public, " WestEurope "), expected);
        }
    }

    #[test]
    fn names_the_zones_of_the_sovereign_clouds() {
        for (kind, government, china) in [
            (
                ZoneKind::WorkspaceApi,
                "privatelink.api.ml.azure.us",
                "privatelink.api.ml.azure.cn",
            ),
            (
                ZoneKind::Notebooks,
                "privatelink.notebooks.usgovcloudapi.net",
                "privatelink.notebooks.chinacloudapi.cn",
            ),
            (
                ZoneKind::File,
                "privatelink.file.core.usgovcloudapi.net",
                "privatelink.file.core.chinacloudapi.cn",
            ),
            (
                ZoneKind::KeyVault,
                "privatelink.vaultcore.usgovcloudapi.net",
                "privatelink.vaultcore.azure.cn",
            ),
            (
                ZoneKind::Registry,
                "privatelink.azurecr.us",
                "privatelink.azurecr.cn",
            ),
        ] {
            assert_eq!(zone_name(kind, Cloud::UsGovernment, ""), government);
            assert_eq!(zone_name(kind, Cloud::China, ""), china);
        }
        assert_eq!(
            zone_name(ZoneKind::MonitorAgent, Cloud::UsGovernment, ""),
            "privatelink.agentsvc.azure-automation.us"
        );
    }

    #[test]
    fn no_two_zones_of_a_cloud_share_a_name() {
        for cloud in Cloud::ALL {
            let names: BTreeSet<String> = ZoneKind::ALL
                .iter()
                .map(|kind| zone_name(*kind, *cloud, "region"))
                .collect();
            assert_eq!(names.len(), ZoneKind::ALL.len());
        }
    }

    #[test]
    fn azure_dns_is_an_address_that_no_vnet_may_contain() {
        let address = format!("{}/32", AZURE_DNS.value)
            .parse()
            .expect("an address");
        assert!(FORBIDDEN.value.iter().any(|range| range.contains(address)));
    }

    #[test]
    fn forwards_the_public_names_and_not_the_private_ones() {
        assert_eq!(
            public_suffix(ZoneKind::KeyVault, Cloud::Public),
            "vault.azure.net"
        );
        assert_eq!(
            public_suffix(ZoneKind::WorkspaceApi, Cloud::Public),
            "api.azureml.ms"
        );
        for kind in ZoneKind::ALL {
            assert!(!public_suffix(*kind, Cloud::China).starts_with("privatelink."));
        }
    }

    #[test]
    fn every_endpoint_fits_one_zone_group() {
        let mut groups = BTreeSet::new();
        for kind in PrivateEndpointKind::ALL {
            let zones = zones_for(*kind);
            let most = ZONES_PER_GROUP.value.usual;
            assert!(!zones.is_empty() && zones.len() as u64 <= most, "{kind:?}");
            groups.insert(group_id(*kind));
        }
        assert_eq!(groups.len(), PrivateEndpointKind::ALL.len());
    }

    #[test]
    fn every_zone_of_the_public_cloud_is_confirmed() {
        assert!(
            ZoneKind::ALL
                .iter()
                .all(|kind| is_confirmed(*kind, Cloud::Public))
        );
        assert!(!is_confirmed(ZoneKind::Monitor, Cloud::China));
    }
}
