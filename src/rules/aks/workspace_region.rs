//! A cluster attached to a private workspace stands in the workspace's region.

use crate::azure::sources;
use crate::domain::{Item, PrivateEndpointKind};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, reach};

pub(super) const RULE: Rule = Rule {
    code: "AKS022",
    name: "aks-outside-workspace-region",
    facts: &["AML-9", "AKS-55"],
    severity: Severity::Error,
    synopsis: "AKS attached to a workspace with a private endpoint is in the workspace's region.",
    why: "A workspace with a private endpoint accepts Kubernetes compute of its own region only.",
    recommendation: "Create the cluster in the workspace's region.",
    sources: &[&sources::AML_PL, &sources::AML_K8S],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    if plan
        .endpoints_of(PrivateEndpointKind::Workspace)
        .next()
        .is_none()
    {
        return;
    }
    let home = plan.basics.region.trim();
    for aks in &plan.aks {
        let region = super::region_of(plan, aks);
        if reach::same_region(region, home) {
            continue;
        }
        let name = super::name(aks);
        let finding = out.report(
            &RULE,
            Item::Aks(aks.id).field("region"),
            format!("{name} is in {region}, the workspace in {home}"),
            "A workspace with a private endpoint takes AKS clusters of its own region only. Create the \
             cluster there.",
        );
        finding.also(Item::Basics.field("region"));
        // Moving the cluster away from its VNet would only trade one error for another.
        let vnets = super::vnets_of(plan, aks);
        if vnets
            .iter()
            .all(|vnet| reach::same_region(plan.region_of(vnet), home))
        {
            let id = aks.id;
            finding.fix(
                Applicability::Suggested,
                format!("Move {name} to {home}"),
                move |plan| {
                    if let Some(aks) = plan.aks_cluster_mut(id) {
                        aks.region.clear();
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
    fn flags_another_region_and_moves_the_cluster_home() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].region = "westeurope".to_owned();
        assert_eq!(
            only(&RULE, &plan).title,
            "aks-pricing-prod is in westeurope, the workspace in swedencentral"
        );
        mended(&RULE, &plan, "Move aks-pricing-prod to swedencentral");
        plan.vnets[0].region = "westeurope".to_owned();
        assert!(only(&RULE, &plan).fixes.is_empty(), "its VNet is there too");
    }

    #[test]
    fn passes_another_region_without_private_endpoint() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].region = "westeurope".to_owned();
        plan.private_endpoints.clear();
        assert_silent(&RULE, &plan);
    }
}
