//! Computes: clusters, instances, attached machines, attached Kubernetes clusters.

use super::{Context, Draft, Head};
use crate::azure::kubernetes::{EXTENSION_NAMESPACE, EXTENSION_TYPE};
use crate::deployment::resource::{
    AksExtension, AttachedKubernetes, AttachedMachine, ComputeCluster, ComputeInstance, Subnet,
};
use crate::deployment::{Ref, Resource};
use crate::domain::VmPriority;
use crate::exports::shell;
use crate::exports::yaml::Yaml;

/// The subnet of a compute, by its full id: then the name of the VNet stays away (AML-6).
fn subnet(context: &Context<'_>, yaml: &mut Yaml, subnet: Option<&Ref<Subnet>>) {
    if let Some(subnet) = subnet {
        yaml.mapping("network_settings", |yaml| {
            yaml.pair("subnet", &context.id(subnet.key()));
        });
    }
}

pub(super) fn cluster(context: &Context<'_>, cluster: &ComputeCluster) -> Draft {
    let mut draft = context.begin(&Head {
        stem: format!("cluster {}", context.name()),
        purpose: "A compute cluster for `az ml compute create`.",
        schema: "amlCompute.schema.json",
        command: "az ml compute create",
        arguments: context.workspace_arguments(),
    });
    let yaml = &mut draft.yaml;
    yaml.pair("name", context.name());
    yaml.pair("type", "amlcompute");
    if let Some(region) = &cluster.region {
        yaml.pair("location", region);
    }
    yaml.pair("size", context.text(&cluster.size));
    let tier = match cluster.priority {
        VmPriority::Dedicated => "dedicated",
        VmPriority::LowPriority => "low_priority",
    };
    yaml.pair("tier", tier);
    yaml.pair("min_instances", cluster.min_nodes);
    yaml.pair("max_instances", cluster.max_nodes);
    yaml.pair("idle_time_before_scale_down", cluster.idle_seconds);
    yaml.pair("enable_node_public_ip", cluster.public_ip);
    yaml.pair("ssh_public_access_enabled", cluster.ssh_public_access);
    subnet(context, yaml, cluster.subnet.as_ref());
    context.tags(yaml);
    draft
}

pub(super) fn instance(context: &Context<'_>, instance: &ComputeInstance) -> Draft {
    let mut draft = context.begin(&Head {
        stem: format!("instance {}", context.name()),
        purpose: "A compute instance for `az ml compute create`.",
        schema: "computeInstance.schema.json",
        command: "az ml compute create",
        arguments: context.workspace_arguments(),
    });
    let yaml = &mut draft.yaml;
    yaml.pair("name", context.name());
    yaml.pair("type", "computeinstance");
    yaml.pair("size", context.text(&instance.size));
    yaml.pair("enable_node_public_ip", instance.public_ip);
    yaml.pair("ssh_public_access_enabled", false);
    subnet(context, yaml, instance.subnet.as_ref());
    context.tags(yaml);
    draft
}

pub(super) fn machine(context: &Context<'_>, machine: &AttachedMachine) -> Draft {
    let mut draft = context.begin(&Head {
        stem: format!("machine {}", context.name()),
        purpose: "A virtual machine for `az ml compute attach`.",
        schema: "vmCompute.schema.json",
        command: "az ml compute attach",
        arguments: context.workspace_arguments(),
    });
    let yaml = &mut draft.yaml;
    yaml.pair("name", context.name());
    yaml.pair("type", "virtualmachine");
    yaml.pair("resource_id", &context.id(machine.machine.key()));
    yaml.mapping("ssh_settings", |yaml| {
        yaml.pair("admin_username", &machine.admin_username);
        yaml.pair("ssh_port", machine.ssh_port);
        yaml.comment("A file on your machine. It is not part of this bundle.");
        yaml.pair("ssh_private_key_file", "./id_rsa");
    });
    draft
}

pub(super) fn kubernetes(context: &Context<'_>, kubernetes: &AttachedKubernetes) -> Draft {
    let cluster = kubernetes.cluster.key();
    let mut draft = context.begin(&Head {
        stem: format!("kubernetes {}", context.name()),
        purpose: "An AKS cluster for `az ml compute attach`.",
        schema: "kubernetesCompute.schema.json",
        command: "az ml compute attach",
        arguments: context.workspace_arguments(),
    });
    let yaml = &mut draft.yaml;
    if let Some(install) = install(context, kubernetes) {
        yaml.comment("The extension must be on the cluster first:");
        yaml.comment(&install);
        draft.commands.insert(0, install);
    }
    yaml.pair("name", context.name());
    yaml.pair("type", "kubernetes");
    yaml.pair("resource_id", &context.id(cluster));
    yaml.pair("namespace", "default");
    yaml.mapping("identity", |yaml| yaml.pair("type", "system_assigned"));
    draft
}

/// The command that installs the extension, with the settings of the deployment. On a cluster that exists the
/// settings are the extension's least: what is installed there already is not for the plan to say.
fn install(context: &Context<'_>, kubernetes: &AttachedKubernetes) -> Option<String> {
    let key = kubernetes.cluster.key();
    let id = context.deployment().planned_id(key)?;
    let settings = context
        .deployment()
        .nodes
        .iter()
        .find_map(|node| extension_on(&node.resource, kubernetes))
        .map_or_else(|| vec![("enableTraining", "True")], AksExtension::settings);
    let settings: Vec<String> = settings
        .into_iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    Some(format!(
        "az k8s-extension create --name {} --extension-type {} --cluster-type managedClusters \
         --cluster-name {} --resource-group {} --scope cluster --release-namespace {} \
         --configuration-settings {}",
        EXTENSION_NAMESPACE.value,
        EXTENSION_TYPE.value,
        shell::word(id.name()),
        shell::word(&id.scope.group),
        EXTENSION_NAMESPACE.value,
        settings.join(" ")
    ))
}

fn extension_on<'r>(
    resource: &'r Resource,
    kubernetes: &AttachedKubernetes,
) -> Option<&'r AksExtension> {
    if let Resource::AksExtension(extension) = resource
        && extension.cluster == kubernetes.cluster
    {
        Some(extension)
    } else {
        None
    }
}
