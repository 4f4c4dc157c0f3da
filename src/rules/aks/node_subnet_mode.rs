//! Azure CNI Node Subnet is the old way: every pod takes an address of the node subnet.

use crate::azure::sources;
use crate::domain::{Item, NetworkMode, RuleProfile};
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "AKS010",
    name: "aks-node-subnet-legacy",
    facts: &["AKS-20"],
    severity: Severity::Warning,
    synopsis: "New clusters do not use Azure CNI Node Subnet.",
    why: "Each node reserves an address for each of its pods in advance, which uses up a subnet \
          30 times as fast as overlay.",
    recommendation: "Use Azure CNI Overlay, unless pods must have addresses of the VNet.",
    sources: &[&sources::AKS_IPPLAN, &sources::AKS_LEGACY],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    if cx.plan.basics.profile == RuleProfile::Classic2019 {
        return; // The only Azure CNI there was.
    }
    for aks in &cx.plan.aks {
        if aks.network_mode != NetworkMode::NodeSubnet {
            continue;
        }
        let id = aks.id;
        let finding = out.report(
            &RULE,
            Item::Aks(id).field("network_mode"),
            format!("{} gives each pod an address of the node subnet", super::name(aks)),
            "Azure CNI Node Subnet is legacy and reserves the addresses of all pods up front. Azure CNI \
             Overlay takes one address a node.",
        );
        // Without a pod range the change would trade this warning for an error.
        if aks.pod_cidr.prefix().is_some() {
            finding.fix(
                Applicability::Suggested,
                "Use Azure CNI Overlay",
                move |plan| {
                    if let Some(aks) = plan.aks_cluster_mut(id) {
                        aks.network_mode = NetworkMode::Overlay;
                    }
                },
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_the_legacy_mode() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].network_mode = NetworkMode::NodeSubnet;
        assert_eq!(
            only(&RULE, &plan).title,
            "aks-pricing-prod gives each pod an address of the node subnet"
        );
        mended(&RULE, &plan, "Use Azure CNI Overlay");
    }

    #[test]
    fn passes_it_in_a_plan_of_2019() {
        assert_silent(&RULE, &scenario::classic_2019());
    }
}
