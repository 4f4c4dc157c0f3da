//! Address ranges of the plan with the words and the fields that they go by, and the search for a free one.

use std::net::Ipv4Addr;

use crate::azure::address_ranges::{
    AddressRange, DOCKER_BRIDGE, FORBIDDEN, PRIVATE, REFUSED_BY_AKS,
};
use crate::domain::{AksCluster, Item, OnPremisesLink, Plan, Prefix, Subject, Vnet, VnetId};

use super::{Context, wording};

/// A range that something uses.
#[derive(Clone, Debug)]
pub(super) struct Range {
    /// The range.
    pub(super) prefix: Prefix,
    /// Who uses it, as it reads after “overlaps”: `snet-train 10.0.1.0/24`.
    pub(super) label: String,
    /// Where it is written; `None` for ranges that Azure sets.
    pub(super) subject: Option<Subject>,
}

impl Range {
    fn new(prefix: Prefix, who: &str, subject: Subject) -> Self {
        Self {
            prefix,
            label: format!("{who} {prefix}"),
            subject: Some(subject),
        }
    }
}

/// The address space of a VNet.
pub(super) fn address_space(vnet: &Vnet) -> impl Iterator<Item = Range> {
    let texts = vnet.address_space.iter().enumerate();
    texts.filter_map(|(index, text)| {
        let subject = Item::Vnet(vnet.id).entry("address_space", index);
        Some(Range::new(text.prefix()?, &wording::vnet(vnet), subject))
    })
}

/// The subnets of a VNet that have a place, written or chosen.
pub(super) fn subnets(cx: &Context<'_>, vnet: &Vnet) -> impl Iterator<Item = Range> {
    vnet.subnets.iter().filter_map(|subnet| {
        let subject = Item::Subnet(subnet.id).field("prefix");
        let prefix = cx.prefix(subnet.id)?;
        Some(Range::new(prefix, &wording::subnet(subnet), subject))
    })
}

/// The address spaces of the VNets that a VNet is peered with, in either direction.
pub(super) fn peer_spaces(plan: &Plan, vnet: VnetId) -> Vec<Range> {
    let is_peer = |other: VnetId| {
        plan.peerings.iter().any(|peering| {
            (peering.from, peering.to) == (vnet, other)
                || (peering.from, peering.to) == (other, vnet)
        })
    };
    let peers = plan.vnets.iter().filter(|other| is_peer(other.id));
    peers.flat_map(address_space).collect()
}

/// The ranges in use on-premises, while those networks are joined.
pub(super) fn on_premises(plan: &Plan) -> impl Iterator<Item = Range> {
    let joined = plan.on_premises.link != OnPremisesLink::None;
    let texts = plan.on_premises.prefixes.iter().enumerate();
    texts.filter(move |_| joined).filter_map(|(index, text)| {
        let subject = Item::OnPremises.entry("prefixes", index);
        Some(Range::new(text.prefix()?, "on-premises", subject))
    })
}

/// The service range of a cluster.
pub(super) fn services(aks: &AksCluster) -> Option<Range> {
    let subject = Item::Aks(aks.id).field("service_cidr");
    let who = format!(
        "the services of {}",
        wording::name_or(&aks.name, "AKS cluster")
    );
    Some(Range::new(aks.service_cidr.prefix()?, &who, subject))
}

/// The pod range of a cluster, if it has one.
pub(super) fn pods(aks: &AksCluster) -> Option<Range> {
    let prefix = aks.pod_cidr.prefix().filter(|_| aks.uses_pod_cidr())?;
    let subject = Item::Aks(aks.id).field("pod_cidr");
    let who = format!("the pods of {}", wording::name_or(&aks.name, "AKS cluster"));
    Some(Range::new(prefix, &who, subject))
}

/// The ranges that AKS refuses everywhere (VNET-13).
pub(super) fn refused_by_aks() -> impl Iterator<Item = Range> {
    REFUSED_BY_AKS.value.iter().filter_map(|range| {
        Some(Range {
            prefix: range.prefix()?,
            label: format!("{} {range}", range.meaning),
            subject: None,
        })
    })
}

