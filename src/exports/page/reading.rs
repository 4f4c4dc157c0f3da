//! Whatever stands in a document, readers of Markdown and of HTML that are not ours find the same in it: the
//! same headings, paragraphs, items, cells and commands with the same texts, and nothing else.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::{ElementRef, Html};

use super::*;

/// Text as readers compare it: white space is one space, and what cannot be printed is white space.
fn plain(text: &str) -> String {
    let printed = |letter: char| {
        let is_odd = letter.is_control()
            || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{fffd}'..='\u{ffff}');
        if is_odd { ' ' } else { letter }
    };
    let text: String = text.chars().map(printed).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a reader finds, in order: `kind: text`.
#[derive(Default)]
struct Found(Vec<String>);

impl Found {
    fn add(&mut self, kind: &str, text: &str) {
        let text = plain(text);
        // Nobody sees an empty paragraph.
        if !(text.is_empty() && matches!(kind, "p" | "b")) {
            self.0.push(format!("{kind}: {text}"));
        }
    }

    /// What stands in a line beside its text.
    fn line(&mut self, line: &Line) {
        for span in &line.0 {
            match span {
                Span::Strong(text) | Span::Badge(_, text) => self.add("b", text),
                Span::Link { url, .. } => self.add("a", url),
                Span::Text(_) | Span::Code(_) | Span::Gauge(_) => {}
            }
        }
    }
}

fn text_of(line: &Line) -> String {
    let texts = line.0.iter().map(|span| match span {
        Span::Text(text) | Span::Strong(text) | Span::Badge(_, text) | Span::Link { text, .. } => {
            text.clone()
        }
        Span::Code(text) => text.trim().to_owned(),
        Span::Gauge(percent) => format!("{percent} %"),
    });
    texts.collect()
}

fn cell_text(line: &Line) -> String {
    let text = text_of(line);
    if plain(&text).is_empty() {
        "–".to_owned()
    } else {
        text
    }
}

/// What a document says.
fn said(page: &Page, facts: [&str; 2]) -> Vec<String> {
    let mut found = Found::default();
    for block in &page.0 {
        match block {
            Block::Heading(level, title) => found.add(&format!("h{level}"), title),
            Block::Paragraph(line) => {
                found.line(line);
                found.add("p", &text_of(line));
            }
            Block::List(lines) | Block::Numbered(lines) => {
                for line in lines {
                    found.line(line);
                    found.add("li", &text_of(line));
                }
            }
            Block::Task(line, command) => {
                found.line(line);
                found.add("task", &text_of(line));
                if let Some(command) = command {
                    found.add("pre", command);
                }
            }
            Block::Facts(rows) => {
                for (name, value) in rows {
                    if facts[0] == "td" {
                        found.add("b", name);
                    }
                    found.add(facts[0], name);
                    found.line(value);
                    found.add(facts[1], &cell_text(value));
                }
            }
            Block::Table(columns, rows) => {
                for column in columns {
                    found.add("th", column.heading);
                }
                for row in rows {
                    for cell in row {
                        found.line(cell);
                        found.add("td", &cell_text(cell));
                    }
                }
            }
            Block::Notice(_, title, lines) => {
                found.add("b", title);
                for line in lines {
                    found.line(line);
                    found.add("li", &text_of(line));
                }
            }
            Block::Drawing { .. } => {}
        }
    }
    found.0
}

/// What a reader of Markdown, with the tables and task lists of GitHub, finds.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever the reader finds beside what is meant is a fault"
)]
fn read_markdown(text: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH;
    let mut found = Found::default();
    // Texts of what is open: block, cell or strong text.
    let mut open: Vec<(&str, String)> = Vec::new();
    let (mut is_head, mut is_quote) = (false, false);
    for event in Parser::new_ext(text, options) {
        if let Event::Text(more) | Event::Code(more) = &event {
            for (_, text) in &mut open {
                text.push_str(more);
            }
        }
        match event {
            Event::TaskListMarker(false) => {
                open.last_mut().expect("an item").0 = "task";
            }
            Event::Start(Tag::Heading { level, .. }) => {
                open.push((
                    ["h1", "h2", "h3", "h4", "h5", "h6"][level as usize - 1],
                    String::new(),
                ));
            }
            Event::Start(Tag::Paragraph) if open.is_empty() => open.push(("p", String::new())),
            Event::Start(Tag::Item) => open.push(("li", String::new())),
            Event::Start(Tag::CodeBlock(_)) => {
                // The text of the item ends where its command begins.
                if let Some((kind, text)) = open.pop() {
                    found.add(kind, &text);
                }
                open.push(("pre", String::new()));
            }
            Event::Start(Tag::TableHead) => is_head = true,
            Event::End(TagEnd::TableHead) => is_head = false,
            Event::Start(Tag::TableCell) => {
                open.push((if is_head { "th" } else { "td" }, String::new()));
            }
            Event::Start(Tag::Strong) => open.push(("b", String::new())),
            Event::Start(Tag::Link { dest_url, .. }) => found.add("a", &dest_url),
            Event::Start(Tag::BlockQuote(_)) => is_quote = true,
            Event::End(TagEnd::BlockQuote(_)) => is_quote = false,
            Event::End(TagEnd::Paragraph) if open.len() == 1 && open[0].0 == "p" => {
                let (_, text) = open.pop().expect("a paragraph");
                if !is_quote {
                    found.add("p", &text);
                }
            }
            Event::End(
                TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::TableCell | TagEnd::Strong,
            ) => {
                let (kind, text) = open.pop().expect("something open");
                found.add(kind, &text);
            }
            Event::End(TagEnd::Item) => {
                if let Some((kind, text)) = open.pop() {
                    found.add(kind, &text);
                }
            }
            Event::Text(_)
            | Event::Code(_)
            | Event::Start(Tag::Paragraph | Tag::List(_) | Tag::Table(_) | Tag::TableRow)
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::List(_)
                | TagEnd::Table
                | TagEnd::TableRow
                | TagEnd::Link,
            ) => {}
            other => found.add("unexpected", &format!("{other:?}")),
        }
    }
    found.0.retain(|it| it != "th: ");
    found.0
}

