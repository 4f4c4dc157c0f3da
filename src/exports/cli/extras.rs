//! Arguments that a command takes beside values of the body, and small readings of bodies.

use super::body::{Words, at};
use super::command::{Argument, Command, Word};
use crate::deployment::resource::{AksExtension, AttachedMachine, ComputeCluster, PrivateEndpoint};
use crate::deployment::{Key, Node, Object, Target, Value};
use crate::domain::VmPriority;
use crate::exports::shell;

/// The objects at a path.
pub(super) fn objects<'v>(body: &'v Object, path: &str) -> impl Iterator<Item = &'v Object> {
    at(body, path).into_iter().filter_map(|value| {
        if let Value::Object(object) = value {
            Some(object)
        } else {
            None
        }
    })
}

pub(super) fn truth(on: bool) -> Word {
    Word::text(if on { "true" } else { "false" })
}

pub(super) fn static_address(create: Command, endpoint: &PrivateEndpoint) -> Command {
    let Some(fixed) = &endpoint.static_address else {
        return create;
    };
    create.many(
        "--ip-config",
        vec![
            Word::text("name=").then(fixed.member),
            Word::text("group-id=").then(endpoint.group_id),
            Word::text("member-name=").then(fixed.member),
            Word::text("private-ip-address=").then(&fixed.address),
        ],
        false,
    )
}

pub(super) fn with_key(create: Command, machine: &AttachedMachine) -> Command {
    let file = if let Value::Param(name) = &machine.ssh_private_key {
        key_file(name)
    } else {
        String::new()
    };
    create.with("--ssh-private-key-file", Word::variable(file))
}

pub(super) fn with_settings(create: Command, extension: &AksExtension) -> Command {
    let settings = extension.settings().into_iter();
    let settings = settings
        .map(|(name, value)| Word::text(name).then("=").then(value))
        .collect();
    create
        .many("--scope", vec![Word::text("cluster")], true)
        .many("--configuration-settings", settings, false)
}

pub(super) fn compute_cluster(create: Command, cluster: &ComputeCluster) -> Command {
    let is_dedicated = cluster.priority == VmPriority::Dedicated;
    let tier = if is_dedicated {
        "dedicated"
    } else {
        "low_priority"
    };
    let ssh = cluster.ssh_public_access;
    create
        .many("--tier", vec![Word::text(tier)], is_dedicated)
        .say(
            "--idle-time-before-scale-down",
            &cluster.idle_seconds.to_string(),
        )
        .many("--ssh-public-access-enabled", vec![truth(ssh)], !ssh)
}

/// The variable for the file that holds a private key: the CLI takes no key, only files.
pub(super) fn key_file(parameter: &str) -> String {
    let mut name = shell::variable(parameter);
    name.push_str("_FILE");
    name
}

/// The Azure ML file of a resource, as seen from the scripts.
pub(super) fn file_of(node: &Node, files: &[(Key, String)]) -> Word {
    let found = files.iter().find(|(key, _)| *key == node.key);
    Word::text("../").then(found.map_or("", |(_, path)| path))
}

/// The arguments that name the cluster of an extension.
pub(super) fn cluster_of(words: Words<'_>, extension: &AksExtension) -> Vec<Argument> {
    let name = match words.deployment.find(extension.cluster.key()) {
        Some(Target::New(node) | Target::NewSubnet(node, _)) => {
            node.names.last().map(|name| words.word(name))
        }
        Some(Target::Existing(existing)) => Some(Word::text(existing.id.name())),
        None => None,
    };
    Command::default()
        .with("--cluster-name", name.unwrap_or_default())
        .say("--cluster-type", "managedClusters")
        .arguments
}
