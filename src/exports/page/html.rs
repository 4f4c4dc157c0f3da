//! A document as a page that stands alone: one file with its own style, made for paper too.
//!
//! Well-formed XML as well as HTML. No script, and nothing is requested from anywhere.

use super::{Block, Column, Line, Page, Span, Tone};
use crate::exports::svg::escape;

/// The look: the design's tokens, light only, and rules for print.
const STYLE: &str = include_str!("style.css");

/// The document as a page with this title.
pub(in crate::exports) fn html(page: &Page, title: &str) -> String {
    let mut out = String::with_capacity(64 * 1024);
    out.push_str(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>",
    );
    escape(&mut out, title);
    out.push_str("</title>\n<style>\n");
    out.push_str(STYLE);
    out.push_str("</style>\n</head>\n<body>\n<main>\n");
    let mut tasks = false;
    for block in &page.0 {
        let is_task = matches!(block, Block::Task(..));
        if is_task != tasks {
            out.push_str(if is_task {
                "<ul class=\"tasks\">\n"
            } else {
                "</ul>\n"
            });
            tasks = is_task;
        }
        write_block(&mut out, block);
    }
    if tasks {
        out.push_str("</ul>\n");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Heading(level, title) => {
            let level = level.to_string();
            open(out, &["<h", &level, ">"]);
            escape(out, title.trim());
            open(out, &["</h", &level, ">\n"]);
        }
        Block::Paragraph(line) => element(out, "p", "", line),
        Block::List(items) => list(out, "ul", items),
        Block::Numbered(items) => list(out, "ol", items),
        Block::Task(line, command) => {
            out.push_str("<li>");
            inline(out, line);
            if let Some(command) = command {
                out.push_str("<pre>");
                command_text(out, command);
                out.push_str("</pre>");
            }
            out.push_str("</li>\n");
        }
        Block::Facts(facts) => {
            out.push_str("<dl>\n");
            for (name, value) in facts {
                open(out, &["<div><dt>", name, "</dt><dd>"]);
                cell(out, value);
                out.push_str("</dd></div>\n");
            }
            out.push_str("</dl>\n");
        }
        Block::Table(columns, rows) => table(out, columns, rows),
        Block::Notice(tone, title, lines) => {
            open(
                out,
                &["<section class=\"notice ", class(*tone), "\">\n<strong>"],
            );
            escape(out, title);
            out.push_str("</strong>\n");
            if !lines.is_empty() {
                list(out, "ul", lines);
            }
            out.push_str("</section>\n");
        }
        Block::Drawing { svg, .. } => {
            open(out, &["<figure>\n", svg, "</figure>\n"]);
        }
    }
}

fn open(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

fn element(out: &mut String, tag: &str, attributes: &str, line: &Line) {
    open(out, &["<", tag, attributes, ">"]);
    inline(out, line);
    open(out, &["</", tag, ">\n"]);
}

fn list(out: &mut String, tag: &str, items: &[Line]) {
    open(out, &["<", tag, ">\n"]);
    for item in items {
        element(out, "li", "", item);
    }
    open(out, &["</", tag, ">\n"]);
}

fn table(out: &mut String, columns: &[Column], rows: &[Vec<Line>]) {
    let attribute = |column: Option<&Column>| match column {
        Some(column) if column.number => " class=\"number\"",
        _ => "",
    };
    out.push_str("<table>\n<thead><tr>");
    for column in columns {
        open(
            out,
            &[
                "<th scope=\"col\"",
                attribute(Some(column)),
                ">",
                column.heading,
                "</th>",
            ],
        );
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        out.push_str("<tr>");
        for (index, line) in row.iter().enumerate() {
            open(out, &["<td", attribute(columns.get(index)), ">"]);
            cell(out, line);
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

/// A table cell; blank ones are a dash, as in Markdown.
fn cell(out: &mut String, line: &Line) {
    if line.is_blank() {
        out.push('–');
    } else {
        inline(out, line);
    }
}

fn inline(out: &mut String, line: &Line) {
    for span in &line.0 {
        match span {
            Span::Text(text) => escape(out, text),
            Span::Strong(text) => wrapped(out, "strong", "", text),
            Span::Code(text) if text.trim().is_empty() => {}
            Span::Code(text) => wrapped(out, "code", "", text.trim()),
            Span::Badge(tone, text) => {
                open(out, &["<b class=\"badge ", class(*tone), "\">"]);
                escape(out, text);
                out.push_str("</b>");
            }
            Span::Gauge(percent) => {
                let tone = match percent {
                    0..80 => "",
                    80..=100 => " warning",
                    _ => " error",
                };
                let width = (*percent).min(100).to_string();
                open(
                    out,
                    &[
                        "<span class=\"share\"><span class=\"gauge",
                        tone,
                        "\"><i style=\"width:",
                        &width,
                        "%\"></i></span>",
                        &percent.to_string(),
                        " %</span>",
                    ],
                );
            }
            Span::Link { text, url } => {
                open(out, &["<a href=\"", url, "\">"]);
                escape(out, text);
                out.push_str("</a>");
            }
        }
    }
}

fn wrapped(out: &mut String, tag: &str, attributes: &str, text: &str) {
    open(out, &["<", tag, attributes, ">"]);
    escape(out, text);
    open(out, &["</", tag, ">"]);
}

/// A command, with its line breaks.
fn command_text(out: &mut String, command: &str) {
    for (index, line) in command.trim_end().lines().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        escape(out, line);
    }
}

fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Note => "note",
        Tone::Warning => "warning",
        Tone::Error => "error",
    }
}
