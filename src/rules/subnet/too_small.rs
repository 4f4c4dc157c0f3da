//! A subnet has an address for everything that is planned in it.

use crate::azure::sources;
use crate::azure::subnet_sizes::SUBNET_LENGTHS;
use crate::capacity::{DemandKind, SubnetDemand, smallest_prefix};
use crate::domain::{ClusterId, Item, Plan};
use crate::rules::refit::offer_room;
use crate::rules::wording::{count, thousands};
use crate::rules::{Applicability, Context, Finding, Findings, Rule, Severity, wording};

use crate::rules::demand_words::needs;

pub(super) const RULE: Rule = Rule {
    code: "SUB004",
    name: "subnet-too-small",
    facts: &["VNET-24", "VNET-20", "AML-1", "AML-2"],
    severity: Severity::Error,
    synopsis: "A subnet holds the addresses planned for it beside the five that Azure keeps.",
    why: "When addresses run out, clusters start fewer nodes than asked, without an error, and \
          other resources fail.",
    recommendation: "Enlarge the subnet, or plan fewer nodes.",
    sources: &[&sources::AML_TRAIN, &sources::NET_FAQ, &sources::SEED_A],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let smallest = *SUBNET_LENGTHS.value.end();
    for (vnet, subnet) in cx.plan.subnets() {
        let (Some(prefix), Some(use_)) = (cx.prefix(subnet.id), cx.utilisation(subnet.id)) else {
            continue;
        };
        // A prefix that Azure refuses for its size is another rule's finding.
        let short = use_.short();
        if short == 0 || prefix.length() > smallest {
            continue;
        }
        let demand = cx.demand.of(subnet.id);
        let finding = out.report(
            &RULE,
            Item::Subnet(subnet.id).field("prefix"),
            format!(
                "{} is {} short",
                wording::subnet(subnet),
                count(short, "address", "addresses")
            ),
            format!(
                "{}; a /{} has {} usable. {}",
                needs(&demand),
                prefix.length(),
                thousands(use_.usable),
                consequence(&demand, use_.usable)
            ),
        );
        let mut items: Vec<Item> = demand.lines.iter().map(|line| line.item).collect();
        items.dedup();
        for item in items
            .into_iter()
            .filter(|item| *item != Item::Subnet(subnet.id))
        {
            finding.also(item);
        }
        offer_room(cx, finding, vnet, subnet, smallest_prefix(use_.needed));
        offer_fewer_nodes(cx.plan, finding, &demand, short);
    }
}

/// What Azure does when the addresses run out, for what stands in the subnet.
fn consequence(demand: &SubnetDemand, usable: u64) -> String {
    let has = |kinds: &[DemandKind]| demand.lines.iter().any(|line| kinds.contains(&line.kind));
    let nodes = demand
        .of_kind(DemandKind::ClusterNodes)
        .saturating_add(demand.of_kind(DemandKind::Serverless));
    if nodes > 0 {
        let others = demand.total().saturating_sub(nodes);
        let started = usable.saturating_sub(others);
        format!(
            "Azure would start only {} of {}: a cluster stays below its target without an error.",
            thousands(started),
            count(nodes, "node", "nodes")
        )
    } else if has(&[
        DemandKind::AksNodes,
        DemandKind::AksPods,
        DemandKind::AksSurge,
    ]) {
        "Scaling out or upgrading the AKS cluster would fail.".to_owned()
    } else if has(&[DemandKind::PrivateEndpoint]) {
        "The last private endpoints could not be created.".to_owned()
    } else {
        "What comes last could not be created.".to_owned()
    }
}

/// Offers to lower the maximum of the largest cluster, if that alone is enough.
fn offer_fewer_nodes(plan: &Plan, finding: &mut Finding, demand: &SubnetDemand, short: u64) {
    let clusters = demand.lines.iter().filter_map(|line| match line.item {
        Item::Cluster(id) if line.kind == DemandKind::ClusterNodes => Some((id, line.addresses)),
        _ => None,
    });
    let Some((id, nodes)) = clusters.max_by_key(|(id, nodes)| (*nodes, std::cmp::Reverse(*id)))
    else {
        return;
    };
    let Some(cluster) = plan.cluster(id) else {
        return;
    };
    let fewer = nodes.saturating_sub(short);
    let Some(fewer) = u32::try_from(fewer)
        .ok()
        .filter(|fewer| *fewer >= cluster.min_nodes.max(1))
    else {
        return;
    };
    finding.fix(
        Applicability::Suggested,
        format!(
            "Lower {} to {} at most",
            wording::name_or(&cluster.name, "cluster"),
            count(u64::from(fewer), "node", "nodes")
        ),
        move |plan| lower(plan, id, fewer),
    );
}

