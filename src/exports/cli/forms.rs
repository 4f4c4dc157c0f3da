//! The command of each resource type, and where in the body its options find their values.
//!
//! Types whose command takes more than values of the body get the rest in `steps`.

use super::body::Row;
use crate::deployment::Resource;

/// How a type is created.
pub(super) struct Form {
    /// What a person calls it.
    pub(super) label: &'static str,
    /// The group of commands.
    pub(super) group: &'static str,
    /// The command that creates.
    pub(super) verb: &'static str,
    /// The options for the resource's names, parent first.
    pub(super) names: &'static [&'static str],
    /// The options for values of the body.
    pub(super) rows: &'static [Row],
}

const fn form(
    label: &'static str,
    group: &'static str,
    names: &'static [&'static str],
    rows: &'static [Row],
) -> Form {
    Form {
        label,
        group,
        verb: "create",
        names,
        rows,
    }
}

const LOCATION: Row = ("--location", "location", "");
const TAGS: Row = ("--tags", "tags", "");
const NAME: &[&str] = &["--name"];

/// Options of a security rule, for one item of `securityRules`.
pub(super) const SECURITY_RULE: &[Row] = &[
    ("--name", "name", ""),
    ("--priority", "properties.priority", ""),
    ("--direction", "properties.direction", "Inbound"),
    ("--access", "properties.access", "Allow"),
    ("--protocol", "properties.protocol", "*"),
    (
        "--source-address-prefixes",
        "properties.sourceAddressPrefix",
        "*",
    ),
    (
        "--source-address-prefixes",
        "properties.sourceAddressPrefixes",
        "",
    ),
    ("--source-port-ranges", "properties.sourcePortRange", "*"),
    ("--source-port-ranges", "properties.sourcePortRanges", ""),
    (
        "--destination-address-prefixes",
        "properties.destinationAddressPrefix",
        "*",
    ),
    (
        "--destination-address-prefixes",
        "properties.destinationAddressPrefixes",
        "",
    ),
    (
        "--destination-port-ranges",
        "properties.destinationPortRange",
        "",
    ),
    (
        "--destination-port-ranges",
        "properties.destinationPortRanges",
        "",
    ),
    ("--description", "properties.description", ""),
];

/// Options of a route, for one item of `routes`.
pub(super) const ROUTE: &[Row] = &[
    ("--name", "name", ""),
    ("--address-prefix", "properties.addressPrefix", ""),
    ("--next-hop-type", "properties.nextHopType", ""),
    ("--next-hop-ip-address", "properties.nextHopIpAddress", ""),
];

/// Options of a subnet.
pub(super) const SUBNET: &[Row] = &[
    ("--address-prefixes", "properties.addressPrefix", ""),
    (
        "--network-security-group",
        "properties.networkSecurityGroup.id",
        "",
    ),
    ("--route-table", "properties.routeTable.id", ""),
    ("--nat-gateway", "properties.natGateway.id", ""),
    (
        "--service-endpoints",
        "properties.serviceEndpoints.*.service",
        "",
    ),
    (
        "--delegations",
        "properties.delegations.*.properties.serviceName",
        "",
    ),
    (
        "--private-endpoint-network-policies",
        "properties.privateEndpointNetworkPolicies",
        "Disabled",
    ),
    (
        "--default-outbound-access",
        "properties.defaultOutboundAccess",
        "",
    ),
];

/// Options of a firewall rule, for one item of `rules`.
pub(super) const FIREWALL_RULE: &[Row] = &[
    ("--rule-type", "ruleType", ""),
    ("--ip-protocols", "ipProtocols", ""),
    ("--source-addresses", "sourceAddresses", ""),
    ("--destination-addresses", "destinationAddresses", ""),
    ("--destination-ports", "destinationPorts", ""),
    ("--target-fqdns", "targetFqdns", ""),
];

/// Options that a node pool has inside its cluster and on its own.
pub(super) const POOL: &[Row] = &[
    ("--node-vm-size", "vmSize", ""),
    ("--node-count", "count", "3"),
    ("--min-count", "minCount", ""),
    ("--max-count", "maxCount", ""),
    ("--max-pods", "maxPods", ""),
    ("--vnet-subnet-id", "vnetSubnetID", ""),
    ("--pod-subnet-id", "podSubnetID", ""),
    ("--pod-ip-allocation-mode", "podIPAllocationMode", ""),
];

