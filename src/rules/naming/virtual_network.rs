//! Names of VNets.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM002",
    name: "vnet-name",
    facts: &["NAME-2"],
    severity: Severity::Error,
    synopsis: "A VNet has 2 to 64 letters, digits and - _ . and starts with a letter or digit.",
    why: "Azure refuses other names, and a VNet cannot be renamed.",
    recommendation: "Rename the VNet.",
    sources: &[&sources::NAMES],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(cx, out, &RULE, &[NameKind::VirtualNetwork]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{private_training, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(private_training(), |plan| {
            plan.vnets[0].name = "vnet ml".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“vnet ml” contains a space");
        assert_eq!(
            finding.message,
            "Azure refuses it: a VNet name has letters, digits, hyphens, underscores and periods. Rename it."
        );
        fixed(&RULE, &plan, "Rename to vnet-ml");
    }

    #[test]
    fn flags_a_missing_name_and_generates_one() {
        let plan = with(private_training(), |plan| {
            plan.vnets[0].name.clear();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "A VNet has no name");
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
