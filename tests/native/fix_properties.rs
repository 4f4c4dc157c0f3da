//! Every fix mends: applied to any scenario with any field broken, it removes its finding and adds no error.
//!
//! Fields are broken by the schema: other words, blank and wrong texts, numbers at the edges, references to
//! nothing and to something else, lists emptied and doubled. What a broken scenario finds beyond the scenario
//! itself is mended, change by change. On the way, findings about two things must mark both of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use azureml_vnet_wizard::document::{decode, encode};
use azureml_vnet_wizard::domain::Plan;
use azureml_vnet_wizard::rules::{Finding, Findings, Severity, check};
use azureml_vnet_wizard::samples;
use serde_json::{Value, json};

use crate::support::{schema_value, walk};

/// Texts that a field may be given: blank, nonsense, and addresses and ranges that clash with something.
const TEXTS: &[&str] = &["", "x", "10.0.0.7/22", "172.17.0.0/16", "10.40.0.0/30"];

/// Rules whose change only makes a text readable. What it means was in no doubt before, so it adds nothing:
/// other rules were silent for want of a prefix, and now say what they think of the one that was meant.
const REVEALING: &[&str] = &["NET004"];

/// Numbers that a field may be given.
const NUMBERS: &[u32] = &[0, 7, 70_000];

/// Words of titles that tell of two things that do not go together.
const CLASH_WORDS: &[&str] = &[
    " overlap",
    " same ",
    " both ",
    " twice",
    " share",
    " already ",
];

/// A document with one value changed: where, and the document.
type Broken = (String, Value);

/// Every scenario with every field broken in every way.
fn broken(document: &Value) -> Vec<Broken> {
    let mut all = Vec::new();
    let mut ids: Vec<u64> = Vec::new();
    walk(schema_value(), document, &mut |pointer, _, value| {
        if pointer.ends_with("/id") {
            ids.extend(value.as_u64());
        }
    });
    walk(schema_value(), document, &mut |pointer, schema, value| {
        let is_own = pointer.is_empty()
            || pointer.ends_with("/id")
            || pointer.starts_with("/last_id")
            || pointer.starts_with("/schema_version")
            || pointer.starts_with("/acknowledgements")
            || pointer.starts_with("/checked_with");
        if is_own {
            return;
        }
        for other in others(schema, value, &ids) {
            if other != *value {
                let mut changed = document.clone();
                *changed.pointer_mut(pointer).expect("it was walked over") = other;
                all.push((pointer.to_owned(), changed));
            }
        }
    });
    all
}

/// What else may stand in a field.
fn others(schema: &Value, value: &Value, ids: &[u64]) -> Vec<Value> {
    if let Some(words) = schema["enum"].as_array() {
        return words.clone();
    }
    let may_be_null = schema["anyOf"].is_array() || schema["type"].is_array();
    let mut others: Vec<Value> = may_be_null.then_some(Value::Null).into_iter().collect();
    others.extend(match value {
        Value::Bool(flag) => vec![json!(!flag)],
        Value::String(_) => TEXTS.iter().map(|text| json!(text)).collect(),
        // A number that some item has is a reference, or may as well be one.
        Value::Number(number) if number.as_u64().is_some_and(|it| ids.contains(&it)) => {
            let first = ids.first().copied();
            first
                .into_iter()
                .chain(ids.get(ids.len() / 2).copied())
                .map(|id| json!(id))
                .collect()
        }
        Value::Number(_) => NUMBERS.iter().map(|number| json!(number)).collect(),
        Value::Array(list) if list.iter().all(Value::is_string) => {
            let mut longer = list.clone();
            longer.extend(list.first().cloned());
            longer.push(json!("10.0.0.7/22"));
            vec![json!([]), Value::Array(longer)]
        }
        Value::Array(list) if !list.is_empty() => {
            vec![json!([]), json!(list[1..]), json!(list[..list.len() - 1])]
        }
        _ => Vec::new(),
    });
    others
}

/// What tells one finding from another: place, and sentence.
fn identity(finding: &Finding) -> (String, String) {
    (finding.key(), finding.title.clone())
}

/// The errors, by place and by sentence: a change may move an entry of a list, but not what is said of it.
fn errors(findings: &Findings) -> Vec<&Finding> {
    let all = findings.iter();
    all.filter(|finding| finding.severity == Severity::Error)
        .collect()
}

fn is_known(known: &[&Finding], error: &Finding) -> bool {
    known.iter().any(|other| {
        other.key() == error.key() || (other.rule == error.rule && other.title == error.title)
    })
}

