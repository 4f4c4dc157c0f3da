//! The ML extension has the processors that it needs.

use crate::azure::aks_limits::EXTENSION_CORES;
use crate::azure::sources;
use crate::domain::{Item, NodePool};
use crate::rules::{Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "AKS025",
    name: "aks-too-small-for-extension",
    facts: &["AKS-53"],
    severity: Severity::Warning,
    synopsis: "The pools of a cluster with the ML extension have 4 vCPUs together at least.",
    why: "The extension's own components ask for 4 vCPUs and 14 GB of memory before a model runs; on less, \
          its pods stay pending.",
    recommendation: "Use a larger VM size or more nodes.",
    sources: &[&sources::AML_K8SEXT],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let using = |aks: &&crate::domain::AksCluster| aks.inference || aks.training;
    for aks in cx.plan.aks.iter().filter(using) {
        let cores: Option<u64> = aks.pools.iter().map(most_cores).sum();
        // A pool whose size does not tell its processors may have as many as it takes.
        let (Some(cores), Some(pool)) = (cores, aks.pools.first()) else {
            continue;
        };
        if cores >= EXTENSION_CORES.value {
            continue;
        }
        out.report(
            &RULE,
            Item::NodePool(pool.id).field("vm_size"),
            format!(
                "{} has {} for the ML extension, which needs {}",
                super::name(aks),
                wording::count(cores, "vCPU", "vCPUs"),
                EXTENSION_CORES.value
            ),
            "The extension's pods ask for 4 vCPUs and 14 GB of memory and stay pending on less. Use a larger \
             VM size or more nodes.",
        )
        .also(Item::Aks(aks.id));
    }
}

/// The processors of a pool at its maximum, if the name of its size tells them.
fn most_cores(pool: &NodePool) -> Option<u64> {
    Some(u64::from(cores(&pool.vm_size)?) * u64::from(pool.max_nodes))
}

/// The processors in the name of a size: 4 in `Standard_D4s_v5`, 12 in `Standard_NC12s_v3`.
fn cores(size: &str) -> Option<u32> {
    let name = size.trim().strip_prefix("Standard_")?;
    // DS and DSv2 count their sizes, not their processors: DS3_v2 has four.
    if name.starts_with("DS") || name.starts_with("A") {
        return None;
    }
    let digits: String = name
        .chars()
        .skip_while(char::is_ascii_alphabetic)
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Plan;
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, only};

    fn sized(size: &str, nodes: u32) -> Plan {
        let mut plan = scenario::aks_inference();
        plan.aks[0].pools.truncate(1);
        plan.aks[0].pools[0].vm_size = size.to_owned();
        plan.aks[0].pools[0].max_nodes = nodes;
        plan
    }

    #[test]
    fn flags_a_cluster_with_fewer_processors() {
        assert_eq!(
            only(&RULE, &sized("Standard_D2s_v5", 1)).title,
            "aks-pricing-prod has 2 vCPUs for the ML extension, which needs 4"
        );
    }

    #[test]
    fn passes_enough_processors_and_sizes_that_do_not_tell() {
        assert_silent(&RULE, &sized("Standard_D2s_v5", 2));
        assert_silent(&RULE, &sized("Standard_DS2_v2", 1));
        assert_silent(&RULE, &sized("", 1));
        let mut unused = sized("Standard_D2s_v5", 1);
        unused.aks[0].inference = false;
        assert_silent(&RULE, &unused);
    }
}
