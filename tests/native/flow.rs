//! The flow vectors of the facts, and what the evaluation says when it cannot know.

use std::net::Ipv4Addr;

use azureml_vnet_wizard::domain::{
    Access,
    Direction::{self, Inbound, Outbound},
    Protocol, SecurityRule,
};
use azureml_vnet_wizard::flow::presets::EffectiveRule;
use azureml_vnet_wizard::flow::{
    Answer, Endpoint, Neighbourhood, Packet, RuleSet, Stages, Verdict, evaluate,
};

/// A rule as a vector writes it: `out 100 allow tcp VirtualNetwork -> Storage.eastus:443`, with source ports as
/// `*:443` if it has any.
pub(crate) fn rule(text: &str) -> SecurityRule {
    let words: Vec<&str> = text.split(' ').collect();
    let [direction, priority, access, protocol, source, "->", target] = words[..] else {
        panic!("not a rule: {text}");
    };
    let (destination, ports) = target.split_once(':').expect("ports");
    let (source, source_ports) = source.split_once(':').unwrap_or((source, "*"));
    let list = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
    SecurityRule {
        name: format!("rule-{priority}"),
        priority: priority.parse().expect("a priority"),
        direction: if direction == "in" { Inbound } else { Outbound },
        access: if access == "allow" {
            Access::Allow
        } else {
            Access::Deny
        },
        protocol: protocol_of(protocol),
        sources: list(source),
        source_ports: list(source_ports),
        destinations: list(destination),
        destination_ports: list(ports),
        ..SecurityRule::default()
    }
}

fn protocol_of(word: &str) -> Protocol {
    match word {
        "any" => Protocol::Any,
        "tcp" => Protocol::Tcp,
        "udp" => Protocol::Udp,
        "icmp" => Protocol::Icmp,
        _ => panic!("no protocol: {word}"),
    }
}

pub(crate) fn rule_set(rules: &[SecurityRule]) -> RuleSet {
    let rules: Vec<EffectiveRule> = rules
        .iter()
        .map(|rule| EffectiveRule {
            rule: rule.clone(),
            fact: None,
        })
        .collect();
    RuleSet::new("nsg", &rules)
}

fn nsg(rules: &[&str]) -> RuleSet {
    rule_set(&rules.iter().map(|text| rule(text)).collect::<Vec<_>>())
}

/// An end of a flow: an address or a service tag.
fn end(text: &str) -> Endpoint {
    text.parse::<Ipv4Addr>()
        .map_or_else(|_| Endpoint::tag(text), Endpoint::address)
}

/// A packet: `tcp 10.0.1.4 -> Storage.eastus:443`.
pub(crate) fn packet(text: &str) -> Packet {
    let words: Vec<&str> = text.split(' ').collect();
    let [protocol, source, "->", target] = words[..] else {
        panic!("not a packet: {text}");
    };
    let (destination, port) = target.split_once(':').unwrap_or((target, ""));
    Packet {
        protocol: protocol_of(protocol),
        source: end(source),
        source_port: Some(50_000),
        destination: end(destination),
        destination_port: port.parse().ok(),
    }
}

/// VNet 10.0.0.0/16 and its connected peer 10.1.0.0/16.
pub(crate) fn around() -> Neighbourhood {
    let ranges = ["10.0.0.0/16", "10.1.0.0/16"];
    Neighbourhood::new(ranges.map(|text| text.parse().expect("a prefix")).into())
}

fn ask(subnet: &RuleSet, direction: Direction, text: &str) -> Answer {
    let stages = Stages {
        subnet: Some(subnet),
        interface: None,
    };
    evaluate(stages, &packet(text), direction, &around())
}

/// The verdict, and the name of the rule that gave it.
fn decision(answer: &Answer) -> (Verdict, Option<String>) {
    let last = answer.steps.last().expect("a step");
    (
        answer.verdict,
        last.rule.as_ref().map(|rule| rule.name.clone()),
    )
}

#[track_caller]
pub(crate) fn assert_decided(answer: &Answer, verdict: Verdict, rule: &str) {
    assert_eq!(
        decision(answer),
        (verdict, Some(rule.to_owned())),
        "{answer:?}"
    );
}

