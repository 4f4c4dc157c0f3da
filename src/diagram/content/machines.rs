//! What stands in the subnets: endpoints, computes, clusters, hosts and appliances.

use std::collections::BTreeMap;

use crate::diagram::glyphs::Glyph;
use crate::diagram::measure::grouped;
use crate::diagram::tally::{Tally, family};
use crate::domain::{
    AksCluster, AttachedKind, Item, NodePool, Plan, PrivateEndpoint, SubnetId, SubnetPurpose,
    VnetId,
};
use crate::rules::Context;

use super::{Node, NodeShape, Service, counted, named, services};

type BySubnet = BTreeMap<Option<SubnetId>, Vec<Node>>;

/// Every node by its subnet; under `None` those without one. Within a subnet: endpoints in the order of their
/// services, then hosts and appliances, then computes.
pub(super) fn by_subnet(context: &Context<'_>, tally: &Tally, services: &[Service]) -> BySubnet {
    let plan = context.plan;
    let mut collected = Collected {
        plan,
        tally,
        nodes: BTreeMap::new(),
    };
    collected.endpoints(context, services);
    collected.hosts();
    collected.computes();
    for aks in &plan.aks {
        collected.aks(aks);
    }
    collected.nodes
}

struct Collected<'a> {
    plan: &'a Plan,
    tally: &'a Tally,
    nodes: BySubnet,
}

/// What a node looks like, before its place and marks are known.
struct Look {
    shape: NodeShape,
    glyph: Glyph,
    name: String,
    lines: Vec<String>,
}

