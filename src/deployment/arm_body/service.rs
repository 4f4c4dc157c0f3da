//! Bodies of the services that a workspace stands on. What the plan does not decide is set to the careful
//! value: TLS 1.2, no anonymous blobs, role-based access to secrets, purge protection.

use super::{bypass, switch};
use crate::deployment::resource::{
    AppInsights, KeyVault, LogAnalytics, PrivateLinkScope, Registry, ScopedResource, StorageAccount,
};
use crate::deployment::{Object, Value};
use crate::domain::{MonitorMode, RegistrySku};

pub(super) fn storage(body: Object, account: &StorageAccount) -> Object {
    body.with("sku", Object::new().with("name", "Standard_LRS"))
        .with("kind", "StorageV2")
        .with(
            "properties",
            Object::new()
                .with("accessTier", "Hot")
                .with("isHnsEnabled", account.hierarchical_namespace)
                .with("minimumTlsVersion", "TLS1_2")
                .with("supportsHttpsTrafficOnly", true)
                .with("allowBlobPublicAccess", false)
                .with("allowCrossTenantReplication", false)
                // The workspace's own datastores and file shares use account keys.
                .with("allowSharedKeyAccess", true)
                .with("publicNetworkAccess", switch(account.public_network_access))
                .with(
                    "networkAcls",
                    firewall(account.public_network_access, account.trusted_services),
                ),
        )
}

pub(super) fn key_vault(body: Object, vault: &KeyVault) -> Object {
    body.with(
        "properties",
        Object::new()
            .with("tenantId", Value::TenantId)
            .with(
                "sku",
                Object::new().with("family", "A").with("name", "standard"),
            )
            .with("enableRbacAuthorization", true)
            .with("enableSoftDelete", true)
            .with("enablePurgeProtection", true)
            .with("publicNetworkAccess", switch(vault.public_network_access))
            .with(
                "networkAcls",
                firewall(vault.public_network_access, vault.trusted_services),
            ),
    )
}

/// A service firewall: closed unless the public endpoint is meant to answer.
fn firewall(public_network_access: bool, trusted_services: bool) -> Object {
    let default = if public_network_access {
        "Allow"
    } else {
        "Deny"
    };
    Object::new()
        .with("bypass", bypass(trusted_services))
        .with("defaultAction", default)
}

pub(super) fn registry(body: Object, registry: &Registry) -> Object {
    let sku = match registry.sku {
        RegistrySku::Premium => "Premium",
        RegistrySku::Standard => "Standard",
        RegistrySku::Basic => "Basic",
    };
    let premium = registry.sku == RegistrySku::Premium;
    let quarantine =
        Object::new().with("quarantinePolicy", Object::new().with("status", "enabled"));
    body.with("sku", Object::new().with("name", sku)).with(
        "properties",
        Object::new()
            .with("adminUserEnabled", registry.admin_user)
            .with("anonymousPullEnabled", false)
            .with(
                "publicNetworkAccess",
                switch(registry.public_network_access),
            )
            .maybe(
                "networkRuleBypassOptions",
                premium.then(|| bypass(registry.trusted_services)),
            )
            .maybe("policies", registry.quarantine.then_some(quarantine)),
    )
}

pub(super) fn replication(body: Object) -> Object {
    body.with("properties", Object::new())
}

pub(super) fn log_analytics(body: Object, logs: &LogAnalytics) -> Object {
    let access = switch(logs.public_network_access);
    body.with(
        "properties",
        Object::new()
            .with("sku", Object::new().with("name", "PerGB2018"))
            .with("publicNetworkAccessForIngestion", &access)
            .with("publicNetworkAccessForQuery", &access),
    )
}

pub(super) fn app_insights(body: Object, insights: &AppInsights) -> Object {
    let access = switch(insights.public_network_access);
    body.with("kind", "web").with(
        "properties",
        Object::new()
            .with("Application_Type", "web")
            .with("IngestionMode", "LogAnalytics")
            .with("WorkspaceResourceId", &insights.log_analytics)
            .with("publicNetworkAccessForIngestion", &access)
            .with("publicNetworkAccessForQuery", &access),
    )
}

pub(super) fn private_link_scope(body: Object, scope: &PrivateLinkScope) -> Object {
    let mode = match scope.mode {
        MonitorMode::Open => "Open",
        MonitorMode::PrivateOnly => "PrivateOnly",
    };
    body.with(
        "properties",
        Object::new().with(
            "accessModeSettings",
            Object::new()
                .with("ingestionAccessMode", mode)
                .with("queryAccessMode", mode),
        ),
    )
}

pub(super) fn scoped_resource(body: Object, scoped: &ScopedResource) -> Object {
    body.with(
        "properties",
        Object::new().with("linkedResourceId", Value::id_of(&scoped.linked)),
    )
}