/// NSG `N` of the vectors.
fn training() -> RuleSet {
    nsg(&[
        "out 100 allow tcp VirtualNetwork -> AzureActiveDirectory:443",
        "out 110 allow tcp * -> AzureMachineLearning:443",
        "out 120 allow udp * -> AzureMachineLearning:5831",
        "out 150 allow tcp * -> Storage.eastus:443",
        "out 4000 deny any * -> Internet:*",
    ])
}

/// The vectors: case, NSG of the subnet, NSG of the interface, direction, flow, verdict, deciding rule. `N` is the
/// NSG above, `none` one without rules, `-` no NSG at all.
const VECTORS: &str = include_str!("data/flow_vectors.csv");

/// The NSG that a vector writes.
fn written_nsg(text: &str) -> Option<RuleSet> {
    match text {
        "-" => None,
        "N" => Some(training()),
        "none" => Some(nsg(&[])),
        rules => Some(nsg(&rules.split("; ").collect::<Vec<_>>())),
    }
}

#[test]
fn judges_the_flow_vectors_as_the_facts_do() {
    let mut judged = 0;
    for line in VECTORS.lines().skip(1) {
        let cells: Vec<&str> = line.split('|').collect();
        let [case, subnet, interface, direction, flow, verdict, rule] = cells[..] else {
            panic!("seven cells: {line}");
        };
        let (subnet, interface) = (written_nsg(subnet), written_nsg(interface));
        let stages = Stages {
            subnet: subnet.as_ref(),
            interface: interface.as_ref(),
        };
        let direction = match direction {
            "inbound" => Inbound,
            "outbound" => Outbound,
            other => panic!("{case}: {other}"),
        };
        let verdict = match verdict {
            "allowed" => Verdict::Allowed,
            "denied" => Verdict::Denied,
            other => panic!("{case}: {other}"),
        };
        let rule = (!rule.is_empty()).then(|| rule.to_owned());
        let answer = evaluate(stages, &packet(flow), direction, &around());
        assert_eq!(decision(&answer), (verdict, rule), "{case}");
        judged += 1;
    }
    assert_eq!(judged, 18);
}

#[test]
fn the_interface_comes_second_inbound_and_first_outbound() {
    let subnet = nsg(&["in 100 allow tcp * -> *:22", "out 100 deny tcp * -> *:22"]);
    let interface = nsg(&["in 300 deny tcp * -> *:22", "out 300 deny tcp * -> *:22"]);
    let stages = Stages {
        subnet: Some(&subnet),
        interface: Some(&interface),
    };
    let inbound = evaluate(
        stages,
        &packet("tcp 1.2.3.4 -> 10.0.1.4:22"),
        Inbound,
        &around(),
    );
    assert_decided(&inbound, Verdict::Denied, "rule-300");
    assert_eq!(inbound.steps.len(), 2);
    assert_eq!(inbound.steps[0].why, "rule 100 rule-100 allows it");
    let outbound = evaluate(
        stages,
        &packet("tcp 10.0.1.4 -> 1.2.3.4:22"),
        Outbound,
        &around(),
    );
    assert_decided(&outbound, Verdict::Denied, "rule-300");
    assert_eq!(outbound.steps.len(), 1, "the first denial ends it");
}

#[test]
fn without_any_nsg_everything_passes() {
    let flow = packet("tcp 1.2.3.4 -> 10.0.1.4:443");
    let answer = evaluate(Stages::default(), &flow, Inbound, &around());
    assert_eq!(answer.verdict, Verdict::Allowed);
    assert_eq!(answer.steps[0].why, "no NSG is in the way");
}

