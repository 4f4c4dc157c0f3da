//! A private endpoint leads to something that the plan has.

use crate::azure::sources;
use crate::domain::{Item, Plan, PrivateEndpoint, PrivateEndpointKind};
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "PEP002",
    name: "private-endpoint-without-target",
    facts: &["PE-8", "PE-9", "PE-22"],
    severity: Severity::Error,
    synopsis: "Each private endpoint leads to a service of the plan.",
    why: "An endpoint is a connection to one service; without a target there is nothing to \
          connect to.",
    recommendation: "Choose the service, or delete the endpoint.",
    sources: &[&sources::PE_OVER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for endpoint in &cx.plan.private_endpoints {
        let Some((field, missing)) = missing(cx.plan, endpoint) else {
            continue;
        };
        let id = endpoint.id;
        let name = super::name(endpoint);
        let finding = out.report(
            &RULE,
            Item::PrivateEndpoint(id).field(field),
            format!("{name} leads to {missing}"),
            "A private endpoint is created for one service and one of its parts. Choose the service, or \
             delete the endpoint.",
        );
        if let Some(account) = cx.plan.default_storage().filter(|_| field == "storage") {
            let account = account.id;
            finding.fix(
                Applicability::Suggested,
                format!("Use {}", super::account_name(cx.plan, account)),
                move |plan| {
                    if let Some(endpoint) = plan.private_endpoint_mut(id) {
                        endpoint.storage = Some(account);
                    }
                },
            );
        }
        finding.fix(
            Applicability::Suggested,
            format!("Delete {name}"),
            move |plan| {
                plan.remove(Item::PrivateEndpoint(id));
            },
        );
    }
}

/// The field to look at and what is missing, if anything.
fn missing(plan: &Plan, endpoint: &PrivateEndpoint) -> Option<(&'static str, &'static str)> {
    let known = endpoint
        .storage
        .and_then(|id| plan.storage_account(id))
        .is_some();
    match endpoint.kind {
        kind if kind.storage_service().is_some() => {
            (!known).then_some(("storage", "no storage account"))
        }
        PrivateEndpointKind::Registry => {
            let none = plan.workspace.registry.is_none();
            none.then_some(("kind", "a registry that the plan does not have"))
        }
        PrivateEndpointKind::Monitor => {
            let none = !plan.workspace.insights.private_link_scope;
            none.then_some(("kind", "a private link scope that the plan does not have"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};
    use crate::samples::with;

    #[test]
    fn flags_a_storage_endpoint_without_account() {
        let plan = with(scenario::batch_scoring(), |plan| {
            let kind = PrivateEndpointKind::Table;
            let mut endpoints = plan.private_endpoints.iter_mut();
            endpoints.find(|it| it.kind == kind).expect("table").storage = None;
        });
        assert_eq!(
            only(&RULE, &plan).title,
            "pep-fraud-table-prod leads to no storage account"
        );
        mended(&RULE, &plan, "Use stfraudmlprod01");
    }

    #[test]
    fn flags_an_endpoint_for_a_registry_that_is_gone() {
        let plan = with(scenario::private_training(), |plan| {
            plan.workspace.registry = None;
        });
        let finding = only(&RULE, &plan);
        assert!(
            finding
                .title
                .ends_with("leads to a registry that the plan does not have")
        );
        mended(&RULE, &plan, &finding.fixes[0].label);
    }

    #[test]
    fn flags_a_monitor_endpoint_without_scope() {
        let plan = with(scenario::everything(), |plan| {
            plan.workspace.insights.private_link_scope = false;
        });
        assert!(only(&RULE, &plan).title.contains("a private link scope"));
    }

    #[test]
    fn passes_endpoints_with_targets() {
        assert_silent(&RULE, &scenario::everything());
    }
}
