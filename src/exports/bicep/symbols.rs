//! The names that things have in Bicep: readable, and no two the same.

use super::text::is_reserved;
use crate::deployment::{Deployment, Key, Node, identifier};
use crate::exports::batches::Batch;

/// Longest symbol before its number; Bicep allows 255 characters.
const LONGEST: usize = 80;

/// Names of resources and modules.
#[derive(Clone, Debug, Default)]
pub(super) struct Symbols {
    nodes: Vec<(Key, String)>,
    modules: Vec<(String, String)>,
    taken: Vec<String>,
}

impl Symbols {
    /// The symbols of a deployment. Parameters keep the names that they have.
    pub(super) fn new(deployment: &Deployment, batches: &[Batch<'_>]) -> Self {
        let parameters = deployment.parameters.iter();
        let mut symbols = Self {
            taken: parameters.map(|it| it.name.to_ascii_lowercase()).collect(),
            ..Self::default()
        };
        for node in &deployment.nodes {
            let symbol = symbols.unique(&base(deployment, node));
            symbols.nodes.push((node.key.clone(), symbol));
        }
        for batch in batches {
            let symbol = symbols.unique(&identifier(&batch.name));
            symbols.modules.push((batch.name.clone(), symbol));
        }
        symbols
    }

    /// The symbol of a resource that is created.
    pub(super) fn node(&self, key: &Key) -> &str {
        let found = self.nodes.iter().find(|(known, _)| known == key);
        found.map_or("", |(_, symbol)| symbol)
    }

    /// The symbol of the module for a batch.
    pub(super) fn module(&self, batch: &Batch<'_>) -> &str {
        let found = self.modules.iter().find(|(known, _)| *known == batch.name);
        found.map_or("", |(_, symbol)| symbol)
    }

    /// A new symbol: `base`, numbered if that is taken.
    pub(super) fn unique(&mut self, base: &str) -> String {
        let base: String = base.chars().take(LONGEST).collect();
        let mut symbol = base.clone();
        let mut number = 2_u32;
        while is_reserved(&symbol) || self.taken.contains(&symbol.to_ascii_lowercase()) {
            symbol = format!("{base}{number}");
            number += 1;
        }
        self.taken.push(symbol.to_ascii_lowercase());
        symbol
    }
}

/// What a resource is called if nothing else is: its names as one identifier, or its handle where a name is
/// computed.
fn base(deployment: &Deployment, node: &Node) -> String {
    let names: Vec<&str> = node
        .names
        .iter()
        .map(|name| deployment.planned_text(name))
        .collect();
    if names.iter().any(|name| name.is_empty()) {
        identifier(node.key.as_str())
    } else {
        identifier(&names.join("-"))
    }
}
