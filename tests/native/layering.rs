//! Holds the core to its layers, as `src/lib.rs` lists them, and the source files to their shape.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use regex::Regex;

use crate::support::{code_of, relative, root, rust_files};

/// The longest source file, in lines.
const MAX_LINES: usize = 500;

/// Pure tables of facts, which may be longer.
const LONG_TABLES: &[&str] = &["src/azure/sources.rs"];

/// Crates that need a browser.
const BROWSER: &str = r"\b(leptos|web_sys|wasm_bindgen|gloo|js_sys|console_error_panic_hook)\b";

/// The layer of each module, from the comments and `mod` lines of `src/lib.rs`.
fn layers() -> BTreeMap<String, usize> {
    let text = fs::read_to_string(root().join("src/lib.rs")).expect("lib.rs");
    let mut layers = BTreeMap::new();
    let mut layer = None;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("// Layer ") {
            let number = rest
                .split(':')
                .next()
                .and_then(|number| number.parse().ok());
            assert_eq!(
                number,
                Some(layer.map_or(0, |layer: usize| layer + 1)),
                "{line}"
            );
            layer = number;
        } else if let Some(module) = line.strip_prefix("pub mod ") {
            let layer = layer.expect("a layer comment stands before the first module");
            layers.insert(module.trim_end_matches(';').to_owned(), layer);
        }
    }
    layers
}

/// The top-level module that a source file belongs to; `None` for `lib.rs` and `main.rs`.
fn module_of(path: &Path) -> Option<String> {
    let relative = relative(path);
    let module = relative.strip_prefix("src/")?.split('/').next()?;
    let module = module.strip_suffix(".rs").unwrap_or(module);
    (!matches!(module, "lib" | "main")).then(|| module.to_owned())
}

/// How many `super::` lead from a file's module to the root of the crate.
fn depth_of(path: &Path) -> usize {
    let relative = relative(path);
    let segments = relative.trim_start_matches("src/").split('/').count();
    segments - usize::from(relative.ends_with("/mod.rs"))
}

/// The top-level modules that some code names: `crate::x`, `crate::{x, y}`, `super::…::x` from the root.
fn modules_named(code: &str, depth: usize) -> Vec<String> {
    let path = Regex::new(r"\bcrate::([a-z_]+)").expect("a pattern");
    let group = Regex::new(r"\bcrate::\{([^;]*)\}").expect("a pattern");
    let name = Regex::new(r"(?:^|[{,\s])([a-z_]+)(?:::|[,}\s]|$)").expect("a pattern");
    let supers = Regex::new(r"((?:\bsuper::)+)([a-z_]+)").expect("a pattern");
    let inner = Regex::new(r"\{[^{}]*\}").expect("a pattern");
    let mut names: Vec<String> = path
        .captures_iter(code)
        .map(|found| found[1].to_owned())
        .collect();
    for found in group.captures_iter(code) {
        let outermost = inner.replace_all(&found[1], "");
        names.extend(
            name.captures_iter(&outermost)
                .map(|found| found[1].to_owned()),
        );
    }
    for found in supers.captures_iter(code) {
        if found[1].matches("super::").count() >= depth {
            names.push(found[2].to_owned());
        }
    }
    names
}

#[test]
fn reads_every_way_to_name_a_module() {
    let code = "use crate::domain::Plan;\nuse crate::{\n    azure::{Source, sources},\n    flow,\n};\n\
                fn x() { super::super::rules::check(); super::own() }";
    let mut named = modules_named(code, 2);
    named.sort();
    assert_eq!(named, ["azure", "domain", "flow", "rules"]);
}

#[test]
fn modules_import_from_earlier_layers_only() {
    let layers = layers();
    assert!(layers.len() > 10, "the modules of lib.rs: {layers:?}");
    let mut wrong = Vec::new();
    for path in rust_files("src") {
        let Some(module) = module_of(&path) else {
            continue;
        };
        let own = *layers
            .get(&module)
            .unwrap_or_else(|| panic!("{module} has no layer in lib.rs"));
        for other in modules_named(&code_of(&path), depth_of(&path)) {
            match layers.get(&other) {
                Some(layer) if other != module && *layer >= own => {
                    wrong.push(format!("{} imports {other}", relative(&path)));
                }
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Files outside of `homes` whose code matches.
fn outside(homes: &[&str], pattern: &str) -> Vec<String> {
    let pattern = Regex::new(pattern).expect("a pattern");
    rust_files("src")
        .iter()
        .filter(|path| {
            let name = relative(path);
            !homes.iter().any(|home| name.starts_with(home)) && pattern.is_match(&code_of(path))
        })
        .map(|path| relative(path))
        .collect()
}

#[test]
fn only_the_user_interface_knows_a_browser() {
    assert_eq!(
        outside(&["src/ui/", "src/main.rs"], BROWSER),
        Vec::<String>::new()
    );
}

#[test]
fn only_documents_derive_serialisation() {
    let derive = r"derive\([^)]*\b(Serialize|Deserialize)\b";
    let homes = ["src/document/", "src/imports/"];
    assert_eq!(outside(&homes, derive), Vec::<String>::new());
}

#[test]
fn only_the_azure_layer_knows_addresses_of_microsoft() {
    let address = r"https?://[\w.-]*\b(microsoft|azure|windows)\.(com|net|us|cn)";
    assert_eq!(outside(&["src/azure/"], address), Vec::<String>::new());
}

#[test]
fn source_files_stay_short() {
    for path in rust_files("src") {
        let name = relative(&path);
        let lines = fs::read_to_string(&path)
            .expect("a source file")
            .lines()
            .count();
        let exempt = LONG_TABLES.contains(&name.as_str());
        assert_eq!(lines > MAX_LINES, exempt, "{name} has {lines} lines");
    }
    for table in LONG_TABLES {
        assert!(root().join(table).exists(), "{table} is gone");
    }
}

#[test]
fn source_files_open_with_their_purpose() {
    for path in rust_files("src")
        .iter()
        .chain(&rust_files("tests"))
        .chain(&rust_files("examples"))
    {
        let text = fs::read_to_string(path).expect("a source file");
        assert!(
            text.starts_with("//! "),
            "{} does not say what it is for",
            relative(path)
        );
    }
}
