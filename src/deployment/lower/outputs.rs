//! What the next step needs from a deployment.

use super::Lowering;
use super::parameters::identifier;
use crate::deployment::{Attribute, Key, Output, Resource, Value};

impl Lowering<'_> {
    pub(super) fn outputs(&mut self) {
        let outputs: Vec<Output> = self
            .deployment
            .nodes
            .iter()
            .filter_map(|node| {
                let name = node.names.last()?;
                let name = self.deployment.planned_text(name);
                output(&node.key, name, &node.resource)
            })
            .collect();
        for output in outputs {
            let outputs = &mut self.deployment.outputs;
            let taken = |other: &Output| other.name.eq_ignore_ascii_case(&output.name);
            if !outputs.iter().any(taken) {
                outputs.push(output);
            }
        }
    }
}

/// The output of a resource, if the next step needs something of it.
fn output(key: &Key, name: &str, resource: &Resource) -> Option<Output> {
    let (suffix, attribute, what) = match resource {
        Resource::Workspace(_)
        | Resource::Vnet(_)
        | Resource::AksCluster(_)
        | Resource::VirtualMachine(_) => ("Id", Attribute::Id, "Resource id of"),
        Resource::Firewall(_) => (
            "PrivateAddress",
            Attribute::PrivateAddress,
            "Private address of",
        ),
        Resource::BatchEndpoint(_) => ("ScoringUri", Attribute::ScoringUri, "Scoring address of"),
        Resource::Nsg(_)
        | Resource::RouteTable(_)
        | Resource::PublicIp(_)
        | Resource::NatGateway(_)
        | Resource::Subnet(_)
        | Resource::Peering(_)
        | Resource::Bastion(_)
        | Resource::FirewallPolicy(_)
        | Resource::FirewallRules(_)
        | Resource::Gateway(_)
        | Resource::NetworkInterface(_)
        | Resource::PrivateDnsZone(_)
        | Resource::ZoneLink(_)
        | Resource::PrivateEndpoint(_)
        | Resource::ZoneGroup(_)
        | Resource::StorageAccount(_)
        | Resource::KeyVault(_)
        | Resource::Registry(_)
        | Resource::Replication(_)
        | Resource::LogAnalytics(_)
        | Resource::AppInsights(_)
        | Resource::PrivateLinkScope(_)
        | Resource::ScopedResource(_)
        | Resource::ComputeCluster(_)
        | Resource::ComputeInstance(_)
        | Resource::AttachedMachine(_)
        | Resource::AttachedKubernetes(_)
        | Resource::BatchDeployment(_)
        | Resource::ManagedIdentity(_)
        | Resource::RoleAssignment(_)
        | Resource::AgentPool(_)
        | Resource::AksExtension(_) => return None,
    };
    Some(Output {
        name: format!("{}{suffix}", identifier(name)),
        value: Value::Attribute(key.clone(), attribute),
        description: format!("{what} {name}."),
    })
}
