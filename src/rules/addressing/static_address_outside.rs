//! A fixed address lies in the subnet that it is taken from.

use std::net::Ipv4Addr;

use crate::azure::{reserved, sources};
use crate::domain::{AddressText, Plan, Subnet, SubnetPurpose};
use crate::rules::written::AddressPlace;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

use super::static_address_reserved::first_unclaimed;

pub(super) const RULE: Rule = Rule {
    code: "NET014",
    name: "static-address-outside-subnet",
    facts: &["VNET-20"],
    severity: Severity::Error,
    synopsis: "A fixed address is one of the assignable addresses of its subnet.",
    why: "A network interface takes its address from the subnet it stands in; Azure refuses any \
          other.",
    recommendation: "Use an address of the subnet, or let Azure choose one.",
    sources: &[&sources::NET_FAQ, &sources::PE_OVER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for endpoint in &cx.plan.private_endpoints {
        let subnet = endpoint.subnet.and_then(|id| cx.plan.subnet(id));
        let place = AddressPlace::PrivateEndpoint(endpoint.id);
        check_address(cx, out, place, &endpoint.static_address, subnet);
    }
    for firewall in &cx.plan.firewalls {
        let vnet = cx.plan.vnet(firewall.vnet);
        let mut subnets = vnet.iter().flat_map(|vnet| &vnet.subnets);
        let subnet = subnets.find(|subnet| subnet.purpose == SubnetPurpose::Firewall);
        let place = AddressPlace::Firewall(firewall.id);
        check_address(cx, out, place, &firewall.private_address, subnet);
    }
}

fn check_address(
    cx: &Context<'_>,
    out: &mut Findings,
    place: AddressPlace,
    text: &AddressText,
    subnet: Option<&Subnet>,
) {
    let (Some(address), Some(subnet)) = (text.address(), subnet) else {
        return;
    };
    let Some(prefix) = cx.prefix(subnet.id) else {
        return;
    };
    if prefix.contains_address(address) {
        return;
    }
    let name = wording::subnet(subnet);
    let finding = out.report(
        &RULE,
        place.subject(),
        format!("{address} is not in {name}"),
        format!(
            "Azure takes this address from {name}, which is {prefix}. Use an address of the subnet, or \
             leave it blank and let Azure choose.",
        ),
    );
    if let Some(free) = free_address(cx.plan, reserved::usable_range(prefix)) {
        finding.fix(
            Applicability::Suggested,
            format!("Use {free}"),
            move |plan| place.write(plan, free.into()),
        );
    }
    finding.fix(
        Applicability::Suggested,
        "Let Azure choose the address",
        move |plan| place.clear(plan),
    );
}

fn free_address(plan: &Plan, usable: Option<(Ipv4Addr, Ipv4Addr)>) -> Option<Ipv4Addr> {
    let (first, last) = usable?;
    first_unclaimed(plan, first, last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Firewall, PrivateEndpoint};
    use crate::rules::testing::{assert_silent, fixed, ml_plan, only, subnet, vnet};

    fn plan(address: &str) -> Plan {
        let mut plan = ml_plan("10.0.0.0/16", "10.0.1.0/24", "10.0.2.0/27");
        plan.private_endpoints.push(PrivateEndpoint {
            subnet: Some(subnet(&plan, "snet-pep")),
            static_address: AddressText::new(address),
            ..PrivateEndpoint::default()
        });
        plan
    }

    #[test]
    fn flags_an_address_of_another_subnet() {
        let plan = plan("10.0.1.9");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "10.0.1.9 is not in snet-pep");
        assert_eq!(
            finding.message,
            "Azure takes this address from snet-pep, which is 10.0.2.0/27. Use an address of the \
             subnet, or leave it blank and let Azure choose."
        );
        fixed(&RULE, &plan, "Use 10.0.2.4");
        fixed(&RULE, &plan, "Let Azure choose the address");
    }

    #[test]
    fn flags_a_firewall_outside_its_subnet() {
        let mut plan = Plan::default();
        let subnets = [(
            "AzureFirewallSubnet",
            SubnetPurpose::Firewall,
            "10.1.0.0/26",
        )];
        let hub = vnet(&mut plan, "vnet-hub", &["10.1.0.0/16"], &subnets);
        plan.firewalls.push(Firewall {
            vnet: hub,
            private_address: AddressText::new("10.1.1.4"),
            ..Firewall::default()
        });
        assert_eq!(
            only(&RULE, &plan).title,
            "10.1.1.4 is not in AzureFirewallSubnet"
        );
        fixed(&RULE, &plan, "Use 10.1.0.4");
    }

    #[test]
    fn passes_an_address_of_the_subnet_and_none() {
        assert_silent(&RULE, &plan("10.0.2.9"));
        assert_silent(&RULE, &plan(""));
    }
}
