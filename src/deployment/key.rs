//! Handles of resources: what one resource says when it means another.
//!
//! A [`Key`] comes from the plan's item, never from a name, so renaming moves nothing. A [`Ref`] is a key that
//! knows what it leads to: an NSG cannot be wired where a route table is meant.

use std::fmt;
use std::marker::PhantomData;

use crate::domain::Item;

/// The stable handle of one resource of a deployment, such as `vnet-1` or `bastion-4-ip`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

impl Key {
    /// The handle of the resource that an item of the plan stands for.
    pub fn of(item: Item) -> Self {
        Self(item.key())
    }

    /// The handle of a further resource that the same item needs, such as its public IP address.
    pub fn part(item: Item, part: &str) -> Self {
        Self(format!("{}-{part}", item.key()))
    }

    /// The handle as text: lower case, digits and hyphens.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A reference to a resource whose properties are a `T`.
#[derive(Clone, Debug, PartialEq)]
pub struct Ref<T> {
    key: Key,
    leads_to: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// A reference to the resource with this key.
    pub fn to(key: Key) -> Self {
        Self {
            key,
            leads_to: PhantomData,
        }
    }

    /// The key of the resource that is meant.
    pub fn key(&self) -> &Key {
        &self.key
    }
}
