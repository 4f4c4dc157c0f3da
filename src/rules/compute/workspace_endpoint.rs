//! Computes without public IP addresses reach the workspace by its private endpoint only.

use crate::azure::sources;
use crate::domain::{IsolationMode, Item, PrivateEndpointKind};
use crate::rules::computes::{Compute, computes};
use crate::rules::{Context, Findings, Rule, Severity, fixes, wording};

pub(super) const RULE: Rule = Rule {
    code: "CMP006",
    name: "no-public-ip-without-workspace-endpoint",
    facts: &["AML-20"],
    severity: Severity::Error,
    synopsis: "A workspace with computes without public IP addresses in a VNet has a private endpoint.",
    why: "Nodes without public IP call the workspace over its private endpoint; there is no other \
          way in or out.",
    recommendation: "Add a private endpoint for the workspace.",
    sources: &[&sources::AML_TRAIN],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let has_endpoint = plan
        .endpoints_of(PrivateEndpointKind::Workspace)
        .next()
        .is_some();
    if has_endpoint || plan.workspace.isolation != IsolationMode::Disabled {
        return;
    }
    let hidden: Vec<Compute> = computes(plan)
        .filter(|compute| !compute.public_ip && compute.subnet.is_some())
        .collect();
    if hidden.is_empty() {
        return;
    }
    let names: Vec<String> = hidden.iter().map(|compute| compute.name.clone()).collect();
    let finding = out.report(
        &RULE,
        Item::Workspace,
        format!(
            "{} cannot be reached by computes without a public IP",
            wording::name_or(&plan.workspace.name, "workspace")
        ),
        format!(
            "{} need a private endpoint of the workspace; nothing inbound is opened for them instead. Without \
             it they cannot be created.",
            wording::sentence(&wording::list(&names)).trim_end_matches('.')
        ),
    );
    for compute in &hidden {
        finding.also(compute.public_ip_field());
    }
    fixes::offer_endpoint(plan, finding, PrivateEndpointKind::Workspace, None);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_computes_without_public_ip_and_adds_the_endpoint() {
        let mut plan = scenario::batch_scoring();
        let kind = PrivateEndpointKind::Workspace;
        plan.private_endpoints
            .retain(|endpoint| endpoint.kind != kind);
        assert_eq!(
            only(&RULE, &plan).title,
            "mlw-fraud-prod cannot be reached by computes without a public IP"
        );
        mended(&RULE, &plan, "Add pep-fraud-mlw-prod to snet-pep");
    }

    #[test]
    fn passes_public_computes_and_private_workspaces() {
        assert_silent(&RULE, &scenario::classic_2019());
        assert_silent(&RULE, &scenario::batch_scoring());
    }
}
