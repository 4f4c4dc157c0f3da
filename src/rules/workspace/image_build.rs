//! With a private registry a CPU cluster in the VNet builds images.

use crate::azure::{machine_learning, sources};
use crate::domain::{
    ClusterId, ComputeCluster, IsolationMode, Item, Plan, PrivateEndpointKind, Subject,
};
use crate::rules::{Applicability, Context, Finding, Findings, Rule, Severity, reach, wording};
use crate::topology::connected;

pub(super) const RULE: Rule = Rule {
    code: "WSP006",
    name: "image-build-compute",
    facts: &["PE-31"],
    severity: Severity::Error,
    synopsis: "A workspace with a private registry builds images on a CPU cluster that reaches the registry.",
    why: "Registry tasks and serverless builds run outside the VNet and cannot push to a private \
          registry.",
    recommendation: "Set image-build compute to a CPU cluster in the VNet.",
    sources: &[&sources::AML_WS, &sources::AML_PL],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let Some(registry) = &plan.workspace.registry else {
        return;
    };
    let storage_private = plan
        .default_storage()
        .is_some_and(|account| !account.public_network_access);
    if !super::is_registry_private(plan) && !storage_private {
        return;
    }
    let subject = Item::Workspace.field("image_build_compute");
    let chosen = plan.workspace.image_build_compute;
    let Some(cluster) = chosen.and_then(|id| plan.cluster(id)) else {
        let finding = out.report(
            &RULE,
            subject,
            "No cluster builds images",
            format!(
                "Build tasks of {} and serverless builds cannot reach a private registry or storage. Set \
                 image-build compute to a CPU cluster in the VNet.",
                super::registry_name(registry)
            ),
        );
        offer(plan, finding);
        return;
    };
    let name = wording::name_or(&cluster.name, "cluster");
    if machine_learning::is_gpu_size(&cluster.vm_size) {
        let finding = report(
            out,
            subject,
            format!("{name} builds images on GPUs"),
            format!(
                "Image builds need a CPU cluster; {} has a GPU.",
                cluster.vm_size.trim()
            ),
        );
        finding
            .severity(Severity::Warning)
            .also(Item::Cluster(cluster.id).field("vm_size"));
        offer(plan, finding);
    }
    if !reaches_registry(plan, cluster) {
        let finding = report(
            out,
            subject,
            format!("{name} builds images but cannot reach the registry"),
            "Its nodes are not in a VNet from which the registry's private endpoint is reached. Put the \
             cluster into the VNet of the endpoints or a peered one."
                .to_owned(),
        );
        finding.also(Item::Cluster(cluster.id).field("subnet"));
        offer(plan, finding);
    }
}

fn report(out: &mut Findings, subject: Subject, title: String, message: String) -> &mut Finding {
    out.report(&RULE, subject, title, message)
}

/// True if the cluster stands where the registry's endpoint is, or in a connected VNet.
fn reaches_registry(plan: &Plan, cluster: &ComputeCluster) -> bool {
    if plan.workspace.isolation != IsolationMode::Disabled {
        return true; // The managed network has endpoints of its own.
    }
    let registries = reach::vnets_with(plan, PrivateEndpointKind::Registry);
    let home = reach::vnet_of(plan, cluster.subnet);
    home.is_some_and(|vnet| {
        registries.is_empty()
            || registries
                .iter()
                .any(|other| connected(plan, vnet.id, *other))
    })
}

/// Offers the first CPU cluster that can do it.
fn offer(plan: &Plan, finding: &mut Finding) {
    let able = plan.clusters.iter().find(|cluster| {
        !machine_learning::is_gpu_size(&cluster.vm_size) && reaches_registry(plan, cluster)
    });
    if let Some(cluster) = able {
        let id: ClusterId = cluster.id;
        let name = wording::name_or(&cluster.name, "cluster");
        finding.fix(
            Applicability::Suggested,
            format!("Build images on {name}"),
            move |plan| plan.workspace.image_build_compute = Some(id),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_a_private_registry_without_build_cluster() {
        let mut plan = scenario::batch_scoring();
        plan.workspace.image_build_compute = None;
        let finding = only(&RULE, &plan);
        assert_eq!(
            (&*finding.title, finding.severity),
            ("No cluster builds images", Severity::Error)
        );
        mended(&RULE, &plan, "Build images on cpu-fraud-train");
    }

    #[test]
    fn flags_a_gpu_cluster_as_builder() {
        let mut plan = scenario::batch_scoring();
        plan.clusters[1].vm_size = "Standard_NC6s_v3".to_owned();
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "cpu-fraud-build builds images on GPUs");
        assert_eq!(
            finding.message,
            "Image builds need a CPU cluster; Standard_NC6s_v3 has a GPU."
        );
        mended(&RULE, &plan, "Build images on cpu-fraud-train");
    }

    #[test]
    fn flags_a_builder_outside_the_network() {
        let mut plan = scenario::batch_scoring();
        plan.clusters[1].subnet = None;
        assert_eq!(
            only(&RULE, &plan).title,
            "cpu-fraud-build builds images but cannot reach the registry"
        );
        mended(&RULE, &plan, "Build images on cpu-fraud-train");
    }

    #[test]
    fn passes_a_cpu_cluster_in_the_vnet_and_public_plans() {
        assert_silent(&RULE, &scenario::batch_scoring());
        assert_silent(&RULE, &scenario::classic_2019());
    }
}
