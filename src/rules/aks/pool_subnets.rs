//! Every pool has the subnets that the cluster's network mode needs.

use crate::azure::sources;
use crate::domain::{
    AksCluster, Item, NodePool, Placement, Subject, SubnetId, SubnetPurpose, Word,
};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "AKS004",
    name: "aks-pool-without-subnet",
    facts: &["AKS-15", "AKS-21", "AKS-22", "AKS-55"],
    severity: Severity::Error,
    synopsis: "Each node pool has a node subnet, and a pod subnet in the pod-subnet modes.",
    why: "Without a subnet AKS makes a VNet of its own, which reaches none of the private \
          endpoints of the workspace.",
    recommendation: "Choose the subnets of the pool.",
    sources: &[
        &sources::AKS_POOLNET,
        &sources::AKS_PODSUB,
        &sources::AML_K8S,
    ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let new = |aks: &AksCluster| aks.placement == Placement::New;
    for (aks, pool) in cx.plan.pools().filter(|(aks, _)| new(aks)) {
        let name = super::pool_name(aks, pool);
        if pool.node_subnet.is_none() {
            let finding = out.report(
                &RULE,
                Item::NodePool(pool.id).field("node_subnet"),
                format!("{name} has no subnet"),
                "AKS would make a VNet of its own, from which the workspace and its private endpoints \
                 cannot be reached. Choose a subnet of this plan.",
            );
            offer(cx, finding, aks, pool, SubnetPurpose::AksNodes);
        }
        if aks.uses_pod_subnet() && pool.pod_subnet.is_none() {
            let finding = out.report(
                &RULE,
                Item::NodePool(pool.id).field("pod_subnet"),
                format!("{name} has no pod subnet"),
                format!(
                    "With {} pods take their addresses from a subnet of their own. Choose one for \
                     each pool.",
                    aks.network_mode.label()
                ),
            );
            offer(cx, finding, aks, pool, SubnetPurpose::AksPods);
        } else if let Some(subnet) = pool.pod_subnet.filter(|_| aks.uses_pod_subnet())
            && pool.node_subnet == Some(subnet)
        {
            out.report(
                &RULE,
                Item::NodePool(pool.id).field("pod_subnet"),
                format!("Nodes and pods of {name} share {}", wording::subnet_id(cx.plan, subnet)),
                format!(
                    "{} keeps pods in a subnet apart from the nodes. Choose another subnet for them.",
                    aks.network_mode.label()
                ),
            )
            .also(Item::NodePool(pool.id).field("node_subnet"));
        }
    }
}

/// Offers the first subnet with this purpose, in the cluster's VNet if it has one already.
fn offer(
    cx: &Context<'_>,
    finding: &mut crate::rules::Finding,
    aks: &AksCluster,
    pool: &NodePool,
    purpose: SubnetPurpose,
) {
    let home = super::vnets_of(cx.plan, aks).first().map(|vnet| vnet.id);
    let mut candidates = cx.plan.subnets().filter(|(vnet, subnet)| {
        subnet.purpose == purpose && home.is_none_or(|home| vnet.id == home)
    });
    let Some((_, subnet)) = candidates.next() else {
        return;
    };
    let (pool, subnet_id) = (pool.id, subnet.id);
    let pods = purpose == SubnetPurpose::AksPods;
    finding.fix(
        Applicability::Suggested,
        format!("Use {}", wording::subnet(subnet)),
        move |plan| {
            if let Some(pool) = plan.pool_mut(pool) {
                let field = if pods {
                    &mut pool.pod_subnet
                } else {
                    &mut pool.node_subnet
                };
                *field = Some(subnet_id);
            }
        },
    );
    finding.also(place(subnet_id));
}

fn place(subnet: SubnetId) -> Subject {
    Item::Subnet(subnet).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::NetworkMode;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, findings, only};

    #[test]
    fn flags_a_pool_without_subnet_and_offers_the_nodes_subnet() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].pools[1].node_subnet = None;
        assert_eq!(
            only(&RULE, &plan).title,
            "npscore of aks-pricing-prod has no subnet"
        );
        mended(&RULE, &plan, "Use snet-aks");
    }

    #[test]
    fn flags_pod_subnet_modes_without_pod_subnet() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].network_mode = NetworkMode::PodSubnetDynamic;
        let found = findings(&RULE, &plan);
        assert_eq!(found.len(), 2, "one for each pool");
        let first = found.iter().next().expect("two");
        assert_eq!(
            first.title,
            "npsystem of aks-pricing-prod has no pod subnet"
        );
        assert_eq!(
            first.message,
            "With Azure CNI Pod Subnet, dynamic pods take their addresses from a subnet of their own. \
             Choose one for each pool."
        );
    }

    #[test]
    fn flags_pods_in_the_subnet_of_the_nodes() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].network_mode = NetworkMode::PodSubnetStatic;
        plan.aks[0].pools.truncate(1);
        plan.aks[0].pools[0].pod_subnet = plan.aks[0].pools[0].node_subnet;
        assert_eq!(
            only(&RULE, &plan).title,
            "Nodes and pods of npsystem of aks-pricing-prod share snet-aks"
        );
    }

    #[test]
    fn passes_pools_with_subnets() {
        assert_silent(&RULE, &scenario::aks_inference());
    }
}
