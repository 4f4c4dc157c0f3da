//! With static block allocation, pods per node fill whole blocks.

use crate::azure::aks::STATIC_BLOCK;
use crate::azure::aks_limits::{MAX_PODS, STATIC_WASTE};
use crate::azure::sources;
use crate::capacity::aks::{static_blocks_per_node, static_waste_per_node};
use crate::domain::{Item, NetworkMode};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "AKS018",
    name: "aks-static-block-waste",
    facts: &["AKS-22"],
    severity: Severity::Warning,
    synopsis: "With static block allocation, pods per node are one less than a multiple of 16.",
    why: "Pods get addresses in blocks of 16, and the node takes one itself; one pod too many \
          costs a whole block per node.",
    recommendation: "Use 15, 31, 47 … pods a node.",
    sources: &[&sources::AKS_STATIC],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (aks, pool) in cx.plan.pools() {
        let waste = static_waste_per_node(pool.max_pods);
        if aks.network_mode != NetworkMode::PodSubnetStatic || waste < STATIC_WASTE.value {
            continue;
        }
        let blocks = static_blocks_per_node(pool.max_pods);
        let id = pool.id;
        let finding = out.report(
            &RULE,
            Item::NodePool(id).field("max_pods"),
            format!(
                "{} wastes {} a node",
                super::pool_name(aks, pool),
                wording::count(waste, "address", "addresses")
            ),
            format!(
                "{} pods need {} of {} addresses, one of them for the node. Fill the last block or do \
                 without it.",
                pool.max_pods,
                wording::count(blocks, "block", "blocks"),
                STATIC_BLOCK.value
            ),
        );
        let full = |blocks: u64| {
            let pods = blocks.saturating_mul(STATIC_BLOCK.value).saturating_sub(1);
            u32::try_from(pods)
                .ok()
                .filter(|pods| MAX_PODS.value.contains(pods))
        };
        let choices = [full(blocks), full(blocks.saturating_sub(1))];
        for pods in choices.into_iter().flatten() {
            finding.fix(
                Applicability::Suggested,
                format!("Use {pods}"),
                move |plan| {
                    if let Some(pool) = plan.pool_mut(id) {
                        pool.max_pods = pods;
                    }
                },
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Plan;
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, fixed, only};

    fn plan(max_pods: u32) -> Plan {
        let mut plan = scenario::aks_inference();
        plan.aks[0].network_mode = NetworkMode::PodSubnetStatic;
        plan.aks[0].pools.truncate(1);
        plan.aks[0].pools[0].max_pods = max_pods;
        plan
    }

    #[test]
    fn flags_32_pods_and_offers_full_blocks() {
        let finding = only(&RULE, &plan(32));
        assert_eq!(
            finding.title,
            "npsystem of aks-pricing-prod wastes 15 addresses a node"
        );
        assert_eq!(
            finding.message,
            "32 pods need 3 blocks of 16 addresses, one of them for the node. Fill the last block or do \
             without it."
        );
        fixed(&RULE, &plan(32), "Use 47");
        fixed(&RULE, &plan(32), "Use 31");
    }

    #[test]
    fn passes_full_and_nearly_full_blocks() {
        for max_pods in [30, 31, 250] {
            assert_silent(&RULE, &plan(max_pods));
        }
    }
}
