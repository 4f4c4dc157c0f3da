//! Every private endpoint finds the private DNS zones that its names belong in.

use crate::azure::private_dns_zones::zones_for;
use crate::azure::sources;
use crate::domain::{DnsMode, Item, PrivateEndpoint, ZoneKind};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, fixes, wording, zones};
use crate::topology::needed_zones;

pub(super) const RULE: Rule = Rule {
    code: "DNS001",
    name: "private-dns-zone-missing",
    facts: &[
        "DNS-1", "DNS-2", "DNS-3", "DNS-4", "DNS-5", "DNS-6", "DNS-23",
    ],
    severity: Severity::Error,
    synopsis: "The plan has the private DNS zones of all its private endpoints.",
    why: "Without its private zone a name resolves to the public address, which refuses the call.",
    recommendation: "Add the zone, linked to every VNet with clients.",
    sources: &[&sources::PE_DNS, &sources::AML_DNS],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    if plan.dns.mode == DnsMode::Custom {
        return; // Its own servers answer; another rule says what they must forward.
    }
    let missing: Vec<ZoneKind> = needed_zones(plan)
        .into_iter()
        .filter(|kind| plan.zone(*kind).is_none())
        .collect();
    if missing.is_empty() {
        return;
    }
    let names: Vec<String> = missing
        .iter()
        .map(|kind| zones::name(plan, *kind))
        .collect();
    let needs = |endpoint: &&PrivateEndpoint| {
        zones_for(endpoint.kind)
            .iter()
            .any(|kind| missing.contains(kind))
    };
    let endpoints: Vec<&PrivateEndpoint> = plan.private_endpoints.iter().filter(needs).collect();
    let title = match &*names {
        [name] => format!("The plan has no zone {name}"),
        names => format!("The plan has no zones {}", wording::list(names)),
    };
    let finding = out.report(
        &RULE,
        Item::Dns.field("zones"),
        title,
        format!(
            "It is where {}. Without it clients get the public address of the service, which does not \
             answer them.",
            register(&endpoints)
        ),
    );
    for endpoint in endpoints {
        finding.also(Item::PrivateEndpoint(endpoint.id));
    }
    let label = if missing.len() == 1 {
        "Add the zone"
    } else {
        "Add the zones"
    };
    finding.fix(Applicability::Suggested, label, move |plan| {
        for kind in &missing {
            fixes::add_zone(plan, *kind);
        }
    });
}

/// Who registers: `pep-a has its names`, `pep-a and pep-b have their names`.
fn register(endpoints: &[&PrivateEndpoint]) -> String {
    let names: Vec<String> = endpoints
        .iter()
        .map(|endpoint| wording::name_or(&endpoint.name, "private endpoint"))
        .collect();
    let verb = if names.len() == 1 {
        "has its names"
    } else {
        "have their names"
    };
    format!("{} {verb}", wording::list(&names))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};
    use crate::samples::with;

    #[test]
    fn flags_a_missing_zone_and_links_the_new_one_like_the_others() {
        let plan = with(scenario::batch_scoring(), |plan| {
            plan.dns.zones.retain(|zone| zone.kind != ZoneKind::Queue);
        });
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            format!(
                "The plan has no zone {}",
                zones::name(&plan, ZoneKind::Queue)
            )
        );
        assert_eq!(
            finding.message,
            "It is where pep-fraud-queue-prod has its names. Without it clients get the public address of the \
             service, which does not answer them."
        );
        let plan = mended(&RULE, &plan, "Add the zone");
        assert_eq!(plan.zone(ZoneKind::Queue).expect("added").links.len(), 2);
    }

    #[test]
    fn flags_all_missing_zones_at_once() {
        let plan = with(scenario::batch_scoring(), |plan| plan.dns.zones.clear());
        mended(&RULE, &plan, "Add the zones");
    }

    #[test]
    fn passes_complete_plans_and_custom_servers() {
        assert_silent(&RULE, &scenario::everything());
        let plan = with(scenario::batch_scoring(), |plan| {
            plan.dns.zones.clear();
            plan.dns.mode = DnsMode::Custom;
        });
        assert_silent(&RULE, &plan);
    }
}
