//! The workspace and its services, their private endpoints and zones.

use super::Draft;
use crate::azure::naming::NameKind;
use crate::domain::{
    ClusterId, Insights, KeyVault, PrivateDnsZone, PrivateEndpoint, PrivateEndpointId,
    PrivateEndpointKind, Registry, StorageAccount, StorageId, SubnetId, VnetId, ZoneId, ZoneKind,
};

/// The zones of a private workspace with blob, file, key vault and registry.
pub(crate) const WORKSPACE_ZONES: &[ZoneKind] = &[
    ZoneKind::WorkspaceApi,
    ZoneKind::Notebooks,
    ZoneKind::Blob,
    ZoneKind::File,
    ZoneKind::KeyVault,
    ZoneKind::Registry,
];

impl Draft {
    /// The workspace with storage, key vault and monitoring; nothing answers on a public endpoint.
    pub(crate) fn workspace(&mut self) -> StorageId {
        let id = StorageId(self.plan.next_id());
        let name = self.global_name(NameKind::StorageAccount, "ml", "01");
        self.plan.storage.push(StorageAccount {
            id,
            name,
            workspace_default: true,
            trusted_services: true,
            ..StorageAccount::default()
        });
        self.plan.workspace.name = self.name(NameKind::Workspace, "");
        self.plan.workspace.key_vault = KeyVault {
            name: self.global_name(NameKind::KeyVault, "ml", "01"),
            trusted_services: true,
            ..KeyVault::default()
        };
        self.plan.workspace.insights = Insights {
            name: self.name(NameKind::ApplicationInsights, "ml"),
            log_analytics_name: self.name(NameKind::LogAnalytics, "ml"),
            scope_name: self.name(NameKind::PrivateLinkScope, "ml"),
            connection_endpoints: 2,
            log_analytics_regions: 1,
            ..Insights::default()
        };
        id
    }

    /// A private Premium registry, and the cluster that builds images for it.
    pub(crate) fn registry(&mut self, builder: ClusterId) {
        self.plan.workspace.registry = Some(Registry {
            name: self.global_name(NameKind::ContainerRegistry, "ml", "01"),
            admin_user: true,
            trusted_services: true,
            ..Registry::default()
        });
        self.plan.workspace.image_build_compute = Some(builder);
    }

    /// Private endpoints; the storage kinds lead to `storage`.
    pub(crate) fn endpoints(
        &mut self,
        subnet: SubnetId,
        storage: StorageId,
        part: &str,
        kinds: &[PrivateEndpointKind],
    ) {
        for kind in kinds {
            let id = PrivateEndpointId(self.plan.next_id());
            let target = [part, endpoint_part(*kind)].join(" ");
            let name = self.name(NameKind::PrivateEndpoint, &target);
            self.plan.private_endpoints.push(PrivateEndpoint {
                id,
                name,
                kind: *kind,
                storage: kind.storage_service().map(|_| storage),
                subnet: Some(subnet),
                ..PrivateEndpoint::default()
            });
        }
    }

    /// Private DNS zones that the plan creates, each linked to all of `links`.
    pub(crate) fn zones(&mut self, kinds: &[ZoneKind], links: &[VnetId]) {
        for kind in kinds {
            let id = ZoneId(self.plan.next_id());
            self.plan.dns.zones.push(PrivateDnsZone {
                id,
                kind: *kind,
                links: links.to_vec(),
                ..PrivateDnsZone::default()
            });
        }
    }
}

/// The part of an endpoint's name that says what it leads to.
fn endpoint_part(kind: PrivateEndpointKind) -> &'static str {
    match kind {
        PrivateEndpointKind::Workspace => "mlw",
        PrivateEndpointKind::Blob => "blob",
        PrivateEndpointKind::File => "file",
        PrivateEndpointKind::Queue => "queue",
        PrivateEndpointKind::Table => "table",
        PrivateEndpointKind::Dfs => "dfs",
        PrivateEndpointKind::KeyVault => "kv",
        PrivateEndpointKind::Registry => "cr",
        PrivateEndpointKind::Monitor => "ampls",
    }
}
