//! Moving the whole plan to another range: the same structure at other addresses.
//!
//! What moves: the address spaces and subnets of VNets that the plan creates, the fixed addresses in them, and
//! the routes and security rules that name them. What stays: networks that exist, on-premises ranges, and the
//! service and pod ranges of clusters, unless the new place meets one. Then that range gets another place.

use std::net::Ipv4Addr;

use super::moves::shifted;
use super::space::{is_private, taken};
use super::written::{AddressPlace, PrefixPlace, written_addresses};
use super::{Change, Refusal, propose_pod_cidr, propose_service_cidr};
use crate::allocation::{free_blocks, next_free};
use crate::capacity::thousands;
use crate::domain::{
    AddressText, AksId, Edit, Placement, Plan, Prefix, PrefixText, SubnetId, VnetId,
};

/// Moves the whole plan into a range. Distances inside the plan stay the same if its networks together fit as
/// they lie; else each entry of an address space gets a place of its own, the largest first.
///
/// # Errors
/// The range is not private, nothing in the plan can move, or it does not fit.
pub fn rebase(plan: &Plan, to: Prefix) -> Result<Change, Refusal> {
    if !is_private(to) {
        return Err(Refusal::NotPrivate(to));
    }
    let entries = outermost_entries(plan);
    if entries.is_empty() {
        return Err(Refusal::NothingToMove);
    }
    let fixed = taken(plan, &|place| stays(plan, place));
    let mapping =
        as_it_lies(&entries, to, &fixed).map_or_else(|| packed(&entries, to, &fixed), Ok)?;
    if mapping.pairs.iter().all(|(from, to)| from == to) {
        return Err(Refusal::Fine(to.to_string()));
    }
    let moved: Vec<String> = mapping
        .pairs
        .iter()
        .map(|(from, to)| format!("{from} → {to}"))
        .collect();
    let edit = Edit::new(move |plan| mapping.apply(plan));
    let mut reason = moved.join(", ");
    let after = edit.preview(plan);
    for (before, after) in plan.aks.iter().zip(&after.aks) {
        let ranges = [
            ("services", &before.service_cidr, &after.service_cidr),
            ("pods", &before.pod_cidr, &after.pod_cidr),
        ];
        for (what, from, to) in ranges {
            if from != to {
                let (from, to) = (from.as_str().trim(), to.as_str());
                for part in [", ", what, " ", from, " → ", to] {
                    reason.push_str(part);
                }
            }
        }
    }
    reason.push_str("; subnets, fixed addresses, routes and rules move along.");
    Ok(Change {
        label: format!("Move the plan to {to}"),
        value: to.to_string(),
        reason,
        edit,
    })
}

/// The entries that move, without those inside other ones, in the order of their addresses.
fn outermost_entries(plan: &Plan) -> Vec<Prefix> {
    let vnets = plan.vnets.iter();
    let mut entries: Vec<Prefix> = vnets
        .filter(|vnet| vnet.placement == Placement::New)
        .flat_map(|vnet| &vnet.address_space)
        .filter_map(PrefixText::prefix)
        .collect();
    entries.sort();
    let mut outermost: Vec<Prefix> = Vec::new();
    for entry in entries {
        if !outermost.last().is_some_and(|last| last.contains(entry)) {
            outermost.push(entry);
        }
    }
    outermost
}

/// Whether the plan's new place has to respect what is written there.
fn stays(plan: &Plan, place: PrefixPlace) -> bool {
    let is_existing = |id: VnetId| {
        let vnet = plan.vnet(id);
        vnet.is_some_and(|vnet| vnet.placement == Placement::Existing)
    };
    match place {
        PrefixPlace::AddressSpace(id, _) => is_existing(id),
        PrefixPlace::Subnet(id) => plan.vnet_of(id).is_some_and(|vnet| is_existing(vnet.id)),
        PrefixPlace::OnPremises(_) | PrefixPlace::Authorized(..) => true,
        PrefixPlace::ServiceCidr(id) | PrefixPlace::PodCidr(id) => plan
            .aks_cluster(id)
            .is_some_and(|aks| aks.placement == Placement::Existing),
    }
}

/// Where everything goes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mapping {
    /// Entries of address spaces, and where they go.
    pairs: Vec<(Prefix, Prefix)>,
    /// The block around all of them, if it moves as a whole.
    whole: Option<(Prefix, Prefix)>,
    /// Ranges inside that block that belong to others and stay.
    kept: Vec<Prefix>,
}

/// Everything at the same distance from each other, if the block around it finds a place.
fn as_it_lies(entries: &[Prefix], to: Prefix, fixed: &[Prefix]) -> Option<Mapping> {
    let (first, last) = (entries.first()?.first(), entries.last()?.last());
    let whole = (0..=32)
        .rev()
        .filter_map(|length| Prefix::containing(first, length))
        .find(|block| block.contains_address(last))?;
    let place = next_free(&[to], fixed, whole.length())?;
    let pair = |entry: &Prefix| Some((*entry, moved(*entry, whole, place)?));
    Some(Mapping {
        pairs: entries.iter().map(pair).collect::<Option<_>>()?,
        whole: Some((whole, place)),
        kept: fixed.to_vec(),
    })
}

