//! What several papers look up in a deployment: names, subnets with all that is known of them, DNS records.

use super::Input;
use crate::allocation::Utilisation;
use crate::azure::aks::API_SERVER_GROUP;
use crate::azure::private_dns_records::{api_server_record, records};
use crate::azure::private_dns_zones::{own_zone_of_aks, zone_name, zones_for};
use crate::capacity::DemandKind;
use crate::deployment::resource::{AksCluster, PrivateEndpoint, Subnet, Vnet};
use crate::deployment::{Deployment, Key, Node, Ref, Resource, Target};
use crate::domain::{Item, PrivateDnsZone, PrivateEndpointKind, Word};

/// The name of what a key leads to; empty if it leads nowhere.
pub(super) fn name(deployment: &Deployment, key: &Key) -> String {
    match deployment.find(key) {
        Some(Target::New(node)) => own_name(deployment, node),
        Some(Target::NewSubnet(_, subnet)) => subnet.name.clone(),
        Some(Target::Existing(existing)) => existing.id.name().to_owned(),
        None => String::new(),
    }
}

/// The name of a node: the last of its names.
pub(super) fn own_name(deployment: &Deployment, node: &Node) -> String {
    let last = node.names.last();
    last.map_or("", |name| deployment.planned_text(name))
        .to_owned()
}

/// The name of the resource that a child belongs to.
pub(super) fn parent_name(deployment: &Deployment, node: &Node) -> String {
    let parent = node.names.iter().rev().nth(1);
    parent
        .map_or("", |name| deployment.planned_text(name))
        .to_owned()
}

/// Whether a deployment creates what a key leads to.
pub(super) fn is_created(deployment: &Deployment, key: &Key) -> bool {
    matches!(
        deployment.find(key),
        Some(Target::New(_) | Target::NewSubnet(..))
    )
}

/// A VNet.
pub(super) struct VnetView<'i> {
    pub(super) name: String,
    /// Its properties, if it is created.
    pub(super) body: Option<&'i Vnet>,
    pub(super) address_space: Vec<String>,
    pub(super) dns_servers: Vec<String>,
    pub(super) region: String,
}

/// Every VNet, in the plan's order.
pub(super) fn vnets<'i>(input: &'i Input<'_>) -> Vec<VnetView<'i>> {
    let plan = input.context.plan;
    let view = |vnet: &crate::domain::Vnet| {
        let item = Item::Vnet(vnet.id);
        let body = match input.deployment.find(&Key::of(item)) {
            Some(Target::New(Node {
                resource: Resource::Vnet(body),
                ..
            })) => Some(body),
            _ => None,
        };
        VnetView {
            name: vnet.name.trim().to_owned(),
            body,
            address_space: vnet
                .address_space
                .iter()
                .filter(|prefix| !prefix.is_blank())
                .map(|prefix| prefix.as_str().trim().to_owned())
                .collect(),
            dns_servers: vnet
                .dns_servers
                .iter()
                .filter(|server| !server.is_blank())
                .map(|server| server.as_str().trim().to_owned())
                .collect(),
            region: plan.region_of(vnet).trim().to_owned(),
        }
    };
    plan.vnets.iter().map(view).collect()
}

/// A subnet.
pub(super) struct SubnetView<'i> {
    pub(super) item: Item,
    pub(super) vnet: String,
    pub(super) name: String,
    /// What it is for.
    pub(super) purpose: &'static str,
    /// Its properties, if it is created.
    pub(super) body: Option<&'i Subnet>,
    /// Its range; empty while it has none.
    pub(super) prefix: String,
    /// How full it is, if it has a range.
    pub(super) room: Option<Utilisation>,
    /// Whether it is one service's alone, by a size that Azure prescribes: nothing in it is free.
    pub(super) is_whole: bool,
    /// First and last address that resources can have.
    pub(super) usable: String,
}

/// Every subnet, in the plan's order.
pub(super) fn subnets<'i>(input: &'i Input<'_>) -> Vec<SubnetView<'i>> {
    let context = &input.context;
    let view = |(vnet, subnet): (&crate::domain::Vnet, &crate::domain::Subnet)| {
        let item = Item::Subnet(subnet.id);
        let body = match input.deployment.find(&Key::of(item)) {
            Some(Target::NewSubnet(_, inline)) => Some(&inline.subnet),
            Some(Target::New(Node {
                resource: Resource::Subnet(body),
                ..
            })) => Some(body),
            _ => None,
        };
        let range = context.prefix(subnet.id);
        let written = body.and_then(|body| body.prefix.clone());
        let usable = range.and_then(crate::azure::reserved::usable_range);
        SubnetView {
            item,
            vnet: vnet.name.trim().to_owned(),
            name: subnet.name.trim().to_owned(),
            purpose: subnet.purpose.label(),
            body,
            prefix: written
                .or_else(|| range.map(|range| range.to_string()))
                .unwrap_or_default(),
            room: context.utilisation(subnet.id),
            is_whole: {
                let mut uses = context.demand.of(subnet.id).lines.into_iter();
                uses.any(|line| line.kind == DemandKind::Appliance)
            },
            usable: usable
                .map(|(first, last)| format!("{first} – {last}"))
                .unwrap_or_default(),
        }
    };
    context.plan.subnets().map(view).collect()
}

/// A record that names something private.
pub(super) struct RecordView {
    pub(super) zone: String,
    /// Who keeps the zone.
    pub(super) kept: &'static str,
    pub(super) name: String,
    /// The fixed address, or when it is known.
    pub(super) address: String,
    pub(super) endpoint: String,
    pub(super) service: String,
    pub(super) group_id: &'static str,
    /// The VNets that ask the zone.
    pub(super) links: Vec<String>,
    pub(super) items: Vec<Item>,
}

