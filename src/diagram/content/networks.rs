//! VNets and subnets of the drawing, and in which column each VNet stands.

use std::collections::BTreeMap;

use crate::azure::reserved;
use crate::diagram::glyphs::Glyph;
use crate::diagram::measure::grouped;
use crate::diagram::scene::Load;
use crate::diagram::tally::{Tally, family};
use crate::domain::{
    IsolationMode, Item, NextHop, Placement, Plan, RoutePreset, Subnet, SubnetId, SubnetPurpose,
    Vnet, VnetId, VnetRole, Word,
};
use crate::rules::{Context, Severity};

use super::{Loose, Network, Node, NodeShape, Subnetwork, Usage, named};

/// Every VNet, in the plan's order. Takes the nodes of its subnets out of `nodes`.
pub(super) fn networks(
    context: &Context<'_>,
    tally: &Tally,
    nodes: &mut BTreeMap<Option<SubnetId>, Vec<Node>>,
) -> Vec<Network> {
    context
        .plan
        .vnets
        .iter()
        .map(|vnet| Network {
            key: Item::Vnet(vnet.id).key(),
            id: vnet.id,
            name: named(&vnet.name, "unnamed VNet"),
            prefixes: vnet
                .address_space
                .iter()
                .filter(|prefix| !prefix.is_blank())
                .map(|prefix| prefix.as_str().trim().to_owned())
                .collect(),
            detail: detail(context.plan, vnet),
            subnets: vnet
                .subnets
                .iter()
                .map(|subnet| {
                    let nodes = nodes.remove(&Some(subnet.id)).unwrap_or_default();
                    subnetwork(context, tally, subnet, nodes)
                })
                .collect(),
            marks: tally.of(&family(context.plan, Item::Vnet(vnet.id))),
        })
        .collect()
}

fn detail(plan: &Plan, vnet: &Vnet) -> String {
    let mut detail = match vnet.role {
        VnetRole::Workspace => "workspace network",
        VnetRole::JumpHost => "jump-host network",
        VnetRole::Hub => "hub network",
        VnetRole::Other => "network",
    }
    .to_owned();
    if vnet.placement == Placement::Existing {
        detail.push_str(", exists");
    }
    let region = plan.region_of(vnet);
    if region != plan.basics.region.trim() {
        detail.push_str(" · ");
        detail.push_str(region);
    }
    detail
}

fn subnetwork(
    context: &Context<'_>,
    tally: &Tally,
    subnet: &Subnet,
    nodes: Vec<Node>,
) -> Subnetwork {
    let plan = context.plan;
    let mut items = vec![Item::Subnet(subnet.id)];
    items.extend(nodes.iter().flat_map(|node| family(plan, node.item)));
    let guard = subnet.nsg.map(|id| family(plan, Item::Nsg(id)));
    items.extend(guard.iter().flatten());
    items.extend(
        subnet
            .route_table
            .iter()
            .flat_map(|id| family(plan, Item::RouteTable(*id))),
    );
    items.extend(subnet.nat_gateway.map(Item::NatGateway));
    Subnetwork {
        key: Item::Subnet(subnet.id).key(),
        id: subnet.id,
        name: named(&subnet.name, "unnamed subnet"),
        glyph: glyph(subnet.purpose),
        purpose: subnet.purpose.label(),
        prefix: prefix(context, subnet),
        usage: usage(context, subnet),
        shield: guard.map(|items| tally.of(&items).worst() == Some(Severity::Error)),
        nsg: subnet
            .nsg
            .and_then(|id| plan.nsg(id))
            .map(|nsg| named(&nsg.name, "unnamed NSG")),
        routed: routed(plan, subnet),
        notes: notes(plan, subnet),
        nodes,
        marks: tally.of(&items),
    }
}

fn glyph(purpose: SubnetPurpose) -> Glyph {
    match purpose {
        SubnetPurpose::Training => Glyph::Cluster,
        SubnetPurpose::PrivateEndpoints => Glyph::PrivateEndpoint,
        SubnetPurpose::AksNodes | SubnetPurpose::AksPods | SubnetPurpose::AksApiServer => {
            Glyph::Aks
        }
        SubnetPurpose::VirtualMachines => Glyph::Machine,
        SubnetPurpose::Bastion => Glyph::Bastion,
        SubnetPurpose::Gateway => Glyph::Gateway,
        SubnetPurpose::Firewall | SubnetPurpose::FirewallManagement => Glyph::Firewall,
        SubnetPurpose::RouteServer => Glyph::RouteServer,
        SubnetPurpose::Other => Glyph::Other,
    }
}

/// Whether Azure sizes subnets of this purpose by a rule of its own, whatever stands in them.
fn fixed(purpose: SubnetPurpose) -> bool {
    matches!(
        purpose,
        SubnetPurpose::Bastion
            | SubnetPurpose::Gateway
            | SubnetPurpose::Firewall
            | SubnetPurpose::FirewallManagement
            | SubnetPurpose::RouteServer
    )
}

