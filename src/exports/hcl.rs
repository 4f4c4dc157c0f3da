//! A writer for HCL, the syntax of Terraform: blocks, attributes, comments, as `terraform fmt` lays them out.
//!
//! Total: any text is a string that reads back as the same text, and any text is a comment that stays one.
//! Code is never made of typed text: whoever makes [`Expr::Code`] writes references alone.

use std::fmt::Write;

/// A list of plain values stands on one line up to this many bytes.
const LINE_MAX: usize = 90;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expr {
    /// Text, taken literally whatever it contains.
    Text(String),
    /// A reference or a call, in HCL.
    Code(String),
    Number(i64),
    Truth(bool),
    List(Vec<Expr>),
    Object(Vec<(String, Expr)>),
}

impl Expr {
    /// A reference or a call.
    pub(super) fn code(code: &str) -> Self {
        Self::Code(code.to_owned())
    }

    /// A list of texts.
    pub(super) fn texts(texts: &[String]) -> Self {
        Self::List(texts.iter().map(Self::from).collect())
    }

    /// A list of references.
    pub(super) fn codes(codes: Vec<String>) -> Self {
        Self::List(codes.into_iter().map(Self::Code).collect())
    }
}

impl From<&str> for Expr {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Expr {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<bool> for Expr {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<u32> for Expr {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

/// One thing in a body.
enum Line {
    Attribute(String, Expr),
    Block(String, Body),
    Comment(String),
    Blank,
}

/// The inside of a block, or a whole file.
#[derive(Default)]
pub(super) struct Body(Vec<Line>);

impl Body {
    /// `name = value`.
    pub(super) fn set(&mut self, name: &str, value: impl Into<Expr>) {
        self.0.push(Line::Attribute(name.to_owned(), value.into()));
    }

    /// The same if there is a value.
    pub(super) fn maybe(&mut self, name: &str, value: Option<Expr>) {
        if let Some(value) = value {
            self.set(name, value);
        }
    }

    /// A block; `header` is its type and labels. An empty line sets it apart from what stands around it.
    pub(super) fn block(&mut self, header: &str, body: Self) {
        self.blank();
        self.0.push(Line::Block(header.to_owned(), body));
    }

    /// The same with a comment right above.
    pub(super) fn commented_block(&mut self, comments: &[String], header: &str, body: Self) {
        self.blank();
        for comment in comments {
            self.comment(comment);
        }
        self.0.push(Line::Block(header.to_owned(), body));
    }

    /// One line of comment.
    pub(super) fn comment(&mut self, text: &str) {
        if let Some(Line::Block(..)) = self.0.last() {
            self.blank();
        }
        self.0.push(Line::Comment(text.to_owned()));
    }

    /// An empty line, unless there is one or nothing yet.
    pub(super) fn blank(&mut self) {
        if !matches!(self.0.last(), None | Some(Line::Blank)) {
            self.0.push(Line::Blank);
        }
    }

    /// True if nothing is in it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text.
    pub(super) fn print(&self) -> String {
        let mut text = String::new();
        self.print_at(&mut text, 0);
        text
    }

