//! In a private workspace batch jobs are started from the command line, not from studio.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::private_link::is_private;
use crate::rules::{Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "BAT006",
    name: "batch-invoke-from-command-line",
    facts: &["BATCH-8", "BATCH-1"],
    severity: Severity::Advice,
    synopsis: "Jobs of batch endpoints in a private workspace are started by CLI v2, SDK v2 or REST.",
    why: "Studio sends the job from Microsoft's network, and the private endpoint does not answer \
          there.",
    recommendation: "Start jobs with az ml batch-endpoint invoke, from a machine in the network.",
    sources: &[&sources::SEED_B, &sources::AML_BATCH],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    if !is_private(plan) {
        return;
    }
    for endpoint in &plan.batch_endpoints {
        let name = wording::name_or(&endpoint.name, "batch endpoint");
        out.report(
            &RULE,
            Item::BatchEndpoint(endpoint.id),
            format!("Start jobs of {name} with the CLI, not from studio"),
            format!(
                "Studio manages batch endpoints of a private workspace but cannot start their jobs. Run az ml \
                 batch-endpoint invoke -n {} -w {} -g {} --input … from a machine in the network.",
                argument(&endpoint.name, "<endpoint>"),
                argument(&plan.workspace.name, "<workspace>"),
                argument(&plan.basics.resource_group, "<resource-group>"),
            ),
        );
    }
}

/// A name as the command wants it, or what to put there.
fn argument<'a>(name: &'a str, otherwise: &'a str) -> &'a str {
    match name.trim() {
        "" => otherwise,
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_with_the_command_and_the_names_of_the_plan() {
        let plan = scenario::batch_scoring();
        let endpoint = plan.batch_endpoints[0].name.clone();
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Advice);
        assert_eq!(
            finding.title,
            format!("Start jobs of {endpoint} with the CLI, not from studio")
        );
        assert!(
            finding.message.contains(&format!(
                "az ml batch-endpoint invoke -n {endpoint} -w mlw-fraud-prod -g {}",
                plan.basics.resource_group
            )),
            "{}",
            finding.message
        );
    }

    #[test]
    fn passes_a_public_workspace() {
        let mut plan = scenario::batch_scoring();
        plan.workspace.public_network_access = true;
        plan.private_endpoints.clear();
        assert_silent(&RULE, &plan);
    }
}
