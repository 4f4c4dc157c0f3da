//! The subnets of a VNet have no address in common.

use crate::azure::sources;
use crate::domain::{Item, Prefix, Subnet, Vnet};
use crate::rules::refit::offer_place;
use crate::rules::{Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "SUB003",
    name: "subnets-overlap",
    facts: &["VNET-7"],
    severity: Severity::Error,
    synopsis: "The subnets of a VNet do not overlap.",
    why: "One address would belong to two subnets; Azure refuses the second.",
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
        for (position, &(subnet, prefix)) in written.iter().enumerate() {
            let earlier = written.iter().take(position);
            let others: Vec<&(&Subnet, Prefix)> = earlier
                .filter(|(_, other)| other.overlaps(prefix))
                .collect();
            report(cx, out, vnet, (subnet, prefix), &others);
        }
    }
}

/// Reports a subnet that overlaps others, once for all of them.
fn report(
    cx: &Context<'_>,
    out: &mut Findings,
    vnet: &Vnet,
    (subnet, prefix): (&Subnet, Prefix),
    others: &[&(&Subnet, Prefix)],
) {
    let [(first, other), rest @ ..] = others else {
        return;
    };
    let names: Vec<String> = others.iter().map(|(it, _)| wording::subnet(it)).collect();
    let name = wording::subnet(subnet);
    let shared = if prefix.contains(*other) {
        *other
    } else {
        prefix
    };
    let finding = out.report(
        &RULE,
        Item::Subnet(subnet.id).field("prefix"),
        format!("{name} overlaps {}", wording::list(&names)),
        format!(
            "{} and {name} both have {shared}, and Azure gives an address to one subnet only. Move one of \
             them to a free block of {}.",
            wording::subnet(first),
            wording::vnet(vnet)
        ),
    );
    for (other, _) in others {
        finding.also(Item::Subnet(other.id).field("prefix"));
    }
    offer_place(cx, finding, vnet, subnet, prefix.length());
    // With several others, moving one of them would leave the rest.
    if rest.is_empty() {
        offer_place(cx, finding, vnet, first, other.length());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Placement, SubnetPurpose};
    use crate::rules::testing::{assert_silent, fixed, ml_plan, only, subnet_mut, vnet};

    #[test]
    fn flags_both_subnets_and_moves_either() {
        let plan = ml_plan("10.0.0.0/16", "10.0.0.0/24", "10.0.0.128/25");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "snet-pep overlaps snet-train");
        assert_eq!(
            finding.message,
            "snet-train and snet-pep both have 10.0.0.128/25, and Azure gives an address to one subnet \
             only. Move one of them to a free block of vnet-ml."
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
    fn flags_a_subnet_once_for_all_that_it_overlaps() {
        let mut plan = crate::domain::Plan::default();
        let subnets = [
            ("a", SubnetPurpose::Other, "10.0.0.0/25"),
            ("b", SubnetPurpose::Other, "10.0.0.128/25"),
            ("c", SubnetPurpose::Other, "10.0.0.0/24"),
        ];
        vnet(&mut plan, "vnet-ml", &["10.0.0.0/16"], &subnets);
        assert_eq!(only(&RULE, &plan).title, "c overlaps a and b");
        fixed(&RULE, &plan, "Move c to 10.0.1.0/24");
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
