//! Azure finds some subnets by their name.

use crate::azure::fixed_subnets::{for_name, for_purpose};
use crate::azure::sources;
use crate::domain::{Item, Subnet};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "SUB007",
    name: "subnet-name-not-the-fixed-one",
    facts: &["VNET-40", "VNET-41", "VNET-42", "VNET-43", "VNET-44"],
    severity: Severity::Error,
    synopsis: "The subnets of Bastion, gateways, firewalls and Route Server have the names that \
               Azure sets.",
    why: "Azure recognises these subnets by their exact names and deploys into no other.",
    recommendation: "Rename the subnet.",
    sources: &[
        &sources::BAS_CFG,
        &sources::VPN_FAQ,
        &sources::AFW,
        &sources::TF,
    ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (vnet, subnet) in cx.plan.subnets() {
        let Some(fixed) = for_purpose(subnet.purpose) else {
            continue;
        };
        // A name that stands for another purpose is another rule's finding: either may be the mistake.
        let means_another = for_name(&subnet.name).is_some_and(|it| it.purpose != subnet.purpose);
        let wrong = |name: &&str| subnet.name != *name && !means_another;
        let Some(name) = fixed.name.filter(wrong) else {
            continue;
        };
        // The one with the name counts, or else the first: renaming it must not make the others wrong.
        let named =
            |other: &&Subnet| other.id != subnet.id && other.name.eq_ignore_ascii_case(name);
        let mut earlier = vnet.subnets.iter().take_while(|it| it.id != subnet.id);
        let same_purpose = earlier.find(|other| other.purpose == subnet.purpose);
        if let Some(other) = vnet.subnets.iter().find(named).or(same_purpose) {
            out.report(
                &RULE,
                Item::Subnet(subnet.id).field("purpose"),
                format!(
                    "{} has a subnet for {} already",
                    wording::vnet(vnet),
                    fixed.occupant
                ),
                format!(
                    "Azure takes one such subnet in a VNet and knows it by the name {name}. Give {} another \
                     purpose.",
                    wording::subnet(subnet)
                ),
            )
            .also(Item::Subnet(other.id));
            continue;
        }
        report_name(out, subnet, name, fixed.occupant);
    }
}

fn report_name(out: &mut Findings, subnet: &Subnet, name: &'static str, occupant: &str) {
    let id = subnet.id;
    out.report(
        &RULE,
        Item::Subnet(id).field("name"),
        format!("{} must be called {name}", wording::subnet(subnet)),
        format!(
            "Azure finds the subnet of {occupant} by this exact name, capitals included. Rename it."
        ),
    )
    .fix(
        Applicability::Certain,
        format!("Rename to {name}"),
        move |plan| {
            if let Some(subnet) = plan.subnet_mut(id) {
                name.clone_into(&mut subnet.name);
            }
        },
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SubnetPurpose;
    use crate::rules::testing::{assert_silent, fixed, only, subnet_mut};
    use crate::samples::{hub_spoke_firewall, private_training, with};

    #[test]
    fn flags_another_name_and_another_case() {
        for name in ["snet-bastion", "azurebastionsubnet", "AzureBastionSubnet "] {
            let plan = with(private_training(), |plan| {
                subnet_mut(plan, "AzureBastionSubnet").name = name.to_owned();
            });
            let finding = only(&RULE, &plan);
            assert_eq!(
                finding.title,
                format!("{} must be called AzureBastionSubnet", name.trim())
            );
            assert_eq!(
                finding.message,
                "Azure finds the subnet of Azure Bastion by this exact name, capitals included. \
                 Rename it."
            );
            fixed(&RULE, &plan, "Rename to AzureBastionSubnet");
        }
    }

    #[test]
    fn flags_a_gateway_subnet_by_its_purpose() {
        let plan = with(private_training(), |plan| {
            subnet_mut(plan, "snet-pep").purpose = SubnetPurpose::Gateway;
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "snet-pep must be called GatewaySubnet");
        assert!(
            finding
                .message
                .starts_with("Azure finds the subnet of VPN and ExpressRoute gateways by")
        );
    }

    #[test]
    fn flags_a_second_subnet_for_one_service() {
        let plan = with(hub_spoke_firewall(), |plan| {
            plan.vnets[0].name = "vnet-hub".to_owned();
            subnet_mut(plan, "snet-jump").purpose = SubnetPurpose::Gateway;
        });
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "vnet-hub has a subnet for VPN and ExpressRoute gateways already"
        );
        assert_eq!(
            finding.message,
            "Azure takes one such subnet in a VNet and knows it by the name GatewaySubnet. Give snet-jump \
             another purpose."
        );
    }

    #[test]
    fn passes_the_fixed_names() {
        assert_silent(&RULE, &hub_spoke_firewall());
    }
}
