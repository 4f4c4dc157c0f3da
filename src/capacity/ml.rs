//! Azure ML compute and single machines: one address for each node or machine, at maximum scale.

use super::{Counter, DemandKind, Scale, plural};
use crate::domain::{AttachedKind, Item, Plan};

/// Counts clusters, instances and serverless nodes (AML-1).
pub(super) fn count_compute(plan: &Plan, counter: &mut Counter) {
    for cluster in &plan.clusters {
        let nodes = u64::from(cluster.max_nodes);
        let item = Item::Cluster(cluster.id);
        let text = format!("{} at most", plural(nodes, "node"));
        let scale = Scale::between(u64::from(cluster.min_nodes), nodes);
        counter.add_scaled(cluster.subnet, item, DemandKind::ClusterNodes, scale, text);
    }
    for instance in &plan.instances {
        let item = Item::Instance(instance.id);
        let text = "a compute instance".to_owned();
        counter.add(instance.subnet, item, DemandKind::Instance, 1, text);
    }
    let serverless = &plan.workspace.serverless;
    if serverless.max_nodes > 0 {
        let nodes = u64::from(serverless.max_nodes);
        let text = format!("{} at most", plural(nodes, "serverless node"));
        let kind = DemandKind::Serverless;
        let scale = Scale::between(0, nodes);
        counter.add_scaled(serverless.subnet, Item::Serverless, kind, scale, text);
    }
}

/// Counts attached machines and jump hosts (VM-11).
pub(super) fn count_machines(plan: &Plan, counter: &mut Counter) {
    for machine in &plan.attached {
        let item = Item::Attached(machine.id);
        let (addresses, text) = match machine.kind {
            AttachedKind::VirtualMachine => (1, "a virtual machine".to_owned()),
            AttachedKind::HdInsight => {
                let nodes = u64::from(machine.nodes);
                (nodes, plural(nodes, "HDInsight node"))
            }
        };
        counter.add(machine.subnet, item, DemandKind::Attached, addresses, text);
    }
    for host in &plan.jump_hosts {
        let item = Item::JumpHost(host.id);
        let text = "a jump host".to_owned();
        counter.add(host.subnet, item, DemandKind::JumpHost, 1, text);
    }
}
