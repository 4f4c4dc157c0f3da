//! Proposals for the ranges that a plan has one field for: VNet address spaces and the ranges of AKS clusters.
//!
//! A range that is written and clashes with nothing is left alone. Otherwise the proposal is private, clear
//! of everything that the plan knows, and as near to the customary place as it can be.

use std::net::Ipv4Addr;

use super::space::{FIRST_VNET, free_range, is_private, taken};
use super::written::PrefixPlace;
use super::{Change, Refusal, USUAL_VNET_LENGTH, called, move_entry};
use crate::allocation::allocate;
use crate::azure::address_ranges::DOCKER_BRIDGE;
use crate::azure::aks_limits::{API_SERVICE_OFFSET, DNS_SERVICE_OFFSET, SERVICE_CIDR_LENGTH};
use crate::azure::subnet_sizes::{LARGEST_USUAL_SUBNET, SUBNET_LENGTHS};
use crate::capacity::aks::{pod_cidr_nodes, pod_cidr_prefix_needed};
use crate::capacity::demand;
use crate::domain::{
    AddressText, AksCluster, AksId, Edit, Placement, Plan, Prefix, PrefixText, RuleProfile, VnetId,
};

/// Where service ranges are looked for first: the example of AKS-27.
const FIRST_SERVICES: Ipv4Addr = Ipv4Addr::new(10, 96, 0, 0);
/// Where pod ranges are looked for first: the default of AKS-23.
const FIRST_PODS: Ipv4Addr = Ipv4Addr::new(10, 244, 0, 0);
/// Where docker bridges are looked for when the default range is taken (AKS-30).
const SECOND_BRIDGE: Ipv4Addr = Ipv4Addr::new(172, 18, 0, 0);
/// The length of service and pod ranges that nobody has thought about: that of Azure's own defaults.
const USUAL_LENGTH: u8 = 16;
/// The longest service range that is proposed: 253 services.
const LONGEST_SERVICES: u8 = 24;

/// An address space for a VNet: for the entry at `index`, or a first one where nothing can be read. Subnets
/// and fixed addresses move along.
///
/// # Errors
/// The VNet exists, its entry clashes with nothing, or no private space is left.
pub fn propose_space(plan: &Plan, id: VnetId, index: usize) -> Result<Change, Refusal> {
    let vnet = plan.vnet(id).ok_or(Refusal::Gone)?;
    let name = called(&vnet.name, "this VNet");
    if vnet.placement == Placement::Existing {
        return Err(Refusal::Existing(name));
    }
    let own = vnet.address_space.get(index).and_then(PrefixText::prefix);
    let inside = |place: PrefixPlace| match place {
        PrefixPlace::AddressSpace(other, entry) => other == id && entry == index,
        PrefixPlace::Subnet(subnet) => vnet.subnets.iter().any(|own| own.id == subnet),
        _ => false,
    };
    let taken = taken(plan, &|place| !inside(place));
    let lengths: Vec<u8> = match own {
        Some(own) if is_clear(own, &taken) => return Err(Refusal::Fine(own.to_string())),
        Some(own) => vec![own.length()],
        None => (USUAL_VNET_LENGTH..=*SUBNET_LENGTHS.value.end())
            .chain((LARGEST_USUAL_SUBNET.value..USUAL_VNET_LENGTH).rev())
            .collect(),
    };
    for length in &lengths {
        let Some(to) = free_range(&taken, FIRST_VNET, *length) else {
            continue;
        };
        let edit = match own {
            Some(_) => Edit::new(move |plan| move_entry(plan, id, index, to)),
            None => Edit::new(move |plan| write_entry(plan, id, index, to)),
        };
        // A space that is too small for the subnets that wait for it is no proposal.
        if own.is_some() || holds_all(&edit.preview(plan), id) {
            return Ok(Change {
                label: format!("Give {name} {to}"),
                value: to.to_string(),
                reason: because(to, plan),
                edit,
            });
        }
    }
    let wanted = lengths.first().copied().unwrap_or(USUAL_VNET_LENGTH);
    Err(Refusal::NoPrivateSpace(wanted))
}

