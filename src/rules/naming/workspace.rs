//! The name of the workspace.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM010",
    name: "workspace-name",
    facts: &["NAME-10"],
    severity: Severity::Error,
    synopsis: "A workspace has 3 to 33 letters, digits, hyphens and underscores.",
    why: "Azure refuses other names, and a workspace cannot be renamed.",
    recommendation: "Rename the workspace.",
    sources: &[&sources::ML_SCHEMA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(cx, out, &RULE, &[NameKind::Workspace]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{private_training, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(private_training(), |plan| {
            plan.workspace.name = "mlw.churn".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“mlw.churn” contains “.”");
        assert_eq!(
            finding.message,
            "Azure refuses it: a workspace name has letters, digits, hyphens and underscores. Rename it."
        );
        fixed(&RULE, &plan, "Rename to mlw-churn");
    }

    #[test]
    fn passes_the_names_of_the_sample() {
        assert_silent(&RULE, &private_training());
    }
}
