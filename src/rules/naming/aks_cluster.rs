//! Names of AKS clusters.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM014",
    name: "aks-cluster-name",
    facts: &["NAME-14"],
    severity: Severity::Error,
    synopsis: "An AKS cluster has 1 to 63 letters, digits, hyphens and underscores, and a letter \
               or digit at both ends.",
    why: "Azure refuses other names, and a cluster cannot be renamed.",
    recommendation: "Rename the cluster.",
    sources: &[&sources::AKS_SCHEMA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(cx, out, &RULE, &[NameKind::AksCluster]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{aks_inference, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(aks_inference(), |plan| {
            plan.aks[0].name = "aks-score-".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“aks-score-” ends with “-”");
        assert_eq!(
            finding.message,
            "Azure refuses it: an AKS cluster name ends with a letter or a digit. Rename it."
        );
        fixed(&RULE, &plan, "Rename to aks-score");
    }

    #[test]
    fn passes_the_names_of_the_sample() {
        assert_silent(&RULE, &aks_inference());
    }
}
