//! Subnets of Azure's own services have a minimum size.

use crate::azure::fixed_subnets::for_purpose;
use crate::azure::sources;
use crate::azure::subnet_sizes::SUBNET_LENGTHS;
use crate::domain::Item;
use crate::rules::refit::offer_room;
use crate::rules::{Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "SUB009",
    name: "service-subnet-too-small",
    facts: &[
        "VNET-40", "VNET-41", "VNET-42", "VNET-43", "VNET-44", "VNET-46",
    ],
    severity: Severity::Error,
    synopsis: "The subnets of Bastion, gateways, firewalls, Route Server and AKS API servers have the size \
               that Azure asks for.",
    why: "The services scale within their subnet; Azure refuses smaller ones, and gateways run \
          out of addresses.",
    recommendation: "Enlarge the subnet.",
    // Several public templates still show a /27 for Bastion; new hosts need a /26 since November 2021.
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
        let (Some(fixed), Some(prefix)) = (for_purpose(subnet.purpose), cx.prefix(subnet.id))
        else {
            continue;
        };
        let length = prefix.length();
        // A prefix that no subnet may have is another rule's finding.
        if length <= fixed.recommended || length > *SUBNET_LENGTHS.value.end() {
            continue;
        }
        let (name, occupant) = (wording::subnet(subnet), fixed.occupant);
        let (severity, title, message) = if length > fixed.longest {
            (
                Severity::Error,
                format!("{name} is smaller than a /{}", fixed.longest),
                format!(
                    "Azure puts {occupant} only into a subnet of a /{} or larger, and this is a \
                     /{length}. Enlarge it.",
                    fixed.longest
                ),
            )
        } else {
            (
                Severity::Warning,
                format!(
                    "{name} is smaller than the recommended /{}",
                    fixed.recommended
                ),
                format!(
                    "A /{length} is accepted, but {occupant} may run out of addresses in it when they \
                     grow or change. Use a /{} or larger.",
                    fixed.recommended
                ),
            )
        };
        let finding = out
            .report(
                &RULE,
                Item::Subnet(subnet.id).field("prefix"),
                title,
                message,
            )
            .severity(severity);
        offer_room(cx, finding, vnet, subnet, fixed.recommended);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Plan, PrefixText};
    use crate::rules::testing::{assert_silent, fixed, only, subnet_mut};
    use crate::samples::{hub_spoke_firewall, with};

    fn sized(name: &str, prefix: &str) -> Plan {
        with(hub_spoke_firewall(), |plan| {
            subnet_mut(plan, name).prefix = PrefixText::new(prefix);
        })
    }

    #[test]
    fn flags_a_bastion_subnet_of_27_as_templates_still_show_it() {
        let plan = sized("AzureBastionSubnet", "10.64.0.64/27");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Error);
        assert_eq!(finding.title, "AzureBastionSubnet is smaller than a /26");
        assert_eq!(
            finding.message,
            "Azure puts Azure Bastion only into a subnet of a /26 or larger, and this is a /27. Enlarge \
             it."
        );
        fixed(&RULE, &plan, "Grow AzureBastionSubnet to 10.64.0.64/26");
    }

    #[test]
    fn flags_a_small_gateway_subnet_as_a_warning() {
        let plan = sized("GatewaySubnet", "10.64.0.128/28");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(
            finding.title,
            "GatewaySubnet is smaller than the recommended /27"
        );
        fixed(&RULE, &plan, "Grow GatewaySubnet to 10.64.0.128/27");
    }

    #[test]
    fn passes_the_recommended_sizes() {
        assert_silent(&RULE, &hub_spoke_firewall());
    }
}
