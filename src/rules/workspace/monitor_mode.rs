//! A private link scope that admits nothing else is felt far beyond the workspace.

use crate::azure::sources;
use crate::domain::{Item, MonitorMode};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "WSP007",
    name: "monitor-scope-private-only",
    facts: &["PE-34"],
    severity: Severity::Warning,
    synopsis: "The Azure Monitor private link scope is open for ingestion and queries.",
    why: "In a shared DNS, private-only mode cuts every other monitored resource off from Azure \
          Monitor.",
    recommendation: "Use Open, unless everything that shares the DNS is in the scope.",
    sources: &[&sources::AML_WS, &sources::AML_TUT],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let insights = &cx.plan.workspace.insights;
    if !insights.private_link_scope || insights.mode != MonitorMode::PrivateOnly {
        return;
    }
    out.report(
        &RULE,
        Item::Insights.field("mode"),
        format!(
            "{} admits only what is in it",
            wording::name_or(&insights.scope_name, "private link scope")
        ),
        "Everything that resolves through the same DNS loses Azure Monitor resources outside the scope. \
         Azure Machine Learning documents Open.",
    )
    .fix(Applicability::Suggested, "Use Open", |plan| {
        plan.workspace.insights.mode = MonitorMode::Open;
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_private_only() {
        let mut plan = scenario::everything();
        plan.workspace.insights.mode = MonitorMode::PrivateOnly;
        assert_eq!(
            only(&RULE, &plan).title,
            "ampls-vision-ml-prod admits only what is in it"
        );
        mended(&RULE, &plan, "Use Open");
    }

    #[test]
    fn passes_open_and_plans_without_scope() {
        let mut plan = scenario::everything();
        assert_silent(&RULE, &plan);
        plan.workspace.insights.mode = MonitorMode::PrivateOnly;
        plan.workspace.insights.private_link_scope = false;
        assert_silent(&RULE, &plan);
    }
}
