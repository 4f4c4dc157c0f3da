//! Locks on resource groups stop computes from coming and going.

use crate::azure::sources;
use crate::domain::{Item, Plan};
use crate::rules::computes::computes;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "GOV001",
    name: "resource-group-locked",
    facts: &["AML-15", "SEED-7"],
    severity: Severity::Warning,
    synopsis: "No lock is on the resource groups of the VNet and the workspace.",
    why: "A lock makes scaling and deleting fail halfway, since clusters create and remove \
          resources as they grow.",
    recommendation: "Remove the lock, or lock single resources instead.",
    sources: &[&sources::AML_TRAIN, &sources::AML_CLUSTER, &sources::SEED_A],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let governance = &plan.governance;
    if !computes(plan).any(|compute| compute.subnet.is_some()) {
        return;
    }
    let severity = severity(plan);
    if governance.lock_on_network_group {
        out.report(
            &RULE,
            Item::Governance.field("lock_on_network_group"),
            "A lock is on the VNet's resource group",
            if severity == Severity::Error {
                "Azure Machine Learning adds and removes load balancers, public IPs and NSGs there as computes \
                 with public IPs come and go. The lock makes that fail. Remove it, or use no public IPs."
            } else {
                "Deleting computes that stand in the VNet fails while the lock is there."
            },
        )
        .severity(severity);
    }
    if governance.lock_on_workspace_group {
        out.report(
            &RULE,
            Item::Governance.field("lock_on_workspace_group"),
            "A lock is on the workspace's resource group",
            "Clusters cannot grow or shrink while the lock is there. Remove it, or lock single resources such \
             as the storage account.",
        )
        .severity(severity);
    }
}

/// What a lock means for this plan.
fn severity(plan: &Plan) -> Severity {
    if super::public_computes(plan).next().is_some() {
        Severity::Error
    } else {
        Severity::Warning
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, findings, only};

    #[test]
    fn flags_locks_with_public_addresses_and_warns_without() {
        let mut plan = scenario::batch_scoring();
        assert_silent(&RULE, &plan);
        plan.governance.lock_on_network_group = true;
        let finding = only(&RULE, &plan);
        assert_eq!(
            (&*finding.title, finding.severity),
            ("A lock is on the VNet's resource group", Severity::Warning)
        );
        plan.clusters[0].public_ip = true;
        plan.governance.lock_on_workspace_group = true;
        assert_eq!(findings(&RULE, &plan).count(Severity::Error), 2);
    }

    #[test]
    fn passes_locks_where_no_compute_stands_in_a_vnet() {
        let mut plan = scenario::batch_scoring();
        plan.governance.lock_on_network_group = true;
        plan.clusters.clear();
        assert_silent(&RULE, &plan);
    }
}
