//! Services, the workspace and everything in it, AKS. Tables only.

use super::{How, IDENTITY, Row, row, same, switch};

pub(in crate::exports::terraform) const STORAGE_ACCOUNT: &[Row] = &[
    same("account_kind", "kind"),
    row("account_tier", "", How::Text("Standard")),
    row("account_replication_type", "", How::Text("LRS")),
    same("access_tier", "properties.accessTier"),
    same("is_hns_enabled", "properties.isHnsEnabled"),
    same("min_tls_version", "properties.minimumTlsVersion"),
    same(
        "https_traffic_only_enabled",
        "properties.supportsHttpsTrafficOnly",
    ),
    same(
        "allow_nested_items_to_be_public",
        "properties.allowBlobPublicAccess",
    ),
    same(
        "cross_tenant_replication_enabled",
        "properties.allowCrossTenantReplication",
    ),
    same(
        "shared_access_key_enabled",
        "properties.allowSharedKeyAccess",
    ),
    switch(
        "public_network_access_enabled",
        "properties.publicNetworkAccess",
    ),
    row(
        "network_rules",
        "properties.networkAcls",
        How::Block(&[
            same("default_action", "defaultAction"),
            row("bypass", "bypass", How::Wrap),
        ]),
    ),
];

pub(in crate::exports::terraform) const KEY_VAULT: &[Row] = &[
    same("tenant_id", "properties.tenantId"),
    same("sku_name", "properties.sku.name"),
    same(
        "rbac_authorization_enabled",
        "properties.enableRbacAuthorization",
    ),
    same(
        "purge_protection_enabled",
        "properties.enablePurgeProtection",
    ),
    switch(
        "public_network_access_enabled",
        "properties.publicNetworkAccess",
    ),
    row(
        "network_acls",
        "properties.networkAcls",
        How::Block(&[
            same("default_action", "defaultAction"),
            same("bypass", "bypass"),
        ]),
    ),
];

pub(in crate::exports::terraform) const REGISTRY: &[Row] = &[
    same("sku", "sku.name"),
    same("admin_enabled", "properties.adminUserEnabled"),
    same("anonymous_pull_enabled", "properties.anonymousPullEnabled"),
    switch(
        "public_network_access_enabled",
        "properties.publicNetworkAccess",
    ),
    same(
        "network_rule_bypass_option",
        "properties.networkRuleBypassOptions",
    ),
    switch(
        "quarantine_policy_enabled",
        "properties.policies.quarantinePolicy.status",
    ),
];

pub(in crate::exports::terraform) const LOG_ANALYTICS: &[Row] =
    &[same("sku", "properties.sku.name")];

pub(in crate::exports::terraform) const APP_INSIGHTS: &[Row] = &[
    same("application_type", "properties.Application_Type"),
    same("workspace_id", "properties.WorkspaceResourceId"),
    switch(
        "internet_ingestion_enabled",
        "properties.publicNetworkAccessForIngestion",
    ),
    switch(
        "internet_query_enabled",
        "properties.publicNetworkAccessForQuery",
    ),
];

pub(in crate::exports::terraform) const PRIVATE_LINK_SCOPE: &[Row] = &[
    same(
        "ingestion_access_mode",
        "properties.accessModeSettings.ingestionAccessMode",
    ),
    same(
        "query_access_mode",
        "properties.accessModeSettings.queryAccessMode",
    ),
];

pub(in crate::exports::terraform) const SCOPED_RESOURCE: &[Row] =
    &[same("linked_resource_id", "properties.linkedResourceId")];

pub(in crate::exports::terraform) const WORKSPACE: &[Row] = &[
    same("kind", "kind"),
    same("sku_name", "sku.name"),
    same("storage_account_id", "properties.storageAccount"),
    same("key_vault_id", "properties.keyVault"),
    same("application_insights_id", "properties.applicationInsights"),
    same("container_registry_id", "properties.containerRegistry"),
    switch(
        "public_network_access_enabled",
        "properties.publicNetworkAccess",
    ),
    same("high_business_impact", "properties.hbiWorkspace"),
    same("v1_legacy_mode_enabled", "properties.v1LegacyMode"),
    same("image_build_compute_name", "properties.imageBuildCompute"),
    IDENTITY,
    row(
        "managed_network",
        "properties.managedNetwork",
        How::Block(&[same("isolation_mode", "isolationMode")]),
    ),
    row(
        "serverless_compute",
        "properties.serverlessComputeSettings",
        How::Block(&[
            same("subnet_id", "serverlessComputeCustomSubnet"),
            row("public_ip_enabled", "serverlessComputeNoPublicIP", How::Not),
        ]),
    ),
];

