//! `bicep/main.bicep` and its parameters: the deployment for one resource group, with a module for each group
//! that something else belongs to.
//!
//! Resources go by symbolic names, also where they exist already or are created by a module. No parameter has
//! a closed list of values: what does (tiers, modes) is a decision of the plan and was checked with it.

mod frame;
mod statement;
mod symbols;
mod text;

use self::frame::Frame;
use self::symbols::Symbols;
use self::text::{comment, quoted};
use super::batches::{Batch, batches};
use super::{File, Format, Input, provenance, shell};
use crate::deployment::{Node, Parameter, ParameterKind, Value};

/// The Bicep files.
pub(super) const FORMAT: Format = Format {
    id: "bicep",
    label: "Bicep",
    render,
};

/// Media type of Bicep files; there is no registered one.
const MEDIA_TYPE: &str = "text/plain";

/// A module whose resources are written.
struct Module<'a> {
    batch: &'a Batch<'a>,
    frame: Frame<'a>,
    resources: String,
}

fn render(input: &Input<'_>) -> Vec<File> {
    let deployment = &input.deployment;
    let batches = batches(deployment);
    let symbols = Symbols::new(deployment, &batches);
    let modules: Vec<Module<'_>> = batches
        .iter()
        .map(|batch| {
            let frame = Frame::new(deployment, &batches, Some(batch), symbols.clone());
            let mut resources = String::new();
            for node in &batch.nodes {
                statement::resource(input, &frame, &mut resources, node);
            }
            Module {
                batch,
                frame,
                resources,
            }
        })
        .collect();
    let main = Frame::new(deployment, &batches, None, symbols);
    let mut files = vec![main_file(input, &main, &modules), parameters(input, &main)];
    files.extend(
        modules
            .iter()
            .map(|module| module_file(input, &main, module)),
    );
    files
}

fn main_file(input: &Input<'_>, frame: &Frame<'_>, modules: &[Module<'_>]) -> File {
    let mut body = String::new();
    for node in &input.deployment.nodes {
        let module = modules.iter().find(|module| module.batch.has(&node.key));
        match module {
            None => statement::resource(input, frame, &mut body, node),
            Some(module) => {
                let first = module.batch.nodes.first();
                if first.is_some_and(|first| first.key == node.key) {
                    let captures = module.frame.captures();
                    statement::module(frame, &mut body, module.batch, &captures);
                }
            }
        }
    }
    for output in &input.deployment.outputs {
        let code = frame.code(&output.value);
        statement::output(&mut body, &output.description, &output.name, &code);
    }
    let mut text = head(input, input.deployment.nodes.iter());
    for gap in &input.gaps {
        comment(&mut text, &format!("Not written: {}", gap.text));
    }
    text.push_str("\ntargetScope = 'resourceGroup'\n");
    for parameter in &input.deployment.parameters {
        if frame.uses_parameter(&parameter.name) {
            let default = parameter.default.as_ref();
            let default = default.filter(|_| parameter.kind != ParameterKind::Secret);
            statement::parameter(frame, &mut text, parameter, &parameter.name, default);
        }
    }
    statement::existing(&mut text, &frame.existing());
    text.push_str(&body);
    File {
        path: "bicep/main.bicep".to_owned(),
        purpose: "Bicep: creates everything in the plan.",
        media_type: MEDIA_TYPE,
        text,
    }
}

fn module_file(input: &Input<'_>, main: &Frame<'_>, module: &Module<'_>) -> File {
    let frame = &module.frame;
    let mut outputs = String::new();
    for request in main.requests(module.batch) {
        let code = frame.code(&request.value);
        let what = described(frame, &request.value);
        statement::output(&mut outputs, &what, &request.name, &code);
    }
    let mut text = head(input, module.batch.nodes.iter().copied());
    text.push_str("\ntargetScope = 'resourceGroup'\n");
    for capture in frame.captures() {
        let outer = if let Value::Param(name) = &capture.value {
            input.deployment.parameter(name)
        } else {
            None
        };
        let parameter = outer.cloned().unwrap_or_else(|| Parameter {
            name: capture.name.clone(),
            kind: ParameterKind::Text,
            default: None,
            description: described(frame, &capture.value),
        });
        statement::parameter(frame, &mut text, &parameter, &capture.name, None);
    }
    statement::existing(&mut text, &frame.existing());
    text.push_str(&module.resources);
    text.push_str(&outputs);
    File {
        path: statement::path_of(module.batch),
        purpose: "Bicep module: what goes to another resource group.",
        media_type: MEDIA_TYPE,
        text,
    }
}

/// What a value at the border of a module is, in one sentence.
fn described(frame: &Frame<'_>, value: &Value) -> String {
    use crate::deployment::Attribute;
    let Value::Attribute(key, attribute) = value else {
        return String::new();
    };
    let what = match attribute {
        Attribute::Id => "Resource id",
        Attribute::Name => "Name",
        Attribute::PrincipalId | Attribute::SystemPrincipalId => "Object id of the identity",
        Attribute::PrivateAddress => "Private address",
        Attribute::ScoringUri => "Address",
    };
    let id = frame.deployment.planned_id(key);
    let name = id.as_ref().map_or("", |id| id.name());
    format!("{what} of {name}.")
}

/// Where the file comes from, and what is wrong with the plan.
fn head<'n>(input: &Input<'_>, nodes: impl IntoIterator<Item = &'n Node>) -> String {
    let mut text = String::new();
    comment(&mut text, &provenance::origin(input));
    for line in provenance::banner(input) {
        comment(&mut text, &line);
    }
    for line in provenance::other_warnings(input, nodes) {
        comment(&mut text, &line);
    }
    text
}

/// The parameters file. Secrets come from the environment of whoever deploys.
fn parameters(input: &Input<'_>, main: &Frame<'_>) -> File {
    let mut text = String::new();
    comment(&mut text, &provenance::origin(input));
    text.push_str("\nusing './main.bicep'\n");
    let parameters = input.deployment.parameters.iter();
    for parameter in parameters.filter(|parameter| main.uses_parameter(&parameter.name)) {
        text.push('\n');
        comment(&mut text, &parameter.description);
        text.push_str("param ");
        text.push_str(&parameter.name);
        text.push_str(" = ");
        match (parameter.kind, &parameter.default) {
            (ParameterKind::Secret, _) | (_, None) => {
                text.push_str("readEnvironmentVariable(");
                text.push_str(&quoted(&shell::variable(&parameter.name)));
                text.push(')');
            }
            (ParameterKind::Text | ParameterKind::Object, Some(value)) => {
                main.write(&mut text, value, 0);
            }
        }
        text.push('\n');
    }
    File {
        path: "bicep/main.bicepparam".to_owned(),
        purpose: "Parameters of the Bicep file: region, tags, names and sizes; secrets come from environment \
                  variables.",
        media_type: MEDIA_TYPE,
        text,
    }
}
