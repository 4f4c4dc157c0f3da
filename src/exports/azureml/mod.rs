//! `azureml/*.yml`: the workspace and everything in it for the Azure ML CLI v2.
//!
//! For teams that create the network with another tool and the rest with `az ml`, and for what no template can
//! do, such as invoking a batch endpoint. Files hold the plan's own values: this CLI has no parameters.

mod batch;
mod compute;
mod workspace;

use super::yaml::Yaml;
use super::{File, Format, Input, provenance, shell};
use crate::azure::schemas;
use crate::deployment::{Deployment, Key, Node, Resource, ResourceId, UNKNOWN_SUBSCRIPTION, Value};
use crate::domain::Item;

/// The folder of the files.
const FOLDER: &str = "azureml";

/// The YAML files of the Azure ML CLI.
pub(super) const FORMAT: Format = Format {
    id: "azureml",
    label: "Azure ML YAML",
    render,
};

fn render(input: &Input<'_>) -> Vec<File> {
    let drafts = drafts(input).into_iter();
    drafts.map(|(_, draft)| draft.finish()).collect()
}

/// The path of the file for each resource that has one, for scripts that apply it.
pub(super) fn paths(input: &Input<'_>) -> Vec<(Key, String)> {
    let drafts = drafts(input).into_iter();
    drafts.map(|(key, draft)| (key, draft.path)).collect()
}

/// The commands that apply the files, from the folder above theirs, each after what it needs.
pub(super) fn commands(input: &Input<'_>) -> Vec<String> {
    let drafts = drafts(input).into_iter();
    drafts.flat_map(|(_, draft)| draft.commands).collect()
}

fn drafts(input: &Input<'_>) -> Vec<(Key, Draft)> {
    let mut drafts: Vec<(Key, Draft)> = Vec::new();
    for node in &input.deployment.nodes {
        let context = Context {
            input,
            node,
            earlier: &drafts,
        };
        if let Some(draft) = draft(&context) {
            drafts.push((node.key.clone(), draft));
        }
    }
    drafts
}

/// The file for a resource, if the CLI has one for its type.
fn draft(context: &Context<'_>) -> Option<Draft> {
    Some(match &context.node.resource {
        Resource::Workspace(workspace) => workspace::workspace(context, workspace),
        Resource::ComputeCluster(cluster) => compute::cluster(context, cluster),
        Resource::ComputeInstance(instance) => compute::instance(context, instance),
        Resource::AttachedMachine(machine) => compute::machine(context, machine),
        Resource::AttachedKubernetes(kubernetes) => compute::kubernetes(context, kubernetes),
        Resource::BatchEndpoint(endpoint) => batch::endpoint(context, endpoint),
        Resource::BatchDeployment(deployment) => batch::deployment(context, deployment),
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

/// A resource in its deployment.
struct Context<'c> {
    input: &'c Input<'c>,
    node: &'c Node,
    /// Files that are written already; no two have one path.
    earlier: &'c [(Key, Draft)],
}

/// How a file begins.
struct Head<'h> {
    /// File name without folder and ending.
    stem: String,
    purpose: &'static str,
    /// File name of the schema.
    schema: &'h str,
    /// The command that applies the file.
    command: &'h str,
    /// Its arguments beside the file.
    arguments: String,
}

/// A file in the making.
struct Draft {
    path: String,
    purpose: &'static str,
    yaml: Yaml,
    /// What applies it, from the folder above.
    commands: Vec<String>,
}

impl Draft {
    fn finish(self) -> File {
        File {
            path: self.path,
            purpose: self.purpose,
            media_type: "application/yaml",
            text: self.yaml.finish(),
        }
    }
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

    /// The resource group of something as a word of a command.
    fn group(&self, id: &ResourceId) -> String {
        let target = &self.deployment().target;
        if target.group.is_empty() && self.node.scope.is_target() {
            "\"$RESOURCE_GROUP\"".to_owned()
        } else {
            shell::word(&id.scope.group)
        }
    }

    /// The arguments that name the workspace on a command line.
    fn workspace_arguments(&self) -> String {
        let Some(workspace) = self.workspace() else {
            return String::new();
        };
        format!(
            "--workspace-name {} --resource-group {}",
            shell::word(workspace.name()),
            self.group(&workspace)
        )
    }

    /// A file with what stands above everything: errors of the plan, provenance, what is to be known about
    /// this resource, how to apply the file, and the schema.
    fn begin(&self, head: &Head<'_>) -> Draft {
        let name = self.file_name(&head.stem);
        let mut yaml = Yaml::default();
        for line in provenance::banner(self.input) {
            yaml.comment(&line);
        }
        yaml.comment(&provenance::origin(self.input));
        for line in provenance::notes(self.input, self.node) {
            yaml.comment(&line);
        }
        let has_ids = !matches!(
            self.node.resource,
            Resource::BatchEndpoint(_) | Resource::BatchDeployment(_)
        );
        if has_ids && self.deployment().target.subscription.is_empty() {
            yaml.comment(&format!(
                "The plan does not say the subscription: replace {UNKNOWN_SUBSCRIPTION} in the ids below."
            ));
        }
        yaml.comment(&format!(
            "{} --file {name} {}",
            head.command, head.arguments
        ));
        yaml.pair(
            "$schema",
            &format!("{}{}", schemas::ML_FOLDER.value, head.schema),
        );
        let path = format!("{FOLDER}/{name}");
        Draft {
            commands: vec![format!("{} --file {path} {}", head.command, head.arguments)],
            path,
            purpose: head.purpose,
            yaml,
        }
    }

    /// A file name that no earlier file has: the stem in letters that every file system takes, numbered if
    /// need be.
    fn file_name(&self, stem: &str) -> String {
        let letter = |character: char| {
            if character.is_ascii_alphanumeric() {
                character.to_ascii_lowercase()
            } else {
                '-'
            }
        };
        let stem: String = stem.chars().map(letter).collect();
        let stem = stem.trim_matches('-');
        let is_free = |name: &String| {
            let path = format!("{FOLDER}/{name}");
            !self.earlier.iter().any(|(_, draft)| draft.path == path)
        };
        let numbered = (2_u32..).map(|number| format!("{stem}-{number}.yml"));
        [format!("{stem}.yml")]
            .into_iter()
            .chain(numbered)
            .find(is_free)
            .unwrap_or_default()
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
                    yaml.pair(name, self.text(value));
                }
            });
        }
    }
}
