//! The services behind the private endpoints, in the order in which they are drawn.

use crate::diagram::glyphs::Glyph;
use crate::diagram::tally::{Marks, Tally, family};
use crate::domain::{Item, Plan, PrivateEndpoint, PrivateEndpointKind};

use super::named;

/// A batch endpoint inside the workspace's box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::diagram) struct BatchPill {
    pub(in crate::diagram) key: String,
    pub(in crate::diagram) item: Item,
    pub(in crate::diagram) name: String,
    pub(in crate::diagram) marks: Marks,
}

/// A service outside the VNets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::diagram) struct Service {
    pub(in crate::diagram) key: String,
    pub(in crate::diagram) item: Item,
    pub(in crate::diagram) glyph: Glyph,
    pub(in crate::diagram) title: &'static str,
    pub(in crate::diagram) name: String,
    /// Whether its public endpoint answers.
    pub(in crate::diagram) public: bool,
    pub(in crate::diagram) batch: Vec<BatchPill>,
    pub(in crate::diagram) marks: Marks,
}

/// Every service of the plan: workspace, storage accounts, key vault, registry, Azure Monitor.
pub(super) fn services(plan: &Plan, tally: &Tally) -> Vec<Service> {
    let workspace = &plan.workspace;
    let draft = Draft { plan, tally };
    let mut services = Vec::new();
    if !workspace.name.trim().is_empty() || draft.leads_to(PrivateEndpointKind::Workspace) {
        let mut service = draft.service(
            Item::Workspace,
            (Glyph::Workspace, "Workspace"),
            &workspace.name,
            workspace.public_network_access,
        );
        service.batch = draft.batch();
        services.push(service);
    }
    for account in &plan.storage {
        let title = if account.hierarchical_namespace {
            "Data lake storage"
        } else {
            "Storage account"
        };
        services.push(draft.service(
            Item::Storage(account.id),
            (Glyph::Storage, title),
            &account.name,
            account.public_network_access,
        ));
    }
    if !workspace.key_vault.name.trim().is_empty() || draft.leads_to(PrivateEndpointKind::KeyVault)
    {
        services.push(draft.service(
            Item::KeyVault,
            (Glyph::KeyVault, "Key vault"),
            &workspace.key_vault.name,
            workspace.key_vault.public_network_access,
        ));
    }
    if let Some(registry) = &workspace.registry {
        services.push(draft.service(
            Item::Registry,
            (Glyph::Registry, "Container registry"),
            &registry.name,
            registry.public_network_access,
        ));
    }
    let insights = &workspace.insights;
    if !insights.name.trim().is_empty() || draft.leads_to(PrivateEndpointKind::Monitor) {
        let name = if insights.private_link_scope && !insights.scope_name.trim().is_empty() {
            &insights.scope_name
        } else {
            &insights.name
        };
        services.push(draft.service(
            Item::Insights,
            (Glyph::Insights, "Application Insights"),
            name,
            false,
        ));
    }
    services
}

struct Draft<'a> {
    plan: &'a Plan,
    tally: &'a Tally,
}

impl Draft<'_> {
    fn leads_to(&self, kind: PrivateEndpointKind) -> bool {
        self.plan.endpoints_of(kind).next().is_some()
    }

    fn service(
        &self,
        item: Item,
        (glyph, title): (Glyph, &'static str),
        name: &str,
        public: bool,
    ) -> Service {
        Service {
            key: item.key(),
            item,
            glyph,
            title,
            name: named(name, "no name yet"),
            public,
            batch: Vec::new(),
            marks: self.tally.of(&family(self.plan, item)),
        }
    }

    fn batch(&self) -> Vec<BatchPill> {
        self.plan
            .batch_endpoints
            .iter()
            .map(|endpoint| {
                let item = Item::BatchEndpoint(endpoint.id);
                BatchPill {
                    key: item.key(),
                    item,
                    name: named(&endpoint.name, "no name yet"),
                    marks: self.tally.of(&family(self.plan, item)),
                }
            })
            .collect()
    }
}

/// The service that a private endpoint leads to, if the plan has it.
pub(super) fn behind<'a>(
    services: &'a [Service],
    endpoint: &PrivateEndpoint,
) -> Option<&'a Service> {
    let item = match endpoint.kind {
        PrivateEndpointKind::Workspace => Item::Workspace,
        PrivateEndpointKind::KeyVault => Item::KeyVault,
        PrivateEndpointKind::Registry => Item::Registry,
        PrivateEndpointKind::Monitor => Item::Insights,
        PrivateEndpointKind::Blob
        | PrivateEndpointKind::File
        | PrivateEndpointKind::Queue
        | PrivateEndpointKind::Table
        | PrivateEndpointKind::Dfs => Item::Storage(endpoint.storage?),
    };
    services.iter().find(|service| service.item == item)
}
