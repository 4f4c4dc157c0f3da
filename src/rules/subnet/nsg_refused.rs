//! Gateways, firewalls and Route Server do not work behind an NSG.

use crate::azure::fixed_subnets::{NsgUse, for_purpose};
use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "SUB011",
    name: "nsg-on-service-subnet",
    facts: &["VNET-41", "VNET-42", "VNET-44", "NSG-7"],
    severity: Severity::Error,
    synopsis: "The subnets of gateways, firewalls and Route Server have no NSG.",
    why: "Azure refuses an NSG there, or the service loses its own management traffic.",
    recommendation: "Take the NSG off the subnet.",
    sources: &[&sources::VPN_FAQ, &sources::AFW, &sources::TF],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (_, subnet) in cx.plan.subnets() {
        let (Some(nsg), Some(fixed)) = (subnet.nsg, for_purpose(subnet.purpose)) else {
            continue;
        };
        let (severity, reason) = match fixed.nsg {
            NsgUse::Allowed => continue,
            NsgUse::Discouraged => (
                Severity::Warning,
                "Azure protects this subnet itself, and an NSG can cut off",
            ),
            NsgUse::Refused => (
                Severity::Error,
                "Azure does not support an NSG here: it cuts off",
            ),
        };
        let (id, name) = (subnet.id, wording::subnet(subnet));
        let nsg_name = cx.plan.nsg(nsg).map_or("", |nsg| &*nsg.name);
        out.report(
            &RULE,
            Item::Subnet(id).field("nsg"),
            format!("{name} has {}", wording::name_or(nsg_name, "NSG")),
            format!("{reason} {}. Take the NSG off the subnet.", fixed.occupant),
        )
        .severity(severity)
        .fix(
            Applicability::Certain,
            format!("Take the NSG off {name}"),
            move |plan| {
                if let Some(subnet) = plan.subnet_mut(id) {
                    subnet.nsg = None;
                }
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only, subnet_mut};
    use crate::samples::{hub_spoke_firewall, with};

    #[test]
    fn flags_an_nsg_on_the_gateway_subnet() {
        let plan = with(hub_spoke_firewall(), |plan| {
            plan.nsgs[0].name = "nsg-x".to_owned();
            subnet_mut(plan, "GatewaySubnet").nsg = Some(plan.nsgs[0].id);
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Error);
        assert_eq!(finding.title, "GatewaySubnet has nsg-x");
        assert_eq!(
            finding.message,
            "Azure does not support an NSG here: it cuts off VPN and ExpressRoute gateways. Take the NSG \
             off the subnet."
        );
        fixed(&RULE, &plan, "Take the NSG off GatewaySubnet");
    }

    #[test]
    fn flags_an_nsg_on_the_firewall_subnet_as_a_warning() {
        let plan = with(hub_spoke_firewall(), |plan| {
            subnet_mut(plan, "AzureFirewallSubnet").nsg = Some(plan.nsgs[0].id);
        });
        assert_eq!(only(&RULE, &plan).severity, Severity::Warning);
    }

    #[test]
    fn passes_the_nsg_of_bastion() {
        let plan = hub_spoke_firewall();
        let mut copy = plan.clone();
        assert!(subnet_mut(&mut copy, "AzureBastionSubnet").nsg.is_some());
        assert_silent(&RULE, &plan);
    }
}
