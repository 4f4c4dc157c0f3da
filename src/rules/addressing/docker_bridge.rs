//! Azure ML compute cannot live on or near 172.17.0.0/16: Docker uses it inside the nodes.

use crate::azure::address_ranges::DOCKER_BRIDGE;
use crate::azure::sources;
use crate::domain::{Item, OnPremisesLink, Plan, SubnetId, SubnetPurpose, Vnet, VnetRole};
use crate::rules::occupants::{Use, occupants};
use crate::rules::readdress::offer_new_space;
use crate::rules::wording;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NET006",
    name: "address-space-docker-bridge",
    facts: &["VNET-9"],
    severity: Severity::Error,
    synopsis: "The networks of Azure ML stay outside 172.17.0.0/16, Docker's default bridge.",
    why: "Docker inside the compute nodes uses 172.17.0.0/16 for its own bridge, so packets for \
          the VNet never leave the node.",
    recommendation: "Pick a range outside 172.17.0.0/16, such as 172.18.0.0/16 or one in 10.0.0.0/8.",
    sources: &[&sources::AML_WS, &sources::AML_PL, &sources::AML_TUT],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let docker = DOCKER_BRIDGE.value;
    for vnet in &plan.vnets {
        let carries_ml = carries_ml(plan, vnet);
        if !carries_ml && !is_peered_with_ml(plan, vnet) {
            continue;
        }
        for (index, text) in vnet.address_space.iter().enumerate() {
            let Some(prefix) = text.prefix().filter(|it| docker.overlaps(*it)) else {
                continue;
            };
            let subject = Item::Vnet(vnet.id).entry("address_space", index);
            let title = if docker.contains(prefix) {
                format!("{prefix} is Docker's range inside compute nodes")
            } else {
                format!("{prefix} contains {docker}, Docker's range inside compute nodes")
            };
            let finding = out.report(&RULE, subject, title, message(vnet, carries_ml));
            if !carries_ml {
                finding.severity(Severity::Warning);
            }
            for subnet in &vnet.subnets {
                if subnet.prefix.prefix().is_some_and(|it| docker.overlaps(it)) {
                    finding.also(Item::Subnet(subnet.id).field("prefix"));
                }
            }
            offer_new_space(finding, plan, vnet, index);
        }
    }
    check_on_premises(plan, out);
}

fn message(vnet: &Vnet, carries_ml: bool) -> String {
    let docker = DOCKER_BRIDGE.value;
    let name = wording::vnet(vnet);
    if carries_ml {
        format!(
            "Compute nodes keep {docker} for Docker, so they cannot reach anything that {name} has there \
             and jobs fail. Pick a range outside it, such as 172.18.0.0/16."
        )
    } else {
        format!(
            "Compute nodes keep {docker} for Docker, so they cannot reach what {name} has there. Pick a \
             range outside it, such as 172.18.0.0/16."
        )
    }
}

fn check_on_premises(plan: &Plan, out: &mut Findings) {
    if plan.on_premises.link == OnPremisesLink::None {
        return;
    }
    let docker = DOCKER_BRIDGE.value;
    for (index, text) in plan.on_premises.prefixes.iter().enumerate() {
        if let Some(prefix) = text.prefix().filter(|it| docker.overlaps(*it)) {
            out.report(
                &RULE,
                Item::OnPremises.entry("prefixes", index),
                format!("On-premises {prefix} overlaps Docker's range inside compute nodes"),
                format!(
                    "Compute nodes keep {docker} for Docker, so jobs cannot reach on-premises hosts in \
                     it. Keep what jobs need at other addresses.",
                ),
            )
            .severity(Severity::Warning);
        }
    }
}

/// True if the VNet is there for Azure ML, by its role, its subnets or what stands in them.
fn carries_ml(plan: &Plan, vnet: &Vnet) -> bool {
    vnet.role == VnetRole::Workspace
        || vnet
            .subnets
            .iter()
            .any(|subnet| is_workload(subnet.purpose) || holds_workload(plan, subnet.id))
}

fn is_workload(purpose: SubnetPurpose) -> bool {
    matches!(
        purpose,
        SubnetPurpose::Training
            | SubnetPurpose::PrivateEndpoints
            | SubnetPurpose::AksNodes
            | SubnetPurpose::AksPods
    )
}

fn holds_workload(plan: &Plan, subnet: SubnetId) -> bool {
    occupants(plan, subnet)
        .iter()
        .any(|occupant| occupant.usage != Use::Machine)
}

fn is_peered_with_ml(plan: &Plan, vnet: &Vnet) -> bool {
    plan.peerings.iter().any(|peering| {
        let other = match vnet.id {
            id if id == peering.from => peering.to,
            id if id == peering.to => peering.from,
            _ => return false,
        };
        plan.vnet(other)
            .is_some_and(|other| carries_ml(plan, other))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Peering, PrefixText};
    use crate::rules::testing::{assert_silent, fixed, ml_plan, only, vnet};

    #[test]
    fn flags_a_workspace_vnet_on_dockers_range() {
        let plan = ml_plan("172.17.0.0/16", "172.17.1.0/24", "");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Error);
        assert_eq!(
            finding.title,
            "172.17.0.0/16 is Docker's range inside compute nodes"
        );
        assert_eq!(
            finding.message,
            "Compute nodes keep 172.17.0.0/16 for Docker, so they cannot reach anything that vnet-ml \
             has there and jobs fail. Pick a range outside it, such as 172.18.0.0/16."
        );
        fixed(&RULE, &plan, "Move vnet-ml to 10.20.0.0/16");
    }

    #[test]
    fn flags_a_training_subnet_on_dockers_range_in_a_wider_vnet() {
        let plan = ml_plan("172.16.0.0/12", "172.17.4.0/24", "");
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "172.16.0.0/12 contains 172.17.0.0/16, Docker's range inside compute nodes"
        );
        assert_eq!(finding.subjects[1].key(), "subnet-2-prefix");
    }

    #[test]
    fn flags_a_peer_and_on_premises_as_warnings() {
        let mut plan = ml_plan("10.0.0.0/16", "10.0.1.0/24", "");
        let peer = vnet(&mut plan, "vnet-tools", &["172.17.0.0/16"], &[]);
        plan.vnets[1].role = VnetRole::Other;
        plan.peerings.push(Peering {
            from: plan.vnets[0].id,
            to: peer,
            ..Peering::default()
        });
        assert_eq!(only(&RULE, &plan).severity, Severity::Warning);

        let mut plan = ml_plan("10.0.0.0/16", "10.0.1.0/24", "");
        plan.on_premises.link = OnPremisesLink::Vpn;
        plan.on_premises.prefixes = vec![PrefixText::new("172.16.0.0/12")];
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(
            finding.title,
            "On-premises 172.16.0.0/12 overlaps Docker's range inside compute nodes"
        );
    }

    #[test]
    fn passes_a_neighbouring_range_and_a_vnet_apart() {
        assert_silent(&RULE, &ml_plan("172.16.0.0/16", "172.16.1.0/24", ""));
        let mut plan = ml_plan("10.0.0.0/16", "", "");
        vnet(&mut plan, "vnet-apart", &["172.17.0.0/16"], &[]);
        plan.vnets[1].role = VnetRole::Other;
        assert_silent(&RULE, &plan);
    }
}
