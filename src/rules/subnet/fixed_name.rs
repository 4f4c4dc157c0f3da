//! Azure finds some subnets by their name.

use crate::azure::fixed_subnets::{for_name, for_purpose};
use crate::azure::sources;
use crate::domain::{Item, Subnet, Word};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "SUB007",
    name: "subnet-name-not-the-fixed-one",
    facts: &["VNET-40", "VNET-41", "VNET-42", "VNET-43", "VNET-44"],
    severity: Severity::Error,
    synopsis: "The subnets of Bastion, gateways, firewalls and Route Server have the names that Azure sets.",
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
        let fixed = for_purpose(subnet.purpose).and_then(|fixed| fixed.name);
        // A name that stands for another purpose is another rule's finding: either may be the mistake.
        let means_another = for_name(&subnet.name).is_some_and(|it| it.purpose != subnet.purpose);
        let Some(name) = fixed.filter(|name| subnet.name != *name && !means_another) else {
            continue;
        };
        let purpose = wording::in_sentence(subnet.purpose.label());
        let mut neighbours = vnet.subnets.iter().filter(|other| other.id != subnet.id);
        if let Some(other) = neighbours.find(|other| other.name.eq_ignore_ascii_case(name)) {
            out.report(
                &RULE,
                Item::Subnet(subnet.id).field("purpose"),
                format!("{} has a {name} already", wording::vnet(vnet)),
                format!(
                    "Azure takes one subnet for {purpose} in a VNet, and finds it by this name. Give {} \
                     another purpose.",
                    wording::subnet(subnet)
                ),
            )
            .also(Item::Subnet(other.id));
            continue;
        }
        report_name(out, subnet, name, &purpose);
    }
}

fn report_name(out: &mut Findings, subnet: &Subnet, name: &'static str, purpose: &str) {
    let id = subnet.id;
    out.report(
        &RULE,
        Item::Subnet(id).field("name"),
        format!("{} must be called {name}", wording::subnet(subnet)),
        format!(
            "Azure finds the subnet of {purpose} by this exact name, capitals included. Rename it."
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
                .starts_with("Azure finds the subnet of a gateway by")
        );
    }

    #[test]
    fn flags_a_second_subnet_for_one_service() {
        let plan = with(hub_spoke_firewall(), |plan| {
            plan.vnets[0].name = "vnet-hub".to_owned();
            subnet_mut(plan, "snet-jump").purpose = SubnetPurpose::Gateway;
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "vnet-hub has a GatewaySubnet already");
        assert_eq!(
            finding.message,
            "Azure takes one subnet for a gateway in a VNet, and finds it by this name. Give snet-jump \
             another purpose."
        );
    }

    #[test]
    fn passes_the_fixed_names() {
        assert_silent(&RULE, &hub_spoke_firewall());
    }
}
