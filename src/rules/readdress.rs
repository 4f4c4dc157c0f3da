//! Offering other addresses for a VNet; `readdress` finds the space and moves everything along.

use crate::domain::{Placement, Plan, PrefixText, Vnet};
use crate::readdress::move_entry;

use super::{Applicability, Finding, wording};

pub(super) use crate::readdress::{USUAL_VNET_LENGTH, free_space, move_subnet, space_around};

/// Offers to move an entry of a VNet's address space, with all that lies in it, to space that nothing uses.
/// An existing VNet cannot be moved by a plan.
pub(super) fn offer_new_space(finding: &mut Finding, plan: &Plan, vnet: &Vnet, index: usize) {
    if vnet.placement == Placement::Existing {
        return;
    }
    let written = vnet.address_space.get(index).and_then(PrefixText::prefix);
    let Some(from) = written else { return };
    let Some(to) = free_space(plan, from.length()) else {
        return;
    };
    let id = vnet.id;
    finding.fix(
        Applicability::Suggested,
        format!("Move {} to {to}", wording::vnet(vnet)),
        move |plan| move_entry(plan, id, index, to),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{ml_plan, vnet};

    #[test]
    fn finds_space_that_nothing_uses() {
        let mut plan = ml_plan("10.20.0.0/16", "", "");
        plan.on_premises.prefixes = vec![PrefixText::new("10.21.0.0/17")];
        let found = free_space(&plan, 16).map(|prefix| prefix.to_string());
        assert_eq!(found.as_deref(), Some("10.22.0.0/16"));
    }

    #[test]
    fn goes_on_to_the_next_private_range() {
        let plan = ml_plan("10.0.0.0/8", "", "");
        let found = |length| free_space(&plan, length).map(|prefix| prefix.to_string());
        assert_eq!(found(16).as_deref(), Some("172.16.0.0/16"));
        assert_eq!(found(8), None, "no other private range holds a /8");
        let mut plan = plan;
        vnet(&mut plan, "vnet-b", &["172.16.0.0/16"], &[]);
        let found = free_space(&plan, 16).map(|prefix| prefix.to_string());
        assert_eq!(
            found.as_deref(),
            Some("172.18.0.0/16"),
            "not Docker's 172.17.0.0/16"
        );
    }
}
