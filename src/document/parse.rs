//! From text to a JSON value, before anything is known about plans.
//!
//! Stricter than JSON in one respect: a key that stands twice in an object is an error, since reading the
//! last one would silently drop what the first one says. Nesting is bounded by `serde_json`.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::error::{DocumentError, quoted};

/// The largest plan file that is read, in bytes.
const MAX_BYTES: usize = 5_000_000;

/// Reads JSON; an error gives line and column.
pub(super) fn parse(text: &str) -> Result<Value, DocumentError> {
    if text.len() > MAX_BYTES {
        return Err(DocumentError::whole(
            format!("a plan file of at most {} MB", MAX_BYTES / 1_000_000),
            format!("{} MB", text.len().div_ceil(1_000_000)),
        ));
    }
    // Some editors put a byte order mark in front.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(DocumentError::whole("a plan file", "an empty file"));
    }
    let parsed: Result<Strict, serde_json::Error> = serde_json::from_str(text);
    parsed
        .map(|Strict(value)| value)
        .map_err(|error| explain(text, &error))
}

fn explain(text: &str, error: &serde_json::Error) -> DocumentError {
    let text = text.trim_start();
    if text.starts_with('<') {
        return DocumentError::whole("JSON", "an XML, SVG or HTML file");
    }
    if text.starts_with("PK\u{3}\u{4}") {
        return DocumentError::whole("JSON", "a zip archive: open the plan.json inside it");
    }
    let place = format!("line {}, column {}", error.line(), error.column());
    let message = error.to_string();
    let reason = message
        .rsplit_once(" at line ")
        .map_or(message.as_str(), |(reason, _)| reason);
    if error.is_data() {
        DocumentError::whole(
            "each key of an object once",
            format!("{reason} twice at {place}"),
        )
    } else if error.is_eof() {
        DocumentError::whole("JSON", format!("a text that breaks off at {place}"))
    } else {
        DocumentError::whole("JSON", format!("a mistake at {place}: {reason}"))
    }
}

/// A JSON value in which no object has a key twice.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Self)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Strict(entry)) = entries.next_element()? {
            list.push(entry);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let Strict(value) = entries.next_value()?;
            if object.contains_key(&key) {
                return Err(A::Error::custom(quoted(&key)));
            }
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}
