//! A workspace has a default storage account, and that is no data lake.

use crate::azure::sources;
use crate::domain::{Item, Placement};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "WSP001",
    name: "workspace-default-storage",
    facts: &["PE-6", "SEED-2"],
    severity: Severity::Error,
    synopsis: "The workspace has one default storage account, without hierarchical namespace.",
    why: "A workspace keeps its files in one storage account, and its file system must be flat.",
    recommendation: "Choose a plain storage account as default, and keep data lakes as datastores.",
    sources: &[&sources::SEED_A, &sources::AML_WSMAN],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let defaults = || {
        plan.storage
            .iter()
            .filter(|account| account.workspace_default)
    };
    let workspace = wording::name_or(&plan.workspace.name, "workspace");
    let Some(account) = defaults().next() else {
        if plan.workspace.placement == Placement::Existing {
            return; // It has one that the plan need not know.
        }
        let finding = out.report(
            &RULE,
            Item::Workspace,
            format!("{workspace} has no storage account"),
            "Every workspace keeps snapshots, logs and models in a storage account of its own. Add one.",
        );
        let candidate = plan
            .storage
            .iter()
            .find(|account| !account.hierarchical_namespace);
        if let Some(account) = candidate {
            let id = account.id;
            finding.fix(
                Applicability::Suggested,
                format!("Use {}", wording::name_or(&account.name, "storage account")),
                move |plan| {
                    if let Some(account) = plan.storage_account_mut(id) {
                        account.workspace_default = true;
                    }
                },
            );
        }
        return;
    };
    let (id, name) = (
        account.id,
        wording::name_or(&account.name, "storage account"),
    );
    if let Some(second) = defaults().nth(1) {
        let second_id = second.id;
        let second_name = wording::name_or(&second.name, "storage account");
        out.report(
            &RULE,
            Item::Storage(second_id).field("workspace_default"),
            format!("{name} and {second_name} are both the default of {workspace}"),
            "A workspace has one default account. The others can be datastores.",
        )
        .also(Item::Storage(id).field("workspace_default"))
        .fix(
            Applicability::Suggested,
            format!("Keep {name}"),
            move |plan| {
                for account in &mut plan.storage {
                    account.workspace_default = account.id == id;
                }
            },
        );
    }
    if account.hierarchical_namespace {
        let finding = out.report(
            &RULE,
            Item::Storage(id).field("hierarchical_namespace"),
            format!("{name} is a data lake and the default of {workspace}"),
            "The default account must not have a hierarchical namespace. Use a plain account, and this one as \
             a datastore.",
        );
        if account.placement == Placement::New {
            finding.fix(
                Applicability::Suggested,
                "Create it without hierarchical namespace",
                move |plan| {
                    if let Some(account) = plan.storage_account_mut(id) {
                        account.hierarchical_namespace = false;
                    }
                },
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_a_workspace_without_default_account() {
        let mut plan = scenario::batch_scoring();
        plan.storage[0].workspace_default = false;
        assert_eq!(
            only(&RULE, &plan).title,
            "mlw-fraud-prod has no storage account"
        );
        mended(&RULE, &plan, "Use stfraudmlprod01");
    }

    #[test]
    fn flags_two_defaults() {
        let mut plan = scenario::everything();
        plan.storage[1].workspace_default = true;
        let label = only(&RULE, &plan).fixes[0].label.clone();
        mended(&RULE, &plan, &label);
    }

    #[test]
    fn flags_a_data_lake_as_default() {
        let mut plan = scenario::batch_scoring();
        plan.storage[0].hierarchical_namespace = true;
        assert_eq!(
            only(&RULE, &plan).title,
            "stfraudmlprod01 is a data lake and the default of mlw-fraud-prod"
        );
        mended(&RULE, &plan, "Create it without hierarchical namespace");
    }

    #[test]
    fn passes_a_plain_default_beside_a_data_lake() {
        assert_silent(&RULE, &scenario::everything());
    }
}
