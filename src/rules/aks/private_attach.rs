//! What to know before a private cluster is attached to the workspace.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "AKS020",
    name: "aks-private-attach",
    facts: &["AKS-41"],
    severity: Severity::Advice,
    synopsis: "A private AKS cluster is created first, without a public FQDN, and attached then.",
    why: "The ML extension needs a private name for the API server; a public FQDN on a private \
          cluster is not supported.",
    recommendation: "Create it with the public FQDN disabled; attach it again after each stop and start.",
    sources: &[&sources::AML_K8S, &sources::AML_V1AKS],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let private = cx.plan.aks.iter().filter(|aks| aks.private_cluster);
    for aks in private.filter(|aks| aks.inference || aks.training) {
        out.report(
            &RULE,
            Item::Aks(aks.id).field("private_cluster"),
            format!("Attach {} with its public FQDN disabled", super::name(aks)),
            "Azure Machine Learning does not support a public FQDN on a private cluster. Create the cluster \
             first, then attach it; after a stop and start its endpoint is new, so attach it again.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_a_private_cluster() {
        let plan = scenario::aks_inference();
        assert_eq!(
            only(&RULE, &plan).title,
            "Attach aks-pricing-prod with its public FQDN disabled"
        );
    }

    #[test]
    fn passes_a_public_cluster_and_one_that_is_not_attached() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].inference = false;
        assert_silent(&RULE, &plan);
        (plan.aks[0].inference, plan.aks[0].private_cluster) = (true, false);
        assert_silent(&RULE, &plan);
    }
}
