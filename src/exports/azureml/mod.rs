//! `azureml/*.yml`: the workspace and everything in it for the Azure ML CLI v2.
//!
//! For teams that create the network with another tool and the rest with `az ml`, and for what no template can
//! do, such as invoking a batch endpoint. Files hold the plan's own values: this CLI has no parameters.

mod batch;
mod compute;
mod workspace;

use super::yaml::Yaml;
use super::{File, Format, Input, provenance, shell};
use crate::azure::yaml_schemas;
use crate::deployment::{Deployment, Key, Node, Resource, ResourceId, UNKNOWN_SUBSCRIPTION, Value};
use crate::domain::Item;

/// The YAML files of the Azure ML CLI.
pub(super) const FORMAT: Format = Format {
    id: "azureml",
    label: "Azure ML YAML",
    render,
};

/// What a file is about, before it has a name.
struct Draft {
    /// First part of the file name.
    stem: &'static str,
    /// The resource's name, the second part of the file name.
    name: String,
    purpose: &'static str,
    yaml: Yaml,
}

fn render(input: &Input<'_>) -> Vec<File> {
    let mut files: Vec<File> = Vec::new();
    for draft in input
        .deployment
        .nodes
        .iter()
        .filter_map(|node| draft(input, node))
    {
        let path = path(&draft, &files);
        files.push(File {
            path,
            purpose: draft.purpose,
            media_type: "application/yaml",
            text: draft.yaml.finish(),
        });
    }
    files
}

/// The file for a resource, if the CLI has one for its type.
fn draft(input: &Input<'_>, node: &Node) -> Option<Draft> {
    let context = Context { input, node };
    Some(match &node.resource {
        Resource::Workspace(workspace) => workspace::draft(&context, workspace),
        Resource::ComputeCluster(cluster) => compute::cluster(&context, cluster),
        Resource::ComputeInstance(instance) => compute::instance(&context, instance),
        Resource::AttachedMachine(machine) => compute::machine(&context, machine),
        Resource::AttachedKubernetes(kubernetes) => compute::kubernetes(&context, kubernetes),
        Resource::BatchEndpoint(endpoint) => batch::endpoint(&context, endpoint),
        Resource::BatchDeployment(deployment) => batch::deployment(&context, deployment),
        Resource::Nsg(_)
        | Resource::RouteTable(_)
        | Resource::PublicIp(_)
        | Resource::NatGateway(_)
        | Resource::Vnet(_)
        | Resource::Subnet(_)
        | Resource::Peering(_)
        | Resource::Bastion(_)
        | Resource::FirewallPolicy(_)
        | Resource::FirewallRules(_)
        | Resource::Firewall(_)
        | Resource::Gateway(_)
        | Resource::NetworkInterface(_)
        | Resource::VirtualMachine(_)
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
        | Resource::ManagedIdentity(_)
        | Resource::RoleAssignment(_)
        | Resource::AksCluster(_)
        | Resource::AgentPool(_)
        | Resource::AksExtension(_) => return None,
    })
}

/// A file name that no earlier file has: stem, name in file-name letters, a number if need be.
fn path(draft: &Draft, files: &[File]) -> String {
    let name: String = draft
        .name
        .chars()
        .map(|character| {
            if character.is_ascii_alphanumeric() {
                character.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    let name = name.trim_matches('-');
    let stem = if name.is_empty() {
        draft.stem.to_owned()
    } else {
        format!("{}-{name}", draft.stem)
    };
    let candidates = (2_u32..).map(|number| format!("azureml/{stem}-{number}.yml"));
    [format!("azureml/{stem}.yml")]
        .into_iter()
        .chain(candidates)
        .find(|path| !files.iter().any(|file| file.path == *path))
        .unwrap_or_default()
}

/// A resource in its deployment.
struct Context<'c> {
    input: &'c Input<'c>,
    node: &'c Node,
}

impl Context<'_> {
    fn deployment(&self) -> &Deployment {
        &self.input.deployment
    }

    /// The resource's own name.
    fn name(&self) -> &str {
        self.node
            .names
            .last()
            .map_or("", |name| self.deployment().planned_text(name))
    }

    /// A text or the plan's value of a parameter.
    fn text<'v>(&'v self, value: &'v Value) -> &'v str {
        self.deployment().planned_text(value)
    }

    /// The resource id that a key leads to.
    fn id(&self, key: &Key) -> String {
        self.deployment()
            .planned_id(key)
            .map(|id| id.to_string())
            .unwrap_or_default()
    }

    /// The workspace that the resource is in.
    fn workspace(&self) -> Option<ResourceId> {
        self.deployment().planned_id(&Key::of(Item::Workspace))
    }

    /// The arguments that name the workspace on a command line.
    fn workspace_arguments(&self) -> String {
        let Some(workspace) = self.workspace() else {
            return String::new();
        };
        format!(
            "--workspace-name {} --resource-group {}",
            shell::word(workspace.name()),
            shell::word(&workspace.scope.group)
        )
    }

    /// Provenance, errors of the plan, what is to be known about this resource, how to apply the file, and
    /// the schema.
    fn begin(&self, schema: &str, apply: &str) -> Yaml {
        let mut yaml = Yaml::default();
        for line in provenance::banner(self.input) {
            yaml.comment(&line);
        }
        yaml.comment(&provenance::origin(self.input));
        for line in provenance::notes(self.input, self.node) {
            yaml.comment(&line);
        }
        if self.deployment().target.subscription.is_empty() {
            yaml.comment(&format!(
                "The plan does not say the subscription: replace {UNKNOWN_SUBSCRIPTION} in the ids below."
            ));
        }
        yaml.comment(&format!("Apply: {apply}"));
        yaml.entry(
            "$schema",
            &format!("{}{schema}", yaml_schemas::FOLDER.value),
        );
        yaml
    }

    /// The tags of the deployment.
    fn tags(&self, yaml: &mut Yaml) {
        let tags = self
            .deployment()
            .parameter(crate::deployment::TAGS)
            .and_then(|parameter| parameter.default.as_ref());
        if let Some(Value::Object(tags)) = tags
            && !tags.is_empty()
        {
            yaml.mapping("tags", |yaml| {
                for (name, value) in tags.iter() {
                    yaml.entry(name, self.text(value));
                }
            });
        }
    }
}
