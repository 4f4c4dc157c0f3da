//! Batch endpoints need a container registry, even with prebuilt images.

use crate::azure::{machine_learning, sources};
use crate::domain::{Item, Plan, PrivateEndpointKind, Registry};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, fixes, names, private_link};

pub(super) const RULE: Rule = Rule {
    code: "BAT002",
    name: "batch-registry-missing",
    facts: &["BATCH-5"],
    severity: Severity::Error,
    synopsis: "A plan with batch endpoints has a container registry.",
    why: "Batch deployments build an image even from a prebuilt one, and it needs a registry.",
    recommendation: "Add a Premium registry with a private endpoint.",
    sources: &[&sources::SEED_B, &sources::AML_BATCH],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    if plan.batch_endpoints.is_empty() || plan.workspace.registry.is_some() {
        return;
    }
    let name = names::registry(plan);
    out.report(
        &RULE,
        Item::Workspace.field("registry"),
        "Batch endpoints have no container registry",
        "Azure Machine Learning builds and keeps an image for every deployment, also for prebuilt ones. Add a \
         Premium registry, which can have a private endpoint.",
    )
    .fix(
        Applicability::Suggested,
        format!("Add Premium registry {name}"),
        move |plan| add_registry(plan, &name),
    );
}

fn add_registry(plan: &mut Plan, name: &str) {
    let is_private = private_link::is_private(plan);
    plan.workspace.registry = Some(Registry {
        name: name.to_owned(),
        admin_user: true,
        trusted_services: true,
        public_network_access: !is_private,
        ..Registry::default()
    });
    if is_private {
        fixes::add_endpoint(plan, PrivateEndpointKind::Registry, None);
        if plan.workspace.image_build_compute.is_none() {
            let builder = plan.clusters.iter().find(|cluster| {
                cluster.subnet.is_some() && !machine_learning::is_gpu_size(&cluster.vm_size)
            });
            plan.workspace.image_build_compute = builder.map(|cluster| cluster.id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_batch_without_registry_and_adds_one_that_works() {
        let mut plan = scenario::batch_scoring();
        plan.remove(Item::Registry);
        plan.workspace.image_build_compute = None;
        assert_eq!(
            only(&RULE, &plan).title,
            "Batch endpoints have no container registry"
        );
        let plan = mended(&RULE, &plan, "Add Premium registry crfraudmlprod");
        assert_eq!(plan.endpoints_of(PrivateEndpointKind::Registry).count(), 1);
        assert!(plan.workspace.image_build_compute.is_some());
    }

    #[test]
    fn passes_with_registry_or_without_batch() {
        assert_silent(&RULE, &scenario::batch_scoring());
        let mut plan = scenario::private_training();
        plan.remove(Item::Registry);
        assert_silent(&RULE, &plan);
    }
}
