//! Names of the workspace's computes: clusters, instances and what is attached.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM011",
    name: "compute-name",
    facts: &["NAME-11"],
    severity: Severity::Error,
    synopsis: "A compute has 3 to 24 letters, digits and hyphens, starts with a letter and does \
               not end in a hyphen and digits.",
    why: "Azure adds numbers to the name for its nodes, so one that ends in a hyphen and digits \
          would be ambiguous.",
    recommendation: "Rename the compute.",
    sources: &[&sources::ML_SCHEMA, &sources::AML_CLUSTER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(cx, out, &RULE, &[NameKind::Compute]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{private_training, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(private_training(), |plan| {
            plan.clusters[0].name = "cpu-cluster-01".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "“cpu-cluster-01” ends with a hyphen and digits"
        );
        assert_eq!(
            finding.message,
            "Azure refuses a compute name with a hyphen and nothing but digits after it. Rename it."
        );
        fixed(&RULE, &plan, "Rename to cpu-cluster01");
    }

    #[test]
    fn flags_a_missing_name_and_generates_one() {
        let plan = with(private_training(), |plan| {
            plan.clusters[0].name.clear();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "A compute has no name");
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
