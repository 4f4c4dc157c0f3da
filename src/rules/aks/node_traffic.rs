//! The NSG of an AKS node subnet leaves traffic between nodes alone.

use std::net::Ipv4Addr;

use crate::azure::{reserved, sources};
use crate::domain::{Access, Direction, Item, Protocol, SecurityRule, Subnet};
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
    synopsis: "The NSG of a subnet with AKS nodes lets nodes reach each other on all ports.",
    why: "NSGs filter traffic inside a subnet too, and AKS does not manage yours: blocked nodes turn \
          NotReady and pods on different nodes lose each other.",
    recommendation: "Allow everything within the node subnet in front of the rule that denies it.",
    sources: &[&sources::AKS_CNI, &sources::AKS_NET],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for aks in &plan.aks {
        for subnet in node_subnets(plan, aks) {
            let Some(prefix) = cx.prefix(subnet.id) else {
                continue;
            };
            let Some((node, _)) = reserved::usable_range(prefix) else {
                continue;
            };
            for (direction, way) in [
                (Direction::Inbound, "into"),
                (Direction::Outbound, "out of"),
            ] {
                let Some(blocked) = blocked(cx, subnet, node, direction) else {
                    continue;
                };
                let finding = out.report(
                    &RULE,
                    Item::Subnet(subnet.id).field("nsg"),
                    format!(
                        "Nodes of {} cannot reach each other: {way} {} is blocked",
                        super::name(aks),
                        wording::subnet(subnet)
                    ),
                    format!(
                        "{}. Nodes must reach each other on all ports; the NSG filters traffic inside the \
                         subnet as well.",
                        blocked.reason()
                    ),
                );
                finding.part(way_part(direction)).also(Item::Aks(aks.id));
                for subject in blocked.subjects() {
                    finding.also(subject);
                }
                let all = || vec!["*".to_owned()];
                let rule = SecurityRule {
                    name: format!("Allow-Nodes-{}", direction_word(direction)),
                    direction,
                    access: Access::Allow,
                    protocol: Protocol::Any,
                    sources: vec![prefix.to_string()],
                    source_ports: all(),
                    destinations: vec![prefix.to_string()],
                    destination_ports: all(),
                    description: "AKS nodes reach each other.".to_owned(),
                    ..SecurityRule::default()
                };
                blocked.offer_rule(plan, finding, &rule);
            }
        }
    }
}

/// What stops nodes from each other, if a rule of the plan does.
fn blocked(
    cx: &Context<'_>,
    subnet: &Subnet,
    node: Ipv4Addr,
    direction: Direction,
) -> Option<Blocked> {
    let border = Border::of_machines(subnet.id, direction);
    PROBES.iter().find_map(|(protocol, port)| {
        let packet = Packet {
            protocol: *protocol,
            source: Endpoint::address(node),
            source_port: None,
            destination: Endpoint::address(node),
            destination_port: Some(*port),
        };
        stopped(cx, border, &packet).filter(Blocked::is_by_rule)
    })
}

fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Inbound => "In",
        Direction::Outbound => "Out",
    }
}

fn way_part(direction: Direction) -> &'static str {
    match direction {
        Direction::Inbound => "in",
        Direction::Outbound => "out",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{NsgPreset, Plan, SecurityRuleId};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet_mut};

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
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "Nodes of aks-pricing-prod cannot reach each other: into snet-aks is blocked"
        );
        assert!(
            finding
                .message
                .starts_with("Rule 200 Deny-All matches first.")
        );
        mended(&RULE, &plan, "Add rule 100 Allow");
        mended(
            &RULE,
            &denying(Direction::Outbound, "*"),
            "Add rule 100 Allow",
        );
    }

    #[test]
    fn passes_the_preset_and_a_denial_of_others() {
        assert_silent(&RULE, &scenario::aks_inference());
        assert_silent(&RULE, &denying(Direction::Inbound, "Internet"));
    }
}
