//! The cursor over a document that is being read: where it stands, what was wrong so far, which ids it met.
//!
//! Reading goes on after an error, so that a person sees everything that is wrong at once. What cannot be
//! read keeps its default; the result is thrown away if there was an error.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::error::{DocumentError, found, listed, quoted};
use super::nearest::nearest;
use super::wire::{MAX_ID, Wire};

/// Errors that are kept. Nobody reads more, and a large foreign file would make millions.
const MAX_ERRORS: usize = 100;

/// Reads one document.
#[derive(Default)]
pub(super) struct Reader {
    pointer: String,
    errors: Vec<DocumentError>,
    defined: Vec<Mention>,
    used: Vec<Mention>,
}

/// An id that stands in the document.
struct Mention {
    /// With its article: `a subnet`.
    kind: &'static str,
    id: u32,
    pointer: String,
}

impl Reader {
    /// Reads a record from an object: known fields, in any order, each of them once or not at all.
    pub(super) fn record(&mut self, value: &Value, fields: &mut [(&'static str, &mut dyn Wire)]) {
        let Some(object) = value.as_object() else {
            return self.mismatch("an object", value);
        };
        self.refuse_unknown(object, fields);
        for (name, field) in fields {
            match object.get(*name) {
                Some(value) => self.within(name, |reader| field.read(value, reader)),
                None if *name == "id" => self.within(name, |reader| {
                    reader.report(number_to(MAX_ID, 1), "nothing".to_owned());
                }),
                None => {}
            }
        }
    }

    fn refuse_unknown(
        &mut self,
        object: &Map<String, Value>,
        fields: &[(&'static str, &mut dyn Wire)],
    ) {
        let names = || fields.iter().map(|(name, _)| *name);
        for key in object
            .keys()
            .filter(|key| !names().any(|name| name == *key))
        {
            self.within(key, |reader| {
                reader.report(one_of(key, names()), format!("the field {}", quoted(key)));
            });
        }
    }

    /// Reads the entries of a list, one after the other. Not generic: it would be compiled for each type.
    pub(super) fn list(&mut self, value: &Value, each: &mut dyn FnMut(&Value, &mut Self)) {
        let Some(entries) = value.as_array() else {
            return self.mismatch("a list", value);
        };
        for (index, entry) in entries.iter().enumerate() {
            self.within(&index.to_string(), |reader| each(entry, reader));
        }
    }

    /// Reads a whole number from `least` to `most`.
    pub(super) fn number(&mut self, value: &Value, least: u32, most: u32) -> Option<u32> {
        let number = value
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
            .filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.report(number_to(most, least), found(value));
        }
        number
    }

    /// Reads one of the words of a vocabulary: the place of the word in it.
    pub(super) fn word(&mut self, value: &Value, words: &[&'static str]) -> Option<usize> {
        let text = value.as_str();
        let place = text.and_then(|text| words.iter().position(|word| *word == text));
        if place.is_none() {
            let text = text.unwrap_or_default();
            self.report(one_of(text, words.iter().copied()), found(value));
        }
        place
    }

    /// Reads an id: of the item itself in its field `id`, of another item elsewhere. Null, where another
    /// item is not chosen yet, gives 0.
    pub(super) fn id(&mut self, kind: &'static str, value: &Value) -> Option<u32> {
        let place = self.pointer.rsplit('/').next().unwrap_or_default();
        let own = place == "id";
        let entry = place.starts_with(|char: char| char.is_ascii_digit());
        if value.is_null() && !own && !entry {
            return Some(0);
        }
        let id = self.number(value, 1, MAX_ID)?;
        let mention = Mention {
            kind,
            id,
            pointer: self.pointer.clone(),
        };
        if own {
            self.defined.push(mention);
        } else {
            self.used.push(mention);
        }
        Some(id)
    }

    /// Reports a value of the wrong type.
    pub(super) fn mismatch(&mut self, expected: &str, value: &Value) {
        self.report(expected.to_owned(), found(value));
    }

    /// The highest id that an item has.
    pub(super) fn highest_id(&self) -> u32 {
        self.defined
            .iter()
            .map(|mention| mention.id)
            .max()
            .unwrap_or_default()
    }

    /// Ends the reading: the errors, in the order in which plans are written. Ids are compared only if everything else
    /// could be read, since an item that could not be read would be missed by all that refer to it.
    pub(super) fn finish(mut self) -> Vec<DocumentError> {
        if self.errors.is_empty() {
            self.compare_ids();
        }
        self.errors
    }

    fn compare_ids(&mut self) {
        let mut owners: BTreeMap<(&str, u32), String> = BTreeMap::new();
        for mention in std::mem::take(&mut self.defined) {
            if let Some(owner) = owners.get(&(mention.kind, mention.id)) {
                let found = format!("{}, the id of {owner}", mention.id);
                let (_, noun) = mention.kind.split_once(' ').unwrap_or_default();
                self.pointer = mention.pointer;
                self.report(format!("an id that no other {noun} has"), found);
            } else {
                let owner = mention.pointer.trim_end_matches("/id").to_owned();
                owners.insert((mention.kind, mention.id), owner);
            }
        }
        for mention in std::mem::take(&mut self.used) {
            if !owners.contains_key(&(mention.kind, mention.id)) {
                self.pointer = mention.pointer;
                self.report(
                    format!("the id of {} in this plan", mention.kind),
                    mention.id.to_string(),
                );
            }
        }
    }

    /// Does something one step deeper in the document.
    fn within(&mut self, token: &str, act: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        push_token(&mut self.pointer, token);
        act(self);
        self.pointer.truncate(length);
    }

    fn report(&mut self, expected: String, found: String) {
        if self.errors.len() < MAX_ERRORS {
            self.errors.push(DocumentError {
                pointer: self.pointer.clone(),
                expected,
                found,
            });
        }
    }
}

/// Adds a reference token to a JSON pointer (RFC 6901).
pub(super) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    for char in token.chars() {
        match char {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

fn number_to(most: u32, least: u32) -> String {
    format!("a whole number from {least} to {most}")
}

fn one_of<'a>(found: &str, names: impl Iterator<Item = &'a str> + Clone) -> String {
    let mut expected = format!("one of {}", listed(names.clone()));
    if let Some(name) = nearest(found, names) {
        expected.push_str(" (did you mean ");
        expected.push_str(&quoted(name));
        expected.push_str("?)");
    }
    expected
}
