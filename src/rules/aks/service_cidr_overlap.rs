//! The service CIDR is used nowhere else: its addresses always mean Kubernetes services inside the cluster.

use crate::azure::sources;
use crate::domain::{AksCluster, Item, Prefix};
use crate::rules::ranges::{self, Range};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "AKS012",
    name: "aks-service-cidr-overlap",
    facts: &["AKS-27", "VNET-13", "VNET-32"],
    severity: Severity::Error,
    synopsis: "The service CIDR overlaps neither the VNet, its peers, its subnets, on-premises, the pods nor \
               a range that AKS refuses.",
    why: "Traffic to a service address never leaves the node, so whatever else has that address \
          becomes unreachable. The range cannot be replaced later.",
    recommendation: "Choose a range that nothing the cluster talks to uses, such as 10.96.0.0/16.",
    sources: &[&sources::AKS_LEGACY, &sources::AKS_CNI, &sources::SEED_A],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for aks in &cx.plan.aks {
        let Some(cidr) = aks.service_cidr.prefix() else {
            continue;
        };
        let clashes = clashes(cx, aks, cidr);
        let Some(first) = clashes.first() else {
            continue;
        };
        let shared = ranges::span(ranges::shared(cidr, first.prefix));
        let message = if first.subject.is_some() {
            format!(
                "Inside the cluster this range always means Kubernetes services, so pods could never reach \
                 {shared} there. Choose a range that nothing else uses."
            )
        } else {
            format!("AKS keeps {shared} for itself and refuses the cluster. Choose another range.")
        };
        let finding = out.report(
            &RULE,
            Item::Aks(aks.id).field("service_cidr"),
            format!(
                "The service CIDR of {} overlaps {}",
                super::name(aks),
                super::labels(&clashes)
            ),
            message,
        );
        for subject in clashes.iter().filter_map(|clash| clash.subject) {
            finding.also(subject);
        }
        super::offer_service_cidr(cx, aks, finding);
    }
}

/// What the range must not overlap, and does.
fn clashes(cx: &Context<'_>, aks: &AksCluster, cidr: Prefix) -> Vec<Range> {
    let mut all = Vec::new();
    for vnet in super::vnets_of(cx.plan, aks) {
        all.extend(ranges::address_space(vnet));
        all.extend(ranges::subnets(cx, vnet));
        all.extend(ranges::peer_spaces(cx.plan, vnet.id));
    }
    all.extend(ranges::on_premises(cx.plan));
    all.extend(ranges::pods(aks));
    all.extend(ranges::refused_by_aks());
    all.retain(|range| range.prefix.overlaps(cidr));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{OnPremisesLink, Plan, PrefixText};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    fn plan(cidr: &str) -> Plan {
        let mut plan = scenario::aks_inference();
        plan.aks[0].service_cidr = PrefixText::new(cidr);
        plan
    }

    #[test]
    fn flags_the_vnet_with_both_ends_and_moves_the_dns_address_along() {
        let finding = only(&RULE, &plan("10.50.0.0/16"));
        assert!(
            finding.title.starts_with(
                "The service CIDR of aks-pricing-prod overlaps vnet-pricing-ml-prod 10.50.0.0/16"
            ),
            "{}",
            finding.title
        );
        assert_eq!(
            finding.message,
            "Inside the cluster this range always means Kubernetes services, so pods could never reach \
             10.50.0.0 – 10.50.255.255 there. Choose a range that nothing else uses."
        );
        let keys: Vec<String> = finding
            .subjects
            .iter()
            .map(|subject| subject.key())
            .collect();
        assert!(
            keys.iter().any(|key| key.ends_with("address_space-0")),
            "{keys:?}"
        );
        let plan = mended(
            &RULE,
            &plan("10.50.0.0/16"),
            "Use 10.96.0.0/16 and DNS IP 10.96.0.10",
        );
        assert_eq!(plan.aks[0].service_cidr.as_str(), "10.96.0.0/16");
        assert_eq!(plan.aks[0].dns_service_ip.as_str(), "10.96.0.10");
    }

    #[test]
    fn keeps_size_and_place_of_the_dns_address() {
        let mut plan = plan("10.50.64.0/20");
        plan.aks[0].dns_service_ip = crate::domain::AddressText::new("10.50.64.53");
        let plan = mended(&RULE, &plan, "Use 10.96.0.0/20 and DNS IP 10.96.0.53");
        assert_eq!(plan.aks[0].dns_service_ip.as_str(), "10.96.0.53");
    }

    #[test]
    fn flags_on_premises_pods_and_refused_ranges() {
        let mut on_premises = plan("10.96.0.0/16");
        on_premises.on_premises.link = OnPremisesLink::ExpressRoute;
        on_premises.on_premises.prefixes = vec![PrefixText::new("10.96.0.0/12")];
        assert_eq!(
            only(&RULE, &on_premises).title,
            "The service CIDR of aks-pricing-prod overlaps on-premises 10.96.0.0/12"
        );
        mended(
            &RULE,
            &on_premises,
            "Use 10.112.0.0/16 and DNS IP 10.112.0.10",
        );
        assert_eq!(
            only(&RULE, &plan("10.244.0.0/16")).title,
            "The service CIDR of aks-pricing-prod overlaps the pods of aks-pricing-prod 10.244.0.0/16"
        );
        assert_eq!(
            only(&RULE, &plan("172.31.0.0/16")).message,
            "AKS keeps 172.31.0.0 – 172.31.255.255 for itself and refuses the cluster. Choose another \
             range."
        );
    }

    #[test]
    fn passes_a_range_of_its_own() {
        assert_silent(&RULE, &plan("10.96.0.0/16"));
        assert_silent(&RULE, &plan("10.50.0."));
    }
}
