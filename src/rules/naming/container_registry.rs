//! Names of container registries, which are part of host names.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM009",
    name: "registry-name",
    facts: &["NAME-9"],
    severity: Severity::Error,
    synopsis: "A container registry has 5 to 50 letters and digits.",
    why: "The name is the registry's host name and unique in the cloud.",
    recommendation: "Rename the registry.",
    sources: &[&sources::NAMES, &sources::ACR_SCHEMA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(cx, out, &RULE, &[NameKind::ContainerRegistry]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{private_training, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(private_training(), |plan| {
            plan.workspace.registry.as_mut().expect("a registry").name = "cr-churn".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“cr-churn” contains “-”");
        assert_eq!(
            finding.message,
            "Azure refuses it: a container registry name has letters and digits. Rename it."
        );
        fixed(&RULE, &plan, "Rename to crchurn");
    }

    #[test]
    fn passes_the_names_of_the_sample() {
        assert_silent(&RULE, &private_training());
    }
}
