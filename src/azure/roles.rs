//! Built-in roles that a deployment assigns.

use super::{Source, sources};

/// A built-in role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its name.
    pub name: &'static str,
    /// The GUID of its definition, the same in every tenant and cloud.
    pub id: &'static str,
    /// Where the GUID is stated.
    pub source: &'static Source,
}

/// Joins nodes to a subnet and manages the network around them; AKS needs it on its subnets (AKS-4).
pub const NETWORK_CONTRIBUTOR: Role = Role {
    name: "Network Contributor",
    id: "4d97b98b-1d4f-4787-a291-c67834d212e7",
    source: &sources::ROLES_NETWORK,
};

/// Writes records to a private DNS zone; a private AKS cluster needs it on a zone that it does not own.
pub const PRIVATE_DNS_ZONE_CONTRIBUTOR: Role = Role {
    name: "Private DNS Zone Contributor",
    id: "b12aa53e-6015-4669-85d0-8515ebb3ae7f",
    source: &sources::ROLES_NETWORK,
};

/// Reads; the workspace needs it on the private endpoints of its storage for studio (PE-27).
pub const READER: Role = Role {
    name: "Reader",
    id: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    source: &sources::ROLES_GENERAL,
};
