//! Which VNets are joined by peering. Peering is never transitive (BATCH-21).

use crate::domain::{Peering, Plan, VnetId};

/// The peering from one VNet to another, one direction.
pub fn direction(plan: &Plan, from: VnetId, to: VnetId) -> Option<&Peering> {
    plan.peerings
        .iter()
        .find(|peering| peering.from == from && peering.to == to)
}

/// True if a peering exists in each direction (BATCH-20), whether or not traffic may use it.
pub fn peered(plan: &Plan, a: VnetId, b: VnetId) -> bool {
    direction(plan, a, b).is_some() && direction(plan, b, a).is_some()
}

/// True if machines in the two VNets reach each other directly: one VNet, or peered with access allowed in
/// both directions (BATCH-24).
pub fn connected(plan: &Plan, a: VnetId, b: VnetId) -> bool {
    let open =
        |from, to| direction(plan, from, to).is_some_and(|peering| peering.allow_vnet_access);
    a == b || (open(a, b) && open(b, a))
}

/// The VNet itself and every VNet connected with it, in the plan's order.
pub fn connected_vnets(plan: &Plan, vnet: VnetId) -> Vec<VnetId> {
    plan.vnets
        .iter()
        .map(|other| other.id)
        .filter(|other| connected(plan, vnet, *other))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Vnet;

    const A: VnetId = VnetId(1);
    const B: VnetId = VnetId(2);
    const C: VnetId = VnetId(3);

    fn plan(peerings: &[(VnetId, VnetId, bool)]) -> Plan {
        Plan {
            vnets: [A, B, C]
                .map(|id| Vnet {
                    id,
                    ..Vnet::default()
                })
                .into(),
            peerings: peerings
                .iter()
                .map(|(from, to, allow_vnet_access)| Peering {
                    from: *from,
                    to: *to,
                    allow_vnet_access: *allow_vnet_access,
                    ..Peering::default()
                })
                .collect(),
            ..Plan::default()
        }
    }

    #[test]
    fn one_direction_is_no_peering() {
        let plan = plan(&[(A, B, true)]);
        assert!(!peered(&plan, A, B) && !connected(&plan, A, B) && connected(&plan, A, A));
    }

    #[test]
    fn access_counts_in_both_directions() {
        let plan = plan(&[(A, B, true), (B, A, false)]);
        assert!(peered(&plan, A, B) && !connected(&plan, A, B) && !connected(&plan, B, A));
    }

    #[test]
    fn peering_is_not_transitive() {
        let plan = plan(&[(A, B, true), (B, A, true), (B, C, true), (C, B, true)]);
        assert_eq!(connected_vnets(&plan, A), [A, B]);
        assert_eq!(connected_vnets(&plan, B), [A, B, C]);
    }
}
