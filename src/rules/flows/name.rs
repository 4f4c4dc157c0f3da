//! The names of private endpoints lead to their private addresses, wherever a workload asks.

use super::report;
use crate::azure::private_dns_zones::zones_for;
use crate::azure::sources;
use crate::domain::{Item, Plan, ZoneId};
use crate::flow::Party;
use crate::rules::required::{Blocker, Cause};
use crate::rules::{Applicability, Context, Finding, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "FLW004",
    name: "required-flow-to-wrong-address",
    facts: &["DNS-23", "DNS-25", "DNS-27"],
    severity: Severity::Error,
    synopsis: "Every workload gets the private addresses of the endpoints that it uses.",
    why: "A client that gets the public address goes past the private endpoint, and the public endpoint is \
          closed to it.",
    recommendation: "Link the zones to the VNet, or forward the names from its DNS servers to Azure.",
    sources: &[&sources::PE_DNS, &sources::AML_DNS],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let advice = "The request would go past the private endpoint.";
    report(cx, out, &RULE, Blocker::Name, advice, &|cause, finding| {
        offer(cx.plan, cause, finding);
    });
}

fn offer(plan: &Plan, cause: &Cause<'_>, finding: &mut Finding) {
    let confirm = |finding: &mut Finding| {
        if !plan.dns.forwarders_confirmed {
            confirm(finding);
        }
    };
    let Item::Vnet(vnet) = cause.subject.item else {
        return confirm(finding);
    };
    let own_servers = plan
        .vnet(vnet)
        .is_some_and(|vnet| vnet.dns_servers.iter().any(|server| !server.is_blank()));
    if own_servers {
        return confirm(finding);
    }
    // Every zone of the endpoints, since an endpoint may have names in several.
    let mut zones: Vec<ZoneId> = Vec::new();
    for flow in &cause.flows {
        let Party::PrivateEndpoint(id) = flow.probe.to else {
            continue;
        };
        let kinds = plan
            .private_endpoint(id)
            .map(|endpoint| zones_for(endpoint.kind));
        for kind in kinds.into_iter().flatten() {
            if let Some(zone) = plan.zone(*kind)
                && !zone.links.contains(&vnet)
                && !zones.contains(&zone.id)
            {
                zones.push(zone.id);
            }
        }
    }
    if zones.is_empty() {
        return;
    }
    let count = wording::count(zones.len().try_into().unwrap_or(u64::MAX), "zone", "zones");
    let label = format!("Link {count} to {}", wording::vnet_id(plan, vnet));
    finding.fix(Applicability::Certain, label, move |plan| {
        for id in &zones {
            if let Some(zone) = plan.zone_mut(*id) {
                zone.links.push(vnet);
            }
        }
    });
}

fn confirm(finding: &mut Finding) {
    let label = "Confirm that the DNS servers forward to Azure";
    finding.fix(Applicability::Suggested, label, |plan| {
        plan.dns.forwarders_confirmed = true;
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};
    use crate::samples::with;

    #[test]
    fn flags_people_on_premises_whose_servers_are_not_known_to_forward() {
        let plan = with(scenario::hub_spoke_firewall(), |plan| {
            plan.dns.forwarders_confirmed = false;
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "3 required flows of People on-premises fail");
        assert_eq!(finding.severity, Severity::Warning);
        mended(
            &RULE,
            &plan,
            "Confirm that the DNS servers forward to Azure",
        );
    }

    #[test]
    fn flags_a_vnet_without_links_and_leaves_it_to_the_rule_about_links() {
        let plan = with(scenario::batch_scoring(), |plan| {
            let jump = plan.vnets[0].id;
            for zone in &mut plan.dns.zones {
                zone.links.retain(|link| *link != jump);
            }
        });
        let finding = only(&RULE, &plan);
        assert!(
            finding
                .message
                .contains("is not linked to vnet-fraud-jump-prod"),
            "{}",
            finding.message
        );
        let label = finding.fixes.first().expect("a fix").label.clone();
        mended(&RULE, &plan, &label);
        let all = crate::rules::check(&plan);
        assert!(!all.iter().any(|finding| finding.rule == &RULE));
        assert!(all.iter().any(|finding| finding.rule.code == "DNS002"));
    }

    #[test]
    fn passes_every_sample() {
        for sample in crate::samples::ALL {
            assert_silent(&RULE, &(sample.build)());
        }
    }
}
