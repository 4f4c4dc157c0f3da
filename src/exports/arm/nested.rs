//! Nested deployments: what a template creates in another resource group.

use serde_json::{Map, Value as Json, json};

use super::expression::{Capture, Frame};
use super::template::{self, Waits};
use crate::azure::api_versions::DEPLOYMENTS;
use crate::azure::schemas::ARM_TEMPLATE;
use crate::deployment::{Key, Node, ParameterKind, Value};
use crate::exports::Input;
use crate::exports::batches::Batch;

/// Type of a nested deployment.
const TYPE: &str = "Microsoft.Resources/deployments";

/// How others wait for a nested deployment: by type and name, because its id is in another group.
pub(super) fn waits_for(batch: &Batch<'_>) -> String {
    format!("{TYPE}/{}", batch.name)
}

/// A nested deployment as a resource of the template.
pub(super) fn deployment(
    input: &Input<'_>,
    outer: &Frame<'_>,
    waits: &Waits<'_>,
    batch: &Batch<'_>,
) -> Json {
    let keys: Vec<Key> = batch.nodes.iter().map(|node| node.key.clone()).collect();
    let frame = Frame::nested(&input.deployment, keys);
    let resources: Vec<Json> = batch
        .nodes
        .iter()
        .map(|node| template::resource(input, &frame, node, inner_waits(&frame, batch, node)))
        .collect();
    let captures = frame.captures();
    let mut resource = Map::new();
    resource.insert("type".to_owned(), TYPE.into());
    resource.insert("apiVersion".to_owned(), DEPLOYMENTS.value.into());
    resource.insert("name".to_owned(), batch.name.as_str().into());
    for (name, value) in [
        ("subscriptionId", &batch.scope.subscription),
        ("resourceGroup", &batch.scope.group),
    ] {
        if !value.is_empty() {
            resource.insert(name.to_owned(), super::expression::literal(value).into());
        }
    }
    let depends_on = outer_waits(outer, waits, batch);
    if !depends_on.is_empty() {
        resource.insert("dependsOn".to_owned(), depends_on.into());
    }
    resource.insert(
        "properties".to_owned(),
        json!({
            "mode": "Incremental",
            "expressionEvaluationOptions": { "scope": "inner" },
            "parameters": given(outer, &captures),
            "template": {
                "$schema": ARM_TEMPLATE.value,
                "contentVersion": template::CONTENT_VERSION,
                "parameters": declared(input, &captures),
                "resources": resources,
            },
        }),
    );
    Json::Object(resource)
}

/// What a resource waits for inside its nested deployment.
fn inner_waits(frame: &Frame<'_>, batch: &Batch<'_>, node: &Node) -> Vec<String> {
    let mut waits = Vec::new();
    for key in node.depends_on() {
        let creator = batch.nodes.iter().find(|other| other.creates(&key));
        if let Some(creator) = creator {
            let wait = format!("[{}]", frame.id(&creator.key));
            if !waits.contains(&wait) {
                waits.push(wait);
            }
        }
    }
    waits
}

/// What a nested deployment as a whole waits for.
fn outer_waits(outer: &Frame<'_>, waits: &Waits<'_>, batch: &Batch<'_>) -> Vec<String> {
    let mut all = Vec::new();
    for node in &batch.nodes {
        for key in node.depends_on() {
            if !batch.has(&key)
                && let Some(wait) = waits.wait(outer, &key)
                && !all.contains(&wait)
            {
                all.push(wait);
            }
        }
    }
    all
}

/// Values of the nested template's parameters.
fn given(outer: &Frame<'_>, captures: &[Capture]) -> Map<String, Json> {
    captures
        .iter()
        .map(|capture| {
            let value = json!({ "value": outer.json(&capture.value) });
            (capture.name.clone(), value)
        })
        .collect()
}

/// The nested template's parameters.
fn declared(input: &Input<'_>, captures: &[Capture]) -> Map<String, Json> {
    captures
        .iter()
        .map(|capture| {
            let kind = if let Value::Param(name) = &capture.value {
                input
                    .deployment
                    .parameter(name)
                    .map_or(ParameterKind::Text, |parameter| parameter.kind)
            } else {
                ParameterKind::Text
            };
            let declaration = json!({ "type": template::type_of(kind) });
            (capture.name.clone(), declaration)
        })
        .collect()
}
