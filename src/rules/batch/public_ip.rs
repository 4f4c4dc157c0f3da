//! Clusters of batch deployments with public IP addresses keep an inbound port open.

use crate::azure::{machine_learning, sources};
use crate::domain::{Item, RuleProfile};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, computes, wording};

pub(super) const RULE: Rule = Rule {
    code: "BAT007",
    name: "batch-cluster-with-public-ip",
    facts: &["BATCH-10", "AML-14", "AML-21"],
    severity: Severity::Advice,
    synopsis: "Clusters of batch deployments do without public IP addresses.",
    why: "A public IP brings inbound 44224, a load balancer and a route past the firewall, and \
          batch needs none of it.",
    recommendation: "Take the public IP away; nothing inbound is needed then.",
    sources: &[&sources::SEED_B, &sources::AML_BATCH],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    if plan.basics.profile == RuleProfile::Classic2019 {
        return; // There was no other kind of cluster.
    }
    let used = |id| {
        plan.batch_endpoints
            .iter()
            .flat_map(|endpoint| &endpoint.deployments)
            .any(|deployment| deployment.cluster == Some(id))
    };
    for cluster in plan.clusters.iter().filter(|cluster| cluster.public_ip) {
        if cluster.subnet.is_none() || !used(cluster.id) {
            continue;
        }
        let item = Item::Cluster(cluster.id);
        out.report(
            &RULE,
            item.field("public_ip"),
            format!(
                "{} has public IP addresses for batch jobs",
                wording::name_or(&cluster.name, "cluster")
            ),
            format!(
                "Azure Machine Learning then needs TCP {} inbound, and a route of its own past a firewall. \
                 Without public IP addresses nothing inbound is needed.",
                machine_learning::MANAGEMENT_PORT.value
            ),
        )
        .fix(Applicability::Suggested, "Take the public IP away", move |plan| {
            computes::remove_public_ip(plan, item);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_a_cluster_that_batch_deployments_use() {
        let mut plan = scenario::batch_scoring();
        plan.clusters[0].public_ip = true;
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "cpu-fraud-train has public IP addresses for batch jobs"
        );
        assert_eq!(
            finding.message,
            "Azure Machine Learning then needs TCP 44224 inbound, and a route of its own past a firewall. \
             Without public IP addresses nothing inbound is needed."
        );
        mended(&RULE, &plan, "Take the public IP away");
    }

    #[test]
    fn passes_clusters_that_no_batch_deployment_uses() {
        let mut plan = scenario::batch_scoring();
        plan.clusters[1].public_ip = true;
        assert_silent(&RULE, &plan);
    }
}
