//! What a person is told about a plan file that cannot be read: where, what should be there, what is there.

use std::fmt;

use serde_json::Value;

/// Something in a plan file that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct DocumentError {
    /// JSON pointer to the place, such as `/vnets/0/subnets/1/prefix`; empty for the document itself.
    pub pointer: String,
    /// What should be there.
    pub expected: String,
    /// What is there.
    pub found: String,
}

impl DocumentError {
    /// An error about the document as a whole.
    pub(super) fn whole(expected: impl Into<String>, found: impl Into<String>) -> Self {
        Self {
            pointer: String::new(),
            expected: expected.into(),
            found: found.into(),
        }
    }
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.pointer.is_empty() {
            write!(f, "{}: ", self.pointer)?;
        }
        write!(f, "expected {}, found {}", self.expected, self.found)
    }
}

/// The most characters of a found text that a message repeats.
const EXCERPT: usize = 40;

/// A text in quotation marks, on one line and cut to a readable length.
pub(super) fn quoted(text: &str) -> String {
    let mut excerpt: String = text
        .chars()
        .take(EXCERPT)
        .map(|char| if char.is_control() { ' ' } else { char })
        .collect();
    if text.chars().nth(EXCERPT).is_some() {
        excerpt.push('…');
    }
    format!("“{excerpt}”")
}

/// Names in quotation marks, separated by commas.
pub(super) fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(quoted).collect();
    names.join(", ")
}

/// What a value is, for a person: its text or number, or its shape.
pub(super) fn found(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(answer) => answer.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) if text.is_empty() => "an empty text".to_owned(),
        Value::String(text) => format!("the text {}", quoted(text)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
