//! A cluster has the region of its VNet; another region than the workspace's is possible, at a price.

use crate::azure::sources;
use crate::domain::{Item, RuleProfile};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, reach, wording};

pub(super) const RULE: Rule = Rule {
    code: "CMP003",
    name: "cluster-in-another-region",
    facts: &["AML-7", "AML-8", "VNET-10"],
    severity: Severity::Warning,
    synopsis: "A cluster is in the region of its VNet, and best in that of the workspace.",
    why: "A node's network interface must be in the region of its VNet; another region than the \
          workspace's costs latency and transfer.",
    recommendation: "Create the cluster where its VNet and its data are.",
    sources: &[&sources::AML_TRAIN, &sources::AML_PL, &sources::NET_FAQ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let home = plan.basics.region.trim();
    for cluster in &plan.clusters {
        let name = wording::name_or(&cluster.name, "cluster");
        let region = match cluster.region.trim() {
            "" => home,
            region => region,
        };
        let subject = Item::Cluster(cluster.id).field("region");
        let id = cluster.id;
        let vnet = reach::vnet_of(plan, cluster.subnet);
        if let Some(vnet) = vnet
            && !reach::same_region(region, plan.region_of(vnet))
        {
            let vnet_region = plan.region_of(vnet).to_owned();
            out.report(
                &RULE,
                subject,
                format!("{name} is in {region}, its VNet in {vnet_region}"),
                format!(
                    "Nodes take addresses of {}, and a VNet never leaves its region. Create the cluster there.",
                    wording::vnet(vnet)
                ),
            )
            .severity(Severity::Error)
            .also(Item::Vnet(vnet.id).field("region"))
            .fix(
                Applicability::Suggested,
                format!("Move {name} to {vnet_region}"),
                move |plan| {
                    let home = plan.basics.region.trim().to_owned();
                    if let Some(cluster) = plan.cluster_mut(id) {
                        let is_home = reach::same_region(&home, &vnet_region);
                        cluster.region = if is_home { String::new() } else { vnet_region.clone() };
                    }
                },
            );
        } else if !reach::same_region(region, home)
            && plan.basics.profile != RuleProfile::Classic2019
        {
            out.report(
                &RULE,
                subject,
                format!("{name} is in {region}, the workspace in {home}"),
                "That works for clusters in a reachable VNet, but data crosses regions: it takes longer and \
                 costs more. One page asks for the same region when the workspace has a private endpoint.",
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
    fn flags_a_cluster_outside_the_region_of_its_vnet() {
        let mut plan = scenario::batch_scoring();
        plan.clusters[0].region = "northeurope".to_owned();
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Error);
        assert_eq!(
            finding.title,
            "cpu-fraud-train is in northeurope, its VNet in westeurope"
        );
        let plan = mended(&RULE, &plan, "Move cpu-fraud-train to westeurope");
        assert_eq!(plan.clusters[0].region, "");
    }

    #[test]
    fn warns_of_another_region_than_the_workspace() {
        let mut plan = scenario::batch_scoring();
        plan.clusters.truncate(1);
        plan.clusters[0].region = "northeurope".to_owned();
        plan.vnets[1].region = "northeurope".to_owned();
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(
            finding.title,
            "cpu-fraud-train is in northeurope, the workspace in westeurope"
        );
    }

    #[test]
    fn passes_the_workspace_region() {
        assert_silent(&RULE, &scenario::batch_scoring());
    }
}
