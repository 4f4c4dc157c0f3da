//! Computes in a VNet are not created through Azure Lighthouse.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::computes::computes;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "GOV004",
    name: "lighthouse-not-supported",
    facts: &["AML-10"],
    severity: Severity::Warning,
    synopsis: "Computes in a VNet are created by an identity of the same tenant.",
    why: "Joining a VNet needs rights in its own tenant, which Lighthouse does not pass on.",
    recommendation: "Deploy with an identity of the tenant itself.",
    sources: &[&sources::AML_TRAIN],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let inside = computes(cx.plan).any(|compute| compute.subnet.is_some());
    if cx.plan.governance.uses_lighthouse && inside {
        out.report(
            &RULE,
            Item::Governance.field("uses_lighthouse"),
            "Azure Lighthouse cannot create computes in a VNet",
            "Azure Machine Learning does not support it for computes in your own VNet. Deploy with an identity \
             of the tenant itself.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_computes_that_stand_in_a_vnet() {
        let mut plan = scenario::batch_scoring();
        assert_silent(&RULE, &plan);
        plan.governance.uses_lighthouse = true;
        assert_eq!(
            only(&RULE, &plan).title,
            "Azure Lighthouse cannot create computes in a VNet"
        );
    }

    #[test]
    fn passes_a_plan_without_computes_in_a_vnet() {
        let mut plan = scenario::batch_scoring();
        plan.governance.uses_lighthouse = true;
        plan.clusters.clear();
        assert_silent(&RULE, &plan);
    }
}
