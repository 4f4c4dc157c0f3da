//! Pods per node stay within what AKS accepts, and a pool has room for the pods of the system.

use crate::azure::aks_limits::{MAX_PODS, POOL_PODS};
use crate::azure::sources;
use crate::domain::{Item, NetworkMode, NodePoolId, Plan};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "AKS005",
    name: "aks-max-pods",
    facts: &["AKS-7"],
    severity: Severity::Error,
    synopsis: "A node runs 10 to 250 pods at most, and a pool has room for 30 pods.",
    why: "AKS enforces 10 to 250 pods per node and room for 30 pods in a pool, because its own \
          components need them.",
    recommendation: "Raise the pods per node, or plan more nodes.",
    sources: &[&sources::AKS_IPPLAN],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (aks, pool) in cx.plan.pools() {
        if aks.network_mode == NetworkMode::None {
            continue;
        }
        let name = super::pool_name(aks, pool);
        let (least, most) = (*MAX_PODS.value.start(), *MAX_PODS.value.end());
        let id = pool.id;
        let subject = Item::NodePool(id).field("max_pods");
        if !MAX_PODS.value.contains(&pool.max_pods) {
            let enough = POOL_PODS.value.div_ceil(pool.max_nodes.max(1));
            let nearest = pool.max_pods.clamp(least.max(enough), most);
            out.report(
                &RULE,
                subject,
                format!("{name} allows {} a node", pods(pool.max_pods)),
                format!(
                    "AKS takes {least} to {most} pods a node. Creating the pool fails otherwise."
                ),
            )
            .fix(
                Applicability::Suggested,
                format!("Use {nearest}"),
                set(id, nearest),
            );
        } else if pool.max_nodes > 0
            && pool.max_nodes.saturating_mul(pool.max_pods) < POOL_PODS.value
        {
            let enough = POOL_PODS.value.div_ceil(pool.max_nodes);
            out.report(
                &RULE,
                subject,
                format!(
                    "{name} has room for {}",
                    pods(pool.max_nodes.saturating_mul(pool.max_pods))
                ),
                format!(
                    "A pool needs room for {} over all its nodes, for what AKS itself runs there. Allow \
                     {enough} a node, or plan more nodes.",
                    pods(POOL_PODS.value)
                ),
            )
            .also(Item::NodePool(id).field("max_nodes"))
            .fix(Applicability::Suggested, format!("Use {enough}"), set(id, enough));
        }
    }
}

fn pods(number: u32) -> String {
    wording::count(number.into(), "pod", "pods")
}

fn set(pool: NodePoolId, pods: u32) -> impl Fn(&mut Plan) + Send + Sync + 'static {
    move |plan| {
        if let Some(pool) = plan.pool_mut(pool) {
            pool.max_pods = pods;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    fn plan(max_pods: u32, nodes: u32) -> Plan {
        let mut plan = scenario::aks_inference();
        let pool = &mut plan.aks[0].pools[1];
        (pool.max_pods, pool.min_nodes, pool.max_nodes) = (max_pods, 1, nodes);
        plan
    }

    #[test]
    fn flags_too_many_and_too_few_pods() {
        assert_eq!(
            only(&RULE, &plan(251, 3)).title,
            "npscore of aks-pricing-prod allows 251 pods a node"
        );
        mended(&RULE, &plan(251, 3), "Use 250");
        mended(&RULE, &plan(9, 20), "Use 10");
        mended(&RULE, &plan(9, 1), "Use 30");
    }

    #[test]
    fn flags_a_pool_without_room_for_thirty() {
        let finding = only(&RULE, &plan(10, 2));
        assert_eq!(
            finding.title,
            "npscore of aks-pricing-prod has room for 20 pods"
        );
        mended(&RULE, &plan(10, 2), "Use 15");
    }

    #[test]
    fn passes_the_smallest_pool_that_azure_takes() {
        assert_silent(&RULE, &plan(10, 3));
        assert_silent(&RULE, &plan(30, 1));
    }
}
