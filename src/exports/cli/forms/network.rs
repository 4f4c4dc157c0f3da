//! Forms of networks and of what stands at their edges.

use super::{Form, LOCATION, NAME, TAGS, form};

pub(super) static ROUTE_TABLE: Form = form(
    "Route table",
    "network route-table",
    NAME,
    &[
        LOCATION,
        (
            "--disable-bgp-route-propagation",
            "properties.disableBgpRoutePropagation",
            "false",
        ),
        TAGS,
    ],
);
pub(super) static PUBLIC_IP: Form = form(
    "Public IP address",
    "network public-ip",
    NAME,
    &[
        LOCATION,
        ("--sku", "sku.name", "Standard"),
        ("--tier", "sku.tier", "Regional"),
        ("--version", "properties.publicIPAddressVersion", "IPv4"),
        (
            "--allocation-method",
            "properties.publicIPAllocationMethod",
            "",
        ),
        TAGS,
    ],
);
pub(super) static NAT_GATEWAY: Form = form(
    "NAT gateway",
    "network nat gateway",
    NAME,
    &[
        LOCATION,
        ("--sku", "sku.name", "Standard"),
        (
            "--public-ip-addresses",
            "properties.publicIpAddresses.*.id",
            "",
        ),
        TAGS,
    ],
);
pub(super) static VNET: Form = form(
    "Virtual network",
    "network vnet",
    NAME,
    &[
        LOCATION,
        (
            "--address-prefixes",
            "properties.addressSpace.addressPrefixes",
            "",
        ),
        ("--dns-servers", "properties.dhcpOptions.dnsServers", ""),
        TAGS,
    ],
);
pub(super) static SUBNET_ALONE: Form = form(
    "Subnet",
    "network vnet subnet",
    &["--vnet-name", "--name"],
    &[],
);
pub(super) static PEERING: Form = form(
    "Peering",
    "network vnet peering",
    &["--vnet-name", "--name"],
    &[
        ("--remote-vnet", "properties.remoteVirtualNetwork.id", ""),
        (
            "--allow-vnet-access",
            "properties.allowVirtualNetworkAccess",
            "",
        ),
        (
            "--allow-forwarded-traffic",
            "properties.allowForwardedTraffic",
            "false",
        ),
        (
            "--allow-gateway-transit",
            "properties.allowGatewayTransit",
            "false",
        ),
        (
            "--use-remote-gateways",
            "properties.useRemoteGateways",
            "false",
        ),
    ],
);
pub(super) static BASTION: Form = form(
    "Bastion",
    "network bastion",
    NAME,
    &[
        LOCATION,
        ("--sku", "sku.name", "Standard"),
        ("--enable-tunneling", "properties.enableTunneling", ""),
        (
            "--public-ip-address",
            "properties.ipConfigurations.*.properties.publicIPAddress.id",
            "",
        ),
        TAGS,
    ],
);
pub(super) static FIREWALL_POLICY: Form = form(
    "Firewall policy",
    "network firewall policy",
    NAME,
    &[
        LOCATION,
        ("--sku", "properties.sku.tier", "Standard"),
        ("--threat-intel-mode", "properties.threatIntelMode", "Alert"),
        TAGS,
    ],
);
pub(super) static FIREWALL_RULES: Form = form(
    "Firewall rules",
    "network firewall policy rule-collection-group",
    &["--policy-name", "--name"],
    &[("--priority", "properties.priority", "")],
);
pub(super) static FIREWALL: Form = form(
    "Firewall",
    "network firewall",
    NAME,
    &[
        LOCATION,
        ("--sku", "properties.sku.name", "AZFW_VNet"),
        ("--tier", "properties.sku.tier", "Standard"),
        ("--firewall-policy", "properties.firewallPolicy.id", ""),
        ("--conf-name", "properties.ipConfigurations.*.name", ""),
        (
            "--public-ip",
            "properties.ipConfigurations.*.properties.publicIPAddress.id",
            "",
        ),
        (
            "--m-conf-name",
            "properties.managementIpConfiguration.name",
            "",
        ),
        (
            "--m-public-ip",
            "properties.managementIpConfiguration.properties.publicIPAddress.id",
            "",
        ),
        TAGS,
    ],
);
pub(super) static GATEWAY: Form = form(
    "Gateway",
    "network vnet-gateway",
    NAME,
    &[
        LOCATION,
        ("--gateway-type", "properties.gatewayType", "Vpn"),
        ("--vpn-type", "properties.vpnType", "RouteBased"),
        ("--sku", "properties.sku.name", ""),
        (
            "--public-ip-addresses",
            "properties.ipConfigurations.*.properties.publicIPAddress.id",
            "",
        ),
        TAGS,
    ],
);
pub(super) static NETWORK_INTERFACE: Form = form(
    "Network interface",
    "network nic",
    NAME,
    &[
        LOCATION,
        (
            "--subnet",
            "properties.ipConfigurations.*.properties.subnet.id",
            "",
        ),
        TAGS,
    ],
);
pub(super) static VIRTUAL_MACHINE: Form = form(
    "Virtual machine",
    "vm",
    NAME,
    &[
        LOCATION,
        ("--size", "properties.hardwareProfile.vmSize", ""),
        (
            "--nics",
            "properties.networkProfile.networkInterfaces.*.id",
            "",
        ),
        ("--computer-name", "properties.osProfile.computerName", ""),
        ("--admin-username", "properties.osProfile.adminUsername", ""),
        ("--admin-password", "properties.osProfile.adminPassword", ""),
        (
            "--ssh-key-values",
            "properties.osProfile.linuxConfiguration.ssh.publicKeys.*.keyData",
            "",
        ),
        (
            "--storage-sku",
            "properties.storageProfile.osDisk.managedDisk.storageAccountType",
            "",
        ),
        (
            "--os-disk-delete-option",
            "properties.storageProfile.osDisk.deleteOption",
            "",
        ),
        (
            "--security-type",
            "properties.securityProfile.securityType",
            "",
        ),
        (
            "--enable-secure-boot",
            "properties.securityProfile.uefiSettings.secureBootEnabled",
            "",
        ),
        (
            "--enable-vtpm",
            "properties.securityProfile.uefiSettings.vTpmEnabled",
            "",
        ),
        TAGS,
    ],
);
pub(super) static ZONE_LINK: Form = form(
    "Link of a private DNS zone",
    "network private-dns link vnet",
    &["--zone-name", "--name"],
    &[
        ("--virtual-network", "properties.virtualNetwork.id", ""),
        (
            "--registration-enabled",
            "properties.registrationEnabled",
            "",
        ),
        TAGS,
    ],
);
pub(super) static PRIVATE_ENDPOINT: Form = form(
    "Private endpoint",
    "network private-endpoint",
    NAME,
    &[
        LOCATION,
        ("--subnet", "properties.subnet.id", ""),
        (
            "--connection-name",
            "properties.privateLinkServiceConnections.*.name",
            "",
        ),
        (
            "--private-connection-resource-id",
            "properties.privateLinkServiceConnections.*.properties.privateLinkServiceId",
            "",
        ),
        (
            "--group-id",
            "properties.privateLinkServiceConnections.*.properties.groupIds",
            "",
        ),
        TAGS,
    ],
);
pub(super) static ZONE_GROUP: Form = form(
    "Zones of a private endpoint",
    "network private-endpoint dns-zone-group",
    &["--endpoint-name", "--name"],
    &[],
);
