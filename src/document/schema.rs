//! The JSON Schema of plan documents (draft 2020-12), made from the tables that read and write them.

use serde_json::{Map, Value, json};

use super::record::Described;
use super::wire::Wire;
use super::{SCHEMA_VERSION, VERSION_FIELD};
use crate::domain::Plan;

/// The name of the schema. A name, not an address: the app has no fixed place on the web.
const SCHEMA_ID: &str = "urn:azureml-vnet-wizard:plan:1";

/// The records that a schema refers to, by name.
#[derive(Default)]
pub(super) struct Definitions(Map<String, Value>);

impl Definitions {
    /// Defines a record, if that has not been done yet, and refers to it.
    pub(super) fn record(
        &mut self,
        name: &'static str,
        about: &'static str,
        fields: impl FnOnce(&mut Self) -> Vec<Described>,
    ) -> Value {
        if !self.0.contains_key(name) {
            // Holds the place, so that definitions stand in the order of the document.
            self.0.insert(name.to_owned(), Value::Null);
            let fields = fields(self);
            let required: Vec<&str> = fields
                .iter()
                .map(|field| field.name)
                .filter(|name| *name == "id")
                .collect();
            let mut schema = json!({
                "description": about,
                "type": "object",
                "additionalProperties": false,
            });
            if !required.is_empty() {
                insert(&mut schema, "required", json!(required));
            }
            let properties: Map<String, Value> = fields
                .into_iter()
                .map(|field| (field.name.to_owned(), Value::Object(field.schema)))
                .collect();
            insert(&mut schema, "properties", Value::Object(properties));
            self.0.insert(name.to_owned(), schema);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }
}

/// The schema of a value that may be null.
pub(super) fn nullable(schema: &Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

/// The JSON Schema of plan documents, as the text of a file.
pub fn schema() -> String {
    let mut definitions = Definitions::default();
    Plan::schema(&mut definitions);
    let Definitions(mut definitions) = definitions;
    let plan = definitions.shift_remove("Plan").unwrap_or_default();
    let mut properties = Map::new();
    properties.insert(
        "$schema".to_owned(),
        json!({
            "description": "For editors: where this schema lies. Not kept by the app.",
            "type": "string",
        }),
    );
    properties.insert(
        VERSION_FIELD.to_owned(),
        json!({ "description": "Version of the document format.", "const": SCHEMA_VERSION }),
    );
    if let Some(fields) = plan.get("properties").and_then(Value::as_object) {
        properties.extend(fields.clone());
    }
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Azure ML VNet Wizard plan",
        "description": plan.get("description"),
        "type": "object",
        "required": [VERSION_FIELD],
        "additionalProperties": false,
        "properties": properties,
        "$defs": definitions,
    });
    format!("{schema:#}\n")
}

fn insert(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}
