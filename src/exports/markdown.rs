//! Text inside Markdown: whatever a person typed stays text.

/// A text in a paragraph, a list or a table cell.
pub(super) fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            character if character.is_control() || is_line_break(character) => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '$' => {
                escaped.push('\\');
                escaped.push(character);
            }
            character => escaped.push(character),
        }
    }
    escaped
}

/// A block of code whose content cannot end it. Characters that are neither printed nor line breaks are spaces:
/// a carriage return alone would end a line, and with it the list that the block stands in.
pub(super) fn code_block(language: &str, code: &str) -> String {
    let plain = |letter: char| {
        let is_kept = matches!(letter, '\n' | '\t') || !letter.is_control();
        if is_kept { letter } else { ' ' }
    };
    let code: String = code.replace("\r\n", "\n").chars().map(plain).collect();
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
        assert_eq!(text("$x$"), r"\$x\$", "no formula");
    }

    #[test]
    fn a_block_outlives_fences_in_its_code() {
        assert_eq!(code_block("sh", "echo '```'"), "````sh\necho '```'\n````\n");
        assert_eq!(code_block("sh", "ls"), "```sh\nls\n```\n");
        assert_eq!(code_block("sh", "a\r\nb\rc\0"), "```sh\na\nb c\n```\n");
    }
}
