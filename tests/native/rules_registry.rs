//! The catalogue of rules is complete and consistent: every rule file is a rule with a code, facts, sources
//! and tests of both kinds.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use azureml_vnet_wizard::azure::irreversible;
use azureml_vnet_wizard::rules::{FAMILIES, all, since};
use regex::Regex;
use serde_json::Value;

use crate::support::{code_of, relative, rust_files, schema_value};

/// The files of rules: everything in a family's directory but its list.
fn rule_files() -> Vec<PathBuf> {
    rust_files("src/rules")
        .into_iter()
        .filter(|path| relative(path).matches('/').count() == 3 && !path.ends_with("mod.rs"))
        .collect()
}

fn matches(pattern: &str, text: &str) -> bool {
    Regex::new(pattern).expect("a pattern").is_match(text)
}

#[test]
fn codes_and_names_are_unique() {
    let codes: BTreeSet<&str> = all().map(|rule| rule.code).collect();
    let names: BTreeSet<&str> = all().map(|rule| rule.name).collect();
    assert_eq!(codes.len(), all().count());
    assert_eq!(names.len(), all().count());
}

#[test]
fn families_are_in_the_order_of_their_codes() {
    for family in FAMILIES {
        assert!(
            family.is_sorted_by_key(|rule| rule.code),
            "{:?}",
            family[0].code
        );
    }
}

#[test]
fn rules_say_what_they_are_and_where_they_come_from() {
    for rule in all() {
        let code = rule.code;
        assert!(matches(r"^[A-Z]{3}\d{3}$", code), "{code}: area and number");
        assert!(
            matches(r"^[a-z0-9]+(-[a-z0-9]+)*$", rule.name),
            "{code}: {}",
            rule.name
        );
        assert!(rule.synopsis.ends_with('.'), "{code}: {}", rule.synopsis);
        assert!(rule.why.ends_with('.'), "{code}: {}", rule.why);
        assert_ne!(rule.why, rule.synopsis, "{code} repeats itself");
        assert!(
            rule.recommendation.ends_with('.'),
            "{code}: {}",
            rule.recommendation
        );
        // Acknowledgements are ours; Azure says nothing about them.
        let ours = code.starts_with("ACK");
        assert_eq!(rule.facts.is_empty(), ours, "{code} checks no fact");
        for fact in rule.facts {
            assert!(matches(r"^[A-Z]+-\d+[a-z]?$", fact), "{code}: {fact}");
        }
        assert_eq!(rule.sources.is_empty(), ours, "{code} has no source");
        for source in rule.sources {
            assert!(source.url.starts_with("https://"), "{code}: {}", source.url);
            assert!(
                matches(r"^20\d\d-[01]\d-[0-3]\d$", source.checked),
                "{code}: {}",
                source.checked
            );
        }
    }
}

#[test]
fn every_rule_file_is_in_the_list_of_its_family() {
    let files = rule_files();
    assert_eq!(files.len(), all().count(), "one rule, one file");
    for path in files {
        let stem = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .expect("a name");
        let list = fs::read_to_string(path.with_file_name("mod.rs")).expect("the family's list");
        assert!(
            list.contains(&format!("&{stem}::RULE")),
            "{} is not listed",
            relative(&path)
        );
    }
}

#[test]
fn every_rule_file_shows_what_is_flagged_and_what_passes() {
    for path in rule_files() {
        let text = fs::read_to_string(&path).expect("a rule");
        for kind in ["flags", "passes"] {
            assert!(
                text.contains(&format!("fn {kind}_")),
                "{} has no {kind}_ test",
                relative(&path)
            );
        }
    }
}

#[test]
fn fields_in_subjects_are_fields_of_the_document() {
    let schema = schema_value();
    let records = schema["$defs"].as_object().expect("definitions").values();
    let known: BTreeSet<&str> = records
        .flat_map(|record| record["properties"].as_object().into_iter().flatten())
        .map(|(name, _): (&String, &Value)| name.as_str())
        .collect();
    let subject = Regex::new(r#"\.(?:field|entry)\(\s*"([^"]+)""#).expect("a pattern");
    let mut seen = 0;
    let places = ["src/domain", "src/rules", "src/diagram", "src/ui"];
    for path in places.into_iter().flat_map(rust_files) {
        for found in subject.captures_iter(&code_of(&path)) {
            seen += 1;
            assert!(
                known.contains(&found[1]),
                "{}: there is no field {}",
                relative(&path),
                &found[1]
            );
        }
    }
    assert!(seen > 0, "the pattern finds no subject");
}

/// The codes of the first edition. A rule that is not among them is new in a later one.
const FIRST_EDITION: &str = include_str!("data/rules_edition_1.txt");

#[test]
fn every_rule_is_of_the_first_edition_or_announced_in_a_later_one() {
    let first: BTreeSet<&str> = FIRST_EDITION.lines().collect();
    for rule in all() {
        assert_eq!(
            first.contains(rule.code),
            since(rule.code) == 1,
            "{} is new: announce it in src/rules/edition.rs",
            rule.code
        );
    }
}

#[test]
fn what_cannot_change_is_a_field_of_the_document_and_kept_by_a_fact() {
    let schema = schema_value();
    let records = schema["$defs"].as_object().expect("definitions").values();
    let known: BTreeSet<&str> = records
        .flat_map(|record| record["properties"].as_object().into_iter().flatten())
        .map(|(name, _)| name.as_str())
        .collect();
    for (kind, field, why) in irreversible::fields() {
        assert!(known.contains(field), "{kind}: there is no field {field}");
        for fact in why.facts {
            assert!(matches(r"^[A-Z]+-\d+$", fact), "{kind} {field}: {fact}");
        }
    }
}
