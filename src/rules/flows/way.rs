//! Routes, peerings and public addresses bring every required flow to its end.

use super::report;
use crate::azure::sources;
use crate::domain::{Item, Plan};
use crate::flow::{Spot, Stage};
use crate::rules::fixes::{attach_nat, nat_label, offer_peering};
use crate::rules::required::{Blocker, Cause, apart};
use crate::rules::{Applicability, Context, Finding, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "FLW002",
    name: "required-flow-without-way",
    facts: &[
        "AML-72", "AML-73", "AML-74", "UDR-1", "UDR-7", "UDR-10", "BATCH-21", "BATCH-22",
    ],
    severity: Severity::Error,
    synopsis: "Routes, peerings and public addresses lead every required flow to its end.",
    why: "A packet without a route, a peering or a public address is dropped: nodes become unusable although \
          every security rule lets them out.",
    recommendation: "Attach a NAT gateway, route through a firewall, or peer the VNets.",
    sources: &[&sources::AML_FW, &sources::NET_UDR, &sources::NET_PEER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    report(cx, out, &RULE, Blocker::Way, "", &|cause, finding| {
        offer(cx.plan, cause, finding);
    });
}

fn offer(plan: &Plan, cause: &Cause<'_>, finding: &mut Finding) {
    let at = match cause.hop.at {
        Spot::Subnet(id) => plan.subnet(id),
        _ => None,
    };
    if cause.hop.stage == Stage::PublicAddress {
        if let Some(subnet) = at {
            let id = subnet.id;
            finding.fix(
                Applicability::Suggested,
                nat_label(plan, subnet),
                move |plan| attach_nat(plan, id),
            );
        }
        return;
    }
    // Something in a VNet that is not joined with this one.
    let ends = cause.flows.first().and_then(|flow| apart(plan, flow));
    if let Some((here, there)) = ends {
        finding.also(Item::Vnet(there.id));
        offer_peering(plan, finding, here, there);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::NextHop;
    use crate::rules::scenario::{self, mended, with_route};
    use crate::rules::testing::{assert_silent, only, subnet_mut};
    use crate::samples::with;

    #[test]
    fn flags_private_machines_that_share_the_direct_route_of_public_ones() {
        let plan = with(scenario::everything(), |plan| {
            for cluster in &mut plan.clusters {
                cluster.public_ip = true;
            }
            let table = subnet_mut(plan, "snet-training").route_table;
            subnet_mut(plan, "snet-aks").route_table = table;
            plan.instances.clear();
            plan.workspace.serverless.max_nodes = 0;
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(
            finding.title,
            "snet-aks cannot reach Azure ML on Kubernetes on TCP 443"
        );
        assert!(
            finding.message.starts_with(
                "snet-aks has no way out: no NAT gateway, no route to a firewall, and its machines have no \
                 public address."
            ),
            "{}",
            finding.message
        );
        mended(&RULE, &plan, "Add a NAT gateway to snet-aks");
    }

    #[test]
    fn flags_a_route_that_drops_a_service() {
        let plan = with_route("AzureMachineLearning", NextHop::None, "");
        let finding = only(&RULE, &plan);
        assert!(finding.message.contains("route-1"), "{}", finding.message);
        assert!(finding.fixes.is_empty(), "the route is the person's own");
    }

    #[test]
    fn flags_a_jump_host_whose_vnet_is_not_peered() {
        let plan = with(scenario::batch_scoring(), |plan| plan.peerings.clear());
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "7 required flows of People on jump hosts in snet-jump fail"
        );
        assert!(
            finding.message.starts_with(
                "No peering with access in both directions joins vnet-fraud-jump-prod with vnet-fraud-ml-prod. \
                 It stops "
            ),
            "{}",
            finding.message
        );
        mended(
            &RULE,
            &plan,
            "Peer vnet-fraud-jump-prod with vnet-fraud-ml-prod",
        );
    }

    #[test]
    fn passes_every_sample() {
        for sample in crate::samples::ALL {
            assert_silent(&RULE, &(sample.build)());
        }
    }
}