/// The form of a type.
pub(super) fn form_of(resource: &Resource) -> &'static Form {
    match resource {
        Resource::Nsg(_) => {
            const {
                &form(
                    "Network security group",
                    "network nsg",
                    NAME,
                    &[LOCATION, TAGS],
                )
            }
        }
        Resource::RouteTable(_) => &ROUTE_TABLE,
        Resource::PublicIp(_) => &PUBLIC_IP,
        Resource::NatGateway(_) => &NAT_GATEWAY,
        Resource::Vnet(_) => &VNET,
        Resource::Subnet(_) => &SUBNET_ALONE,
        Resource::Peering(_) => &PEERING,
        Resource::Bastion(_) => &BASTION,
        Resource::FirewallPolicy(_) => &FIREWALL_POLICY,
        Resource::FirewallRules(_) => &FIREWALL_RULES,
        Resource::Firewall(_) => &FIREWALL,
        Resource::Gateway(_) => &GATEWAY,
        Resource::NetworkInterface(_) => &NETWORK_INTERFACE,
        Resource::VirtualMachine(_) => &VIRTUAL_MACHINE,
        Resource::PrivateDnsZone(_) => {
            const {
                &form(
                    "Private DNS zone",
                    "network private-dns zone",
                    NAME,
                    &[TAGS],
                )
            }
        }
        Resource::ZoneLink(_) => &ZONE_LINK,
        Resource::PrivateEndpoint(_) => &PRIVATE_ENDPOINT,
        Resource::ZoneGroup(_) => &ZONE_GROUP,
        Resource::StorageAccount(_) => &STORAGE_ACCOUNT,
        Resource::KeyVault(_) => &KEY_VAULT,
        Resource::Registry(_) => &REGISTRY,
        Resource::Replication(_) => &REPLICATION,
        Resource::LogAnalytics(_) => &LOG_ANALYTICS,
        Resource::AppInsights(_) => &APP_INSIGHTS,
        Resource::PrivateLinkScope(_) => {
            const {
                &form(
                    "Azure Monitor private link scope",
                    "monitor private-link-scope",
                    NAME,
                    &[TAGS],
                )
            }
        }
        Resource::ScopedResource(_) => &SCOPED_RESOURCE,
        Resource::Workspace(_) => &WORKSPACE,
        Resource::ComputeCluster(_) => &COMPUTE_CLUSTER,
        Resource::ComputeInstance(_) => &COMPUTE_INSTANCE,
        Resource::AttachedMachine(_) => &ATTACHED_MACHINE,
        Resource::AttachedKubernetes(_) => &ATTACHED_KUBERNETES,
        Resource::BatchEndpoint(_) => {
            const { &form("Batch endpoint", "ml batch-endpoint", IN_WORKSPACE, &[]) }
        }
        Resource::BatchDeployment(_) => {
            const {
                &form(
                    "Batch deployment",
                    "ml batch-deployment",
                    &["--workspace-name", "--endpoint-name", "--name"],
                    &[],
                )
            }
        }
        Resource::ManagedIdentity(_) => {
            const { &form("Identity", "identity", NAME, &[LOCATION, TAGS]) }
        }
        Resource::RoleAssignment(_) => &ROLE_ASSIGNMENT,
        Resource::AksCluster(_) => &AKS_CLUSTER,
        Resource::AgentPool(_) => &AGENT_POOL,
        Resource::AksExtension(_) => &AKS_EXTENSION,
    }
}

