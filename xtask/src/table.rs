//! Plain text tables.

use std::fmt;

/// Which side a column leans to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
}

/// Rows of cells under a heading; columns are as wide as their widest cell.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    aligns: Vec<Align>,
    /// `None` is a rule across the table.
    rows: Vec<Option<Vec<String>>>,
}

impl Table {
    pub(crate) fn new(heading: &[&str], aligns: &[Align]) -> Self {
        let heading = heading.iter().map(|&cell| cell.to_owned()).collect();
        Self {
            aligns: aligns.to_vec(),
            rows: vec![Some(heading), None],
        }
    }

    pub(crate) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(Some(cells));
    }

    pub(crate) fn rule(&mut self) {
        self.rows.push(None);
    }

    fn widths(&self) -> Vec<usize> {
        let mut widths = vec![0; self.aligns.len()];
        for row in self.rows.iter().flatten() {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.chars().count());
            }
        }
        widths
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widths = self.widths();
        for row in &self.rows {
            let cells: Vec<String> = match row {
                None => widths.iter().map(|width| "-".repeat(*width)).collect(),
                Some(cells) => (cells.iter().zip(&widths).zip(&self.aligns))
                    .map(|((cell, width), align)| match align {
                        Align::Left => format!("{cell:<width$}"),
                        Align::Right => format!("{cell:>width$}"),
                    })
                    .collect(),
            };
            writeln!(f, "{}", cells.join("  ").trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_columns_up() {
        let mut table = Table::new(&["step", "s"], &[Align::Left, Align::Right]);
        table.row(vec!["fmt".to_owned(), "0.4".to_owned()]);
        table.row(vec!["browser".to_owned(), "12.0".to_owned()]);
        let text = "step        s\n-------  ----\nfmt       0.4\nbrowser  12.0\n";
        assert_eq!(table.to_string(), text);
    }
}
