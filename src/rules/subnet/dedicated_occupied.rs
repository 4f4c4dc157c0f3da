//! Subnets that Azure keeps for one service hold nothing else.

use crate::azure::fixed_subnets::{FixedSubnet, for_purpose};
use crate::azure::sources;
use crate::domain::{Item, Plan, Subnet, SubnetId, SubnetPurpose, Vnet};
use crate::rules::occupants::{Occupant, Use, move_to, occupants};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "SUB010",
    name: "dedicated-subnet-occupied",
    facts: &["VNET-40", "VNET-41", "VNET-42", "VNET-44", "VNET-46"],
    severity: Severity::Error,
    synopsis: "Nothing stands in the subnet of Bastion, a gateway, a firewall, Route Server or AKS API \
               servers but these.",
    why: "The service owns its subnet; Azure refuses it beside anything else.",
    recommendation: "Choose another subnet for what stands there.",
    sources: &[
        &sources::BAS_CFG,
        &sources::VPN_FAQ,
        &sources::AFW,
        &sources::TF,
        &sources::AKS_APIVNET,
    ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (vnet, subnet) in cx.plan.subnets() {
        let occupants = occupants(cx.plan, subnet.id);
        let Some(fixed) = dedicated(subnet, &occupants) else {
            continue;
        };
        let belongs =
            |usage: Use| fixed.purpose == SubnetPurpose::AksApiServer && usage == Use::AksApiServer;
        for occupant in occupants.iter().filter(|it| !belongs(it.usage)) {
            let name = wording::subnet(subnet);
            let finding = out.report(
                &RULE,
                occupant.subject,
                format!("{} stands in {name}", wording::sentence_start(&occupant.name)),
                format!(
                    "Azure keeps this subnet for {} and refuses anything else in it. Choose another \
                     subnet.",
                    fixed.occupant
                ),
            );
            finding.also(Item::Subnet(subnet.id));
            if let Some(other) = suited(cx.plan, vnet, occupant.usage) {
                let subject = occupant.subject;
                finding.fix(
                    Applicability::Suggested,
                    format!("Move it to {}", wording::subnet_id(cx.plan, other)),
                    move |plan| move_to(plan, subject, other),
                );
            }
        }
    }
}

/// What Azure prescribes for a subnet, by its purpose or because an API server stands in it.
fn dedicated(subnet: &Subnet, occupants: &[Occupant]) -> Option<&'static FixedSubnet> {
    for_purpose(subnet.purpose).or_else(|| {
        let api_server = |it: &Occupant| it.usage == Use::AksApiServer;
        occupants
            .iter()
            .any(api_server)
            .then(|| for_purpose(SubnetPurpose::AksApiServer))
            .flatten()
    })
}

/// A subnet that is planned for such use, in this VNet or in another.
fn suited(plan: &Plan, here: &Vnet, usage: Use) -> Option<SubnetId> {
    let purpose = match usage {
        Use::MlCompute => SubnetPurpose::Training,
        Use::Machine => SubnetPurpose::VirtualMachines,
        Use::PrivateEndpoint => SubnetPurpose::PrivateEndpoints,
        Use::AksNodes => SubnetPurpose::AksNodes,
        Use::AksPods => SubnetPurpose::AksPods,
        Use::AksApiServer => SubnetPurpose::AksApiServer,
    };
    plan.subnets()
        .filter(|(_, subnet)| subnet.purpose == purpose)
        .min_by_key(|(vnet, _)| vnet.id != here.id)
        .map(|(_, subnet)| subnet.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AksCluster;
    use crate::rules::testing::{assert_silent, findings, fixed, only, subnet};
    use crate::samples::{aks_inference, everything, private_training, with};

    #[test]
    fn flags_compute_in_the_bastion_subnet() {
        let plan = with(private_training(), |plan| {
            plan.instances[0].subnet = Some(subnet(plan, "AzureBastionSubnet"));
        });
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            format!(
                "Instance {} stands in AzureBastionSubnet",
                plan.instances[0].name
            )
        );
        assert_eq!(
            finding.message,
            "Azure keeps this subnet for Azure Bastion and refuses anything else in it. Choose another \
             subnet."
        );
        let plan = fixed(&RULE, &plan, "Move it to snet-training");
        assert_eq!(
            plan.instances[0].subnet,
            Some(subnet(&plan, "snet-training"))
        );
    }

    #[test]
    fn flags_nodes_beside_an_api_server() {
        let plan = with(aks_inference(), |plan| {
            plan.aks[0].api_server_subnet = plan.aks[0].pools[0].node_subnet;
        });
        let found = findings(&RULE, &plan);
        assert!(!found.is_empty());
        let about_nodes = found.iter().all(|it| it.subjects[0].field == "node_subnet");
        assert!(
            about_nodes,
            "the API server itself belongs there: {found:#?}"
        );
    }

    #[test]
    fn passes_an_api_server_alone() {
        let plan = with(everything(), |plan| {
            let id = subnet(plan, "AzureBastionSubnet");
            let purpose = SubnetPurpose::AksApiServer;
            plan.subnet_mut(id).expect("a subnet").purpose = purpose;
            plan.aks.push(AksCluster {
                api_server_subnet: Some(id),
                ..AksCluster::default()
            });
        });
        assert_silent(&RULE, &plan);
    }
}
