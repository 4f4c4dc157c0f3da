//! How people reach the workspace and how jobs run: the numbered flow of the drawing.

use std::collections::{BTreeMap, VecDeque};

use crate::domain::{
    Item, OnPremisesLink, OperatingSystem, Plan, PrivateEndpointKind, SubnetId, SubnetPurpose,
    VnetId,
};

use super::machines::standing;
use super::{Content, Peer};

/// How people come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::diagram) enum Entry {
    /// Through a jump host.
    Jump {
        /// Key of the jump host.
        host: String,
        host_subnet: SubnetId,
        /// Key and subnet of the Bastion in front of it.
        bastion: Option<(String, SubnetId)>,
    },
    /// From on-premises through a gateway, by its key and subnet.
    OnPremises { gateway: String, subnet: SubnetId },
    /// Over the workspace's public endpoint.
    Public,
    /// Not at all.
    Nowhere,
}

/// One numbered line of the flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::diagram) struct Step {
    pub(in crate::diagram) kind: StepKind,
    pub(in crate::diagram) text: String,
}

/// Which line a step is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::diagram) enum StepKind {
    /// From the person to the Bastion with this key.
    SignIn { bastion: String },
    /// From the Bastion to the jump host.
    Session { bastion: String, host: String },
    /// From the person to their own network.
    Office,
    /// From on-premises to the gateway.
    Dial { gateway: String },
    /// From where people are to the workspace's private endpoint.
    Enter { from: String, endpoint: String },
    /// From the person to the workspace's public endpoint.
    Public,
    /// From the workspace by Azure Batch to the cluster with this key.
    Start { from: String, cluster: String },
    /// Between the subnet of the cluster and the subnet of the endpoints.
    Data { endpoints: String, cluster: String },
}

/// Pairs of VNets with a peering, in the order of the plan.
pub(super) fn peers(plan: &Plan) -> Vec<Peer> {
    let mut peers: Vec<Peer> = Vec::new();
    for peering in &plan.peerings {
        let exists = |id| plan.vnet(id).is_some();
        if peering.from == peering.to || !exists(peering.from) || !exists(peering.to) {
            continue;
        }
        let transit = peering.allow_gateway_transit || peering.use_remote_gateways;
        let back = (peering.to, peering.from);
        if let Some(peer) = peers.iter_mut().find(|peer| peer.ends == back) {
            peer.both = true;
            peer.transit |= transit;
        } else if !peers.iter().any(|peer| peer.ends == (back.1, back.0)) {
            peers.push(Peer {
                ends: (peering.from, peering.to),
                both: false,
                transit,
            });
        }
    }
    peers
}

/// How people come in: by the first way that the plan provides.
pub(super) fn entry(plan: &Plan) -> Entry {
    let host = plan
        .jump_hosts
        .iter()
        .find_map(|host| Some((host, host.subnet.filter(|id| plan.subnet(*id).is_some())?)));
    if let Some((host, host_subnet)) = host {
        let vnet = plan.vnet_of(host_subnet).map(|vnet| vnet.id);
        let mut bastions: Vec<_> = plan.bastions.iter().collect();
        bastions.sort_by_key(|bastion| Some(bastion.vnet) != vnet);
        let bastion = bastions.into_iter().find_map(|bastion| {
            let subnet = standing(plan, bastion.vnet, SubnetPurpose::Bastion)?;
            Some((Item::Bastion(bastion.id).key(), subnet))
        });
        return Entry::Jump {
            host: Item::JumpHost(host.id).key(),
            host_subnet,
            bastion,
        };
    }
    let gateway = plan.gateways.iter().find_map(|gateway| {
        let subnet = standing(plan, gateway.vnet, SubnetPurpose::Gateway)?;
        Some((Item::Gateway(gateway.id).key(), subnet))
    });
    match gateway {
        Some((gateway, subnet)) if plan.on_premises.link != OnPremisesLink::None => {
            Entry::OnPremises { gateway, subnet }
        }
        _ if plan.workspace.public_network_access && !plan.workspace.name.trim().is_empty() => {
            Entry::Public
        }
        _ => Entry::Nowhere,
    }
}

impl Entry {
    /// The subnet in which people arrive.
    fn subnet(&self) -> Option<SubnetId> {
        match self {
            Self::Jump { host_subnet, .. } => Some(*host_subnet),
            Self::OnPremises { subnet, .. } => Some(*subnet),
            Self::Public | Self::Nowhere => None,
        }
    }
}

/// The private endpoints of the workspace with their VNets.
fn doors(plan: &Plan) -> Vec<(String, SubnetId, VnetId)> {
    plan.endpoints_of(PrivateEndpointKind::Workspace)
        .filter_map(|endpoint| {
            let subnet = endpoint.subnet?;
            let vnet = plan.vnet_of(subnet)?.id;
            Some((Item::PrivateEndpoint(endpoint.id).key(), subnet, vnet))
        })
        .collect()
}

/// The VNets from the one that people enter to the nearest one with an endpoint of the workspace, by
/// peering. Just the VNet of the first endpoint if nobody enters or no peering leads there.
pub(super) fn path(plan: &Plan, peers: &[Peer], entry: &Entry) -> Vec<VnetId> {
    let doors = doors(plan);
    let is_door = |vnet| doors.iter().any(|(_, _, door)| *door == vnet);
    let start = entry
        .subnet()
        .and_then(|id| plan.vnet_of(id))
        .map(|vnet| vnet.id);
    if let Some(start) = start {
        let mut before: BTreeMap<VnetId, VnetId> = BTreeMap::from([(start, start)]);
        let mut queue = VecDeque::from([start]);
        while let Some(vnet) = queue.pop_front() {
            if is_door(vnet) {
                return trace(&before, vnet);
            }
            for peer in peers {
                let next = match peer.ends {
                    (a, b) if a == vnet => b,
                    (a, b) if b == vnet => a,
                    _ => continue,
                };
                before.entry(next).or_insert_with(|| {
                    queue.push_back(next);
                    vnet
                });
            }
        }
    }
    doors
        .first()
        .map(|(_, _, vnet)| *vnet)
        .into_iter()
        .collect()
}

