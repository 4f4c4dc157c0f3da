//! Networks, what stands at their edge, machines and private endpoints. Tables only.

use super::{How, IDENTITY, Row, row, same};

pub(in crate::exports::terraform) const NSG: &[Row] = &[row(
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

pub(in crate::exports::terraform) const ROUTE_TABLE: &[Row] = &[
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

pub(in crate::exports::terraform) const PUBLIC_IP: &[Row] = &[
    same("sku", "sku.name"),
    same("allocation_method", "properties.publicIPAllocationMethod"),
];

pub(in crate::exports::terraform) const NAT_GATEWAY: &[Row] = &[same("sku_name", "sku.name")];

pub(in crate::exports::terraform) const VNET: &[Row] = &[
    same("address_space", "properties.addressSpace.addressPrefixes"),
    same("dns_servers", "properties.dhcpOptions.dnsServers"),
];

pub(in crate::exports::terraform) const SUBNET: &[Row] = &[
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

pub(in crate::exports::terraform) const PEERING: &[Row] = &[
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

pub(in crate::exports::terraform) const BASTION: &[Row] = &[
    same("sku", "sku.name"),
    same("tunneling_enabled", "properties.enableTunneling"),
    row(
        "ip_configuration",
        "properties.ipConfigurations",
        How::Each(PUBLIC_CONFIGURATION),
    ),
];

pub(in crate::exports::terraform) const FIREWALL_POLICY: &[Row] = &[
    same("sku", "properties.sku.tier"),
    same("threat_intelligence_mode", "properties.threatIntelMode"),
];

pub(in crate::exports::terraform) const FIREWALL_RULES: &[Row] = &[
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

pub(in crate::exports::terraform) const FIREWALL: &[Row] = &[
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

pub(in crate::exports::terraform) const GATEWAY: &[Row] = &[
    same("type", "properties.gatewayType"),
    same("vpn_type", "properties.vpnType"),
    same("sku", "properties.sku.name"),
    row(
        "ip_configuration",
        "properties.ipConfigurations",
        How::Each(PUBLIC_CONFIGURATION),
    ),
];

pub(in crate::exports::terraform) const NETWORK_INTERFACE: &[Row] = &[row(
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
pub(in crate::exports::terraform) const VIRTUAL_MACHINE: &[Row] = &[
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
pub(in crate::exports::terraform) const PRIVATE_ENDPOINT: &[Row] = &[
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
