//! The pod CIDR has a /24 for every node, also in the middle of an upgrade.

use crate::azure::aks::POD_CIDR_NODE_LENGTH;
use crate::azure::sources;
use crate::capacity::aks::{pod_cidr_capacity, pod_cidr_nodes, pod_cidr_prefix_needed};
use crate::domain::{Item, PrefixText};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, ranges, wording};

pub(super) const RULE: Rule = Rule {
    code: "AKS016",
    name: "aks-pod-cidr-too-small",
    facts: &["AKS-23", "AKS-24", "AKS-32"],
    severity: Severity::Error,
    synopsis: "The pod CIDR holds one /24 for each node and each surge node.",
    why: "Overlay and kubenet give each node a /24. When they run out, further nodes and surge \
          nodes cannot join.",
    recommendation: "Enlarge the pod CIDR, or plan fewer nodes.",
    sources: &[&sources::AKS_OVERLAY],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for aks in &cx.plan.aks {
        let Some(cidr) = aks.pod_cidr.prefix().filter(|_| aks.uses_pod_cidr()) else {
            continue;
        };
        let (nodes, room) = (pod_cidr_nodes(aks), pod_cidr_capacity(cidr));
        if room >= nodes {
            continue;
        }
        let each = POD_CIDR_NODE_LENGTH.value;
        let length = pod_cidr_prefix_needed(nodes);
        let finding = out.report(
            &RULE,
            Item::Aks(aks.id).field("pod_cidr"),
            format!(
                "The pod CIDR of {} is {} short",
                super::name(aks),
                wording::count(nodes - room, "node", "nodes")
            ),
            format!(
                "Each node takes a /{each} of it. {} with surge need a /{length}; {cidr} serves {}. The \
                 nodes beyond that would not start.",
                wording::count(nodes, "node", "nodes"),
                wording::thousands(room)
            ),
        );
        let without = Item::Aks(aks.id).field("pod_cidr");
        // The same start where that is free, since people know it by heart.
        let grown = ranges::free(cx, cidr.first(), length, without);
        if let Some(grown) = grown.filter(|grown| grown.contains(cidr)) {
            let id = aks.id;
            finding.fix(
                Applicability::Suggested,
                format!("Use {grown}"),
                move |plan| {
                    if let Some(aks) = plan.aks_cluster_mut(id) {
                        aks.pod_cidr = PrefixText::from(grown);
                    }
                },
            );
        } else {
            super::pod_cidr_overlap::offer(cx, aks, length, finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Plan;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    fn plan(cidr: &str, nodes: u32, surge: &str) -> Plan {
        let mut plan = scenario::aks_inference();
        plan.aks[0].pod_cidr = PrefixText::new(cidr);
        plan.aks[0].pools.truncate(1);
        plan.aks[0].pools[0].max_nodes = nodes;
        plan.aks[0].pools[0].surge = surge.to_owned();
        plan
    }

    #[test]
    fn flags_250_nodes_with_surge_in_a_slash_16() {
        let plan = plan("10.244.0.0/16", 250, "10%");
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "The pod CIDR of aks-pricing-prod is 19 nodes short"
        );
        assert_eq!(
            finding.message,
            "Each node takes a /24 of it. 275 nodes with surge need a /15; 10.244.0.0/16 serves 256. The \
             nodes beyond that would not start."
        );
        let label = &finding.fixes[0].label;
        assert_eq!(label, "Use 10.244.0.0/15");
        let plan = finding.fixes[0].edit.preview(&plan);
        assert_silent(&RULE, &plan);
    }

    #[test]
    fn flags_a_range_smaller_than_one_node() {
        let plan = plan("10.244.0.0/25", 3, "1");
        assert_eq!(
            only(&RULE, &plan).title,
            "The pod CIDR of aks-pricing-prod is 4 nodes short"
        );
        mended(&RULE, &plan, "Use 10.244.0.0/22");
    }

    #[test]
    fn passes_230_nodes_with_surge_in_a_slash_16() {
        assert_silent(&RULE, &plan("10.244.0.0/16", 230, "10%"));
    }
}
