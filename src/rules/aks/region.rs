//! A cluster stands in the region and the subscription of its VNet.

use crate::azure::sources;
use crate::domain::{Item, Placement};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, reach, wording};

pub(super) const RULE: Rule = Rule {
    code: "AKS001",
    name: "aks-outside-vnet-region",
    facts: &["AKS-1"],
    severity: Severity::Error,
    synopsis: "An AKS cluster has the region and the subscription of its VNet.",
    why: "The nodes' network interfaces must be in the region and the subscription of the VNet \
          that they join.",
    recommendation: "Plan the cluster in the VNet's region, with a VNet of the same subscription.",
    sources: &[&sources::SEED_A, &sources::AKS_LEGACY],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for aks in &plan.aks {
        let name = super::name(aks);
        let region = super::region_of(plan, aks);
        for vnet in super::vnets_of(plan, aks) {
            let vnet_region = plan.region_of(vnet).to_owned();
            let vnet_name = wording::vnet(vnet);
            if !reach::same_region(region, &vnet_region) {
                let id = aks.id;
                out.report(
                    &RULE,
                    Item::Aks(aks.id).field("region"),
                    format!("{name} is in {region}, {vnet_name} in {vnet_region}"),
                    "Nodes take addresses of a subnet, and a VNet never leaves its region. Create the \
                     cluster where its VNet is.",
                )
                .also(Item::Vnet(vnet.id).field("region"))
                .fix(
                    Applicability::Suggested,
                    format!("Move {name} to {vnet_region}"),
                    move |plan| {
                        if let Some(aks) = plan.aks_cluster_mut(id) {
                            aks.region.clone_from(&vnet_region);
                        }
                    },
                );
            }
            let subscription = reach::subscription_of(plan, vnet);
            let own = plan.basics.subscription_id.trim();
            if aks.placement == Placement::New
                && !own.is_empty()
                && !subscription.is_empty()
                && !own.eq_ignore_ascii_case(subscription)
            {
                out.report(
                    &RULE,
                    Item::Vnet(vnet.id).field("subscription_id"),
                    format!("{vnet_name} is in another subscription than {name}"),
                    "AKS joins only subnets of its own subscription. Use a VNet of the plan's \
                     subscription, or create the cluster in the VNet's.",
                )
                .also(Item::Aks(aks.id));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_another_region_and_moves_the_cluster() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].region = "westeurope".to_owned();
        assert_eq!(
            only(&RULE, &plan).title,
            "aks-pricing-prod is in westeurope, vnet-pricing-ml-prod in swedencentral"
        );
        mended(&RULE, &plan, "Move aks-pricing-prod to swedencentral");
    }

    #[test]
    fn flags_a_vnet_of_another_subscription() {
        let mut plan = scenario::aks_inference();
        plan.basics.subscription_id = "one".to_owned();
        plan.vnets[0].subscription_id = "two".to_owned();
        assert_eq!(
            only(&RULE, &plan).title,
            "vnet-pricing-ml-prod is in another subscription than aks-pricing-prod"
        );
    }

    #[test]
    fn passes_the_same_region_written_otherwise() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].region = "Sweden Central".to_owned();
        assert_silent(&RULE, &plan);
    }
}
