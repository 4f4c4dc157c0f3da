//! A subnet that is delegated to a service takes only what that service puts there.

use crate::azure::fixed_subnets::is_delegated_to_aks;
use crate::azure::sources;
use crate::domain::Item;
use crate::rules::occupants::{Use, occupants};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "SUB012",
    name: "delegated-subnet-in-use",
    facts: &["VNET-45", "AML-4"],
    severity: Severity::Error,
    synopsis: "ML compute and private endpoints do not stand in a subnet that is delegated to a \
               service.",
    why: "The subnet belongs to the service that it is delegated to; nothing else can join it.",
    recommendation: "Use a subnet without delegation.",
    sources: &[&sources::AML_TRAIN, &sources::AKS_CNI],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (_, subnet) in cx.plan.subnets() {
        let service = subnet.delegation.trim();
        if service.is_empty() {
            continue;
        }
        for occupant in occupants(cx.plan, subnet.id) {
            // AKS nodes are the business of the AKS rules.
            let (severity, reason) = match occupant.usage {
                Use::MlCompute => (Severity::Error, "Azure ML cannot create nodes in it"),
                Use::PrivateEndpoint if !is_delegated_to_aks(subnet) => (
                    Severity::Warning,
                    "endpoints of other services do not belong in it",
                ),
                _ => continue,
            };
            let (id, name) = (subnet.id, wording::subnet(subnet));
            out.report(
                &RULE,
                occupant.subject,
                format!(
                    "{} stands in {name}, which is delegated",
                    wording::sentence_start(&occupant.name)
                ),
                format!(
                    "{name} is delegated to {service}, so {reason}. Use a subnet without delegation, or \
                     end the delegation.",
                ),
            )
            .severity(severity)
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Plan;
    use crate::rules::testing::{assert_silent, findings, fixed, ml_plan, only, subnet_mut};
    use crate::samples::{private_training, with};

    fn delegated(name: &str) -> Plan {
        with(private_training(), |plan| {
            subnet_mut(plan, name).delegation = "Microsoft.Databricks/workspaces".to_owned();
        })
    }

    #[test]
    fn flags_each_compute_in_a_delegated_subnet() {
        let plan = delegated("snet-training");
        let found = findings(&RULE, &plan);
        assert_eq!(found.len(), plan.clusters.len() + plan.instances.len());
        let finding = found.iter().next().expect("a finding");
        assert_eq!(finding.severity, Severity::Error);
        assert_eq!(
            finding.title,
            format!(
                "Cluster {} stands in snet-training, which is delegated",
                plan.clusters[0].name
            )
        );
        assert_eq!(
            finding.message,
            "snet-training is delegated to Microsoft.Databricks/workspaces, so Azure ML cannot create \
             nodes in it. Use a subnet without delegation, or end the delegation."
        );
        let plan = finding.fixes[0].edit.preview(&plan);
        assert_silent(&RULE, &plan);
    }

    #[test]
    fn flags_private_endpoints_as_a_warning() {
        let plan = with(delegated("snet-pep"), |plan| {
            plan.private_endpoints.truncate(1);
        });
        assert_eq!(only(&RULE, &plan).severity, Severity::Warning);
        fixed(&RULE, &plan, "End the delegation of snet-pep");
    }

    #[test]
    fn passes_a_delegated_subnet_with_nothing_in_it() {
        assert_silent(&RULE, &private_training());
        let mut plan = ml_plan("10.0.0.0/16", "", "");
        subnet_mut(&mut plan, "snet-train").delegation = "Microsoft.Web/serverFarms".to_owned();
        assert_silent(&RULE, &plan);
    }
}
