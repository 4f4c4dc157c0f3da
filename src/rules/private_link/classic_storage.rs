//! By the rules of 2019 the workspace's storage account stays outside of VNets.

use crate::azure::sources;
use crate::domain::{Item, RuleProfile, SubnetId, Word};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "PEP008",
    name: "classic-storage-in-vnet",
    facts: &["PE-10", "SEED-3"],
    severity: Severity::Error,
    synopsis: "By the rules of 2019 the workspace's storage account has neither private endpoints nor closed \
               public access.",
    why: "The documentation of 2019 said so: the workspace could not reach a storage account \
          inside a VNet.",
    recommendation: "Keep the account outside, or check the plan by today's rules.",
    sources: &[&sources::SEED_A],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let Some(account) = plan.default_storage() else {
        return;
    };
    if plan.basics.profile != RuleProfile::Classic2019 {
        return;
    }
    let inside: Vec<(crate::domain::PrivateEndpointId, Option<SubnetId>, String)> = plan
        .private_endpoints
        .iter()
        .filter(|endpoint| endpoint.storage == Some(account.id))
        .map(|endpoint| {
            (
                endpoint.id,
                endpoint.subnet,
                endpoint.kind.word().to_owned(),
            )
        })
        .collect();
    if inside.is_empty() && account.public_network_access {
        return;
    }
    let name = super::account_name(plan, account.id);
    let services: Vec<String> = inside.iter().map(|(_, _, word)| word.clone()).collect();
    let title = if services.is_empty() {
        format!("{name} is closed to the public")
    } else {
        format!(
            "{name} has private endpoints for {}",
            wording::list(&services)
        )
    };
    let id = account.id;
    let finding = out.report(
        &RULE,
        Item::Storage(id).field("public_network_access"),
        title,
        "In 2019 Azure Machine Learning could not use an account inside a VNet. Today private endpoints are \
         the recommended way: check the plan by the current rules.",
    );
    for (endpoint, _, _) in &inside {
        finding.also(Item::PrivateEndpoint(*endpoint));
    }
    // Batch endpoints are younger than these rules and cannot do without the endpoints.
    if plan.batch_endpoints.is_empty() {
        finding.fix(
            Applicability::Suggested,
            format!("Keep {name} outside"),
            move |plan| {
                plan.private_endpoints
                    .retain(|endpoint| endpoint.storage != Some(id));
                if let Some(account) = plan.storage_account_mut(id) {
                    account.public_network_access = true;
                }
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Plan;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};
    use crate::samples::with;

    fn plan() -> Plan {
        with(scenario::private_training(), |plan| {
            plan.basics.profile = RuleProfile::Classic2019;
        })
    }

    #[test]
    fn flags_endpoints_of_the_default_account() {
        let finding = only(&RULE, &plan());
        assert!(
            finding
                .title
                .ends_with("has private endpoints for blob and file")
        );
        mended(&RULE, &plan(), &finding.fixes[0].label);
    }

    #[test]
    fn flags_a_closed_account() {
        let mut plan = scenario::classic_2019();
        plan.storage[0].public_network_access = false;
        assert!(
            only(&RULE, &plan)
                .title
                .ends_with("is closed to the public")
        );
    }

    #[test]
    fn passes_today_and_an_open_account() {
        assert_silent(&RULE, &scenario::private_training());
        assert_silent(&RULE, &scenario::classic_2019());
    }
}
