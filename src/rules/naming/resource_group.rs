//! Names of resource groups.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;
use super::names::names;

pub(super) const RULE: Rule = Rule {
    code: "NAM001",
    name: "resource-group-name",
    facts: &["NAME-1"],
    severity: Severity::Error,
    synopsis: "A resource group has 1 to 90 letters, digits and - _ . ( ), and does not end in a \
               period.",
    why: "Azure refuses other characters, and the registry does not accept letters beyond ASCII \
          in the name of its group.",
    recommendation: "Rename the resource group.",
    sources: &[&sources::NAMES, &sources::AML_WSMAN],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(cx, out, &RULE, &[NameKind::ResourceGroup]);
    if cx.plan.workspace.registry.is_none() {
        return;
    }
    for entry in names(cx.plan) {
        if entry.kind == NameKind::ResourceGroup
            && crate::azure::naming::check(entry.kind, entry.name).is_ok()
            && let Some(found) = entry.name.chars().find(|c| !c.is_ascii())
        {
            out.report(
                &RULE,
                entry.subject,
                format!("“{}” contains “{found}”", entry.name.trim()),
                "Azure accepts letters of every script here, but a container registry does not. Use plain \
                 letters and digits while the plan has a registry.",
            )
            .severity(Severity::Warning);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{blank, private_training, with};

    #[test]
    fn flags_a_period_at_the_end() {
        let plan = with(private_training(), |plan| {
            plan.basics.resource_group = "rg-churn.".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“rg-churn.” ends with “.”");
        fixed(&RULE, &plan, "Rename to rg-churn");
    }

    #[test]
    fn flags_a_missing_group_and_one_of_a_vnet() {
        let plan = with(private_training(), |plan| {
            plan.basics.resource_group.clear();
        });
        assert_eq!(only(&RULE, &plan).title, "A resource group has no name");
        let plan = with(private_training(), |plan| {
            plan.vnets[0].resource_group = "rg/network".to_owned();
        });
        assert_eq!(only(&RULE, &plan).subjects[0].field, "resource_group");
        fixed(&RULE, &plan, "Rename to rg-network");
    }

    #[test]
    fn flags_letters_that_a_registry_does_not_take_as_a_warning() {
        let name = |plan: &mut crate::domain::Plan| {
            plan.basics.resource_group = "rg-prüfung".to_owned();
        };
        let plan = with(private_training(), name);
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(finding.title, "“rg-prüfung” contains “ü”");
        let without_registry = with(blank(), name);
        assert_silent(&RULE, &without_registry);
    }

    #[test]
    fn passes_the_names_of_the_sample() {
        assert_silent(&RULE, &private_training());
    }
}
