//! Compute clusters and compute instances.

use super::{Lowering, Parent, location};
use crate::deployment::resource::{ComputeCluster, ComputeInstance, Subnet};
use crate::deployment::{Key, Ref, Resource};
use crate::domain::{self, Item, SubnetId};

impl Lowering<'_> {
    pub(super) fn computes(&mut self) {
        let Some(workspace) = self.compute_parent() else {
            return;
        };
        for cluster in &self.plan.clusters {
            self.cluster(&workspace, cluster);
        }
        for instance in &self.plan.instances {
            self.instance(&workspace, instance);
        }
    }

    /// The workspace as the parent of computes. `None` if the deployment has no workspace; its gap says so.
    pub(super) fn compute_parent(&self) -> Option<Parent> {
        let mut parent = self.parent(&Key::of(Item::Workspace))?;
        parent.after.extend(self.ready_for_compute());
        Some(parent)
    }

    /// Adds a compute to the workspace.
    pub(super) fn create_compute(
        &mut self,
        workspace: &Parent,
        item: Item,
        name: &str,
        resource: Resource,
    ) -> &mut super::Node {
        let node = self.create_child(workspace, Key::of(item), item, name.trim(), resource);
        node.location = Some(location());
        node
    }

    fn cluster(&mut self, workspace: &Parent, cluster: &domain::ComputeCluster) {
        let item = Item::Cluster(cluster.id);
        let subnet = self.compute_subnet(item, &cluster.name, cluster.subnet);
        let own = cluster.region.trim();
        let plan = self.plan.basics.region.trim();
        let is_elsewhere = !own.is_empty() && !own.eq_ignore_ascii_case(plan);
        let resource = Resource::ComputeCluster(ComputeCluster {
            size: self.size(&cluster.name, &cluster.vm_size),
            priority: cluster.priority,
            min_nodes: cluster.min_nodes,
            max_nodes: cluster.max_nodes,
            idle_seconds: cluster.idle_seconds,
            subnet,
            public_ip: cluster.public_ip,
            region: is_elsewhere.then(|| own.to_owned()),
            ssh_public_access: cluster.ssh_public_access,
        });
        self.create_compute(workspace, item, &cluster.name, resource);
    }

    fn instance(&mut self, workspace: &Parent, instance: &domain::ComputeInstance) {
        let item = Item::Instance(instance.id);
        let subnet = self.compute_subnet(item, &instance.name, instance.subnet);
        let resource = Resource::ComputeInstance(ComputeInstance {
            size: self.size(&instance.name, &instance.vm_size),
            subnet,
            public_ip: instance.public_ip,
        });
        self.create_compute(workspace, item, &instance.name, resource);
    }

    /// The subnet of a compute. A compute that lost its subnet would stand in the open: that is a gap.
    fn compute_subnet(
        &mut self,
        item: Item,
        name: &str,
        subnet: Option<SubnetId>,
    ) -> Option<Ref<Subnet>> {
        let reference = self.reference_to(Item::Subnet(subnet?));
        if reference.is_none() {
            self.gap(
                item.field("subnet"),
                format!(
                    "{} is written without its subnet, because the files do not have that subnet.",
                    name.trim()
                ),
            );
        }
        reference
    }
}
