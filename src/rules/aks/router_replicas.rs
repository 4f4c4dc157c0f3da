//! Three replicas of the inference router need three nodes.

use crate::azure::aks_limits::ROUTER_NODES;
use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "AKS021",
    name: "aks-inference-router-nodes",
    facts: &["AKS-52"],
    severity: Severity::Warning,
    synopsis: "A cluster whose inference router runs three replicas has three nodes.",
    why: "The router runs three replicas on three nodes; with fewer it stays pending and the \
          extension does not install.",
    recommendation: "Plan three nodes, or run one replica.",
    sources: &[&sources::AML_K8SEXT],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for aks in cx
        .plan
        .aks
        .iter()
        .filter(|aks| aks.inference && aks.inference_router_ha)
    {
        let nodes: u64 = aks.pools.iter().map(|pool| u64::from(pool.max_nodes)).sum();
        if aks.pools.is_empty() || nodes >= ROUTER_NODES.value {
            continue;
        }
        let id = aks.id;
        out.report(
            &RULE,
            Item::Aks(id).field("inference_router_ha"),
            format!(
                "{} has {} for three router replicas",
                super::name(aks),
                wording::count(nodes, "node", "nodes")
            ),
            "The Azure Machine Learning extension spreads the replicas over nodes and waits for the missing \
             ones. Plan three nodes, or run one replica.",
        )
        .fix(Applicability::Suggested, "Run one replica", move |plan| {
            if let Some(aks) = plan.aks_cluster_mut(id) {
                aks.inference_router_ha = false;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_two_nodes_for_three_replicas() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].pools.truncate(1);
        plan.aks[0].pools[0].max_nodes = 2;
        plan.aks[0].pools[0].min_nodes = 1;
        assert_eq!(
            only(&RULE, &plan).title,
            "aks-pricing-prod has 2 nodes for three router replicas"
        );
        mended(&RULE, &plan, "Run one replica");
    }

    #[test]
    fn passes_three_nodes() {
        assert_silent(&RULE, &scenario::aks_inference());
    }
}
