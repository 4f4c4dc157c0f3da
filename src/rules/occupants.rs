//! Who stands in a subnet: everything in the plan that refers to it.

use crate::domain::{AttachedKind, Item, Plan, Subject, SubnetId};

use super::wording::name_or;

/// In what way something uses a subnet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Use {
    /// Azure ML compute: a cluster, an instance or serverless nodes.
    MlCompute,
    /// An attached machine or a jump host.
    Machine,
    /// A private endpoint.
    PrivateEndpoint,
    /// AKS nodes.
    AksNodes,
    /// AKS pods.
    AksPods,
    /// The API server of an AKS cluster.
    AksApiServer,
}

/// Something that stands in a subnet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Occupant {
    /// The field that refers to the subnet.
    pub(super) subject: Subject,
    /// In what way it uses the subnet.
    pub(super) usage: Use,
    /// What to call it, kind and name: `cluster cpu-train`.
    pub(super) name: String,
    /// Whether it has a public IP address of its own.
    pub(super) public_ip: bool,
}

impl Occupant {
    fn new(subject: Subject, usage: Use, kind: &str, name: &str) -> Self {
        let name = name.trim();
        let name = if name.is_empty() {
            name_or("", kind)
        } else {
            format!("{kind} {name}")
        };
        Self {
            subject,
            usage,
            name,
            public_ip: false,
        }
    }

    fn public(mut self, public_ip: bool) -> Self {
        self.public_ip = public_ip;
        self
    }
}

/// Everything that refers to a subnet, in the plan's order.
pub(super) fn occupants(plan: &Plan, subnet: SubnetId) -> Vec<Occupant> {
    let here = |reference: Option<SubnetId>| reference == Some(subnet);
    let mut out = Vec::new();
    for cluster in plan.clusters.iter().filter(|it| here(it.subnet)) {
        let subject = Item::Cluster(cluster.id).field("subnet");
        let cluster_occupant = Occupant::new(subject, Use::MlCompute, "cluster", &cluster.name);
        out.push(cluster_occupant.public(cluster.public_ip));
    }
    for instance in plan.instances.iter().filter(|it| here(it.subnet)) {
        let subject = Item::Instance(instance.id).field("subnet");
        let occupant = Occupant::new(subject, Use::MlCompute, "instance", &instance.name);
        out.push(occupant.public(instance.public_ip));
    }
    let serverless = &plan.workspace.serverless;
    if here(serverless.subnet) {
        let subject = Item::Serverless.field("subnet");
        let occupant = Occupant::new(subject, Use::MlCompute, "serverless", "compute");
        out.push(occupant.public(serverless.public_ip));
    }
    for machine in plan.attached.iter().filter(|it| here(it.subnet)) {
        let kind = match machine.kind {
            AttachedKind::VirtualMachine => "attached VM",
            AttachedKind::HdInsight => "HDInsight cluster",
        };
        let subject = Item::Attached(machine.id).field("subnet");
        out.push(Occupant::new(subject, Use::Machine, kind, &machine.name));
    }
    for host in plan.jump_hosts.iter().filter(|it| here(it.subnet)) {
        let subject = Item::JumpHost(host.id).field("subnet");
        out.push(Occupant::new(
            subject,
            Use::Machine,
            "jump host",
            &host.name,
        ));
    }
    for endpoint in plan.private_endpoints.iter().filter(|it| here(it.subnet)) {
        let subject = Item::PrivateEndpoint(endpoint.id).field("subnet");
        let kind = "private endpoint";
        out.push(Occupant::new(
            subject,
            Use::PrivateEndpoint,
            kind,
            &endpoint.name,
        ));
    }
    aks_occupants(plan, subnet, &mut out);
    out
}

fn aks_occupants(plan: &Plan, subnet: SubnetId, out: &mut Vec<Occupant>) {
    let here = |reference: Option<SubnetId>| reference == Some(subnet);
    for aks in &plan.aks {
        if here(aks.api_server_subnet) {
            let subject = Item::Aks(aks.id).field("api_server_subnet");
            out.push(Occupant::new(
                subject,
                Use::AksApiServer,
                "API server of",
                &aks.name,
            ));
        }
        for pool in &aks.pools {
            if here(pool.node_subnet) {
                let subject = Item::NodePool(pool.id).field("node_subnet");
                out.push(Occupant::new(
                    subject,
                    Use::AksNodes,
                    "node pool",
                    &pool.name,
                ));
            }
            if aks.uses_pod_subnet() && here(pool.pod_subnet) {
                let subject = Item::NodePool(pool.id).field("pod_subnet");
                out.push(Occupant::new(
                    subject,
                    Use::AksPods,
                    "pods of node pool",
                    &pool.name,
                ));
            }
        }
    }
}

/// Puts what a subject refers to into another subnet.
pub(super) fn move_to(plan: &mut Plan, subject: Subject, subnet: SubnetId) {
    let target = match subject.item {
        Item::Cluster(id) => plan.cluster_mut(id).map(|it| &mut it.subnet),
        Item::Instance(id) => plan.instance_mut(id).map(|it| &mut it.subnet),
        Item::Serverless => Some(&mut plan.workspace.serverless.subnet),
        Item::Attached(id) => plan.attached_compute_mut(id).map(|it| &mut it.subnet),
        Item::JumpHost(id) => plan
            .jump_hosts
            .iter_mut()
            .find(|it| it.id == id)
            .map(|it| &mut it.subnet),
        Item::PrivateEndpoint(id) => plan.private_endpoint_mut(id).map(|it| &mut it.subnet),
        Item::Aks(id) => plan.aks_cluster_mut(id).map(|it| &mut it.api_server_subnet),
        Item::NodePool(id) if subject.field == "pod_subnet" => {
            plan.pool_mut(id).map(|it| &mut it.pod_subnet)
        }
        Item::NodePool(id) => plan.pool_mut(id).map(|it| &mut it.node_subnet),
        _ => None,
    };
    if let Some(target) = target {
        *target = Some(subnet);
    }
}
