//! The workspace.

use super::Lowering;
use crate::deployment::resource::{ServerlessSubnet, Workspace};
use crate::deployment::{Key, Resource};
use crate::domain::{Item, Placement};

impl Lowering<'_> {
    pub(super) fn workspace(&mut self) {
        let workspace = &self.plan.workspace;
        let item = Item::Workspace;
        let key = Key::of(item);
        if workspace.placement == Placement::Existing {
            self.refer(key, item, &workspace.name, &workspace.resource_id);
            return;
        }
        let name = workspace.name.trim();
        if workspace.customer_managed_key {
            self.gap(
                item.field("customer_managed_key"),
                format!(
                    "The customer-managed key of {name} is not written: a key in a new vault does not exist \
                     yet. Add its identifier before the first deployment; it cannot be added later."
                ),
            );
        }
        let storage = self
            .plan
            .default_storage()
            .and_then(|account| self.reference_to(Item::Storage(account.id)));
        if storage.is_none() {
            self.gap(
                item,
                format!(
                    "{} has no default storage account: Azure refuses it like this.",
                    if name.is_empty() {
                        "The workspace"
                    } else {
                        name
                    }
                ),
            );
        }
        let serverless = &workspace.serverless;
        let serverless = serverless
            .subnet
            .filter(|_| serverless.max_nodes > 0)
            .and_then(|subnet| self.reference_to(Item::Subnet(subnet)))
            .map(|subnet| ServerlessSubnet {
                subnet,
                public_ip: serverless.public_ip,
            });
        let builder = workspace
            .image_build_compute
            .and_then(|id| self.plan.cluster(id))
            .map(|cluster| cluster.name.trim().to_owned());
        let resource = Resource::Workspace(Workspace {
            storage,
            key_vault: self.reference_to(Item::KeyVault),
            registry: self.reference_to(Item::Registry),
            insights: self.reference_to(Item::Insights),
            isolation: workspace.isolation,
            public_network_access: workspace.public_network_access,
            high_business_impact: workspace.high_business_impact,
            image_build_compute: builder,
            serverless,
        });
        let description = "Name of the Azure ML workspace.";
        let name = self.parameter("workspaceName", name, description);
        self.create(key, item, name, resource);
    }
}
