//! The subnets of a VNet have no address in common.

use crate::azure::sources;
use crate::domain::{Item, Prefix, Subnet};
use crate::rules::refit::offer_place;
use crate::rules::{Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "SUB003",
    name: "subnets-overlap",
    facts: &["VNET-7"],
    severity: Severity::Error,
    synopsis: "The subnets of a VNet do not overlap.",
    recommendation: "Move one of the subnets to a free block.",
    sources: &[&sources::NET_FAQ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for vnet in &cx.plan.vnets {
        let written: Vec<(&Subnet, Prefix)> = vnet
            .subnets
            .iter()
            .filter_map(|subnet| Some((subnet, subnet.prefix.prefix()?)))
            .collect();
        for (position, &(first, one)) in written.iter().enumerate() {
            for &(second, other) in written.iter().skip(position.saturating_add(1)) {
                if !one.overlaps(other) {
                    continue;
                }
                let (a, b) = (wording::subnet(first), wording::subnet(second));
                let shared = if one.contains(other) { other } else { one };
                let finding = out.report(
                    &RULE,
                    Item::Subnet(second.id).field("prefix"),
                    format!("{b} overlaps {a}"),
                    format!(
                        "Both have {shared}, and Azure gives an address to one subnet only. Move one of \
                         them to a free block of {}.",
                        wording::vnet(vnet)
                    ),
                );
                finding.also(Item::Subnet(first.id).field("prefix"));
                offer_place(cx, finding, vnet, second, other.length());
                offer_place(cx, finding, vnet, first, one.length());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Placement, SubnetPurpose};
    use crate::rules::testing::{assert_silent, findings, fixed, ml_plan, only, subnet_mut, vnet};

    #[test]
    fn flags_both_subnets_and_moves_either() {
        let plan = ml_plan("10.0.0.0/16", "10.0.0.0/24", "10.0.0.128/25");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "snet-pep overlaps snet-train");
        assert_eq!(
            finding.message,
            "Both have 10.0.0.128/25, and Azure gives an address to one subnet only. Move one of them to \
             a free block of vnet-ml."
        );
        let keys: Vec<_> = finding
            .subjects
            .iter()
            .map(|subject| subject.key())
            .collect();
        assert_eq!(keys, ["subnet-3-prefix", "subnet-2-prefix"]);
        fixed(&RULE, &plan, "Move snet-pep to 10.0.1.0/25");
        fixed(&RULE, &plan, "Move snet-train to 10.0.1.0/24");
    }

    #[test]
    fn flags_each_pair() {
        let mut plan = crate::domain::Plan::default();
        let same = ["a", "b", "c"].map(|name| (name, SubnetPurpose::Other, "10.0.0.0/24"));
        vnet(&mut plan, "vnet-ml", &["10.0.0.0/16"], &same);
        assert_eq!(findings(&RULE, &plan).len(), 3);
    }

    #[test]
    fn flags_but_never_moves_an_existing_subnet() {
        let mut plan = ml_plan("10.0.0.0/16", "10.0.0.0/24", "10.0.0.128/25");
        subnet_mut(&mut plan, "snet-train").placement = Placement::Existing;
        assert_eq!(only(&RULE, &plan).fixes.len(), 1);
    }

    #[test]
    fn passes_neighbours() {
        assert_silent(&RULE, &ml_plan("10.0.0.0/16", "10.0.0.0/24", "10.0.1.0/25"));
    }
}
