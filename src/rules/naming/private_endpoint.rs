//! Names of private endpoints.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM005",
    name: "private-endpoint-name",
    facts: &["NAME-5"],
    severity: Severity::Error,
    synopsis: "A private endpoint has 2 to 64 letters, digits and - _ . and starts with a letter \
               or digit.",
    why: "Azure refuses other names for private endpoints.",
    recommendation: "Rename the private endpoint.",
    sources: &[&sources::NAMES],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(cx, out, &RULE, &[NameKind::PrivateEndpoint]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{private_training, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(private_training(), |plan| {
            plan.private_endpoints[0].name = "pep blob".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“pep blob” contains a space");
        assert_eq!(
            finding.message,
            "Azure refuses it: a private endpoint name has letters, digits, hyphens, underscores and periods. Rename it."
        );
        fixed(&RULE, &plan, "Rename to pep-blob");
    }

    #[test]
    fn passes_the_names_of_the_sample() {
        assert_silent(&RULE, &private_training());
    }
}
