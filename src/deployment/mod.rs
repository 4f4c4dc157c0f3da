//! What would be deployed: the resource graph that every export format prints.
//!
//! A plan is lowered once, and no format reads the plan. Lowering is total: what cannot be written down is a
//! [`Gap`], shown to the person and printed in the files, never dropped in silence. The nodes stand in an
//! order in which they can be created; the order is stable. What is absent: any syntax.

#![warn(clippy::wildcard_enum_match_arm)]

pub mod arm_body;
mod key;
mod lower;
mod order;
pub mod resource;
mod scope;
mod value;

use crate::domain::{Cloud, Item, Subject};

pub use key::{Key, Ref};
pub use lower::{identifier, lower};
pub use resource::Resource;
pub use scope::{ResourceId, Scope};
pub use value::{Attribute, Object, Value};

/// Name of the parameter for the region of everything that has no region of its own.
pub const LOCATION: &str = "location";
/// Name of the parameter for the tags of every resource.
pub const TAGS: &str = "tags";

/// What stands for the subscription in resource ids while the plan does not say it: readers of ids want a GUID.
pub const UNKNOWN_SUBSCRIPTION: &str = "00000000-0000-0000-0000-000000000000";

/// Everything that a plan deploys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deployment {
    /// What the person calls the plan.
    pub title: String,
    /// The cloud.
    pub cloud: Cloud,
    /// The subscription and group that the deployment is started in; blank where the plan does not say.
    pub target: Scope,
    /// Parameters, in the order in which they are used first.
    pub parameters: Vec<Parameter>,
    /// Resources that are created, each after everything it depends on.
    pub nodes: Vec<Node>,
    /// Resources that exist and are only referred to.
    pub existing: Vec<Existing>,
    /// What the next step needs to know.
    pub outputs: Vec<Output>,
}

/// A resource that is created.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its handle.
    pub key: Key,
    /// The item of the plan that it comes from.
    pub item: Item,
    /// Where it is created, as seen from the target.
    pub scope: Scope,
    /// Its names, parent first. A text or a parameter.
    pub names: Vec<Value>,
    /// Its region; `None` for resources that have none.
    pub location: Option<Value>,
    /// Resources that must exist before it, beside those that its properties refer to.
    pub after: Vec<Key>,
    /// It is created only if this holds.
    pub condition: Option<Value>,
    /// Properties.
    pub resource: Resource,
}

/// A resource that exists.
#[derive(Clone, Debug, PartialEq)]
pub struct Existing {
    /// Its handle.
    pub key: Key,
    /// The item of the plan that it comes from.
    pub item: Item,
    /// Its id.
    pub id: ResourceId,
}

/// What kind of value a parameter takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// Text.
    Text,
    /// A secret: never written to a file, never logged.
    Secret,
    /// Named values.
    Object,
}

/// A value that a team may want to vary from deployment to deployment.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Name, in camel case; unique whatever the case.
    pub name: String,
    /// Kind.
    pub kind: ParameterKind,
    /// What the plan says; `None` for secrets.
    pub default: Option<Value>,
    /// What it is, in one sentence.
    pub description: String,
}

/// A value that the deployment gives back.
#[derive(Clone, Debug, PartialEq)]
pub struct Output {
    /// Name, in camel case.
    pub name: String,
    /// The value.
    pub value: Value,
    /// What it is, in one sentence.
    pub description: String,
}

/// Something in the plan that no file, or no file of one format, says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What it is about.
    pub subject: Subject,
    /// What is missing and what to do, in one or two sentences.
    pub text: String,
}

/// What a key leads to.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// A resource that is created.
    New(&'a Node),
    /// A subnet inside a virtual network that is created.
    NewSubnet(&'a Node, &'a resource::InlineSubnet),
    /// A resource that exists.
    Existing(&'a Existing),
}

impl Deployment {
    /// What a key leads to.
    pub fn find(&self, key: &Key) -> Option<Target<'_>> {
        let existing = || self.existing.iter().find(|existing| existing.key == *key);
        self.nodes
            .iter()
            .find_map(|node| node.target(key))
            .or_else(|| existing().map(Target::Existing))
    }

    /// The parameter with this name.
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters
            .iter()
            .find(|parameter| parameter.name == name)
    }

    /// What a text or parameter comes to with the plan's own values; empty for anything else.
    pub fn planned_text<'a>(&'a self, value: &'a Value) -> &'a str {
        let value = if let Value::Param(name) = value {
            self.parameter(name)
                .and_then(|found| found.default.as_ref())
        } else {
            Some(value)
        };
        if let Some(Value::Text(text)) = value {
            text
        } else {
            ""
        }
    }

    /// The resource id that a key leads to, with the plan's own values. A subscription that the plan does not
    /// know is all zeros.
    pub fn planned_id(&self, key: &Key) -> Option<ResourceId> {
        Some(match self.find(key)? {
            Target::Existing(existing) => existing.id.clone(),
            Target::New(node) => self.id_of(node),
            Target::NewSubnet(node, subnet) => self.id_of(node).child("subnets", &subnet.name),
        })
    }

    fn id_of(&self, node: &Node) -> ResourceId {
        let known = |own: &str, target: &str, blank: &str| {
            [own, target, blank]
                .into_iter()
                .find(|text| !text.is_empty())
                .unwrap_or_default()
                .to_owned()
        };
        ResourceId {
            scope: Scope {
                subscription: known(
                    &node.scope.subscription,
                    &self.target.subscription,
                    UNKNOWN_SUBSCRIPTION,
                ),
                group: known(&node.scope.group, &self.target.group, "resource-group"),
            },
            resource_type: arm_body::arm_type(&node.resource).name.to_owned(),
            names: node
                .names
                .iter()
                .map(|name| self.planned_text(name).to_owned())
                .collect(),
        }
    }
}

impl Node {
    /// What `key` leads to inside this node: itself or one of its subnets.
    fn target(&self, key: &Key) -> Option<Target<'_>> {
        if self.key == *key {
            return Some(Target::New(self));
        }
        let Resource::Vnet(vnet) = &self.resource else {
            return None;
        };
        vnet.subnets
            .iter()
            .find(|subnet| subnet.key == *key)
            .map(|subnet| Target::NewSubnet(self, subnet))
    }

    /// True if this creates what a key leads to: itself or one of its subnets.
    pub fn creates(&self, key: &Key) -> bool {
        self.target(key).is_some()
    }

    /// The keys of everything that must exist before this node: what it refers to, then what it waits for.
    pub fn depends_on(&self) -> Vec<Key> {
        let mut keys = Vec::new();
        let mut add = |key: &Key| {
            if !keys.contains(key) && !self.creates(key) {
                keys.push(key.clone());
            }
        };
        let body = Value::from(arm_body::arm_body(self));
        body.walk(&mut |value| value.reads().into_iter().for_each(&mut add));
        self.after.iter().for_each(add);
        keys
    }
}
