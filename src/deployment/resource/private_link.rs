//! Properties of private endpoints and private DNS zones.

use super::{Subnet, Vnet};
use crate::deployment::{Key, Ref};

/// A private DNS zone; its name is the resource's name.
#[derive(Clone, Debug, PartialEq)]
pub struct PrivateDnsZone;

/// The link of a zone to a virtual network, without auto-registration.
#[derive(Clone, Debug, PartialEq)]
pub struct ZoneLink {
    /// The network whose clients ask the zone.
    pub vnet: Ref<Vnet>,
}

/// A private endpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct PrivateEndpoint {
    /// The subnet that its addresses come from.
    pub subnet: Ref<Subnet>,
    /// The service that it leads to.
    pub service: Key,
    /// The sub-resource of that service.
    pub group_id: &'static str,
    /// Its address, if it is fixed.
    pub static_address: Option<StaticAddress>,
}

/// A fixed address of a private endpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct StaticAddress {
    /// The member of the sub-resource that gets it.
    pub member: &'static str,
    /// The address.
    pub address: String,
}

/// The zones that a private endpoint registers in.
#[derive(Clone, Debug, PartialEq)]
pub struct ZoneGroup {
    /// The zones.
    pub zones: Vec<ZoneConfig>,
}

/// One zone of a zone group.
#[derive(Clone, Debug, PartialEq)]
pub struct ZoneConfig {
    /// Name of the entry: the zone's name without dots.
    pub name: String,
    /// The zone.
    pub zone: Ref<PrivateDnsZone>,
}
