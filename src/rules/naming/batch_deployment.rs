//! Names of batch deployments.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM013",
    name: "batch-deployment-name",
    facts: &["NAME-13"],
    severity: Severity::Error,
    synopsis: "A batch deployment has 3 to 32 letters, digits and single hyphens, and starts with \
               a letter.",
    why: "Azure refuses other names for deployments.",
    recommendation: "Rename the deployment.",
    sources: &[&sources::AML_QUOTA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(cx, out, &RULE, &[NameKind::BatchDeployment]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, only};
    use crate::samples::{batch_scoring, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(batch_scoring(), |plan| {
            plan.batch_endpoints[0].deployments[0].name = "v1".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“v1” has 2 characters");
        assert_eq!(
            finding.message,
            "Azure refuses it: a batch deployment name has 3 to 32. Rename it."
        );
        let changed = finding.fixes[0].edit.preview(&plan);
        assert_silent(&RULE, &changed);
    }

    #[test]
    fn passes_the_names_of_the_sample() {
        assert_silent(&RULE, &batch_scoring());
    }
}
