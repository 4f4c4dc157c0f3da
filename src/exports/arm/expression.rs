//! Values in the syntax of ARM templates: JSON, with expressions in brackets.
//!
//! A frame knows what it can name: the template of the deployment names everything, a nested template only
//! its own resources. What a nested template needs from outside, it captures: a parameter of its own, whose
//! value the outer template gives.

use std::cell::RefCell;

use serde_json::{Map, Value as Json};

use crate::deployment::arm_body::{arm_type, attribute_path};
use crate::deployment::{Attribute, Deployment, Key, Node, Target, Value};

/// A template in which expressions are evaluated.
pub(super) struct Frame<'a> {
    deployment: &'a Deployment,
    /// The keys of a nested template's own resources; `None` for the template of the deployment.
    own: Option<Vec<Key>>,
    captured: RefCell<Vec<Capture>>,
}

/// A value that a nested template gets from outside.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Capture {
    /// Name of the parameter.
    pub(super) name: String,
    /// The value, to be written by the outer frame.
    pub(super) value: Value,
}

impl<'a> Frame<'a> {
    /// The template of the deployment.
    pub(super) fn outer(deployment: &'a Deployment) -> Self {
        Self {
            deployment,
            own: None,
            captured: RefCell::default(),
        }
    }

    /// A nested template with these resources.
    pub(super) fn nested(deployment: &'a Deployment, own: Vec<Key>) -> Self {
        Self {
            own: Some(own),
            ..Self::outer(deployment)
        }
    }

    /// What was captured while values were written, in order.
    pub(super) fn captures(self) -> Vec<Capture> {
        self.captured.into_inner()
    }

    /// A value as JSON.
    pub(super) fn json(&self, value: &Value) -> Json {
        match value {
            Value::Text(text) => Json::from(literal(text)),
            Value::Int(number) => Json::from(*number),
            Value::Bool(truth) => Json::from(*truth),
            Value::List(values) => values.iter().map(|value| self.json(value)).collect(),
            Value::Object(object) => {
                let entries = object.iter();
                Json::Object(
                    entries
                        .map(|(name, value)| (literal(name), self.json(value)))
                        .collect(),
                )
            }
            Value::KeyedById(key) => {
                let id = self.code(&Value::id_of(key));
                let empty = Json::Object(Map::new());
                Json::Object([(format!("[{id}]"), empty)].into_iter().collect())
            }
            Value::Attribute(key, Attribute::Id) => match self.deployment.find(key) {
                Some(Target::Existing(existing)) => Json::from(literal(&existing.id.to_string())),
                Some(Target::New(_) | Target::NewSubnet(..)) | None => self.expression(value),
            },
            Value::Param(_)
            | Value::Attribute(..)
            | Value::RoleDefinition(_)
            | Value::Guid(_)
            | Value::TenantId
            | Value::NotEmpty(_) => self.expression(value),
        }
    }

    fn expression(&self, value: &Value) -> Json {
        Json::from(format!("[{}]", self.code(value)))
    }

    /// The name of a resource, with those of its parents.
    pub(super) fn name(&self, node: &Node) -> Json {
        match node.names.as_slice() {
            [only] => self.json(only),
            names => {
                let texts: Option<Vec<&str>> = names.iter().map(text_of).collect();
                if let Some(texts) = texts {
                    return Json::from(literal(&texts.join("/")));
                }
                let places: Vec<String> = (0..names.len())
                    .map(|place| format!("{{{place}}}"))
                    .collect();
                Json::from(format!(
                    "[format('{}', {})]",
                    places.join("/"),
                    self.codes(names)
                ))
            }
        }
    }

    /// A value inside an expression.
    fn code(&self, value: &Value) -> String {
        match value {
            Value::Text(text) => quoted(text),
            Value::Int(number) => number.to_string(),
            Value::Bool(truth) => format!("{truth}()"),
            Value::List(values) => format!("createArray({})", self.codes(values)),
            Value::Object(object) => {
                let entries: Vec<String> = object
                    .iter()
                    .map(|(name, value)| format!("{}, {}", quoted(name), self.code(value)))
                    .collect();
                format!("createObject({})", entries.join(", "))
            }
            Value::Param(name) => self.parameter(name, value),
            Value::Attribute(key, attribute) => self.attribute(key, *attribute, value),
            Value::KeyedById(key) => {
                format!(
                    "createObject({}, createObject())",
                    self.code(&Value::id_of(key))
                )
            }
            Value::RoleDefinition(id) => format!(
                "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', {})",
                quoted(id)
            ),
            Value::Guid(values) => format!("guid({})", self.codes(values)),
            Value::TenantId => "subscription().tenantId".to_owned(),
            Value::NotEmpty(value) => format!("not(empty({}))", self.code(value)),
        }
    }

