//! The template of a deployment.

use serde_json::{Map, Value as Json, json};

use super::expression::Frame;
use super::nested;
use crate::azure::schemas::ARM_TEMPLATE;
use crate::deployment::arm_body::{arm_body, arm_type};
use crate::deployment::{Key, Node, Output, Parameter, ParameterKind};
use crate::exports::batches::{Batch, batches};
use crate::exports::{Input, provenance, schema_version};

/// Version of a template's content; ours have no other.
pub(super) const CONTENT_VERSION: &str = "1.0.0.0";

/// The template as JSON.
pub(super) fn template(input: &Input<'_>) -> Json {
    let deployment = &input.deployment;
    let frame = Frame::outer(deployment);
    let waits = Waits {
        batches: batches(deployment),
        nodes: &deployment.nodes,
    };
    let parameters: Map<String, Json> = deployment
        .parameters
        .iter()
        .map(|parameter| (parameter.name.clone(), declaration(&frame, parameter)))
        .collect();
    let outputs: Map<String, Json> = deployment
        .outputs
        .iter()
        .map(|output| (output.name.clone(), output_json(&frame, output)))
        .collect();
    json!({
        "$schema": ARM_TEMPLATE.value,
        "contentVersion": CONTENT_VERSION,
        "metadata": metadata(input),
        "parameters": parameters,
        "resources": resources(input, &frame, &waits),
        "outputs": outputs,
    })
}

/// How resources of the template wait for each other.
pub(super) struct Waits<'a> {
    batches: Vec<Batch<'a>>,
    nodes: &'a [Node],
}

impl Waits<'_> {
    /// An entry of `dependsOn`; `None` for what exists already.
    pub(super) fn wait(&self, frame: &Frame<'_>, key: &Key) -> Option<String> {
        let node = self.nodes.iter().find(|node| node.creates(key))?;
        let batch = self.batches.iter().find(|batch| batch.has(key));
        Some(match batch {
            Some(batch) => nested::waits_for(batch),
            None => format!("[{}]", frame.id(&node.key)),
        })
    }
}

/// Every resource: those of the group in the order of the deployment, a nested deployment where its first
/// resource stands.
fn resources(input: &Input<'_>, frame: &Frame<'_>, waits: &Waits<'_>) -> Vec<Json> {
    let mut resources = Vec::new();
    for node in waits.nodes {
        let batch = waits.batches.iter().find(|batch| batch.has(&node.key));
        match batch {
            None => {
                let mut depends_on: Vec<String> = Vec::new();
                for wait in node
                    .depends_on()
                    .iter()
                    .filter_map(|key| waits.wait(frame, key))
                {
                    if !depends_on.contains(&wait) {
                        depends_on.push(wait);
                    }
                }
                resources.push(resource(input, frame, node, depends_on));
            }
            Some(batch) => {
                let is_first = batch
                    .nodes
                    .first()
                    .is_some_and(|first| first.key == node.key);
                if is_first {
                    resources.push(nested::deployment(input, frame, waits, batch));
                }
            }
        }
    }
    resources
}

/// A resource: type, name, what is to be known about it, what it waits for, and its body.
pub(super) fn resource(
    input: &Input<'_>,
    frame: &Frame<'_>,
    node: &Node,
    depends_on: Vec<String>,
) -> Json {
    let arm = arm_type(&node.resource);
    let mut resource = Map::new();
    if let Some(condition) = &node.condition {
        resource.insert("condition".to_owned(), frame.json(condition));
    }
    resource.insert("type".to_owned(), arm.name.into());
    resource.insert("apiVersion".to_owned(), arm.api_version.into());
    resource.insert("name".to_owned(), frame.name(node));
    let notes = provenance::notes(input, node);
    if !notes.is_empty() {
        resource.insert("comments".to_owned(), notes.join(" · ").into());
    }
    for (name, value) in arm_body(node).iter() {
        resource.insert(name.to_owned(), frame.json(value));
    }
    if !depends_on.is_empty() {
        resource.insert("dependsOn".to_owned(), depends_on.into());
    }
    Json::Object(resource)
}

fn metadata(input: &Input<'_>) -> Json {
    let mut metadata = Map::new();
    metadata.insert(
        "generator".to_owned(),
        json!({ "name": provenance::GENERATOR, "version": provenance::VERSION }),
    );
    metadata.insert(
        "plan".to_owned(),
        json!({ "title": input.deployment.title, "format": schema_version() }),
    );
    let gaps = input.gaps.iter().map(|gap| gap.text.clone()).collect();
    for (name, lines) in [
        ("errors", provenance::banner(input)),
        ("warnings", provenance::warnings(input)),
        ("notWritten", gaps),
    ] {
        if !lines.is_empty() {
            metadata.insert(name.to_owned(), lines.into());
        }
    }
    Json::Object(metadata)
}

fn declaration(frame: &Frame<'_>, parameter: &Parameter) -> Json {
    let mut declaration = Map::new();
    declaration.insert("type".to_owned(), type_of(parameter.kind).into());
    if let Some(default) = &parameter.default {
        declaration.insert("defaultValue".to_owned(), frame.json(default));
    }
    declaration.insert(
        "metadata".to_owned(),
        json!({ "description": parameter.description }),
    );
    Json::Object(declaration)
}

/// A parameter's type in a template.
pub(super) fn type_of(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::Text => "string",
        ParameterKind::Secret => "securestring",
        ParameterKind::Object => "object",
    }
}

fn output_json(frame: &Frame<'_>, output: &Output) -> Json {
    json!({
        "type": "string",
        "value": frame.json(&output.value),
        "metadata": { "description": output.description },
    })
}
