//! A name that Azure keeps for one purpose serves no other.

use crate::azure::fixed_subnets::{for_name, for_purpose};
use crate::azure::naming::{NameKind, generate};
use crate::azure::sources;
use crate::domain::{Item, Word};
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "SUB008",
    name: "subnet-name-reserved",
    facts: &["VNET-40", "VNET-41", "VNET-42", "VNET-43", "VNET-44"],
    severity: Severity::Error,
    synopsis: "A subnet whose name Azure keeps for one service is planned for that service.",
    why: "Azure deploys the service of that name there and refuses what else stands in it.",
    recommendation: "Choose the purpose that the name stands for, or rename the subnet.",
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
        let Some(fixed) = for_name(&subnet.name).filter(|it| it.purpose != subnet.purpose) else {
            continue;
        };
        let Some(name) = fixed.name else { continue };
        let (id, purpose) = (subnet.id, fixed.purpose);
        let finding = out.report(
            &RULE,
            Item::Subnet(id).field("purpose"),
            format!("{name} is kept for {}", fixed.occupant),
            format!(
                "Azure lets only {} stand in a subnet of this name, but it is planned for something else \
                 ({}). Choose the purpose that the name stands for, or rename it.",
                fixed.occupant,
                subnet.purpose.label()
            ),
        );
        finding.also(Item::Subnet(id).field("name"));
        finding.fix(
            Applicability::Suggested,
            format!("Use it for {}", fixed.occupant),
            move |plan| {
                if let Some(subnet) = plan.subnet_mut(id) {
                    subnet.purpose = purpose;
                    name.clone_into(&mut subnet.name);
                }
            },
        );
        let own = for_purpose(subnet.purpose).and_then(|fixed| fixed.name);
        let other = own.map_or_else(
            || generate(NameKind::Subnet, &[subnet.purpose.word()]),
            str::to_owned,
        );
        finding.fix(
            Applicability::Suggested,
            format!("Rename to {other}"),
            move |plan| {
                if let Some(subnet) = plan.subnet_mut(id) {
                    subnet.name.clone_from(&other);
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
    fn flags_a_reserved_name_on_another_subnet() {
        let plan = with(private_training(), |plan| {
            subnet_mut(plan, "snet-training").name = "gatewaysubnet".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "GatewaySubnet is kept for VPN and ExpressRoute gateways"
        );
        assert_eq!(
            finding.message,
            "Azure lets only VPN and ExpressRoute gateways stand in a subnet of this name, but it is \
             planned for something else (ML compute). Choose the purpose that the name stands for, or \
             rename it."
        );
        let used = fixed(&RULE, &plan, "Use it for VPN and ExpressRoute gateways");
        assert_eq!(
            subnet_mut(&mut used.clone(), "GatewaySubnet").purpose,
            SubnetPurpose::Gateway
        );
        fixed(&RULE, &plan, "Rename to snet-training");
    }

    #[test]
    fn flags_a_purpose_that_contradicts_the_name_once() {
        let plan = with(private_training(), |plan| {
            subnet_mut(plan, "AzureBastionSubnet").purpose = SubnetPurpose::Firewall;
        });
        assert_silent(&crate::rules::subnet::fixed_name::RULE, &plan);
        fixed(&RULE, &plan, "Use it for Azure Bastion");
        fixed(&RULE, &plan, "Rename to AzureFirewallSubnet");
    }

    #[test]
    fn passes_reserved_names_with_their_purpose() {
        assert_silent(&RULE, &hub_spoke_firewall());
    }
}
