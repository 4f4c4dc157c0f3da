//! Pools and clusters stay within the numbers of nodes that AKS runs.

use crate::azure::aks_limits::{CLUSTER_NODES, POOL_NODES};
use crate::azure::sources;
use crate::capacity::aks::nodes_with_surge;
use crate::domain::{Item, Placement, PoolMode};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "AKS006",
    name: "aks-node-counts",
    facts: &["AKS-8"],
    severity: Severity::Error,
    synopsis: "A pool has at most 1,000 nodes with its surge, a cluster at most 5,000; a system pool is \
               never empty.",
    why: "A scale set holds 1,000 instances with those of an upgrade; upgrades of a cluster stop \
          at 5,000 nodes.",
    recommendation: "Spread the nodes over more pools or clusters.",
    sources: &[&sources::AKS_SCHEMA, &sources::AKS_SURGE],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (aks, pool) in cx.plan.pools() {
        let name = super::pool_name(aks, pool);
        let id = pool.id;
        let nodes = nodes_with_surge(pool);
        if nodes > POOL_NODES.value.into() {
            out.report(
                &RULE,
                Item::NodePool(id).field("max_nodes"),
                format!("{name} grows to {}", self::nodes(nodes)),
                format!(
                    "A pool holds {} at most, those of an upgrade included. Plan a second pool.",
                    self::nodes(POOL_NODES.value.into())
                ),
            );
        }
        if pool.mode == PoolMode::System && pool.min_nodes == 0 {
            out.report(
                &RULE,
                Item::NodePool(id).field("min_nodes"),
                format!("{name} may shrink to no node"),
                "A system pool runs the cluster's own pods, so AKS keeps one node of it at least.",
            )
            .fix(Applicability::Suggested, "Keep 1 node", move |plan| {
                if let Some(pool) = plan.pool_mut(id) {
                    pool.min_nodes = 1;
                    pool.max_nodes = pool.max_nodes.max(1);
                }
            });
        }
        if pool.min_nodes > pool.max_nodes {
            let (least, most) = (pool.min_nodes, pool.max_nodes);
            out.report(
                &RULE,
                Item::NodePool(id),
                format!("{name} keeps {least} of at most {most}"),
                "The least number of nodes is above the most. AKS refuses such a scale.",
            )
            .fix(
                Applicability::Suggested,
                format!("Allow {least}"),
                move |plan| {
                    if let Some(pool) = plan.pool_mut(id) {
                        pool.max_nodes = pool.min_nodes;
                    }
                },
            );
        }
    }
    for aks in &cx.plan.aks {
        let name = super::name(aks);
        let total: u64 = aks.pools.iter().map(|pool| u64::from(pool.max_nodes)).sum();
        if total > CLUSTER_NODES.value {
            out.report(
                &RULE,
                Item::Aks(aks.id).field("pools"),
                format!("{name} grows to {}", nodes(total)),
                format!(
                    "A cluster holds {} at most, and at that size it cannot be upgraded any more. Plan a \
                     second cluster.",
                    nodes(CLUSTER_NODES.value)
                ),
            );
        }
        let has_system = aks.pools.iter().any(|pool| pool.mode == PoolMode::System);
        if aks.placement == Placement::New && !has_system {
            out.report(
                &RULE,
                Item::Aks(aks.id),
                format!("{name} has no system pool"),
                "AKS creates a cluster with one system pool, for its own pods. Add one, or let a pool of \
                 yours be it.",
            );
        }
    }
}

fn nodes(number: u64) -> String {
    wording::count(number, "node", "nodes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, findings, only};

    #[test]
    fn flags_a_pool_that_outgrows_its_scale_set_during_an_upgrade() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].pools[1].max_nodes = 1_000;
        plan.aks[0].pools[1].surge = "1".to_owned();
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "npscore of aks-pricing-prod grows to 1,001 nodes"
        );
        plan.aks[0].pools[1].max_nodes = 999;
        assert_silent(&RULE, &plan);
    }

    #[test]
    fn flags_an_empty_system_pool_but_not_an_empty_user_pool() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].pools[1].min_nodes = 0;
        assert_silent(&RULE, &plan);
        plan.aks[0].pools[0].min_nodes = 0;
        assert_eq!(
            only(&RULE, &plan).title,
            "npsystem of aks-pricing-prod may shrink to no node"
        );
        mended(&RULE, &plan, "Keep 1 node");
    }

    #[test]
    fn flags_a_scale_the_wrong_way_round() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].pools[1].min_nodes = 30;
        assert_eq!(
            only(&RULE, &plan).title,
            "npscore of aks-pricing-prod keeps 30 of at most 20"
        );
        mended(&RULE, &plan, "Allow 30");
    }

    #[test]
    fn flags_a_cluster_above_five_thousand_nodes() {
        let mut plan = scenario::aks_inference();
        let pool = plan.aks[0].pools[1].clone();
        for _ in 0..6 {
            plan.aks[0].pools.push(crate::domain::NodePool {
                id: crate::domain::NodePoolId(plan.last_id + 1),
                max_nodes: 900,
                surge: "1".to_owned(),
                ..pool.clone()
            });
            plan.last_id += 1;
        }
        assert_eq!(
            only(&RULE, &plan).title,
            "aks-pricing-prod grows to 5,423 nodes"
        );
    }

    #[test]
    fn flags_a_new_cluster_without_system_pool() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].pools.remove(0);
        let found = findings(&RULE, &plan);
        assert_eq!(
            found.iter().next().expect("one").title,
            "aks-pricing-prod has no system pool"
        );
    }

    #[test]
    fn passes_pools_within_the_limits() {
        assert_silent(&RULE, &scenario::aks_inference());
        assert_silent(&RULE, &scenario::everything());
    }
}