impl Collected<'_> {
    fn add(&mut self, subnet: Option<SubnetId>, item: Item, look: Look) {
        self.add_part(subnet, item, "", look);
    }

    /// Adds a node that is one part of an item; the part keeps its key unique.
    fn add_part(&mut self, subnet: Option<SubnetId>, item: Item, part: &str, look: Look) {
        let subnet = subnet.filter(|id| self.plan.subnet(*id).is_some());
        self.nodes.entry(subnet).or_default().push(Node {
            key: format!("{}{part}", item.key()),
            item,
            shape: look.shape,
            glyph: look.glyph,
            name: look.name,
            lines: look.lines,
            service: None,
            marks: self.tally.of(&family(self.plan, item)),
        });
    }

    fn endpoints(&mut self, context: &Context<'_>, services: &[Service]) {
        let mut endpoints: Vec<(&PrivateEndpoint, Option<&Service>)> = self
            .plan
            .private_endpoints
            .iter()
            .map(|endpoint| (endpoint, services::behind(services, endpoint)))
            .collect();
        // Endpoints keep the order of their services, so that no link crosses another.
        endpoints.sort_by_key(|(endpoint, service)| {
            let place =
                service.and_then(|service| services.iter().position(|s| s.key == service.key));
            (place.unwrap_or(usize::MAX), endpoint.kind)
        });
        for (endpoint, service) in endpoints {
            let subnet = endpoint.subnet.filter(|id| self.plan.subnet(*id).is_some());
            let item = Item::PrivateEndpoint(endpoint.id);
            let addresses: u64 = subnet
                .map(|id| context.demand.of(id))
                .unwrap_or_default()
                .lines
                .iter()
                .filter(|line| line.item == item)
                .map(|line| line.addresses)
                .sum();
            let detail = match endpoint.static_address.as_str().trim() {
                "" if addresses == 0 => String::new(),
                "" if addresses == 1 => "1 address".to_owned(),
                "" => format!("{} addresses", grouped(addresses)),
                address => address.to_owned(),
            };
            self.nodes.entry(subnet).or_default().push(Node {
                key: item.key(),
                item,
                shape: NodeShape::Row,
                glyph: Glyph::PrivateEndpoint,
                name: named(&endpoint.name, "unnamed endpoint"),
                lines: vec![detail],
                service: service.map(|service| service.key.clone()),
                marks: self.tally.of(&[item]),
            });
        }
    }

    fn hosts(&mut self) {
        let plan = self.plan;
        for host in &plan.jump_hosts {
            self.add(
                host.subnet,
                Item::JumpHost(host.id),
                pill(Glyph::Machine, &host.name, "jump host", ""),
            );
        }
        for bastion in &plan.bastions {
            self.add(
                standing(plan, bastion.vnet, SubnetPurpose::Bastion),
                Item::Bastion(bastion.id),
                pill(Glyph::Bastion, &bastion.name, "Azure Bastion", ""),
            );
        }
        for gateway in &plan.gateways {
            self.add(
                standing(plan, gateway.vnet, SubnetPurpose::Gateway),
                Item::Gateway(gateway.id),
                pill(Glyph::Gateway, &gateway.name, "gateway", ""),
            );
        }
        for firewall in &plan.firewalls {
            self.add(
                standing(plan, firewall.vnet, SubnetPurpose::Firewall),
                Item::Firewall(firewall.id),
                pill(
                    Glyph::Firewall,
                    &firewall.name,
                    "Azure Firewall",
                    firewall.private_address.as_str().trim(),
                ),
            );
        }
    }

    fn computes(&mut self) {
        let plan = self.plan;
        for cluster in &plan.clusters {
            let nodes = node_words(cluster.min_nodes, cluster.max_nodes);
            let lines = vec![nodes, ip_words(cluster.public_ip)];
            let look = card(Glyph::Cluster, &cluster.name, "unnamed cluster", lines);
            self.add(cluster.subnet, Item::Cluster(cluster.id), look);
        }
        for instance in &plan.instances {
            let lines = vec!["instance".to_owned(), ip_words(instance.public_ip)];
            let look = card(Glyph::Instance, &instance.name, "unnamed instance", lines);
            self.add(instance.subnet, Item::Instance(instance.id), look);
        }
        let serverless = &plan.workspace.serverless;
        if serverless.max_nodes > 0 || serverless.subnet.is_some() {
            let lines = vec![
                format!("up to {}", counted(count(serverless.max_nodes), "node")),
                ip_words(serverless.public_ip),
            ];
            let look = card(Glyph::Serverless, "Serverless", "Serverless", lines);
            self.add(serverless.subnet, Item::Serverless, look);
        }
        for machine in &plan.attached {
            let (glyph, lines) = match machine.kind {
                AttachedKind::VirtualMachine => (Glyph::Machine, vec!["attached VM".to_owned()]),
                AttachedKind::HdInsight => (
                    Glyph::HdInsight,
                    vec![
                        "HDInsight".to_owned(),
                        counted(count(machine.nodes), "node"),
                    ],
                ),
            };
            let look = card(glyph, &machine.name, "unnamed machine", lines);
            self.add(machine.subnet, Item::Attached(machine.id), look);
        }
    }

    /// One card for each subnet that the cluster uses.
    fn aks(&mut self, aks: &AksCluster) {
        let item = Item::Aks(aks.id);
        let mut nodes: BTreeMap<Option<SubnetId>, Vec<&NodePool>> = BTreeMap::new();
        let mut pods: BTreeMap<SubnetId, Vec<&NodePool>> = BTreeMap::new();
        for pool in &aks.pools {
            nodes.entry(pool.node_subnet).or_default().push(pool);
            if let Some(subnet) = pool.pod_subnet.filter(|_| aks.uses_pod_subnet()) {
                pods.entry(subnet).or_default().push(pool);
            }
        }
        if nodes.is_empty() {
            nodes.insert(None, Vec::new());
        }
        for (index, (subnet, pools)) in nodes.into_iter().enumerate() {
            let part = if index == 0 {
                String::new()
            } else {
                format!("-nodes-{index}")
            };
            let mut lines: Vec<String> = pools.into_iter().map(pool_words).collect();
            if aks.private_cluster && index == 0 {
                lines.push("private cluster".to_owned());
            }
            let look = card(Glyph::Aks, &aks.name, "unnamed AKS cluster", lines);
            self.add_part(subnet, item, &part, look);
        }
        for (index, (subnet, pools)) in pods.into_iter().enumerate() {
            let names: Vec<String> = pools.iter().map(|pool| named(&pool.name, "pool")).collect();
            let lines = vec![format!("pods of {}", names.join(", "))];
            let look = card(Glyph::Aks, &aks.name, "unnamed AKS cluster", lines);
            self.add_part(Some(subnet), item, &format!("-pods-{index}"), look);
        }
        if let Some(subnet) = aks.api_server_subnet {
            let lines = vec!["API server".to_owned()];
            let look = card(Glyph::Aks, &aks.name, "unnamed AKS cluster", lines);
            self.add_part(Some(subnet), item, "-api-server", look);
        }
    }
}

fn pill(glyph: Glyph, name: &str, fallback: &str, detail: &str) -> Look {
    Look {
        shape: NodeShape::Pill,
        glyph,
        name: named(name, fallback),
        lines: vec![detail.to_owned()],
    }
}

fn card(glyph: Glyph, name: &str, fallback: &str, lines: Vec<String>) -> Look {
    Look {
        shape: NodeShape::Card,
        glyph,
        name: named(name, fallback),
        lines,
    }
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn ip_words(public: bool) -> String {
    if public { "public IP" } else { "no public IP" }.to_owned()
}

fn pool_words(pool: &NodePool) -> String {
    format!(
        "{} · {} × {} pods",
        named(&pool.name, "pool"),
        node_words(pool.min_nodes, pool.max_nodes),
        pool.max_pods
    )
}

/// `0–8 nodes`, `3 nodes`.
fn node_words(min: u32, max: u32) -> String {
    if min == max {
        counted(count(max), "node")
    } else {
        format!("{min}–{max} nodes")
    }
}

/// The subnet of a VNet that an appliance stands in.
pub(super) fn standing(plan: &Plan, vnet: VnetId, purpose: SubnetPurpose) -> Option<SubnetId> {
    plan.vnet(vnet)?
        .subnets
        .iter()
        .find(|subnet| subnet.purpose == purpose)
        .map(|subnet| subnet.id)
}
