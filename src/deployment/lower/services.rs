//! Storage accounts, key vault and registry.

use super::Lowering;
use crate::deployment::resource::{KeyVault, Registry, Replication, StorageAccount};
use crate::deployment::{Key, Resource};
use crate::domain::{Item, Placement};

impl Lowering<'_> {
    pub(super) fn services(&mut self) {
        self.storage();
        self.key_vault();
        self.registry();
    }

    fn storage(&mut self) {
        for account in &self.plan.storage {
            let item = Item::Storage(account.id);
            if account.placement == Placement::Existing {
                self.refer(Key::of(item), item, &account.name, &account.resource_id);
                continue;
            }
            let parameter = if account.workspace_default {
                "workspaceStorageName"
            } else {
                "storageName"
            };
            let description = "Name of a storage account, unique in all of Azure.";
            let name = self.parameter(parameter, &account.name, description);
            let resource = Resource::StorageAccount(StorageAccount {
                hierarchical_namespace: account.hierarchical_namespace,
                public_network_access: account.public_network_access,
                trusted_services: account.trusted_services,
            });
            self.create(Key::of(item), item, name, resource);
        }
    }

    fn key_vault(&mut self) {
        let vault = &self.plan.workspace.key_vault;
        let item = Item::KeyVault;
        if vault.placement == Placement::Existing {
            self.refer(Key::of(item), item, &vault.name, &vault.resource_id);
            return;
        }
        let description = "Name of the key vault, unique in all of Azure.";
        let name = self.parameter("keyVaultName", &vault.name, description);
        let resource = Resource::KeyVault(KeyVault {
            public_network_access: vault.public_network_access,
            trusted_services: vault.trusted_services,
        });
        self.create(Key::of(item), item, name, resource);
    }

    fn registry(&mut self) {
        let Some(registry) = &self.plan.workspace.registry else {
            return;
        };
        let item = Item::Registry;
        let key = Key::of(item);
        if registry.placement == Placement::Existing {
            self.refer(key, item, &registry.name, &registry.resource_id);
            return;
        }
        let description = "Name of the container registry, unique in all of Azure.";
        let name = self.parameter("registryName", &registry.name, description);
        let resource = Resource::Registry(Registry {
            sku: registry.sku,
            quarantine: registry.quarantine,
            admin_user: registry.admin_user,
            public_network_access: registry.public_network_access,
            trusted_services: registry.trusted_services,
        });
        self.create(key.clone(), item, name, resource);
        let Some(parent) = self.parent(&key) else {
            return;
        };
        for (position, region) in registry.replica_regions.iter().enumerate() {
            let region = region.trim();
            let part = format!("replica-{}", position + 1);
            let resource = Resource::Replication(Replication);
            let node = self.create_child(&parent, Key::part(item, &part), item, region, resource);
            node.location = Some(region.into());
        }
    }
}
