//! Resource → body in Azure's own shape, shared by every format that prints such bodies.
//!
//! A body holds everything except type, API version and name. Total; the order of properties is fixed.

mod aks;
mod machine;
mod ml;
mod network;
mod perimeter;
mod private_link;
mod service;
mod types;

use super::{Attribute, Node, Object, Resource, TAGS, Value};
use crate::deployment::resource::RoleAssignment;

pub use types::{ArmType, arm_type, version_of};

/// The body of a resource: location, tags, scope and what its type says.
pub fn arm_body(node: &Node) -> Object {
    let mut body = Object::new().maybe("location", node.location.as_ref());
    if takes_tags(&node.resource) {
        body = body.with("tags", Value::Param(TAGS.to_owned()));
    }
    specific(body, &node.resource)
}

/// Adds what the type says.
fn specific(body: Object, resource: &Resource) -> Object {
    match resource {
        Resource::Nsg(nsg) => network::nsg(body, nsg),
        Resource::RouteTable(table) => network::route_table(body, table),
        Resource::PublicIp(_) => network::public_ip(body),
        Resource::NatGateway(gateway) => network::nat_gateway(body, gateway),
        Resource::Vnet(vnet) => network::vnet(body, vnet),
        Resource::Subnet(subnet) => body.with("properties", network::subnet(subnet)),
        Resource::Peering(peering) => network::peering(body, peering),
        Resource::Bastion(bastion) => perimeter::bastion(body, bastion),
        Resource::FirewallPolicy(policy) => perimeter::policy(body, policy),
        Resource::FirewallRules(rules) => perimeter::rules(body, rules),
        Resource::Firewall(firewall) => perimeter::firewall(body, firewall),
        Resource::Gateway(gateway) => perimeter::gateway(body, gateway),
        Resource::NetworkInterface(interface) => machine::interface(body, interface),
        Resource::VirtualMachine(machine) => machine::machine(body, machine),
        Resource::ZoneLink(link) => private_link::zone_link(body, link),
        Resource::PrivateEndpoint(endpoint) => private_link::endpoint(body, endpoint),
        Resource::ZoneGroup(group) => private_link::zone_group(body, group),
        Resource::StorageAccount(account) => service::storage(body, account),
        Resource::KeyVault(vault) => service::key_vault(body, vault),
        Resource::Registry(registry) => service::registry(body, registry),
        Resource::Replication(_) => service::replication(body),
        Resource::LogAnalytics(logs) => service::log_analytics(body, logs),
        Resource::AppInsights(insights) => service::app_insights(body, insights),
        Resource::PrivateLinkScope(scope) => service::private_link_scope(body, scope),
        Resource::ScopedResource(scoped) => service::scoped_resource(body, scoped),
        Resource::Workspace(workspace) => ml::workspace(body, workspace),
        Resource::ComputeCluster(cluster) => ml::cluster(body, cluster),
        Resource::ComputeInstance(instance) => ml::instance(body, instance),
        Resource::AttachedMachine(machine) => ml::attached_machine(body, machine),
        Resource::AttachedKubernetes(kubernetes) => ml::attached_kubernetes(body, kubernetes),
        Resource::BatchEndpoint(endpoint) => ml::batch_endpoint(body, endpoint),
        Resource::BatchDeployment(deployment) => ml::batch_deployment(body, deployment),
        Resource::PrivateDnsZone(_) | Resource::ManagedIdentity(_) => body,
        Resource::RoleAssignment(assignment) => role_assignment(body, assignment),
        Resource::AksCluster(cluster) => aks::cluster(body, cluster),
        Resource::AgentPool(pool) => aks::agent_pool(body, pool),
        Resource::AksExtension(extension) => aks::extension(body, extension),
    }
}

fn role_assignment(body: Object, assignment: &RoleAssignment) -> Object {
    body.with("scope", Value::id_of(&assignment.on)).with(
        "properties",
        Object::new()
            .with(
                "principalId",
                Value::Attribute(assignment.principal.clone(), assignment.principal_attribute),
            )
            .with("principalType", "ServicePrincipal")
            .with(
                "roleDefinitionId",
                Value::RoleDefinition(assignment.role.id),
            ),
    )
}

/// Whether Azure accepts tags on this type.
pub fn takes_tags(resource: &Resource) -> bool {
    match resource {
        Resource::Nsg(_)
        | Resource::RouteTable(_)
        | Resource::PublicIp(_)
        | Resource::NatGateway(_)
        | Resource::Vnet(_)
        | Resource::Bastion(_)
        | Resource::FirewallPolicy(_)
        | Resource::Firewall(_)
        | Resource::Gateway(_)
        | Resource::NetworkInterface(_)
        | Resource::VirtualMachine(_)
        | Resource::PrivateDnsZone(_)
        | Resource::ZoneLink(_)
        | Resource::PrivateEndpoint(_)
        | Resource::StorageAccount(_)
        | Resource::KeyVault(_)
        | Resource::Registry(_)
        | Resource::Replication(_)
        | Resource::LogAnalytics(_)
        | Resource::AppInsights(_)
        | Resource::PrivateLinkScope(_)
        | Resource::Workspace(_)
        | Resource::ComputeCluster(_)
        | Resource::ComputeInstance(_)
        | Resource::AttachedMachine(_)
        | Resource::AttachedKubernetes(_)
        | Resource::BatchEndpoint(_)
        | Resource::BatchDeployment(_)
        | Resource::ManagedIdentity(_)
        | Resource::AksCluster(_) => true,
        Resource::Subnet(_)
        | Resource::Peering(_)
        | Resource::FirewallRules(_)
        | Resource::ZoneGroup(_)
        | Resource::ScopedResource(_)
        | Resource::RoleAssignment(_)
        | Resource::AgentPool(_)
        | Resource::AksExtension(_) => false,
    }
}

/// `Enabled` or `Disabled`, as most of Azure's switches are written.
fn switch(on: bool) -> Value {
    if on { "Enabled" } else { "Disabled" }.into()
}

/// The value that Azure writes for an attribute that a policy bypass has.
fn bypass(trusted_services: bool) -> Value {
    if trusted_services {
        "AzureServices"
    } else {
        "None"
    }
    .into()
}

/// A system-assigned identity.
fn system_identity() -> Object {
    Object::new().with("type", "SystemAssigned")
}

/// The path at which a running resource tells an attribute, and how it has to be asked.
pub fn attribute_path(attribute: Attribute) -> Option<&'static str> {
    match attribute {
        Attribute::Id | Attribute::Name => None,
        Attribute::PrincipalId => Some("properties.principalId"),
        Attribute::SystemPrincipalId => Some("identity.principalId"),
        Attribute::PrivateAddress => {
            Some("properties.ipConfigurations[0].properties.privateIPAddress")
        }
        Attribute::ScoringUri => Some("properties.scoringUri"),
    }
}
