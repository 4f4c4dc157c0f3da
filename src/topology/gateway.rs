//! The gateway through which a VNet reaches on-premises networks.

use crate::domain::{Gateway, OnPremisesLink, Peering, Plan, VnetId};

/// The gateway that joins a VNet with on-premises: its own, or that of a peer which lets it (BATCH-23).
/// `None` while on-premises is not joined.
pub fn gateway_for(plan: &Plan, vnet: VnetId) -> Option<&Gateway> {
    if plan.on_premises.link == OnPremisesLink::None {
        return None;
    }
    let of = |vnet| plan.gateways.iter().find(|gateway| gateway.vnet == vnet);
    of(vnet).or_else(|| {
        let mut lent = plan
            .peerings
            .iter()
            .filter(|out| out.from == vnet && out.use_remote_gateways && lends(plan, out));
        lent.find_map(|out| of(out.to))
    })
}

/// True if the VNet at the other end of a peering lets this one use its gateway.
fn lends(plan: &Plan, out: &Peering) -> bool {
    let mut back = plan.peerings.iter().filter(|back| back.from == out.to);
    back.any(|back| back.to == out.from && back.allow_gateway_transit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{GatewayId, OnPremises};

    const HUB: VnetId = VnetId(1);
    const SPOKE: VnetId = VnetId(2);

    #[test]
    fn a_spoke_uses_the_gateway_of_the_hub_only_if_both_sides_say_so() {
        let peering = |from, to| Peering {
            from,
            to,
            use_remote_gateways: from == SPOKE,
            allow_gateway_transit: from == HUB,
            ..Peering::default()
        };
        let mut plan = Plan {
            gateways: vec![Gateway {
                id: GatewayId(3),
                vnet: HUB,
                ..Gateway::default()
            }],
            peerings: vec![peering(HUB, SPOKE), peering(SPOKE, HUB)],
            on_premises: OnPremises {
                link: OnPremisesLink::Vpn,
                prefixes: Vec::new(),
            },
            ..Plan::default()
        };
        let found = |plan: &Plan, vnet| gateway_for(plan, vnet).map(|gateway| gateway.id);
        assert_eq!(found(&plan, HUB), Some(GatewayId(3)));
        assert_eq!(found(&plan, SPOKE), Some(GatewayId(3)));
        plan.peerings[0].allow_gateway_transit = false;
        assert_eq!(found(&plan, SPOKE), None);
        plan.on_premises.link = OnPremisesLink::None;
        assert_eq!(found(&plan, HUB), None);
    }
}
