//! A file's text as HTML: numbered lines with coloured pieces and marks.
//!
//! It is one text and not a tree of components, since a file may have thousands of lines. The characters that
//! mean something in HTML are escaped, and nothing of a file ever stands inside a tag. Lines come in chunks,
//! so that a browser lays out only those near what is on screen.

use super::diff::Hunk;
use super::languages::{Token, language};
use super::lexer::lex;

/// Lines in a chunk.
const CHUNK: usize = 100;

/// A file's text as the content of a `code` element, with the lines of `hunks` marked.
pub fn html(path: &str, text: &str, hunks: &[Hunk]) -> String {
    let mut page = Page {
        out: String::with_capacity(text.len() * 3),
        hunks,
        passed: 0,
        line: 0,
        open: None,
    };
    // A carriage return before a line break is a line break of its own to a browser.
    lex(text, language(path), &mut |token, piece| {
        page.put(token, &piece.replace('\r', ""));
    });
    page.finish()
}

/// The id of the element where a change begins, by its place in the list of hunks.
pub fn change_id(hunk: usize) -> String {
    format!("change-{hunk}")
}

struct Page<'h> {
    out: String,
    hunks: &'h [Hunk],
    /// How many hunks lie above.
    passed: usize,
    /// The next line, from 0.
    line: usize,
    /// What closes the line that is open.
    open: Option<&'static str>,
}

impl Page<'_> {
    fn put(&mut self, token: Token, piece: &str) {
        for part in piece.split_inclusive('\n') {
            if self.open.is_none() {
                self.open_line();
            }
            let (content, ends) = match part.strip_suffix('\n') {
                Some(content) => (content, true),
                None => (part, false),
            };
            self.content(token, content);
            if ends {
                self.out.push('\n');
                self.close_line();
            }
        }
    }

    fn content(&mut self, token: Token, text: &str) {
        let class = match token {
            Token::Plain => "",
            Token::Comment => "c",
            Token::Text => "t",
            Token::Number => "n",
            Token::Keyword => "w",
            Token::Key => "k",
        };
        let coloured = !class.is_empty() && !text.is_empty();
        if coloured {
            self.out.push_str("<span class=\"");
            self.out.push_str(class);
            self.out.push_str("\">");
        }
        escape(&mut self.out, text);
        if coloured {
            self.out.push_str("</span>");
        }
    }

    fn open_line(&mut self) {
        if self.line.is_multiple_of(CHUNK) {
            if self.line > 0 {
                self.out.push_str("</span>");
            }
            self.out.push_str("<span class=\"chunk\">");
        }
        let line = self.line;
        self.pass(line);
        let hunk = self.hunks.get(self.passed).filter(|hunk| hunk.at <= line);
        let (tag, close) = if hunk.is_some() {
            ("<mark class=\"l\"", "</mark>")
        } else {
            ("<span class=\"l\"", "</span>")
        };
        self.out.push_str(tag);
        if hunk.is_some_and(|hunk| hunk.at == line) {
            self.attribute("id", &change_id(self.passed));
        }
        self.line += 1;
        let number = self.line.to_string();
        self.attribute("data-n", &number);
        self.out.push('>');
        self.open = Some(close);
    }

    /// Leaves the hunks that end above `line` behind; says where lines are gone.
    fn pass(&mut self, line: usize) {
        while let Some(hunk) = self.hunks.get(self.passed)
            && hunk.at + hunk.added <= line
        {
            if hunk.added == 0 {
                self.out.push_str("<span class=\"cut\"");
                self.attribute("id", &change_id(self.passed));
                let lines = if hunk.removed == 1 { "line" } else { "lines" };
                self.attribute(
                    "data-cut",
                    &format!("{} {lines} removed here", hunk.removed),
                );
                self.out.push_str("></span>");
            }
            self.passed += 1;
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        self.out.push_str(value);
        self.out.push('"');
    }

    fn close_line(&mut self) {
        if let Some(close) = self.open.take() {
            self.out.push_str(close);
        }
    }

    fn finish(mut self) -> String {
        self.close_line();
        self.pass(usize::MAX);
        if self.line > 0 {
            self.out.push_str("</span>");
        }
        self.out
    }
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;
    use regex::Regex;

    use super::*;

    /// What a browser reads out of it.
    fn text_of(html: &str) -> String {
        let tags = Regex::new("<[^>]*>").expect("a pattern");
        let text = tags.replace_all(html, "");
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
    }

    #[test]
    fn lines_that_end_as_in_spreadsheets_are_not_doubled() {
        let shown = text_of(&html("a.csv", "a,b\r\n1,2\r\n", &[]));
        assert_eq!(shown, "a,b\n1,2\n");
    }

    #[test]
    fn numbers_lines_and_colours_pieces() {
        assert_eq!(
            html("a.json", "{\n  \"a\": 1\n}\n", &[]),
            "<span class=\"chunk\"><span class=\"l\" data-n=\"1\">{\n</span>\
             <span class=\"l\" data-n=\"2\">  <span class=\"k\">\"a\"</span>: <span class=\"n\">1</span>\n</span>\
             <span class=\"l\" data-n=\"3\">}\n</span></span>"
        );
    }

    #[test]
    fn marks_changed_lines_and_says_where_some_are_gone() {
        let hunks = [
            Hunk {
                at: 0,
                added: 0,
                removed: 1,
            },
            Hunk {
                at: 1,
                added: 2,
                removed: 0,
            },
            Hunk {
                at: 4,
                added: 0,
                removed: 3,
            },
        ];
        assert_eq!(
            html("a", "a\nb\nc\nd\n", &hunks),
            "<span class=\"chunk\">\
             <span class=\"cut\" id=\"change-0\" data-cut=\"1 line removed here\"></span>\
             <span class=\"l\" data-n=\"1\">a\n</span>\
             <mark class=\"l\" id=\"change-1\" data-n=\"2\">b\n</mark>\
             <mark class=\"l\" data-n=\"3\">c\n</mark>\
             <span class=\"l\" data-n=\"4\">d\n</span>\
             <span class=\"cut\" id=\"change-2\" data-cut=\"3 lines removed here\"></span></span>"
        );
    }

    #[test]
    fn opens_a_chunk_every_hundred_lines() {
        let html = html("a", &"x\n".repeat(250), &[]);
        assert_eq!(html.matches("class=\"chunk\"").count(), 3);
        assert_eq!(
            html.matches("<span").count(),
            html.matches("</span>").count()
        );
    }

    #[test]
    fn leaves_no_tag_of_a_file_alive() {
        let hostile = "<img src=x onerror=alert(1)> \"</span><script>\" & '</code>'\n";
        for path in ["a.svg", "a.md", "a.json", "a"] {
            let html = html(path, hostile, &[]);
            assert!(
                !html.contains("<img") && !html.contains("<script"),
                "{html}"
            );
            assert_eq!(text_of(&html), hostile);
        }
    }

    proptest! {
        #[test]
        fn shows_every_character(text in "([a-c<>&\"'#: =]|\n|&lt;|<!--){0,50}") {
            for path in ["a.svg", "a.yml", "a.sh", "a"] {
                prop_assert_eq!(text_of(&html(path, &text, &[])), text.clone());
            }
        }
    }
}
