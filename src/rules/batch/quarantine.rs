//! Batch endpoints do not work with a registry that quarantines images.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "BAT003",
    name: "batch-registry-quarantine",
    facts: &["BATCH-6", "PE-29"],
    severity: Severity::Error,
    synopsis: "The registry of a workspace with batch endpoints has no quarantine policy.",
    why: "Quarantine holds each new image back until it is scanned, so the deployment never gets \
          the one it built.",
    recommendation: "Disable quarantine.",
    sources: &[&sources::SEED_B, &sources::AML_BATCH],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let Some(registry) = &cx.plan.workspace.registry else {
        return;
    };
    if cx.plan.batch_endpoints.is_empty() || !registry.quarantine {
        return;
    }
    out.report(
        &RULE,
        Item::Registry.field("quarantine"),
        format!(
            "{} quarantines the images of batch deployments",
            wording::name_or(&registry.name, "registry")
        ),
        "Batch endpoints do not support the quarantine policy: images would wait there and deployments \
         would never become ready.",
    )
    .fix(Applicability::Certain, "Disable quarantine", |plan| {
        if let Some(registry) = &mut plan.workspace.registry {
            registry.quarantine = false;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_quarantine_with_batch_endpoints() {
        let mut plan = scenario::batch_scoring();
        plan.workspace.registry.as_mut().expect("one").quarantine = true;
        assert_eq!(
            only(&RULE, &plan).title,
            "crfraudmlprod01 quarantines the images of batch deployments"
        );
        mended(&RULE, &plan, "Disable quarantine");
    }

    #[test]
    fn passes_without_quarantine_or_without_batch_endpoints() {
        let mut plan = scenario::batch_scoring();
        assert_silent(&RULE, &plan);
        plan.workspace.registry.as_mut().expect("one").quarantine = true;
        plan.batch_endpoints.clear();
        assert_silent(&RULE, &plan);
    }
}
