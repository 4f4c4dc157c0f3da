//! Every VNet with clients is linked to the zones of the private endpoints.

use crate::azure::sources;
use crate::domain::{Item, VnetId, ZoneId};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording, zones};
use crate::topology::missing_links;

pub(super) const RULE: Rule = Rule {
    code: "DNS002",
    name: "private-dns-zone-not-linked",
    facts: &["DNS-23"],
    severity: Severity::Error,
    synopsis: "Each VNet whose machines use private endpoints and ask Azure DNS is linked to their zones.",
    why: "A private zone answers only in VNets that are linked to it; others get the public \
          address.",
    recommendation: "Link the zone to the VNet.",
    sources: &[&sources::AML_TRAIN, &sources::PE_DNS],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let missing = missing_links(plan);
    for vnet in &plan.vnets {
        // A zone that the plan lacks altogether is another finding.
        let zones: Vec<ZoneId> = missing
            .iter()
            .filter(|link| link.vnet == vnet.id)
            .filter_map(|link| link.zone)
            .collect();
        if zones.is_empty() {
            continue;
        }
        let names: Vec<String> = plan
            .dns
            .zones
            .iter()
            .filter(|zone| zones.contains(&zone.id))
            .map(|zone| zones::name(plan, zone.kind))
            .collect();
        let name = wording::vnet(vnet);
        let what = match &*names {
            [only] => only.clone(),
            _ => wording::count(names.len().try_into().unwrap_or(u64::MAX), "zone", "zones"),
        };
        let finding = out.report(
            &RULE,
            Item::Vnet(vnet.id),
            format!("{name} is not linked to {what}"),
            format!(
                "Machines there get public addresses for the names in {}, and the public endpoints are \
                 closed to them. Link the {}.",
                wording::list(&names),
                if names.len() == 1 { "zone" } else { "zones" },
            ),
        );
        for zone in &zones {
            finding.also(Item::Zone(*zone).field("links"));
        }
        let id = vnet.id;
        finding.fix(
            Applicability::Certain,
            format!("Link {what} to {name}"),
            move |plan| {
                for zone in &zones {
                    link(plan, *zone, id);
                }
            },
        );
    }
}

fn link(plan: &mut crate::domain::Plan, zone: ZoneId, vnet: VnetId) {
    if let Some(zone) = plan.zone_mut(zone) {
        zone.links.push(vnet);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AddressText, Plan, ZoneKind};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};
    use crate::samples::with;

    fn unlinked(kinds: impl Fn(ZoneKind) -> bool) -> Plan {
        with(scenario::batch_scoring(), |plan| {
            let jump = plan.vnets[0].id;
            let zones = plan.dns.zones.iter_mut().filter(|zone| kinds(zone.kind));
            for zone in zones {
                zone.links.retain(|link| *link != jump);
            }
        })
    }

    #[test]
    fn flags_one_zone_without_link_to_the_jump_host_vnet() {
        let plan = unlinked(|kind| kind == ZoneKind::Blob);
        let blob = zones::name(&plan, ZoneKind::Blob);
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            format!("vnet-fraud-jump-prod is not linked to {blob}")
        );
        assert_eq!(finding.subjects.len(), 2, "VNet and zone");
        mended(
            &RULE,
            &plan,
            &format!("Link {blob} to vnet-fraud-jump-prod"),
        );
    }

    #[test]
    fn flags_all_zones_of_a_vnet_in_one_finding() {
        let plan = unlinked(|_| true);
        assert_eq!(
            only(&RULE, &plan).title,
            "vnet-fraud-jump-prod is not linked to 8 zones"
        );
        mended(&RULE, &plan, "Link 8 zones to vnet-fraud-jump-prod");
    }

    #[test]
    fn passes_linked_vnets_and_vnets_with_dns_servers_of_their_own() {
        assert_silent(&RULE, &scenario::batch_scoring());
        let plan = with(unlinked(|_| true), |plan| {
            plan.vnets[0].dns_servers = vec![AddressText::new("10.1.1.4")];
        });
        assert_silent(&RULE, &plan);
    }
}