fn prefix(context: &Context<'_>, subnet: &Subnet) -> String {
    match context.prefix(subnet.id) {
        Some(prefix) if subnet.prefix.is_blank() => format!("{prefix} proposed"),
        Some(prefix) => prefix.to_string(),
        None => named(subnet.prefix.as_str(), "no prefix yet"),
    }
}

fn usage(context: &Context<'_>, subnet: &Subnet) -> Usage {
    if fixed(subnet.purpose) {
        return context.prefix(subnet.id).map_or(Usage::Unknown, |prefix| {
            Usage::Fixed(format!("{} usable", grouped(reserved::usable(prefix))))
        });
    }
    let Some(utilisation) = context.utilisation(subnet.id) else {
        return Usage::Unknown;
    };
    let percent = utilisation.percent();
    let of = format!(
        "{} of {}",
        grouped(utilisation.needed),
        grouped(utilisation.usable)
    );
    let short = utilisation.short();
    let (choices, load) = if short > 0 {
        let short = format!("{} short", grouped(short));
        (vec![format!("{of} · {short}"), short], Load::Over)
    } else {
        let load = if percent >= TIGHT_PERCENT {
            Load::Tight
        } else {
            Load::Room
        };
        let share = format!("{percent}%");
        (vec![format!("{of} · {share}"), of, share], load)
    };
    Usage::Measured {
        choices,
        percent,
        load,
    }
}

/// From this share on, a gauge warns. A choice of this app, not a limit of Azure.
const TIGHT_PERCENT: u64 = 80;

fn routed(plan: &Plan, subnet: &Subnet) -> bool {
    let Some(table) = subnet.route_table.and_then(|id| plan.route_table(id)) else {
        return false;
    };
    table.preset == RoutePreset::Firewall
        || table.routes.iter().any(|route| {
            route.next_hop == NextHop::VirtualAppliance && route.destination.trim() == "0.0.0.0/0"
        })
}

fn notes(plan: &Plan, subnet: &Subnet) -> Vec<String> {
    let nat = subnet
        .nat_gateway
        .and_then(|id| plan.nat_gateway(id))
        .map(|nat| format!("egress: {}", named(&nat.name, "NAT gateway")));
    let delegation = Some(subnet.delegation.trim())
        .filter(|service| !service.is_empty())
        .map(|service| format!("delegated to {service}"));
    let used = (subnet.used_addresses > 0).then(|| {
        format!(
            "{} addresses in use already",
            grouped(u64::from(subnet.used_addresses))
        )
    });
    nat.into_iter().chain(delegation).chain(used).collect()
}

/// Splits VNets into the main column (endpoints, computes) and the side column (jump host, hub), each with
/// the VNets of the way that people take at the front.
pub(super) fn columns(
    networks: &mut Vec<Network>,
    path: &[VnetId],
) -> (Vec<Network>, Vec<Network>) {
    let is_main = |network: &Network| {
        network
            .subnets
            .iter()
            .flat_map(|subnet| &subnet.nodes)
            .any(|node| {
                matches!(
                    node.item,
                    Item::PrivateEndpoint(_)
                        | Item::Cluster(_)
                        | Item::Instance(_)
                        | Item::Serverless
                        | Item::Aks(_)
                )
            })
    };
    let (mut main, mut side): (Vec<_>, Vec<_>) = networks.drain(..).partition(is_main);
    if main.is_empty() && !side.is_empty() {
        main.push(side.remove(0));
    }
    // The end of the way leads the main column; the last VNet before it leads the side column.
    let rank = |network: &Network| {
        path.iter()
            .rev()
            .position(|id| *id == network.id)
            .unwrap_or(usize::MAX)
    };
    main.sort_by_key(rank);
    side.sort_by_key(rank);
    (main, side)
}

/// What stands in no subnet of the plan.
pub(super) fn loose(plan: &Plan, nodes: BTreeMap<Option<SubnetId>, Vec<Node>>) -> Vec<Loose> {
    // References to subnets that are gone count as none.
    let nodes: Vec<Node> = nodes.into_values().flatten().collect();
    let (waiting, managed): (Vec<Node>, Vec<Node>) = nodes.into_iter().partition(|node| {
        plan.workspace.isolation == IsolationMode::Disabled
            || node.shape == NodeShape::Row
            || !matches!(
                node.item,
                Item::Cluster(_) | Item::Instance(_) | Item::Serverless
            )
    });
    [
        Loose {
            key: "managed-network",
            name: "Managed virtual network",
            detail: "run by Azure Machine Learning",
            nodes: managed,
        },
        Loose {
            key: "no-subnet",
            name: "Not in a subnet",
            detail: "outside the VNets of this plan",
            nodes: waiting,
        },
    ]
    .into_iter()
    .filter(|loose| !loose.nodes.is_empty())
    .collect()
}
