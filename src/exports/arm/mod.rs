//! `arm/azuredeploy.json` and its parameters: an ARM template for one resource group, with nested deployments
//! for what belongs to others.

mod expression;
mod nested;
mod template;

use serde_json::{Map, Value as Json, json};

use super::{File, Format, Input, json_text};
use crate::azure::schemas::ARM_PARAMETERS;
use crate::deployment::{Parameter, ParameterKind, Value};

/// The ARM template.
pub(super) const FORMAT: Format = Format {
    id: "arm",
    label: "ARM template",
    render,
};

/// Where a secret is read from, until a person names the vault.
const SECRETS_VAULT: &str = "/subscriptions/<subscription-id>/resourceGroups/<resource-group>/providers/Microsoft.KeyVault/vaults/<vault-with-your-secrets>";

fn render(input: &Input<'_>) -> Vec<File> {
    vec![
        File {
            path: "arm/azuredeploy.json".to_owned(),
            purpose: "ARM template: creates everything in the plan.",
            media_type: "application/json",
            text: json_text(&template::template(input)),
        },
        File {
            path: "arm/azuredeploy.parameters.json".to_owned(),
            purpose: "Parameters of the ARM template: region, tags, names and sizes; secrets come from a key \
                      vault that you name.",
            media_type: "application/json",
            text: json_text(&parameters(input)),
        },
    ]
}

fn parameters(input: &Input<'_>) -> Json {
    let values: Map<String, Json> = input
        .deployment
        .parameters
        .iter()
        .map(|parameter| (parameter.name.clone(), parameter_value(parameter)))
        .collect();
    json!({
        "$schema": ARM_PARAMETERS.value,
        "contentVersion": "1.0.0.0",
        "parameters": values,
    })
}

/// The value of a parameter. A parameters file has no expressions, so texts stand as they are.
fn parameter_value(parameter: &Parameter) -> Json {
    match (parameter.kind, &parameter.default) {
        (ParameterKind::Secret, _) | (_, None) => json!({
            "reference": {
                "keyVault": { "id": SECRETS_VAULT },
                "secretName": parameter.name,
            }
        }),
        (ParameterKind::Text | ParameterKind::Object, Some(value)) => {
            json!({ "value": plain(value) })
        }
    }
}

/// Plain data as JSON. The default of a parameter is nothing else.
fn plain(value: &Value) -> Json {
    match value {
        Value::Text(text) => Json::from(text.as_str()),
        Value::Int(number) => Json::from(*number),
        Value::Bool(truth) => Json::from(*truth),
        Value::List(values) => values.iter().map(plain).collect(),
        Value::Object(object) => Json::Object(
            object
                .iter()
                .map(|(name, value)| (name.to_owned(), plain(value)))
                .collect(),
        ),
        Value::Param(_)
        | Value::Attribute(..)
        | Value::KeyedById(_)
        | Value::RoleDefinition(_)
        | Value::Guid(_)
        | Value::TenantId
        | Value::NotEmpty(_) => Json::Null,
    }
}