/// The way back from `end` to the VNet that stands before itself, turned round.
fn trace(before: &BTreeMap<VnetId, VnetId>, end: VnetId) -> Vec<VnetId> {
    let mut way = vec![end];
    let mut vnet = end;
    while let Some(previous) = before.get(&vnet).filter(|previous| **previous != vnet) {
        way.push(*previous);
        vnet = *previous;
    }
    way.reverse();
    way
}

/// The numbered flow: first how people come in, then how a job runs.
pub(super) fn steps(content: &Content<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    person(content, &mut steps);
    job(content, &mut steps);
    steps
}

fn person(content: &Content<'_>, steps: &mut Vec<Step>) {
    let name = |key: &str| node_name(content, key);
    let mut step = |kind, text: String| steps.push(Step { kind, text });
    let arrival = match &content.entry {
        Entry::Jump { host, bastion, .. } => {
            if let Some((bastion, subnet)) = bastion
                && Some(*subnet) != content.entry.subnet()
            {
                step(
                    StepKind::SignIn {
                        bastion: bastion.clone(),
                    },
                    format!("Sign in to Azure Bastion {}", name(bastion)),
                );
                step(
                    StepKind::Session {
                        bastion: bastion.clone(),
                        host: host.clone(),
                    },
                    format!(
                        "Bastion opens {} to {}",
                        protocol(content, host),
                        name(host)
                    ),
                );
            }
            Some(host)
        }
        Entry::OnPremises { gateway, .. } => {
            step(
                StepKind::Office,
                "Work from the on-premises network".to_owned(),
            );
            step(
                StepKind::Dial {
                    gateway: gateway.clone(),
                },
                format!("Reach Azure through {}", name(gateway)),
            );
            Some(gateway)
        }
        Entry::Public => {
            step(
                StepKind::Public,
                "Open the workspace over its public endpoint".to_owned(),
            );
            None
        }
        Entry::Nowhere => None,
    };
    let Some(from) = arrival else { return };
    let end = content.path.last();
    let door = doors(content.plan)
        .into_iter()
        .find(|(_, _, vnet)| Some(vnet) == end);
    let entered = content.entry.subnet();
    let connected = entered
        .and_then(|id| content.network_of(id))
        .is_some_and(|network| content.path.first() == Some(&network.id))
        && content.crosses_side_only();
    if let Some((endpoint, subnet, _)) = door
        && connected
        && Some(subnet) != entered
    {
        let batch = !content.plan.batch_endpoints.is_empty();
        let text = match (&content.entry, batch) {
            (Entry::Jump { .. }, true) => format!("{} invokes the batch endpoint", name(from)),
            (Entry::Jump { .. }, false) => format!("{} opens the workspace", name(from)),
            (_, true) => format!("Invoke the batch endpoint through {}", name(&endpoint)),
            (_, false) => format!("Open the workspace through {}", name(&endpoint)),
        };
        step(
            StepKind::Enter {
                from: from.clone(),
                endpoint,
            },
            text,
        );
    }
}

fn protocol(content: &Content<'_>, host: &str) -> &'static str {
    let windows = content.plan.jump_hosts.iter().any(|candidate| {
        Item::JumpHost(candidate.id).key() == host && candidate.os == OperatingSystem::Windows
    });
    if windows { "RDP" } else { "SSH" }
}

fn job(content: &Content<'_>, steps: &mut Vec<Step>) {
    let plan = content.plan;
    let deployed = plan.batch_endpoints.iter().find_map(|endpoint| {
        let cluster = endpoint
            .deployments
            .iter()
            .find_map(|deployment| plan.cluster(deployment.cluster?))?;
        Some((Item::BatchEndpoint(endpoint.id).key(), cluster))
    });
    let first = plan
        .clusters
        .first()
        .map(|cluster| (Item::Workspace.key(), cluster));
    let Some((from, cluster)) = deployed.or(first) else {
        return;
    };
    let Some(subnet) = cluster.subnet.filter(|id| plan.subnet(*id).is_some()) else {
        return;
    };
    let key = Item::Cluster(cluster.id).key();
    let name = node_name(content, &key);
    if content
        .services
        .iter()
        .any(|service| service.item == Item::Workspace)
    {
        steps.push(Step {
            kind: StepKind::Start {
                from,
                cluster: key.clone(),
            },
            text: format!("Azure Batch starts nodes of {name}"),
        });
    }
    let network = content.network_of(subnet);
    let endpoints = doors(plan)
        .into_iter()
        .map(|(_, subnet, _)| subnet)
        .chain(
            plan.private_endpoints
                .iter()
                .filter_map(|endpoint| endpoint.subnet),
        )
        .find(|door| content.network_of(*door).map(|network| network.id) == network.map(|n| n.id));
    if let Some(endpoints) = endpoints
        && endpoints != subnet
        && network.is_some()
    {
        steps.push(Step {
            kind: StepKind::Data {
                endpoints: Item::Subnet(endpoints).key(),
                cluster: Item::Subnet(subnet).key(),
            },
            text: "Nodes read and write over private links".to_owned(),
        });
    }
}

fn node_name(content: &Content<'_>, key: &str) -> String {
    content
        .networks()
        .flat_map(|network| &network.subnets)
        .flat_map(|subnet| &subnet.nodes)
        .find(|node| node.key == key)
        .map(|node| node.name.clone())
        .unwrap_or_default()
}
