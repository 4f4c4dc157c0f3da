//! The workloads of a plan: machines that need the same flows, since they stand in one subnet and are
//! addressed alike.

use super::holds;
use crate::azure::required_flows::{Flow, When, Workload};
use crate::azure::security_rules::ATTACHED_SSH;
use crate::domain::{
    AksCluster, AksId, AttachedKind, Item, OnPremisesLink, OutboundType, Plan, RuleProfile,
    SubnetId, SubnetPurpose,
};

/// A workload in a plan.
pub(super) struct Group {
    pub(super) workload: Workload,
    /// What it is called on screen.
    pub(super) label: String,
    /// Where it stands, in words.
    pub(super) place: String,
    pub(super) items: Vec<Item>,
    /// `None` on-premises.
    pub(super) subnet: Option<SubnetId>,
    /// Whether it leaves with public addresses of its own.
    pub(super) public_ip: bool,
    /// Whether Azure reaches it from outside by an address that is not in the plan.
    pub(super) reached: bool,
    pub(super) aks: Option<AksId>,
    /// The port that stands for the one of SSH.
    ssh_port: Option<u16>,
}

/// Every workload, in the order of the catalogue and of the plan.
pub(super) fn groups(plan: &Plan) -> Vec<Group> {
    let mut all = Vec::new();
    for (_, subnet) in plan.subnets() {
        for public_ip in [false, true] {
            let items = computes(plan, subnet.id, public_ip);
            if !items.is_empty() {
                let kind = if public_ip {
                    "ML compute with public IPs in"
                } else {
                    "ML compute in"
                };
                let group = Group::new(plan, Workload::Compute, kind, subnet.id, items);
                all.push(Group { public_ip, ..group });
            }
        }
    }
    image_build(plan, &mut all);
    batch(plan, &mut all);
    attached(plan, &mut all);
    for aks in &plan.aks {
        nodes(plan, aks, &mut all);
        api_server(plan, aks, &mut all);
    }
    jump_hosts(plan, &mut all);
    bastions(plan, &mut all);
    if plan.on_premises.link != OnPremisesLink::None {
        all.push(Group {
            workload: Workload::OnPremises,
            label: "People on-premises".to_owned(),
            place: "on-premises".to_owned(),
            items: vec![Item::OnPremises],
            subnet: None,
            public_ip: false,
            reached: false,
            aks: None,
            ssh_port: None,
        });
    }
    all
}

impl Group {
    /// A group of machines in a subnet, called after what it is and where it stands.
    fn new(
        plan: &Plan,
        workload: Workload,
        kind: &str,
        subnet: SubnetId,
        items: Vec<Item>,
    ) -> Self {
        let name = plan.subnet(subnet).map(|subnet| subnet.name.trim());
        let place = match name {
            Some(name) if !name.is_empty() => name,
            _ => "the unnamed subnet",
        };
        Self {
            workload,
            label: format!("{kind} {place}"),
            place: place.to_owned(),
            items,
            subnet: Some(subnet),
            public_ip: false,
            reached: false,
            aks: None,
            ssh_port: None,
        }
    }

    /// Whether this workload needs what is needed then.
    pub(super) fn needs(&self, plan: &Plan, when: When) -> bool {
        let current = plan.basics.profile == RuleProfile::Current;
        let aks = self.aks.and_then(|id| plan.aks_cluster(id));
        let outbound = aks.filter(|aks| aks.outbound != OutboundType::None);
        match when {
            When::PublicIp => self.public_ip && current,
            When::ClassicPublicIp => self.public_ip && !current,
            When::Instances => {
                let mut items = self.items.iter();
                items.any(|item| matches!(item, Item::Instance(_)))
            }
            When::Outbound => outbound.is_some(),
            When::Extension => outbound.is_some_and(|aks| aks.training || aks.inference),
            When::Training => outbound.is_some_and(|aks| aks.training),
            _ => holds(plan, when),
        }
    }

    /// The ports of a flow; `None` alone stands for a protocol as a whole.
    pub(super) fn ports(&self, stated: &Flow) -> Vec<Option<u16>> {
        if let Some(port) = self.ssh_port
            && stated.permit == Some(ATTACHED_SSH.value)
        {
            return vec![Some(port)];
        }
        if stated.ports.is_empty() {
            return vec![None];
        }
        stated.ports.iter().copied().map(Some).collect()
    }
}

/// Clusters, instances and serverless nodes in a subnet, with public addresses or without.
fn computes(plan: &Plan, subnet: SubnetId, public_ip: bool) -> Vec<Item> {
    let here = |at: Option<SubnetId>, public: bool| at == Some(subnet) && public == public_ip;
    let serverless = &plan.workspace.serverless;
    let clusters = plan.clusters.iter();
    let mut items: Vec<Item> = clusters
        .filter(|it| here(it.subnet, it.public_ip))
        .map(|it| Item::Cluster(it.id))
        .collect();
    let instances = plan.instances.iter();
    items.extend(
        instances
            .filter(|it| here(it.subnet, it.public_ip))
            .map(|it| Item::Instance(it.id)),
    );
    if serverless.max_nodes > 0 && here(serverless.subnet, serverless.public_ip) {
        items.push(Item::Serverless);
    }
    items
}

