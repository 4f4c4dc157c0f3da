//! Computes: clusters, instances, attached machines, attached Kubernetes clusters.

use super::{Context, Draft};
use crate::azure::kubernetes::{EXTENSION_NAMESPACE, EXTENSION_TYPE};
use crate::deployment::resource::{
    AksExtension, AttachedKubernetes, AttachedMachine, ComputeCluster, ComputeInstance, Subnet,
};
use crate::deployment::{Ref, Resource};
use crate::domain::VmPriority;
use crate::exports::shell;
use crate::exports::yaml::Yaml;

/// How a compute's file is applied.
fn create(context: &Context<'_>, command: &str) -> String {
    format!(
        "az ml compute {command} --file FILE {}",
        context.workspace_arguments()
    )
}

/// The subnet of a compute, by its full id: then the name of the VNet stays away (AML-6).
fn subnet(context: &Context<'_>, yaml: &mut Yaml, subnet: Option<&Ref<Subnet>>) {
    if let Some(subnet) = subnet {
        yaml.mapping("network_settings", |yaml| {
            yaml.entry("subnet", &context.id(subnet.key()));
        });
    }
}

pub(super) fn cluster(context: &Context<'_>, cluster: &ComputeCluster) -> Draft {
    let mut yaml = context.begin("amlCompute.schema.json", &create(context, "create"));
    yaml.entry("name", context.name());
    yaml.entry("type", "amlcompute");
    if let Some(region) = &cluster.region {
        yaml.entry("location", region);
    }
    yaml.entry("size", context.text(&cluster.size));
    let tier = match cluster.priority {
        VmPriority::Dedicated => "dedicated",
        VmPriority::LowPriority => "low_priority",
    };
    yaml.entry("tier", tier);
    yaml.entry("min_instances", cluster.min_nodes);
    yaml.entry("max_instances", cluster.max_nodes);
    yaml.entry("idle_time_before_scale_down", cluster.idle_seconds);
    yaml.entry("enable_node_public_ip", cluster.public_ip);
    yaml.entry("ssh_public_access_enabled", cluster.ssh_public_access);
    subnet(context, &mut yaml, cluster.subnet.as_ref());
    context.tags(&mut yaml);
    Draft {
        stem: "cluster",
        name: context.name().to_owned(),
        purpose: "A compute cluster for `az ml compute create`.",
        yaml,
    }
}

pub(super) fn instance(context: &Context<'_>, instance: &ComputeInstance) -> Draft {
    let mut yaml = context.begin("computeInstance.schema.json", &create(context, "create"));
    yaml.entry("name", context.name());
    yaml.entry("type", "computeinstance");
    yaml.entry("size", context.text(&instance.size));
    yaml.entry("enable_node_public_ip", instance.public_ip);
    yaml.entry("ssh_public_access_enabled", false);
    subnet(context, &mut yaml, instance.subnet.as_ref());
    context.tags(&mut yaml);
    Draft {
        stem: "instance",
        name: context.name().to_owned(),
        purpose: "A compute instance for `az ml compute create`.",
        yaml,
    }
}

pub(super) fn machine(context: &Context<'_>, machine: &AttachedMachine) -> Draft {
    let mut yaml = context.begin("vmCompute.schema.json", &create(context, "attach"));
    yaml.entry("name", context.name());
    yaml.entry("type", "virtualmachine");
    yaml.entry("resource_id", &context.id(machine.machine.key()));
    yaml.mapping("ssh_settings", |yaml| {
        yaml.entry("admin_username", &machine.admin_username);
        yaml.entry("ssh_port", machine.ssh_port);
        yaml.comment("A file on your machine. It is not part of this bundle.");
        yaml.entry("ssh_private_key_file", "./id_rsa");
    });
    Draft {
        stem: "machine",
        name: context.name().to_owned(),
        purpose: "A virtual machine for `az ml compute attach`.",
        yaml,
    }
}

pub(super) fn kubernetes(context: &Context<'_>, kubernetes: &AttachedKubernetes) -> Draft {
    let cluster = kubernetes.cluster.key();
    let mut yaml = context.begin("kubernetesCompute.schema.json", &create(context, "attach"));
    if let Some(install) = install(context, kubernetes) {
        yaml.comment("The extension must be on the cluster first:");
        yaml.comment(&install);
    }
    yaml.entry("name", context.name());
    yaml.entry("type", "kubernetes");
    yaml.entry("resource_id", &context.id(cluster));
    yaml.entry("namespace", "default");
    yaml.mapping("identity", |yaml| yaml.entry("type", "system_assigned"));
    Draft {
        stem: "kubernetes",
        name: context.name().to_owned(),
        purpose: "An AKS cluster for `az ml compute attach`.",
        yaml,
    }
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
