//! Media types by file extension: exactly the kinds of file a built site holds.

use std::path::Path;

/// The media type of a file. Browsers refuse modules and WebAssembly that are labelled otherwise.
pub(super) fn of(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|text| text.to_str());
    match extension.unwrap_or_default().to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_what_browsers_are_strict_about() {
        let cases = [
            ("index.html", "text/html; charset=utf-8"),
            ("app-1a2b.js", "text/javascript; charset=utf-8"),
            ("app-1a2b_bg.wasm", "application/wasm"),
            ("STYLE.CSS", "text/css; charset=utf-8"),
            ("icon.svg", "image/svg+xml"),
            ("plan.json", "application/json"),
            ("LICENSE", "application/octet-stream"),
        ];
        for (name, mime) in cases {
            assert_eq!(of(Path::new(name)), mime, "{name}");
        }
    }
}
