//! Names of storage accounts, which are part of host names.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM007",
    name: "storage-account-name",
    facts: &["NAME-7"],
    severity: Severity::Error,
    synopsis: "A storage account has 3 to 24 lowercase letters and digits.",
    why: "The name is a DNS label of every storage address and unique in the cloud.",
    recommendation: "Rename the storage account.",
    sources: &[&sources::NAMES, &sources::STG_SCHEMA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(cx, out, &RULE, &[NameKind::StorageAccount]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{private_training, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(private_training(), |plan| {
            plan.storage[0].name = "St-Churn".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“St-Churn” contains “S”");
        assert_eq!(
            finding.message,
            "Azure refuses it: a storage account name has lowercase letters and digits. Rename it."
        );
        fixed(&RULE, &plan, "Rename to stchurn");
    }

    #[test]
    fn flags_a_missing_name_and_generates_one() {
        let plan = with(private_training(), |plan| {
            plan.storage[0].name = " ".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "A storage account has no name");
        assert_eq!(
            finding.message,
            "Azure creates nothing without a name. Write one, or take a generated one."
        );
        let label = finding.fixes[0].label.clone();
        assert!(label.starts_with("Name it "), "{label}");
        fixed(&RULE, &plan, &label);
    }

    #[test]
    fn passes_the_names_of_the_sample() {
        assert_silent(&RULE, &private_training());
    }
}
