//! A cluster reaches the private endpoints of the workspace.

use crate::azure::sources;
use crate::domain::{Item, PrivateEndpointKind};
use crate::rules::{Context, Findings, Rule, Severity, fixes, reach, wording};
use crate::topology::connected;

pub(super) const RULE: Rule = Rule {
    code: "AKS023",
    name: "aks-cut-off-from-endpoints",
    facts: &["AKS-55"],
    severity: Severity::Error,
    synopsis: "The private endpoints of the workspace are in the cluster's VNet or in a peered one.",
    why: "The extension calls the workspace, storage, key vault and registry at their private \
          addresses, which only the own VNet and its peers reach.",
    recommendation: "Peer the two VNets.",
    sources: &[&sources::AML_K8S],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let homes = reach::vnets_with(plan, PrivateEndpointKind::Workspace);
    let Some(home) = homes.first().and_then(|id| plan.vnet(*id)) else {
        return;
    };
    for aks in &plan.aks {
        for vnet in super::vnets_of(plan, aks) {
            if homes.iter().any(|home| connected(plan, vnet.id, *home)) {
                continue;
            }
            let finding = out.report(
                &RULE,
                Item::Aks(aks.id),
                format!(
                    "{} in {} cannot reach the workspace",
                    super::name(aks),
                    wording::vnet(vnet)
                ),
                format!(
                    "The private endpoints of the workspace stand in {}, which is not peered in both \
                     directions. Without them models cannot be pulled or scored.",
                    wording::vnet(home)
                ),
            );
            finding.also(Item::Vnet(vnet.id)).also(Item::Vnet(home.id));
            fixes::offer_peering(plan, finding, vnet, home);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SubnetPurpose;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{self, assert_silent, only};

    #[test]
    fn flags_a_cluster_in_a_vnet_of_its_own_and_peers_it() {
        let mut plan = scenario::aks_inference();
        let subnets = [("snet-far", SubnetPurpose::AksNodes, "10.60.0.0/24")];
        testing::vnet(&mut plan, "vnet-far", &["10.60.0.0/16"], &subnets);
        let far = testing::subnet(&plan, "snet-far");
        for pool in &mut plan.aks[0].pools {
            pool.node_subnet = Some(far);
        }
        assert_eq!(
            only(&RULE, &plan).title,
            "aks-pricing-prod in vnet-far cannot reach the workspace"
        );
        mended(&RULE, &plan, "Peer vnet-far with vnet-pricing-ml-prod");
    }

    #[test]
    fn passes_the_vnet_of_the_endpoints() {
        assert_silent(&RULE, &scenario::aks_inference());
    }
}
