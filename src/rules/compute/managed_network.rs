//! Computes of a managed network do not stand in subnets of the plan.

use crate::azure::sources;
use crate::domain::{IsolationMode, Item, Word};
use crate::rules::computes::{computes, set_subnet};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "CMP005",
    name: "compute-subnet-with-managed-network",
    facts: &["AML-11", "AML-92"],
    severity: Severity::Error,
    synopsis: "A workspace has a managed network or computes in subnets of yours, not both.",
    why: "With a managed network, Azure Machine Learning places the nodes itself and refuses your \
          subnet.",
    recommendation: "Remove the subnet, or use your own VNet.",
    sources: &[&sources::AML_TRAIN, &sources::AML_MNET],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let isolation = cx.plan.workspace.isolation;
    if isolation == IsolationMode::Disabled {
        return;
    }
    for compute in computes(cx.plan) {
        let Some(subnet) = compute.subnet.and_then(|id| cx.plan.subnet(id)) else {
            continue;
        };
        let (item, name, subnet_name) = (compute.item, &compute.name, wording::subnet(subnet));
        let finding = out.report(
            &RULE,
            compute.subnet_field(),
            format!("{name} cannot stand in {subnet_name}"),
            format!(
                "The workspace’s network is “{}”, and Azure then puts every compute into a VNet of its own. \
                 Take the subnet away, or use your own VNet.",
                isolation.label()
            ),
        );
        finding
            .also(Item::Workspace.field("isolation"))
            .fix(
                Applicability::Suggested,
                format!("Take {name} out of {subnet_name}"),
                move |plan| set_subnet(plan, item, None),
            )
            .fix(Applicability::Suggested, "Use my own VNet", |plan| {
                plan.workspace.isolation = IsolationMode::Disabled;
            });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended_all};
    use crate::rules::testing::{assert_silent, findings, fixed};

    #[test]
    fn flags_each_compute_in_a_subnet() {
        let mut plan = scenario::everything();
        assert_silent(&RULE, &plan);
        plan.workspace.isolation = IsolationMode::AllowOnlyApprovedOutbound;
        let found = findings(&RULE, &plan);
        assert_eq!(found.len(), 6, "three clusters, two instances, serverless");
        assert!(found.iter().any(|finding| {
            finding.title == "serverless compute cannot stand in snet-training"
        }));
        mended_all(&RULE, &plan, "Use my own VNet");
    }

    #[test]
    fn takes_one_compute_out_of_its_subnet() {
        let mut plan = scenario::batch_scoring();
        plan.clusters.truncate(1);
        plan.workspace.isolation = IsolationMode::AllowInternetOutbound;
        let plan = fixed(&RULE, &plan, "Take cpu-fraud-train out of snet-training");
        assert_eq!(plan.clusters[0].subnet, None);
    }

    #[test]
    fn passes_computes_outside_of_subnets() {
        let mut plan = scenario::everything();
        plan.workspace.isolation = IsolationMode::AllowInternetOutbound;
        for item in computes(&plan)
            .map(|compute| compute.item)
            .collect::<Vec<_>>()
        {
            set_subnet(&mut plan, item, None);
        }
        assert_silent(&RULE, &plan);
    }
}
