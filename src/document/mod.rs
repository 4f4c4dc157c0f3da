//! The plan document: versioned JSON, stable in order, the same bytes after reading and writing.
//!
//! A document that this module writes names every field. One that it reads may leave fields out (they take
//! the default of a new item) but may not add any: a name that is not known is more likely a typing mistake
//! than something to drop in silence. Reading never fails halfway: it gives a plan, or everything that is
//! wrong with the text. What is absent: any judgement of the plan; a half-typed plan is a plan.

mod csv;
mod diff;
mod error;
mod foreign;
mod nearest;
mod parse;
mod pointer;
mod reader;
#[macro_use]
mod record;
mod records;
mod schema;
mod security_rules;
mod wire;

use serde_json::{Map, Value};

use crate::domain::Plan;
use reader::Reader;
use wire::Wire;

pub(crate) use csv::row as csv_row;
pub use diff::{PatchOp, diff};
pub use error::DocumentError;
pub use pointer::pointer;
pub use schema::schema;
pub use security_rules::{TableError, security_rules_from_csv, security_rules_to_csv};

/// The version of the document format that is written, and the only one so far that is read.
pub const SCHEMA_VERSION: u32 = 1;

/// The field that carries the version, first in each document.
const VERSION_FIELD: &str = "schema_version";

/// Writes a plan as a document. Ends with a line break.
pub fn encode(plan: &Plan) -> String {
    format!("{:#}\n", to_value(plan))
}

/// A plan as a JSON value: the version first, then every field.
fn to_value(plan: &Plan) -> Value {
    let mut document = Map::new();
    document.insert(VERSION_FIELD.to_owned(), SCHEMA_VERSION.into());
    if let Value::Object(fields) = plan.write() {
        document.extend(fields);
    }
    Value::Object(document)
}

/// Reads a plan from a document.
///
/// # Errors
/// What is wrong with the document, in the order in which plans are written; at most 100 entries.
pub fn decode(text: &str) -> Result<Plan, Vec<DocumentError>> {
    let mut document = parse::parse(text)
        .and_then(known_version)
        .map_err(|error| vec![error])?;
    if let Some(fields) = document.as_object_mut() {
        fields.shift_remove(VERSION_FIELD);
        // Editors put it there to find the schema; it says nothing about the plan.
        fields.shift_remove("$schema");
    }
    let mut plan = Plan::default();
    let mut reader = Reader::default();
    plan.read(&document, &mut reader);
    // People who write by hand do not keep the counter; an id must not be given twice all the same.
    plan.last_id = plan.last_id.max(reader.highest_id());
    let errors = reader.finish();
    if errors.is_empty() {
        Ok(plan)
    } else {
        Err(errors)
    }
}

/// The document, if it has the version that this module reads.
fn known_version(document: Value) -> Result<Value, DocumentError> {
    let at_version = |found: String| DocumentError {
        pointer: format!("/{VERSION_FIELD}"),
        expected: format!("{SCHEMA_VERSION}, the version that this app reads"),
        found,
    };
    match document.get(VERSION_FIELD) {
        Some(version) => match version.as_u64() {
            Some(number) if number == u64::from(SCHEMA_VERSION) => Ok(document),
            Some(number) if number > u64::from(SCHEMA_VERSION) => Err(at_version(format!(
                "{number}, written by a newer version of the app"
            ))),
            _ => Err(at_version(error::found(version))),
        },
        None if has_plan_fields(&document) => Err(at_version("nothing".to_owned())),
        None => Err(DocumentError::whole(
            format!("a plan, an object with “{VERSION_FIELD}”"),
            foreign::looks_like(&document),
        )),
    }
}

/// Whether an object has fields that only plans have.
fn has_plan_fields(document: &Value) -> bool {
    ["basics", "vnets", "workspace"]
        .iter()
        .any(|name| document.get(name).is_some())
}
