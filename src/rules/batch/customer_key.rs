//! Workspaces with a customer-managed key do not support batch deployments.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "BAT005",
    name: "batch-with-customer-managed-key",
    facts: &["BATCH-9"],
    severity: Severity::Error,
    synopsis: "A workspace with batch endpoints is not encrypted with a customer-managed key.",
    why: "Batch deployments do not support workspaces with customer-managed keys.",
    recommendation: "Use Microsoft-managed keys, or a second workspace for batch scoring.",
    sources: &[&sources::AML_BATCH],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let workspace = &cx.plan.workspace;
    let Some(first) = cx.plan.batch_endpoints.first() else {
        return;
    };
    if !workspace.customer_managed_key {
        return;
    }
    out.report(
        &RULE,
        Item::Workspace.field("customer_managed_key"),
        format!(
            "{} has a customer-managed key and batch endpoints",
            wording::name_or(&workspace.name, "workspace")
        ),
        "Azure Machine Learning does not support batch deployments there. Use Microsoft-managed keys, or a \
         second workspace for batch scoring.",
    )
    .also(Item::BatchEndpoint(first.id))
    .fix(Applicability::Suggested, "Use Microsoft-managed keys", |plan| {
        plan.workspace.customer_managed_key = false;
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_a_customer_managed_key_with_batch_endpoints() {
        let mut plan = scenario::batch_scoring();
        plan.workspace.customer_managed_key = true;
        assert_eq!(
            only(&RULE, &plan).title,
            "mlw-fraud-prod has a customer-managed key and batch endpoints"
        );
        mended(&RULE, &plan, "Use Microsoft-managed keys");
    }

    #[test]
    fn passes_microsoft_keys_and_plans_without_batch_endpoints() {
        let mut plan = scenario::batch_scoring();
        assert_silent(&RULE, &plan);
        plan.workspace.customer_managed_key = true;
        plan.batch_endpoints.clear();
        assert_silent(&RULE, &plan);
    }
}
