//! What becomes of every fact: the coverage table in `docs/coverage.json` and `docs/COVERAGE.md`.
//!
//! `data/facts.txt` lists every fact, every statement of the two founding documents (`SEED`) and forty problems
//! that people had (`PAIN`), with what covers it beside rules. Which rules do is read from the rules themselves,
//! so that table and rules cannot differ. What is absent: whether a rule checks its fact well; its tests do that.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use azureml_vnet_wizard::azure::{classic, irreversible};
use azureml_vnet_wizard::rules;
use expect_test::expect_file;
use serde_json::{Map, Value, json};

const FACTS: &str = include_str!("data/facts.txt");

/// Tables of examples that run as tests: what an id starts with, how many there are, and where they stand.
/// AKSCAP-23, the one about API servers, has a test of its own in `capacity.rs`.
const VECTORS: &[(&str, usize, &str)] = &[
    ("AMLCAP", 10, "tests/native/data/capacity_ml.csv"),
    (
        "PECAP",
        8,
        "tests/native/data/capacity_private_endpoints.csv",
    ),
    ("AKSCAP", 22, "tests/native/data/capacity_aks.csv"),
    ("FLOW", 18, "tests/native/data/flow_vectors.csv"),
    ("RT", 13, "tests/native/data/next_hop.csv"),
];

/// The areas of facts, in the order of the table, with the numbers that each has.
const AREAS: &[(&str, &[std::ops::RangeInclusive<u32>])] = &[
    ("VNET", &[1..=13, 20..=24, 30..=33, 40..=48]),
    ("NAME", &[1..=19]),
    ("AML", &[1..=44, 50..=67, 70..=75, 80..=81, 90..=95]),
    ("PE", &[1..=12, 20..=45]),
    ("DNS", &[1..=8, 20..=27]),
    ("VM", &[1..=11]),
    ("AKS", &[1..=15, 20..=34, 40..=46, 50..=57, 60..=60]),
    ("BATCH", &[1..=12, 20..=25]),
    ("NSG", &[1..=15, 20..=25, 30..=35, 40..=47]),
    ("UDR", &[1..=11]),
    ("LIM", &[1..=10]),
    ("FMT", &[1..=9]),
    ("REG", &[1..=3]),
    ("EXP", &[1..=14]),
    ("C", &[1..=23]),
    ("SEED", &[1..=16, 20..=26]),
    ("PAIN", &[1..=40]),
];

/// Ways to cover a fact beside a rule that names it.
const WAYS: &[&str] = &[
    "rules", "facts", "capacity", "flow", "export", "guidance", "offline",
];

/// One line of the list.
struct Entry {
    id: &'static str,
    severity: &'static str,
    title: &'static str,
    ways: BTreeMap<&'static str, &'static str>,
}

fn entries() -> Vec<Entry> {
    FACTS.lines().map(entry).collect()
}

fn entry(line: &'static str) -> Entry {
    let mut parts = line.split(" | ");
    let mut next = || {
        parts
            .next()
            .unwrap_or_else(|| panic!("{line}: id, severity and title"))
    };
    let (id, severity, title) = (next(), next(), next());
    let ways = parts
        .map(|part| {
            part.split_once(": ")
                .unwrap_or_else(|| panic!("{line}: {part}"))
        })
        .collect();
    Entry {
        id,
        severity,
        title,
        ways,
    }
}

impl Entry {
    fn words(&self, way: &str) -> impl Iterator<Item = &'static str> {
        self.ways
            .get(way)
            .copied()
            .unwrap_or_default()
            .split_whitespace()
    }

    /// The rules that name the fact, or that its line names.
    fn rules(&self) -> BTreeSet<&'static str> {
        let naming = rules::all().filter(|rule| rule.facts.contains(&self.id));
        naming
            .map(|rule| rule.code)
            .chain(self.words("rules"))
            .collect()
    }
}

#[test]
fn every_fact_has_a_line_and_every_line_a_fact() {
    let expected: BTreeSet<String> = AREAS
        .iter()
        .flat_map(|(area, numbers)| {
            let numbers = numbers.iter().cloned().flatten();
            numbers.map(move |number| format!("{area}-{number}"))
        })
        .collect();
    let listed: Vec<&str> = entries().iter().map(|entry| entry.id).collect();
    let known: BTreeSet<String> = listed.iter().map(|id| (*id).to_owned()).collect();
    let missing: Vec<_> = expected.difference(&known).collect();
    let unknown: Vec<_> = known.difference(&expected).collect();
    assert!(missing.is_empty(), "facts without a line: {missing:?}");
    assert!(unknown.is_empty(), "lines without a fact: {unknown:?}");
    assert_eq!(known.len(), listed.len(), "each stands once");
}

#[test]
fn every_fact_is_covered_or_says_why_it_cannot_be() {
    for entry in entries() {
        let covered = !entry.rules().is_empty() || !entry.ways.is_empty();
        assert!(covered, "{} {}: nothing covers it", entry.id, entry.title);
        assert!(
            ["E", "W", "I", "-"].contains(&entry.severity),
            "{}",
            entry.id
        );
        for way in entry.ways.keys() {
            assert!(WAYS.contains(way), "{}: {way}", entry.id);
        }
        let both = entry.ways.contains_key("offline") && !entry.rules().is_empty();
        assert!(
            !both,
            "{} has a rule, so it can be decided offline",
            entry.id
        );
    }
}

