//! What a resource is called in Terraform, and how others refer to it.
//!
//! Labels come from planned names, in letters that Terraform takes. The context notes what was referred to
//! while expressions were written, so that nothing is declared in vain and nothing waits twice.

use std::cell::RefCell;

use super::kind::{data_source, has_static_blocks, kind};
use crate::deployment::arm_body::arm_type;
use crate::deployment::{
    Attribute, Deployment, Existing, Key, Node, Object, Resource, Scope, Target, Value,
};
use crate::exports::Input;
use crate::exports::hcl::{Expr, quoted};

/// Configuration in the making.
pub(super) struct Context<'c> {
    pub(super) input: &'c Input<'c>,
    /// Everything that is created: subnets stand beside their networks, zone groups in their endpoints.
    pub(super) nodes: Vec<Node>,
    /// What is written inside another resource: zone groups in private endpoints, pools in azapi's clusters.
    folded: Vec<(Key, &'c Node)>,
    /// Addresses by key.
    addresses: Vec<(Key, String)>,
    /// Subscriptions beside the deployment's own, in the order of their aliases.
    pub(super) subscriptions: Vec<String>,
    noted: RefCell<Noted>,
}

/// What was referred to.
#[derive(Default)]
struct Noted {
    /// By the resource that is written now.
    now: Vec<Key>,
    /// By any resource or output.
    ever: Vec<Key>,
    parameters: Vec<String>,
    groups: Vec<Scope>,
    tenant: bool,
}

impl<'c> Context<'c> {
    pub(super) fn new(input: &'c Input<'c>) -> Self {
        let deployment = &input.deployment;
        let mut folded = Vec::new();
        let mut nodes = Vec::new();
        for node in &deployment.nodes {
            match folds_into(node, &folded) {
                Some(key) => folded.push((key, node)),
                None => nodes.extend(with_subnets(node)),
            }
        }
        let mut context = Self {
            input,
            nodes,
            folded,
            addresses: Vec::new(),
            subscriptions: Vec::new(),
            noted: RefCell::default(),
        };
        context.name_resources();
        context
    }

