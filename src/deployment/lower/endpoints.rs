//! Private endpoints, the zones they register in, and who may read them.

use super::Lowering;
use super::monitor::scope_key;
use super::security::Home;
use crate::azure::private_dns_zones::{group_id, zone_name, zones_for};
use crate::azure::roles;
use crate::deployment::resource::{
    PrivateEndpoint, RoleAssignment, StaticAddress, Subnet, ZoneConfig, ZoneGroup,
};
use crate::deployment::{Attribute, Key, Ref, Resource, Value};
use crate::domain::{self, Item, Placement, PrivateEndpointKind};

/// Part of the key of an endpoint's zone group.
const ZONES: &str = "zones";
/// Name of the one zone group that an endpoint can have (DNS-26).
const ZONE_GROUP: &str = "default";

impl Lowering<'_> {
    pub(super) fn private_endpoints(&mut self) {
        for endpoint in &self.plan.private_endpoints {
            self.private_endpoint(endpoint);
        }
    }

    fn private_endpoint(&mut self, endpoint: &domain::PrivateEndpoint) {
        let item = Item::PrivateEndpoint(endpoint.id);
        let name = endpoint.name.trim();
        let subnet: Option<Ref<Subnet>> = endpoint
            .subnet
            .and_then(|id| self.reference_to(Item::Subnet(id)));
        let vnet = endpoint.subnet.and_then(|id| self.plan.vnet_of(id));
        let (Some(subnet), Some(vnet)) = (subnet, vnet) else {
            self.gap(
                item.field("subnet"),
                format!("{name} has no subnet in the files: it is not written."),
            );
            return;
        };
        let Some(service) = self.service(endpoint) else {
            self.gap(
                item.field("kind"),
                format!("{name} leads to something that is not in the files: it is not written."),
            );
            return;
        };
        let static_address = self.static_address(endpoint);
        let resource = Resource::PrivateEndpoint(PrivateEndpoint {
            subnet,
            service,
            group_id: group_id(endpoint.kind),
            static_address,
        });
        let home = Home {
            scope: self.scope_near(vnet),
            location: self.region_of(vnet),
        };
        let members = self.scope_members(endpoint.kind);
        let node = self.create_at(home, Key::of(item), item, name, resource);
        node.after = members;
        self.zone_group(endpoint);
        self.reader(endpoint);
    }

    /// The service that an endpoint leads to, if the deployment has it.
    fn service(&self, endpoint: &domain::PrivateEndpoint) -> Option<Key> {
        let storage = || {
            let default = self.plan.default_storage().map(|account| account.id);
            Some(Key::of(Item::Storage(endpoint.storage.or(default)?)))
        };
        let key = match endpoint.kind {
            PrivateEndpointKind::Workspace => Key::of(Item::Workspace),
            PrivateEndpointKind::Blob
            | PrivateEndpointKind::File
            | PrivateEndpointKind::Queue
            | PrivateEndpointKind::Table
            | PrivateEndpointKind::Dfs => storage()?,
            PrivateEndpointKind::KeyVault => Key::of(Item::KeyVault),
            PrivateEndpointKind::Registry => Key::of(Item::Registry),
            PrivateEndpointKind::Monitor => scope_key(),
        };
        self.deployment.find(&key).map(|_| key)
    }

    /// What must be in an Azure Monitor private link scope before an endpoint leads to it: its members decide
    /// which addresses the endpoint gets.
    fn scope_members(&self, kind: PrivateEndpointKind) -> Vec<Key> {
        let all = self.deployment.nodes.iter();
        all.filter(|node| {
            kind == PrivateEndpointKind::Monitor
                && matches!(node.resource, Resource::ScopedResource(_))
        })
        .map(|node| node.key.clone())
        .collect()
    }

    /// A fixed address, for the kinds that take one address. The others would need one for each member.
    fn static_address(&mut self, endpoint: &domain::PrivateEndpoint) -> Option<StaticAddress> {
        if endpoint.static_address.is_blank() {
            return None;
        }
        let member = match endpoint.kind {
            PrivateEndpointKind::Blob
            | PrivateEndpointKind::File
            | PrivateEndpointKind::Queue
            | PrivateEndpointKind::Table
            | PrivateEndpointKind::Dfs => group_id(endpoint.kind),
            PrivateEndpointKind::KeyVault => "default",
            PrivateEndpointKind::Workspace
            | PrivateEndpointKind::Registry
            | PrivateEndpointKind::Monitor => {
                let name = endpoint.name.trim();
                self.gap(
                    Item::PrivateEndpoint(endpoint.id).field("static_address"),
                    format!(
                        "{name} takes several addresses, and the plan fixes one: Azure chooses them all."
                    ),
                );
                return None;
            }
        };
        Some(StaticAddress {
            member,
            address: endpoint.static_address.as_str().trim().to_owned(),
        })
    }

    /// The zones of the plan that an endpoint registers in. Without any, names are somebody else's business.
    fn zone_group(&mut self, endpoint: &domain::PrivateEndpoint) {
        let item = Item::PrivateEndpoint(endpoint.id);
        let basics = &self.plan.basics;
        let mut zones = Vec::new();
        let mut links = Vec::new();
        for kind in zones_for(endpoint.kind) {
            let Some(zone) = self.plan.zone(*kind) else {
                continue;
            };
            let Some(reference) = self.reference_to(Item::Zone(zone.id)) else {
                continue;
            };
            zones.push(ZoneConfig {
                name: zone_name(*kind, basics.cloud, &basics.region).replace('.', "-"),
                zone: reference,
            });
            links.extend(self.links_of(zone));
        }
        let Some(parent) = self.parent(&Key::of(item)).filter(|_| !zones.is_empty()) else {
            return;
        };
        let resource = Resource::ZoneGroup(ZoneGroup { zones });
        let key = Key::part(item, ZONES);
        let node = self.create_child(&parent, key, item, ZONE_GROUP, resource);
        // With the links in place, the names resolve wherever they have to as soon as they are registered.
        node.after.extend(links);
    }

    /// Studio reads the private endpoints of the default storage account as the workspace (PE-27).
    fn reader(&mut self, endpoint: &domain::PrivateEndpoint) {
        let default = self.plan.default_storage().map(|account| account.id);
        let is_default = endpoint.storage.is_none() || endpoint.storage == default;
        let is_read = matches!(
            endpoint.kind,
            PrivateEndpointKind::Blob | PrivateEndpointKind::File
        );
        let is_new = self.plan.workspace.placement == Placement::New;
        if !(is_default && is_read && is_new) {
            return;
        }
        let item = Item::PrivateEndpoint(endpoint.id);
        let on = Key::of(item);
        let principal = Key::of(Item::Workspace);
        let scope = self.parent(&on).map(|parent| parent.scope);
        let name = Value::Guid(vec![
            Value::id_of(&on),
            Value::id_of(&principal),
            roles::READER.id.into(),
        ]);
        let resource = Resource::RoleAssignment(RoleAssignment {
            principal,
            principal_attribute: Attribute::SystemPrincipalId,
            role: &roles::READER,
            on,
        });
        let node = self.create(Key::part(item, "reader"), item, name, resource);
        node.location = None;
        node.scope = scope.unwrap_or_default();
    }

    /// What must stand before a compute is created: the way out, and the private way to the workspace and its
    /// services with the names for it.
    pub(super) fn ready_for_compute(&self) -> Vec<Key> {
        let is_needed = |resource: &Resource| {
            matches!(
                resource,
                Resource::ZoneGroup(_) | Resource::PrivateEndpoint(_) | Resource::Firewall(_)
            )
        };
        let nodes = &self.deployment.nodes;
        let has_zones = |key: &Key| {
            nodes.iter().any(|node| {
                matches!(node.resource, Resource::ZoneGroup(_)) && node.after.contains(key)
            })
        };
        nodes
            .iter()
            .filter(|node| is_needed(&node.resource) && !has_zones(&node.key))
            .map(|node| node.key.clone())
            .collect()
    }
}
