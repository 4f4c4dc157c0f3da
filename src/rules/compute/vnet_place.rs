//! Computes stand in a VNet of the workspace's subscription; in 2019 also of its region.

use crate::azure::sources;
use crate::domain::{Item, Placement, RuleProfile, Vnet};
use crate::rules::computes::{Compute, computes};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, reach, wording};

pub(super) const RULE: Rule = Rule {
    code: "CMP001",
    name: "compute-vnet-elsewhere",
    facts: &["AML-5", "SEED-4"],
    severity: Severity::Error,
    synopsis: "The VNet of a compute is in the workspace's subscription; by the rules of 2019 also in its \
               region.",
    why: "Network interfaces join VNets of their own subscription only.",
    recommendation: "Use a VNet of the workspace's subscription.",
    sources: &[&sources::AML_TRAIN, &sources::SEED_A],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for vnet in &plan.vnets {
        let here = |compute: &Compute| compute.vnet(plan).is_some_and(|home| home.id == vnet.id);
        let inside: Vec<Compute> = computes(plan).filter(here).collect();
        if inside.is_empty() {
            continue;
        }
        check_subscription(cx, vnet, &inside, out);
        if plan.basics.profile == RuleProfile::Classic2019 {
            check_region(cx, vnet, &inside, out);
        }
    }
}

fn check_subscription(cx: &Context<'_>, vnet: &Vnet, inside: &[Compute], out: &mut Findings) {
    let own = cx.plan.basics.subscription_id.trim();
    let theirs = reach::subscription_of(cx.plan, vnet);
    if own.is_empty() || theirs.is_empty() || own.eq_ignore_ascii_case(theirs) {
        return;
    }
    let id = vnet.id;
    let name = wording::vnet(vnet);
    let finding = out.report(
        &RULE,
        Item::Vnet(id).field("subscription_id"),
        format!("{name} is in another subscription than the workspace"),
        format!(
            "Azure Machine Learning puts computes into VNets of its own subscription only, so {} cannot be \
             created there. Use a VNet of subscription {own}.",
            names(inside)
        ),
    );
    for compute in inside {
        finding.also(compute.subnet_field());
    }
    if vnet.placement == Placement::New {
        finding.fix(
            Applicability::Suggested,
            format!("Create {name} in the workspace's subscription"),
            move |plan| {
                if let Some(vnet) = plan.vnet_mut(id) {
                    vnet.subscription_id.clear();
                    vnet.resource_id.clear();
                }
            },
        );
    }
}

fn check_region(cx: &Context<'_>, vnet: &Vnet, inside: &[Compute], out: &mut Findings) {
    let (own, theirs) = (cx.plan.basics.region.trim(), cx.plan.region_of(vnet));
    if reach::same_region(own, theirs) {
        return;
    }
    let id = vnet.id;
    let finding = out.report(
        &RULE,
        Item::Vnet(id).field("region"),
        format!("{} is in {theirs}, the workspace in {own}", wording::vnet(vnet)),
        format!(
            "By the rules of 2019 VNet and workspace share a region, so {} cannot be created there.",
            names(inside)
        ),
    );
    for compute in inside {
        finding.also(compute.subnet_field());
    }
    if vnet.placement == Placement::New {
        finding.fix(
            Applicability::Suggested,
            format!("Use {own}"),
            move |plan| {
                if let Some(vnet) = plan.vnet_mut(id) {
                    vnet.region.clear();
                }
            },
        );
    }
}

/// The names of some computes, for a sentence.
fn names(computes: &[Compute]) -> String {
    let names: Vec<String> = computes
        .iter()
        .map(|compute| compute.name.clone())
        .collect();
    wording::list(&names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_a_vnet_of_another_subscription() {
        let mut plan = scenario::batch_scoring();
        plan.basics.subscription_id = "one".to_owned();
        plan.vnets[1].subscription_id = "two".to_owned();
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "vnet-fraud-ml-prod is in another subscription than the workspace"
        );
        assert_eq!(
            finding.message,
            "Azure Machine Learning puts computes into VNets of its own subscription only, so \
             cpu-fraud-train and cpu-fraud-build cannot be created there. Use a VNet of subscription one."
        );
        mended(
            &RULE,
            &plan,
            "Create vnet-fraud-ml-prod in the workspace's subscription",
        );
    }

    #[test]
    fn flags_another_region_by_the_rules_of_2019_only() {
        let mut plan = scenario::classic_2019();
        plan.vnets[0].region = "eastus".to_owned();
        assert_eq!(
            only(&RULE, &plan).title,
            "vnet-demand-ml-prod is in eastus, the workspace in westus2"
        );
        mended(&RULE, &plan, "Use westus2");
        plan.basics.profile = RuleProfile::Current;
        assert_silent(&RULE, &plan);
    }

    #[test]
    fn passes_a_jump_host_vnet_elsewhere() {
        let mut plan = scenario::batch_scoring();
        plan.basics.subscription_id = "one".to_owned();
        plan.vnets[0].subscription_id = "two".to_owned();
        assert_silent(&RULE, &plan);
    }
}
