//! A writer for the YAML that Azure ML reads: nested mappings of scalars, with comments.
//!
//! Total: any text is a scalar that reads back as the same text, and any text is a comment that stays one.

use std::fmt::Write;

/// A scalar.
pub(super) enum Scalar<'a> {
    Text(&'a str),
    Number(u32),
    Truth(bool),
}

impl<'a> From<&'a str> for Scalar<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Scalar<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Scalar<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Scalar<'_> {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

/// A document in the making.
#[derive(Default)]
pub(super) struct Yaml {
    text: String,
    depth: usize,
}

impl Yaml {
    /// One line of comment.
    pub(super) fn comment(&mut self, text: &str) {
        self.indent();
        self.text.push('#');
        if !text.is_empty() {
            self.text.push(' ');
        }
        self.text.extend(text.chars().map(|character| {
            if is_printable(character) && character != '\n' {
                character
            } else {
                ' '
            }
        }));
        self.text.push('\n');
    }

    /// `key: value`.
    pub(super) fn pair<'v>(&mut self, key: &str, value: impl Into<Scalar<'v>>) {
        self.indent();
        self.scalar(key);
        self.text.push_str(": ");
        match value.into() {
            Scalar::Text(text) => self.scalar(text),
            Scalar::Number(number) => self.text.push_str(&number.to_string()),
            Scalar::Truth(truth) => self.text.push_str(if truth { "true" } else { "false" }),
        }
        self.text.push('\n');
    }

    /// `key:` with a mapping below it.
    pub(super) fn mapping(&mut self, key: &str, fill: impl FnOnce(&mut Self)) {
        self.indent();
        self.scalar(key);
        self.text.push_str(":\n");
        self.depth += 1;
        fill(self);
        self.depth -= 1;
    }

    /// The document.
    pub(super) fn finish(self) -> String {
        self.text
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }

    fn scalar(&mut self, text: &str) {
        if is_plain(text) {
            self.text.push_str(text);
            return;
        }
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                character if is_printable(character) => self.text.push(character),
                character => {
                    // Writing to a string does not fail.
                    write!(self.text, "\\U{:08X}", u32::from(character)).ok();
                }
            }
        }
        self.text.push('"');
    }
}

/// Words that a reader takes for something else than text.
const WORDS: &[&str] = &[
    "true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf",
];

/// A text that every YAML reader takes for itself without quotes.
fn is_plain(text: &str) -> bool {
    let inside = |character: char| {
        character.is_ascii_alphanumeric() || matches!(character, '_' | '.' | '/' | ':' | '@' | '-')
    };
    text.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '/' | '$'))
        && text.chars().skip(1).all(inside)
        && !text.ends_with(':')
        && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Characters that YAML lets stand in a document, without the line breaks of Unicode, which readers of YAML
/// 1.1 take for real ones.
fn is_printable(character: char) -> bool {
    !(character.is_control()
        || matches!(
            character,
            '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'
        ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(key: &str, value: &str) -> String {
        let mut yaml = Yaml::default();
        yaml.pair(key, value);
        yaml.finish()
    }

    #[test]
    fn writes_plain_names_plainly() {
        assert_eq!(
            entry("$schema", "https://x.net/a.json"),
            "$schema: https://x.net/a.json\n"
        );
        assert_eq!(
            entry("model", "azureml:fraud:1"),
            "model: azureml:fraud:1\n"
        );
    }

    #[test]
    fn quotes_what_a_reader_would_take_for_something_else() {
        for text in [
            "", "true", "No", "1", "1e3", "~", "- a", "a: b", "a #b", "x:", "'", "&a", "*a",
        ] {
            assert!(entry("name", text).starts_with("name: \""), "{text}");
        }
    }

    #[test]
    fn a_comment_cannot_end() {
        let mut yaml = Yaml::default();
        yaml.comment("a\nname: b\u{2028}c\rd\u{85}e");
        assert_eq!(yaml.finish(), "# a name: b c d e\n");
    }
}
