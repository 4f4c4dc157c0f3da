//! Names of AKS node pools.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM015",
    name: "node-pool-name",
    facts: &["NAME-15"],
    severity: Severity::Error,
    synopsis: "A node pool has 1 to 12 lowercase letters and digits and starts with a letter.",
    why: "The name goes into the names of scale sets and nodes, which leave twelve characters.",
    recommendation: "Rename the pool.",
    sources: &[&sources::AKS_SCHEMA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(cx, out, &RULE, &[NameKind::NodePool]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{aks_inference, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(aks_inference(), |plan| {
            plan.aks[0].pools[0].name = "System-Pool".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“System-Pool” contains “S”");
        assert_eq!(
            finding.message,
            "Azure refuses it: a node pool name has lowercase letters and digits. Rename it."
        );
        fixed(&RULE, &plan, "Rename to systempool");
    }

    #[test]
    fn passes_the_names_of_the_sample() {
        assert_silent(&RULE, &aks_inference());
    }
}
