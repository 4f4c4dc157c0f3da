//! How a body in Azure's shape is written with the arguments of azurerm: one row for each argument.
//!
//! Rows read the same bodies that the ARM template prints, so both say the same. Tables only.

/// One argument or nested block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Its name in azurerm.
    pub(super) name: &'static str,
    /// Where its value is: names with dots between. `0` is the first of a list, `name=x` the one of that name;
    /// a slash at the start begins at the resource again.
    pub(super) path: &'static str,
    /// How the value is written.
    pub(super) how: How,
}

/// How a value is written.
#[derive(Clone, Copy, Debug)]
pub(super) enum How {
    /// As it is.
    Same,
    /// `Enabled` as true.
    Switch,
    /// The opposite.
    Not,
    /// A list of it alone.
    Wrap,
    /// Only if it refers to a resource.
    Reference,
    /// From each of a list, what is at this path.
    Pluck(&'static str),
    /// A nested block, unless nothing is in it.
    Block(&'static [Row]),
    /// A nested block for each of a list.
    Each(&'static [Row]),
    /// This text, whatever the body says.
    Text(&'static str),
    /// This truth, whatever the body says.
    Truth(bool),
}

const fn row(name: &'static str, path: &'static str, how: How) -> Row {
    Row { name, path, how }
}

const fn same(name: &'static str, path: &'static str) -> Row {
    row(name, path, How::Same)
}

const fn switch(name: &'static str, path: &'static str) -> Row {
    row(name, path, How::Switch)
}

const IDENTITY: Row = row("identity", "identity", How::Block(IDENTITY_ROWS));

/// The identity of a resource, in azurerm and azapi alike.
pub(super) const IDENTITY_ROWS: &[Row] = &[
    same("type", "type"),
    same("identity_ids", "userAssignedIdentities"),
];

pub(super) const NSG: &[Row] = &[row(
    "security_rule",
    "properties.securityRules",
    How::Each(&[
        same("name", "name"),
        same("description", "properties.description"),
        same("priority", "properties.priority"),
        same("direction", "properties.direction"),
        same("access", "properties.access"),
        same("protocol", "properties.protocol"),
        same("source_address_prefix", "properties.sourceAddressPrefix"),
        same(
            "source_address_prefixes",
            "properties.sourceAddressPrefixes",
        ),
        same("source_port_range", "properties.sourcePortRange"),
        same("source_port_ranges", "properties.sourcePortRanges"),
        same(
            "destination_address_prefix",
            "properties.destinationAddressPrefix",
        ),
        same(
            "destination_address_prefixes",
            "properties.destinationAddressPrefixes",
        ),
        same("destination_port_range", "properties.destinationPortRange"),
        same(
            "destination_port_ranges",
            "properties.destinationPortRanges",
        ),
    ]),
)];

pub(super) const ROUTE_TABLE: &[Row] = &[
    row(
        "bgp_route_propagation_enabled",
        "properties.disableBgpRoutePropagation",
        How::Not,
    ),
    row(
        "route",
        "properties.routes",
        How::Each(&[
            same("name", "name"),
            same("address_prefix", "properties.addressPrefix"),
            same("next_hop_type", "properties.nextHopType"),
            same("next_hop_in_ip_address", "properties.nextHopIpAddress"),
        ]),
    ),
];

pub(super) const PUBLIC_IP: &[Row] = &[
    same("sku", "sku.name"),
    same("allocation_method", "properties.publicIPAllocationMethod"),
];

pub(super) const NAT_GATEWAY: &[Row] = &[same("sku_name", "sku.name")];

pub(super) const VNET: &[Row] = &[
    same("address_space", "properties.addressSpace.addressPrefixes"),
    same("dns_servers", "properties.dhcpOptions.dnsServers"),
];

pub(super) const SUBNET: &[Row] = &[
    row("address_prefixes", "properties.addressPrefix", How::Wrap),
    same(
        "private_endpoint_network_policies",
        "properties.privateEndpointNetworkPolicies",
    ),
    same(
        "default_outbound_access_enabled",
        "properties.defaultOutboundAccess",
    ),
    row(
        "delegation",
        "properties.delegations",
        How::Each(&[
            same("name", "name"),
            row(
                "service_delegation",
                "properties",
                How::Block(&[same("name", "serviceName")]),
            ),
        ]),
    ),
];

pub(super) const PEERING: &[Row] = &[
    same(
        "remote_virtual_network_id",
        "properties.remoteVirtualNetwork.id",
    ),
    same(
        "allow_virtual_network_access",
        "properties.allowVirtualNetworkAccess",
    ),
    same(
        "allow_forwarded_traffic",
        "properties.allowForwardedTraffic",
    ),
    same("allow_gateway_transit", "properties.allowGatewayTransit"),
    same("use_remote_gateways", "properties.useRemoteGateways"),
];

const PUBLIC_CONFIGURATION: &[Row] = &[
    same("name", "name"),
    same("subnet_id", "properties.subnet.id"),
    same("public_ip_address_id", "properties.publicIPAddress.id"),
];

pub(super) const BASTION: &[Row] = &[
    same("sku", "sku.name"),
    same("tunneling_enabled", "properties.enableTunneling"),
    row(
        "ip_configuration",
        "properties.ipConfigurations",
        How::Each(PUBLIC_CONFIGURATION),
    ),
];

pub(super) const FIREWALL_POLICY: &[Row] = &[
    same("sku", "properties.sku.tier"),
    same("threat_intelligence_mode", "properties.threatIntelMode"),
];

pub(super) const FIREWALL_RULES: &[Row] = &[
    same("priority", "properties.priority"),
    row(
        "network_rule_collection",
        "properties.ruleCollections.name=network",
        How::Block(&[
            same("name", "name"),
            same("priority", "priority"),
            same("action", "action.type"),
            row(
                "rule",
                "rules",
                How::Each(&[
                    same("name", "name"),
                    same("protocols", "ipProtocols"),
                    same("source_addresses", "sourceAddresses"),
                    same("destination_addresses", "destinationAddresses"),
                    same("destination_ports", "destinationPorts"),
                ]),
            ),
        ]),
    ),
    row(
        "application_rule_collection",
        "properties.ruleCollections.name=application",
        How::Block(&[
            same("name", "name"),
            same("priority", "priority"),
            same("action", "action.type"),
            row(
                "rule",
                "rules",
                How::Each(&[
                    same("name", "name"),
                    same("source_addresses", "sourceAddresses"),
                    same("destination_fqdns", "targetFqdns"),
                    row(
                        "protocols",
                        "protocols",
                        How::Each(&[same("type", "protocolType"), same("port", "port")]),
                    ),
                ]),
            ),
        ]),
    ),
];

pub(super) const FIREWALL: &[Row] = &[
    same("sku_name", "properties.sku.name"),
    same("sku_tier", "properties.sku.tier"),
    same("firewall_policy_id", "properties.firewallPolicy.id"),
    row(
        "ip_configuration",
        "properties.ipConfigurations",
        How::Each(PUBLIC_CONFIGURATION),
    ),
    row(
        "management_ip_configuration",
        "properties.managementIpConfiguration",
        How::Block(PUBLIC_CONFIGURATION),
    ),
];

pub(super) const GATEWAY: &[Row] = &[
    same("type", "properties.gatewayType"),
    same("vpn_type", "properties.vpnType"),
    same("sku", "properties.sku.name"),
    row(
        "ip_configuration",
        "properties.ipConfigurations",
        How::Each(PUBLIC_CONFIGURATION),
    ),
];

pub(super) const NETWORK_INTERFACE: &[Row] = &[row(
    "ip_configuration",
    "properties.ipConfigurations",
    How::Each(&[
        same("name", "name"),
        same("subnet_id", "properties.subnet.id"),
        same(
            "private_ip_address_allocation",
            "properties.privateIPAllocationMethod",
        ),
    ]),
)];

/// Both kinds of machine; what only one of them has is absent from the other's body.
pub(super) const VIRTUAL_MACHINE: &[Row] = &[
    same("size", "properties.hardwareProfile.vmSize"),
    same("computer_name", "properties.osProfile.computerName"),
    same("admin_username", "properties.osProfile.adminUsername"),
    same("admin_password", "properties.osProfile.adminPassword"),
    same(
        "disable_password_authentication",
        "properties.osProfile.linuxConfiguration.disablePasswordAuthentication",
    ),
    row(
        "network_interface_ids",
        "properties.networkProfile.networkInterfaces",
        How::Pluck("id"),
    ),
    same(
        "secure_boot_enabled",
        "properties.securityProfile.uefiSettings.secureBootEnabled",
    ),
    same(
        "vtpm_enabled",
        "properties.securityProfile.uefiSettings.vTpmEnabled",
    ),
    row(
        "admin_ssh_key",
        "properties.osProfile.linuxConfiguration.ssh.publicKeys",
        How::Each(&[
            same("username", "/properties.osProfile.adminUsername"),
            same("public_key", "keyData"),
        ]),
    ),
    IDENTITY,
    row(
        "source_image_reference",
        "properties.storageProfile.imageReference",
        How::Block(&[
            same("publisher", "publisher"),
            same("offer", "offer"),
            same("sku", "sku"),
            same("version", "version"),
        ]),
    ),
    row(
        "os_disk",
        "properties.storageProfile.osDisk",
        How::Block(&[
            row("caching", "", How::Text("ReadWrite")),
            same("storage_account_type", "managedDisk.storageAccountType"),
        ]),
    ),
];

/// The zone group, a resource of its own in Azure, stands under `zoneGroup`.
pub(super) const PRIVATE_ENDPOINT: &[Row] = &[
    same("subnet_id", "properties.subnet.id"),
    row(
        "private_service_connection",
        "properties.privateLinkServiceConnections",
        How::Each(&[
            same("name", "name"),
            same(
                "private_connection_resource_id",
                "properties.privateLinkServiceId",
            ),
            same("subresource_names", "properties.groupIds"),
            row("is_manual_connection", "", How::Truth(false)),
        ]),
    ),
    row(
        "private_dns_zone_group",
        "zoneGroup",
        How::Block(&[
            same("name", "name"),
            row(
                "private_dns_zone_ids",
                "properties.privateDnsZoneConfigs",
                How::Pluck("properties.privateDnsZoneId"),
            ),
        ]),
    ),
    row(
        "ip_configuration",
        "properties.ipConfigurations",
        How::Each(&[
            same("name", "name"),
            same("private_ip_address", "properties.privateIPAddress"),
            same("subresource_name", "properties.groupId"),
            same("member_name", "properties.memberName"),
        ]),
    ),
];

pub(super) const STORAGE_ACCOUNT: &[Row] = &[
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

pub(super) const KEY_VAULT: &[Row] = &[
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

pub(super) const REGISTRY: &[Row] = &[
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

pub(super) const LOG_ANALYTICS: &[Row] = &[same("sku", "properties.sku.name")];

pub(super) const APP_INSIGHTS: &[Row] = &[
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

pub(super) const PRIVATE_LINK_SCOPE: &[Row] = &[
    same(
        "ingestion_access_mode",
        "properties.accessModeSettings.ingestionAccessMode",
    ),
    same(
        "query_access_mode",
        "properties.accessModeSettings.queryAccessMode",
    ),
];

pub(super) const SCOPED_RESOURCE: &[Row] =
    &[same("linked_resource_id", "properties.linkedResourceId")];

pub(super) const WORKSPACE: &[Row] = &[
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

pub(super) const COMPUTE_CLUSTER: &[Row] = &[
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

pub(super) const COMPUTE_INSTANCE: &[Row] = &[
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

pub(super) const ROLE_ASSIGNMENT: &[Row] = &[
    same("scope", "scope"),
    same("principal_id", "properties.principalId"),
    same("principal_type", "properties.principalType"),
];

pub(super) const AGENT_POOL: &[Row] = &[
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

pub(super) const AKS_CLUSTER: &[Row] = &[
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

pub(super) const AKS_EXTENSION: &[Row] = &[
    same("extension_type", "properties.extensionType"),
    same("release_train", "properties.releaseTrain"),
    same(
        "release_namespace",
        "properties.scope.cluster.releaseNamespace",
    ),
    same("configuration_settings", "properties.configurationSettings"),
];
