//! Names of Log Analytics, Application Insights and the private link scope.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM019",
    name: "monitoring-name",
    facts: &["NAME-19"],
    severity: Severity::Error,
    synopsis: "A Log Analytics workspace has 4 to 63 letters, digits and hyphens, and a letter or \
               digit at both ends.",
    why: "Azure refuses other names for Log Analytics workspaces.",
    recommendation: "Rename it.",
    sources: &[&sources::NAMES],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(
        cx,
        out,
        &RULE,
        &[
            NameKind::LogAnalytics,
            NameKind::ApplicationInsights,
            NameKind::PrivateLinkScope,
        ],
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{private_training, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(private_training(), |plan| {
            plan.workspace.insights.log_analytics_name = "log_churn".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“log_churn” contains “_”");
        assert_eq!(
            finding.message,
            "Azure refuses it: a Log Analytics workspace name has letters, digits and hyphens. Rename it."
        );
        fixed(&RULE, &plan, "Rename to log-churn");
    }

    #[test]
    fn passes_the_names_of_the_sample() {
        assert_silent(&RULE, &private_training());
    }
}
