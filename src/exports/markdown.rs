//! Text inside Markdown: whatever a person typed stays text.

/// A text in a paragraph, a list or a table cell.
pub(super) fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            character if character.is_control() || is_line_break(character) => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' => {
                escaped.push('\\');
                escaped.push(character);
            }
            character => escaped.push(character),
        }
    }
    escaped
}

/// A block of code whose content cannot end it.
pub(super) fn code_block(language: &str, code: &str) -> String {
    let longest = code
        .split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let fence = "`".repeat(longest.max(2).saturating_add(1));
    format!("{fence}{language}\n{}\n{fence}\n", code.trim_end())
}

/// Characters that some reader takes for the end of a line.
fn is_line_break(character: char) -> bool {
    matches!(character, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_no_markup_in_a_name() {
        assert_eq!(text("a|b\n# [x](y)"), r"a\|b \# \[x\](y)");
        assert_eq!(text("<b>&amp;"), r"\<b\>\&amp;");
    }

    #[test]
    fn a_block_outlives_fences_in_its_code() {
        assert_eq!(code_block("sh", "echo '```'"), "````sh\necho '```'\n````\n");
        assert_eq!(code_block("sh", "ls"), "```sh\nls\n```\n");
    }
}