    pub(super) fn deployment(&self) -> &'c Deployment {
        &self.input.deployment
    }

    /// Gives everything an address and every foreign subscription an alias.
    fn name_resources(&mut self) {
        let deployment = self.deployment();
        let mut addresses: Vec<(Key, String)> = Vec::new();
        let mut add = |key: &Key, kind: &str, names: &[&str], is_link: bool| {
            // Links of all zones go by the same few names.
            let own = names
                .last()
                .filter(|_| !is_link)
                .copied()
                .unwrap_or_default();
            let labels = [slug(own), slug(&names.join(" ")), slug(key.as_str())];
            let mut candidates = labels
                .into_iter()
                .filter(|label| !label.is_empty())
                .map(|label| format!("{kind}.{label}"));
            let is_free = |address: &String| !addresses.iter().any(|(_, other)| other == address);
            if let Some(address) = candidates.find(is_free) {
                addresses.push((key.clone(), address));
            }
        };
        let mut scopes = Vec::new();
        for node in &self.nodes {
            let names = node.names.iter().map(|name| deployment.planned_text(name));
            let is_link = matches!(node.resource, Resource::ZoneLink(_));
            add(
                &node.key,
                kind(node).name,
                &names.collect::<Vec<_>>(),
                is_link,
            );
            scopes.push(node.scope.clone());
        }
        for existing in &deployment.existing {
            scopes.push(existing.id.scope.relative_to(&deployment.target));
            if let Some(source) = data_source(&existing.id.resource_type) {
                let names: Vec<&str> = existing.id.names.iter().map(String::as_str).collect();
                add(&existing.key, &format!("data.{source}"), &names, false);
            }
        }
        for (into, node) in &self.folded {
            let address = addresses.iter().find(|(key, _)| key == into).cloned();
            addresses.extend(address.map(|(_, address)| (node.key.clone(), address)));
        }
        self.addresses = addresses;
        for scope in scopes {
            if !scope.subscription.is_empty() && !self.subscriptions.contains(&scope.subscription) {
                self.subscriptions.push(scope.subscription);
            }
        }
    }

    /// The address of a resource or data source; `None` for what is only known by its id.
    pub(super) fn address(&self, key: &Key) -> Option<&str> {
        let found = self.addresses.iter().find(|(other, _)| other == key);
        found.map(|(_, address)| address.as_str())
    }

    /// The label of a resource: its address without the type.
    pub(super) fn label(&self, key: &Key) -> &str {
        let address = self.address(key).unwrap_or_default();
        address.rsplit_once('.').map_or("", |(_, label)| label)
    }

    /// The node that a key creates.
    pub(super) fn node(&self, key: &Key) -> Option<&Node> {
        self.nodes.iter().find(|node| node.key == *key)
    }

    /// What is written inside this resource although it is one of its own in Azure.
    pub(super) fn folded_into(&self, key: &Key) -> Vec<&'c Node> {
        let all = self.folded.iter().filter(|(into, _)| into == key);
        all.map(|(_, node)| *node).collect()
    }

    /// Starts a resource: from here on, references are its own.
    pub(super) fn begin(&self) {
        self.noted.borrow_mut().now.clear();
    }

    /// What the resource that is written now refers to.
    pub(super) fn references(&self) -> Vec<Key> {
        self.noted.borrow().now.clone()
    }

    /// Whether anything refers to this.
    pub(super) fn is_used(&self, key: &Key) -> bool {
        self.noted.borrow().ever.contains(key)
    }

    /// Whether anything reads this parameter.
    pub(super) fn is_read(&self, parameter: &str) -> bool {
        let noted = self.noted.borrow();
        noted.parameters.iter().any(|name| name == parameter)
    }

    pub(super) fn needs_tenant(&self) -> bool {
        self.noted.borrow().tenant
    }

    /// The resource groups that something is created in, in the order of their first use.
    pub(super) fn groups(&self) -> Vec<Scope> {
        self.noted.borrow().groups.clone()
    }

    /// A value as an expression.
    pub(super) fn expr(&self, value: &Value) -> Expr {
        match value {
            Value::Text(text) => Expr::from(text),
            Value::Int(number) => Expr::Number(*number),
            Value::Bool(truth) => Expr::Truth(*truth),
            Value::List(values) => Expr::List(values.iter().map(|it| self.expr(it)).collect()),
            Value::Object(object) => self.object(object),
            Value::Param(name) => {
                self.noted.borrow_mut().parameters.push(name.clone());
                Expr::Code(format!("var.{}", snake(name)))
            }
            Value::Attribute(key, attribute) => self.attribute(key, *attribute),
            Value::KeyedById(key) => Expr::List(vec![self.attribute(key, Attribute::Id)]),
            Value::RoleDefinition(id) => Expr::Text(format!(
                "/providers/Microsoft.Authorization/roleDefinitions/{id}"
            )),
            Value::Guid(values) => {
                let codes: Vec<String> = values.iter().map(|value| self.code(value)).collect();
                Expr::Code(format!(
                    "uuidv5(\"oid\", join(\"/\", [{}]))",
                    codes.join(", ")
                ))
            }
            Value::TenantId => {
                self.noted.borrow_mut().tenant = true;
                Expr::code("data.azurerm_client_config.current.tenant_id")
            }
            Value::NotEmpty(value) => Expr::Code(format!("{} != \"\"", self.code(value))),
        }
    }

    fn object(&self, object: &Object) -> Expr {
        let entries = object.iter();
        Expr::Object(
            entries
                .map(|(name, value)| (name.to_owned(), self.expr(value)))
                .collect(),
        )
    }

    /// A text or reference inside code.
    pub(super) fn code(&self, value: &Value) -> String {
        code_of(self.expr(value))
    }

    /// An attribute of a resource, or of what exists.
    pub(super) fn attribute(&self, key: &Key, attribute: Attribute) -> Expr {
        let Some(address) = self.address(key) else {
            let id = self.deployment().planned_id(key);
            return Expr::Text(match (id, attribute) {
                (Some(id), Attribute::Name) => id.name().to_owned(),
                (Some(id), _) => id.to_string(),
                (None, _) => String::new(),
            });
        };
        let mut noted = self.noted.borrow_mut();
        noted.now.push(key.clone());
        noted.ever.push(key.clone());
        let path = match attribute {
            Attribute::Id => "id",
            Attribute::Name => "name",
            Attribute::PrincipalId => "principal_id",
            Attribute::SystemPrincipalId => "identity[0].principal_id",
            Attribute::PrivateAddress => "ip_configuration[0].private_ip_address",
            Attribute::ScoringUri => "output.properties.scoringUri",
        };
        Expr::Code(format!("{address}.{path}"))
    }

    /// An attribute of the resource that this one is inside of.
    pub(super) fn parent(&self, node: &Node, attribute: Attribute) -> Expr {
        match self.parent_key(node) {
            Some(key) => self.attribute(&key, attribute),
            None => Expr::from(""),
        }
    }

    /// The resource whose name and type come before this one's: the one that it waits for, or one that exists.
    fn parent_key(&self, node: &Node) -> Option<Key> {
        let (kind, _) = arm_type(&node.resource).name.rsplit_once('/')?;
        let (_, names) = node.names.split_last()?;
        let is_parent = |other: &&Node| {
            arm_type(&other.resource).name == kind
                && other.names == names
                && other.scope == node.scope
        };
        let waited_for = node.after.iter().filter_map(|key| self.node(key));
        if let Some(parent) = waited_for.into_iter().find(is_parent) {
            return Some(parent.key.clone());
        }
        let deployment = self.deployment();
        let is_this = |existing: &&Existing| {
            existing.id.resource_type.eq_ignore_ascii_case(kind)
                && Value::texts(&existing.id.names) == names
                && existing.id.scope.relative_to(&deployment.target) == node.scope
        };
        let existing = deployment.existing.iter().find(is_this);
        existing.map(|existing| existing.key.clone())
    }

    /// The name of a resource group.
    pub(super) fn group(&self, scope: &Scope) -> Expr {
        let mut noted = self.noted.borrow_mut();
        if !noted.groups.contains(scope) {
            noted.groups.push(scope.clone());
        }
        if !self.group_exists(scope) {
            Expr::Code(format!("local.{}", self.group_label(scope)))
        } else if scope.group.is_empty() {
            Expr::code("var.resource_group_name")
        } else {
            Expr::from(&scope.group)
        }
    }

    /// The id of a resource group.
    pub(super) fn group_id(&self, scope: &Scope) -> Expr {
        let subscription = match scope.subscription.as_str() {
            "" => "var.subscription_id".to_owned(),
            foreign => quoted(foreign),
        };
        Expr::Code(format!(
            "format(\"/subscriptions/%s/resourceGroups/%s\", {subscription}, {})",
            code_of(self.group(scope))
        ))
    }

    /// True if something in the group exists already, so that the group does.
    pub(super) fn group_exists(&self, scope: &Scope) -> bool {
        let target = &self.deployment().target;
        let existing = self.deployment().existing.iter();
        let mut scopes = existing.map(|existing| existing.id.scope.relative_to(target));
        scopes.any(|other| other == *scope)
    }

    /// What a group goes by. Groups of one name in several subscriptions are told apart.
    pub(super) fn group_label(&self, scope: &Scope) -> String {
        if scope.is_target() {
            return "resource_group".to_owned();
        }
        let mut scopes: Vec<&Scope> = self.nodes.iter().map(|node| &node.scope).collect();
        scopes.sort();
        scopes.dedup();
        let own = slug(&scope.group);
        let same = |other: &&&Scope| !other.is_target() && slug(&other.group) == own;
        let place = scopes.iter().filter(same).position(|other| *other == scope);
        match place {
            Some(place) if place > 0 => format!("group_{own}_{}", place + 1),
            _ => format!("group_{own}"),
        }
    }

    /// The provider for a foreign subscription.
    pub(super) fn provider(&self, scope: &Scope) -> Option<Expr> {
        let mut all = self.subscriptions.iter();
        let place = all.position(|other| *other == scope.subscription)?;
        Some(Expr::Code(format!("azurerm.{}", alias(place))))
    }
}

