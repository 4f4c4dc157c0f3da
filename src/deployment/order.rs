//! The order in which resources can be created.
//!
//! Stable: among resources that are ready at the same time, the one that was lowered first comes first. A
//! circle cannot come out of lowering; if one did, its members would keep the order in which they were lowered.

use std::collections::BTreeMap;

use super::{Key, Node, Resource};

/// Sorts nodes so that each stands after everything it depends on.
pub(super) fn sort(nodes: Vec<Node>) -> Vec<Node> {
    let positions = positions(&nodes);
    let needs: Vec<Vec<usize>> = nodes
        .iter()
        .map(|node| {
            node.depends_on()
                .iter()
                .filter_map(|key| positions.get(key).copied())
                .collect()
        })
        .collect();
    let mut waiting: Vec<Option<Node>> = nodes.into_iter().map(Some).collect();
    let mut sorted = Vec::with_capacity(waiting.len());
    while sorted.len() < waiting.len() {
        let is_waiting = |position: &usize| waiting.get(*position).is_some_and(Option::is_some);
        let ready = (0..waiting.len()).filter(is_waiting).find(|position| {
            needs
                .get(*position)
                .is_none_or(|needs| !needs.iter().any(is_waiting))
        });
        let next = ready.or_else(|| (0..waiting.len()).find(is_waiting));
        let Some(node) = next
            .and_then(|next| waiting.get_mut(next))
            .and_then(Option::take)
        else {
            break;
        };
        sorted.push(node);
    }
    sorted
}

/// Where each key is created: a subnet where its virtual network is.
fn positions(nodes: &[Node]) -> BTreeMap<Key, usize> {
    let mut positions = BTreeMap::new();
    for (position, node) in nodes.iter().enumerate() {
        positions.insert(node.key.clone(), position);
        if let Resource::Vnet(vnet) = &node.resource {
            for subnet in &vnet.subnets {
                positions.insert(subnet.key.clone(), position);
            }
        }
    }
    positions
}
