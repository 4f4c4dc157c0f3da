//! Properties of identities and of the roles they have.

use crate::azure::roles::Role;
use crate::deployment::{Attribute, Key};

/// A user-assigned identity.
#[derive(Clone, Debug, PartialEq)]
pub struct ManagedIdentity;

/// A role that an identity has on a resource.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleAssignment {
    /// The resource whose identity gets the role.
    pub principal: Key,
    /// Which of its identities: [`Attribute::PrincipalId`] or [`Attribute::SystemPrincipalId`].
    pub principal_attribute: Attribute,
    /// The role.
    pub role: &'static Role,
    /// The resource on which the role holds.
    pub on: Key,
}