/// Each entry at a place of its own, the largest first, so that everything fits that can.
fn packed(entries: &[Prefix], to: Prefix, fixed: &[Prefix]) -> Result<Mapping, Refusal> {
    let mut order = entries.to_vec();
    order.sort_by_key(|entry| (entry.length(), entry.first()));
    let mut taken = fixed.to_vec();
    let mut pairs = Vec::new();
    for entry in order {
        let Some(place) = next_free(&[to], &taken, entry.length()) else {
            let total = |blocks: &[Prefix]| thousands(blocks.iter().map(|it| it.size()).sum());
            return Err(Refusal::DoesNotFit {
                to,
                needed: total(entries),
                free: total(&free_blocks(&[to], fixed)),
                entry,
            });
        };
        taken.push(place);
        pairs.push((entry, place));
    }
    pairs.sort();
    Ok(Mapping {
        pairs,
        whole: None,
        kept: Vec::new(),
    })
}

/// A prefix at the same distance from the start of `to` as it has from the start of `from`.
fn moved(prefix: Prefix, from: Prefix, to: Prefix) -> Option<Prefix> {
    if !from.contains(prefix) {
        return None;
    }
    Prefix::containing(shifted(prefix.first(), from, to)?, prefix.length())
}

impl Mapping {
    /// Where a prefix goes; `None` if it stays.
    fn prefix(&self, prefix: Prefix) -> Option<Prefix> {
        let mut inside = self.pairs.iter();
        inside
            .find_map(|(from, to)| moved(prefix, *from, *to))
            .or_else(|| {
                // A prefix around several networks moves with them, if it is around nobody else's.
                let (from, to) = self.whole?;
                let around = self.pairs.iter().any(|(entry, _)| prefix.contains(*entry));
                let others = self.kept.iter().any(|kept| kept.overlaps(prefix));
                moved(prefix, from, to).filter(|_| around && !others)
            })
    }

    /// Where an address goes; `None` if it stays.
    fn address(&self, address: Ipv4Addr) -> Option<Ipv4Addr> {
        let mut pairs = self.pairs.iter();
        pairs.find_map(|(from, to)| shifted(address, *from, *to))
    }

    fn apply(&self, plan: &mut Plan) {
        self.move_networks(plan);
        self.move_addresses(plan);
        let tables = plan.route_tables.iter_mut();
        for table in tables.filter(|it| it.placement == Placement::New) {
            for route in &mut table.routes {
                self.move_text(&mut route.destination);
            }
        }
        let nsgs = plan.nsgs.iter_mut();
        for nsg in nsgs.filter(|it| it.placement == Placement::New) {
            for rule in &mut nsg.rules {
                rule.sources.iter_mut().for_each(|it| self.move_text(it));
                rule.destinations
                    .iter_mut()
                    .for_each(|it| self.move_text(it));
            }
        }
        make_way(plan);
    }

    fn move_networks(&self, plan: &mut Plan) {
        let vnets = plan.vnets.iter_mut();
        for vnet in vnets.filter(|vnet| vnet.placement == Placement::New) {
            let subnets = vnet.subnets.iter_mut();
            let texts = vnet.address_space.iter_mut();
            for text in texts.chain(subnets.map(|subnet| &mut subnet.prefix)) {
                if let Some(moved) = text.prefix().and_then(|prefix| self.prefix(prefix)) {
                    *text = moved.into();
                }
            }
        }
    }

    fn move_addresses(&self, plan: &mut Plan) {
        let moved: Vec<(AddressPlace, Ipv4Addr)> = written_addresses(plan)
            .filter(|(place, _)| may_move(plan, *place))
            .filter_map(|(place, text)| Some((place, self.address(text.address()?)?)))
            .collect();
        for (place, address) in moved {
            place.write(plan, AddressText::from(address));
        }
    }

    /// A prefix or an address in a rule or route; tags and what cannot be read stay.
    fn move_text(&self, text: &mut String) {
        let moved = if let Ok(prefix) = text.parse::<Prefix>() {
            self.prefix(prefix).map(|prefix| prefix.to_string())
        } else {
            let address = AddressText::new(text.as_str()).address();
            let address = address.and_then(|address| self.address(address));
            address.map(|address| address.to_string())
        };
        if let Some(moved) = moved {
            *text = moved;
        }
    }
}

/// Whether a fixed address belongs to something that can move: not to a network that exists, where another
/// VNet may have the same addresses.
fn may_move(plan: &Plan, place: AddressPlace) -> bool {
    let is_new = |id: VnetId| {
        let vnet = plan.vnet(id);
        vnet.is_none_or(|vnet| vnet.placement == Placement::New)
    };
    let stands_in_new = |id: SubnetId| plan.vnet_of(id).is_none_or(|vnet| is_new(vnet.id));
    match place {
        AddressPlace::DnsService(_) => false,
        AddressPlace::DnsServer(..) | AddressPlace::NextHop(_) => true,
        AddressPlace::Firewall(id) => {
            let firewall = plan.firewalls.iter().find(|it| it.id == id);
            firewall.is_none_or(|it| is_new(it.vnet))
        }
        AddressPlace::PrivateEndpoint(id) => plan
            .private_endpoint(id)
            .and_then(|endpoint| endpoint.subnet)
            .is_none_or(stands_in_new),
    }
}

/// Gives service and pod ranges that the moved networks meet another place. One that is well stays.
fn make_way(plan: &mut Plan) {
    let clusters: Vec<AksId> = plan.aks.iter().map(|aks| aks.id).collect();
    for id in clusters {
        for propose in [propose_service_cidr, propose_pod_cidr] {
            if let Ok(change) = propose(plan, id) {
                change.edit.apply(plan);
            }
        }
    }
}
