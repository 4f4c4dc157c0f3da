//! Every rule is registered, named once, founded on a fact and a source, and proven in both directions.

#![expect(
    clippy::expect_used,
    reason = "helpers of a test: a source tree that cannot be read should stop the run"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use azureml_vnet_wizard::rules::{self, FAMILIES};

/// The text of every file under `src/rules` that holds a rule.
fn rule_files() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    collect(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules"),
        &mut found,
    );
    assert!(!found.is_empty(), "no rule file found");
    found
}

fn collect(directory: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, found);
            continue;
        }
        let text = fs::read_to_string(&path).expect("a text");
        if text.contains("const RULE: Rule = Rule {") {
            found.push((path, text));
        }
    }
}

/// The code that a rule file declares.
fn code(text: &str) -> &str {
    let (_, after) = text.split_once("code: \"").expect("a code");
    after.split_once('"').expect("a closing quote").0
}

#[test]
fn every_rule_file_is_registered() {
    let registered: BTreeSet<&str> = rules::all().map(|rule| rule.code).collect();
    let files = rule_files();
    for (path, text) in &files {
        let path = path.display();
        assert!(
            registered.contains(code(text)),
            "{path} is not in its family's list"
        );
    }
    assert_eq!(files.len(), registered.len(), "one rule, one file");
}

#[test]
fn codes_and_names_are_unique_and_in_order() {
    let codes: BTreeSet<&str> = rules::all().map(|rule| rule.code).collect();
    let names: BTreeSet<&str> = rules::all().map(|rule| rule.name).collect();
    let count = rules::all().count();
    assert_eq!((codes.len(), names.len()), (count, count));
    for family in FAMILIES {
        let codes: Vec<&str> = family.iter().map(|rule| rule.code).collect();
        assert!(codes.is_sorted(), "{codes:?}");
    }
}

#[test]
fn every_rule_stands_on_facts_and_sources_and_speaks_in_sentences() {
    for rule in rules::all() {
        let code = rule.code;
        assert!(!rule.facts.is_empty() && !rule.sources.is_empty(), "{code}");
        for sentence in [rule.synopsis, rule.recommendation] {
            assert!(sentence.ends_with('.'), "{code}: {sentence}");
        }
        assert_eq!(rules::by_code(code), Some(rule));
    }
}

#[test]
fn every_rule_is_tested_in_both_directions() {
    for (path, text) in rule_files() {
        for direction in ["fn flags_", "fn passes_"] {
            assert!(
                text.contains(direction),
                "{} has no {direction}…",
                path.display()
            );
        }
    }
}
