//! The difference between two plans as a JSON Patch (RFC 6902) of their documents.
//!
//! Applying the operations in their order to the document of the first plan gives the document of the
//! second. Items are matched by id, so that a change of one subnet names that subnet's field and nothing
//! else, wherever it stands. What is absent: `move`, `copy` and `test`; an item that changes its place is
//! removed and added.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::reader::push_token;
use super::to_value;
use crate::domain::Plan;

/// One operation of a JSON Patch.
#[derive(Clone, Debug, PartialEq)]
pub enum PatchOp {
    /// Puts a value where there is none; in a list, before the entry that stands there.
    Add {
        /// JSON pointer.
        path: String,
        /// The value.
        value: Value,
    },
    /// Takes a value away.
    Remove {
        /// JSON pointer.
        path: String,
    },
    /// Puts a value in the place of another.
    Replace {
        /// JSON pointer.
        path: String,
        /// The value.
        value: Value,
    },
}

impl PatchOp {
    /// The operation as JSON: `{"op": …, "path": …, "value": …}`.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Add { path, value } => json!({ "op": "add", "path": path, "value": value }),
            Self::Remove { path } => json!({ "op": "remove", "path": path }),
            Self::Replace { path, value } => {
                json!({ "op": "replace", "path": path, "value": value })
            }
        }
    }
}

/// The operations that turn the document of `before` into that of `after`; none if they are equal.
pub fn diff(before: &Plan, after: &Plan) -> Vec<PatchOp> {
    let mut patch = Patch::default();
    patch.values(&to_value(before), &to_value(after));
    patch.operations
}

/// The operations so far, and the place that is being compared.
#[derive(Default)]
struct Patch {
    pointer: String,
    operations: Vec<PatchOp>,
}

impl Patch {
    fn values(&mut self, before: &Value, after: &Value) {
        match (before, after) {
            (before, after) if before == after => {}
            (Value::Object(before), Value::Object(after)) => self.objects(before, after),
            (Value::Array(before), Value::Array(after)) => {
                if before.iter().chain(after).all(|item| id(item).is_some()) {
                    self.items(before, after);
                } else {
                    self.entries(before, after);
                }
            }
            _ => self.operations.push(PatchOp::Replace {
                path: self.pointer.clone(),
                value: after.clone(),
            }),
        }
    }

    /// Two records. A record always has the same fields; see [`encode`](super::encode).
    fn objects(&mut self, before: &Map<String, Value>, after: &Map<String, Value>) {
        for (name, after) in after {
            let before = before.get(name).unwrap_or(&Value::Null);
            self.within(name, |patch| patch.values(before, after));
        }
    }

    /// Two lists of items, matched by id. The operations build the second list from its front: what stands
    /// before the current place is final.
    fn items(&mut self, before: &[Value], after: &[Value]) {
        let kept: BTreeSet<Option<u64>> = after.iter().map(id).collect();
        let mut now: Vec<&Value> = before.iter().collect();
        for place in (0..before.len()).rev() {
            let stays = now.get(place).is_some_and(|item| kept.contains(&id(item)));
            if !stays {
                self.remove(place);
                now.remove(place);
            }
        }
        for (place, item) in after.iter().enumerate() {
            // Most items stand where they stood.
            let here = now.get(place).is_some_and(|other| id(other) == id(item));
            let found = if here {
                Some(place)
            } else {
                now.iter().position(|other| id(other) == id(item))
            };
            match found {
                Some(found) if found == place => {
                    let before = now.get(place).copied().unwrap_or(&Value::Null);
                    self.within(&place.to_string(), |patch| patch.values(before, item));
                }
                found => {
                    if let Some(found) = found {
                        self.remove(found);
                        now.remove(found);
                    }
                    self.add(place, item);
                    now.insert(place.min(now.len()), item);
                }
            }
        }
    }

    /// Two lists of texts or numbers: what they share at both ends stays, the rest is replaced, added or
    /// removed.
    fn entries(&mut self, before: &[Value], after: &[Value]) {
        let start = shared(before.iter(), after.iter());
        let (before, after) = (before.iter().skip(start), after.iter().skip(start));
        let end = shared(before.clone().rev(), after.clone().rev());
        let (old, new) = (before.len() - end, after.len() - end);
        for (index, (before, after)) in before.take(old).zip(after.clone().take(new)).enumerate() {
            let place = (start + index).to_string();
            self.within(&place, |patch| patch.values(before, after));
        }
        for index in (new..old).rev() {
            self.remove(start + index);
        }
        for (index, value) in after.take(new).enumerate().skip(old) {
            self.add(start + index, value);
        }
    }

    fn add(&mut self, place: usize, value: &Value) {
        self.operations.push(PatchOp::Add {
            path: format!("{}/{place}", self.pointer),
            value: value.clone(),
        });
    }

    fn remove(&mut self, place: usize) {
        self.operations.push(PatchOp::Remove {
            path: format!("{}/{place}", self.pointer),
        });
    }

    fn within(&mut self, token: &str, act: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        push_token(&mut self.pointer, token);
        act(self);
        self.pointer.truncate(length);
    }
}

/// The id of an item of a list.
fn id(item: &Value) -> Option<u64> {
    item.get("id").and_then(Value::as_u64)
}

/// How many entries two sequences share at their start.
fn shared<'a>(a: impl Iterator<Item = &'a Value>, b: impl Iterator<Item = &'a Value>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}
