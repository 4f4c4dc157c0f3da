//! Comma-separated values (RFC 4180): text to rows and back.
//!
//! Cells that a spreadsheet would run as a formula are written with an apostrophe in front, and read without
//! it. A cell that already begins like that gets one more, so that a round trip changes nothing. Semicolons are read as separators where the first line uses them,
//! as spreadsheets in many languages write them.

/// Characters at the start of a cell that make a spreadsheet take it for a formula, or skip to what follows
/// and take that for one. The list is that of OWASP, “CSV Injection”
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// Whether a cell is written with an apostrophe in front: it is a formula, or looks like a guarded one. Some
/// readers drop spaces in front.
fn is_guarded(cell: &str) -> bool {
    cell.trim_start_matches(['\'', ' ']).starts_with(FORMULA)
}

/// One line of cells, with its line break.
pub(crate) fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            line.push(',');
        }
        let guard = if is_guarded(cell) { "'" } else { "" };
        if cell.contains(['"', ',', ';', '\n', '\r']) {
            line.push('"');
            line.push_str(guard);
            line.push_str(&cell.replace('"', "\"\""));
            line.push('"');
        } else {
            line.push_str(guard);
            line.push_str(cell);
        }
    }
    line.push_str("\r\n");
    line
}

/// A row and the number of the line where it starts, from 1.
pub(super) type Row = (usize, Vec<String>);

/// All rows that have something in them.
///
/// # Errors
/// The line of a quotation mark that is never closed.
pub(super) fn rows(text: &str) -> Result<Vec<Row>, usize> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let separator = if first.contains(';') && !first.contains(',') {
        ';'
    } else {
        ','
    };
    let mut reader = Reader::default();
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        if let Some(opened) = reader.quote {
            match char {
                '"' if chars.peek() == Some(&'"') => {
                    chars.next();
                    reader.cell.push('"');
                }
                '"' => reader.quote = None,
                _ => {
                    reader.line += usize::from(char == '\n');
                    reader.cell.push(char);
                }
            }
            if chars.peek().is_none() && reader.quote.is_some() {
                return Err(opened);
            }
            continue;
        }
        match char {
            '"' if reader.cell.trim().is_empty() => {
                reader.cell.clear();
                reader.quote = Some(reader.line + 1);
            }
            '\n' => reader.end_row(),
            '\r' if chars.peek() == Some(&'\n') => {}
            _ if char == separator => reader.end_cell(),
            _ => reader.cell.push(char),
        }
    }
    if let Some(opened) = reader.quote {
        return Err(opened);
    }
    reader.end_row();
    Ok(reader.rows)
}

#[derive(Default)]
struct Reader {
    /// Line breaks read so far.
    line: usize,
    /// Line on which the open quotation mark stands.
    quote: Option<usize>,
    cell: String,
    cells: Vec<String>,
    /// Line breaks read when the row began.
    started: usize,
    rows: Vec<Row>,
}

impl Reader {
    fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        let cell = match cell.strip_prefix('\'') {
            Some(guarded) if is_guarded(guarded) => guarded.to_owned(),
            _ => cell,
        };
        self.cells.push(cell);
    }

    fn end_row(&mut self) {
        self.end_cell();
        let cells = std::mem::take(&mut self.cells);
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            self.rows.push((self.started + 1, cells));
        }
        self.line += 1;
        self.started = self.line;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let rows = rows(text).expect("closed quotation marks");
        rows.into_iter().map(|(_, cells)| cells).collect()
    }

    #[test]
    fn quotes_separators_and_line_breaks_survive_a_round_trip() {
        let given = [
            "plain",
            "a,b",
            "say \"no\"",
            "two\nlines",
            "=1+1",
            "'quoted",
            "",
            "é…",
        ];
        let line = row(given);
        assert_eq!(cells(&line), [given]);
        assert!(line.contains(",'=1+1,"), "{line}");
    }

    #[test]
    fn guards_whatever_a_spreadsheet_could_run_and_reads_it_back() {
        for first in [
            "=", "+", "-", "@", "\t", "\r", "\n", " =", "'=", "''+", "'\n=",
        ] {
            for cell in [format!("{first}cmd|' /C calc'!A0"), first.to_owned()] {
                let line = row([cell.as_str(), "end"]);
                assert!(line.trim_start_matches('"').starts_with('\''), "{line:?}");
                assert_eq!(cells(&line), [[cell.as_str(), "end"]], "{line:?}");
            }
        }
    }

    #[test]
    fn guards_nothing_else() {
        for plain in ["'quoted", "'", "''", "a=1", "1-2", "’=1"] {
            let line = row([plain, "x"]);
            assert_eq!(line, format!("{plain},x\r\n"));
            assert_eq!(cells(&line), [[plain, "x"]]);
        }
    }

    #[test]
    fn the_first_line_decides_the_separator() {
        assert_eq!(cells("a;b\r\n1,5;2\r\n"), [["a", "b"], ["1,5", "2"]]);
        assert_eq!(cells("\u{feff}a,b\n\n1,x;y"), [["a", "b"], ["1", "x;y"]]);
    }

    #[test]
    fn rows_know_their_line_and_open_quotes_are_found() {
        let rows_read = rows("a\n\"x\ny\"\nlast").expect("closed");
        let lines: Vec<usize> = rows_read.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 2, 4]);
        assert_eq!(rows("a\nb,\"open\nmore"), Err(2));
        assert_eq!(rows("a\n\""), Err(2));
    }
}
