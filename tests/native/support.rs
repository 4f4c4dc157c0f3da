//! What the tests share: plans to try things on, and small independent readings of the standards that the
//! app writes (JSON Pointer, JSON Patch, JSON Schema), as an oracle.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use azureml_vnet_wizard::document::{decode, schema};
use azureml_vnet_wizard::domain::Plan;
use azureml_vnet_wizard::samples;
use serde_json::{Map, Value};

/// A hand-written document with an item of every kind. It names only the fields that matter to it.
pub(crate) const EVERY_RECORD: &str = include_str!("data/every-record.json");

/// Plans of all sorts by name: an empty one, the blank one, one with everything, and the samples.
pub(crate) fn plans() -> Vec<(&'static str, Plan)> {
    let mut plans = vec![
        ("default", Plan::default()),
        ("blank", samples::blank()),
        ("every record", every_record()),
    ];
    plans.extend(
        samples::ALL
            .iter()
            .map(|sample| (sample.slug, (sample.build)())),
    );
    plans
}

/// The plan of [`EVERY_RECORD`].
pub(crate) fn every_record() -> Plan {
    decode(EVERY_RECORD).expect("the hand-written document is a plan")
}

/// The published schema.
pub(crate) fn schema_value() -> &'static Value {
    static SCHEMA: LazyLock<Value> =
        LazyLock::new(|| serde_json::from_str(&schema()).expect("the schema is JSON"));
    &SCHEMA
}

/// The directory of the crate.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every `.rs` file below a directory of the crate, ordered.
pub(crate) fn rust_files(directory: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut open = vec![root().join(directory)];
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(&directory).expect("the directory can be listed") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// A path relative to the crate, with `/`.
pub(crate) fn relative(path: &Path) -> String {
    let relative = path.strip_prefix(root()).expect("a file of the crate");
    relative.to_string_lossy().replace('\\', "/")
}

/// A source file without its comments and its test module (which stands last in each file).
pub(crate) fn code_of(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    text.lines()
        .take_while(|line| line.trim() != "#[cfg(test)]")
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// Applies a JSON Patch (RFC 6902: add, remove, replace) as any other program would.
pub(crate) fn apply_patch(document: &mut Value, patch: &[Value]) {
    for operation in patch {
        let place = operation["path"].as_str().expect("a path");
        let (parent, token) = place.rsplit_once('/').expect("a place below the root");
        let token = token.replace("~1", "/").replace("~0", "~");
        let parent = document.pointer_mut(parent).expect("a parent");
        let value = operation.get("value").cloned();
        match (parent, operation["op"].as_str()) {
            (Value::Array(list), op) => {
                let index: usize = token.parse().expect("a place in a list");
                match op {
                    Some("add") => list.insert(index, value.expect("a value")),
                    Some("remove") => drop(list.remove(index)),
                    Some("replace") => list[index] = value.expect("a value"),
                    other => panic!("{other:?} is no operation"),
                }
            }
            (Value::Object(object), Some("replace")) => {
                let field = object.get_mut(&token).expect("a field to replace");
                *field = value.expect("a value");
            }
            (parent, op) => panic!("{op:?} at {place} of {parent}"),
        }
    }
}

/// Walks a document along the schema and hands over every value with its schema and pointer, outermost
/// first. `$ref` and the non-null branch of `anyOf` are followed before handing over.
pub(crate) fn walk<'a>(
    schema: &'a Value,
    document: &'a Value,
    each: &mut impl FnMut(&str, &'a Value, &'a Value),
) {
    walk_at(schema, "", schema, document, each);
}

fn walk_at<'a>(
    root: &'a Value,
    pointer: &str,
    schema: &'a Value,
    value: &'a Value,
    each: &mut impl FnMut(&str, &'a Value, &'a Value),
) {
    each(pointer, schema, value);
    let resolved = resolve(root, schema, value);
    if let (Value::Object(object), Some(properties)) = (value, resolved.get("properties")) {
        for (name, value) in object {
            if let Some(schema) = properties.get(name) {
                walk_at(root, &format!("{pointer}/{name}"), schema, value, each);
            }
        }
    }
    if let (Value::Array(list), Some(items)) = (value, resolved.get("items")) {
        for (index, value) in list.iter().enumerate() {
            walk_at(root, &format!("{pointer}/{index}"), items, value, each);
        }
    }
}

/// The schema that says what a value is made of: behind `anyOf` and `$ref`.
pub(crate) fn resolve<'a>(root: &'a Value, schema: &'a Value, value: &Value) -> &'a Value {
    if let Some(branches) = schema["anyOf"].as_array() {
        let branch = branches
            .iter()
            .find(|branch| (branch["type"] == "null") == value.is_null());
        return resolve(root, branch.expect("a branch for the value"), value);
    }
    match record_name(schema) {
        Some(name) => &root["$defs"][name],
        None => schema,
    }
}

/// The name of the record that a schema refers to, straight or as one that may be null.
pub(crate) fn record_name(schema: &Value) -> Option<&str> {
    let branches = schema["anyOf"].as_array().map_or(&[][..], Vec::as_slice);
    std::iter::once(schema)
        .chain(branches)
        .find_map(|schema| schema["$ref"].as_str())
        .map(|reference| reference.trim_start_matches("#/$defs/"))
}

/// What a JSON Schema validator would say about a document: the pointers of values that do not fit. Knows
/// the keywords that the published schema uses, and stops at any other.
pub(crate) fn misfits(schema: &Value, document: &Value) -> Vec<String> {
    let mut misfits = Vec::new();
    walk(schema, document, &mut |pointer, at, value| {
        if !fits(schema, at, value) {
            misfits.push(pointer.to_owned());
        }
    });
    misfits
}

/// Whether a value fits a schema, without looking below it.
fn fits(root: &Value, schema: &Value, value: &Value) -> bool {
    let keywords = schema.as_object().expect("a schema is an object");
    keywords
        .iter()
        .all(|(keyword, rule)| match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "default" | "items"
            | "properties" => true,
            "$ref" => fits(root, resolve(root, schema, value), value),
            "anyOf" => branches(rule).any(|branch| fits(root, branch, value)),
            "type" => type_of(value) == rule,
            "const" => value == rule,
            "enum" => branches(rule).any(|word| word == value),
            "minimum" => value.as_u64() >= rule.as_u64(),
            "maximum" => value.as_u64() <= rule.as_u64(),
            "required" => branches(rule).all(|name| value.get(name.as_str().unwrap()).is_some()),
            "additionalProperties" => {
                let known = keywords["properties"].as_object().expect("properties");
                value.as_object().is_none_or(|object: &Map<String, Value>| {
                    object.keys().all(|name| known.contains_key(name))
                })
            }
            other => panic!("the oracle does not know the keyword {other}"),
        })
}

fn branches(rule: &Value) -> impl Iterator<Item = &Value> {
    rule.as_array().expect("a list").iter()
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_u64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