/// Every record of every private endpoint, and of every API server that is private, in the order in which they
/// are created.
pub(super) fn dns_records(input: &Input<'_>) -> Vec<RecordView> {
    let mut out = Vec::new();
    for node in &input.deployment.nodes {
        match (&node.resource, node.item) {
            (Resource::PrivateEndpoint(endpoint), Item::PrivateEndpoint(id)) => {
                let planned = &input.context.plan.private_endpoints;
                if let Some(planned) = planned.iter().find(|planned| planned.id == id) {
                    records_of(input, node, endpoint, planned.kind, &mut out);
                }
            }
            (Resource::AksCluster(cluster), _) if cluster.api_server.private => {
                out.push(api_server(input, node, cluster));
            }
            _ => {}
        }
    }
    out
}

/// The record of an API server: AKS writes it, into the plan's zone or into one that it makes itself.
fn api_server(input: &Input<'_>, node: &Node, cluster: &AksCluster) -> RecordView {
    let deployment = &input.deployment;
    let server = &cluster.api_server;
    let is_integrated = server.subnet.is_some();
    let zone = server.zone.as_ref().map(Ref::key);
    let zones = &input.context.plan.dns.zones;
    let planned = zone.and_then(|key| {
        let mut zones = zones.iter();
        zones.find(|zone| Key::of(Item::Zone(zone.id)) == *key)
    });
    let links = planned.map_or_else(
        || {
            let nodes = cluster.pool.node_subnet.as_ref().map(Ref::key);
            let vnet = nodes.and_then(|key| vnet_name(deployment, key));
            vnet.into_iter().collect()
        },
        |zone| linked(input, zone),
    );
    let region = node.location.as_ref();
    let region = region.map_or("", |region| deployment.planned_text(region));
    RecordView {
        zone: zone.map_or_else(
            || own_zone_of_aks(deployment.cloud, region, is_integrated),
            |key| name(deployment, key),
        ),
        kept: zone.map_or(KEPT_BY_AKS, |key| kept(deployment, Some(key))),
        name: api_server_record(&cluster.dns_prefix),
        address: "given out when the cluster is created".to_owned(),
        endpoint: if is_integrated {
            "none: the API server stands in its subnet"
        } else {
            "made by AKS"
        }
        .to_owned(),
        service: own_name(deployment, node),
        group_id: if is_integrated {
            ""
        } else {
            API_SERVER_GROUP.value
        },
        links,
        items: [node.item]
            .into_iter()
            .chain(planned.map(|zone| Item::Zone(zone.id)))
            .collect(),
    }
}

/// What stands for the keeper of a zone that AKS makes itself.
pub(super) const KEPT_BY_AKS: &str = "kept by AKS";

/// Who keeps a zone.
fn kept(deployment: &Deployment, zone: Option<&Key>) -> &'static str {
    match zone {
        Some(key) if is_created(deployment, key) => "created",
        Some(key) if deployment.find(key).is_some() => "exists",
        _ => "not in the plan",
    }
}

/// The names of the VNets that a zone is linked to.
pub(super) fn linked(input: &Input<'_>, zone: &PrivateDnsZone) -> Vec<String> {
    let links = zone.links.iter();
    let vnets = links.filter_map(|id| input.context.plan.vnet(*id));
    vnets.map(|vnet| vnet.name.trim().to_owned()).collect()
}

/// The name of the VNet that a subnet is in.
fn vnet_name(deployment: &Deployment, subnet: &Key) -> Option<String> {
    Some(match deployment.find(subnet)? {
        Target::New(node) => parent_name(deployment, node),
        Target::NewSubnet(vnet, _) => own_name(deployment, vnet),
        Target::Existing(existing) => existing.id.names.first()?.clone(),
    })
}

fn records_of(
    input: &Input<'_>,
    node: &Node,
    endpoint: &PrivateEndpoint,
    kind: PrivateEndpointKind,
    out: &mut Vec<RecordView>,
) {
    let plan = input.context.plan;
    let basics = &plan.basics;
    let service = name(&input.deployment, &endpoint.service);
    for zone_kind in zones_for(kind) {
        let zone = plan.zone(*zone_kind);
        let key = zone.map(|zone| Key::of(Item::Zone(zone.id)));
        let kept = kept(&input.deployment, key.as_ref());
        let links = zone.map_or_else(Vec::new, |zone| linked(input, zone));
        let mut names = records(kind, *zone_kind, &service, &basics.region);
        if kind == PrivateEndpointKind::Registry
            && let Some(registry) = &plan.workspace.registry
        {
            for region in &registry.replica_regions {
                let further = records(kind, *zone_kind, &service, region);
                names.extend(further.into_iter().skip(1));
            }
        }
        if names.is_empty() {
            names.push("(one for each part of the private link scope)".to_owned());
        }
        let mut items = vec![node.item];
        items.extend(zone.map(|zone| Item::Zone(zone.id)));
        out.extend(names.into_iter().map(|record| {
            RecordView {
                zone: zone_name(*zone_kind, basics.cloud, &basics.region),
                kept,
                name: record,
                address: endpoint
                    .static_address
                    .as_ref()
                    .map_or_else(|| WHEN_CREATED.to_owned(), |fixed| fixed.address.clone()),
                endpoint: own_name(&input.deployment, node),
                service: service.clone(),
                group_id: endpoint.group_id,
                links: links.clone(),
                items: items.clone(),
            }
        }));
    }
}

/// What stands for an address that Azure gives out.
pub(super) const WHEN_CREATED: &str = "given out when the endpoint is created";

/// `new` or `exists`.
pub(super) fn status(created: bool) -> &'static str {
    if created { "new" } else { "exists" }
}
