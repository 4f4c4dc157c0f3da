//! Which resources go into which nested deployment.
//!
//! A template creates resources in one group; others get a nested deployment (in Bicep: a module) each. Two
//! resources of a foreign group share one only if nothing outside has to be created between them, so that nested deployments never
//! wait for each other in a circle.

use std::collections::BTreeMap;

use crate::deployment::{Deployment, Key, Node, Scope};

/// A nested deployment.
pub(super) struct Batch<'a> {
    /// Its name in the template.
    pub(super) name: String,
    /// The group that it deploys to.
    pub(super) scope: Scope,
    /// Its resources, each after what it depends on.
    pub(super) nodes: Vec<&'a Node>,
}

impl Batch<'_> {
    /// True if this resource, or the network of this subnet, is created here.
    pub(super) fn has(&self, key: &Key) -> bool {
        self.nodes.iter().any(|node| node.creates(key))
    }
}

/// The nested deployments of a deployment, each after those that it waits for.
pub(super) fn batches(deployment: &Deployment) -> Vec<Batch<'_>> {
    let depths = depths(deployment);
    let mut groups: BTreeMap<(usize, &Scope), Vec<&Node>> = BTreeMap::new();
    for (node, depth) in deployment.nodes.iter().zip(&depths) {
        if !node.scope.is_target() {
            groups.entry((*depth, &node.scope)).or_default().push(node);
        }
    }
    groups
        .into_iter()
        .enumerate()
        .map(|(position, ((_, scope), nodes))| Batch {
            name: format!("{}-{}", deployment_name(&scope.group), position + 1),
            scope: scope.clone(),
            nodes,
        })
        .collect()
}

/// For each node, how often the way to it changes groups at most. Along any way that leaves a group and
/// comes back, the number grows.
fn depths(deployment: &Deployment) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::with_capacity(deployment.nodes.len());
    for node in &deployment.nodes {
        let depth = node
            .depends_on()
            .iter()
            .filter_map(|key| {
                let before = deployment.nodes.iter().zip(&depths);
                let (other, depth) = before.into_iter().find(|(other, _)| other.creates(key))?;
                Some(depth + usize::from(other.scope != node.scope))
            })
            .max()
            .unwrap_or_default();
        depths.push(depth);
    }
    depths
}

/// A group's name as the name of a deployment: letters, digits, hyphens, and short enough for a number.
fn deployment_name(group: &str) -> String {
    let usable: String = group
        .chars()
        .map(|character| {
            if character.is_ascii_alphanumeric() {
                character
            } else {
                '-'
            }
        })
        .take(50)
        .collect();
    let usable = usable.trim_matches('-');
    if usable.is_empty() { "group" } else { usable }.to_owned()
}
