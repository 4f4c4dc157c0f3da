//! Records: objects whose fields are listed once, for reading, writing and the schema alike.

use serde_json::{Map, Value};

use super::schema::Definitions;
use super::wire::Wire;

/// Implements [`Wire`] for a struct of the domain: `Type "What it is." { field: "What it says." … }`.
///
/// The list must name every field of the struct, or it does not compile: a field that is forgotten here
/// would be lost on saving. Its order is the order in the document.
macro_rules! record {
    ($name:ident $about:literal { $($field:ident: $description:literal,)* }) => {
        impl $crate::document::wire::Wire for $crate::domain::$name {
            fn read(
                &mut self,
                value: &serde_json::Value,
                reader: &mut $crate::document::reader::Reader,
            ) {
                let Self { $($field,)* } = self;
                reader.record(value, &mut [$((stringify!($field), $field),)*]);
            }

            fn write(&self) -> serde_json::Value {
                let Self { $($field,)* } = self;
                $crate::document::record::write(&[$((stringify!($field), $field),)*])
            }

            fn schema(definitions: &mut $crate::document::schema::Definitions) -> serde_json::Value {
                let Self { $($field,)* } = &Self::default();
                definitions.record(stringify!($name), $about, |definitions| vec![$(
                    $crate::document::record::describe(
                        stringify!($field),
                        $description,
                        $field,
                        definitions,
                    ),
                )*])
            }
        }
    };
}

/// An object with these fields, in this order.
pub(super) fn write(fields: &[(&'static str, &dyn Wire)]) -> Value {
    let fields: Map<String, Value> = fields
        .iter()
        .map(|(name, field)| ((*name).to_owned(), field.write()))
        .collect();
    Value::Object(fields)
}

/// A field of a record in the schema.
pub(super) struct Described {
    /// Name in the document.
    pub(super) name: &'static str,
    /// JSON Schema of its value.
    pub(super) schema: Map<String, Value>,
}

/// Describes a field by its type, with `default` as the value that a missing field has.
pub(super) fn describe<T: Wire>(
    name: &'static str,
    description: &'static str,
    default: &T,
    definitions: &mut Definitions,
) -> Described {
    let own = if name == "id" {
        T::schema_of_present(definitions)
    } else {
        T::schema(definitions)
    };
    let mut schema = Map::new();
    schema.insert("description".to_owned(), description.into());
    if let Value::Object(own) = own {
        schema.extend(own);
    }
    let default = default.write();
    if name != "id" && !default.is_object() {
        schema.insert("default".to_owned(), default);
    }
    Described { name, schema }
}
