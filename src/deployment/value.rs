//! Values of a resource's body: a small tree that every syntax can print.
//!
//! Beside plain data it has the few things that a deployment computes: parameters, attributes of other
//! resources, and names that Azure derives. What is absent: free-form expressions, so no syntax leaks in.

use super::{Key, Ref};

/// Something that a resource or its environment knows only when it exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attribute {
    /// Resource id.
    Id,
    /// Name.
    Name,
    /// Object id of a user-assigned identity.
    PrincipalId,
    /// Object id of a resource's system-assigned identity.
    SystemPrincipalId,
    /// Private address of an Azure Firewall.
    PrivateAddress,
    /// Address at which a batch endpoint takes jobs.
    ScoringUri,
}

/// A value in a resource's body.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, taken literally whatever it contains.
    Text(String),
    /// A whole number.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// A list.
    List(Vec<Value>),
    /// Named values, in the order in which they are printed.
    Object(Object),
    /// A parameter of the deployment.
    Param(String),
    /// An attribute of another resource.
    Attribute(Key, Attribute),
    /// An object that has the id of a resource as its only key, with an empty object as value: the shape in
    /// which Azure wants user-assigned identities.
    KeyedById(Key),
    /// The id of a built-in role definition with this GUID.
    RoleDefinition(&'static str),
    /// A GUID computed from values: the same for the same values.
    Guid(Vec<Value>),
    /// The Entra tenant of the subscription.
    TenantId,
    /// True if a text is not empty.
    NotEmpty(Box<Value>),
}

/// Named values in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object(Vec<(String, Value)>);

impl Object {
    /// An object without values.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a value.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.push((name.into(), value.into()));
        self
    }

    /// Adds a value if there is one.
    #[must_use]
    pub fn maybe(self, name: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds a list unless it is empty.
    #[must_use]
    pub fn list(self, name: &str, values: Vec<Value>) -> Self {
        if values.is_empty() {
            self
        } else {
            self.with(name, Value::List(values))
        }
    }

    /// The values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// True if there are no values.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Value {
    /// The id of the resource with this key.
    pub fn id_of(key: &Key) -> Self {
        Self::Attribute(key.clone(), Attribute::Id)
    }

    /// An object with `id` alone: the shape of most references in Azure's bodies.
    pub fn sub_resource<T>(reference: &Ref<T>) -> Self {
        Object::new().with("id", reference).into()
    }

    /// A list of texts.
    pub fn texts<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Vec<Self> {
        texts
            .into_iter()
            .map(|text| Self::Text(text.as_ref().to_owned()))
            .collect()
    }

    /// Calls `visit` with this value and every value inside it.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        visit(self);
        match self {
            Self::List(values) | Self::Guid(values) => {
                for value in values {
                    value.walk(visit);
                }
            }
            Self::Object(object) => {
                for (_, value) in object.iter() {
                    value.walk(visit);
                }
            }
            Self::NotEmpty(value) => value.walk(visit),
            Self::Text(_)
            | Self::Int(_)
            | Self::Bool(_)
            | Self::Param(_)
            | Self::Attribute(..)
            | Self::KeyedById(_)
            | Self::RoleDefinition(_)
            | Self::TenantId => {}
        }
    }

    /// The resource that this value reads, if it reads one.
    pub fn reads(&self) -> Option<&Key> {
        match self {
            Self::Attribute(key, _) | Self::KeyedById(key) => Some(key),
            Self::Text(_)
            | Self::Int(_)
            | Self::Bool(_)
            | Self::List(_)
            | Self::Object(_)
            | Self::Param(_)
            | Self::RoleDefinition(_)
            | Self::Guid(_)
            | Self::TenantId
            | Self::NotEmpty(_) => None,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<u32> for Value {
    fn from(value: u32) -> Self {
        Self::Int(i64::from(value))
    }
}

impl From<Vec<Value>> for Value {
    fn from(values: Vec<Value>) -> Self {
        Self::List(values)
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl From<&Value> for Value {
    fn from(value: &Value) -> Self {
        value.clone()
    }
}

impl<T> From<&Ref<T>> for Value {
    fn from(reference: &Ref<T>) -> Self {
        Self::id_of(reference.key())
    }
}
