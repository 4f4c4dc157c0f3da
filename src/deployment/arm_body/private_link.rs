//! Bodies of private endpoints and of what makes their names resolve.

use crate::deployment::resource::{PrivateEndpoint, ZoneGroup, ZoneLink};
use crate::deployment::{Object, Value};

pub(super) fn zone_link(body: Object, link: &ZoneLink) -> Object {
    body.with(
        "properties",
        Object::new()
            .with("registrationEnabled", false)
            .with("virtualNetwork", Value::sub_resource(&link.vnet)),
    )
}

pub(super) fn endpoint(body: Object, endpoint: &PrivateEndpoint) -> Object {
    let connection = Object::new().with("name", endpoint.group_id).with(
        "properties",
        Object::new()
            .with("privateLinkServiceId", Value::id_of(&endpoint.service))
            .with("groupIds", Value::texts([endpoint.group_id])),
    );
    let addresses = endpoint.static_address.as_ref().map(|fixed| {
        vec![Value::from(
            Object::new().with("name", fixed.member).with(
                "properties",
                Object::new()
                    .with("groupId", endpoint.group_id)
                    .with("memberName", fixed.member)
                    .with("privateIPAddress", &fixed.address),
            ),
        )]
    });
    body.with(
        "properties",
        Object::new()
            .with("subnet", Value::sub_resource(&endpoint.subnet))
            .maybe("ipConfigurations", addresses)
            .with("privateLinkServiceConnections", vec![connection.into()]),
    )
}

pub(super) fn zone_group(body: Object, group: &ZoneGroup) -> Object {
    let zones: Vec<Value> = group
        .zones
        .iter()
        .map(|config| {
            Object::new()
                .with("name", &config.name)
                .with(
                    "properties",
                    Object::new().with("privateDnsZoneId", &config.zone),
                )
                .into()
        })
        .collect();
    body.with(
        "properties",
        Object::new().with("privateDnsZoneConfigs", zones),
    )
}