fn write_entry(plan: &mut Plan, id: VnetId, index: usize, to: Prefix) {
    let Some(vnet) = plan.vnet_mut(id) else {
        return;
    };
    match vnet.address_space.get_mut(index) {
        Some(entry) => *entry = to.into(),
        None => vnet.address_space.push(to.into()),
    }
}

/// True if every blank subnet of a VNet finds a place.
fn holds_all(plan: &Plan, id: VnetId) -> bool {
    let allocation = allocate(plan, &demand(plan));
    plan.vnet(id).is_some_and(|vnet| {
        let mut blank = vnet.subnets.iter().filter(|it| it.prefix.is_blank());
        blank.all(|it| it.placement == Placement::Existing || allocation.placed(it.id).is_some())
    })
}

/// A service range for an AKS cluster, with the DNS service address in it.
///
/// # Errors
/// The cluster exists, its range clashes with nothing, or no private space is left.
pub fn propose_service_cidr(plan: &Plan, id: AksId) -> Result<Change, Refusal> {
    let aks = new_cluster(plan, id)?;
    let taken = taken(plan, &|place| place != PrefixPlace::ServiceCidr(id));
    let allowed = (SERVICE_CIDR_LENGTH.value.saturating_add(1))..=LONGEST_SERVICES;
    let own = aks.service_cidr.prefix();
    let own = own.filter(|own| allowed.contains(&own.length()));
    if let Some(own) = own.filter(|own| is_clear(*own, &taken)) {
        return Err(Refusal::Fine(own.to_string()));
    }
    let wanted = own.map_or(USUAL_LENGTH, Prefix::length);
    let to = (wanted..=LONGEST_SERVICES)
        .find_map(|length| free_range(&taken, FIRST_SERVICES, length))
        .ok_or(Refusal::NoPrivateSpace(wanted))?;
    Ok(Change {
        label: format!("Use {to} for services"),
        value: to.to_string(),
        reason: because(to, plan),
        edit: Edit::new(move |plan| {
            if let Some(aks) = plan.aks_cluster_mut(id) {
                aks.service_cidr = to.into();
                if let Some(address) = to.nth(DNS_SERVICE_OFFSET.value) {
                    aks.dns_service_ip = address.into();
                }
            }
        }),
    })
}

/// A pod range for an overlay or kubenet cluster: room for twice its nodes where private space allows it.
///
/// # Errors
/// The cluster exists or has no pod range, its range is large enough and clashes with nothing, or no private
/// space is left.
pub fn propose_pod_cidr(plan: &Plan, id: AksId) -> Result<Change, Refusal> {
    let aks = new_cluster(plan, id)?;
    if !aks.uses_pod_cidr() {
        return Err(Refusal::NotUsed(called(&aks.name, "this cluster")));
    }
    let taken = taken(plan, &|place| place != PrefixPlace::PodCidr(id));
    let nodes = pod_cidr_nodes(aks);
    let needed = pod_cidr_prefix_needed(nodes);
    let own = aks.pod_cidr.prefix().filter(|own| own.length() <= needed);
    if let Some(own) = own.filter(|own| is_clear(*own, &taken)) {
        return Err(Refusal::Fine(own.to_string()));
    }
    let roomy = pod_cidr_prefix_needed(nodes.saturating_mul(2));
    let wanted = own.map_or(roomy.min(USUAL_LENGTH), Prefix::length);
    let to = (wanted..=needed)
        .find_map(|length| free_range(&taken, FIRST_PODS, length))
        .ok_or(Refusal::NoPrivateSpace(needed))?;
    Ok(Change {
        label: format!("Use {to} for pods"),
        value: to.to_string(),
        reason: because(to, plan),
        edit: Edit::new(move |plan| {
            if let Some(aks) = plan.aks_cluster_mut(id) {
                aks.pod_cidr = to.into();
            }
        }),
    })
}

