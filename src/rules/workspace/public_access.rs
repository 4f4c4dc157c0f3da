//! A private endpoint does not close the public one.

use crate::azure::sources;
use crate::domain::{Item, Plan, PrivateEndpointKind};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "WSP002",
    name: "public-access-beside-private-endpoint",
    facts: &["PE-37", "PE-39"],
    severity: Severity::Warning,
    synopsis: "What has a private endpoint does not answer on its public one.",
    why: "A private endpoint adds a way in, it closes none; the public one answers until it is \
          switched off.",
    recommendation: "Disable public network access.",
    sources: &[&sources::PE_OVER, &sources::AML_PL],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (item, name) in open_and_private(cx.plan) {
        out.report(
            &RULE,
            item.field("public_network_access"),
            format!("{name} still answers on its public endpoint"),
            "A private endpoint adds a way in and closes none. Disable public network access to leave the \
             private one only.",
        )
        .fix(
            Applicability::Suggested,
            format!("Close the public endpoint of {name}"),
            move |plan| close(plan, item),
        );
    }
}

/// Everything with a private endpoint and an open public one.
fn open_and_private(plan: &Plan) -> Vec<(Item, String)> {
    let has = |kind| plan.endpoints_of(kind).next().is_some();
    let workspace = &plan.workspace;
    let mut found = Vec::new();
    if workspace.public_network_access && has(PrivateEndpointKind::Workspace) {
        found.push((
            Item::Workspace,
            wording::name_or(&workspace.name, "workspace"),
        ));
    }
    for account in plan
        .storage
        .iter()
        .filter(|account| account.public_network_access)
    {
        let mut endpoints = plan.private_endpoints.iter();
        if endpoints.any(|endpoint| endpoint.storage == Some(account.id)) {
            let name = wording::name_or(&account.name, "storage account");
            found.push((Item::Storage(account.id), name));
        }
    }
    if workspace.key_vault.public_network_access && has(PrivateEndpointKind::KeyVault) {
        let name = wording::name_or(&workspace.key_vault.name, "key vault");
        found.push((Item::KeyVault, name));
    }
    if let Some(registry) = &workspace.registry
        && registry.public_network_access
        && has(PrivateEndpointKind::Registry)
    {
        found.push((Item::Registry, super::registry_name(registry)));
    }
    found
}

fn close(plan: &mut Plan, item: Item) {
    let workspace = &mut plan.workspace;
    match item {
        Item::Workspace => workspace.public_network_access = false,
        Item::KeyVault => workspace.key_vault.public_network_access = false,
        Item::Registry => {
            if let Some(registry) = &mut workspace.registry {
                registry.public_network_access = false;
            }
        }
        Item::Storage(id) => {
            if let Some(account) = plan.storage_account_mut(id) {
                account.public_network_access = false;
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, findings};

    #[test]
    fn flags_every_service_that_is_open_beside_its_endpoint() {
        let mut plan = scenario::batch_scoring();
        assert_silent(&RULE, &plan);
        plan.workspace.public_network_access = true;
        plan = mended(&RULE, &plan, "Close the public endpoint of mlw-fraud-prod");
        plan.storage[0].public_network_access = true;
        plan = mended(&RULE, &plan, "Close the public endpoint of stfraudmlprod01");
        plan.workspace.key_vault.public_network_access = true;
        plan.workspace
            .registry
            .as_mut()
            .expect("one")
            .public_network_access = true;
        let found = findings(&RULE, &plan);
        let titles: Vec<&str> = found.iter().map(|finding| &*finding.title).collect();
        assert_eq!(
            titles,
            [
                "kv-fraud-ml-prod-01 still answers on its public endpoint",
                "crfraudmlprod01 still answers on its public endpoint"
            ]
        );
    }

    #[test]
    fn passes_a_public_service_without_endpoint() {
        assert_silent(&RULE, &scenario::classic_2019());
    }
}
