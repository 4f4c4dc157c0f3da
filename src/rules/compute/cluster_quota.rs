//! Clusters and the number of computes stay within the quotas of Azure ML.

use crate::azure::limits::{CLUSTER_NODES, COMPUTES, Limit, Verdict};
use crate::azure::sources;
use crate::domain::{Item, Plan};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "CMP012",
    name: "compute-quota",
    facts: &["AML-28"],
    severity: Severity::Warning,
    synopsis: "A cluster has 100 nodes at most and a region 500 computes, unless the quota is raised.",
    why: "These are the quotas that a subscription starts with; what is beyond is refused until a request is \
          granted.",
    recommendation: "Request quota before deploying, or plan for less.",
    sources: &[&sources::AML_QUOTA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for cluster in &cx.plan.clusters {
        let limit = CLUSTER_NODES.value;
        let nodes = u64::from(cluster.max_nodes);
        let Some(severity) = severity(limit, nodes) else {
            continue;
        };
        let id = cluster.id;
        let most = limit.usual;
        out.report(
            &RULE,
            Item::Cluster(id).field("max_nodes"),
            format!(
                "{} has up to {}",
                wording::name_or(&cluster.name, "cluster"),
                wording::count(nodes, "node", "nodes")
            ),
            message(limit, "nodes of a cluster"),
        )
        .severity(severity)
        .fix(
            Applicability::Suggested,
            format!("Use {most} nodes at most"),
            move |plan| {
                if let Some(cluster) = plan.cluster_mut(id) {
                    cluster.max_nodes = u32::try_from(most).unwrap_or(u32::MAX);
                    cluster.min_nodes = cluster.min_nodes.min(cluster.max_nodes);
                }
            },
        );
    }
    let limit = COMPUTES.value;
    let computes = computes(cx.plan);
    if let Some(severity) = severity(limit, computes) {
        out.report(
            &RULE,
            Item::Workspace,
            format!(
                "The plan has {}",
                wording::count(computes, "compute", "computes")
            ),
            message(limit, "computes in a region"),
        )
        .severity(severity);
    }
}

fn computes(plan: &Plan) -> u64 {
    u64::try_from(plan.clusters.len() + plan.instances.len()).unwrap_or(u64::MAX)
}

fn severity(limit: Limit, count: u64) -> Option<Severity> {
    match limit.judge(count) {
        Verdict::Within => None,
        Verdict::NeedsMore => Some(Severity::Warning),
        Verdict::Beyond => Some(Severity::Error),
    }
}

fn message(limit: Limit, what: &str) -> String {
    format!(
        "The quota for {what} is {}, and can be raised to {}. Request it before deploying.",
        wording::thousands(limit.usual),
        wording::thousands(limit.most.unwrap_or(limit.usual))
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ComputeInstance, InstanceId};
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, fixed, only};

    fn sized(nodes: u32) -> Plan {
        let mut plan = scenario::batch_scoring();
        plan.clusters[0].max_nodes = nodes;
        plan
    }

    #[test]
    fn flags_clusters_beyond_the_quota() {
        let plan = sized(101);
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "cpu-fraud-train has up to 101 nodes");
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(
            finding.message,
            "The quota for nodes of a cluster is 100, and can be raised to 65,000. Request it before deploying."
        );
        fixed(&RULE, &plan, "Use 100 nodes at most");
        assert_eq!(only(&RULE, &sized(65_001)).severity, Severity::Error);
    }

    #[test]
    fn flags_more_computes_than_a_region_has() {
        let mut plan = scenario::batch_scoring();
        for _ in 0..500 {
            let id = InstanceId(plan.next_id());
            plan.instances.push(ComputeInstance {
                id,
                ..ComputeInstance::default()
            });
        }
        let titles: Vec<String> = crate::rules::testing::findings(&RULE, &plan)
            .iter()
            .map(|finding| finding.title.clone())
            .collect();
        assert_eq!(titles.len(), 1);
        assert!(titles[0].ends_with("computes"), "{titles:?}");
    }

    #[test]
    fn passes_the_quota_itself() {
        assert_silent(&RULE, &sized(100));
    }
}
