//! Two VNets that share a hub should not share addresses.

use crate::azure::sources;
use crate::domain::{Plan, Vnet};
use crate::rules::{Context, Findings, Rule, Severity, wording};

use super::overlap::{first_subject, offer_moves, title};
use super::{clashes, is_peered};

pub(super) const RULE: Rule = Rule {
    code: "PER003",
    name: "spokes-overlap",
    facts: &["VNET-31"],
    severity: Severity::Warning,
    synopsis: "VNets that are peered with the same hub have disjoint address spaces.",
    why: "The hub can reach only one of two spokes with the same addresses, and they never each \
          other.",
    recommendation: "Use disjoint spokes.",
    sources: &[&sources::NET_FAQ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    // Direct peering makes it an error, which is another rule's finding.
    let joined =
        |a: &Vnet, b: &Vnet| !is_peered(plan, a.id, b.id) && common_hub(plan, a, b).is_some();
    for (vnet, others) in clashes(plan, joined) {
        let hub = others
            .first()
            .and_then(|(other, _)| common_hub(plan, other, vnet));
        let Some(hub) = hub.map(wording::vnet) else {
            continue;
        };
        let finding = out.report(
            &RULE,
            first_subject(vnet, &others),
            format!("{} behind {hub}", title(vnet, &others)),
            format!(
                "Azure accepts it, because peering is not transitive, but {hub} can route an address to \
                 one of them only. Give the spokes disjoint address spaces.",
            ),
        );
        offer_moves(cx, finding, vnet, &others);
    }
}

/// A third VNet that both are peered with.
fn common_hub<'a>(plan: &'a Plan, first: &Vnet, second: &Vnet) -> Option<&'a Vnet> {
    plan.vnets.iter().find(|hub| {
        hub.id != first.id
            && hub.id != second.id
            && is_peered(plan, hub.id, first.id)
            && is_peered(plan, hub.id, second.id)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::PrefixText;
    use crate::rules::testing::{assert_silent, fixed, only, peer, peered_plan, vnet};

    fn spokes(second: &str) -> Plan {
        let mut plan = peered_plan("10.0.0.0/16", "10.1.0.0/16");
        let spoke = vnet(&mut plan, "vnet-c", &[second], &[]);
        let hub = plan.vnets[0].id;
        peer(&mut plan, hub, spoke);
        plan
    }

    #[test]
    fn flags_spokes_that_share_addresses() {
        let plan = spokes("10.1.4.0/22");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(
            finding.title,
            "vnet-b and vnet-c both use 10.1.4.0/22 behind vnet-a"
        );
        assert_eq!(
            finding.message,
            "Azure accepts it, because peering is not transitive, but vnet-a can route an address to \
             one of them only. Give the spokes disjoint address spaces."
        );
        fixed(&RULE, &plan, "Move vnet-b to 10.20.0.0/16");
    }

    #[test]
    fn passes_disjoint_spokes_and_what_direct_peering_makes_an_error() {
        assert_silent(&RULE, &spokes("10.2.0.0/16"));
        let mut plan = peered_plan("10.0.0.0/16", "10.1.0.0/16");
        plan.vnets[1].address_space = vec![PrefixText::new("10.0.0.0/16")];
        assert_silent(&RULE, &plan);
    }
}