/// A range of this length that nothing in the plan uses and that Azure accepts, at or after `from` in
/// 10.0.0.0/8, else elsewhere in private space. `without` is left out of account: the field that changes.
pub(super) fn free(
    cx: &Context<'_>,
    from: Ipv4Addr,
    length: u8,
    without: Subject,
) -> Option<Prefix> {
    let taken: Vec<Prefix> = taken(cx)
        .into_iter()
        .filter(|range| range.subject != Some(without))
        .map(|range| range.prefix)
        .chain(FORBIDDEN.value.iter().filter_map(AddressRange::prefix))
        .chain(DOCKER_BRIDGE.value.prefix())
        .collect();
    // Where to look: the usual place first, then all private space from its start.
    let places = [
        from,
        Ipv4Addr::new(10, 0, 0, 0),
        Ipv4Addr::new(172, 16, 0, 0),
        Ipv4Addr::new(192, 168, 0, 0),
        Ipv4Addr::new(100, 64, 0, 0),
    ];
    places.into_iter().find_map(|start| {
        let block = PRIVATE
            .value
            .iter()
            .filter_map(AddressRange::prefix)
            .find(|range| range.contains_address(start))?;
        std::iter::successors(Prefix::containing(start, length), |prefix| prefix.next())
            .take_while(|prefix| block.contains(*prefix))
            .find(|prefix| !taken.iter().any(|other| other.overlaps(*prefix)))
    })
}

/// Everything that uses a range, and the ranges that AKS refuses.
pub(super) fn taken(cx: &Context<'_>) -> Vec<Range> {
    let plan = cx.plan;
    let mut ranges: Vec<Range> = plan
        .vnets
        .iter()
        .flat_map(|vnet| address_space(vnet).chain(subnets(cx, vnet)))
        .collect();
    ranges.extend(on_premises(plan));
    ranges.extend(plan.aks.iter().filter_map(services));
    ranges.extend(plan.aks.iter().filter_map(pods));
    ranges.extend(refused_by_aks());
    ranges
}

/// `10.0.0.0 – 10.0.255.255`.
pub(super) fn span(prefix: Prefix) -> String {
    format!("{} – {}", prefix.first(), prefix.last())
}

/// The addresses that two overlapping prefixes share: the smaller of the two.
pub(super) fn shared(a: Prefix, b: Prefix) -> Prefix {
    if a.contains(b) { b } else { a }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AksId, PrefixText};
    use crate::rules::testing;

    const USUAL: Ipv4Addr = Ipv4Addr::new(10, 96, 0, 0);

    fn nothing() -> Subject {
        Item::Basics.field("")
    }

    #[test]
    fn finds_the_usual_place_or_the_next_free_one() {
        let mut plan = testing::ml_plan("10.0.0.0/16", "10.0.1.0/24", "10.0.2.0/27");
        let free_in = |plan: &Plan, length| {
            free(&Context::new(plan), USUAL, length, nothing()).map(|prefix| prefix.to_string())
        };
        assert_eq!(free_in(&plan, 16).as_deref(), Some("10.96.0.0/16"));
        plan.on_premises.link = OnPremisesLink::Vpn;
        plan.on_premises.prefixes = vec![PrefixText::new("10.96.0.0/15")];
        assert_eq!(free_in(&plan, 16).as_deref(), Some("10.98.0.0/16"));
        plan.on_premises.prefixes = vec![PrefixText::new("10.0.0.0/8")];
        assert_eq!(free_in(&plan, 16).as_deref(), Some("172.16.0.0/16"));
        plan.on_premises
            .prefixes
            .push(PrefixText::new("172.16.0.0/16"));
        let found = free_in(&plan, 16);
        assert_eq!(
            found.as_deref(),
            Some("172.18.0.0/16"),
            "not Docker's 172.17"
        );
    }

    #[test]
    fn leaves_the_changing_field_out_of_account() {
        let plan = Plan {
            aks: vec![AksCluster {
                id: AksId(1),
                service_cidr: PrefixText::new("10.96.0.0/16"),
                ..AksCluster::default()
            }],
            ..Plan::default()
        };
        let own = Item::Aks(AksId(1)).field("service_cidr");
        let found = free(&Context::new(&plan), USUAL, 16, own);
        assert_eq!(
            found.map(|prefix| prefix.to_string()).as_deref(),
            Some("10.96.0.0/16")
        );
    }
}
