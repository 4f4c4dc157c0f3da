//! SSH to the nodes of a cluster stays closed to the internet.

use crate::azure::sources;
use crate::domain::{Item, RuleProfile};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "CMP009",
    name: "cluster-ssh-from-internet",
    facts: &["AML-25", "SEED-9"],
    severity: Severity::Warning,
    synopsis: "Clusters do not open SSH on public IP addresses.",
    why: "SSH on a public address is tried by everybody; Azure closes it unless it is opened on \
          purpose, and it cannot be closed later.",
    recommendation: "Leave SSH closed; it cannot be changed after creation.",
    sources: &[&sources::AML_CLUSTER, &sources::ML_SCHEMA, &sources::SEED_A],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let classic = cx.plan.basics.profile == RuleProfile::Classic2019;
    for cluster in cx
        .plan
        .clusters
        .iter()
        .filter(|cluster| cluster.ssh_public_access)
    {
        let id = cluster.id;
        let name = wording::name_or(&cluster.name, "cluster");
        let message = if classic {
            "The rules of 2019 opened port 22 on every node. Today it is closed unless asked for, and cannot \
             be changed after creation."
        } else {
            "Port 22 of every node would answer the whole internet, and that cannot be changed after creation. \
             In a VNet people reach nodes from inside."
        };
        out.report(
            &RULE,
            Item::Cluster(id).field("ssh_public_access"),
            format!("{name} opens SSH to the internet"),
            message,
        )
        .severity(if classic {
            Severity::Advice
        } else {
            Severity::Warning
        })
        .fix(Applicability::Suggested, "Close SSH", move |plan| {
            if let Some(cluster) = plan.cluster_mut(id) {
                cluster.ssh_public_access = false;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_open_ssh_and_advises_by_the_rules_of_2019() {
        let mut plan = scenario::classic_2019();
        assert_silent(&RULE, &plan);
        plan.clusters[0].ssh_public_access = true;
        assert_eq!(only(&RULE, &plan).severity, Severity::Advice);
        let mut plan = scenario::batch_scoring();
        plan.clusters[0].ssh_public_access = true;
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(finding.title, "cpu-fraud-train opens SSH to the internet");
        mended(&RULE, &plan, "Close SSH");
    }

    #[test]
    fn passes_clusters_that_keep_ssh_closed() {
        assert_silent(&RULE, &scenario::batch_scoring());
    }
}
