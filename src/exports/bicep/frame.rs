//! Values in the syntax of Bicep, seen from one file.
//!
//! A frame knows what its file declares: its own resources by their symbols, and whatever else it mentions as
//! `existing`. What a module needs to know from outside becomes a parameter; what others need to know of a
//! module becomes an output.

use std::cell::RefCell;

use super::symbols::Symbols;
use super::text::{property, quoted};
use crate::deployment::arm_body::{arm_type, attribute_path, version_of};
use crate::deployment::{
    Attribute, Deployment, Key, Node, Object, Scope, Target, Value, identifier,
};
use crate::exports::batches::Batch;

/// A file in the making.
pub(super) struct Frame<'a> {
    pub(super) deployment: &'a Deployment,
    pub(super) batches: &'a [Batch<'a>],
    /// The module that the file is; `None` for the main file.
    own: Option<&'a Batch<'a>>,
    symbols: RefCell<Symbols>,
    used: RefCell<Used>,
}

/// What a file mentions.
#[derive(Debug, Default)]
struct Used {
    /// Parameters of the deployment.
    parameters: Vec<String>,
    /// Values that come from outside a module.
    captures: Vec<Capture>,
    /// Values that a module has to give back, with its name.
    requests: Vec<(String, Capture)>,
    existing: Vec<Existing>,
    /// Symbols of new resources and modules that the current declaration mentions.
    touched: Vec<String>,
}

/// A value that passes the border of a module.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Capture {
    /// Its name there.
    pub(super) name: String,
    /// The value.
    pub(super) value: Value,
}

/// A resource that a file refers to without creating it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Existing {
    pub(super) symbol: String,
    /// Type with API version.
    pub(super) type_name: String,
    /// Symbol of the resource that it is in.
    pub(super) parent: Option<String>,
    /// Its scope as an expression, if it is not that of the file.
    pub(super) scope: Option<String>,
    /// Its name as an expression.
    pub(super) name: String,
}

