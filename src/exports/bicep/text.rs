//! Texts in the syntax of Bicep: string literals, property names, comments.
//!
//! Total: every text is a literal that reads back as the same text, and every text is a comment that ends with
//! its line.

use std::fmt::Write;

/// Words that no symbol may have: Bicep's own, and the functions that these files call.
const RESERVED: &[&str] = &[
    "any",
    "array",
    "assert",
    "az",
    "bool",
    "empty",
    "existing",
    "extension",
    "false",
    "for",
    "func",
    "guid",
    "if",
    "import",
    "in",
    "int",
    "metadata",
    "module",
    "null",
    "object",
    "output",
    "param",
    "provider",
    "resource",
    "resourceGroup",
    "string",
    "subscription",
    "subscriptionResourceId",
    "sys",
    "targetScope",
    "true",
    "type",
    "using",
    "var",
    "with",
];

/// True if no symbol may have this name.
pub(super) fn is_reserved(name: &str) -> bool {
    RESERVED.iter().any(|word| word.eq_ignore_ascii_case(name))
}

/// A text as a string literal on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut literal = String::from("'");
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\'' => literal.push_str(r"\'"),
            '\\' => literal.push_str(r"\\"),
            '\n' => literal.push_str(r"\n"),
            '\r' => literal.push_str(r"\r"),
            '\t' => literal.push_str(r"\t"),
            '$' if characters.peek() == Some(&'{') => literal.push_str(r"\$"),
            invisible if is_invisible(invisible) => {
                // Writing to a string cannot fail.
                write!(literal, r"\u{{{:x}}}", u32::from(invisible)).ok();
            }
            plain => literal.push(plain),
        }
    }
    literal.push('\'');
    literal
}

/// A name of a property: bare where it can be.
pub(super) fn property(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next();
    let is_bare = first.is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && characters.all(|character| character.is_ascii_alphanumeric() || character == '_')
        && (name == "type" || !is_reserved(name));
    if is_bare {
        name.to_owned()
    } else {
        quoted(name)
    }
}

/// Adds a comment of one line.
pub(super) fn comment(out: &mut String, text: &str) {
    out.push_str("// ");
    out.extend(text.chars().map(|character| {
        if is_invisible(character) {
            ' '
        } else {
            character
        }
    }));
    out.push('\n');
}

/// Characters that end a line somewhere, or that nobody sees.
fn is_invisible(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leaves_its_quotes_or_becomes_an_expression() {
        for (text, literal) in [
            ("", "''"),
            ("it's", r"'it\'s'"),
            ("${x}", r"'\${x}'"),
            ("$${x}", r"'$\${x}'"),
            ("$x {", "'$x {'"),
            (r"\${", r"'\\\${'"),
            ("a\r\n\tb", r"'a\r\n\tb'"),
            ("\0\u{2028}\u{85}", r"'\u{0}\u{2028}\u{85}'"),
            ("naïve 😀", "'naïve 😀'"),
        ] {
            assert_eq!(quoted(text), literal);
        }
    }

    #[test]
    fn quotes_names_that_are_no_identifiers() {
        for (name, written) in [
            ("addressPrefix", "addressPrefix"),
            ("_x1", "_x1"),
            ("cost center", "'cost center'"),
            ("1st", "'1st'"),
            ("", "''"),
            ("null", "'null'"),
            ("naïve", "'naïve'"),
        ] {
            assert_eq!(property(name), written);
        }
    }

    #[test]
    fn a_comment_ends_with_its_line() {
        let mut out = String::new();
        comment(&mut out, "a\nparam x string\u{2028}b");
        assert_eq!(out, "// a param x string b\n");
    }
}
