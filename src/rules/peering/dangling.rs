//! A peering joins two different VNets of the plan, once.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

use super::ends;

pub(super) const RULE: Rule = Rule {
    code: "PER009",
    name: "peering-without-two-ends",
    facts: &["BATCH-20"],
    severity: Severity::Error,
    synopsis: "Each peering leads from one VNet to another one, and no two peerings do the same.",
    why: "A peering leads from one VNet to another one; Azure refuses a second of the same kind.",
    recommendation: "Choose the VNet at the other end, or remove the peering.",
    sources: &[&sources::NET_PEER, &sources::NET_SCHEMA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for (position, peering) in plan.peerings.iter().enumerate() {
        let here = wording::vnet_id(plan, peering.from);
        let earlier = plan.peerings.iter().take(position);
        let (title, message, field) = if peering.from == peering.to {
            (
                format!("{here} is peered with itself"),
                "Azure peers two different VNets. Choose the VNet at the other end.",
                "to",
            )
        } else if ends(plan, peering).is_none() {
            (
                "A peering has only one end".to_owned(),
                "Azure needs the VNets at both ends. Choose them, or remove the peering.",
                if plan.vnet(peering.from).is_none() {
                    "from"
                } else {
                    "to"
                },
            )
        } else if earlier
            .clone()
            .any(|it| (it.from, it.to) == (peering.from, peering.to))
        {
            (
                format!(
                    "{here} is peered with {} twice",
                    wording::vnet_id(plan, peering.to)
                ),
                "Azure takes one peering from a VNet to another. Remove one of the two.",
                "to",
            )
        } else {
            continue;
        };
        let item = Item::Peering(peering.id);
        out.report(&RULE, item.field(field), title, message).fix(
            Applicability::Suggested,
            "Remove the peering",
            move |plan| plan.remove(item),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{PeeringId, VnetId};
    use crate::rules::testing::{assert_silent, fixed, only, peered_plan};

    #[test]
    fn flags_a_vnet_peered_with_itself() {
        let mut plan = peered_plan("10.0.0.0/16", "10.1.0.0/16");
        plan.peerings[0].to = plan.peerings[0].from;
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "vnet-a is peered with itself");
        assert_eq!(
            finding.message,
            "Azure peers two different VNets. Choose the VNet at the other end."
        );
        fixed(&RULE, &plan, "Remove the peering");
    }

    #[test]
    fn flags_a_missing_end() {
        let mut plan = peered_plan("10.0.0.0/16", "10.1.0.0/16");
        plan.peerings[0].to = VnetId::default();
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "A peering has only one end");
        assert_eq!(finding.subjects[0].field, "to");
    }

    #[test]
    fn flags_the_second_of_two_equal_peerings() {
        let mut plan = peered_plan("10.0.0.0/16", "10.1.0.0/16");
        let mut copy = plan.peerings[0].clone();
        copy.id = PeeringId(plan.next_id());
        plan.peerings.push(copy);
        assert_eq!(
            only(&RULE, &plan).title,
            "vnet-a is peered with vnet-b twice"
        );
        let plan = fixed(&RULE, &plan, "Remove the peering");
        assert_eq!(plan.peerings.len(), 2);
    }

    #[test]
    fn passes_a_pair() {
        assert_silent(&RULE, &peered_plan("10.0.0.0/16", "10.1.0.0/16"));
    }
}
