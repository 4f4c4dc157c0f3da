//! A fixed address is not one of the five that Azure keeps in each subnet.

use std::net::Ipv4Addr;

use crate::azure::{reserved, sources};
use crate::domain::{Plan, Prefix, Subnet};
use crate::rules::written::AddressPlace;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "NET013",
    name: "static-address-reserved",
    facts: &["VNET-20"],
    severity: Severity::Error,
    synopsis: "No fixed address is one of the first four or the last of its subnet.",
    why: "In each subnet Azure keeps the first four addresses and the last: network, gateway, two \
          for DNS, broadcast.",
    recommendation: "Use an address from the fifth on, or let Azure choose one.",
    sources: &[&sources::NET_FAQ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (place, text) in cx.written_addresses() {
        let Some(address) = text.address() else {
            continue;
        };
        let Some((subnet, prefix)) = subnet_of(cx, address) else {
            continue;
        };
        let Some((first, last)) = reserved::usable_range(prefix) else {
            continue;
        };
        if (first..=last).contains(&address) || means_another_network(place) {
            continue;
        }
        let finding = out.report(
            &RULE,
            place.subject(),
            format!(
                "{address} is reserved by Azure in {}",
                wording::subnet(subnet)
            ),
            format!(
                "Azure keeps the first four addresses and the last one of {prefix}. The first \
                 assignable address is {first}, the last {last}.",
            ),
        );
        if let Some(free) = first_unclaimed(cx.plan, first, last) {
            finding.fix(
                Applicability::Suggested,
                format!("Use {free}"),
                move |plan| place.write(plan, free.into()),
            );
        }
        if matches!(place, AddressPlace::PrivateEndpoint(_)) {
            finding.fix(
                Applicability::Suggested,
                "Let Azure choose the address",
                move |plan| place.clear(plan),
            );
        }
    }
}

/// The DNS service address lies in a range of the cluster's own; that it overlaps a subnet is another
/// rule's finding.
fn means_another_network(place: AddressPlace) -> bool {
    matches!(place, AddressPlace::DnsService(_))
}

/// The subnet that contains the address.
fn subnet_of<'a>(cx: &Context<'a>, address: Ipv4Addr) -> Option<(&'a Subnet, Prefix)> {
    cx.plan.subnets().find_map(|(_, subnet)| {
        let prefix = cx.prefix(subnet.id)?;
        prefix.contains_address(address).then_some((subnet, prefix))
    })
}

/// The first address from `first` to `last` that is written nowhere in the plan.
pub(super) fn first_unclaimed(plan: &Plan, first: Ipv4Addr, last: Ipv4Addr) -> Option<Ipv4Addr> {
    let claimed: Vec<Ipv4Addr> = crate::rules::written::written_addresses(plan)
        .filter_map(|(_, text)| text.address())
        .collect();
    (u32::from(first)..=u32::from(last))
        .map(Ipv4Addr::from)
        .find(|address| !claimed.contains(address))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AddressText, PrivateEndpoint};
    use crate::rules::testing::{assert_silent, fixed, ml_plan, only, subnet};

    fn plan(address: &str) -> Plan {
        let mut plan = ml_plan("10.0.0.0/16", "", "10.0.1.0/24");
        plan.private_endpoints.push(PrivateEndpoint {
            subnet: Some(subnet(&plan, "snet-pep")),
            static_address: AddressText::new(address),
            ..PrivateEndpoint::default()
        });
        plan
    }

    #[test]
    fn flags_the_reserved_addresses_of_a_subnet() {
        for address in ["10.0.1.0", "10.0.1.3", "10.0.1.255"] {
            let finding = only(&RULE, &plan(address));
            assert_eq!(
                finding.title,
                format!("{address} is reserved by Azure in snet-pep")
            );
            assert_eq!(
                finding.message,
                "Azure keeps the first four addresses and the last one of 10.0.1.0/24. The first \
                 assignable address is 10.0.1.4, the last 10.0.1.254."
            );
        }
        fixed(&RULE, &plan("10.0.1.3"), "Use 10.0.1.4");
        let plan = fixed(&RULE, &plan("10.0.1.3"), "Let Azure choose the address");
        assert!(plan.private_endpoints[0].static_address.is_blank());
    }

    #[test]
    fn flags_a_dns_server_at_the_gateway_and_skips_claimed_addresses() {
        let mut plan = plan("10.0.1.4");
        plan.vnets[0].dns_servers = vec![AddressText::new("10.0.1.1")];
        fixed(&RULE, &plan, "Use 10.0.1.5");
    }

    #[test]
    fn passes_assignable_addresses() {
        for address in ["10.0.1.4", "10.0.1.254", ""] {
            assert_silent(&RULE, &plan(address));
        }
    }
}
