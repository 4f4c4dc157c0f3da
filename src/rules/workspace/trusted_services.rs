//! Services that are closed to the public let trusted Azure services through.

use crate::azure::sources;
use crate::domain::{Item, Plan};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "WSP003",
    name: "trusted-services-shut-out",
    facts: &["PE-26"],
    severity: Severity::Warning,
    synopsis: "Storage, key vault and registry with closed public endpoints let trusted Azure services through.",
    why: "The workspace itself comes from Microsoft's network; a closed firewall shuts it out as \
          well.",
    recommendation: "Enable the bypass for trusted services.",
    sources: &[&sources::AML_WS],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (item, name, what) in shut(cx.plan) {
        out.report(
            &RULE,
            item.field("trusted_services"),
            format!("{name} shuts out trusted Azure services"),
            format!("With its public endpoint closed {what}. Let trusted services through."),
        )
        .fix(
            Applicability::Suggested,
            format!("Let them through to {name}"),
            move |plan| open(plan, item),
        );
    }
}

/// Everything that is closed and without the bypass, with what fails then.
fn shut(plan: &Plan) -> Vec<(Item, String, &'static str)> {
    let mut found = Vec::new();
    // Datastores are reached by the computes themselves; the workspace as a service uses the default account.
    let defaults = plan
        .storage
        .iter()
        .filter(|account| account.workspace_default);
    for account in defaults {
        if !account.public_network_access && !account.trusted_services {
            found.push((
                Item::Storage(account.id),
                wording::name_or(&account.name, "storage account"),
                "the workspace itself cannot write logs and snapshots there",
            ));
        }
    }
    let vault = &plan.workspace.key_vault;
    if !vault.public_network_access && !vault.trusted_services {
        found.push((
            Item::KeyVault,
            wording::name_or(&vault.name, "key vault"),
            "the workspace itself cannot read its secrets",
        ));
    }
    if let Some(registry) = &plan.workspace.registry
        && !registry.public_network_access
        && !registry.trusted_services
    {
        found.push((
            Item::Registry,
            super::registry_name(registry),
            "the workspace itself cannot look up images",
        ));
    }
    found
}

fn open(plan: &mut Plan, item: Item) {
    match item {
        Item::KeyVault => plan.workspace.key_vault.trusted_services = true,
        Item::Registry => {
            if let Some(registry) = &mut plan.workspace.registry {
                registry.trusted_services = true;
            }
        }
        Item::Storage(id) => {
            if let Some(account) = plan.storage_account_mut(id) {
                account.trusted_services = true;
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_each_closed_service_without_the_bypass() {
        let mut plan = scenario::batch_scoring();
        assert_silent(&RULE, &plan);
        plan.storage[0].trusted_services = false;
        assert_eq!(
            only(&RULE, &plan).message,
            "With its public endpoint closed the workspace itself cannot write logs and snapshots there. Let \
             trusted services through."
        );
        plan = mended(&RULE, &plan, "Let them through to stfraudmlprod01");
        plan.workspace.key_vault.trusted_services = false;
        plan = mended(&RULE, &plan, "Let them through to kv-fraud-ml-prod-01");
        plan.workspace
            .registry
            .as_mut()
            .expect("one")
            .trusted_services = false;
        mended(&RULE, &plan, "Let them through to crfraudmlprod01");
    }

    #[test]
    fn passes_services_that_are_open_anyway() {
        let mut plan = scenario::classic_2019();
        plan.storage[0].trusted_services = false;
        plan.workspace.key_vault.trusted_services = false;
        assert_silent(&RULE, &plan);
    }
}
