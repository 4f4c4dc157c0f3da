//! A peering that lets nothing through joins nothing.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

use super::ends;

pub(super) const RULE: Rule = Rule {
    code: "PER007",
    name: "peering-without-access",
    facts: &["BATCH-24"],
    severity: Severity::Warning,
    synopsis: "A peering allows access between the two VNets.",
    why: "The VNets stay peered, but no packet passes, and the VirtualNetwork tag excludes the \
          peer.",
    recommendation: "Allow access, or remove the peering.",
    sources: &[&sources::NET_PEER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let closed = cx.plan.peerings.iter().filter(|it| !it.allow_vnet_access);
    for peering in closed {
        let Some((from, to)) = ends(cx.plan, peering) else {
            continue;
        };
        let (here, there, id) = (wording::vnet(from), wording::vnet(to), peering.id);
        out.report(
            &RULE,
            Item::Peering(id).field("allow_vnet_access"),
            format!("{here} is peered with {there} but lets nothing through"),
            format!(
                "With access off the VNets stay peered, yet the tag VirtualNetwork no longer covers \
                 {there} and its traffic is dropped. Allow access unless that is what you want.",
            ),
        )
        .fix(
            Applicability::Suggested,
            format!("Allow access between {here} and {there}"),
            move |plan| {
                if let Some(peering) = plan.peering_mut(id) {
                    peering.allow_vnet_access = true;
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
    fn flags_a_peering_that_lets_nothing_through() {
        let mut plan = peered_plan("10.0.0.0/16", "10.1.0.0/16");
        plan.peerings[0].allow_vnet_access = false;
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "vnet-a is peered with vnet-b but lets nothing through"
        );
        assert_eq!(
            finding.message,
            "With access off the VNets stay peered, yet the tag VirtualNetwork no longer covers vnet-b \
             and its traffic is dropped. Allow access unless that is what you want."
        );
        fixed(&RULE, &plan, "Allow access between vnet-a and vnet-b");
    }

    #[test]
    fn passes_open_peerings() {
        assert_silent(&RULE, &peered_plan("10.0.0.0/16", "10.1.0.0/16"));
    }
}