/// How often the fixes of one rule are tried for one broken field of a scenario, to end within seconds.
const ENOUGH: usize = 6;

/// What was tried, and what went wrong.
#[derive(Default)]
struct Tally {
    plans: usize,
    tried: BTreeMap<(&'static str, String), usize>,
    fixes: usize,
    rules: BTreeSet<&'static str>,
    wrong: BTreeMap<String, (usize, String)>,
    clashes: usize,
}

impl Tally {
    /// Tries every fix of a finding.
    fn mend(&mut self, at: &str, plan: &Plan, before: &Findings, finding: &Finding) {
        let field = at.rsplit('/').find(|token| token.parse::<u32>().is_err());
        let key = (finding.rule.code, field.unwrap_or_default().to_owned());
        let tried = self.tried.entry(key).or_insert(0);
        *tried += 1;
        if *tried > ENOUGH {
            return;
        }
        let known = errors(before);
        for fix in &finding.fixes {
            self.fixes += 1;
            self.rules.insert(finding.rule.code);
            let after = check(&fix.edit.preview(plan));
            if after
                .iter()
                .any(|other| identity(other) == identity(finding))
            {
                self.note(
                    finding,
                    "stays",
                    format!("{at}: {} ({})", finding.title, fix.label),
                );
            }
            if REVEALING.contains(&finding.rule.code) {
                continue;
            }
            for new in errors(&after)
                .into_iter()
                .filter(|new| !is_known(&known, new))
            {
                let what = format!("adds {}", new.rule.code);
                let text = format!("{at}: {} ({}) -> {}", finding.title, fix.label, new.title);
                self.note(finding, &what, text);
            }
        }
    }

    /// Where two things clash, both are marked; Azure's own ranges are no part of the plan.
    fn both_ends(&mut self, at: &str, finding: &Finding) {
        let clash = CLASH_WORDS.iter().any(|word| finding.title.contains(word));
        if !clash || finding.title.contains("Docker") {
            return;
        }
        self.clashes += 1;
        if finding.subjects.len() < 2 {
            self.note(finding, "marks one end", format!("{at}: {}", finding.title));
        }
    }

    fn note(&mut self, finding: &Finding, what: &str, text: String) {
        let entry = self.wrong.entry(format!("{} {what}", finding.rule.code));
        entry.or_insert((0, text)).0 += 1;
    }
}

#[test]
fn every_fix_removes_its_finding_and_adds_no_error() {
    let tally = Mutex::new(Tally::default());
    std::thread::scope(|scope| {
        for sample in samples::ALL {
            let tally = &tally;
            scope.spawn(move || {
                let own = try_scenario(sample);
                let mut all = tally.lock().expect("no thread failed");
                all.plans += own.plans;
                all.fixes += own.fixes;
                all.rules.extend(own.rules);
                all.clashes += own.clashes;
                for (what, (count, text)) in own.wrong {
                    all.wrong.entry(what).or_insert((0, text)).0 += count;
                }
            });
        }
    });
    let Tally {
        plans,
        fixes,
        rules,
        wrong,
        clashes,
        ..
    } = tally.into_inner().expect("no thread failed");
    eprintln!(
        "{plans} broken plans, {fixes} fixes of {} rules",
        rules.len()
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(plans > 3_000, "{plans} broken plans");
    assert!(fixes > 1_000, "{fixes} fixes");
    assert!(clashes > 200, "{clashes} clashes");
}

/// Breaks every field of a scenario in every way, and tries every fix of what is found beyond the scenario.
fn try_scenario(sample: &samples::Sample) -> Tally {
    let mut tally = Tally::default();
    let plan = (sample.build)();
    let own = check(&plan);
    for finding in own.iter() {
        tally.mend(sample.slug, &plan, &own, finding);
    }
    let usual: BTreeSet<(String, String)> = own.iter().map(identity).collect();
    let document: Value = serde_json::from_str(&encode(&plan)).expect("JSON");
    for (pointer, document) in broken(&document) {
        let Ok(plan) = decode(&document.to_string()) else {
            continue;
        };
        tally.plans += 1;
        let findings = check(&plan);
        let at = format!("{}{pointer}", sample.slug);
        for finding in findings.iter() {
            tally.both_ends(&at, finding);
        }
        for finding in findings
            .iter()
            .filter(|finding| !usual.contains(&identity(finding)))
        {
            tally.mend(&at, &plan, &findings, finding);
        }
    }
    tally
}
