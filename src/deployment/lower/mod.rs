//! Plan → deployment.
//!
//! Total: half-filled plans have the deployment of what is filled in, and a gap for the rest. The plan's items
//! are taken in its order, so the same plan gives the same deployment.

mod aks;
mod attached;
mod batch;
mod compute;
mod dns;
mod endpoints;
mod hosts;
mod monitor;
mod networks;
mod outputs;
mod parameters;
mod peerings;
mod perimeter;
mod security;
mod services;
mod workspace;

use super::{
    Deployment, Existing, Gap, Key, LOCATION, Node, Ref, Resource, ResourceId, Scope, Value, order,
};
use crate::allocation::allocate;
use crate::capacity::demand;
use crate::domain::{Item, Placement, Plan, Subject, SubnetId, Vnet};
use crate::topology::Prefixes;

pub use parameters::identifier;

/// What a plan deploys, and what no file can say.
pub fn lower(plan: &Plan) -> (Deployment, Vec<Gap>) {
    let mut lowering = Lowering::new(plan);
    lowering.basics();
    lowering.security();
    lowering.networks();
    lowering.perimeter();
    lowering.peerings();
    lowering.zones();
    lowering.jump_hosts();
    lowering.services();
    lowering.monitor();
    lowering.workspace();
    lowering.private_endpoints();
    lowering.computes();
    lowering.kubernetes();
    lowering.attached();
    lowering.batch();
    lowering.outputs();
    let Lowering {
        mut deployment,
        gaps,
        ..
    } = lowering;
    deployment.nodes = order::sort(deployment.nodes);
    (deployment, gaps)
}

/// A lowering in progress.
struct Lowering<'a> {
    plan: &'a Plan,
    /// Where subnets lie.
    prefixes: Prefixes,
    deployment: Deployment,
    gaps: Vec<Gap>,
}

impl<'a> Lowering<'a> {
    fn new(plan: &'a Plan) -> Self {
        let allocation = allocate(plan, &demand(plan));
        let prefix = |id: SubnetId| allocation.prefix(id).map(|prefix| (id, prefix));
        let basics = &plan.basics;
        Self {
            plan,
            prefixes: plan
                .subnets()
                .filter_map(|(_, subnet)| prefix(subnet.id))
                .collect(),
            deployment: Deployment {
                title: basics.title.trim().to_owned(),
                cloud: basics.cloud,
                target: Scope {
                    subscription: basics.subscription_id.trim().to_owned(),
                    group: basics.resource_group.trim().to_owned(),
                },
                ..Deployment::default()
            },
            gaps: Vec::new(),
        }
    }

    /// Records something that no file says.
    fn gap(&mut self, subject: impl Into<Subject>, text: impl Into<String>) {
        self.gaps.push(Gap {
            subject: subject.into(),
            text: text.into(),
        });
    }

    /// Adds a resource in the deployment's own group and region; change what differs.
    fn create(
        &mut self,
        key: Key,
        item: Item,
        name: impl Into<Value>,
        resource: Resource,
    ) -> &mut Node {
        let node = Node {
            key,
            item,
            scope: Scope::default(),
            names: vec![name.into()],
            location: Some(location()),
            after: Vec::new(),
            condition: None,
            resource,
        };
        self.deployment.nodes.push_mut(node)
    }

    /// Adds a resource inside another one, in that one's group. It has no region of its own.
    fn create_child(
        &mut self,
        parent: &Parent,
        key: Key,
        item: Item,
        name: impl Into<Value>,
        resource: Resource,
    ) -> &mut Node {
        let mut names = parent.names.clone();
        names.push(name.into());
        let node = self.create(key, item, "", resource);
        node.names = names;
        node.scope = parent.scope.clone();
        node.location = None;
        node.after.clone_from(&parent.after);
        node
    }

    /// Notes a resource that exists, by its id. An id that is not complete is a gap, and whatever refers to
    /// the resource does without.
    fn refer(&mut self, key: Key, item: Item, name: &str, resource_id: &str) -> Option<ResourceId> {
        let Some(id) = ResourceId::parse(resource_id) else {
            let name = if name.trim().is_empty() {
                item.key()
            } else {
                name.trim().to_owned()
            };
            self.gap(
                item.field("resource_id"),
                format!(
                    "{name} exists already, but its resource id is not complete: nothing in the files \
                     refers to it. Write the id as the portal shows it under Properties."
                ),
            );
            return None;
        };
        self.deployment.existing.push(Existing {
            key,
            item,
            id: id.clone(),
        });
        Some(id)
    }

    /// A reference to a resource, if the deployment has it.
    fn reference<T>(&self, key: Key) -> Option<Ref<T>> {
        self.deployment.find(&key).is_some().then(|| Ref::to(key))
    }

    /// The same for the item itself.
    fn reference_to<T>(&self, item: Item) -> Option<Ref<T>> {
        self.reference(Key::of(item))
    }

    /// A resource as the parent of others: its names, its group, and itself if it is created first.
    fn parent(&self, key: &Key) -> Option<Parent> {
        use super::Target;
        Some(match self.deployment.find(key)? {
            Target::New(node) | Target::NewSubnet(node, _) => Parent {
                names: node.names.clone(),
                scope: node.scope.clone(),
                after: vec![node.key.clone()],
            },
            Target::Existing(existing) => Parent {
                names: Value::texts(&existing.id.names),
                scope: existing.id.scope.relative_to(&self.deployment.target),
                after: Vec::new(),
            },
        })
    }

    /// A region: the parameter if it is the plan's own.
    fn region(&self, region: &str) -> Value {
        let region = region.trim();
        if region.is_empty() || region.eq_ignore_ascii_case(self.plan.basics.region.trim()) {
            location()
        } else {
            region.into()
        }
    }

    /// The region of a VNet, and so of everything that stands in it.
    fn region_of(&self, vnet: &Vnet) -> Value {
        self.region(self.plan.region_of(vnet))
    }

    /// The group of a VNet.
    fn scope_of(&self, vnet: &Vnet) -> Scope {
        let scope = match vnet.placement {
            Placement::New => Scope {
                subscription: self.plan.subscription_of(vnet).trim().to_owned(),
                group: self.plan.resource_group_of(vnet).trim().to_owned(),
            },
            Placement::Existing => ResourceId::parse(&vnet.resource_id)
                .map(|id| id.scope)
                .unwrap_or_default(),
        };
        scope.relative_to(&self.deployment.target)
    }

    /// The group of things that stand in a VNet but belong to the workload: the deployment's own, unless the
    /// VNet is in another subscription, where Azure wants them too (PE-21).
    fn scope_near(&self, vnet: &Vnet) -> Scope {
        let scope = self.scope_of(vnet);
        if scope.subscription.is_empty() {
            Scope::default()
        } else {
            scope
        }
    }
}

/// What a child resource needs to know about its parent.
#[derive(Clone, Debug)]
struct Parent {
    names: Vec<Value>,
    scope: Scope,
    after: Vec<Key>,
}

/// The region of everything that has none of its own.
fn location() -> Value {
    Value::Param(LOCATION.to_owned())
}
