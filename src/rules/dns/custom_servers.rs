//! DNS servers of one's own forward the names of private endpoints to Azure.

use crate::azure::private_dns_zones::AZURE_DNS;
use crate::azure::sources;
use crate::domain::{DnsMode, Item};
use crate::rules::{Context, Findings, Rule, Severity, wording, zones};
use crate::topology::needed_zones;

pub(super) const RULE: Rule = Rule {
    code: "DNS004",
    name: "custom-dns-forwarders",
    facts: &["DNS-25"],
    severity: Severity::Warning,
    synopsis: "Custom DNS servers forward the public names of private endpoints to Azure DNS.",
    why: "Custom servers know nothing of private zones. Unless they ask 168.63.129.16, they give \
          the public address.",
    recommendation: "Add conditional forwarders, and confirm them in the plan.",
    sources: &[&sources::PE_DNS, &sources::AML_DNS],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let needed = needed_zones(plan);
    if plan.dns.forwarders_confirmed || needed.is_empty() {
        return;
    }
    let advice = format!(
        "Clients ask these servers and get public addresses, unless the servers forward {} to {}, or to a DNS \
         private resolver. Confirm in the plan once they do.",
        wording::list(&zones::forwarded(plan, &needed)),
        AZURE_DNS.value
    );
    let mut any = false;
    for vnet in &plan.vnets {
        let servers = vnet.dns_servers.iter().filter(|server| !server.is_blank());
        let count = servers.count();
        if count == 0 {
            continue;
        }
        any = true;
        out.report(
            &RULE,
            Item::Vnet(vnet.id).field("dns_servers"),
            format!(
                "{} asks {} of its own",
                wording::vnet(vnet),
                wording::count(
                    count.try_into().unwrap_or(u64::MAX),
                    "DNS server",
                    "DNS servers"
                )
            ),
            advice.clone(),
        )
        .also(Item::Dns.field("forwarders_confirmed"));
    }
    if !any && plan.dns.mode == DnsMode::Custom {
        out.report(
            &RULE,
            Item::Dns.field("forwarders_confirmed"),
            "Custom DNS servers must know the private endpoints",
            advice,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AddressText;
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_servers_until_their_forwarders_are_confirmed() {
        let mut plan = scenario::batch_scoring();
        assert_silent(&RULE, &plan);
        plan.vnets[0].dns_servers =
            vec![AddressText::new("10.1.1.4"), AddressText::new("10.1.1.5")];
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "vnet-fraud-jump-prod asks 2 DNS servers of its own"
        );
        assert!(
            finding.message.contains("blob.core.windows.net"),
            "{}",
            finding.message
        );
        assert!(
            finding.message.contains("168.63.129.16"),
            "{}",
            finding.message
        );
        plan.dns.forwarders_confirmed = true;
        assert_silent(&RULE, &plan);
    }

    #[test]
    fn flags_custom_mode_without_servers_in_the_plan() {
        let mut plan = scenario::batch_scoring();
        plan.dns.mode = DnsMode::Custom;
        assert_eq!(
            only(&RULE, &plan).title,
            "Custom DNS servers must know the private endpoints"
        );
    }

    #[test]
    fn passes_azure_dns() {
        assert_silent(&RULE, &scenario::batch_scoring());
    }
}
