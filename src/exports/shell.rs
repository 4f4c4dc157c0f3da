//! Words of a POSIX shell command.

/// A text as one word that no shell takes apart or expands.
pub(super) fn word(text: &str) -> String {
    let is_plain = |character: char| {
        character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.' | '/' | ':' | '@')
    };
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn quotes_what_a_shell_would_expand() {
        assert_eq!(word("rg-ml_prod.1"), "rg-ml_prod.1");
        assert_eq!(word(""), "''");
        assert_eq!(word("$(id)"), "'$(id)'");
        assert_eq!(word("it's"), r"'it'\''s'");
        assert_eq!(word("a b;c"), "'a b;c'");
    }
}
