//! How many errors and warnings are about which item.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Item, Plan};
use crate::rules::{Findings, Severity};

/// Errors and warnings at one place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) errors: usize,
    pub(super) warnings: usize,
}

impl Marks {
    /// The worst severity; advice is no reason for a mark.
    pub(super) fn worst(self) -> Option<Severity> {
        match self {
            Self { errors: 1.., .. } => Some(Severity::Error),
            Self { warnings: 1.., .. } => Some(Severity::Warning),
            _ => None,
        }
    }

    /// `1 error, 2 warnings`; nothing if there are none.
    pub(super) fn words(self) -> Option<String> {
        let parts: Vec<String> = [(self.errors, "error"), (self.warnings, "warning")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| super::content::counted(count, word))
            .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// The open findings of a plan, by item.
#[derive(Debug)]
pub(super) struct Tally {
    severities: Vec<Severity>,
    by_item: BTreeMap<Item, BTreeSet<usize>>,
}

impl Tally {
    pub(super) fn new(findings: &Findings) -> Self {
        let mut by_item: BTreeMap<Item, BTreeSet<usize>> = BTreeMap::new();
        for (index, finding) in findings.open().enumerate() {
            for subject in &finding.subjects {
                by_item.entry(subject.item).or_default().insert(index);
            }
        }
        Self {
            severities: findings.open().map(|finding| finding.severity).collect(),
            by_item,
        }
    }

    /// Findings about any of these items; one that is about several counts once.
    pub(super) fn of(&self, items: &[Item]) -> Marks {
        let found: BTreeSet<usize> = items
            .iter()
            .filter_map(|item| self.by_item.get(item))
            .flatten()
            .copied()
            .collect();
        let count = |severity| {
            found
                .iter()
                .filter(|index| self.severities.get(**index) == Some(&severity))
                .count()
        };
        Marks {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
        }
    }

    /// All findings of the plan.
    pub(super) fn total(&self) -> Marks {
        let count = |severity| self.severities.iter().filter(|s| **s == severity).count();
        Marks {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
        }
    }
}

/// An item with the items that are drawn as part of it.
pub(super) fn family(plan: &Plan, item: Item) -> Vec<Item> {
    let mut items = vec![item];
    match item {
        Item::Nsg(id) => items.extend(
            plan.nsg(id)
                .into_iter()
                .flat_map(|nsg| nsg.rules.iter().map(|rule| Item::SecurityRule(rule.id))),
        ),
        Item::RouteTable(id) => items.extend(
            plan.route_table(id)
                .into_iter()
                .flat_map(|table| table.routes.iter().map(|route| Item::Route(route.id))),
        ),
        Item::Aks(id) => items.extend(
            plan.aks_cluster(id)
                .into_iter()
                .flat_map(|aks| aks.pools.iter().map(|pool| Item::NodePool(pool.id))),
        ),
        Item::BatchEndpoint(id) => {
            items.extend(plan.batch_endpoint(id).into_iter().flat_map(|endpoint| {
                endpoint
                    .deployments
                    .iter()
                    .map(|deployment| Item::BatchDeployment(deployment.id))
            }));
        }
        Item::Dns => items.extend(plan.dns.zones.iter().map(|zone| Item::Zone(zone.id))),
        Item::Vnet(id) => items.extend(
            plan.peerings
                .iter()
                .filter(|peering| peering.from == id)
                .map(|peering| Item::Peering(peering.id)),
        ),
        _ => {}
    }
    items
}
