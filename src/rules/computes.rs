//! The workspace's own computes seen as one kind of thing: clusters, instances and serverless nodes.

use crate::domain::{Item, Plan, Subject, SubnetId, Vnet};

use super::wording::name_or;

/// A compute of the workspace.
#[derive(Clone, Debug)]
pub(super) struct Compute {
    /// The item.
    pub(super) item: Item,
    /// What to call it.
    pub(super) name: String,
    /// The subnet of its nodes.
    pub(super) subnet: Option<SubnetId>,
    /// Whether its nodes have public IP addresses.
    pub(super) public_ip: bool,
}

impl Compute {
    /// The field that names its subnet.
    pub(super) fn subnet_field(&self) -> Subject {
        self.item.field("subnet")
    }

    /// The field that says whether it has public IP addresses.
    pub(super) fn public_ip_field(&self) -> Subject {
        self.item.field("public_ip")
    }

    /// The VNet that it stands in.
    pub(super) fn vnet<'a>(&self, plan: &'a Plan) -> Option<&'a Vnet> {
        plan.vnet_of(self.subnet?)
    }
}

/// Every compute of the workspace, in the plan's order; serverless compute only when it may have nodes.
pub(super) fn computes(plan: &Plan) -> impl Iterator<Item = Compute> {
    let clusters = plan.clusters.iter().map(|cluster| Compute {
        item: Item::Cluster(cluster.id),
        name: name_or(&cluster.name, "cluster"),
        subnet: cluster.subnet,
        public_ip: cluster.public_ip,
    });
    let instances = plan.instances.iter().map(|instance| Compute {
        item: Item::Instance(instance.id),
        name: name_or(&instance.name, "compute instance"),
        subnet: instance.subnet,
        public_ip: instance.public_ip,
    });
    let serverless = &plan.workspace.serverless;
    let serverless = (serverless.max_nodes > 0).then(|| Compute {
        item: Item::Serverless,
        name: "serverless compute".to_owned(),
        subnet: serverless.subnet,
        public_ip: serverless.public_ip,
    });
    clusters.chain(instances).chain(serverless)
}

/// Puts a compute into a subnet, or into none.
pub(super) fn set_subnet(plan: &mut Plan, item: Item, subnet: Option<SubnetId>) {
    match item {
        Item::Cluster(id) => {
            if let Some(cluster) = plan.cluster_mut(id) {
                cluster.subnet = subnet;
            }
        }
        Item::Instance(id) => {
            if let Some(instance) = plan.instance_mut(id) {
                instance.subnet = subnet;
            }
        }
        Item::Serverless => plan.workspace.serverless.subnet = subnet,
        _ => {}
    }
}

/// Takes public IP addresses away from a compute.
pub(super) fn remove_public_ip(plan: &mut Plan, item: Item) {
    match item {
        Item::Cluster(id) => {
            if let Some(cluster) = plan.cluster_mut(id) {
                cluster.public_ip = false;
            }
        }
        Item::Instance(id) => {
            if let Some(instance) = plan.instance_mut(id) {
                instance.public_ip = false;
            }
        }
        Item::Serverless => plan.workspace.serverless.public_ip = false,
        _ => {}
    }
}