#[test]
fn rules_and_facts_that_are_named_exist() {
    let all = entries();
    let ids: BTreeSet<&str> = all.iter().map(|entry| entry.id).collect();
    for entry in &all {
        for code in entry.words("rules") {
            assert!(
                rules::by_code(code).is_some(),
                "{}: there is no rule {code}",
                entry.id
            );
        }
        for fact in entry.words("facts") {
            assert!(ids.contains(fact), "{}: there is no fact {fact}", entry.id);
        }
    }
    for rule in rules::all() {
        for fact in rule.facts {
            assert!(ids.contains(fact), "{}: there is no fact {fact}", rule.code);
        }
    }
    for change in classic::CHANGES {
        for fact in change.facts {
            assert!(
                ids.contains(fact),
                "{}: there is no fact {fact}",
                change.topic
            );
        }
    }
    for (kind, field, why) in irreversible::fields() {
        for fact in why.facts {
            assert!(
                ids.contains(fact),
                "{kind} {field}: there is no fact {fact}"
            );
        }
    }
}

#[test]
fn every_rule_is_in_the_table() {
    let covering: BTreeSet<&str> = entries().iter().flat_map(Entry::rules).collect();
    for rule in rules::all().filter(|rule| !rule.code.starts_with("ACK")) {
        assert!(covering.contains(rule.code), "{} covers no fact", rule.code);
    }
}

#[test]
fn vectors_stand_in_their_data_files() {
    for (area, count, file) in VECTORS {
        let text = std::fs::read_to_string(crate::support::root().join(file)).expect("a table");
        for number in 1..=*count {
            let id = format!("{area}-{number}");
            let is_it = |line: &str| line.split([',', '|']).next() == Some(&*id);
            assert!(text.lines().any(is_it), "{file}: {id}");
        }
    }
}

#[test]
fn the_coverage_table_is_current() {
    let all = entries();
    let table: Map<String, Value> = all
        .iter()
        .map(|it| (it.id.to_owned(), covered(it)))
        .collect();
    let vectors: Map<String, Value> = VECTORS
        .iter()
        .map(|(area, count, file)| ((*area).to_owned(), json!({ "count": count, "file": file })))
        .collect();
    let document = json!({ "edition": rules::RULE_SET.0, "facts": table, "vectors": vectors });
    expect_file!["../../docs/coverage.json"].assert_eq(&format!("{document:#}\n"));
    expect_file!["../../docs/COVERAGE.md"].assert_eq(&page(&all));
}

fn covered(entry: &Entry) -> Value {
    let mut value = Map::new();
    value.insert("severity".to_owned(), entry.severity.into());
    value.insert("title".to_owned(), entry.title.into());
    let rules = entry.rules();
    if !rules.is_empty() {
        value.insert("rules".to_owned(), json!(rules));
    }
    for way in WAYS.iter().filter(|way| **way != "rules") {
        match entry.ways.get(way) {
            Some(_) if *way == "facts" => {
                let facts: Vec<&str> = entry.words("facts").collect();
                value.insert("facts".to_owned(), json!(facts));
            }
            Some(text) => {
                value.insert((*way).to_owned(), (*text).into());
            }
            None => {}
        }
    }
    Value::Object(value)
}

fn page(all: &[Entry]) -> String {
    let with_rule = all.iter().filter(|entry| !entry.rules().is_empty()).count();
    let offline = all
        .iter()
        .filter(|entry| entry.ways.contains_key("offline"))
        .count();
    let mut text = format!(
        "# Coverage\n\n\
         <!-- Written by the tests from tests/native/data/facts.txt and src/rules. -->\n\n\
         What becomes of every fact about Azure ML networks that this tool knows: {} entries, {with_rule} of them \
         with rules, {offline} not decidable from a plan. `SEED` are the statements of the two documents that it all \
         began with, `PAIN` problems that people had in public threads. E: Azure refuses it or it does not work; \
         W: risky; I: worth knowing. The same as data: [coverage.json](coverage.json). Rules: [RULES.md](RULES.md).\n\n\
         | Fact | | What it says | Rules | Otherwise |\n|---|---|---|---|---|\n",
        all.len()
    );
    for entry in all {
        let rules: Vec<&str> = entry.rules().into_iter().collect();
        let others = WAYS.iter().filter(|way| **way != "rules");
        let others: Vec<String> = others
            .filter_map(|way| Some((way, entry.ways.get(way)?)))
            .map(|(way, what)| match *way {
                "offline" => format!("not decidable offline: {what}"),
                way => format!("{way}: {what}"),
            })
            .collect();
        writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            entry.id,
            entry.severity,
            entry.title,
            rules.join(", "),
            others.join("; ")
        )
        .unwrap();
    }
    text
}
