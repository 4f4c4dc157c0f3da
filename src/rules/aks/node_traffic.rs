//! The NSG of an AKS node subnet leaves traffic between nodes alone, and that of pods with addresses of their own.

use crate::azure::{reserved, sources};
use crate::domain::{Access, AksCluster, Direction, Item, Prefix, Protocol, SecurityRule, Subnet};
use crate::flow::{Border, Endpoint, Packet};
use crate::rules::inbound::{Blocked, stopped};
use crate::rules::{Context, Findings, Rule, Severity, wording};

use super::node_subnets;

/// Ports that nodes use among each other whatever runs on them: HTTPS, the kubelet, DNS of the pods.
const PROBES: &[(Protocol, u16)] = &[
    (Protocol::Tcp, 443),
    (Protocol::Tcp, 10_250),
    (Protocol::Udp, 53),
];

pub(super) const RULE: Rule = Rule {
    code: "AKS024",
    name: "aks-node-traffic-blocked",
    facts: &["AKS-6", "NSG-6"],
    severity: Severity::Error,
    synopsis: "The NSG of a subnet with AKS nodes lets nodes and pods reach each other on all ports.",
    why: "NSGs filter traffic inside a subnet too, and AKS does not manage yours: blocked nodes turn \
          NotReady and pods on different nodes lose each other.",
    recommendation: "Allow everything within the node subnet, and from nodes and pods to the pod range of an \
                     overlay or kubenet cluster, in front of the rule that denies it.",
    sources: &[&sources::AKS_CNI, &sources::AKS_NET],
    check,
};

/// Who must reach whom inside a cluster.
#[derive(Clone, Copy)]
struct Traffic {
    /// What tells findings apart, inbound and outbound.
    parts: (&'static str, &'static str),
    /// Who loses whom, after the cluster's name.
    lost: &'static str,
    /// What the rule is called that allows it, before the direction.
    rule: &'static str,
    /// What the rule is for.
    description: &'static str,
}

const NODES: Traffic = Traffic {
    parts: ("in", "out"),
    lost: "Nodes of {} cannot reach each other",
    rule: "Allow-Nodes",
    description: "AKS nodes reach each other.",
};

/// Pods with addresses outside the VNet: the NSG sees those addresses, and no `VirtualNetwork` covers them.
const PODS: Traffic = Traffic {
    parts: ("pods-in", "pods-out"),
    lost: "Nodes and pods of {} cannot reach its pods",
    rule: "Allow-Pods",
    description: "AKS nodes and pods reach pods.",
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for aks in &cx.plan.aks {
        for subnet in node_subnets(cx.plan, aks) {
            let Some(nodes) = cx.prefix(subnet.id) else {
                continue;
            };
            judge(cx, aks, subnet, (NODES, &[nodes], &[nodes]), out);
            if let Some(pods) = pods_outside(aks) {
                judge(cx, aks, subnet, (PODS, &[nodes, pods], &[pods]), out);
            }
        }
    }
}

/// The range of pods whose addresses do not come from the VNet.
fn pods_outside(aks: &AksCluster) -> Option<Prefix> {
    aks.pod_cidr.prefix().filter(|_| aks.uses_pod_cidr())
}

fn judge(
    cx: &Context<'_>,
    aks: &AksCluster,
    subnet: &Subnet,
    (traffic, from, to): (Traffic, &[Prefix], &[Prefix]),
    out: &mut Findings,
) {
    for (direction, way) in [
        (Direction::Inbound, "into"),
        (Direction::Outbound, "out of"),
    ] {
        let Some(blocked) = blocked(cx, subnet, (from, to), direction) else {
            continue;
        };
        let lost = traffic.lost.replace("{}", &super::name(aks));
        let finding = out.report(
            &RULE,
            Item::Subnet(subnet.id).field("nsg"),
            format!("{lost}: {way} {} is blocked", wording::subnet(subnet)),
            format!(
                "{}. Nodes and pods must reach each other on all ports; the NSG filters traffic inside the \
                 subnet as well.",
                blocked.reason()
            ),
        );
        let part = match direction {
            Direction::Inbound => traffic.parts.0,
            Direction::Outbound => traffic.parts.1,
        };
        finding.part(part).also(Item::Aks(aks.id));
        for subject in blocked.subjects() {
            finding.also(subject);
        }
        let all = || vec!["*".to_owned()];
        let texts = |prefixes: &[Prefix]| prefixes.iter().map(ToString::to_string).collect();
        let rule = SecurityRule {
            name: format!("{}-{}", traffic.rule, direction_word(direction)),
            direction,
            access: Access::Allow,
            protocol: Protocol::Any,
            sources: texts(from),
            source_ports: all(),
            destinations: texts(to),
            destination_ports: all(),
            description: traffic.description.to_owned(),
            ..SecurityRule::default()
        };
        blocked.offer_rule(cx.plan, finding, &rule);
    }
}

