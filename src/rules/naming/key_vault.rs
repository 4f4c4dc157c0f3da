//! Names of key vaults, which are part of host names.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM008",
    name: "key-vault-name",
    facts: &["NAME-8"],
    severity: Severity::Error,
    synopsis: "A key vault has 3 to 24 letters, digits and single hyphens, and starts with a letter.",
    why: "The name is a DNS label and unique in the cloud, deleted vaults included.",
    recommendation: "Rename the key vault.",
    sources: &[&sources::NAMES],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(cx, out, &RULE, &[NameKind::KeyVault]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{private_training, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(private_training(), |plan| {
            plan.workspace.key_vault.name = "kv--churn".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“kv--churn” has two hyphens in a row");
        assert_eq!(
            finding.message,
            "Azure refuses it: a key vault name has single hyphens. Rename it."
        );
        fixed(&RULE, &plan, "Rename to kv-churn");
    }

    #[test]
    fn passes_the_names_of_the_sample() {
        assert_silent(&RULE, &private_training());
    }
}
