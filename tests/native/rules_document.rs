//! The rule reference in `docs/RULES.md`: what the catalogue in the app shows, for reading in the repository.
//!
//! It is written from the rules; run the tests with `UPDATE_EXPECT=1` after changing one.

use std::fmt::Write as _;

use azureml_vnet_wizard::rules::{self, FAMILIES, RULE_SET, Rule};
use expect_test::expect_file;

#[test]
fn the_rule_reference_is_current() {
    expect_file!["../../docs/RULES.md"].assert_eq(&reference());
}

fn reference() -> String {
    let (version, date) = RULE_SET;
    let mut text = format!(
        "# Rules\n\n\
         <!-- Written by the tests from src/rules; UPDATE_EXPECT=1 cargo test renews it. -->\n\n\
         Everything that is checked about a plan: {} rules, edition {version} of {date}. In the app each has a page \
         at `#/rules/CODE`. What each is based on stands in [COVERAGE.md](COVERAGE.md).\n\n\
         | Code | Severity | What must hold |\n|---|---|---|\n",
        rules::all().count(),
    );
    for rule in rules::all() {
        let (code, severity) = (rule.code, rule.severity.word());
        let anchor = anchor(rule);
        writeln!(
            text,
            "| [{code}](#{anchor}) | {severity} | {} |",
            rule.synopsis
        )
        .unwrap();
    }
    for family in FAMILIES {
        writeln!(text, "\n## {}", rules::area(family[0].code)).unwrap();
        for rule in *family {
            entry(&mut text, rule);
        }
    }
    text
}

/// The anchor that Markdown renderers give to the rule's heading.
fn anchor(rule: &Rule) -> String {
    format!("{}-{}", rule.code.to_ascii_lowercase(), rule.name)
}

fn entry(text: &mut String, rule: &Rule) {
    let Rule {
        code,
        name,
        synopsis,
        why,
        recommendation,
        ..
    } = rule;
    let severity = rule.severity.word();
    let since = rules::since(code);
    write!(
        text,
        "\n### {code} {name}\n\n{synopsis}\n\n\
         - Severity: {severity}\n\
         - Why: {why}\n\
         - What to do: {recommendation}\n\
         - Since edition {since}\n"
    )
    .unwrap();
    for (edition, what) in rules::changes(code) {
        writeln!(text, "- Changed in edition {}: {what}", edition.version).unwrap();
    }
    if !rule.facts.is_empty() {
        writeln!(text, "- Facts: {}", rule.facts.join(", ")).unwrap();
    }
    for source in rule.sources {
        writeln!(
            text,
            "- Source: [{}]({}), read {}",
            source.title, source.url, source.checked
        )
        .unwrap();
    }
}
