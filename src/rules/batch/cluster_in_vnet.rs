//! Batch deployments run on a cluster that stands in a VNet.

use crate::azure::sources;
use crate::domain::{BatchEndpoint, Item, Plan, SubnetPurpose, VnetRole};
use crate::rules::private_link::is_private;
use crate::rules::{Applicability, Context, Finding, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "BAT004",
    name: "batch-cluster-outside-vnet",
    facts: &["BATCH-7"],
    severity: Severity::Error,
    synopsis: "Each batch deployment runs on a compute cluster of the plan that stands in a subnet.",
    why: "Batch deployments run on a compute cluster; one outside the VNet reaches no private \
          endpoint.",
    recommendation: "Choose a cluster in the training subnet.",
    sources: &[&sources::SEED_B, &sources::AML_BATCH],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let deployments = plan.batch_endpoints.iter().flat_map(|endpoint| {
        endpoint
            .deployments
            .iter()
            .map(move |deployment| (endpoint, deployment))
    });
    for (endpoint, deployment) in deployments {
        let name = deployment_name(endpoint, &deployment.name);
        let item = Item::BatchDeployment(deployment.id);
        let Some(cluster) = deployment.cluster.and_then(|id| plan.cluster(id)) else {
            let finding = out.report(
                &RULE,
                item.field("cluster"),
                format!("{name} has no cluster"),
                "A batch deployment runs on a compute cluster. Choose one in a subnet of the VNet.",
            );
            let placed = plan
                .clusters
                .iter()
                .find(|cluster| cluster.subnet.is_some());
            if let Some(cluster) = placed {
                let (id, chosen) = (deployment.id, cluster.id);
                finding.fix(
                    Applicability::Suggested,
                    format!("Use {}", wording::name_or(&cluster.name, "cluster")),
                    move |plan| {
                        let mut deployments = plan
                            .batch_endpoints
                            .iter_mut()
                            .flat_map(|endpoint| &mut endpoint.deployments);
                        if let Some(deployment) = deployments.find(|it| it.id == id) {
                            deployment.cluster = Some(chosen);
                        }
                    },
                );
            }
            continue;
        };
        let managed = plan.workspace.isolation != crate::domain::IsolationMode::Disabled;
        if cluster.subnet.is_some() || managed || !is_private(plan) {
            continue;
        }
        let cluster_name = wording::name_or(&cluster.name, "cluster");
        let finding = out.report(
            &RULE,
            item.field("cluster"),
            format!("{name} runs on {cluster_name}, which stands in no VNet"),
            "The cluster could reach neither the workspace nor its storage, which are private. Create it in \
             the training subnet.",
        );
        finding.also(Item::Cluster(cluster.id).field("subnet"));
        offer_subnet(plan, finding, cluster.id, &cluster_name);
    }
}

fn deployment_name(endpoint: &BatchEndpoint, name: &str) -> String {
    format!(
        "{} of {}",
        wording::name_or(name, "deployment"),
        wording::name_or(&endpoint.name, "batch endpoint")
    )
}

/// Offers the first training subnet, that of the workspace's VNet first.
fn offer_subnet(plan: &Plan, finding: &mut Finding, cluster: crate::domain::ClusterId, name: &str) {
    let mut subnets: Vec<_> = plan
        .subnets()
        .filter(|(_, subnet)| subnet.purpose == SubnetPurpose::Training)
        .collect();
    subnets.sort_by_key(|(vnet, _)| vnet.role != VnetRole::Workspace);
    if let Some((_, subnet)) = subnets.first() {
        let id = subnet.id;
        finding.fix(
            Applicability::Suggested,
            format!("Put {name} into {}", wording::subnet(subnet)),
            move |plan| {
                if let Some(cluster) = plan.cluster_mut(cluster) {
                    cluster.subnet = Some(id);
                }
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_a_cluster_outside_the_vnet() {
        let mut plan = scenario::batch_scoring();
        plan.clusters[0].subnet = None;
        let finding = only(&RULE, &plan);
        assert!(
            finding
                .title
                .ends_with("runs on cpu-fraud-train, which stands in no VNet"),
            "{}",
            finding.title
        );
        mended(&RULE, &plan, "Put cpu-fraud-train into snet-training");
    }

    #[test]
    fn flags_a_deployment_without_cluster() {
        let mut plan = scenario::batch_scoring();
        plan.batch_endpoints[0].deployments[0].cluster = None;
        assert!(only(&RULE, &plan).title.ends_with("has no cluster"));
        mended(&RULE, &plan, "Use cpu-fraud-train");
    }

    #[test]
    fn passes_a_cluster_in_a_subnet_or_in_the_managed_network() {
        let mut plan = scenario::batch_scoring();
        assert_silent(&RULE, &plan);
        plan.clusters[0].subnet = None;
        plan.workspace.isolation = crate::domain::IsolationMode::AllowInternetOutbound;
        assert_silent(&RULE, &plan);
    }
}
