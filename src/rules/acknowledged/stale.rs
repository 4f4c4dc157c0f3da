//! An acknowledgement is about something that is still found.

use crate::domain::Item;
use crate::rules::{Context, Findings, Rule, Severity};

use super::take_back;

pub(super) const RULE: Rule = Rule {
    code: "ACK002",
    name: "acknowledgement-of-nothing",
    facts: &[],
    severity: Severity::Advice,
    synopsis: "An acknowledgement is about a finding that is still there.",
    why: "Left behind, it would silence the same mistake if it came back.",
    recommendation: "Remove it: nothing is found there any more.",
    sources: &[],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for entry in &cx.plan.acknowledgements {
        let found = out
            .iter()
            .any(|finding| finding.rule.code == entry.code && finding.place() == entry.subject);
        if found {
            continue;
        }
        let title = format!("{} is acknowledged, but no longer found", entry.code);
        let finding = out.report(
            &RULE,
            Item::Acknowledgement(entry.id).field("subject"),
            title,
            format!(
                "Nothing is wrong at {} any more. Without the entry, the same mistake would be reported if it \
                 came back.",
                entry.subject
            ),
        );
        take_back(finding, entry);
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{acknowledge, broken, codes};
    use crate::rules::check as all;

    #[test]
    fn passes_an_acknowledgement_of_something_that_is_found() {
        let mut plan = broken();
        acknowledge(&mut plan, "GOV004", "Agreed until spring.");
        assert!(!codes(&all(&plan)).contains(&"ACK002"));
    }

    #[test]
    fn flags_what_is_no_longer_found() {
        let mut plan = broken();
        acknowledge(&mut plan, "GOV004", "Agreed until spring.");
        acknowledge(&mut plan, "GOV004", "A better reason.");
        assert_eq!(
            plan.acknowledgements.len(),
            1,
            "a second reason replaces the first"
        );
        plan.governance.uses_lighthouse = false;
        let findings = all(&plan);
        let stale = findings.iter().find(|it| it.rule.code == "ACK002");
        let stale = stale.expect("a finding");
        assert_eq!(stale.title, "GOV004 is acknowledged, but no longer found");
        let cleared = stale.fixes[0].edit.preview(&plan);
        assert!(!codes(&all(&cleared)).contains(&"ACK002"));
    }
}