#[test]
fn what_cannot_be_known_is_unknown_and_says_why() {
    for (rules, flow, why) in [
        (
            "out 100 deny tcp * -> ContosoTag:443",
            "tcp 10.0.1.4 -> Storage.eastus:443",
            "rule 100 rule-100 may match: ContosoTag is not a service tag known here",
        ),
        (
            "out 100 deny tcp * -> Storage.eastus:443",
            "tcp 10.0.1.4 -> Storage:443",
            "rule 100 rule-100 may match: only part of Storage is in it",
        ),
        (
            "out 100 deny tcp * -> AzureCloud.eastus:443",
            "tcp 10.0.1.4 -> AzureActiveDirectory:443",
            "rule 100 rule-100 may match: only part of AzureActiveDirectory is in it",
        ),
        (
            "out 100 deny tcp * -> 20.0.0.0/8:443",
            "tcp 10.0.1.4 -> Storage.eastus:443",
            "rule 100 rule-100 may match: Storage may have addresses in 20.0.0.0/8",
        ),
        (
            "out 100 deny tcp * -> *:44x",
            "tcp 10.0.1.4 -> Storage.eastus:443",
            "rule 100 rule-100 may match: “44x” is not a port or a range of ports",
        ),
        (
            "out 100 deny tcp * -> *:443",
            "any 10.0.1.4 -> Storage.eastus:443",
            "rule 100 rule-100 may match: it is for one protocol only",
        ),
    ] {
        let answer = ask(&nsg(&[rules]), Outbound, flow);
        assert_eq!(answer.verdict, Verdict::Unknown, "{rules}");
        assert_eq!(answer.steps[0].why, why);
    }
}

#[test]
fn a_doubt_that_changes_nothing_is_no_doubt() {
    let same = nsg(&[
        "out 100 allow tcp * -> ContosoTag:443",
        "out 200 allow tcp * -> Storage:443",
    ]);
    let answer = ask(&same, Outbound, "tcp 10.0.1.4 -> Storage.eastus:443");
    assert_decided(&answer, Verdict::Allowed, "rule-200");
    let elsewhere = nsg(&["out 100 deny tcp * -> ContosoTag:22"]);
    let answer = ask(&elsewhere, Outbound, "tcp 10.0.1.4 -> Storage.eastus:443");
    assert_decided(&answer, Verdict::Allowed, "AllowInternetOutBound");
}

#[test]
fn an_unknown_stage_never_becomes_a_yes() {
    let (doubt, open) = (nsg(&["out 100 deny tcp * -> ContosoTag:443"]), nsg(&[]));
    let shut = nsg(&["out 100 deny any * -> *:*"]);
    let flow = packet("tcp 10.0.1.4 -> Storage.eastus:443");
    for (interface, subnet, expected) in [
        (&doubt, &open, Verdict::Unknown),
        (&open, &doubt, Verdict::Unknown),
        (&doubt, &shut, Verdict::Denied),
    ] {
        let stages = Stages {
            subnet: Some(subnet),
            interface: Some(interface),
        };
        assert_eq!(
            evaluate(stages, &flow, Outbound, &around()).verdict,
            expected
        );
    }
}

#[test]
fn tags_are_compared_in_any_case() {
    let nsg = nsg(&["out 100 deny tcp * -> STORAGE.EastUS:443"]);
    let answer = ask(&nsg, Outbound, "tcp 10.0.1.4 -> storage.eastus:443");
    assert_decided(&answer, Verdict::Denied, "rule-100");
}

#[test]
fn azures_platform_is_filtered_only_by_its_tags() {
    // NSG-35.
    let shut = nsg(&["out 100 deny any * -> *:*"]);
    for flow in [
        "udp 10.0.1.4 -> 168.63.129.16:53",
        "tcp 10.0.1.4 -> 169.254.169.254:80",
    ] {
        let answer = ask(&shut, Outbound, flow);
        assert_eq!(answer.verdict, Verdict::Allowed);
        assert!(answer.steps[0].why.starts_with("NSGs do not filter"));
    }
    let named = nsg(&["out 100 deny any * -> AzurePlatformDNS:53"]);
    let answer = ask(&named, Outbound, "udp 10.0.1.4 -> 168.63.129.16:53");
    assert_decided(&answer, Verdict::Denied, "rule-100");
}

#[test]
fn protocols_without_ports_ignore_the_port_fields() {
    // NSG-20.
    let nsg = nsg(&["in 100 allow icmp * -> *:7"]);
    let answer = ask(&nsg, Inbound, "icmp 1.2.3.4 -> 10.0.1.4");
    assert_decided(&answer, Verdict::Allowed, "rule-100");
}
