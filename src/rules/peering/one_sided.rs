//! A peering works only when both VNets have one.

use crate::azure::sources;
use crate::domain::{Item, Peering, PeeringId};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

use super::{direction, ends};

pub(super) const RULE: Rule = Rule {
    code: "PER001",
    name: "peering-one-sided",
    facts: &["BATCH-20"],
    severity: Severity::Error,
    synopsis: "Each peering has a counterpart in the VNet at the other end.",
    why: "A peering is Initiated until the other VNet has its own; no traffic flows before.",
    recommendation: "Add the peering of the other VNet.",
    sources: &[&sources::NET_PEER, &sources::NET_SCHEMA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for peering in &plan.peerings {
        let Some((from, to)) = ends(plan, peering) else {
            continue;
        };
        if direction(plan, to.id, from.id).is_some() {
            continue;
        }
        let (here, there) = (wording::vnet(from), wording::vnet(to));
        let finding = out.report(
            &RULE,
            Item::Peering(peering.id),
            format!("{there} has no peering back to {here}"),
            format!(
                "A peering is one resource in each VNet; until both exist its state is Initiated and \
                 nothing passes. Add the peering from {there} to {here}.",
            ),
        );
        finding.also(Item::Vnet(to.id));
        let back = Peering {
            id: PeeringId::default(),
            name: String::new(),
            from: to.id,
            to: from.id,
            allow_vnet_access: peering.allow_vnet_access,
            allow_forwarded_traffic: peering.allow_forwarded_traffic,
            // What one side uses, the other has to allow.
            allow_gateway_transit: peering.use_remote_gateways,
            use_remote_gateways: false,
        };
        finding.fix(
            Applicability::Certain,
            format!("Add the peering from {there}"),
            move |plan| {
                let id = PeeringId(plan.next_id());
                plan.peerings.push(Peering { id, ..back.clone() });
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only, peered_plan};

    #[test]
    fn flags_a_peering_without_a_way_back() {
        let mut plan = peered_plan("10.0.0.0/16", "10.1.0.0/16");
        plan.peerings[0].use_remote_gateways = true;
        plan.peerings.truncate(1);
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "vnet-b has no peering back to vnet-a");
        assert_eq!(
            finding.message,
            "A peering is one resource in each VNet; until both exist its state is Initiated and \
             nothing passes. Add the peering from vnet-b to vnet-a."
        );
        let plan = fixed(&RULE, &plan, "Add the peering from vnet-b");
        let added = &plan.peerings[1];
        assert_eq!((added.from, added.to), (plan.vnets[1].id, plan.vnets[0].id));
        assert_eq!(added.id.0, plan.last_id, "a number of its own");
        assert!(added.allow_vnet_access && added.allow_gateway_transit);
    }

    #[test]
    fn passes_a_pair() {
        assert_silent(&RULE, &peered_plan("10.0.0.0/16", "10.1.0.0/16"));
    }
}
