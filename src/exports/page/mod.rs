//! A small document: headings, paragraphs, lists, tables. Printed as Markdown and as a page, so that the two
//! cannot say different things.
//!
//! Text is text: whatever a person typed means itself in both. What is absent: any knowledge of plans.

mod html;
mod markdown;

pub(super) use html::html;
pub(super) use markdown::markdown;

/// How good or bad something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// As it should be.
    Good,
    /// Worth knowing.
    Note,
    /// Risky.
    Warning,
    /// Wrong.
    Error,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Span {
    /// Text.
    Text(String),
    /// Text that matters most.
    Strong(String),
    /// A name, an address, a command: set in a fixed width.
    Code(String),
    /// A word that says how good or bad something is.
    Badge(Tone, String),
    /// How full something is, in per cent.
    Gauge(u64),
    /// A link to a public page.
    Link {
        /// Its title.
        text: String,
        /// Its address, from a table of ours.
        url: &'static str,
    },
}

/// One line of text, as in a paragraph or a table cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line(pub(super) Vec<Span>);

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// Its heading.
    pub(super) heading: &'static str,
    /// Whether it holds numbers.
    pub(super) number: bool,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    /// A heading; 1 is the document's own.
    Heading(usize, String),
    /// A paragraph.
    Paragraph(Line),
    /// A list.
    List(Vec<Line>),
    /// A numbered list.
    Numbered(Vec<Line>),
    /// Something to do and tick off, with a command for it where there is one.
    Task(Line, Option<String>),
    /// Names and what they come to.
    Facts(Vec<(&'static str, Line)>),
    /// A table. Without rows it is not printed.
    Table(Vec<Column>, Vec<Vec<Line>>),
    /// What must not be overlooked: a title and lines under it.
    Notice(Tone, String, Vec<Line>),
    /// A drawing: the file that holds it, what it shows, and its markup.
    Drawing {
        /// Path of the file.
        path: &'static str,
        /// What it shows.
        description: String,
        /// The drawing itself, as SVG made by us.
        svg: String,
    },
}

/// A document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Page(pub(super) Vec<Block>);

impl Line {
    /// Adds text.
    #[must_use]
    pub(super) fn text(self, text: impl Into<String>) -> Self {
        self.with(Span::Text(text.into()))
    }

    /// Adds a name, an address or a command.
    #[must_use]
    pub(super) fn code(self, text: impl Into<String>) -> Self {
        self.with(Span::Code(text.into()))
    }

    /// Adds names, addresses or commands with commas between.
    #[must_use]
    pub(super) fn codes<T: AsRef<str>>(mut self, texts: &[T]) -> Self {
        for (index, text) in texts.iter().enumerate() {
            if index > 0 {
                self = self.text(", ");
            }
            self = self.code(text.as_ref());
        }
        self
    }

    /// Adds text that matters most.
    #[must_use]
    pub(super) fn strong(self, text: impl Into<String>) -> Self {
        self.with(Span::Strong(text.into()))
    }

    /// Whether nothing of it can be seen. What is no character, and what stands for such a thing, is nothing.
    fn is_blank(&self) -> bool {
        let unseen = |letter: char| {
            letter.is_whitespace()
                || letter.is_control()
                || ('\u{fffd}'..='\u{ffff}').contains(&letter)
        };
        self.0.iter().all(|span| match span {
            Span::Text(text) | Span::Strong(text) | Span::Code(text) | Span::Badge(_, text) => {
                text.chars().all(unseen)
            }
            Span::Gauge(_) | Span::Link { .. } => false,
        })
    }

    /// Adds one more piece.
    #[must_use]
    pub(super) fn with(mut self, span: Span) -> Self {
        self.0.push(span);
        self
    }
}

/// A line of text.
pub(super) fn text(text: impl Into<String>) -> Line {
    Line::default().text(text)
}

/// A line that is one name or address.
pub(super) fn code(text: impl Into<String>) -> Line {
    Line::default().code(text)
}

/// A line of names or addresses.
pub(super) fn codes<T: AsRef<str>>(texts: &[T]) -> Line {
    Line::default().codes(texts)
}

/// A column of text.
pub(super) const fn column(heading: &'static str) -> Column {
    Column {
        heading,
        number: false,
    }
}

/// A column of numbers.
pub(super) const fn numbers(heading: &'static str) -> Column {
    Column {
        heading,
        number: true,
    }
}

impl Page {
    /// Adds a part.
    pub(super) fn push(&mut self, block: Block) {
        self.0.push(block);
    }

    /// Adds a heading.
    pub(super) fn heading(&mut self, level: usize, title: impl Into<String>) {
        self.push(Block::Heading(level, title.into()));
    }

    /// Adds a paragraph.
    pub(super) fn paragraph(&mut self, line: Line) {
        self.push(Block::Paragraph(line));
    }

    /// Drops headings with nothing under them. The title stays.
    pub(super) fn drop_empty_sections(&mut self) {
        // From the end, so that a heading goes whose only content was empty sections.
        let mut next = 1;
        let mut kept: Vec<Block> = Vec::with_capacity(self.0.len());
        for block in std::mem::take(&mut self.0).into_iter().rev() {
            let level = if let Block::Heading(level, _) = &block {
                *level
            } else {
                usize::MAX
            };
            let is_empty = (2..usize::MAX).contains(&level) && next <= level;
            if !is_empty {
                next = level;
                kept.push(block);
            }
        }
        kept.reverse();
        self.0 = kept;
    }

    /// Adds a table under a heading, or nothing if there are no rows.
    pub(super) fn section(
        &mut self,
        title: &str,
        intro: &str,
        columns: &[Column],
        rows: Vec<Vec<Line>>,
    ) {
        if rows.is_empty() {
            return;
        }
        self.heading(3, title);
        if !intro.is_empty() {
            self.paragraph(text(intro));
        }
        self.push(Block::Table(columns.to_vec(), rows));
    }
}

// Its oracles are crates of native tests only.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod reading;
#[cfg(test)]
mod tests;
