//! The command of each resource type, and where in the body its options find their values.
//!
//! Types whose command takes more than values of the body get the rest in `steps`.

mod network;
mod services;

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
const IN_WORKSPACE: &[&str] = &["--workspace-name", "--name"];

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
        Resource::RouteTable(_) => &network::ROUTE_TABLE,
        Resource::PublicIp(_) => &network::PUBLIC_IP,
        Resource::NatGateway(_) => &network::NAT_GATEWAY,
        Resource::Vnet(_) => &network::VNET,
        Resource::Subnet(_) => &network::SUBNET_ALONE,
        Resource::Peering(_) => &network::PEERING,
        Resource::Bastion(_) => &network::BASTION,
        Resource::FirewallPolicy(_) => &network::FIREWALL_POLICY,
        Resource::FirewallRules(_) => &network::FIREWALL_RULES,
        Resource::Firewall(_) => &network::FIREWALL,
        Resource::Gateway(_) => &network::GATEWAY,
        Resource::NetworkInterface(_) => &network::NETWORK_INTERFACE,
        Resource::VirtualMachine(_) => &network::VIRTUAL_MACHINE,
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
        Resource::ZoneLink(_) => &network::ZONE_LINK,
        Resource::PrivateEndpoint(_) => &network::PRIVATE_ENDPOINT,
        Resource::ZoneGroup(_) => &network::ZONE_GROUP,
        Resource::StorageAccount(_) => &services::STORAGE_ACCOUNT,
        Resource::KeyVault(_) => &services::KEY_VAULT,
        Resource::Registry(_) => &services::REGISTRY,
        Resource::Replication(_) => &services::REPLICATION,
        Resource::LogAnalytics(_) => &services::LOG_ANALYTICS,
        Resource::AppInsights(_) => &services::APP_INSIGHTS,
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
        Resource::ScopedResource(_) => &services::SCOPED_RESOURCE,
        Resource::Workspace(_) => &services::WORKSPACE,
        Resource::ComputeCluster(_) => &services::COMPUTE_CLUSTER,
        Resource::ComputeInstance(_) => &services::COMPUTE_INSTANCE,
        Resource::AttachedMachine(_) => &services::ATTACHED_MACHINE,
        Resource::AttachedKubernetes(_) => &services::ATTACHED_KUBERNETES,
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
        Resource::RoleAssignment(_) => &services::ROLE_ASSIGNMENT,
        Resource::AksCluster(_) => &services::AKS_CLUSTER,
        Resource::AgentPool(_) => &services::AGENT_POOL,
        Resource::AksExtension(_) => &services::AKS_EXTENSION,
    }
}