    fn print_at(&self, text: &mut String, depth: usize) {
        let mut rest = self.0.as_slice();
        while let Some((line, after)) = rest.split_first() {
            rest = after;
            match line {
                Line::Attribute(name, value) => {
                    let value = written(value, depth);
                    let mut run = vec![(name.clone(), value)];
                    while let Some((Line::Attribute(name, value), after)) = rest.split_first() {
                        run.push((name.clone(), written(value, depth)));
                        rest = after;
                    }
                    aligned(text, depth, &run);
                }
                Line::Block(header, body) => {
                    indent(text, depth);
                    text.push_str(header);
                    text.push_str(" {");
                    if !body.0.is_empty() {
                        text.push('\n');
                        body.print_at(text, depth + 1);
                        indent(text, depth);
                    }
                    text.push_str("}\n");
                    if !matches!(rest.first(), None | Some(Line::Blank)) {
                        text.push('\n');
                    }
                }
                Line::Comment(comment) => {
                    indent(text, depth);
                    text.push('#');
                    if !comment.is_empty() {
                        text.push(' ');
                        let one_line = |it: char| if is_printable(it) { it } else { ' ' };
                        let line: String = comment.chars().map(one_line).collect();
                        text.push_str(line.trim_end());
                    }
                    text.push('\n');
                }
                Line::Blank => text.push('\n'),
            }
        }
    }
}

fn indent(text: &mut String, depth: usize) {
    for _ in 0..depth {
        text.push_str("  ");
    }
}

/// Attributes below each other. Equals signs are aligned as far as values stand on one line; names are ASCII,
/// so a byte is a column.
fn aligned(text: &mut String, depth: usize, run: &[(String, String)]) {
    let is_long = |(_, value): &(String, String)| value.contains('\n');
    let mut width = 0;
    for (position, entry) in run.iter().enumerate() {
        let starts = position == 0 || run.get(position - 1).is_some_and(is_long);
        if starts {
            let chain = run.iter().skip(position);
            let chain = chain.take_while(|entry| !is_long(entry));
            width = chain.map(|(name, _)| name.len()).max().unwrap_or_default();
        }
        let (name, value) = entry;
        indent(text, depth);
        text.push_str(name);
        let spaces = if is_long(entry) {
            0
        } else {
            width.saturating_sub(name.len())
        };
        text.extend(std::iter::repeat_n(' ', spaces));
        text.push_str(" = ");
        text.push_str(value);
        text.push('\n');
    }
}

/// An expression that begins on a line with this depth.
fn written(expr: &Expr, depth: usize) -> String {
    let mut text = String::new();
    match expr {
        Expr::Text(value) => quote(&mut text, value, false),
        Expr::Code(code) => text.push_str(code),
        Expr::Number(number) => text.push_str(&number.to_string()),
        Expr::Truth(truth) => text.push_str(if *truth { "true" } else { "false" }),
        Expr::List(values) => list(&mut text, values, depth),
        Expr::Object(entries) if entries.is_empty() => text.push_str("{}"),
        Expr::Object(entries) => {
            let run: Vec<(String, String)> = entries
                .iter()
                .map(|(name, value)| (object_key(name), written(value, depth + 1)))
                .collect();
            text.push_str("{\n");
            aligned(&mut text, depth + 1, &run);
            indent(&mut text, depth);
            text.push('}');
        }
    }
    text
}

/// On one line if it is short and plain; otherwise one value on each.
fn list(text: &mut String, values: &[Expr], depth: usize) {
    let elements: Vec<String> = values
        .iter()
        .map(|value| written(value, depth + 1))
        .collect();
    let is_short = elements.iter().map(String::len).sum::<usize>() <= LINE_MAX;
    text.push('[');
    if is_short && !elements.iter().any(|element| element.contains('\n')) {
        text.push_str(&elements.join(", "));
    } else {
        text.push('\n');
        for element in elements {
            indent(text, depth + 1);
            text.push_str(&element);
            text.push_str(",\n");
        }
        indent(text, depth);
    }
    text.push(']');
}

/// The name of an entry: bare if it is an identifier and no keyword.
fn object_key(name: &str) -> String {
    let is_keyword = matches!(name, "for" | "if" | "in" | "true" | "false" | "null");
    let is_bare = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || character == '_');
    if is_bare && !is_keyword {
        return name.to_owned();
    }
    let mut text = String::new();
    quote(&mut text, name, true);
    text
}

/// A quoted string without interpolation.
fn quote(text: &mut String, value: &str, only_ascii: bool) {
    text.push('"');
    let mut characters = value.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, characters.peek()) {
            ('$' | '%', Some('{')) => {
                text.push(character);
                text.push(character);
            }
            // Beside another sign that could start an interpolation, a doubled one would be misread.
            ('$' | '%', Some('$' | '%')) => escape(text, character),
            ('"' | '\\', _) => {
                text.push('\\');
                text.push(character);
            }
            ('\n', _) => text.push_str("\\n"),
            ('\r', _) => text.push_str("\\r"),
            ('\t', _) => text.push_str("\\t"),
            _ if is_printable(character) && (character.is_ascii() || !only_ascii) => {
                text.push(character);
            }
            _ => escape(text, character),
        }
    }
    text.push('"');
}

fn escape(text: &mut String, character: char) {
    // Writing to a string does not fail.
    write!(text, "\\U{:08X}", u32::from(character)).ok();
}

/// A text as a quoted string, to stand inside code.
pub(super) fn quoted(value: &str) -> String {
    let mut text = String::new();
    quote(&mut text, value, false);
    text
}

/// Characters that stand for themselves: no controls, no line breaks of Unicode, no byte order mark.
fn is_printable(character: char) -> bool {
    !(character.is_control() || matches!(character, '\u{2028}' | '\u{2029}' | '\u{FEFF}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_an_interpolation() {
        for (text, expected) in [
            ("plain", r#""plain""#),
            ("${x}", r#""$${x}""#),
            ("%{x}", r#""%%{x}""#),
            ("$${x}", r#""\U00000024$${x}""#),
            ("100%", r#""100%""#),
            ("a\"b\\c\nd", r#""a\"b\\c\nd""#),
            ("\u{2028}\0", r#""\U00002028\U00000000""#),
            ("größer", "\"größer\""),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }

    #[test]
    fn aligns_what_stands_on_one_line_and_breaks_at_what_does_not() {
        let mut inner = Body::default();
        inner.set("a", true);
        inner.set("longer", 7_u32);
        let entries = vec![
            ("for".to_owned(), Expr::from("x")),
            ("ü".to_owned(), Expr::from(1_u32)),
        ];
        inner.set("tags", Expr::Object(entries));
        inner.set("b", "x");
        inner.block("sub", Body::default());
        let mut file = Body::default();
        file.comment("one\nline");
        file.block("thing \"x\"", inner);
        let expected = "# one line\n\nthing \"x\" {\n  a      = true\n  longer = 7\n  tags = {\n    \
                        \"for\"        = \"x\"\n    \"\\U000000FC\" = 1\n  }\n  b = \"x\"\n\n  sub {}\n}\n";
        assert_eq!(file.print(), expected);
    }

    #[test]
    fn breaks_lists_that_are_long() {
        assert_eq!(
            written(&Expr::texts(&["a".to_owned(), "b".to_owned()]), 0),
            r#"["a", "b"]"#
        );
        let long = "x".repeat(60);
        assert_eq!(
            written(&Expr::texts(&[long.clone(), long.clone()]), 0),
            format!("[\n  \"{long}\",\n  \"{long}\",\n]")
        );
    }
}
