//! A VNet that hosts AKS stays away from the ranges that AKS uses itself.

use crate::azure::address_ranges::{FORBIDDEN, REFUSED_BY_AKS};
use crate::azure::sources;
use crate::domain::{AksCluster, Item, Plan, Vnet, VnetId};
use crate::rules::readdress::offer_new_space;
use crate::rules::wording::{self, name_or};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NET007",
    name: "address-space-refused-by-aks",
    facts: &["VNET-13"],
    severity: Severity::Error,
    synopsis: "A VNet with AKS nodes does not overlap the ranges that AKS keeps for itself.",
    why: "AKS keeps these ranges for its own components and refuses a cluster in a VNet that \
          overlaps them.",
    recommendation: "Avoid 172.30.0.0/16, 172.31.0.0/16 and 192.0.2.0/24 in VNets that host AKS.",
    sources: &[&sources::AKS_CNI],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for vnet in &cx.plan.vnets {
        let Some(aks) = hosted_aks(cx.plan, vnet.id) else {
            continue;
        };
        for (index, text) in vnet.address_space.iter().enumerate() {
            let Some(prefix) = text.prefix() else {
                continue;
            };
            // What no VNet may overlap is another rule's finding.
            let forbidden = FORBIDDEN.value.iter().any(|range| range.overlaps(prefix));
            let refused = REFUSED_BY_AKS
                .value
                .iter()
                .find(|range| range.overlaps(prefix));
            let Some(range) = refused.filter(|_| !forbidden) else {
                continue;
            };
            let finding = out.report(
                &RULE,
                Item::Vnet(vnet.id).entry("address_space", index),
                format!("{prefix} overlaps {range}, which AKS keeps for itself"),
                format!(
                    "AKS refuses to put {} into {}. Avoid {range} in VNets that host AKS.",
                    name_or(&aks.name, "cluster"),
                    wording::vnet(vnet)
                ),
            );
            finding.also(Item::Aks(aks.id));
            offer_new_space(finding, cx.plan, vnet, index);
        }
    }
}

/// The first AKS cluster with nodes, pods or its API server in the VNet.
fn hosted_aks(plan: &Plan, vnet: VnetId) -> Option<&AksCluster> {
    let inside = |subnet: &Vnet| subnet.id == vnet;
    plan.aks.iter().find(|aks| {
        let pools = aks.pools.iter();
        pools
            .flat_map(|pool| [pool.node_subnet, pool.pod_subnet])
            .chain([aks.api_server_subnet])
            .flatten()
            .any(|subnet| plan.vnet_of(subnet).is_some_and(inside))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::NodePool;
    use crate::rules::testing::{assert_silent, fixed, ml_plan, only, subnet};

    fn with_aks(space: &str, nodes: &str) -> Plan {
        let mut plan = ml_plan(space, nodes, "");
        let node_subnet = Some(subnet(&plan, "snet-train"));
        plan.aks.push(AksCluster {
            name: "aks-score".to_owned(),
            pools: vec![NodePool {
                node_subnet,
                ..NodePool::default()
            }],
            ..AksCluster::default()
        });
        plan
    }

    #[test]
    fn flags_a_vnet_with_aks_on_a_range_that_aks_keeps() {
        let plan = with_aks("172.30.0.0/16", "172.30.1.0/24");
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "172.30.0.0/16 overlaps 172.30.0.0/16, which AKS keeps for itself"
        );
        assert_eq!(
            finding.message,
            "AKS refuses to put aks-score into vnet-ml. Avoid 172.30.0.0/16 in VNets that host AKS."
        );
        fixed(&RULE, &plan, "Move vnet-ml to 10.20.0.0/16");
    }

    #[test]
    fn flags_a_vnet_that_contains_such_a_range() {
        let finding = only(&RULE, &with_aks("172.16.0.0/12", "172.20.0.0/24"));
        assert_eq!(
            finding.title,
            "172.16.0.0/12 overlaps 172.30.0.0/16, which AKS keeps for itself"
        );
    }

    #[test]
    fn passes_the_same_range_without_aks_and_aks_elsewhere() {
        assert_silent(&RULE, &ml_plan("172.30.0.0/16", "", ""));
        assert_silent(&RULE, &with_aks("10.0.0.0/16", "10.0.1.0/24"));
    }
}
