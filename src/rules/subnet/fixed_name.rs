//! Azure finds some subnets by their name.

use crate::azure::fixed_subnets::for_purpose;
use crate::azure::sources;
use crate::domain::{Item, Word};
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
    for (_, subnet) in cx.plan.subnets() {
        let fixed = for_purpose(subnet.purpose).and_then(|fixed| fixed.name);
        let Some(name) = fixed.filter(|name| subnet.name != *name) else {
            continue;
        };
        let id = subnet.id;
        out.report(
            &RULE,
            Item::Subnet(id).field("name"),
            format!("{} must be called {name}", wording::subnet(subnet)),
            format!(
                "Azure finds the subnet of {} by this exact name, capitals included. Rename it.",
                wording::in_sentence(subnet.purpose.label())
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
    fn passes_the_fixed_names() {
        assert_silent(&RULE, &hub_spoke_firewall());
    }
}
