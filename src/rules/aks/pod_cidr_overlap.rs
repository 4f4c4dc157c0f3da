//! The pod CIDR is used by nothing that pods talk to.

use std::net::Ipv4Addr;

use crate::azure::address_ranges::PRIVATE;
use crate::azure::sources;
use crate::domain::{AksCluster, Item, Prefix, PrefixText};
use crate::rules::ranges::{self, Range};
use crate::rules::{Applicability, Context, Finding, Findings, Rule, Severity};

/// Where a free pod range is looked for first.
pub(super) const USUAL: Ipv4Addr = Ipv4Addr::new(10, 244, 0, 0);

pub(super) const RULE: Rule = Rule {
    code: "AKS015",
    name: "aks-pod-cidr-overlap",
    facts: &["AKS-31", "VNET-13", "VNET-32"],
    severity: Severity::Error,
    synopsis: "The pod CIDR overlaps neither subnets, peered VNets, on-premises nor a range that AKS refuses, \
               and is private.",
    why: "Nodes send pod addresses to pods. If something else has them, it becomes unreachable, \
          and nodes may turn NotReady.",
    recommendation: "Choose a private range that nothing else uses, such as 10.244.0.0/16.",
    sources: &[&sources::AKS_OVERLAY, &sources::AKS_CNI],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for aks in &cx.plan.aks {
        let Some(cidr) = aks.pod_cidr.prefix().filter(|_| aks.uses_pod_cidr()) else {
            continue;
        };
        let subject = Item::Aks(aks.id).field("pod_cidr");
        let clashes = clashes(cx, aks, cidr);
        if let Some(first) = clashes.first() {
            let shared = ranges::span(ranges::shared(cidr, first.prefix));
            let message = if first.subject.is_some() {
                format!(
                    "A pod with an address of {shared} and a machine there could never tell each other \
                     apart. Choose a range that nothing else uses."
                )
            } else {
                format!(
                    "AKS keeps {shared} for itself and refuses the cluster. Choose another range."
                )
            };
            let title = format!(
                "The pod CIDR of {} overlaps {}",
                super::name(aks),
                super::labels(&clashes)
            );
            let finding = out.report(&RULE, subject, title, message);
            for subject in clashes.iter().filter_map(|clash| clash.subject) {
                finding.also(subject);
            }
            offer(cx, aks, cidr.length(), finding);
        } else if !PRIVATE.value.iter().any(|range| range.contains(cidr)) {
            let finding = out.report(
                &RULE,
                subject,
                format!(
                    "The pod CIDR of {} is public address space",
                    super::name(aks)
                ),
                format!(
                    "Pods could not reach the real owner of {}. AKS supports private ranges only.",
                    ranges::span(cidr)
                ),
            );
            finding.severity(Severity::Warning);
            offer(cx, aks, cidr.length(), finding);
        }
    }
}

/// Offers a free range of this length.
pub(super) fn offer(cx: &Context<'_>, aks: &AksCluster, length: u8, finding: &mut Finding) {
    let id = aks.id;
    let without = Item::Aks(id).field("pod_cidr");
    if let Some(free) = ranges::free(cx, USUAL, length, without) {
        finding.fix(
            Applicability::Suggested,
            format!("Use {free}"),
            move |plan| {
                if let Some(aks) = plan.aks_cluster_mut(id) {
                    aks.pod_cidr = PrefixText::from(free);
                }
            },
        );
    }
}

/// What the range must not overlap, and does. Its clash with the service CIDR is the service CIDR's finding.
fn clashes(cx: &Context<'_>, aks: &AksCluster, cidr: Prefix) -> Vec<Range> {
    let mut all = Vec::new();
    for vnet in super::vnets_of(cx.plan, aks) {
        all.extend(ranges::subnets(cx, vnet));
        all.extend(ranges::peer_spaces(cx.plan, vnet.id));
    }
    all.extend(ranges::on_premises(cx.plan));
    all.extend(ranges::refused_by_aks());
    all.retain(|range| range.prefix.overlaps(cidr));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{NetworkMode, Plan};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    fn plan(cidr: &str) -> Plan {
        let mut plan = scenario::aks_inference();
        plan.aks[0].pod_cidr = PrefixText::new(cidr);
        plan
    }

    #[test]
    fn flags_subnets_and_offers_the_usual_range() {
        let finding = only(&RULE, &plan("10.50.4.0/22"));
        assert_eq!(
            finding.title,
            "The pod CIDR of aks-pricing-prod overlaps snet-aks 10.50.4.0/24"
        );
        mended(&RULE, &plan("10.50.0.0/16"), "Use 10.244.0.0/16");
    }

    #[test]
    fn flags_a_range_that_merely_contains_a_refused_one() {
        let finding = only(&RULE, &plan("172.16.0.0/12"));
        assert!(finding.title.contains("172.30.0.0/16"), "{}", finding.title);
    }

    #[test]
    fn warns_of_public_space() {
        let finding = only(&RULE, &plan("20.0.0.0/16"));
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(
            finding.title,
            "The pod CIDR of aks-pricing-prod is public address space"
        );
        mended(&RULE, &plan("20.0.0.0/16"), "Use 10.244.0.0/16");
    }

    #[test]
    fn passes_a_range_of_its_own_and_modes_without_one() {
        assert_silent(&RULE, &plan("10.244.0.0/16"));
        let mut plan = plan("10.50.0.0/16");
        plan.aks[0].network_mode = NetworkMode::NodeSubnet;
        assert_silent(&RULE, &plan);
    }
}
