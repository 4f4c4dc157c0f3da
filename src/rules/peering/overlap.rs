//! VNets that are peered have no address in common.

use crate::azure::sources;
use crate::domain::{Item, Placement, Subject, Vnet, VnetRole};
use crate::rules::readdress::offer_new_space;
use crate::rules::{Context, Finding, Findings, Rule, Severity, wording};

use super::{Shared, clashes, is_peered};

pub(super) const RULE: Rule = Rule {
    code: "PER002",
    name: "peered-vnets-overlap",
    facts: &["VNET-30"],
    severity: Severity::Error,
    synopsis: "The address spaces of peered VNets are disjoint.",
    why: "Azure refuses to peer VNets that share addresses, because it could not tell where to \
          send a packet.",
    recommendation: "Change the address space of one VNet before peering.",
    sources: &[&sources::NET_FAQ, &sources::NET_PEER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let joined = |a: &Vnet, b: &Vnet| is_peered(cx.plan, a.id, b.id);
    for (vnet, others) in clashes(cx.plan, joined) {
        let name = wording::vnet(vnet);
        let names = list_of(&others);
        let finding = out.report(
            &RULE,
            first_subject(vnet, &others),
            title(vnet, &others),
            format!(
                "Azure refuses to peer VNets whose address spaces overlap, in whole or in part. Change the \
                 address space of {names} or {name} before peering them.",
            ),
        );
        offer_moves(cx, finding, vnet, &others);
    }
}

/// The names of the other VNets.
pub(super) fn list_of(others: &[(&Vnet, Shared)]) -> String {
    let names: Vec<String> = others.iter().map(|(it, _)| wording::vnet(it)).collect();
    wording::list(&names)
}

/// What is shared by whom.
pub(super) fn title(vnet: &Vnet, others: &[(&Vnet, Shared)]) -> String {
    let (name, names) = (wording::vnet(vnet), list_of(others));
    match others {
        [(_, only)] => format!("{names} and {name} both use {}", only.prefix),
        _ => format!("{name} uses addresses of {names}"),
    }
}

/// The entry of the VNet that clashes first.
pub(super) fn first_subject(vnet: &Vnet, others: &[(&Vnet, Shared)]) -> Subject {
    let index = others.first().map_or(0, |(_, shared)| shared.second);
    Item::Vnet(vnet.id).entry("address_space", index)
}

/// Names the other ends, and offers to move a VNet: of two the one that is less trouble to move first, of
/// several the one that all of them clash with.
pub(super) fn offer_moves(
    cx: &Context<'_>,
    finding: &mut Finding,
    vnet: &Vnet,
    others: &[(&Vnet, Shared)],
) {
    for (other, shared) in others {
        finding.also(Item::Vnet(other.id).entry("address_space", shared.first));
    }
    let trouble = |vnet: &Vnet| {
        (
            vnet.placement == Placement::Existing,
            vnet.role == VnetRole::Workspace,
        )
    };
    match others {
        [(other, shared)] => {
            let mut ends = [(*other, shared.first), (vnet, shared.second)];
            if trouble(other) > trouble(vnet) {
                ends.reverse();
            }
            for (vnet, index) in ends {
                offer_new_space(finding, cx.plan, vnet, index);
            }
        }
        // Moving one entry helps only if all of them clash with that one.
        [(_, first), rest @ ..] if rest.iter().all(|(_, it)| it.second == first.second) => {
            offer_new_space(finding, cx.plan, vnet, first.second);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only, peer, peered_plan, vnet};

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
    fn flags_a_vnet_once_for_all_peers_that_it_clashes_with() {
        let mut plan = peered_plan("10.0.0.0/24", "10.0.1.0/24");
        let (a, b) = (plan.vnets[0].id, plan.vnets[1].id);
        let c = vnet(&mut plan, "vnet-c", &["10.0.0.0/16"], &[]);
        peer(&mut plan, a, c);
        peer(&mut plan, b, c);
        assert_eq!(
            only(&RULE, &plan).title,
            "vnet-c uses addresses of vnet-a and vnet-b"
        );
        fixed(&RULE, &plan, "Move vnet-c to 10.20.0.0/16");
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
