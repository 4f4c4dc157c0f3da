//! Regions are written as Azure writes them, and belong to the plan's cloud.

use crate::azure::{regions, sources};
use crate::domain::{Item, Plan, Subject, Word};
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "BAS002",
    name: "region-unknown",
    facts: &["REG-1", "VNET-10"],
    severity: Severity::Warning,
    synopsis: "Every region is one of the plan's cloud, by its programmatic name.",
    why: "A region that the cloud does not have, or that is written differently, is refused by \
          Azure Resource Manager.",
    recommendation: "Choose a region of the list.",
    sources: &[&sources::AVM],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let cloud = cx.plan.basics.cloud;
    for (subject, text) in written(cx.plan) {
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        match regions::find(text) {
            None => {
                out.report(
                    &RULE,
                    subject,
                    format!("“{text}” is not a region that is known here"),
                    "Azure refuses regions that it does not have, and this list may miss the newest. Check \
                     the spelling: the programmatic name has no spaces, such as westeurope.",
                );
            }
            Some(region) if region.cloud != cloud => {
                let finding = out.report(
                    &RULE,
                    subject,
                    format!("{} is not in {}", region.name, cloud.label()),
                    format!(
                        "It is a region of {}, whose host names and service tags differ. Choose a region of \
                         {}, or the other cloud.",
                        region.cloud.label(),
                        cloud.label()
                    ),
                );
                finding.severity(Severity::Error);
                if subject.item == Item::Basics {
                    let cloud = region.cloud;
                    finding.fix(
                        Applicability::Suggested,
                        format!("Plan for {}", cloud.label()),
                        move |plan| plan.basics.cloud = cloud,
                    );
                }
            }
            Some(region) if region.name != text => {
                out.report(
                    &RULE,
                    subject,
                    format!("“{text}” is called {} in files", region.name),
                    "Host names and service tags contain the programmatic name of the region, which has no \
                     spaces and no capitals.",
                )
                .fix(
                    Applicability::Certain,
                    format!("Use {}", region.name),
                    move |plan| write(plan, subject, region.name),
                );
            }
            Some(_) => {}
        }
    }
}

/// Every field that holds a region.
fn written(plan: &Plan) -> Vec<(Subject, &str)> {
    let mut out = vec![(Item::Basics.field("region"), plan.basics.region.as_str())];
    for vnet in &plan.vnets {
        out.push((Item::Vnet(vnet.id).field("region"), vnet.region.as_str()));
    }
    for cluster in &plan.clusters {
        out.push((
            Item::Cluster(cluster.id).field("region"),
            cluster.region.as_str(),
        ));
    }
    for aks in &plan.aks {
        out.push((Item::Aks(aks.id).field("region"), aks.region.as_str()));
    }
    let replicas = plan
        .workspace
        .registry
        .iter()
        .flat_map(|it| &it.replica_regions);
    for (index, region) in replicas.enumerate() {
        out.push((
            Item::Registry.entry("replica_regions", index),
            region.as_str(),
        ));
    }
    out
}

fn write(plan: &mut Plan, subject: Subject, region: &str) {
    let target = match subject.item {
        Item::Basics => Some(&mut plan.basics.region),
        Item::Vnet(id) => plan.vnet_mut(id).map(|it| &mut it.region),
        Item::Cluster(id) => plan.cluster_mut(id).map(|it| &mut it.region),
        Item::Aks(id) => plan.aks_cluster_mut(id).map(|it| &mut it.region),
        Item::Registry => {
            let registry = plan.workspace.registry.as_mut();
            registry.and_then(|it| it.replica_regions.get_mut(subject.index?))
        }
        _ => None,
    };
    if let Some(target) = target {
        region.clone_into(target);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Cloud;
    use crate::rules::testing::{assert_silent, findings, fixed, only};
    use crate::samples::{self, private_training, with};

    fn in_region(region: &str) -> Plan {
        with(private_training(), |plan| {
            region.clone_into(&mut plan.basics.region);
        })
    }

    #[test]
    fn flags_an_unknown_region_as_a_warning() {
        let finding = only(&RULE, &in_region("westeurope2"));
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(
            finding.title,
            "“westeurope2” is not a region that is known here"
        );
    }

    #[test]
    fn flags_a_region_of_another_cloud() {
        let plan = in_region("chinanorth3");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Error);
        assert_eq!(finding.title, "chinanorth3 is not in Azure public");
        assert_eq!(
            finding.message,
            "It is a region of Azure China (21Vianet), whose host names and service tags differ. Choose a \
             region of Azure public, or the other cloud."
        );
        let plan = fixed(&RULE, &plan, "Plan for Azure China (21Vianet)");
        assert_eq!(plan.basics.cloud, Cloud::China);
    }

    #[test]
    fn flags_display_names_wherever_a_region_is_written() {
        let plan = with(in_region("West Europe"), |plan| {
            plan.vnets[0].region = "West Europe".to_owned();
            plan.clusters[0].region = "WestEurope".to_owned();
            let registry = plan.workspace.registry.as_mut().expect("a registry");
            registry.replica_regions = vec!["North Europe".to_owned()];
        });
        let found = findings(&RULE, &plan);
        assert_eq!(found.len(), 4);
        let mut changed = plan.clone();
        for finding in found.iter() {
            finding.fixes[0].edit.apply(&mut changed);
        }
        assert_silent(&RULE, &changed);
        assert_eq!(changed.basics.region, "westeurope");
    }

    #[test]
    fn passes_every_sample() {
        for sample in samples::ALL {
            assert_silent(&RULE, &(sample.build)());
        }
    }
}
