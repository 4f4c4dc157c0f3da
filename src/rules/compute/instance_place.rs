//! A compute instance stands in the workspace's region and VNet.

use crate::azure::sources;
use crate::domain::{Item, Plan, PrivateEndpointKind, SubnetPurpose, VnetId};
use crate::rules::{Applicability, Context, Finding, Findings, Rule, Severity, reach, wording};

pub(super) const RULE: Rule = Rule {
    code: "CMP002",
    name: "instance-outside-workspace-vnet",
    facts: &["AML-8"],
    severity: Severity::Error,
    synopsis: "A compute instance is in the region of the workspace and in a VNet with its private endpoint.",
    why: "An instance is created in the workspace's region and reaches it over the VNet's private \
          endpoint.",
    recommendation: "Put the instance into a subnet of the workspace's VNet.",
    sources: &[&sources::AML_TRAIN, &sources::AML_PL],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let home = plan.basics.region.trim();
    let endpoints = reach::vnets_with(plan, PrivateEndpointKind::Workspace);
    for instance in &plan.instances {
        let Some(vnet) = reach::vnet_of(plan, instance.subnet) else {
            continue;
        };
        let name = wording::name_or(&instance.name, "compute instance");
        let subject = Item::Instance(instance.id).field("subnet");
        let region = plan.region_of(vnet);
        if !reach::same_region(region, home) {
            let finding = out.report(
                &RULE,
                subject,
                format!("{name} is in {region}, the workspace in {home}"),
                format!(
                    "An instance is always created in the workspace's region and takes an address of its VNet. \
                     {} is elsewhere.",
                    wording::vnet(vnet)
                ),
            );
            finding.also(Item::Vnet(vnet.id).field("region"));
            offer(plan, finding, instance.id, &name, |vnet| {
                endpoints.is_empty() || endpoints.contains(&vnet)
            });
        } else if !endpoints.is_empty() && !endpoints.contains(&vnet.id) {
            let finding = out.report(
                &RULE,
                subject,
                format!(
                    "{name} is in {}, the workspace's endpoint is not",
                    wording::vnet(vnet)
                ),
                "Clusters may stand in a peered VNet; an instance stands in the workspace's own. Choose a \
                 subnet there.",
            );
            offer(plan, finding, instance.id, &name, |vnet| {
                endpoints.contains(&vnet)
            });
        }
    }
}

/// Offers a training subnet in the right VNet and region.
fn offer(
    plan: &Plan,
    finding: &mut Finding,
    instance: crate::domain::InstanceId,
    name: &str,
    is_right: impl Fn(VnetId) -> bool,
) {
    let home = plan.basics.region.trim();
    let found = plan.subnets().find(|(vnet, subnet)| {
        subnet.purpose == SubnetPurpose::Training
            && is_right(vnet.id)
            && reach::same_region(plan.region_of(vnet), home)
    });
    if let Some((_, subnet)) = found {
        let id = subnet.id;
        finding.fix(
            Applicability::Suggested,
            format!("Put {name} into {}", wording::subnet(subnet)),
            move |plan| {
                if let Some(instance) = plan.instance_mut(instance) {
                    instance.subnet = Some(id);
                }
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{self, assert_silent, only};

    fn plan() -> Plan {
        let mut plan = scenario::hub_spoke_firewall();
        let subnets = [("snet-far", SubnetPurpose::Training, "10.70.0.0/24")];
        testing::vnet(&mut plan, "vnet-far", &["10.70.0.0/16"], &subnets);
        plan.instances[0].subnet = Some(testing::subnet(&plan, "snet-far"));
        plan
    }

    #[test]
    fn flags_another_vnet_even_in_the_same_region() {
        let plan = plan();
        let name = plan.instances[0].name.clone();
        assert_eq!(
            only(&RULE, &plan).title,
            format!("{name} is in vnet-far, the workspace's endpoint is not")
        );
        mended(&RULE, &plan, &format!("Put {name} into snet-training"));
    }

    #[test]
    fn flags_another_region() {
        let mut plan = plan();
        plan.vnets.last_mut().expect("far").region = "eastus".to_owned();
        let name = plan.instances[0].name.clone();
        assert_eq!(
            only(&RULE, &plan).title,
            format!("{name} is in eastus, the workspace in northeurope")
        );
        mended(&RULE, &plan, &format!("Put {name} into snet-training"));
    }

    #[test]
    fn passes_the_workspace_vnet() {
        assert_silent(&RULE, &scenario::hub_spoke_firewall());
    }
}