fn lower(plan: &mut Plan, id: ClusterId, nodes: u32) {
    if let Some(cluster) = plan.cluster_mut(id) {
        cluster.max_nodes = nodes;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Placement, PrefixText};
    use crate::rules::testing::{assert_silent, cluster, fixed, ml_plan, only, subnet_mut};
    use crate::samples::{private_training, with};

    #[test]
    fn flags_a_cluster_that_would_start_in_part() {
        let mut plan = ml_plan("10.0.0.0/16", "10.0.0.0/27", "");
        cluster(&mut plan, "cpu-train", "snet-train", 30);
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "snet-train is 3 addresses short");
        assert_eq!(
            finding.message,
            "1 cluster with 30 nodes needs 30 addresses; a /27 has 27 usable. Azure would start only 27 \
             of 30 nodes: a cluster stays below its target without an error."
        );
        fixed(&RULE, &plan, "Grow snet-train to 10.0.0.0/26");
        let plan = fixed(&RULE, &plan, "Lower cpu-train to 27 nodes at most");
        assert_eq!(plan.clusters[0].max_nodes, 27);
    }

    #[test]
    fn moves_a_subnet_that_cannot_grow_in_place() {
        let mut plan = ml_plan("10.0.0.0/16", "10.0.0.0/27", "10.0.0.32/27");
        cluster(&mut plan, "cpu-train", "snet-train", 30);
        fixed(&RULE, &plan, "Move snet-train to 10.0.0.64/26");
    }

    #[test]
    fn counts_what_stands_beside_the_clusters() {
        let plan = with(private_training(), |plan| {
            subnet_mut(plan, "snet-training").prefix = PrefixText::new("10.30.1.0/27");
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "snet-training is 5 addresses short");
        assert_eq!(
            finding.message,
            "3 clusters with 30 nodes and 2 instances need 32 addresses; a /27 has 27 usable. Azure would \
             start only 25 of 30 nodes: a cluster stays below its target without an error."
        );
        assert_eq!(
            finding.subjects.len(),
            6,
            "the subnet and what stands in it"
        );
        fixed(&RULE, &plan, "Grow snet-training to 10.30.1.0/26");
    }

    #[test]
    fn flags_private_endpoints_that_find_no_address() {
        let plan = with(private_training(), |plan| {
            subnet_mut(plan, "snet-pep").prefix = PrefixText::new("10.30.2.0/29");
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "snet-pep is 5 addresses short");
        assert_eq!(
            finding.message,
            "5 private endpoints need 8 addresses; a /29 has 3 usable. The last private endpoints could \
             not be created."
        );
        fixed(&RULE, &plan, "Grow snet-pep to 10.30.2.0/28");
    }

    #[test]
    fn flags_but_never_resizes_an_existing_subnet() {
        let mut plan = ml_plan("10.0.0.0/16", "10.0.0.0/27", "");
        cluster(&mut plan, "cpu-train", "snet-train", 30);
        subnet_mut(&mut plan, "snet-train").placement = Placement::Existing;
        let labels: Vec<_> = only(&RULE, &plan)
            .fixes
            .into_iter()
            .map(|fix| fix.label)
            .collect();
        assert_eq!(labels, ["Lower cpu-train to 27 nodes at most"]);
    }

    #[test]
    fn passes_a_full_subnet_and_one_sized_by_us() {
        let mut plan = ml_plan("10.0.0.0/16", "10.0.0.0/27", "");
        cluster(&mut plan, "cpu-train", "snet-train", 27);
        assert_silent(&RULE, &plan);
        subnet_mut(&mut plan, "snet-train").prefix = PrefixText::default();
        assert_silent(&RULE, &plan);
    }
}
