//! What a file is that is no plan: the JSON files that people have at hand when they plan an Azure network.

use serde_json::{Map, Value};

use super::error::{found, listed};

/// What a JSON file without `schema_version` looks like, for a person.
pub(super) fn looks_like(value: &Value) -> String {
    match value {
        Value::Array(entries) => match entries.first().and_then(Value::as_object) {
            Some(first) if first.contains_key("addressSpace") => {
                "a list of virtual networks from the Azure CLI".to_owned()
            }
            Some(first) if is_azure_resource(first) => {
                "a list of resources from the Azure CLI".to_owned()
            }
            _ => "a list".to_owned(),
        },
        Value::Object(object) => object_looks_like(object),
        _ => found(value),
    }
}

fn object_looks_like(object: &Map<String, Value>) -> String {
    let has = |key: &str| object.contains_key(key);
    let known = if has("contentVersion") && has("resources") {
        "an ARM template"
    } else if has("contentVersion") && has("parameters") {
        "a parameter file of an ARM template"
    } else if has("terraform_version") {
        "a Terraform state or plan"
    } else if has("findings") && has("capacity") {
        "a report about a plan"
    } else if has("$defs") {
        "a JSON Schema"
    } else if has("addressSpace") {
        "a virtual network from the Azure CLI"
    } else if is_azure_resource(object) {
        "a resource from the Azure CLI"
    } else if object.is_empty() {
        "an empty object"
    } else {
        return format!(
            "an object with {}",
            listed(object.keys().take(4).map(String::as_str))
        );
    };
    known.to_owned()
}

/// Resources are known by an id that starts with their subscription.
fn is_azure_resource(object: &Map<String, Value>) -> bool {
    object
        .get("id")
        .and_then(Value::as_str)
        .is_some_and(|id| id.starts_with("/subscriptions/"))
}
