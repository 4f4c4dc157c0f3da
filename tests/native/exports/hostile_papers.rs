//! Whatever a person types, papers, tables and drawings keep their structure and say it: read by readers of
//! `CommonMark`, HTML, CSV and XML that are not ours.
//!
//! Structure is compared with the same plan under tame names: what a name adds would be missing there.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use azureml_vnet_wizard::exports::{File, bundle};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use regex::Regex;
use scraper::{ElementRef, Html, Selector};

use super::hostile::with_text;

/// A name that is in no text of ours.
const TAME: &str = "tamename";

static TAME_FILES: LazyLock<Vec<File>> = LazyLock::new(|| bundle(&with_text(TAME)));

const PAPERS: [&str; 4] = [
    "README.md",
    "checklist.md",
    "network-request.md",
    "report.md",
];

/// Text as it is compared: without white space and what cannot be printed, since names are trimmed in some places
/// and kept in others.
fn plain(text: &str) -> String {
    let is_odd = |letter: &char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{fffd}'..='\u{ffff}')
    };
    text.chars().filter(|letter| !is_odd(letter)).collect()
}

fn text<'f>(files: &'f [File], path: &str) -> &'f str {
    let file = files.iter().find(|file| file.path == path);
    &file.unwrap_or_else(|| panic!("no {path}")).text
}

/// A text of the tame plan as it reads with other names.
fn renamed(tame: &str, typed: &str) -> String {
    plain(&tame.replace(TAME, typed))
}

/// Checks all files but the page, whose printer has property tests of its own.
pub(super) fn check(typed: &str, files: &[File]) {
    for paper in PAPERS {
        check_markdown(paper, text(files, paper), typed);
    }
    check_tables(files, typed);
    check_drawio(files, typed);
    check_mermaid(files, typed);
}

/// What a document holds: headings, and the cells of its tables.
#[derive(Debug, PartialEq)]
struct Held {
    headings: Vec<String>,
    cells: Vec<String>,
}

fn held(markdown: &str) -> Held {
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_MATH;
    let (mut headings, mut cells) = (Vec::new(), Vec::new());
    let mut open: Option<String> = None;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::TableCell) => open = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(open) = &mut open {
                    open.push_str(&text);
                }
            }
            Event::End(TagEnd::Heading(_)) => headings.extend(open.take().map(|it| plain(&it))),
            Event::End(TagEnd::TableCell) => cells.extend(open.take().map(|it| plain(&it))),
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(dest_url.starts_with("https://"), "{dest_url}");
            }
            Event::Start(Tag::Image { dest_url, .. }) => assert_eq!(&*dest_url, "topology.svg"),
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::HardBreak
            | Event::Rule
            | Event::Start(Tag::HtmlBlock | Tag::Emphasis) => panic!("{event:?}\n{markdown}"),
            _ => {}
        }
    }
    Held { headings, cells }
}

/// The cells that a line of a table is cut into: at every bar that is not escaped, in code spans too.
fn cuts(line: &str) -> usize {
    let mut is_escaped = false;
    let bars = line.chars().filter(|letter| {
        let is_bar = *letter == '|' && !is_escaped;
        is_escaped = *letter == '\\' && !is_escaped;
        is_bar
    });
    bars.count()
}

fn check_markdown(path: &str, markdown: &str, typed: &str) {
    let mut columns = None;
    for line in markdown.lines() {
        if line.starts_with('|') {
            let expected = *columns.get_or_insert(cuts(line));
            assert_eq!(cuts(line), expected, "{path}: {line}");
        } else {
            columns = None;
        }
    }
    let found = held(markdown).headings;
    if plain(typed).is_empty() {
        return;
    }
    let expected = held(text(&TAME_FILES, path)).headings;
    let expected: Vec<String> = expected.iter().map(|it| renamed(it, typed)).collect();
    assert_eq!(found, expected, "{path}");
}

