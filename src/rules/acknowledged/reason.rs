//! An acknowledgement says why.

use crate::domain::Item;
use crate::rules::{Context, Findings, Rule, Severity};

use super::take_back;

pub(super) const RULE: Rule = Rule {
    code: "ACK001",
    name: "acknowledgement-without-reason",
    facts: &[],
    severity: Severity::Warning,
    synopsis: "An acknowledged finding says why the team lives with it.",
    why: "Whoever reads the report later cannot ask, so without a reason the finding counts as \
          open.",
    recommendation: "Write the reason, or take the acknowledgement back.",
    sources: &[],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let entries = cx.plan.acknowledgements.iter();
    for entry in entries.filter(|entry| entry.reason.trim().is_empty()) {
        let title = format!("{} is acknowledged without a reason", entry.code);
        let finding = out.report(
            &RULE,
            Item::Acknowledgement(entry.id).field("reason"),
            title,
            "It counts as open until somebody writes why the team lives with it: whoever reads the report later \
             cannot ask.",
        );
        take_back(finding, entry);
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{acknowledge, broken, codes};
    use super::*;
    use crate::rules::check as all;

    #[test]
    fn passes_an_acknowledgement_with_a_reason_and_settles_the_finding() {
        let mut plan = broken();
        acknowledge(&mut plan, "GOV004", "The tenant admin deploys.");
        let findings = all(&plan);
        assert!(!codes(&findings).contains(&"GOV004"));
        assert!(!codes(&findings).iter().any(|code| code.starts_with("ACK")));
        assert_eq!(findings.count(Severity::Warning), 0);
        let last = findings.iter().last().expect("a finding");
        assert_eq!(
            last.acknowledged.as_deref(),
            Some("The tenant admin deploys.")
        );
        last.withdraw(&mut plan);
        assert!(codes(&all(&plan)).contains(&"GOV004"));
    }

    #[test]
    fn flags_a_blank_reason_and_keeps_the_finding_open() {
        let mut plan = broken();
        acknowledge(&mut plan, "GOV004", "  ");
        let findings = all(&plan);
        assert!(codes(&findings).contains(&"GOV004"));
        let asked = findings.iter().find(|it| it.rule.code == "ACK001");
        let asked = asked.expect("a finding");
        assert_eq!(asked.title, "GOV004 is acknowledged without a reason");
        let cleared = asked.fixes[0].edit.preview(&plan);
        assert!(!codes(&all(&cleared)).contains(&"ACK001"));
    }
}
