//! What the tests of rules share: small plans to break, and asking one rule about a plan.

use crate::domain::{
    ClusterId, ComputeCluster, Peering, PeeringId, Plan, PrefixText, Subnet, SubnetId,
    SubnetPurpose, Vnet, VnetId,
};

use super::{Context, Finding, Findings, Rule};

/// What one rule says about a plan.
pub(super) fn findings(rule: &Rule, plan: &Plan) -> Findings {
    let mut findings = Findings::default();
    (rule.check)(&Context::new(plan), &mut findings);
    findings.sort();
    findings
}

/// The one thing that a rule says about a plan.
#[track_caller]
pub(super) fn only(rule: &Rule, plan: &Plan) -> Finding {
    let findings = findings(rule, plan);
    assert_eq!(findings.len(), 1, "one finding expected: {findings:#?}");
    findings.iter().next().expect("one finding").clone()
}

/// Asserts that a rule says nothing about a plan.
#[track_caller]
pub(super) fn assert_silent(rule: &Rule, plan: &Plan) {
    let findings = findings(rule, plan);
    assert!(findings.is_empty(), "no finding expected: {findings:#?}");
}

/// Applies the fix with this label to the one finding, and asserts that it removes the finding.
#[track_caller]
pub(super) fn fixed(rule: &Rule, plan: &Plan, label: &str) -> Plan {
    let finding = only(rule, plan);
    let labels: Vec<&str> = finding.fixes.iter().map(|fix| &*fix.label).collect();
    let fix = finding.fixes.iter().find(|fix| fix.label == label);
    let fix = fix.unwrap_or_else(|| panic!("no fix “{label}” among {labels:?}"));
    let changed = fix.edit.preview(plan);
    assert_silent(rule, &changed);
    changed
}

/// A VNet with subnets, given as name, purpose, prefix.
pub(super) fn vnet(
    plan: &mut Plan,
    name: &str,
    space: &[&str],
    subnets: &[(&str, SubnetPurpose, &str)],
) -> VnetId {
    let id = VnetId(plan.next_id());
    let subnets = subnets
        .iter()
        .map(|(name, purpose, prefix)| Subnet {
            id: SubnetId(plan.next_id()),
            name: (*name).to_owned(),
            purpose: *purpose,
            prefix: PrefixText::new(*prefix),
            ..Subnet::default()
        })
        .collect();
    plan.vnets.push(Vnet {
        id,
        name: name.to_owned(),
        address_space: space.iter().map(|text| PrefixText::new(*text)).collect(),
        subnets,
        ..Vnet::default()
    });
    id
}

/// `vnet-ml` with `snet-train` for ML compute and `snet-pep` for private endpoints, at these prefixes.
pub(super) fn ml_plan(space: &str, training: &str, endpoints: &str) -> Plan {
    let mut plan = Plan::default();
    let subnets = [
        ("snet-train", SubnetPurpose::Training, training),
        ("snet-pep", SubnetPurpose::PrivateEndpoints, endpoints),
    ];
    vnet(&mut plan, "vnet-ml", &[space], &subnets);
    plan
}

/// The id of the subnet with this name.
#[track_caller]
pub(super) fn subnet(plan: &Plan, name: &str) -> SubnetId {
    let found = plan.subnets().find(|(_, subnet)| subnet.name == name);
    found.expect("a subnet of this name").1.id
}

/// The subnet with this name, to break it.
#[track_caller]
pub(super) fn subnet_mut<'a>(plan: &'a mut Plan, name: &str) -> &'a mut Subnet {
    let id = subnet(plan, name);
    plan.subnet_mut(id).expect("just found")
}

/// Adds a cluster of at most this many nodes to a subnet.
pub(super) fn cluster(plan: &mut Plan, name: &str, subnet_name: &str, max_nodes: u32) -> ClusterId {
    let id = ClusterId(plan.next_id());
    let subnet = subnet(plan, subnet_name);
    plan.clusters.push(ComputeCluster {
        id,
        name: name.to_owned(),
        max_nodes,
        subnet: Some(subnet),
        ..ComputeCluster::default()
    });
    id
}

/// Peers two VNets in both directions, open, without gateway transit.
pub(super) fn peer(plan: &mut Plan, a: VnetId, b: VnetId) {
    for (from, to) in [(a, b), (b, a)] {
        let id = PeeringId(plan.next_id());
        plan.peerings.push(Peering {
            id,
            from,
            to,
            allow_vnet_access: true,
            ..Peering::default()
        });
    }
}

/// `vnet-a` and `vnet-b`, peered, at these prefixes.
pub(super) fn peered_plan(a: &str, b: &str) -> Plan {
    let mut plan = Plan::default();
    let a = vnet(&mut plan, "vnet-a", &[a], &[]);
    let b = vnet(&mut plan, "vnet-b", &[b], &[]);
    peer(&mut plan, a, b);
    plan
}
