//! The statements of a Bicep file: parameters, what exists, resources, modules, outputs.

use super::frame::{Capture, Existing, Frame, indent};
use super::text::{comment, property, quoted};
use crate::deployment::arm_body::{arm_body, arm_type};
use crate::deployment::{Key, Node, Parameter, ParameterKind, Value};
use crate::exports::batches::Batch;
use crate::exports::{Input, provenance};

/// The file of a module, as seen from the bundle.
pub(super) fn path_of(batch: &Batch<'_>) -> String {
    format!("bicep/modules/{}.bicep", batch.name)
}

/// A parameter under a name, with a default if it has one.
pub(super) fn parameter(
    frame: &Frame<'_>,
    out: &mut String,
    parameter: &Parameter,
    name: &str,
    default: Option<&Value>,
) {
    out.push('\n');
    description(out, &parameter.description);
    if parameter.kind == ParameterKind::Secret {
        out.push_str("@secure()\n");
    }
    out.push_str("param ");
    out.push_str(name);
    out.push_str(match parameter.kind {
        ParameterKind::Text | ParameterKind::Secret => " string",
        ParameterKind::Object => " object",
    });
    if let Some(value) = default {
        out.push_str(" = ");
        frame.write(out, value, 0);
    }
    out.push('\n');
}

/// What a file refers to without creating it.
pub(super) fn existing(out: &mut String, all: &[Existing]) {
    for existing in all {
        out.push('\n');
        begin(out, "resource", &existing.symbol, &existing.type_name);
        out.push_str(" existing = {\n");
        let lines = [
            ("parent", existing.parent.as_ref()),
            ("scope", existing.scope.as_ref()),
            ("name", Some(&existing.name)),
        ];
        for (name, value) in lines {
            if let Some(value) = value {
                line(out, name, value);
            }
        }
        out.push_str("}\n");
    }
}

/// A resource: what is to be known about it, what it is in, its body, what it waits for.
pub(super) fn resource(input: &Input<'_>, frame: &Frame<'_>, out: &mut String, node: &Node) {
    out.push('\n');
    for note in provenance::notes(input, node) {
        comment(out, &note);
    }
    if !frame.can_say(node) {
        let key = node.key.as_str();
        comment(
            out,
            &format!("Not written: {key}, a role on something whose resource type is unknown."),
        );
        return;
    }
    frame.start();
    let arm = arm_type(&node.resource);
    let type_name = format!("{}@{}", arm.name, arm.api_version);
    begin(out, "resource", &frame.symbol(&node.key), &type_name);
    out.push_str(" = ");
    if let Some(condition) = &node.condition {
        out.push_str("if (");
        out.push_str(&frame.code(condition));
        out.push_str(") ");
    }
    out.push_str("{\n");
    let on = node.resource.extends();
    if let Some(scope) = on.and_then(|on| frame.symbol_of(on)) {
        line(out, "scope", &scope);
    } else if let Some(parent) = frame.parent_of(node) {
        line(out, "parent", &parent);
    }
    if let Some(name) = node.names.last() {
        line(out, "name", &frame.code(name));
    }
    for (name, value) in arm_body(node).iter() {
        if name == "scope" && on.is_some() {
            continue;
        }
        indent(out, 1);
        out.push_str(&property(name));
        out.push_str(": ");
        frame.write(out, value, 1);
        out.push('\n');
    }
    depends_on(frame, out, &node.depends_on());
    out.push_str("}\n");
}

/// A module for what goes to another group, with the values that it needs.
pub(super) fn module(frame: &Frame<'_>, out: &mut String, batch: &Batch<'_>, captures: &[Capture]) {
    out.push('\n');
    frame.start();
    let file = format!("modules/{}.bicep", batch.name);
    begin(out, "module", &frame.module(batch), &file);
    out.push_str(" = {\n");
    line(out, "name", &quoted(&batch.name));
    if let Some(scope) = frame.scope_code(&frame.absolute(&batch.scope)) {
        line(out, "scope", &scope);
    }
    if !captures.is_empty() {
        out.push_str("  params: {\n");
        for capture in captures {
            indent(out, 2);
            out.push_str(&capture.name);
            out.push_str(": ");
            frame.write(out, &capture.value, 2);
            out.push('\n');
        }
        out.push_str("  }\n");
    }
    let mut keys: Vec<Key> = Vec::new();
    for key in batch.nodes.iter().flat_map(|node| node.depends_on()) {
        if !batch.has(&key) && !keys.contains(&key) {
            keys.push(key);
        }
    }
    depends_on(frame, out, &keys);
    out.push_str("}\n");
}

/// An output.
pub(super) fn output(out: &mut String, what: &str, name: &str, code: &str) {
    out.push('\n');
    description(out, what);
    out.push_str("output ");
    out.push_str(name);
    out.push_str(" string = ");
    out.push_str(code);
    out.push('\n');
}

/// What a declaration waits for beside what it mentions. A module waits outside for what its resources need.
fn depends_on(frame: &Frame<'_>, out: &mut String, keys: &[Key]) {
    let mut symbols: Vec<String> = Vec::new();
    for key in keys {
        let creator = frame.deployment.nodes.iter().find(|node| node.creates(key));
        let Some(creator) = creator.filter(|node| frame.can_say(node)) else {
            continue;
        };
        let symbol = if frame.owns(creator) {
            frame.symbol(&creator.key)
        } else if let Some(batch) = frame.outer_batch(key) {
            frame.module(batch)
        } else {
            continue;
        };
        if !frame.touches(&symbol) && !symbols.contains(&symbol) {
            symbols.push(symbol);
        }
    }
    if symbols.is_empty() {
        return;
    }
    out.push_str("  dependsOn: [\n");
    for symbol in symbols {
        indent(out, 2);
        out.push_str(&symbol);
        out.push('\n');
    }
    out.push_str("  ]\n");
}

fn description(out: &mut String, text: &str) {
    if !text.is_empty() {
        out.push_str("@description(");
        out.push_str(&quoted(text));
        out.push_str(")\n");
    }
}

fn begin(out: &mut String, keyword: &str, symbol: &str, target: &str) {
    out.push_str(keyword);
    out.push(' ');
    out.push_str(symbol);
    out.push(' ');
    out.push_str(&quoted(target));
}

fn line(out: &mut String, name: &str, code: &str) {
    indent(out, 1);
    out.push_str(name);
    out.push_str(": ");
    out.push_str(code);
    out.push('\n');
}