/// Report and page say the same, cell by cell, and no name makes an element.
pub(super) fn check_report(files: &[File]) {
    let page = text(files, "report.html");
    let html = Html::parse_document(page);
    let all = Selector::parse("*").expect("a selector");
    for element in html.select(&all) {
        let name = element.value().name();
        let is_known = KNOWN.contains(&name);
        assert!(is_known, "<{name}>");
        for (attribute, value) in element.value().attrs() {
            assert!(!attribute.starts_with("on"), "{attribute}");
            let is_link = matches!(attribute, "href" | "src" | "xlink:href");
            assert!(
                !is_link || value.starts_with("https://") || value.starts_with('#'),
                "{attribute}={value}"
            );
        }
    }
    let plain_text = |element: ElementRef<'_>| plain(&element.text().collect::<String>());
    let select = |selector: &str| -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        html.select(&selector).map(plain_text).collect()
    };
    let held = held(text(files, "report.md"));
    assert_eq!(select("main > h1, main > h2, main > h3"), held.headings);
    // Facts are a table in one and a list of terms in the other.
    let facts = select("dt, dd");
    let cells: Vec<String> = held.cells.into_iter().filter(|it| !it.is_empty()).collect();
    let at = cells.windows(facts.len()).position(|it| it == facts);
    let at = at.expect("the facts are in both");
    let others: Vec<&String> = cells[..at]
        .iter()
        .chain(&cells[at + facts.len()..])
        .collect();
    let tables = select("th, td");
    assert_eq!(tables.iter().collect::<Vec<_>>(), others);
}

/// Every element that the page and the drawing in it are made of.
const KNOWN: &[&str] = &[
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "ul", "ol",
    "li", "dl", "div", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "section",
    "strong", "b", "a", "code", "span", "i", "figure", "svg", "desc", "g", "path", "rect",
    "circle", "line", "polyline", "polygon", "text", "tspan", "defs", "marker", "pattern",
    "clipPath", "use",
];

/// Tables: rectangular, as many rows as with tame names, the same text in each cell, no cell a formula.
fn check_tables(files: &[File], typed: &str) {
    let tables = TAME_FILES
        .iter()
        .filter(|file| file.media_type == "text/csv");
    let mut seen = 0;
    for tame in tables {
        let read = |text: &str| -> Vec<Vec<String>> {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(text.as_bytes());
            let rows = reader.records().map(|row| {
                let row = row.unwrap_or_else(|error| panic!("{}: {error}", tame.path));
                row.iter().map(str::to_owned).collect()
            });
            rows.collect()
        };
        let rows = read(text(files, &tame.path));
        for cell in rows.iter().flatten() {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']),
                "{cell:?}"
            );
        }
        if plain(typed).is_empty() {
            continue;
        }
        let expected = read(&tame.text);
        assert_eq!(rows.len(), expected.len(), "{}", tame.path);
        for (row, expected) in rows.iter().zip(&expected).skip(1) {
            // The last column has what is wrong, which depends on the names.
            for (cell, expected) in row.iter().zip(expected).rev().skip(1) {
                let expected = renamed(expected, typed);
                let cell = plain(cell);
                let read_back = cell.strip_prefix('\'').map(plain);
                assert!(
                    cell == expected || read_back.as_deref() == Some(&*expected),
                    "{}: {cell:?} is not {expected:?}",
                    tame.path
                );
                seen += usize::from(expected.contains(&plain(typed)));
            }
        }
    }
    assert!(seen > 20 || plain(typed).is_empty(), "{seen}");
}

/// The cells of a draw.io file by id, without marks of findings: value, parent, ends.
fn cells(drawing: &str) -> BTreeMap<String, [String; 4]> {
    let document = roxmltree::Document::parse(drawing).expect("XML");
    let cells = document
        .descendants()
        .filter(|it| it.has_tag_name("mxCell"));
    let is_ours = |cell: &roxmltree::Node<'_, '_>| {
        let style = cell.attribute("style").unwrap_or_default();
        let is_mark = style.contains("ellipse;") || style.contains("triangle;");
        !is_mark && cell.attribute("id") != Some("banner")
    };
    cells
        .filter(is_ours)
        .map(|cell| {
            let of = |name: &str| cell.attribute(name).unwrap_or_default().to_owned();
            (
                of("id"),
                [of("value"), of("parent"), of("source"), of("target")],
            )
        })
        .collect()
}