/// What a browser finds.
fn read_html(text: &str) -> Vec<String> {
    let html = Html::parse_document(text);
    let mut found = Found::default();
    let body = html.root_element().children().filter_map(ElementRef::wrap);
    let body = body.last().expect("a body");
    assert_eq!(body.value().name(), "body");
    walk(body, &mut found);
    found.0
}

fn walk(element: ElementRef<'_>, found: &mut Found) {
    for child in element.children().filter_map(ElementRef::wrap) {
        let name = child.value().name();
        if name == "a" {
            found.add("a", child.value().attr("href").unwrap_or_default());
        }
        walk(child, found);
        // The text of an item ends where its command begins.
        let is_command = |inner: &ElementRef<'_>| inner.value().name() == "pre";
        let own = child
            .children()
            .filter(|inner| !ElementRef::wrap(*inner).is_some_and(|inner| is_command(&inner)));
        let text: String = own
            .flat_map(|inner| match ElementRef::wrap(inner) {
                Some(inner) => inner.text().map(str::to_owned).collect::<Vec<_>>(),
                None => inner
                    .value()
                    .as_text()
                    .map(|it| it.to_string())
                    .into_iter()
                    .collect(),
            })
            .collect();
        match name {
            "h1" | "h2" | "h3" | "p" | "th" | "td" | "dt" | "dd" => found.add(name, &text),
            "strong" | "b" => found.add("b", &text),
            "li" => {
                let is_task = element.value().attr("class") == Some("tasks");
                let command = child.children().filter_map(ElementRef::wrap);
                let command = command.filter(is_command).last();
                // The command was met before the item that it belongs to.
                let command = command.and_then(|_| found.0.pop());
                found.add(if is_task { "task" } else { "li" }, &text);
                found.0.extend(command);
            }
            "pre" => found.add("pre", &text),
            "main" | "ul" | "ol" | "dl" | "div" | "table" | "thead" | "tbody" | "tr" | "code"
            | "section" | "span" | "i" | "a" | "figure" => {}
            other => found.add("unexpected", other),
        }
    }
}

/// Text with everything that one of the two takes for its own.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        prop::sample::select(vec![
            "a|b",
            "\n# x",
            "<script>",
            "[l](javascript:x)",
            "`c`",
            "``",
            "**",
            "_x_",
            "~~x~~",
            "\\",
            "&amp;",
            "&#60;",
            "<!--",
            "]]>",
            "</td>",
            "\"",
            "'",
            "- [ ] ",
            "1. ",
            "> ",
            "---",
            "===",
            "![x](y)",
            "$x$",
            "$$",
            "\r",
            "\r\n",
            "\u{85}",
            "\u{2028}",
            "\0",
            "\t",
            "    ",
            "[^1]",
            "http://x.y",
            "<http://x>",
            "www.x.y",
            "```\n",
            "~~~",
            "| - |",
            ": x",
            "\u{a0}",
            "\u{feff}",
            "x",
            "é",
            "😀",
            "{#id}",
            "+",
            "=",
            "\u{fffe}",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,3}",
    ];
    prop::collection::vec(pieces, 0..5).prop_map(|pieces| pieces.concat())
}