/// The alias of a foreign subscription's provider.
pub(super) fn alias(place: usize) -> String {
    format!("subscription_{}", place + 2)
}

/// A text or reference inside code.
pub(super) fn code_of(expr: Expr) -> String {
    if let Expr::Code(code) = expr {
        code
    } else if let Expr::Text(text) = expr {
        quoted(&text)
    } else {
        "null".to_owned()
    }
}

/// The resource inside which a node is written. All pools of a cluster have their addresses in one way, so
/// those of a cluster by azapi stand in its body; each waits for the cluster or the pool before.
fn folds_into(node: &Node, folded: &[(Key, &Node)]) -> Option<Key> {
    if let Resource::ZoneGroup(_) = node.resource {
        return Some(Key::of(node.item));
    }
    let Resource::AgentPool(agent) = &node.resource else {
        return None;
    };
    let before = node
        .after
        .first()
        .filter(|_| has_static_blocks(&agent.pool))?;
    let pool = folded.iter().find(|(_, pool)| pool.key == *before);
    Some(pool.map_or(before, |(cluster, _)| cluster).clone())
}

/// A node and, if it is a network, its subnets as nodes of their own. Once a subnet in the network is not
/// azurerm's, whose own waiting holds the others apart, each waits for the one before.
fn with_subnets(node: &Node) -> Vec<Node> {
    let mut nodes = vec![node.clone()];
    let Resource::Vnet(vnet) = &node.resource else {
        return nodes;
    };
    let mixed = vnet
        .subnets
        .iter()
        .any(|inline| !inline.subnet.service_endpoints.is_empty());
    let mut previous = None;
    for inline in &vnet.subnets {
        let mut names = node.names.clone();
        names.push(Value::from(&inline.name));
        let mut after = vec![node.key.clone()];
        if mixed {
            after.extend(previous.replace(inline.key.clone()));
        }
        nodes.push(Node {
            key: inline.key.clone(),
            names,
            location: None,
            after,
            condition: None,
            resource: Resource::Subnet(inline.subnet.clone()),
            ..node.clone()
        });
    }
    nodes
}

/// Whether what is to be known about a node's item stands here: at the item itself, or at everything that it
/// needs if the item itself exists already. What is to be known about a subnet stands at its network.
pub(super) fn is_noted_at(context: &Context<'_>, node: &Node) -> bool {
    let main = Key::of(node.item);
    node.key == main || context.node(&main).is_none()
}

/// Whether a key leads to something that is created.
pub(super) fn is_new(deployment: &Deployment, key: &Key) -> bool {
    matches!(
        deployment.find(key),
        Some(Target::New(_) | Target::NewSubnet(..))
    )
}

/// A text in letters that labels may have; empty if nothing is left of it.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for character in text.chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('_') {
            slug.push('_');
        }
    }
    if slug.ends_with('_') {
        slug.pop();
    }
    if slug.starts_with(|first: char| first.is_ascii_digit()) {
        slug.insert(0, '_');
    }
    slug
}

/// A name in camel case as one with underscores.
pub(in crate::exports) fn snake(name: &str) -> String {
    let mut snake = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    snake
}
