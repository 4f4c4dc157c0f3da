//! Services that workloads use answer where they are asked.

use super::report;
use crate::azure::required_flows::Other;
use crate::azure::sources;
use crate::rules::fixes::offer_endpoint;
use crate::rules::required::Blocker;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "FLW006",
    name: "required-flow-to-closed-service",
    facts: &[
        "PE-1", "PE-2", "PE-3", "PE-4", "PE-5", "PE-7", "PE-8", "PE-37",
    ],
    severity: Severity::Error,
    synopsis: "Every service that a workload uses has a private endpoint or an open public one.",
    why: "With its public endpoint off and no private one, a service answers nobody.",
    recommendation: "Add the private endpoint.",
    sources: &[&sources::AML_WS, &sources::PE_OVER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    report(cx, out, &RULE, Blocker::Service, "", &|cause, finding| {
        let first = cause.flows.first().map(|flow| flow.stated.other);
        if let Some(Other::Service(kind)) = first {
            let account = kind.storage_service().and(cx.plan.default_storage());
            offer_endpoint(cx.plan, finding, kind, account.map(|account| account.id));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::PrivateEndpointKind;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};
    use crate::samples::with;

    #[test]
    fn flags_a_closed_key_vault_without_endpoint_and_leaves_it_to_the_rule_about_endpoints() {
        let plan = with(scenario::batch_scoring(), |plan| {
            plan.private_endpoints
                .retain(|endpoint| endpoint.kind != PrivateEndpointKind::KeyVault);
        });
        let finding = only(&RULE, &plan);
        assert!(
            finding.message.contains("is switched off"),
            "{}",
            finding.message
        );
        let label = finding.fixes.first().expect("a fix").label.clone();
        mended(&RULE, &plan, &label);
        let all = crate::rules::check(&plan);
        assert!(!all.iter().any(|finding| finding.rule == &RULE));
    }

    #[test]
    fn passes_open_services_and_every_sample() {
        for sample in crate::samples::ALL {
            assert_silent(&RULE, &(sample.build)());
        }
    }
}
