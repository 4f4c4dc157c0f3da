//! Bastion, firewalls and gateways have the subnet that they stand in.

use crate::azure::fixed_subnets::{for_name, for_purpose};
use crate::azure::sources;
use crate::domain::{
    FirewallSku, Item, Placement, Plan, Subject, Subnet, SubnetId, SubnetPurpose, VnetId,
};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "SUB015",
    name: "service-without-its-subnet",
    facts: &["VNET-40", "VNET-41", "VNET-42", "VNET-43"],
    severity: Severity::Error,
    synopsis: "The VNet of a Bastion host, firewall or gateway has the subnet that Azure \
               prescribes for it.",
    why: "The service has nowhere to stand: Azure looks for the subnet by its name.",
    recommendation: "Add the subnet.",
    sources: &[&sources::BAS_CFG, &sources::VPN_FAQ, &sources::AFW],
    check,
};

/// Something that stands in a subnet with a fixed name.
struct Resident {
    /// The answer that makes the subnet necessary.
    subject: Subject,
    name: String,
    vnet: VnetId,
    purpose: SubnetPurpose,
}

fn check(cx: &Context<'_>, out: &mut Findings) {
    for resident in residents(cx.plan) {
        let Some(vnet) = cx.plan.vnet(resident.vnet) else {
            continue;
        };
        // A subnet with the right name but another purpose is another rule's finding.
        let serves = |subnet: &Subnet| {
            let named = for_name(&subnet.name).map(|fixed| fixed.purpose);
            [Some(subnet.purpose), named].contains(&Some(resident.purpose))
        };
        if vnet.subnets.iter().any(serves) {
            continue;
        }
        let Some(fixed) = for_purpose(resident.purpose) else {
            continue;
        };
        let Some(name) = fixed.name else { continue };
        let vnet_name = wording::vnet(vnet);
        let finding = out.report(
            &RULE,
            resident.subject,
            format!("{vnet_name} has no {name}"),
            format!(
                "Azure puts {} into a subnet of this exact name in the same VNet, /{} or larger. Add it \
                 to {vnet_name}.",
                resident.name, fixed.longest
            ),
        );
        finding.also(Item::Vnet(vnet.id));
        if vnet.placement == Placement::New {
            let (id, purpose) = (vnet.id, resident.purpose);
            finding.fix(
                Applicability::Certain,
                format!("Add {name} to {vnet_name}"),
                move |plan| add_subnet(plan, id, name, purpose),
            );
        }
    }
}

/// Adds a subnet whose size and place are left to the wizard.
fn add_subnet(plan: &mut Plan, vnet: VnetId, name: &str, purpose: SubnetPurpose) {
    let id = SubnetId(plan.next_id());
    if let Some(vnet) = plan.vnet_mut(vnet) {
        vnet.subnets.push(Subnet {
            id,
            name: name.to_owned(),
            purpose,
            ..Subnet::default()
        });
    }
}

fn residents(plan: &Plan) -> Vec<Resident> {
    let named = |name: &str, what: &str| wording::name_or(name, what);
    let mut out = Vec::new();
    for bastion in &plan.bastions {
        out.push(Resident {
            subject: Item::Bastion(bastion.id).field("vnet"),
            name: named(&bastion.name, "Bastion host"),
            vnet: bastion.vnet,
            purpose: SubnetPurpose::Bastion,
        });
    }
    for firewall in &plan.firewalls {
        let item = Item::Firewall(firewall.id);
        let name = named(&firewall.name, "firewall");
        let management = format!("the management NIC of {name}");
        out.push(Resident {
            subject: item.field("vnet"),
            name,
            vnet: firewall.vnet,
            purpose: SubnetPurpose::Firewall,
        });
        let basic = firewall.sku == FirewallSku::Basic;
        if basic || firewall.forced_tunnelling {
            out.push(Resident {
                subject: item.field(if basic { "sku" } else { "forced_tunnelling" }),
                name: management,
                vnet: firewall.vnet,
                purpose: SubnetPurpose::FirewallManagement,
            });
        }
    }
    for gateway in &plan.gateways {
        out.push(Resident {
            subject: Item::Gateway(gateway.id).field("vnet"),
            name: named(&gateway.name, "gateway"),
            vnet: gateway.vnet,
            purpose: SubnetPurpose::Gateway,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only, subnet};
    use crate::samples::{hub_spoke_firewall, with};

    #[test]
    fn flags_bastion_without_its_subnet() {
        let plan = with(hub_spoke_firewall(), |plan| {
            let id = subnet(plan, "AzureBastionSubnet");
            plan.remove(Item::Subnet(id));
            plan.bastions[0].name = "bas-risk".to_owned();
            plan.vnets[0].name = "vnet-hub".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "vnet-hub has no AzureBastionSubnet");
        assert_eq!(
            finding.message,
            "Azure puts bas-risk into a subnet of this exact name in the same VNet, /26 or larger. Add \
             it to vnet-hub."
        );
        let plan = fixed(&RULE, &plan, "Add AzureBastionSubnet to vnet-hub");
        let added = plan
            .subnet(subnet(&plan, "AzureBastionSubnet"))
            .expect("added");
        assert!(added.prefix.is_blank(), "sized by the wizard");
    }

    #[test]
    fn flags_a_basic_firewall_without_a_management_subnet() {
        let plan = with(hub_spoke_firewall(), |plan| {
            plan.firewalls[0].sku = FirewallSku::Basic;
        });
        let title = only(&RULE, &plan).title;
        assert!(
            title.ends_with("has no AzureFirewallManagementSubnet"),
            "{title}"
        );
    }

    #[test]
    fn passes_services_with_their_subnets() {
        assert_silent(&RULE, &hub_spoke_firewall());
    }
}