pub(in crate::exports::terraform) const COMPUTE_CLUSTER: &[Row] = &[
    same("vm_size", "properties.properties.vmSize"),
    same("vm_priority", "properties.properties.vmPriority"),
    same("subnet_resource_id", "properties.properties.subnet.id"),
    same(
        "node_public_ip_enabled",
        "properties.properties.enableNodePublicIp",
    ),
    switch(
        "ssh_public_access_enabled",
        "properties.properties.remoteLoginPortPublicAccess",
    ),
    row(
        "local_auth_enabled",
        "properties.disableLocalAuth",
        How::Not,
    ),
    row(
        "scale_settings",
        "properties.properties.scaleSettings",
        How::Block(&[
            same("min_node_count", "minNodeCount"),
            same("max_node_count", "maxNodeCount"),
            same(
                "scale_down_nodes_after_idle_duration",
                "nodeIdleTimeBeforeScaleDown",
            ),
        ]),
    ),
];

pub(in crate::exports::terraform) const COMPUTE_INSTANCE: &[Row] = &[
    same("virtual_machine_size", "properties.properties.vmSize"),
    row("authorization_type", "", How::Text("personal")),
    same("subnet_resource_id", "properties.properties.subnet.id"),
    same(
        "node_public_ip_enabled",
        "properties.properties.enableNodePublicIp",
    ),
    row(
        "local_auth_enabled",
        "properties.disableLocalAuth",
        How::Not,
    ),
];

pub(in crate::exports::terraform) const ROLE_ASSIGNMENT: &[Row] = &[
    same("scope", "scope"),
    same("principal_id", "properties.principalId"),
    same("principal_type", "properties.principalType"),
];

pub(in crate::exports::terraform) const AGENT_POOL: &[Row] = &[
    same("mode", "properties.mode"),
    same("vm_size", "properties.vmSize"),
    same("node_count", "properties.count"),
    same("auto_scaling_enabled", "properties.enableAutoScaling"),
    same("min_count", "properties.minCount"),
    same("max_count", "properties.maxCount"),
    same("max_pods", "properties.maxPods"),
    same("vnet_subnet_id", "properties.vnetSubnetID"),
    same("pod_subnet_id", "properties.podSubnetID"),
    row(
        "upgrade_settings",
        "properties.upgradeSettings",
        How::Block(&[same("max_surge", "maxSurge")]),
    ),
];

pub(in crate::exports::terraform) const AKS_CLUSTER: &[Row] = &[
    same("dns_prefix", "properties.dnsPrefix"),
    same("sku_tier", "sku.tier"),
    same("role_based_access_control_enabled", "properties.enableRBAC"),
    same("local_account_disabled", "properties.disableLocalAccounts"),
    same(
        "private_cluster_enabled",
        "properties.apiServerAccessProfile.enablePrivateCluster",
    ),
    same(
        "private_cluster_public_fqdn_enabled",
        "properties.apiServerAccessProfile.enablePrivateClusterPublicFQDN",
    ),
    row(
        "private_dns_zone_id",
        "properties.apiServerAccessProfile.privateDNSZone",
        How::Reference,
    ),
    IDENTITY,
    row(
        "default_node_pool",
        "properties.agentPoolProfiles.0",
        How::Block(&[
            same("name", "name"),
            same("vm_size", "vmSize"),
            same("node_count", "count"),
            same("auto_scaling_enabled", "enableAutoScaling"),
            same("min_count", "minCount"),
            same("max_count", "maxCount"),
            same("max_pods", "maxPods"),
            same("vnet_subnet_id", "vnetSubnetID"),
            same("pod_subnet_id", "podSubnetID"),
            row(
                "upgrade_settings",
                "upgradeSettings",
                How::Block(&[same("max_surge", "maxSurge")]),
            ),
        ]),
    ),
    row(
        "network_profile",
        "properties.networkProfile",
        How::Block(&[
            same("network_plugin", "networkPlugin"),
            same("network_plugin_mode", "networkPluginMode"),
            same("pod_cidr", "podCidr"),
            same("service_cidr", "serviceCidr"),
            same("dns_service_ip", "dnsServiceIP"),
            same("load_balancer_sku", "loadBalancerSku"),
            same("outbound_type", "outboundType"),
        ]),
    ),
    row(
        "api_server_access_profile",
        "properties.apiServerAccessProfile",
        How::Block(&[
            same("authorized_ip_ranges", "authorizedIPRanges"),
            same(
                "virtual_network_integration_enabled",
                "enableVnetIntegration",
            ),
            same("subnet_id", "subnetId"),
        ]),
    ),
    // azurerm 5 wants it written; Manual is the default.
    row(
        "node_provisioning_profile",
        "",
        How::Block(&[row("mode", "", How::Text("Manual"))]),
    ),
];

pub(in crate::exports::terraform) const AKS_EXTENSION: &[Row] = &[
    same("extension_type", "properties.extensionType"),
    same("release_train", "properties.releaseTrain"),
    same(
        "release_namespace",
        "properties.scope.cluster.releaseNamespace",
    ),
    same("configuration_settings", "properties.configurationSettings"),
];
