//! How values stand in a document: one trait, implemented for what plans are made of.
//!
//! Reading, writing and the schema of a type stand beside each other here, so they cannot drift apart. The
//! trait is used as an object: a record is a list of named fields, and the code that walks it exists once.

use serde_json::{Value, json};

use super::reader::Reader;
use super::schema::{Definitions, nullable};
use crate::domain::{
    AcknowledgementId, AddressText, AksId, AttachedId, BastionId, BatchDeploymentId,
    BatchEndpointId, ClusterId, FirewallId, GatewayId, InstanceId, JumpHostId, NatGatewayId,
    NodePoolId, NsgId, PeeringId, PrefixText, PrivateEndpointId, RouteId, RouteTableId,
    SecurityRuleId, StorageId, SubnetId, TagId, VnetId, Word, ZoneId,
};

/// The highest id in a document. Far below the end of `u32`, so that a plan never runs out of numbers.
pub(super) const MAX_ID: u32 = 1_000_000_000;

/// A value that a document can hold.
pub(super) trait Wire {
    /// Takes the value from the document; keeps what it was, and reports it, if that is not possible.
    fn read(&mut self, value: &Value, reader: &mut Reader);

    /// The value as it stands in the document.
    fn write(&self) -> Value;

    /// JSON Schema of the type.
    fn schema(definitions: &mut Definitions) -> Value
    where
        Self: Sized;

    /// JSON Schema where the value must be there: an item's own id, an entry of a list.
    fn schema_of_present(definitions: &mut Definitions) -> Value
    where
        Self: Sized,
    {
        Self::schema(definitions)
    }
}

impl Wire for bool {
    fn read(&mut self, value: &Value, reader: &mut Reader) {
        match value.as_bool() {
            Some(answer) => *self = answer,
            None => reader.mismatch("true or false", value),
        }
    }

    fn write(&self) -> Value {
        Value::Bool(*self)
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "boolean" })
    }
}

impl Wire for u32 {
    fn read(&mut self, value: &Value, reader: &mut Reader) {
        if let Some(number) = reader.number(value, 0, Self::MAX) {
            *self = number;
        }
    }

    fn write(&self) -> Value {
        (*self).into()
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "integer", "minimum": 0, "maximum": Self::MAX })
    }
}

impl Wire for String {
    fn read(&mut self, value: &Value, reader: &mut Reader) {
        match value.as_str() {
            Some(text) => text.clone_into(self),
            None => reader.mismatch("a text", value),
        }
    }

    fn write(&self) -> Value {
        Value::String(self.clone())
    }

    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "string" })
    }
}

/// Texts that are kept as typed.
macro_rules! typed_texts {
    ($($name:ident),*) => {
        $(
            impl Wire for $name {
                fn read(&mut self, value: &Value, reader: &mut Reader) {
                    let mut text = String::new();
                    text.read(value, reader);
                    *self = Self::new(text);
                }

                fn write(&self) -> Value {
                    self.as_str().into()
                }

                fn schema(definitions: &mut Definitions) -> Value {
                    String::schema(definitions)
                }
            }
        )*
    };
}

typed_texts!(PrefixText, AddressText);

impl<T: Wire + Default> Wire for Option<T> {
    fn read(&mut self, value: &Value, reader: &mut Reader) {
        *self = if value.is_null() {
            None
        } else {
            let mut inner = T::default();
            inner.read(value, reader);
            Some(inner)
        };
    }

    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, Wire::write)
    }

    fn schema(definitions: &mut Definitions) -> Value {
        nullable(&T::schema_of_present(definitions))
    }
}

impl<T: Wire + Default> Wire for Vec<T> {
    fn read(&mut self, value: &Value, reader: &mut Reader) {
        self.clear();
        reader.list(value, &mut |entry, reader| {
            let mut item = T::default();
            item.read(entry, reader);
            self.push(item);
        });
    }

    fn write(&self) -> Value {
        Value::Array(self.iter().map(Wire::write).collect())
    }

    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "type": "array", "items": T::schema_of_present(definitions) })
    }
}

/// Every closed vocabulary, by its words.
impl<T: Word> Wire for T {
    fn read(&mut self, value: &Value, reader: &mut Reader) {
        let words: Vec<&'static str> = T::ALL.iter().map(|value| value.word()).collect();
        if let Some(value) = reader
            .word(value, &words)
            .and_then(|place| T::ALL.get(place))
        {
            *self = *value;
        }
    }

    fn write(&self) -> Value {
        self.word().into()
    }

    fn schema(_: &mut Definitions) -> Value {
        let words: Vec<&'static str> = T::ALL.iter().map(|value| value.word()).collect();
        json!({ "enum": words })
    }
}

/// Ids, with the kind of item that they number. In memory 0 says “none chosen yet”; a document says null.
macro_rules! ids {
    ($($name:ident: $kind:literal,)*) => {
        $(
            impl Wire for $name {
                fn read(&mut self, value: &Value, reader: &mut Reader) {
                    if let Some(id) = reader.id($kind, value) {
                        *self = Self(id);
                    }
                }

                fn write(&self) -> Value {
                    if self.0 == 0 { Value::Null } else { self.0.into() }
                }

                fn schema(definitions: &mut Definitions) -> Value {
                    nullable(&Self::schema_of_present(definitions))
                }

                fn schema_of_present(_: &mut Definitions) -> Value {
                    json!({ "type": "integer", "minimum": 1, "maximum": MAX_ID })
                }
            }
        )*
    };
}

ids! {
    TagId: "a tag",
    VnetId: "a VNet",
    SubnetId: "a subnet",
    PeeringId: "a peering",
    NsgId: "an NSG",
    SecurityRuleId: "a security rule",
    RouteTableId: "a route table",
    RouteId: "a route",
    NatGatewayId: "a NAT gateway",
    FirewallId: "a firewall",
    GatewayId: "a gateway",
    BastionId: "a Bastion host",
    JumpHostId: "a jump host",
    StorageId: "a storage account",
    PrivateEndpointId: "a private endpoint",
    ZoneId: "a private DNS zone",
    ClusterId: "a compute cluster",
    InstanceId: "a compute instance",
    AttachedId: "an attached machine",
    AksId: "an AKS cluster",
    NodePoolId: "a node pool",
    BatchEndpointId: "a batch endpoint",
    BatchDeploymentId: "a batch deployment",
    AcknowledgementId: "an acknowledgement",
}