impl<'a> Frame<'a> {
    /// The main file, or the file of a module.
    pub(super) fn new(
        deployment: &'a Deployment,
        batches: &'a [Batch<'a>],
        own: Option<&'a Batch<'a>>,
        symbols: Symbols,
    ) -> Self {
        Self {
            deployment,
            batches,
            own,
            symbols: RefCell::new(symbols),
            used: RefCell::default(),
        }
    }

    /// True if the file creates this resource.
    pub(super) fn owns(&self, node: &Node) -> bool {
        match self.own {
            Some(batch) => batch.has(&node.key),
            None => node.scope.is_target(),
        }
    }

    /// True if the file can say what a resource is in. A role on something of an unknown type cannot be
    /// written; without its scope it would hold for the whole group.
    pub(super) fn can_say(&self, node: &Node) -> bool {
        let Some(on) = node.resource.extends() else {
            return true;
        };
        match self.deployment.find(on) {
            Some(Target::Existing(existing)) => version_of(&existing.id.resource_type).is_some(),
            Some(Target::New(_) | Target::NewSubnet(..)) => true,
            None => false,
        }
    }

    /// The symbol of a resource that is created.
    pub(super) fn symbol(&self, key: &Key) -> String {
        self.symbols.borrow().node(key).to_owned()
    }

    /// The symbol of a module.
    pub(super) fn module(&self, batch: &Batch<'_>) -> String {
        self.symbols.borrow().module(batch).to_owned()
    }

    /// The module that creates what a key leads to, as the main file sees it; `None` inside a module.
    pub(super) fn outer_batch(&self, key: &Key) -> Option<&'a Batch<'a>> {
        let mut batches = self.batches.iter().filter(|_| self.own.is_none());
        batches.find(|batch| batch.has(key))
    }

    /// Forgets what was mentioned so far, at the start of a declaration.
    pub(super) fn start(&self) {
        self.used.borrow_mut().touched.clear();
    }

    /// True if the current declaration mentions this symbol, and so waits for it.
    pub(super) fn touches(&self, symbol: &str) -> bool {
        let used = self.used.borrow();
        used.touched.iter().any(|touched| touched == symbol)
    }

    /// True if the file mentions this parameter of the deployment.
    pub(super) fn uses_parameter(&self, name: &str) -> bool {
        let used = self.used.borrow();
        used.parameters.iter().any(|parameter| parameter == name)
    }

    /// What came from outside, in order.
    pub(super) fn captures(&self) -> Vec<Capture> {
        self.used.borrow().captures.clone()
    }

    /// What this file asks of a module.
    pub(super) fn requests(&self, batch: &Batch<'_>) -> Vec<Capture> {
        let used = self.used.borrow();
        let requests = used.requests.iter();
        requests
            .filter(|(name, _)| *name == batch.name)
            .map(|(_, capture)| capture.clone())
            .collect()
    }

    /// What the file refers to, parents first.
    pub(super) fn existing(&self) -> Vec<Existing> {
        self.used.borrow().existing.clone()
    }

    /// Adds a value. Lines inside it are indented by `depth` levels.
    pub(super) fn write(&self, out: &mut String, value: &Value, depth: usize) {
        match value {
            Value::List(values) if values.is_empty() => out.push_str("[]"),
            Value::List(values) => {
                out.push_str("[\n");
                for value in values {
                    indent(out, depth + 1);
                    self.write(out, value, depth + 1);
                    out.push('\n');
                }
                indent(out, depth);
                out.push(']');
            }
            Value::Object(object) => self.write_object(out, object, depth),
            Value::Text(_)
            | Value::Int(_)
            | Value::Bool(_)
            | Value::Param(_)
            | Value::Attribute(..)
            | Value::KeyedById(_)
            | Value::RoleDefinition(_)
            | Value::Guid(_)
            | Value::TenantId
            | Value::NotEmpty(_) => out.push_str(&self.code(value)),
        }
    }

    fn write_object(&self, out: &mut String, object: &Object, depth: usize) {
        if object.is_empty() {
            out.push_str("{}");
            return;
        }
        out.push_str("{\n");
        for (position, (name, value)) in object.iter().enumerate() {
            // Of two tags with one name the last counts, as in every other file; Bicep takes no second one.
            if object
                .iter()
                .skip(position + 1)
                .any(|(other, _)| other == name)
            {
                continue;
            }
            indent(out, depth + 1);
            out.push_str(&property(name));
            out.push_str(": ");
            self.write(out, value, depth + 1);
            out.push('\n');
        }
        indent(out, depth);
        out.push('}');
    }

    /// A value as an expression.
    pub(super) fn code(&self, value: &Value) -> String {
        match value {
            Value::Text(text) => quoted(text),
            Value::Int(number) => number.to_string(),
            Value::Bool(truth) => truth.to_string(),
            Value::List(_) | Value::Object(_) => {
                let mut out = String::new();
                self.write(&mut out, value, 0);
                out
            }
            Value::Param(name) => self.parameter(name, value),
            Value::Attribute(key, attribute) => self.attribute(key, *attribute, value),
            Value::KeyedById(key) => {
                format!("{{ '${{{}}}': {{}} }}", self.code(&Value::id_of(key)))
            }
            Value::RoleDefinition(id) => format!(
                "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', {})",
                quoted(id)
            ),
            Value::Guid(values) => {
                let codes: Vec<String> = values.iter().map(|value| self.early(value)).collect();
                format!("guid({})", codes.join(", "))
            }
            Value::TenantId => "subscription().tenantId".to_owned(),
            Value::NotEmpty(value) => format!("!empty({})", self.code(value)),
        }
    }

    /// An expression that is known before anything is deployed, as names must be: the main file takes ids of
    /// what a module creates from where it will be, not from the module's outputs.
    fn early(&self, value: &Value) -> String {
        if self.own.is_none()
            && let Value::Attribute(key, Attribute::Id) = value
            && let Some(symbol) = self.symbol_of(key)
        {
            return format!("{symbol}.id");
        }
        self.code(value)
    }

    fn parameter(&self, name: &str, value: &Value) -> String {
        if self.own.is_some() {
            self.capture(name.to_owned(), value);
        } else if !self.uses_parameter(name) {
            self.used.borrow_mut().parameters.push(name.to_owned());
        }
        name.to_owned()
    }

    fn attribute(&self, key: &Key, attribute: Attribute, value: &Value) -> String {
        let node = match self.deployment.find(key) {
            Some(Target::New(node) | Target::NewSubnet(node, _)) => Some(node),
            Some(Target::Existing(_)) => None,
            None => return quoted(""),
        };
        if let Some(node) = node.filter(|node| !self.owns(node)) {
            let name = capture_name(key, attribute);
            let batch = self.batches.iter().find(|batch| batch.has(&node.key));
            return match (self.own, batch) {
                (None, Some(batch)) => self.request(batch, name, value),
                (Some(_), _) | (None, None) => self.capture(name, value),
            };
        }
        let symbol = self.symbol_of(key);
        let path = match attribute_path(attribute) {
            // Resource types describe an identity as something that may be missing.
            Some(_) if attribute == Attribute::SystemPrincipalId => "identity.?principalId ?? ''",
            Some(path) => path,
            None if attribute == Attribute::Name => "name",
            None => "id",
        };
        match (symbol, self.deployment.find(key)) {
            (Some(symbol), _) => format!("{symbol}.{path}"),
            // The id of something whose type Bicep cannot be told.
            (None, Some(Target::Existing(existing))) => quoted(&existing.id.to_string()),
            (None, _) => quoted(""),
        }
    }

    fn capture(&self, name: String, value: &Value) -> String {
        let captures = &mut self.used.borrow_mut().captures;
        if !captures.iter().any(|capture| capture.name == name) {
            captures.push(Capture {
                name: name.clone(),
                value: value.clone(),
            });
        }
        name
    }

    fn request(&self, batch: &Batch<'_>, name: String, value: &Value) -> String {
        let module = self.module(batch);
        let code = format!("{module}.outputs.{name}");
        let used = &mut self.used.borrow_mut();
        used.touched.push(module);
        let request = (
            batch.name.clone(),
            Capture {
                name,
                value: value.clone(),
            },
        );
        if !used.requests.contains(&request) {
            used.requests.push(request);
        }
        code
    }

    /// The symbol of what a key leads to: a resource of this file, or one that it refers to. `None` if its
    /// type is unknown.
    pub(super) fn symbol_of(&self, key: &Key) -> Option<String> {
        match self.deployment.find(key)? {
            Target::New(node) => self.declared(
                arm_type(&node.resource).name,
                &node.names,
                &self.absolute(&node.scope),
            ),
            Target::NewSubnet(node, subnet) => {
                let mut names = node.names.clone();
                names.push(subnet.name.as_str().into());
                let type_name = format!("{}/subnets", arm_type(&node.resource).name);
                self.declared(&type_name, &names, &self.absolute(&node.scope))
            }
            Target::Existing(existing) => {
                let id = &existing.id;
                self.declared(&id.resource_type, &Value::texts(&id.names), &id.scope)
            }
        }
    }

    /// The symbol of what a resource is inside of.
    pub(super) fn parent_of(&self, node: &Node) -> Option<String> {
        let (_, parents) = node.names.split_last()?;
        let type_name = arm_type(&node.resource).name;
        let (parent_type, _) = type_name.rsplit_once('/')?;
        self.declared(parent_type, parents, &self.absolute(&node.scope))
    }

    /// The symbol of a resource by its id, declared as existing if the file does not create it.
    fn declared(&self, type_name: &str, names: &[Value], scope: &Scope) -> Option<String> {
        let created = self.deployment.nodes.iter().find(|node| {
            self.owns(node)
                && node.names == names
                && arm_type(&node.resource)
                    .name
                    .eq_ignore_ascii_case(type_name)
                && same(&self.absolute(&node.scope), scope)
        });
        if let Some(node) = created {
            let symbol = self.symbol(&node.key);
            self.used.borrow_mut().touched.push(symbol.clone());
            return Some(symbol);
        }
        let version = version_of(type_name)?;
        let (last, parents) = names.split_last()?;
        let parent = if parents.is_empty() {
            None
        } else {
            let (parent_type, _) = type_name.rsplit_once('/')?;
            Some(self.declared(parent_type, parents, scope)?)
        };
        let mut existing = Existing {
            symbol: String::new(),
            type_name: format!("{type_name}@{version}"),
            scope: if parent.is_some() {
                None
            } else {
                self.scope_code(scope)
            },
            name: self.code(last),
            parent,
        };
        let used = &mut self.used.borrow_mut();
        let known = used.existing.iter().find(|known| {
            known.type_name == existing.type_name
                && known.name == existing.name
                && known.parent == existing.parent
                && known.scope == existing.scope
        });
        if let Some(known) = known {
            return Some(known.symbol.clone());
        }
        let texts: Vec<&str> = names
            .iter()
            .map(|name| self.deployment.planned_text(name))
            .collect();
        let symbol = self
            .symbols
            .borrow_mut()
            .unique(&identifier(&texts.join("-")));
        existing.symbol.clone_from(&symbol);
        used.existing.push(existing);
        Some(symbol)
    }

    /// A scope as an expression; `None` if it is the file's own.
    pub(super) fn scope_code(&self, scope: &Scope) -> Option<String> {
        let own = match self.own {
            Some(batch) => self.absolute(&batch.scope),
            None => self.deployment.target.clone(),
        };
        if same(&own, scope) || scope.group.is_empty() {
            return None;
        }
        Some(
            if own.subscription.eq_ignore_ascii_case(&scope.subscription) {
                format!("resourceGroup({})", quoted(&scope.group))
            } else {
                format!(
                    "resourceGroup({}, {})",
                    quoted(&scope.subscription),
                    quoted(&scope.group)
                )
            },
        )
    }

    /// A scope with the parts that are the target's own.
    pub(super) fn absolute(&self, scope: &Scope) -> Scope {
        let target = &self.deployment.target;
        let or = |own: &String, target: &String| if own.is_empty() { target } else { own }.clone();
        Scope {
            subscription: or(&scope.subscription, &target.subscription),
            group: or(&scope.group, &target.group),
        }
    }
}

/// Adds the start of a line.
pub(super) fn indent(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str("  ");
    }
}

/// True if two scopes are the same; Azure does not distinguish case.
fn same(one: &Scope, other: &Scope) -> bool {
    one.subscription.eq_ignore_ascii_case(&other.subscription)
        && one.group.eq_ignore_ascii_case(&other.group)
}

/// The name of an attribute at the border of a module.
fn capture_name(key: &Key, attribute: Attribute) -> String {
    let suffix = match attribute {
        Attribute::Id => "Id",
        Attribute::Name => "Name",
        Attribute::PrincipalId | Attribute::SystemPrincipalId => "PrincipalId",
        Attribute::PrivateAddress => "PrivateAddress",
        Attribute::ScoringUri => "ScoringUri",
    };
    format!("{}_{suffix}", key.as_str().replace('-', "_"))
}
