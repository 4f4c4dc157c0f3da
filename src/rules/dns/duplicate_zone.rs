//! One zone for each name, for everything that is connected.

use crate::azure::sources;
use crate::domain::{Item, Plan, ZoneId};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, zones};

pub(super) const RULE: Rule = Rule {
    code: "DNS003",
    name: "private-dns-zone-twice",
    facts: &["DNS-24"],
    severity: Severity::Warning,
    synopsis: "A plan has one private DNS zone of each name.",
    why: "Two zones of one name split the answers, and a VNet can be linked to only one of them.",
    recommendation: "Keep one zone and link it to all VNets.",
    sources: &[&sources::PE_DNS],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let all = &cx.plan.dns.zones;
    for (index, zone) in all.iter().enumerate() {
        let Some(first) = all.iter().take(index).find(|other| other.kind == zone.kind) else {
            continue;
        };
        let (keep, merge) = (first.id, zone.id);
        out.report(
            &RULE,
            Item::Zone(merge),
            format!("{} is in the plan twice", zones::name(cx.plan, zone.kind)),
            "An endpoint registers in one zone of a name only. VNets linked to the other one get no answer.",
        )
        .also(Item::Zone(keep))
        .fix(Applicability::Suggested, "Keep the first, with all links", move |plan| {
            unite(plan, keep, merge);
        });
    }
}

fn unite(plan: &mut Plan, keep: ZoneId, merge: ZoneId) {
    let links = plan
        .zone_mut(merge)
        .map(|zone| zone.links.clone())
        .unwrap_or_default();
    if let Some(zone) = plan.zone_mut(keep) {
        for link in links {
            if !zone.links.contains(&link) {
                zone.links.push(link);
            }
        }
    }
    plan.remove(Item::Zone(merge));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_a_second_zone_of_one_name_and_keeps_its_links() {
        let mut plan = scenario::batch_scoring();
        let mut second = plan.dns.zones[0].clone();
        second.id = ZoneId(plan.next_id());
        let jump = plan.vnets[0].id;
        plan.dns.zones[0].links.retain(|link| *link != jump);
        plan.dns.zones.push(second);
        assert!(only(&RULE, &plan).title.ends_with("is in the plan twice"));
        let plan = mended(&RULE, &plan, "Keep the first, with all links");
        assert!(plan.dns.zones[0].links.contains(&jump));
    }

    #[test]
    fn passes_one_zone_of_each_name() {
        assert_silent(&RULE, &scenario::everything());
    }
}