/// The customary address of the DNS service in the service range of a cluster (AKS-29).
///
/// # Errors
/// The cluster exists, its service range cannot be read, or its DNS address is well.
pub fn propose_dns_service_ip(plan: &Plan, id: AksId) -> Result<Change, Refusal> {
    let aks = new_cluster(plan, id)?;
    let unknown = || Refusal::NotReadable(called(&aks.name, "this cluster"));
    let services = aks.service_cidr.prefix().ok_or_else(unknown)?;
    let free = |address: &Ipv4Addr| {
        let kept = [
            Some(services.first()),
            services.nth(API_SERVICE_OFFSET.value),
            Some(services.last()),
        ];
        services.contains_address(*address) && !kept.contains(&Some(*address))
    };
    if let Some(own) = aks.dns_service_ip.address().filter(free) {
        return Err(Refusal::Fine(own.to_string()));
    }
    let customary = services.nth(DNS_SERVICE_OFFSET.value);
    let address = customary
        .into_iter()
        .chain(services.nth_back(1))
        .find(free)
        .ok_or_else(unknown)?;
    Ok(Change {
        label: format!("Use {address}"),
        value: address.to_string(),
        reason: format!("{address}: the customary place of the DNS service in {services}."),
        edit: Edit::new(move |plan| {
            if let Some(aks) = plan.aks_cluster_mut(id) {
                aks.dns_service_ip = AddressText::from(address);
            }
        }),
    })
}

/// A docker bridge for a cluster: none today, and by the rules of 2019 one that nothing else overlaps
/// (AKS-30).
///
/// # Errors
/// The cluster exists, its bridge is well, or no private space is left.
pub fn propose_docker_bridge(plan: &Plan, id: AksId) -> Result<Change, Refusal> {
    let aks = new_cluster(plan, id)?;
    let write = |text: String| {
        Edit::new(move |plan| {
            if let Some(aks) = plan.aks_cluster_mut(id) {
                aks.docker_bridge.clone_from(&text);
            }
        })
    };
    let own = aks.docker_bridge.trim();
    if plan.basics.profile == RuleProfile::Current {
        if own.is_empty() {
            return Err(Refusal::Fine("No docker bridge".to_owned()));
        }
        return Ok(Change {
            label: "Leave the docker bridge out".to_owned(),
            value: String::new(),
            reason: format!("AKS ignores {own}: its nodes run containerd instead of Docker."),
            edit: write(String::new()),
        });
    }
    let default = DOCKER_BRIDGE.value.prefix();
    let mut taken = taken(plan, &|_| true);
    taken.retain(|range| Some(*range) != default);
    let clear = |range: &Prefix| !taken.iter().any(|other| other.overlaps(*range));
    let length = default.map_or(USUAL_LENGTH, Prefix::length);
    let range = default
        .filter(clear)
        .or_else(|| {
            (length..=LONGEST_SERVICES).find_map(|it| free_range(&taken, SECOND_BRIDGE, it))
        })
        .ok_or(Refusal::NoPrivateSpace(length))?;
    let host = range.nth(1).ok_or(Refusal::NoPrivateSpace(length))?;
    let text = format!("{host}/{}", range.length());
    if own == text {
        return Err(Refusal::Fine(text));
    }
    Ok(Change {
        label: format!("Use {text}"),
        value: text.clone(),
        reason: because(range, plan),
        edit: write(text),
    })
}

/// A cluster that the plan creates.
fn new_cluster(plan: &Plan, id: AksId) -> Result<&AksCluster, Refusal> {
    let aks = plan.aks_cluster(id).ok_or(Refusal::Gone)?;
    match aks.placement {
        Placement::New => Ok(aks),
        Placement::Existing => Err(Refusal::Existing(called(&aks.name, "this cluster"))),
    }
}

fn is_clear(range: Prefix, taken: &[Prefix]) -> bool {
    is_private(range) && !taken.iter().any(|other| other.overlaps(range))
}

/// Why a range was proposed.
fn because(range: Prefix, plan: &Plan) -> String {
    let mut text = format!("{range}: private, and clear of all VNets, services and pods here");
    let written = plan.on_premises.prefixes.iter();
    let elsewhere: Vec<&str> = written
        .filter(|text| text.prefix().is_some())
        .map(|text| text.as_str().trim())
        .collect();
    if !elsewhere.is_empty() {
        text.push_str(" and of ");
        text.push_str(&elsewhere.join(", "));
        text.push_str(" on-premises");
    }
    text.push('.');
    text
}
