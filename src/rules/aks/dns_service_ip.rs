//! The DNS service address lies in the service CIDR, where no other service is.

use std::net::Ipv4Addr;

use crate::azure::aks_limits::API_SERVICE_OFFSET;
use crate::azure::sources;
use crate::domain::{AddressText, Item, Prefix};
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "AKS013",
    name: "aks-dns-service-ip",
    facts: &["AKS-29"],
    severity: Severity::Error,
    synopsis: "The DNS service IP address is inside the service CIDR, and neither its first nor its last \
               address nor the address of the Kubernetes API service.",
    why: "The first address of the service CIDR is the Kubernetes API's; a DNS address outside \
          the range is never answered.",
    recommendation: "Use the tenth address of the service CIDR.",
    sources: &[&sources::AKS_IPPLAN, &sources::SEED_A],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for aks in &cx.plan.aks {
        let Some(cidr) = aks.service_cidr.prefix() else {
            continue;
        };
        let (title, message) = if aks.dns_service_ip.as_str().trim().is_empty() {
            (
                format!("{} has no DNS service IP address", super::name(aks)),
                "A service CIDR of your own needs a DNS address inside it: pods ask there for every name."
                    .to_owned(),
            )
        } else {
            let Some(problem) = aks
                .dns_service_ip
                .address()
                .and_then(|address| problem(address, cidr))
            else {
                continue;
            };
            problem
        };
        let finding = out.report(
            &RULE,
            Item::Aks(aks.id).field("dns_service_ip"),
            title,
            message,
        );
        finding.also(Item::Aks(aks.id).field("service_cidr"));
        if let Some(address) = super::usual_dns(cidr) {
            let id = aks.id;
            finding.fix(
                Applicability::Suggested,
                format!("Use {address}"),
                move |plan| {
                    if let Some(aks) = plan.aks_cluster_mut(id) {
                        aks.dns_service_ip = AddressText::from(address);
                    }
                },
            );
        }
    }
}

/// What is wrong with the address, if anything.
fn problem(address: Ipv4Addr, cidr: Prefix) -> Option<(String, String)> {
    if !cidr.contains_address(address) {
        return Some((
            format!("{address} is outside the service CIDR {cidr}"),
            "Kubernetes gives its DNS service an address like every other service, so it comes from the \
             service CIDR."
                .to_owned(),
        ));
    }
    if Some(address) == cidr.nth(API_SERVICE_OFFSET.value) {
        return Some((
            "First address of the service CIDR".to_owned(),
            format!(
                "Kubernetes gives {address} to its own API service. Creating the cluster fails when DNS \
                 asks for it too."
            ),
        ));
    }
    if address == cidr.first() || address == cidr.last() {
        let which = if address == cidr.first() {
            "network"
        } else {
            "broadcast"
        };
        return Some((
            format!("{address} is the {which} address of the service CIDR"),
            format!("No service can have it. {cidr} has other addresses for DNS."),
        ));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Plan, PrefixText};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    fn plan(cidr: &str, dns: &str) -> Plan {
        let mut plan = scenario::aks_inference();
        plan.aks[0].service_cidr = PrefixText::new(cidr);
        plan.aks[0].dns_service_ip = AddressText::new(dns);
        plan
    }

    #[test]
    fn flags_the_first_address_and_offers_the_tenth() {
        let plan = plan("10.96.0.0/16", "10.96.0.1");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "First address of the service CIDR");
        assert_eq!(
            finding.message,
            "Kubernetes gives 10.96.0.1 to its own API service. Creating the cluster fails when DNS asks \
             for it too."
        );
        mended(&RULE, &plan, "Use 10.96.0.10");
    }

    #[test]
    fn flags_outside_network_broadcast_and_nothing() {
        for (dns, title) in [
            (
                "10.0.0.10",
                "10.0.0.10 is outside the service CIDR 10.96.0.0/16",
            ),
            (
                "10.96.0.0",
                "10.96.0.0 is the network address of the service CIDR",
            ),
            (
                "10.96.255.255",
                "10.96.255.255 is the broadcast address of the service CIDR",
            ),
            (" ", "aks-pricing-prod has no DNS service IP address"),
        ] {
            let plan = plan("10.96.0.0/16", dns);
            assert_eq!(only(&RULE, &plan).title, title);
            mended(&RULE, &plan, "Use 10.96.0.10");
        }
    }

    #[test]
    fn offers_what_fits_into_a_small_range() {
        mended(&RULE, &plan("10.96.0.0/29", "10.96.0.1"), "Use 10.96.0.2");
    }

    #[test]
    fn passes_an_address_inside_and_half_typed_text() {
        assert_silent(&RULE, &plan("10.96.0.0/16", "10.96.0.53"));
        assert_silent(&RULE, &plan("10.96.0.0/16", "10.96.0."));
        assert_silent(&RULE, &plan("", "10.96.0.10"));
    }
}
