//! A gateway can be used only over a peering that offers it.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

use super::{direction, ends};

pub(super) const RULE: Rule = Rule {
    code: "PER005",
    name: "gateway-transit-missing",
    facts: &["BATCH-23"],
    severity: Severity::Error,
    synopsis: "Where one VNet uses a peer's gateway, the peer allows gateway transit.",
    why: "The gateway is lent from one side and used from the other; Azure refuses half of it.",
    recommendation: "Allow gateway transit on the peering of the VNet that owns the gateway.",
    sources: &[&sources::TF, &sources::NET_PEER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for peering in plan.peerings.iter().filter(|it| it.use_remote_gateways) {
        let Some((from, to)) = ends(plan, peering) else {
            continue;
        };
        // That the other direction is missing altogether is another rule's finding.
        let Some(back) = direction(plan, to.id, from.id).filter(|it| !it.allow_gateway_transit)
        else {
            continue;
        };
        let (here, there, id) = (wording::vnet(from), wording::vnet(to), back.id);
        out.report(
            &RULE,
            Item::Peering(back.id).field("allow_gateway_transit"),
            format!("{there} does not offer its gateway to {here}"),
            format!(
                "{here} is to use the gateway of {there}, and Azure refuses that until the peering of \
                 {there} allows gateway transit.",
            ),
        )
        .also(Item::Peering(peering.id).field("use_remote_gateways"))
        .fix(
            Applicability::Suggested,
            format!("Allow gateway transit from {there}"),
            move |plan| {
                if let Some(peering) = plan.peering_mut(id) {
                    peering.allow_gateway_transit = true;
                }
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only, peered_plan};

    #[test]
    fn flags_a_gateway_that_is_not_offered() {
        let mut plan = peered_plan("10.0.0.0/16", "10.1.0.0/16");
        plan.peerings[0].use_remote_gateways = true;
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "vnet-b does not offer its gateway to vnet-a");
        assert_eq!(
            finding.message,
            "vnet-a is to use the gateway of vnet-b, and Azure refuses that until the peering of vnet-b \
             allows gateway transit."
        );
        let plan = fixed(&RULE, &plan, "Allow gateway transit from vnet-b");
        assert!(plan.peerings[1].allow_gateway_transit);
    }

    #[test]
    fn passes_a_gateway_that_is_offered_and_one_that_is_not_used() {
        let mut plan = peered_plan("10.0.0.0/16", "10.1.0.0/16");
        assert_silent(&RULE, &plan);
        plan.peerings[0].use_remote_gateways = true;
        plan.peerings[1].allow_gateway_transit = true;
        assert_silent(&RULE, &plan);
    }
}
