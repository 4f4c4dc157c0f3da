//! The firewall of the plan lets every required flow through.
//!
//! Its rules follow from what the subnets behind it are for, so that is what there is to change.

use super::report;
use crate::azure::required_flows::Workload;
use crate::azure::sources;
use crate::domain::{Item, Plan, SubnetId, SubnetPurpose, Word};
use crate::rules::required::{Blocker, Cause};
use crate::rules::{Applicability, Context, Finding, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "FLW005",
    name: "required-flow-denied-by-firewall",
    facts: &[
        "AML-50", "AML-53", "AML-59", "AML-62", "AML-72", "AKS-56", "AKS-60",
    ],
    severity: Severity::Error,
    synopsis: "The firewall that a workload leaves through has rules for what the workload needs.",
    why: "Azure Firewall drops everything that no rule of its policy names.",
    recommendation: "Say what the subnet is for, so that the firewall gets its rules.",
    sources: &[&sources::AML_FW, &sources::AKS_OUT],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    report(cx, out, &RULE, Blocker::Firewall, "", &|cause, finding| {
        offer(cx.plan, cause, finding);
    });
}

/// Offers the purpose that brings the rules, for each subnet that has another one.
fn offer(plan: &Plan, cause: &Cause<'_>, finding: &mut Finding) {
    let mut subnets: Vec<(SubnetId, SubnetPurpose)> = Vec::new();
    for flow in &cause.flows {
        let purpose = match flow.stated.workload {
            Workload::Compute | Workload::ImageBuild | Workload::Batch => SubnetPurpose::Training,
            Workload::Aks => SubnetPurpose::AksNodes,
            Workload::Attached | Workload::HdInsight | Workload::JumpHost => {
                SubnetPurpose::VirtualMachines
            }
            Workload::ApiServer | Workload::Bastion | Workload::OnPremises => continue,
        };
        let subnet = flow.subnet.and_then(|id| plan.subnet(id));
        if let Some(subnet) = subnet.filter(|subnet| subnet.purpose != purpose)
            && !subnets.iter().any(|(id, _)| *id == subnet.id)
        {
            subnets.push((subnet.id, purpose));
        }
    }
    for (id, purpose) in subnets {
        finding.also(Item::Subnet(id).field("purpose"));
        let label = format!(
            "Use {} for {}",
            wording::subnet_id(plan, id),
            purpose.label()
        );
        finding.fix(Applicability::Suggested, label, move |plan| {
            if let Some(subnet) = plan.subnet_mut(id) {
                subnet.purpose = purpose;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet_mut};
    use crate::samples::with;

    #[test]
    fn flags_computes_in_a_subnet_that_is_said_to_be_for_something_else() {
        let plan = with(scenario::hub_spoke_firewall(), |plan| {
            subnet_mut(plan, "snet-training").purpose = SubnetPurpose::Other;
        });
        let finding = only(&RULE, &plan);
        assert!(
            finding.title.contains("ML compute in snet-training"),
            "{}",
            finding.title
        );
        assert!(
            finding.message.contains("no rule lets it through"),
            "{}",
            finding.message
        );
        mended(&RULE, &plan, "Use snet-training for ML compute");
    }

    #[test]
    fn passes_every_sample() {
        for sample in crate::samples::ALL {
            assert_silent(&RULE, &(sample.build)());
        }
    }
}