static ROUTE_TABLE: Form = form(
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
static PUBLIC_IP: Form = form(
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
static NAT_GATEWAY: Form = form(
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
static VNET: Form = form(
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
static SUBNET_ALONE: Form = form(
    "Subnet",
    "network vnet subnet",
    &["--vnet-name", "--name"],
    &[],
);
static PEERING: Form = form(
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
static BASTION: Form = form(
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
static FIREWALL_POLICY: Form = form(
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
static FIREWALL_RULES: Form = form(
    "Firewall rules",
    "network firewall policy rule-collection-group",
    &["--policy-name", "--name"],
    &[("--priority", "properties.priority", "")],
);
static FIREWALL: Form = form(
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
static GATEWAY: Form = form(
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
static NETWORK_INTERFACE: Form = form(
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
static VIRTUAL_MACHINE: Form = form(
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
static ZONE_LINK: Form = form(
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
static PRIVATE_ENDPOINT: Form = form(
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
static ZONE_GROUP: Form = form(
    "Zones of a private endpoint",
    "network private-endpoint dns-zone-group",
    &["--endpoint-name", "--name"],
    &[],
);
static STORAGE_ACCOUNT: Form = form(
    "Storage account",
    "storage account",
    NAME,
    &[
        LOCATION,
        ("--sku", "sku.name", ""),
        ("--kind", "kind", "StorageV2"),
        ("--access-tier", "properties.accessTier", ""),
        (
            "--enable-hierarchical-namespace",
            "properties.isHnsEnabled",
            "",
        ),
        ("--min-tls-version", "properties.minimumTlsVersion", ""),
        (
            "--https-only",
            "properties.supportsHttpsTrafficOnly",
            "true",
        ),
        (
            "--allow-blob-public-access",
            "properties.allowBlobPublicAccess",
            "",
        ),
        (
            "--allow-cross-tenant-replication",
            "properties.allowCrossTenantReplication",
            "",
        ),
        (
            "--allow-shared-key-access",
            "properties.allowSharedKeyAccess",
            "true",
        ),
        (
            "--public-network-access",
            "properties.publicNetworkAccess",
            "",
        ),
        ("--bypass", "properties.networkAcls.bypass", ""),
        (
            "--default-action",
            "properties.networkAcls.defaultAction",
            "Allow",
        ),
        TAGS,
    ],
);
static KEY_VAULT: Form = form(
    "Key vault",
    "keyvault",
    NAME,
    &[
        LOCATION,
        ("--sku", "properties.sku.name", "standard"),
        (
            "--enable-rbac-authorization",
            "properties.enableRbacAuthorization",
            "true",
        ),
        (
            "--enable-purge-protection",
            "properties.enablePurgeProtection",
            "",
        ),
        (
            "--public-network-access",
            "properties.publicNetworkAccess",
            "Enabled",
        ),
        ("--bypass", "properties.networkAcls.bypass", ""),
        (
            "--default-action",
            "properties.networkAcls.defaultAction",
            "",
        ),
        TAGS,
    ],
);
static REGISTRY: Form = form(
    "Container registry",
    "acr",
    NAME,
    &[
        LOCATION,
        ("--sku", "sku.name", ""),
        ("--admin-enabled", "properties.adminUserEnabled", "false"),
        TAGS,
    ],
);
static REPLICATION: Form = form(
    "Registry replica",
    "acr replication",
    &["--registry", "--name"],
    &[LOCATION, TAGS],
);
static LOG_ANALYTICS: Form = form(
    "Log Analytics workspace",
    "monitor log-analytics workspace",
    &["--workspace-name"],
    &[
        LOCATION,
        ("--sku", "properties.sku.name", "PerGB2018"),
        (
            "--ingestion-access",
            "properties.publicNetworkAccessForIngestion",
            "Enabled",
        ),
        (
            "--query-access",
            "properties.publicNetworkAccessForQuery",
            "Enabled",
        ),
        TAGS,
    ],
);
static APP_INSIGHTS: Form = form(
    "Application Insights",
    "monitor app-insights component",
    &["--app"],
    &[
        LOCATION,
        ("--workspace", "properties.WorkspaceResourceId", ""),
        ("--kind", "kind", "web"),
        ("--application-type", "properties.Application_Type", "web"),
        (
            "--ingestion-access",
            "properties.publicNetworkAccessForIngestion",
            "Enabled",
        ),
        (
            "--query-access",
            "properties.publicNetworkAccessForQuery",
            "Enabled",
        ),
        TAGS,
    ],
);
static SCOPED_RESOURCE: Form = form(
    "Member of the private link scope",
    "monitor private-link-scope scoped-resource",
    &["--scope-name", "--name"],
    &[("--linked-resource", "properties.linkedResourceId", "")],
);
static WORKSPACE: Form = form(
    "Azure ML workspace",
    "ml workspace",
    NAME,
    &[
        LOCATION,
        ("--storage-account", "properties.storageAccount", ""),
        ("--key-vault", "properties.keyVault", ""),
        (
            "--application-insights",
            "properties.applicationInsights",
            "",
        ),
        ("--container-registry", "properties.containerRegistry", ""),
        (
            "--public-network-access",
            "properties.publicNetworkAccess",
            "",
        ),
        ("--image-build-compute", "properties.imageBuildCompute", ""),
        TAGS,
    ],
);
const IN_WORKSPACE: &[&str] = &["--workspace-name", "--name"];
static COMPUTE_CLUSTER: Form = form(
    "Compute cluster",
    "ml compute",
    IN_WORKSPACE,
    &[
        ("--location", "properties.computeLocation", ""),
        ("--type", "properties.computeType", ""),
        ("--size", "properties.properties.vmSize", ""),
        (
            "--min-instances",
            "properties.properties.scaleSettings.minNodeCount",
            "0",
        ),
        (
            "--max-instances",
            "properties.properties.scaleSettings.maxNodeCount",
            "",
        ),
        ("--subnet", "properties.properties.subnet.id", ""),
        (
            "--enable-node-public-ip",
            "properties.properties.enableNodePublicIp",
            "",
        ),
        TAGS,
    ],
);
static COMPUTE_INSTANCE: Form = form(
    "Compute instance",
    "ml compute",
    IN_WORKSPACE,
    &[
        ("--type", "properties.computeType", ""),
        ("--size", "properties.properties.vmSize", ""),
        ("--subnet", "properties.properties.subnet.id", ""),
        (
            "--enable-node-public-ip",
            "properties.properties.enableNodePublicIp",
            "",
        ),
        TAGS,
    ],
);
static ATTACHED_MACHINE: Form = Form {
    label: "Attached virtual machine",
    group: "ml compute",
    verb: "attach",
    names: IN_WORKSPACE,
    rows: &[
        ("--type", "properties.computeType", ""),
        ("--resource-id", "properties.resourceId", ""),
        ("--ssh-port", "properties.properties.sshPort", "22"),
        (
            "--admin-username",
            "properties.properties.administratorAccount.username",
            "",
        ),
    ],
};
static ATTACHED_KUBERNETES: Form = Form {
    label: "Attached AKS cluster",
    group: "ml compute",
    verb: "attach",
    names: IN_WORKSPACE,
    rows: &[
        ("--type", "properties.computeType", ""),
        ("--resource-id", "properties.resourceId", ""),
        ("--namespace", "properties.properties.namespace", "default"),
        ("--identity-type", "identity.type", ""),
    ],
};
static ROLE_ASSIGNMENT: Form = form(
    "Role",
    "role assignment",
    &[],
    &[
        ("--assignee-object-id", "properties.principalId", ""),
        ("--assignee-principal-type", "properties.principalType", ""),
        ("--role", "properties.roleDefinitionId", ""),
        ("--scope", "scope", ""),
    ],
);
static AKS_CLUSTER: Form = form(
    "AKS cluster",
    "aks",
    NAME,
    &[
        LOCATION,
        ("--tier", "sku.tier", ""),
        ("--dns-name-prefix", "properties.dnsPrefix", ""),
        ("--assign-identity", "identity.userAssignedIdentities", ""),
        (
            "--network-plugin",
            "properties.networkProfile.networkPlugin",
            "",
        ),
        (
            "--network-plugin-mode",
            "properties.networkProfile.networkPluginMode",
            "",
        ),
        ("--pod-cidr", "properties.networkProfile.podCidr", ""),
        (
            "--service-cidr",
            "properties.networkProfile.serviceCidr",
            "",
        ),
        (
            "--dns-service-ip",
            "properties.networkProfile.dnsServiceIP",
            "",
        ),
        (
            "--load-balancer-sku",
            "properties.networkProfile.loadBalancerSku",
            "standard",
        ),
        (
            "--outbound-type",
            "properties.networkProfile.outboundType",
            "loadBalancer",
        ),
        (
            "--private-dns-zone",
            "properties.apiServerAccessProfile.privateDNSZone",
            "",
        ),
        (
            "--apiserver-subnet-id",
            "properties.apiServerAccessProfile.subnetId",
            "",
        ),
        TAGS,
    ],
);
static AGENT_POOL: Form = Form {
    label: "Node pool",
    group: "aks nodepool",
    verb: "add",
    names: &["--cluster-name", "--name"],
    rows: &[
        ("--mode", "properties.mode", "User"),
        ("--os-type", "properties.osType", "Linux"),
        ("--max-surge", "properties.upgradeSettings.maxSurge", ""),
    ],
};
static AKS_EXTENSION: Form = form(
    "Azure ML extension",
    "k8s-extension",
    NAME,
    &[
        ("--extension-type", "properties.extensionType", ""),
        ("--release-train", "properties.releaseTrain", ""),
        (
            "--release-namespace",
            "properties.scope.cluster.releaseNamespace",
            "",
        ),
        ("--auto-upgrade", "properties.autoUpgradeMinorVersion", ""),
    ],
);
