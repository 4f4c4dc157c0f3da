//! From a resource's body to words of a command line: a path into the body, as in a `JMESPath` query, names what
//! an option takes.

use crate::deployment::arm_body::{arm_type, attribute_path};
use crate::deployment::{Attribute, Deployment, Key, Node, Object, Scope, Target, Value};
use crate::exports::cli::command::{Argument, Command, Piece, Word};
use crate::exports::shell::variable;

/// Variable for the group that everything goes to.
pub(super) const GROUP: &str = "RESOURCE_GROUP";
/// Variable for the subscription.
pub(super) const SUBSCRIPTION: &str = "SUBSCRIPTION_ID";

/// An option, where its value stands in the body, and the value that the CLI assumes without it (empty if it
/// assumes none).
pub(super) type Row = (&'static str, &'static str, &'static str);

/// The values at a path: names with dots between them; `*` for all items of a list.
pub(super) fn at<'v>(object: &'v Object, path: &str) -> Vec<&'v Value> {
    let (name, rest) = match path.split_once('.') {
        Some((name, rest)) => (name, rest),
        None => (path, ""),
    };
    let found = object.iter().find(|(key, _)| *key == name);
    found.map_or_else(Vec::new, |(_, value)| below(value, rest))
}

fn below<'v>(value: &'v Value, path: &str) -> Vec<&'v Value> {
    if path.is_empty() {
        return vec![value];
    }
    if let Value::Object(object) = value {
        at(object, path)
    } else if let Value::List(items) = value
        && let Some(rest) = path.strip_prefix('*')
    {
        let rest = rest.trim_start_matches('.');
        items.iter().flat_map(|item| below(item, rest)).collect()
    } else {
        Vec::new()
    }
}

/// Words of the resources of a deployment.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) deployment: &'a Deployment,
}

impl<'a> Words<'a> {
    /// The words that a value makes: a list makes several.
    pub(super) fn words(self, value: &Value) -> Vec<Word> {
        if let Value::List(values) = value {
            return values.iter().flat_map(|value| self.words(value)).collect();
        }
        if let Value::Param(name) = value
            && let Some(parameter) = self.deployment.parameter(name)
            && let Some(Value::Object(object)) = &parameter.default
        {
            return if object.is_empty() {
                Vec::new()
            } else {
                vec![Word(vec![Piece::List(variable(name))])]
            };
        }
        vec![self.word(value)]
    }

    /// A value as one word.
    pub(super) fn word(self, value: &Value) -> Word {
        match value {
            Value::Text(text) => Word::text(text.clone()),
            Value::Int(number) => Word::text(number.to_string()),
            Value::Bool(truth) => Word::text(if *truth { "true" } else { "false" }),
            Value::Param(name) => Word::variable(variable(name)),
            Value::Attribute(key, Attribute::Id) | Value::KeyedById(key) => self.id(key),
            Value::Attribute(key, attribute) => Word::variable(attribute_variable(key, *attribute)),
            Value::RoleDefinition(id) => Word::text(*id),
            Value::List(_)
            | Value::Object(_)
            | Value::Guid(_)
            | Value::TenantId
            | Value::NotEmpty(_) => Word::default(),
        }
    }

    /// The id that a key leads to.
    pub(super) fn id(self, key: &Key) -> Word {
        match self.deployment.find(key) {
            Some(Target::New(node)) => self.id_of(node),
            Some(Target::NewSubnet(node, subnet)) => {
                self.id_of(node).then("/subnets/").then(&subnet.name)
            }
            Some(Target::Existing(existing)) => Word::text(existing.id.to_string()),
            None => Word::default(),
        }
    }

    /// The id of a resource that is created.
    pub(super) fn id_of(self, node: &Node) -> Word {
        let type_name = arm_type(&node.resource).name;
        let home = match node.resource.extends() {
            Some(on) => self.id(on),
            None => Self::home(&node.scope),
        };
        self.below(home, type_name, &node.names)
    }

    /// The id of a resource's parent.
    pub(super) fn parent_of(self, node: &Node) -> Word {
        let type_name = arm_type(&node.resource).name;
        let parent_type = type_name.rsplit_once('/').map_or(type_name, |it| it.0);
        let parents = node.names.split_last().map_or(&[][..], |it| it.1);
        self.below(Self::home(&node.scope), parent_type, parents)
    }

    /// The id of the virtual network of a subnet.
    pub(super) fn vnet_of(self, subnet: &Key) -> Word {
        match self.deployment.find(subnet) {
            Some(Target::NewSubnet(node, _)) => self.id_of(node),
            Some(Target::New(node)) => self.parent_of(node),
            Some(Target::Existing(existing)) => {
                let id = existing.id.to_string();
                let end = format!("/subnets/{}", existing.id.name());
                Word::text(id.strip_suffix(&end).unwrap_or(&id))
            }
            None => Word::default(),
        }
    }

    fn home(scope: &Scope) -> Word {
        Word::text("/subscriptions/")
            .join(Self::subscription(scope))
            .then("/resourceGroups/")
            .join(Self::group(scope))
    }

    fn below(self, home: Word, type_name: &str, names: &[Value]) -> Word {
        let mut segments = type_name.split('/');
        let mut id = home
            .then("/providers/")
            .then(segments.next().unwrap_or_default());
        for (segment, name) in segments.zip(names) {
            id = id.then("/").then(segment).then("/").join(self.word(name));
        }
        id
    }

    pub(super) fn subscription(scope: &Scope) -> Word {
        if scope.subscription.is_empty() {
            Word::variable(SUBSCRIPTION)
        } else {
            Word::text(scope.subscription.clone())
        }
    }

    pub(super) fn group(scope: &Scope) -> Word {
        if scope.group.is_empty() {
            Word::variable(GROUP)
        } else {
            Word::text(scope.group.clone())
        }
    }

    /// The arguments that say where a resource is.
    pub(super) fn place(scope: &Scope) -> Vec<Argument> {
        let mut place = Command::default().with("--resource-group", Self::group(scope));
        if !scope.subscription.is_empty() {
            place = place.say("--subscription", &scope.subscription);
        }
        place.arguments
    }

    /// The arguments that rows make of a body.
    pub(super) fn rows(self, body: &Object, rows: &[Row]) -> Vec<Argument> {
        let mut arguments = Vec::new();
        for (option, path, usual) in rows {
            let values: Vec<Word> = at(body, path)
                .into_iter()
                .flat_map(|value| self.words(value))
                .collect();
            let is_usual = match values.as_slice() {
                [] => continue,
                [only] => !usual.is_empty() && only.plain() == Some(usual),
                _ => false,
            };
            arguments.push(Argument {
                option,
                values,
                is_usual,
            });
        }
        arguments
    }

    /// The name of a resource as a person reads it.
    pub(super) fn title(self, node: &'a Node) -> String {
        let names: Vec<&str> = node
            .names
            .iter()
            .map(|name| self.deployment.planned_text(name))
            .filter(|name| !name.is_empty())
            .collect();
        names.join(" / ")
    }
}

/// The variable that takes an attribute of a resource.
pub(super) fn attribute_variable(key: &Key, attribute: Attribute) -> String {
    let path = attribute_path(attribute).unwrap_or_default();
    let last = path.rsplit('.').next().unwrap_or_default();
    let mut name = key.as_str().replace('-', "_").to_ascii_uppercase();
    name.push('_');
    name.push_str(&variable(last));
    name
}