fn span() -> impl Strategy<Value = Span> {
    let tone = || prop::sample::select(vec![Tone::Good, Tone::Note, Tone::Warning, Tone::Error]);
    prop_oneof![
        hostile().prop_map(Span::Text),
        hostile().prop_map(Span::Strong),
        hostile().prop_map(Span::Code),
        (tone(), hostile()).prop_map(|(tone, text)| Span::Badge(tone, text)),
        (0_u64..200).prop_map(Span::Gauge),
        hostile().prop_map(|text| Span::Link {
            text: format!("x {text}"),
            url: "https://example.org/a-b",
        }),
    ]
}

/// Spans with spaces between, as sentences have them.
fn line() -> impl Strategy<Value = Line> {
    prop::collection::vec(span(), 0..3).prop_map(|spans| {
        let mut line = Line::default();
        for (index, span) in spans.into_iter().enumerate() {
            if index > 0 {
                line = line.text(" ");
            }
            line = line.with(span);
        }
        line
    })
}

fn block() -> impl Strategy<Value = Block> {
    let lines = || prop::collection::vec(line(), 1..3);
    let command = prop::option::of(hostile().prop_map(|text| format!("az {text}\n{text} x")));
    prop_oneof![
        (2_usize..4, hostile()).prop_map(|(level, title)| Block::Heading(level, title)),
        line().prop_map(Block::Paragraph),
        lines().prop_map(Block::List),
        lines().prop_map(Block::Numbered),
        (line(), command).prop_map(|(line, command)| {
            let mut task = text("Do ");
            task.0.extend(line.0);
            Block::Task(task, command)
        }),
        prop::collection::vec(line(), 1..3)
            .prop_map(|lines| Block::Facts(lines.into_iter().map(|line| ("Fact", line)).collect())),
        prop::collection::vec(prop::array::uniform2(line()), 1..3).prop_map(|rows| {
            let rows = rows.into_iter().map(Vec::from).collect();
            Block::Table(vec![column("One"), numbers("Two")], rows)
        }),
        (hostile(), prop::collection::vec(line(), 0..2)).prop_map(|(title, lines)| {
            Block::Notice(Tone::Error, format!("Beware {title}"), lines)
        }),
    ]
}

fn check(page: &Page) {
    let text = markdown(page);
    assert_eq!(read_markdown(&text), said(page, ["td", "td"]), "{text}");
    let text = html(page, "x");
    assert_eq!(read_html(&text), said(page, ["dt", "dd"]), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document_is_read_as_it_is_meant(blocks in prop::collection::vec(block(), 1..6)) {
        check(&Page(blocks));
    }
}

#[test]
fn the_worst_texts_are_read_as_themselves() {
    for typed in [
        "a|b\n# x <script>alert(1)</script> [l](javascript:alert(1)) `c`",
        "</td></tr></table><h1>x</h1>",
        "| a | b |\n|---|---|\n| c | d |",
        "x\r- y\r\n1. z",
        "\\",
        "\u{fffe}",
        "&lt;b&gt;",
        "``` ` ``",
        "<!-- x",
        "$a$ ~~b~~ __c__ *d*",
    ] {
        check(&Page(vec![
            Block::Heading(2, typed.to_owned()),
            Block::Paragraph(text(typed)),
            Block::Paragraph(code(typed).text(" and ").strong(typed)),
            Block::List(vec![text(typed), code(typed)]),
            Block::Numbered(vec![text(typed)]),
            Block::Task(
                text("Look at ").code(typed),
                Some(format!("az show '{typed}'")),
            ),
            Block::Task(text("And"), None),
            Block::Table(
                vec![column("A"), column("B")],
                vec![vec![code(typed), text(typed)]],
            ),
            Block::Facts(vec![("Name", text(typed))]),
            Block::Notice(Tone::Note, typed.to_owned(), vec![text(typed)]),
        ]));
    }
}
