//! All pools of a cluster stand in one VNet.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Context, Findings, Rule, Severity, reach, wording};

pub(super) const RULE: Rule = Rule {
    code: "AKS002",
    name: "aks-pools-in-several-vnets",
    facts: &["AKS-2"],
    severity: Severity::Error,
    synopsis: "All node-pool subnets of an AKS cluster belong to one VNet.",
    why: "A cluster lives in one VNet: Azure refuses a pool in a subnet of another.",
    recommendation: "Choose subnets of the VNet that the first pool stands in.",
    sources: &[&sources::AKS_POOLNET],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for aks in &cx.plan.aks {
        let places = || {
            aks.pools.iter().flat_map(|pool| {
                let item = Item::NodePool(pool.id);
                let pods = pool.pod_subnet.filter(|_| aks.uses_pod_subnet());
                [
                    (item.field("node_subnet"), pool.node_subnet),
                    (item.field("pod_subnet"), pods),
                ]
                .map(|(subject, subnet)| (pool, subject, subnet))
            })
        };
        let Some((first, home)) = places()
            .find_map(|(_, subject, subnet)| Some((subject, reach::vnet_of(cx.plan, subnet)?)))
        else {
            continue;
        };
        for (pool, subject, subnet) in places() {
            let Some(vnet) = reach::vnet_of(cx.plan, subnet).filter(|vnet| vnet.id != home.id)
            else {
                continue;
            };
            out.report(
                &RULE,
                subject,
                format!(
                    "{} stands in {}, the cluster in {}",
                    super::pool_name(aks, pool),
                    wording::vnet(vnet),
                    wording::vnet(home)
                ),
                "Nodes and pods of one cluster share a VNet. Choose a subnet of the same VNet, or \
                 plan a second cluster.",
            )
            .also(first);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SubnetPurpose;
    use crate::rules::scenario;
    use crate::rules::testing::{self, assert_silent, only};

    #[test]
    fn flags_a_pool_in_another_vnet() {
        let mut plan = scenario::aks_inference();
        let subnets = [("snet-far", SubnetPurpose::AksNodes, "10.60.0.0/24")];
        testing::vnet(&mut plan, "vnet-far", &["10.60.0.0/16"], &subnets);
        plan.aks[0].pools[1].node_subnet = Some(testing::subnet(&plan, "snet-far"));
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "npscore of aks-pricing-prod stands in vnet-far, the cluster in vnet-pricing-ml-prod"
        );
        assert_eq!(finding.subjects.len(), 2, "both ends");
    }

    #[test]
    fn passes_pools_of_one_vnet() {
        assert_silent(&RULE, &scenario::aks_inference());
    }
}
