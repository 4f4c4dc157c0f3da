//! A private workspace has a private endpoint for itself and for every service that it stands on.
//!
//! Batch endpoints need more of the storage account, so with them the account's services are theirs to check.

use crate::azure::sources;
use crate::domain::{
    IsolationMode, Item, Plan, PrivateEndpointKind, Registry, RegistrySku, RuleProfile, StorageId,
    Subject, Word,
};
use crate::rules::{
    Applicability, Context, Finding, Findings, Rule, Severity, fixes, names, wording,
};

pub(super) const RULE: Rule = Rule {
    code: "PEP001",
    name: "private-endpoint-missing",
    facts: &["PE-1", "PE-2", "PE-3", "PE-7", "PE-8", "AML-95"],
    severity: Severity::Error,
    synopsis: "A private workspace has private endpoints for itself, storage blob and file, the key vault and \
               the registry.",
    why: "A private workspace is reachable only over private endpoints, and so is everything that \
          its jobs read and write.",
    recommendation: "Add the endpoint.",
    sources: &[
        &sources::AML_WS,
        &sources::AML_PL,
        &sources::AML_TUT,
        &sources::ACR_PL,
    ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    if !super::is_private(plan) {
        return;
    }
    let has = |kind| plan.endpoints_of(kind).next().is_some();
    // A managed network brings its own endpoints to the services; people still need theirs (AML-95).
    let managed = plan.workspace.isolation != IsolationMode::Disabled;
    let workspace = wording::name_or(&plan.workspace.name, "workspace");
    if !has(PrivateEndpointKind::Workspace) {
        let finding = report(
            out,
            Item::Workspace,
            format!("{workspace} has no private endpoint"),
            "With its public endpoint closed nobody reaches the workspace: neither people nor computes. \
             Add the endpoint.",
        );
        fixes::offer_endpoint(plan, finding, PrivateEndpointKind::Workspace, None);
    }
    check_storage(plan, out);
    if managed {
        return;
    }
    if !has(PrivateEndpointKind::KeyVault) {
        let vault = wording::name_or(&plan.workspace.key_vault.name, "key vault");
        let finding = report(
            out,
            Item::KeyVault,
            format!("{vault} has no private endpoint"),
            format!(
                "{workspace} keeps its secrets there and reads them over the private network. Add the endpoint."
            ),
        );
        fixes::offer_endpoint(plan, finding, PrivateEndpointKind::KeyVault, None);
    }
    if let Some(registry) = &plan.workspace.registry
        && !has(PrivateEndpointKind::Registry)
    {
        let name = wording::name_or(&registry.name, "registry");
        let finding = report(
            out,
            Item::Registry,
            format!("{name} has no private endpoint"),
            "Nodes pull their images from the registry over the private network. Add the endpoint.",
        );
        offer_registry(plan, finding, registry);
    }
}

/// Blob and file of the default account, unless batch endpoints ask for all four services.
fn check_storage(plan: &Plan, out: &mut Findings) {
    let outside_by_rule = plan.basics.profile == RuleProfile::Classic2019;
    if outside_by_rule || !plan.batch_endpoints.is_empty() {
        return;
    }
    let Some(account) = plan.default_storage().map(|account| account.id) else {
        return;
    };
    for kind in [PrivateEndpointKind::Blob, PrivateEndpointKind::File] {
        if !super::leads_to(plan, kind, account) {
            let why = if kind == PrivateEndpointKind::Blob {
                "Data, logs and snapshots of every job lie in blobs."
            } else {
                "Notebooks and the mounts of compute instances lie in file shares."
            };
            let finding = report(
                out,
                Item::Storage(account),
                title(plan, kind, account),
                format!("{why} Each storage service needs an endpoint of its own."),
            );
            finding.part(kind.word());
            fixes::offer_endpoint(plan, finding, kind, Some(account));
        }
    }
}

/// The title for a storage service without endpoint.
pub(in crate::rules) fn title(
    plan: &Plan,
    kind: PrivateEndpointKind,
    account: StorageId,
) -> String {
    format!(
        "{} has no private endpoint for {}",
        super::account_name(plan, account),
        kind.word()
    )
}

fn report(
    out: &mut Findings,
    subject: impl Into<Subject>,
    title: String,
    message: impl Into<String>,
) -> &mut Finding {
    out.report(&RULE, subject, title, message)
}

/// Offers the endpoint; a registry that cannot have one becomes Premium on the way.
fn offer_registry(plan: &Plan, finding: &mut Finding, registry: &Registry) {
    let kind = PrivateEndpointKind::Registry;
    if registry.sku == RegistrySku::Premium {
        fixes::offer_endpoint(plan, finding, kind, None);
        return;
    }
    if fixes::endpoint_subnet(plan).is_none() {
        return;
    }
    let name = names::private_endpoint(plan, kind, None);
    finding.fix(
        Applicability::Suggested,
        format!("Change to Premium and add {name}"),
        move |plan| {
            if let Some(registry) = &mut plan.workspace.registry {
                registry.sku = RegistrySku::Premium;
            }
            fixes::add_endpoint(plan, kind, None);
        },
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};
    use crate::samples::with;

    fn without(kind: PrivateEndpointKind) -> Plan {
        with(scenario::private_training(), |plan| {
            plan.private_endpoints
                .retain(|endpoint| endpoint.kind != kind);
        })
    }

    #[test]
    fn flags_each_missing_endpoint_and_adds_it() {
        for (kind, title) in [
            (PrivateEndpointKind::Workspace, "has no private endpoint"),
            (
                PrivateEndpointKind::Blob,
                "has no private endpoint for blob",
            ),
            (
                PrivateEndpointKind::File,
                "has no private endpoint for file",
            ),
            (PrivateEndpointKind::KeyVault, "has no private endpoint"),
            (PrivateEndpointKind::Registry, "has no private endpoint"),
        ] {
            let plan = without(kind);
            let finding = only(&RULE, &plan);
            assert!(finding.title.ends_with(title), "{}", finding.title);
            let label = finding.fixes[0].label.clone();
            let plan = mended(&RULE, &plan, &label);
            let added = plan.private_endpoints.last().expect("added");
            assert_eq!(added.kind, kind);
            assert_eq!(label, format!("Add {} to snet-pep", added.name));
        }
    }

    #[test]
    fn upgrades_a_registry_that_cannot_have_an_endpoint() {
        let plan = with(without(PrivateEndpointKind::Registry), |plan| {
            plan.workspace.registry.as_mut().expect("one").sku = RegistrySku::Standard;
        });
        let label = only(&RULE, &plan).fixes[0].label.clone();
        assert!(
            label.starts_with("Change to Premium and add pep-"),
            "{label}"
        );
        mended(&RULE, &plan, &label);
    }

    #[test]
    fn leaves_services_of_a_managed_network_to_it() {
        let plan = with(without(PrivateEndpointKind::KeyVault), |plan| {
            plan.workspace.isolation = IsolationMode::AllowInternetOutbound;
        });
        assert_silent(&RULE, &plan);
    }

    #[test]
    fn passes_a_public_workspace() {
        assert_silent(&RULE, &scenario::classic_2019());
        assert_silent(&RULE, &scenario::private_training());
    }
}
