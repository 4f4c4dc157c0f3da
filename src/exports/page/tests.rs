//! What the document tree says in Markdown and in HTML: the same.

use super::*;

fn both(block: Block) -> (String, String) {
    let page = Page(vec![block]);
    let html = html(&page, "x");
    let body = html.split("<main>\n").nth(1).expect("a body");
    let body = body.split("</main>").next().expect("an end");
    (markdown(&page), body.to_owned())
}

#[test]
fn prints_a_table_the_same_in_both() {
    let (markdown, html) = both(Block::Table(
        vec![column("Name"), numbers("Needed")],
        vec![
            vec![code("a|b"), text("3")],
            vec![code("snet"), Line::default()],
        ],
    ));
    assert_eq!(
        markdown,
        "| Name | Needed |\n|---|---:|\n| a\\|b | 3 |\n| `snet` | – |\n"
    );
    assert_eq!(
        html,
        "<table>\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\" class=\"number\">Needed</th></tr>\
         </thead>\n<tbody>\n<tr><td><code>a|b</code></td><td class=\"number\">3</td></tr>\n\
         <tr><td><code>snet</code></td><td class=\"number\">–</td></tr>\n</tbody>\n</table>\n"
    );
}

#[test]
fn a_line_never_begins_a_list_or_a_heading() {
    for (typed, written) in [
        ("- x", "\\- x\n"),
        ("1. x", "1\\. x\n"),
        ("12) x", "12\\) x\n"),
        ("+1", "\\+1\n"),
        ("# x", "\\# x\n"),
        ("   > x", "\\> x\n"),
        ("10.0.0.0/8 is wide", "10\\.0.0.0/8 is wide\n"),
    ] {
        assert_eq!(both(Block::Paragraph(text(typed))).0, written);
    }
}

#[test]
fn shows_how_full_a_subnet_is_and_how_bad_a_finding() {
    let line = Line::default()
        .with(Span::Gauge(120))
        .with(Span::Badge(Tone::Error, "Error".to_owned()));
    let (markdown, html) = both(Block::Paragraph(line));
    assert_eq!(markdown, "120 %**Error**\n");
    assert_eq!(
        html,
        "<p><span class=\"share\"><span class=\"gauge error\"><i style=\"width:100%\"></i></span>120 %</span>\
         <b class=\"badge error\">Error</b></p>\n"
    );
}

#[test]
fn a_task_keeps_its_command_under_it() {
    let (markdown, html) = both(Block::Task(text("Look"), Some("az x\naz y".to_owned())));
    assert_eq!(markdown, "- [ ] Look\n\n  ```sh\n  az x\n  az y\n  ```\n");
    assert_eq!(
        html,
        "<ul class=\"tasks\">\n<li>Look<pre>az x\naz y</pre></li>\n</ul>\n"
    );
}

#[test]
fn drops_headings_with_nothing_under_them() {
    let mut page = Page::default();
    for (level, title, content) in [
        (1, "Title", ""),
        (2, "Empty", ""),
        (2, "Holds a section", ""),
        (3, "Full", "x"),
        (3, "Empty too", ""),
        (2, "Full too", "y"),
        (2, "Holds an empty section", ""),
        (3, "Empty at the end", ""),
    ] {
        page.heading(level, title);
        if !content.is_empty() {
            page.paragraph(text(content));
        }
    }
    page.drop_empty_sections();
    assert_eq!(
        markdown(&page),
        "# Title\n\n## Holds a section\n\n### Full\n\nx\n\n## Full too\n\ny\n"
    );
}
