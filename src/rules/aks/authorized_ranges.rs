//! Ranges that may reach the API server must include those of Azure Machine Learning's control plane.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "AKS027",
    name: "aks-authorized-ranges",
    facts: &["AKS-46"],
    severity: Severity::Warning,
    synopsis: "Ranges that may reach the API server include Azure Machine Learning's control plane.",
    why: "The control plane deploys to the cluster from public addresses of the workspace's region and of its \
          pair; if the API server refuses them, deployments fail. These addresses change, so a plan cannot \
          tell them.",
    recommendation: "List the addresses of the service tag AzureMachineLearning for both regions, add them, and \
                     acknowledge this with the date; or leave the API server open, or make it private.",
    sources: &[&sources::AML_K8SEXT, &sources::AKS_RANGES],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let public = cx.plan.aks.iter().filter(|aks| !aks.private_cluster);
    let attached = public.filter(|aks| aks.inference || aks.training);
    for aks in attached.filter(|aks| !aks.authorized_ranges.is_empty()) {
        let id = aks.id;
        let place = match cx.plan.basics.region.trim() {
            "" => "the workspace's region",
            region => region,
        };
        out.report(
            &RULE,
            Item::Aks(id).field("authorized_ranges"),
            format!("Does {} admit Azure Machine Learning?", super::name(aks)),
            format!(
                "Its API server answers only the ranges listed here, and Azure Machine Learning deploys from \
                 addresses of {place} and of the region it is paired with. List those of the service tag AzureMachineLearning \
                 for both with az network list-service-tags, add them, and acknowledge this with the date."
            ),
        )
        .fix(
            Applicability::Suggested,
            "Let everybody reach the API server",
            move |plan| {
                if let Some(aks) = plan.aks_cluster_mut(id) {
                    aks.authorized_ranges.clear();
                }
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Plan, PrefixText};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    fn plan(private: bool) -> Plan {
        let mut plan = scenario::aks_inference();
        plan.aks[0].private_cluster = private;
        plan.aks[0].authorized_ranges = vec![PrefixText::new("203.0.113.0/24")];
        plan
    }

    #[test]
    fn flags_ranges_of_an_attached_cluster() {
        let plan = plan(false);
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "Does aks-pricing-prod admit Azure Machine Learning?"
        );
        assert!(finding.message.contains("az network list-service-tags"));
        mended(&RULE, &plan, "Let everybody reach the API server");
    }

    #[test]
    fn passes_without_ranges_without_attachment_and_private() {
        assert_silent(&RULE, &scenario::aks_inference());
        assert_silent(&RULE, &plan(true));
        let mut alone = plan(false);
        (alone.aks[0].inference, alone.aks[0].training) = (false, false);
        assert_silent(&RULE, &alone);
    }
}
