//! Looks in the built site for anything a browser would fetch from another origin.
//!
//! Links that a person may follow are fine; a script, style, font or picture from elsewhere is not.
//! This reads text, so it finds what is written down. The end-to-end tests watch the requests that
//! really happen, and so find the rest.

use super::{files_below, unreadable};
use crate::failure::{Failure, Outcome};
use std::fs;
use std::path::Path;

/// Elements whose `href` is for people to follow, not for the browser to load.
const NAVIGATION: &[&str] = &["a", "area"];

/// Attributes that make a browser load something.
const LOADING_ATTRIBUTES: &[&str] = &[
    "src",
    "href",
    "xlink:href",
    "srcset",
    "imagesrcset",
    "data",
    "poster",
    "action",
    "formaction",
    "manifest",
    "ping",
];

/// What stands before the quote of an address that a style sheet loads.
const CSS_LOADERS: &[&str] = &["url(", "@import"];

/// What stands before the quote of an address that a script loads.
const JS_LOADERS: &[&str] = &[
    "fetch(",
    "import(",
    "import",
    "from",
    "importScripts(",
    "Worker(",
    "EventSource(",
    "WebSocket(",
    "sendBeacon(",
    "Request(",
    "URL(",
    "\"GET\",",
    "\"POST\",",
    ".src=",
    ".href=",
];

/// Fails when a page, style or script of `dist` would load something from elsewhere.
pub(crate) fn check(dist: &Path) -> Outcome {
    let mut found = Vec::new();
    for path in files_below(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path);
        let Some(scan) = scanner_for(name) else {
            continue;
        };
        let bytes = fs::read(&path).map_err(|error| unreadable(&path, &error))?;
        let text = String::from_utf8_lossy(&bytes);
        found.extend(
            scan(&text)
                .iter()
                .map(|url| format!("{}: {url}", name.display())),
        );
    }
    if found.is_empty() {
        println!("No page, style or script of dist loads anything from another origin.");
        return Ok(());
    }
    Err(Failure::new(
        format!(
            "dist would load from another origin\n    {}",
            found.join("\n    ")
        ),
        "Put the file into the repository and refer to it with a relative path.",
    ))
}

fn scanner_for(name: &Path) -> Option<fn(&str) -> Vec<String>> {
    match name.extension()?.to_str()? {
        "html" | "svg" | "xml" => Some(scan_markup),
        "css" => Some(scan_css),
        "js" | "mjs" => Some(scan_js),
        _ => None,
    }
}

/// Addresses that HTML or SVG loads, including those in its inline styles and scripts.
fn scan_markup(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tag in text.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap_or((tag, ""));
        let element = tag.split(|c: char| c.is_whitespace() || c == '/').next();
        if element.is_some_and(|name| NAVIGATION.contains(&name.to_ascii_lowercase().as_str())) {
            continue;
        }
        found.extend(foreign_attributes(tag));
    }
    found.extend(scan_css(text));
    found.extend(scan_js(text));
    found.sort();
    found.dedup();
    found
}

/// Foreign addresses in the loading attributes of one tag.
fn foreign_attributes(tag: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once('=') {
        let name = before
            .trim_end()
            .rsplit(|c: char| c.is_whitespace() || c == '"')
            .next();
        let (value, after) = attribute_value(after.trim_start());
        let name = name.unwrap_or_default().to_ascii_lowercase();
        if LOADING_ATTRIBUTES.contains(&name.as_str()) {
            // `srcset` holds several addresses, each followed by a width.
            let addresses = value.split([',', ' ']).filter(|part| is_foreign(part));
            found.extend(addresses.map(str::to_owned));
        }
        rest = after;
    }
    found
}

/// The value at the start of `text`, and what follows it.
fn attribute_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    text.split_once(char::is_whitespace).unwrap_or((text, ""))
}

fn scan_css(text: &str) -> Vec<String> {
    scan_after(text, CSS_LOADERS)
}

fn scan_js(text: &str) -> Vec<String> {
    scan_after(text, JS_LOADERS)
}

/// Foreign addresses that follow one of `loaders`.
fn scan_after(text: &str, loaders: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("//") {
        let Some((before, after)) = text.split_at_checked(at) else {
            continue;
        };
        let scheme = ["https:", "http:", "wss:", "ws:"]
            .into_iter()
            .find(|scheme| before.ends_with(scheme))
            .unwrap_or_default();
        let before = before.strip_suffix(scheme).unwrap_or(before);
        let opened = before.trim_end_matches(['"', '\'', '`']);
        // Code quotes its addresses, but for `url(`. The rest is prose and comments.
        if opened.len() == before.len() && !before.ends_with("url(") {
            continue;
        }
        let opened = opened.trim_end();
        if loaders.iter().any(|loader| opened.ends_with(loader)) {
            let end = |c: char| c.is_whitespace() || "\"'`)>".contains(c);
            let address = after.split(end).next().unwrap_or_default();
            found.push(format!("{scheme}{address}"));
        }
    }
    found
}

fn is_foreign(address: &str) -> bool {
    let address = address.trim().to_ascii_lowercase();
    ["http://", "https://", "//", "ws://", "wss://"]
        .iter()
        .any(|start| address.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_page_loads() {
        let page = r#"<link rel="stylesheet" href="https://a.example/x.css">
            <script type=module src=https://b.example/x.js></script>
            <img alt="a = b" src='//c.example/x.png'>
            <img srcset="small.png 1x, https://d.example/big.png 2x">"#;
        let found = scan_markup(page);
        assert_eq!(
            found,
            [
                "//c.example/x.png",
                "https://a.example/x.css",
                "https://b.example/x.js",
                "https://d.example/big.png",
            ]
        );
    }

    #[test]
    fn allows_links_namespaces_and_relative_paths() {
        let page = r##"<p>Read more from https://a.example</p><svg xmlns="http://www.w3.org/2000/svg"><use href="#x"/></svg>
            <a class="doc" href="https://learn.microsoft.com/azure">docs</a>
            <link href="./app.css"><script src="app.js">// https://a.example</script>"##;
        assert_eq!(scan_markup(page), Vec::<String>::new());
    }

    #[test]
    fn finds_what_inline_code_loads() {
        let page = "<style>@import 'https://a.example/x.css';</style>\
                    <script>import init from \"https://b.example/x.js\";</script>";
        let found = scan_markup(page);
        assert_eq!(found, ["https://a.example/x.css", "https://b.example/x.js"]);
    }

    #[test]
    fn finds_what_a_style_loads() {
        let style = "@font-face{src:url(https://a.example/f.woff2)}\
                     b{background:url( '//b.example/x.png' )} /* https://c.example */\
                     c{background:url(data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg')}";
        assert_eq!(
            scan_css(style),
            ["https://a.example/f.woff2", "//b.example/x.png"]
        );
    }

    #[test]
    fn finds_what_a_script_loads() {
        let script = "fetch(\"https://a.example/x\"); await import('https://b.example/y.js');
            import z from\"https://c.example/z.js\"; new WebSocket(`wss://d.example`);
            x.open(\"GET\", 'https://e.example');";
        let found = scan_js(script);
        assert_eq!(found.len(), 5, "{found:?}");
    }

    #[test]
    fn allows_addresses_that_a_script_only_mentions() {
        let script = "// see https://a.example\nconst ns = \"http://www.w3.org/2000/svg\";
            fetch(url); // then
            fetch('./x_bg.wasm')";
        assert_eq!(scan_js(script), Vec::<String>::new());
    }
}
