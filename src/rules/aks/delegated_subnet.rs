//! Nodes and pods do not stand in subnets that are delegated to another service.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "AKS003",
    name: "aks-nodes-in-delegated-subnet",
    facts: &["AKS-3"],
    severity: Severity::Error,
    synopsis: "The subnet of AKS nodes is not delegated.",
    why: "A delegated subnet belongs to its service; AKS cannot put nodes in it.",
    recommendation: "Use a subnet without delegation, or remove the delegation.",
    sources: &[&sources::AKS_CNI],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (aks, pool) in cx.plan.pools() {
        let Some(subnet) = pool.node_subnet.and_then(|id| cx.plan.subnet(id)) else {
            continue;
        };
        let service = subnet.delegation.trim();
        if service.is_empty() {
            continue;
        }
        let (id, name) = (subnet.id, wording::subnet(subnet));
        out.report(
            &RULE,
            Item::NodePool(pool.id).field("node_subnet"),
            format!(
                "{} stands in {name}, which is delegated",
                super::pool_name(aks, pool)
            ),
            format!(
                "A subnet delegated to {service} takes only what that service puts there, so node \
                 creation fails. Choose another subnet, or end the delegation."
            ),
        )
        .also(Item::Subnet(id).field("delegation"))
        .fix(
            Applicability::Suggested,
            format!("End the delegation of {name}"),
            move |plan| {
                if let Some(subnet) = plan.subnet_mut(id) {
                    subnet.delegation.clear();
                }
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended_all};
    use crate::rules::testing::{assert_silent, findings, subnet_mut};

    #[test]
    fn flags_each_pool_in_a_delegated_subnet() {
        let mut plan = scenario::aks_inference();
        subnet_mut(&mut plan, "snet-aks").delegation = "Microsoft.Databricks/workspaces".to_owned();
        let found = findings(&RULE, &plan);
        let titles: Vec<&str> = found.iter().map(|finding| &*finding.title).collect();
        assert_eq!(
            titles,
            [
                "npsystem of aks-pricing-prod stands in snet-aks, which is delegated",
                "npscore of aks-pricing-prod stands in snet-aks, which is delegated"
            ]
        );
        mended_all(&RULE, &plan, "End the delegation of snet-aks");
    }

    #[test]
    fn passes_an_undelegated_subnet() {
        assert_silent(&RULE, &scenario::aks_inference());
    }
}
