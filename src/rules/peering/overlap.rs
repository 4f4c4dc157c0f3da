//! VNets that are peered have no address in common.

use crate::azure::sources;
use crate::domain::{Item, Placement, Vnet, VnetRole};
use crate::rules::readdress::offer_new_space;
use crate::rules::{Context, Finding, Findings, Rule, Severity, wording};

use super::{Shared, is_peered, pairs, shared};

pub(super) const RULE: Rule = Rule {
    code: "PER002",
    name: "peered-vnets-overlap",
    facts: &["VNET-30"],
    severity: Severity::Error,
    synopsis: "The address spaces of peered VNets are disjoint.",
    recommendation: "Change the address space of one VNet before peering.",
    sources: &[&sources::NET_FAQ, &sources::NET_PEER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (first, second) in pairs(cx.plan) {
        if !is_peered(cx.plan, first.id, second.id) {
            continue;
        }
        let Some(overlap) = shared(first, second) else {
            continue;
        };
        let (a, b) = (wording::vnet(first), wording::vnet(second));
        let finding = out.report(
            &RULE,
            Item::Vnet(first.id).entry("address_space", overlap.first),
            format!("{a} and {b} both use {}", overlap.prefix),
            format!(
                "Azure refuses to peer VNets whose address spaces overlap, in whole or in part. Change \
                 the address space of {a} or {b} before peering them.",
            ),
        );
        finding.also(Item::Vnet(second.id).entry("address_space", overlap.second));
        offer_moves(cx, finding, (first, second), overlap);
    }
}

/// Offers to move either VNet, first the one that is less trouble to move.
pub(super) fn offer_moves(
    cx: &Context<'_>,
    finding: &mut Finding,
    (first, second): (&Vnet, &Vnet),
    overlap: Shared,
) {
    let trouble = |vnet: &Vnet| {
        (
            vnet.placement == Placement::Existing,
            vnet.role == VnetRole::Workspace,
        )
    };
    let mut ends = [(first, overlap.first), (second, overlap.second)];
    if trouble(first) > trouble(second) {
        ends.reverse();
    }
    for (vnet, index) in ends {
        offer_new_space(finding, cx.plan, vnet, index);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only, peered_plan};

    #[test]
    fn flags_peered_vnets_that_share_addresses() {
        let plan = peered_plan("10.0.0.0/16", "10.0.128.0/17");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "vnet-a and vnet-b both use 10.0.128.0/17");
        assert_eq!(
            finding.message,
            "Azure refuses to peer VNets whose address spaces overlap, in whole or in part. Change the \
             address space of vnet-a or vnet-b before peering them."
        );
        assert_eq!(finding.subjects.len(), 2, "both ends");
        fixed(&RULE, &plan, "Move vnet-a to 10.20.0.0/16");
        fixed(&RULE, &plan, "Move vnet-b to 10.20.0.0/17");
    }

    #[test]
    fn flags_an_overlap_once_although_both_directions_are_planned() {
        let mut plan = peered_plan("10.0.0.0/16", "10.0.0.0/16");
        only(&RULE, &plan);
        plan.peerings.truncate(1);
        only(&RULE, &plan);
    }

    #[test]
    fn flags_but_never_moves_an_existing_vnet() {
        let mut plan = peered_plan("10.0.0.0/16", "10.0.0.0/16");
        plan.vnets[0].placement = Placement::Existing;
        let labels: Vec<_> = only(&RULE, &plan)
            .fixes
            .into_iter()
            .map(|fix| fix.label)
            .collect();
        assert_eq!(labels, ["Move vnet-b to 10.20.0.0/16"]);
    }

    #[test]
    fn passes_disjoint_spaces_and_vnets_apart() {
        assert_silent(&RULE, &peered_plan("10.0.0.0/16", "10.1.0.0/16"));
        let mut apart = peered_plan("10.0.0.0/16", "10.0.0.0/16");
        apart.peerings.clear();
        assert_silent(&RULE, &apart);
    }
}
