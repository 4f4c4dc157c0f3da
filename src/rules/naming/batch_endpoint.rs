//! Names of batch endpoints.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM012",
    name: "batch-endpoint-name",
    facts: &["NAME-12"],
    severity: Severity::Error,
    synopsis: "A batch endpoint has 3 to 32 letters, digits and single hyphens, and starts with a \
               letter.",
    why: "The name becomes part of the endpoint's address.",
    recommendation: "Rename the endpoint.",
    sources: &[&sources::AML_QUOTA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(cx, out, &RULE, &[NameKind::BatchEndpoint]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{batch_scoring, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(batch_scoring(), |plan| {
            plan.batch_endpoints[0].name = "be_score".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“be_score” contains “_”");
        assert_eq!(
            finding.message,
            "Azure refuses it: a batch endpoint name has letters, digits and hyphens. Rename it."
        );
        fixed(&RULE, &plan, "Rename to be-score");
    }

    #[test]
    fn passes_the_names_of_the_sample() {
        assert_silent(&RULE, &batch_scoring());
    }
}