/// What stops traffic from any of the first to any of the second, if a rule of the plan does.
fn blocked(
    cx: &Context<'_>,
    subnet: &Subnet,
    (from, to): (&[Prefix], &[Prefix]),
    direction: Direction,
) -> Option<Blocked> {
    let border = Border::of_machines(subnet.id, direction);
    let address = |prefix: &Prefix| reserved::usable_range(*prefix).map(|(first, _)| first);
    let pairs = from
        .iter()
        .flat_map(|from| to.iter().map(move |to| (from, to)));
    pairs
        .filter_map(|(from, to)| Some((address(from)?, address(to)?)))
        .find_map(|(source, destination)| {
            PROBES.iter().find_map(|(protocol, port)| {
                let packet = Packet {
                    protocol: *protocol,
                    source: Endpoint::address(source),
                    source_port: None,
                    destination: Endpoint::address(destination),
                    destination_port: Some(*port),
                };
                stopped(cx, border, &packet).filter(Blocked::is_by_rule)
            })
        })
}

fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Inbound => "In",
        Direction::Outbound => "Out",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{NetworkMode, NsgPreset, Plan, SecurityRuleId};
    use crate::rules::Finding;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, findings, only, subnet_mut};

    fn all(plan: &Plan) -> Vec<Finding> {
        findings(&RULE, plan).iter().cloned().collect()
    }

    fn denying(direction: Direction, source: &str) -> Plan {
        let mut plan = scenario::aks_inference();
        let nsg = subnet_mut(&mut plan, "snet-aks").nsg.expect("guarded");
        let id = SecurityRuleId(plan.next_id());
        let nsg = plan.nsg_mut(nsg).expect("guarded");
        nsg.preset = NsgPreset::None;
        nsg.rules.push(SecurityRule {
            id,
            name: "Deny-All".to_owned(),
            priority: 200,
            direction,
            access: Access::Deny,
            sources: vec![source.to_owned()],
            destinations: vec!["*".to_owned()],
            destination_ports: vec!["*".to_owned()],
            source_ports: vec!["*".to_owned()],
            ..SecurityRule::default()
        });
        plan
    }

    #[test]
    fn flags_a_denial_that_cuts_nodes_off_from_each_other() {
        let plan = denying(Direction::Inbound, "*");
        let found = all(&plan);
        assert_eq!(found.len(), 2);
        let finding = &found[1];
        assert_eq!(
            finding.title,
            "Nodes of aks-pricing-prod cannot reach each other: into snet-aks is blocked"
        );
        assert!(
            finding
                .message
                .starts_with("Rule 200 Deny-All matches first.")
        );
    }

    #[test]
    fn flags_a_denial_that_cuts_off_pods_with_addresses_outside_the_vnet() {
        let plan = denying(Direction::Inbound, "*");
        let found = all(&plan);
        assert_eq!(
            found[0].title,
            "Nodes and pods of aks-pricing-prod cannot reach its pods: into snet-aks is blocked"
        );
        let mut by_node = plan.clone();
        for aks in &mut by_node.aks {
            aks.network_mode = NetworkMode::NodeSubnet;
        }
        assert_eq!(
            all(&by_node).len(),
            1,
            "these pods have addresses of the subnet"
        );

        let pods_only = denying(Direction::Outbound, "10.244.0.0/16");
        assert!(
            only(&RULE, &pods_only)
                .title
                .contains("cannot reach its pods: out of")
        );
        mended(&RULE, &pods_only, "Add rule 100 Allow");
    }

    #[test]
    fn mends_nodes_and_pods_one_after_the_other() {
        for direction in [Direction::Inbound, Direction::Outbound] {
            let mut plan = denying(direction, "*");
            for left in [1, 0] {
                let found = all(&plan);
                found[0].fixes[0].edit.apply(&mut plan);
                assert_eq!(all(&plan).len(), left);
            }
        }
    }

    #[test]
    fn passes_the_preset_and_a_denial_of_others() {
        assert_silent(&RULE, &scenario::aks_inference());
        assert_silent(&RULE, &denying(Direction::Inbound, "Internet"));
    }
}