    fn codes(&self, values: &[Value]) -> String {
        let codes: Vec<String> = values.iter().map(|value| self.code(value)).collect();
        codes.join(", ")
    }

    fn parameter(&self, name: &str, value: &Value) -> String {
        if self.own.is_some() {
            self.capture(name.to_owned(), value);
        }
        format!("parameters({})", quoted(name))
    }

    fn attribute(&self, key: &Key, attribute: Attribute, value: &Value) -> String {
        let node = match self.deployment.find(key) {
            Some(Target::New(node) | Target::NewSubnet(node, _)) => node,
            Some(Target::Existing(existing)) => return quoted(&existing.id.to_string()),
            None => return quoted(""),
        };
        if self
            .own
            .as_ref()
            .is_some_and(|own| !own.contains(&node.key))
        {
            let name = capture_name(key, attribute);
            self.capture(name.clone(), value);
            return format!("parameters({})", quoted(&name));
        }
        let id = self.id(key);
        match attribute_path(attribute) {
            None if attribute == Attribute::Name => node
                .names
                .last()
                .map(|name| self.code(name))
                .unwrap_or_default(),
            None => id,
            Some(path) => {
                let version = arm_type(&node.resource).api_version;
                format!("reference({id}, {}, 'full').{path}", quoted(version))
            }
        }
    }

    /// The id of a resource that this frame can name, as an expression.
    pub(super) fn id(&self, key: &Key) -> String {
        let (node, subnet) = match self.deployment.find(key) {
            Some(Target::New(node)) => (node, None),
            Some(Target::NewSubnet(node, subnet)) => (node, Some(subnet.name.as_str())),
            Some(Target::Existing(existing)) => return quoted(&existing.id.to_string()),
            None => return quoted(""),
        };
        let mut type_name = arm_type(&node.resource).name.to_owned();
        if let Some(on) = node.resource.extends() {
            return format!(
                "extensionResourceId({}, {}, {})",
                self.code(&Value::id_of(on)),
                quoted(&type_name),
                self.codes(&node.names)
            );
        }
        let mut arguments = Vec::new();
        // A nested template runs in the group of its resources.
        if self.own.is_none() {
            let scope = &node.scope;
            let parts = [&scope.subscription, &scope.group];
            arguments.extend(
                parts
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .map(|part| quoted(part)),
            );
        }
        let mut names: Vec<String> = node.names.iter().map(|name| self.code(name)).collect();
        if let Some(subnet) = subnet {
            type_name.push_str("/subnets");
            names.push(quoted(subnet));
        }
        arguments.push(quoted(&type_name));
        arguments.append(&mut names);
        format!("resourceId({})", arguments.join(", "))
    }

    fn capture(&self, name: String, value: &Value) {
        let mut captured = self.captured.borrow_mut();
        if !captured.iter().any(|capture| capture.name == name) {
            captured.push(Capture {
                name,
                value: value.clone(),
            });
        }
    }
}

/// The parameter of a nested template for an attribute of a resource outside it.
fn capture_name(key: &Key, attribute: Attribute) -> String {
    let suffix = match attribute {
        Attribute::Id => "id",
        Attribute::Name => "name",
        Attribute::PrincipalId | Attribute::SystemPrincipalId => "principal",
        Attribute::PrivateAddress => "address",
        Attribute::ScoringUri => "uri",
    };
    format!("{key}-{suffix}").replace('-', "_")
}

fn text_of(value: &Value) -> Option<&str> {
    if let Value::Text(text) = value {
        Some(text)
    } else {
        None
    }
}

/// A text inside an expression.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A text on its own. In brackets it would be an expression, so one that is gets a second opening bracket;
/// one that only starts like an escaped text is written as an expression, which leaves no doubt.
pub(super) fn literal(text: &str) -> String {
    if text.starts_with('[') && text.ends_with(']') {
        format!("[{text}")
    } else if text.starts_with("[[") {
        format!("[concat({})]", quoted(text))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_an_expression() {
        for (text, written) in [
            ("plain", "plain"),
            ("[a]", "[[a]"),
            ("[a", "[a"),
            ("[[a]]", "[[[a]]"),
            ("[[a", "[concat('[[a')]"),
            ("[[it's", "[concat('[[it''s')]"),
            ("", ""),
        ] {
            assert_eq!(literal(text), written);
        }
    }
}
