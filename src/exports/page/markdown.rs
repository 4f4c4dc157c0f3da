//! A document as Markdown (`CommonMark` with tables and task lists).

use super::{Block, Column, Line, Page, Span};
use crate::exports::markdown;

/// The document as Markdown.
pub(in crate::exports) fn markdown(page: &Page) -> String {
    let mut out = String::new();
    let mut after_task = false;
    for block in &page.0 {
        let is_task = matches!(block, Block::Task(..));
        // Tasks that follow each other are one list.
        if !(out.is_empty() || is_task && after_task || out.ends_with("\n\n")) {
            out.push('\n');
        }
        after_task = is_task;
        write_block(&mut out, block);
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Heading(level, title) => {
            out.push_str(&"#".repeat(*level));
            push_line(out, &format!(" {}", markdown::text(title).trim()));
        }
        Block::Paragraph(line) => push_line(out, &start(&inline(line))),
        Block::List(items) => {
            for item in items {
                push_line(out, &format!("- {}", start(&inline(item))));
            }
        }
        Block::Numbered(items) => {
            for (index, item) in items.iter().enumerate() {
                push_line(out, &format!("{}. {}", index + 1, start(&inline(item))));
            }
        }
        Block::Task(line, command) => {
            push_line(out, &format!("- [ ] {}", start(&inline(line))));
            if let Some(command) = command {
                out.push('\n');
                for code_line in markdown::code_block("sh", command).lines() {
                    push_line(out, &format!("  {code_line}"));
                }
                out.push('\n');
            }
        }
        Block::Facts(facts) => {
            let rows = facts.iter().map(|(name, value)| {
                [cell(&Line::default().strong(*name)), cell(value)].join(" | ")
            });
            push_line(out, "| | |\n|---|---|");
            for row in rows {
                push_line(out, &format!("| {row} |"));
            }
        }
        Block::Table(columns, rows) => table(out, columns, rows),
        Block::Notice(_, title, lines) => {
            push_line(out, &format!("> **{}**", markdown::text(title).trim()));
            if !lines.is_empty() {
                push_line(out, ">");
            }
            for line in lines {
                push_line(out, &format!("> - {}", start(&inline(line))));
            }
        }
        Block::Drawing {
            path, description, ..
        } => push_line(
            out,
            &format!("![{}]({path})", markdown::text(description).trim()),
        ),
    }
}

fn table(out: &mut String, columns: &[Column], rows: &[Vec<Line>]) {
    let headings: Vec<&str> = columns.iter().map(|column| column.heading).collect();
    let rules: Vec<&str> = columns
        .iter()
        .map(|column| if column.number { "---:" } else { "---" })
        .collect();
    push_line(out, &format!("| {} |", headings.join(" | ")));
    push_line(out, &format!("|{}|", rules.join("|")));
    for row in rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        push_line(out, &format!("| {} |", cells.join(" | ")));
    }
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

/// A table cell. Blank ones are a dash, so that nobody takes them for forgotten.
fn cell(line: &Line) -> String {
    if line.is_blank() {
        "–".to_owned()
    } else {
        inline(line)
    }
}

fn inline(line: &Line) -> String {
    let mut out = String::new();
    for span in &line.0 {
        match span {
            Span::Text(text) => out.push_str(&markdown::text(text)),
            Span::Strong(text) | Span::Badge(_, text) => {
                let text = markdown::text(text);
                if !text.trim().is_empty() {
                    out.push_str("**");
                    out.push_str(text.trim());
                    out.push_str("**");
                }
            }
            Span::Code(text) => out.push_str(&code(text)),
            Span::Gauge(percent) => {
                out.push_str(&percent.to_string());
                out.push_str(" %");
            }
            Span::Link { text, url } => {
                out.push('[');
                out.push_str(&markdown::text(text));
                out.push_str("](");
                out.push_str(url);
                out.push(')');
            }
        }
    }
    out
}

/// A code span, or text where a code span could end early or split a table row.
fn code(text: &str) -> String {
    let text = text.trim();
    let is_safe = !text.is_empty()
        && !text.chars().any(|letter| {
            letter.is_control() || matches!(letter, '`' | '|' | '\\' | '\u{2028}' | '\u{2029}')
        });
    if is_safe {
        format!("`{text}`")
    } else {
        markdown::text(text)
    }
}

/// Text at the start of a line, where some characters would begin a list or a heading.
fn start(text: &str) -> String {
    let text = text.trim();
    let digits = text
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, rest) = text.split_at(digits);
    let is_numbered = !number.is_empty() && rest.starts_with(['.', ')']);
    let is_listed = number.is_empty() && rest.starts_with(['-', '+', '=', ':']);
    if is_numbered || is_listed {
        format!("{number}\\{rest}")
    } else {
        text.to_owned()
    }
}
