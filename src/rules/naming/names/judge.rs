//! What the rules of this family have in common: judging the names of some kinds and offering better ones.

use crate::azure::naming::{NameError, NameKind, check, generate, suggest};
use crate::rules::wording::sentence_start;
use crate::rules::{Applicability, Context, Finding, Findings, Rule};

use super::{Named, names, write};

/// Reports every name of these kinds that is blank or that Azure refuses.
pub(in crate::rules::naming) fn judge(
    cx: &Context<'_>,
    out: &mut Findings,
    rule: &'static Rule,
    kinds: &[NameKind],
) {
    let names = names(cx.plan);
    for entry in names.iter().filter(|entry| kinds.contains(&entry.kind)) {
        if entry.optional && entry.name.trim().is_empty() {
            continue;
        }
        // Blanks alone are no name, though Azure would complain about the first of them.
        let judged = if entry.name.trim().is_empty() {
            ""
        } else {
            entry.name
        };
        match check(entry.kind, judged) {
            Ok(()) => {}
            Err(NameError::Empty { noun }) => {
                let title = format!("{} has no name", sentence_start(noun));
                let message =
                    "Azure creates nothing without a name. Write one, or take a generated one.";
                let finding = out.report(rule, entry.subject, title, message);
                offer(finding, entry, "Name it", generated(&names, entry));
            }
            Err(error) => {
                let (title, message) = words(&error);
                let finding = out.report(rule, entry.subject, title, message);
                let better = suggested(&names, entry).or_else(|| generated(&names, entry));
                offer(finding, entry, "Rename to", better);
            }
        }
    }
}

/// Title and message: what is wrong with this name, and what such names look like.
fn words(error: &NameError) -> (String, String) {
    let text = error.to_string();
    if let NameError::NumberedEnd { noun, .. } = error {
        let wrong = text.split("; ").next().unwrap_or_default().to_owned();
        let message = format!(
            "Azure refuses {noun} name with a hyphen and nothing but digits after it. Rename it."
        );
        return (wrong, message);
    }
    match text.rsplit_once("; ") {
        Some((wrong, right)) => (
            wrong.to_owned(),
            format!("Azure refuses it: {right}. Rename it."),
        ),
        None => (text, "Azure refuses this name. Rename it.".to_owned()),
    }
}

fn offer(finding: &mut Finding, entry: &Named<'_>, verb: &str, name: Option<String>) {
    let Some(name) = name else { return };
    let subject = entry.subject;
    finding.fix(
        Applicability::Suggested,
        format!("{verb} {name}"),
        move |plan| write(plan, subject, &name),
    );
}

/// The nearest name that Azure accepts and that nothing else has.
fn suggested(names: &[Named<'_>], entry: &Named<'_>) -> Option<String> {
    let name = suggest(entry.kind, entry.name)?;
    free(names, entry, name)
}

/// A name made from the plan's words that nothing else has.
fn generated(names: &[Named<'_>], entry: &Named<'_>) -> Option<String> {
    let name = generate(entry.kind, &entry.parts);
    free(names, entry, name)
}

/// The name, or the first of it with a number that nothing else in its set has and that Azure accepts.
pub(in crate::rules::naming) fn free(
    names: &[Named<'_>],
    entry: &Named<'_>,
    name: String,
) -> Option<String> {
    const TRIES: u32 = 99;
    let is_free = |name: &str| {
        let others = names.iter().filter(|other| {
            other.scope == entry.scope && other.subject != entry.subject && !other.scope.is_empty()
        });
        check(entry.kind, name).is_ok()
            && !others
                .map(|other| other.name.trim().to_lowercase())
                .any(|other| other == name.to_lowercase())
    };
    if is_free(&name) {
        return Some(name);
    }
    (2..=TRIES)
        .filter_map(|number| numbered(entry.kind, &name, number))
        .find(|name| is_free(name))
}

/// The name with a number at its end, shortened if it would be too long.
fn numbered(kind: NameKind, name: &str, number: u32) -> Option<String> {
    let hyphened = format!("{name}-{number}");
    if check(kind, &hyphened).is_ok() {
        return Some(hyphened);
    }
    let number = number.to_string();
    let length = crate::azure::naming::length(kind).map_or(usize::MAX, |(_, most)| most);
    let kept = length.saturating_sub(number.len());
    let stem: String = name.chars().take(kept).collect();
    suggest(kind, &format!("{stem}{number}"))
}
