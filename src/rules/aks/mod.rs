//! Rules about AKS clusters: regions, pools, network modes, address ranges, the way out, and attaching.

mod authorized_ranges;
mod authorized_ranges_refused;
mod delegated_subnet;
mod dns_service_ip;
mod docker_bridge;
mod endpoints_reachable;
mod kubenet;
mod max_pods;
mod node_subnet_mode;
mod node_traffic;
mod on_premises_ten;
mod one_vnet;
mod outbound;
mod overlay_names;
mod pod_cidr_overlap;
mod pod_cidr_size;
mod pool_power;
mod pool_size;
mod pool_subnets;
mod private_attach;
mod region;
mod router_replicas;
mod service_cidr_overlap;
mod service_cidr_size;
mod static_block_waste;
mod surge;
mod workspace_region;

use std::net::Ipv4Addr;

use crate::azure::aks_limits::{DNS_SERVICE_OFFSET, SERVICE_CIDR_LENGTH};
use crate::domain::{
    AddressText, AksCluster, Item, NodePool, Plan, Prefix, PrefixText, Subnet, Vnet,
};

use super::ranges::{self, Range};
use super::{Applicability, Context, Finding, Rule, wording};

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &region::RULE,
    &one_vnet::RULE,
    &delegated_subnet::RULE,
    &pool_subnets::RULE,
    &max_pods::RULE,
    &pool_size::RULE,
    &surge::RULE,
    &overlay_names::RULE,
    &kubenet::RULE,
    &node_subnet_mode::RULE,
    &service_cidr_size::RULE,
    &service_cidr_overlap::RULE,
    &dns_service_ip::RULE,
    &docker_bridge::RULE,
    &pod_cidr_overlap::RULE,
    &pod_cidr_size::RULE,
    &on_premises_ten::RULE,
    &static_block_waste::RULE,
    &outbound::RULE,
    &private_attach::RULE,
    &router_replicas::RULE,
    &workspace_region::RULE,
    &endpoints_reachable::RULE,
    &node_traffic::RULE,
    &pool_power::RULE,
    &authorized_ranges_refused::RULE,
    &authorized_ranges::RULE,
];

/// What to call a cluster.
fn name(aks: &AksCluster) -> String {
    wording::name_or(&aks.name, "AKS cluster")
}

/// What to call a pool: `npsystem of aks-score`.
fn pool_name(aks: &AksCluster, pool: &NodePool) -> String {
    format!(
        "{} of {}",
        wording::name_or(&pool.name, "node pool"),
        name(aks)
    )
}

/// The region of a cluster: its own, or the plan's.
fn region_of<'a>(plan: &'a Plan, aks: &'a AksCluster) -> &'a str {
    match aks.region.trim() {
        "" => plan.basics.region.trim(),
        region => region,
    }
}

/// The subnets that the nodes of a cluster stand in, each once.
fn node_subnets<'a>(plan: &'a Plan, aks: &AksCluster) -> Vec<&'a Subnet> {
    let mut subnets: Vec<&Subnet> = Vec::new();
    for subnet in aks
        .pools
        .iter()
        .filter_map(|pool| plan.subnet(pool.node_subnet?))
    {
        if subnets.iter().all(|known| known.id != subnet.id) {
            subnets.push(subnet);
        }
    }
    subnets
}

/// The VNets that the nodes of a cluster stand in, each once; one, unless the plan is wrong.
fn vnets_of<'a>(plan: &'a Plan, aks: &AksCluster) -> Vec<&'a Vnet> {
    let mut vnets: Vec<&Vnet> = Vec::new();
    for vnet in aks
        .pools
        .iter()
        .filter_map(|pool| plan.vnet_of(pool.node_subnet?))
    {
        if vnets.iter().all(|known| known.id != vnet.id) {
            vnets.push(vnet);
        }
    }
    vnets
}

/// Ranges in words. A subnet goes without saying where its VNet is named.
fn labels(ranges: &[Range]) -> String {
    let inside_another = |range: &Range| {
        ranges.iter().any(|other| {
            other.subject != range.subject
                && other.prefix.contains(range.prefix)
                && is_subnet(range)
                && is_space(other)
        })
    };
    let shown: Vec<String> = ranges
        .iter()
        .filter(|range| !inside_another(range))
        .map(|range| range.label.clone())
        .collect();
    wording::list(&shown)
}

fn is_subnet(range: &Range) -> bool {
    range
        .subject
        .is_some_and(|subject| matches!(subject.item, Item::Subnet(_)))
}

fn is_space(range: &Range) -> bool {
    range
        .subject
        .is_some_and(|subject| matches!(subject.item, Item::Vnet(_)))
}

/// Where a free service range is looked for first.
const USUAL_SERVICES: Ipv4Addr = Ipv4Addr::new(10, 96, 0, 0);
/// The length of a service range that replaces one which is too large.
const USUAL_SERVICES_LENGTH: u8 = 16;

/// Offers a free service range of the same size, with the DNS service address at the same place in it.
fn offer_service_cidr(cx: &Context<'_>, aks: &AksCluster, finding: &mut Finding) {
    let id = aks.id;
    let old = aks.service_cidr.prefix();
    let length = old
        .map(Prefix::length)
        .filter(|length| *length > SERVICE_CIDR_LENGTH.value)
        .unwrap_or(USUAL_SERVICES_LENGTH);
    let without = Item::Aks(id).field("service_cidr");
    let Some(free) = ranges::free(cx, USUAL_SERVICES, length, without) else {
        return;
    };
    let Some(dns) = moved_dns(aks, free).or_else(|| usual_dns(free)) else {
        return;
    };
    finding.fix(
        Applicability::Suggested,
        format!("Use {free} and DNS IP {dns}"),
        move |plan| {
            if let Some(aks) = plan.aks_cluster_mut(id) {
                aks.service_cidr = PrefixText::from(free);
                aks.dns_service_ip = AddressText::from(dns);
            }
        },
    );
}

/// The DNS service address at the same place of another range; `None` if it is in no good place now.
fn moved_dns(aks: &AksCluster, to: Prefix) -> Option<Ipv4Addr> {
    let from = aks.service_cidr.prefix()?;
    let address = aks.dns_service_ip.address()?;
    if !from.contains_address(address) {
        return None;
    }
    let offset = u32::from(address).checked_sub(u32::from(from.first()))?;
    let moved = to.nth(offset)?;
    is_free_for_dns(to, moved).then_some(moved)
}

/// The customary DNS service address of a range, or the first one that is free in a small range.
fn usual_dns(range: Prefix) -> Option<Ipv4Addr> {
    [DNS_SERVICE_OFFSET.value, 2]
        .into_iter()
        .filter_map(|offset| range.nth(offset))
        .find(|address| is_free_for_dns(range, *address))
}

/// True if Kubernetes can give this address of its service range to DNS (AKS-29).
fn is_free_for_dns(range: Prefix, address: Ipv4Addr) -> bool {
    let api = range.nth(crate::azure::aks_limits::API_SERVICE_OFFSET.value);
    address != range.first() && address != range.last() && Some(address) != api
}
