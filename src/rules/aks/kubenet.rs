//! Kubenet retires, and has room for as many nodes as a route table has routes.

use crate::azure::aks_limits::{KUBENET_NODES, KUBENET_RETIRES};
use crate::azure::sources;
use crate::capacity::aks::pod_cidr_nodes;
use crate::domain::{AksId, Item, NetworkMode, Plan};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "AKS009",
    name: "aks-kubenet",
    facts: &["AKS-24"],
    severity: Severity::Warning,
    synopsis: "New clusters do not use kubenet; existing ones stay below 400 nodes.",
    why: "Kubenet is retired on 2028-03-31, and its route table ends at 400 nodes.",
    recommendation: "Use Azure CNI Overlay.",
    sources: &[&sources::AKS_KUBENET],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for aks in &cx.plan.aks {
        if aks.network_mode != NetworkMode::Kubenet {
            continue;
        }
        let name = super::name(aks);
        let item = Item::Aks(aks.id);
        out.report(
            &RULE,
            item.field("network_mode"),
            format!("{name} uses kubenet"),
            format!(
                "Kubenet retires on {}. Azure CNI Overlay takes as few addresses of the subnet and needs \
                 no route table.",
                KUBENET_RETIRES.value
            ),
        )
        .fix(Applicability::Suggested, "Use Azure CNI Overlay", overlay(aks.id));
        let nodes = pod_cidr_nodes(aks);
        if nodes > KUBENET_NODES.value {
            out.report(
                &RULE,
                item.field("pools"),
                format!("{name} grows to {} with kubenet", wording::count(nodes, "node", "nodes")),
                format!(
                    "Kubenet keeps a route for each node, and AKS stops at {}. Use Azure CNI Overlay, or \
                     plan fewer nodes.",
                    KUBENET_NODES.value
                ),
            )
            .severity(Severity::Error)
            .fix(Applicability::Suggested, "Use Azure CNI Overlay", overlay(aks.id));
        }
    }
}

fn overlay(aks: AksId) -> impl Fn(&mut Plan) + Send + Sync + 'static {
    move |plan| {
        if let Some(aks) = plan.aks_cluster_mut(aks) {
            aks.network_mode = NetworkMode::Overlay;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended, mended_all};
    use crate::rules::testing::{assert_silent, findings, only};

    fn plan(nodes: u32) -> Plan {
        let mut plan = scenario::aks_inference();
        plan.aks[0].network_mode = NetworkMode::Kubenet;
        plan.aks[0].pools.truncate(1);
        plan.aks[0].pools[0].max_nodes = nodes;
        plan.aks[0].pools[0].surge = "0".to_owned();
        plan
    }

    #[test]
    fn flags_kubenet_as_retiring() {
        let finding = only(&RULE, &plan(3));
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(
            finding.message,
            "Kubenet retires on 31 March 2028. Azure CNI Overlay takes as few addresses of the subnet and \
             needs no route table."
        );
        mended(&RULE, &plan(3), "Use Azure CNI Overlay");
    }

    #[test]
    fn flags_the_401st_node_as_an_error() {
        assert_eq!(findings(&RULE, &plan(400)).count(Severity::Error), 0);
        let found = findings(&RULE, &plan(401));
        assert_eq!(found.count(Severity::Error), 1);
        assert_eq!(
            found.iter().next().expect("errors first").title,
            "aks-pricing-prod grows to 401 nodes with kubenet"
        );
        mended_all(&RULE, &plan(401), "Use Azure CNI Overlay");
    }

    #[test]
    fn passes_overlay() {
        assert_silent(&RULE, &scenario::aks_inference());
    }
}
