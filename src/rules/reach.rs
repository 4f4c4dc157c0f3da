//! Where things are: regions, subscriptions and the VNets of endpoints. What can reach what is `topology`.

use std::collections::BTreeSet;

use crate::domain::{Plan, PrivateEndpointKind, SubnetId, Vnet, VnetId};

/// VNets that have a private endpoint of this kind.
pub(super) fn vnets_with(plan: &Plan, kind: PrivateEndpointKind) -> BTreeSet<VnetId> {
    plan.endpoints_of(kind)
        .filter_map(|endpoint| Some(plan.vnet_of(endpoint.subnet?)?.id))
        .collect()
}

/// True if both name the same region; spaces and case do not count. Blank is the same as anything, since
/// another rule asks for it.
pub(super) fn same_region(a: &str, b: &str) -> bool {
    let (a, b) = (plain(a), plain(b));
    a.is_empty() || b.is_empty() || a == b
}

/// `West Europe` as `westeurope`.
fn plain(region: &str) -> String {
    region
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| letter.to_ascii_lowercase())
        .collect()
}

/// The subscription of a VNet: that of its resource id when it exists already, else its own or the plan's.
pub(super) fn subscription_of<'a>(plan: &'a Plan, vnet: &'a Vnet) -> &'a str {
    let mut parts = vnet.resource_id.trim().split('/').skip(1);
    match (parts.next(), parts.next()) {
        (Some(word), Some(id)) if word.eq_ignore_ascii_case("subscriptions") && !id.is_empty() => {
            id
        }
        _ => plan.subscription_of(vnet),
    }
}

/// The VNet of a subnet that may not be chosen yet.
pub(super) fn vnet_of(plan: &Plan, subnet: Option<SubnetId>) -> Option<&Vnet> {
    plan.vnet_of(subnet?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_regions_as_people_write_them() {
        assert!(same_region("West Europe", "westeurope"));
        assert!(same_region("", "westeurope"));
        assert!(!same_region("westus", "westus2"));
    }

    #[test]
    fn reads_the_subscription_of_an_existing_vnet() {
        let plan = Plan::default();
        let vnet = Vnet {
            resource_id: "/subscriptions/abc/resourceGroups/rg/providers/x/y/z".to_owned(),
            ..Vnet::default()
        };
        assert_eq!(subscription_of(&plan, &vnet), "abc");
    }
}
