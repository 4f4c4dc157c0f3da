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

/// The environment variable from which scripts take the parameter with this name: `adminPassword` is
/// `ADMIN_PASSWORD`.
pub(super) fn variable(parameter: &str) -> String {
    let mut name = String::new();
    for character in parameter.chars() {
        if character.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(character.to_ascii_uppercase());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{variable, word};

    #[test]
    fn names_variables_as_shells_do() {
        assert_eq!(variable("adminPassword"), "ADMIN_PASSWORD");
        assert_eq!(variable("vm1SshPrivateKey"), "VM1_SSH_PRIVATE_KEY");
    }

    #[test]
    fn quotes_what_a_shell_would_expand() {
        assert_eq!(word("rg-ml_prod.1"), "rg-ml_prod.1");
        assert_eq!(word(""), "''");
        assert_eq!(word("$(id)"), "'$(id)'");
        assert_eq!(word("it's"), r"'it'\''s'");
        assert_eq!(word("a b;c"), "'a b;c'");
    }
}