fn image_build(plan: &Plan, all: &mut Vec<Group>) {
    let builder = plan.workspace.image_build_compute;
    let Some(cluster) = builder.and_then(|id| plan.cluster(id)) else {
        return;
    };
    if let Some(subnet) = cluster.subnet {
        let items = vec![Item::Cluster(cluster.id)];
        let group = Group::new(plan, Workload::ImageBuild, "Image builds in", subnet, items);
        all.push(Group {
            public_ip: cluster.public_ip,
            ..group
        });
    }
}

/// The clusters that batch deployments run on.
fn batch(plan: &Plan, all: &mut Vec<Group>) {
    let start = all.len();
    for endpoint in &plan.batch_endpoints {
        for cluster in &endpoint.deployments {
            let cluster = cluster.cluster.and_then(|id| plan.cluster(id));
            let Some((cluster, subnet)) = cluster.and_then(|it| Some((it, it.subnet?))) else {
                continue;
            };
            let item = Item::BatchEndpoint(endpoint.id);
            let same =
                |it: &&mut Group| (it.subnet, it.public_ip) == (Some(subnet), cluster.public_ip);
            let mut known = all.iter_mut().skip(start);
            if let Some(known) = known.find(same) {
                if !known.items.contains(&item) {
                    known.items.push(item);
                }
                continue;
            }
            let kind = if cluster.public_ip {
                "Batch endpoints with public IPs in"
            } else {
                "Batch endpoints in"
            };
            let group = Group::new(plan, Workload::Batch, kind, subnet, vec![item]);
            all.push(Group {
                public_ip: cluster.public_ip,
                ..group
            });
        }
    }
}

/// Each attached machine: SSH ports and kinds differ.
fn attached(plan: &Plan, all: &mut Vec<Group>) {
    for machine in &plan.attached {
        let port = u16::try_from(machine.ssh_port)
            .ok()
            .filter(|port| *port > 0);
        let Some((subnet, port)) = machine.subnet.zip(port) else {
            continue;
        };
        let (workload, what) = match machine.kind {
            AttachedKind::VirtualMachine => (Workload::Attached, "Attached machine"),
            AttachedKind::HdInsight => (Workload::HdInsight, "HDInsight cluster"),
        };
        let kind = format!("{what} {} in", name_or(&machine.name, "without a name"));
        let items = vec![Item::Attached(machine.id)];
        let group = Group::new(plan, workload, &kind, subnet, items);
        all.push(Group {
            reached: true,
            ssh_port: Some(port),
            ..group
        });
    }
}

/// The nodes of a cluster, by subnet. Those that leave by what AKS makes have public addresses in effect.
fn nodes(plan: &Plan, aks: &AksCluster, all: &mut Vec<Group>) {
    let mut subnets: Vec<SubnetId> = Vec::new();
    for pool in &aks.pools {
        if let Some(subnet) = pool.node_subnet
            && !subnets.contains(&subnet)
        {
            subnets.push(subnet);
        }
    }
    let kind = format!(
        "AKS nodes of {} in",
        name_or(&aks.name, "the unnamed cluster")
    );
    for subnet in subnets {
        let items = vec![Item::Aks(aks.id)];
        let group = Group::new(plan, Workload::Aks, &kind, subnet, items);
        all.push(Group {
            public_ip: matches!(
                aks.outbound,
                OutboundType::LoadBalancer | OutboundType::ManagedNatGateway
            ),
            aks: Some(aks.id),
            ..group
        });
    }
}

/// The subnet in which AKS puts the API server of a cluster.
fn api_server(plan: &Plan, aks: &AksCluster, all: &mut Vec<Group>) {
    if let Some(subnet) = aks.api_server_subnet {
        let name = name_or(&aks.name, "the unnamed cluster");
        let kind = format!("API server of {name} in");
        let items = vec![Item::Aks(aks.id)];
        all.push(Group::new(plan, Workload::ApiServer, &kind, subnet, items));
    }
}

fn jump_hosts(plan: &Plan, all: &mut Vec<Group>) {
    for (_, subnet) in plan.subnets() {
        let hosts = plan.jump_hosts.iter();
        let items: Vec<Item> = hosts
            .filter(|host| host.subnet == Some(subnet.id))
            .map(|host| Item::JumpHost(host.id))
            .collect();
        if !items.is_empty() {
            let kind = "People on jump hosts in";
            all.push(Group::new(plan, Workload::JumpHost, kind, subnet.id, items));
        }
    }
}

fn bastions(plan: &Plan, all: &mut Vec<Group>) {
    for bastion in &plan.bastions {
        let vnet = plan.vnet(bastion.vnet);
        let mut subnets = vnet.into_iter().flat_map(|vnet| &vnet.subnets);
        let Some(subnet) = subnets.find(|it| it.purpose == SubnetPurpose::Bastion) else {
            continue;
        };
        let kind = format!("Bastion {} in", name_or(&bastion.name, "without a name"));
        let items = vec![Item::Bastion(bastion.id)];
        let group = Group::new(plan, Workload::Bastion, &kind, subnet.id, items);
        all.push(Group {
            public_ip: true,
            ..group
        });
    }
}

fn name_or<'a>(name: &'a str, otherwise: &'a str) -> &'a str {
    let name = name.trim();
    if name.is_empty() { otherwise } else { name }
}