fn check_drawio(files: &[File], typed: &str) {
    let found = cells(text(files, "topology.drawio"));
    if plain(typed).is_empty() {
        return;
    }
    let expected = cells(text(&TAME_FILES, "topology.drawio"));
    assert_eq!(
        found.keys().collect::<Vec<_>>(),
        expected.keys().collect::<Vec<_>>()
    );
    let mut seen = 0;
    for (id, [value, parent, source, target]) in &found {
        let [label, ends @ ..] = &expected[id];
        assert_eq!([parent, source, target], ends.each_ref(), "{id}");
        assert_eq!(plain(value), renamed(label, typed), "{id}");
        seen += usize::from(label.contains(TAME));
    }
    assert!(seen > 10, "{seen}");
}

/// The statements of a flowchart without labels, and the labels. Every line must be one statement.
fn statements(chart: &str) -> (Vec<String>, Vec<String>) {
    static STATEMENT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r#"^(?:flowchart LR|end|subgraph \w+\["([^"]+)"\]|\w+\["([^"]+)"\]"#,
            r#"|\w+ (?:<-->|<==>|==>|-\.->|-\.-|-->|---)(?:\|"([^"]+)"\|)? \w+"#,
            r"|classDef \w+ [\w:#,]+|class [\w,]+ \w+)$"
        ))
        .expect("an expression")
    });
    let (mut statements, mut labels) = (Vec::new(), Vec::new());
    let lines = chart
        .split(['\n', '\r', '\u{2028}', '\u{85}'])
        .map(str::trim);
    for line in lines.filter(|line| !(line.is_empty() || line.starts_with("%% "))) {
        let parts = STATEMENT.captures(line);
        let parts = parts.unwrap_or_else(|| panic!("no statement: {line}"));
        let label = parts.iter().skip(1).flatten().next();
        let label = label.map_or("", |label| label.as_str());
        statements.push(if label.is_empty() {
            line.to_owned()
        } else {
            line.replacen(label, "", 1)
        });
        labels.push(decoded(label));
    }
    (statements, labels)
}

/// A label as Mermaid shows it: `#34;` is the character with that code, `<br/>` a line break. Nothing else of
/// Markdown, HTML or Mermaid may be in it.
fn decoded(label: &str) -> String {
    let mut out = String::new();
    let mut rest = label.replace("<br/>", "\n");
    while let Some((before, after)) = rest.split_once('#') {
        out.push_str(before);
        let (code, after) = after.split_once(';').expect("the end of a code");
        let code: u32 = code.parse().expect("a code");
        out.push(char::from_u32(code).expect("a character"));
        let has_syntax = before.contains(['"', '`', '<', '>', '&', ';', '[', ']', '{', '}', '*']);
        assert!(!has_syntax, "{label}");
        rest = after.to_owned();
    }
    assert!(
        !rest.contains(['"', '`', '<', '>', '&', ';', '[', ']', '{', '}', '*']),
        "{label}"
    );
    out + &rest
}

fn check_mermaid(files: &[File], typed: &str) {
    static EXPECTED: LazyLock<(Vec<String>, Vec<String>)> =
        LazyLock::new(|| statements(text(&TAME_FILES, "topology.mmd")));
    let (found, labels) = statements(text(files, "topology.mmd"));
    if plain(typed).is_empty() {
        return;
    }
    let (expected, tame) = &*EXPECTED;
    assert_eq!(&found, expected);
    for (label, tame) in labels.iter().zip(tame) {
        assert_eq!(plain(label), renamed(tame, typed));
    }
    let named = tame.iter().filter(|label| label.contains(TAME)).count();
    assert!(named > 10, "{named}");
}
