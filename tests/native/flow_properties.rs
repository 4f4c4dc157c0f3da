//! The evaluation of NSGs against an oracle that knows every host of a small world by name.

use std::net::Ipv4Addr;

use azureml_vnet_wizard::domain::{Access, Direction::Outbound, Prefix, Protocol, SecurityRule};
use azureml_vnet_wizard::flow::{Endpoint, Packet, Stages, Verdict, evaluate};
use proptest::prelude::*;

use crate::flow::{around, rule, rule_set};

/// A host of the oracle's world: one address, and the service and region behind it if it is Azure's.
#[derive(Clone, Copy, Debug)]
struct Host {
    address: [u8; 4],
    service: Option<(&'static str, &'static str)>,
}

const fn host(address: [u8; 4]) -> Host {
    Host {
        address,
        service: None,
    }
}

const fn service(address: [u8; 4], name: &'static str, region: &'static str) -> Host {
    Host {
        address,
        service: Some((name, region)),
    }
}

/// The whole world: two subnets, the peer, a network that is not joined, the internet, four services.
const WORLD: &[Host] = &[
    host([10, 0, 1, 4]),
    host([10, 0, 2, 4]),
    host([10, 1, 0, 4]),
    host([10, 9, 0, 4]),
    host([8, 8, 8, 8]),
    host([20, 0, 0, 1]),
    service([20, 1, 0, 1], "Storage", "eastus"),
    service([20, 1, 0, 2], "Storage", "westus"),
    service([20, 2, 0, 1], "AzureKeyVault", "eastus"),
    service([40, 3, 0, 1], "AzureMachineLearning", "eastus"),
    service([40, 3, 0, 2], "AzureMachineLearning", "westus"),
];

const PLACES: &[&str] = &[
    "*",
    "10.0.1.0/24",
    "10.0.0.0/16",
    "10.0.0.0/8",
    "20.0.0.0/8",
    "20.1.0.0/24",
    "8.8.8.8",
    "VirtualNetwork",
    "Internet",
    "AzureCloud",
    "AzureCloud.eastus",
    "Storage",
    "Storage.eastus",
    "Storage.westus",
    "AzureKeyVault",
    "AzureKeyVault.eastus",
    "AzureMachineLearning",
];

/// Ends of a packet that are tags: those that stand for hosts of one kind.
const TAG_ENDS: &[&str] = &[
    "VirtualNetwork",
    "AzureCloud",
    "AzureCloud.eastus",
    "Storage",
    "Storage.eastus",
    "AzureKeyVault",
    "AzureKeyVault.eastus",
    "AzureMachineLearning",
];

const PORTS: &[&str] = &["*", "443", "22", "400-500", "0-65535"];

/// Whether a host is in a place, read from the words themselves.
fn is_in(host: &Host, place: &str) -> bool {
    let [first, second, ..] = host.address;
    let joined = first == 10 && second < 2;
    match place {
        "*" => true,
        "VirtualNetwork" => joined,
        "Internet" => first != 10,
        _ if place.starts_with(|first: char| first.is_ascii_digit()) => {
            let (base, length) = place.split_once('/').unwrap_or((place, "32"));
            let base: Ipv4Addr = base.parse().expect("an address");
            let length: u32 = length.parse().expect("a length");
            let kept = |address: Ipv4Addr| u32::from(address) >> (32 - length);
            kept(base) == kept(host.address.into())
        }
        tag => host.service.is_some_and(|(name, region)| {
            let (wanted, place) = tag.split_once('.').unwrap_or((tag, region));
            (wanted == name || wanted == "AzureCloud") && place == region
        }),
    }
}

/// What the rules do with a concrete packet, by reading them one after the other.
fn oracle(rules: &[SecurityRule], source: &Host, destination: &Host, flow: &Packet) -> Access {
    let in_ports = |texts: &[String], port: u16| {
        texts.iter().any(|text| {
            let (first, last) = text.split_once('-').unwrap_or((text, text));
            text == "*" || (number(first)..=number(last)).contains(&port)
        })
    };
    let mut sorted: Vec<&SecurityRule> = rules.iter().collect();
    sorted.sort_by_key(|rule| rule.priority);
    let matching = sorted.into_iter().find(|rule| {
        rule.direction == Outbound
            && (rule.protocol == Protocol::Any || rule.protocol == flow.protocol)
            && rule.sources.iter().any(|place| is_in(source, place))
            && rule
                .destinations
                .iter()
                .any(|place| is_in(destination, place))
            && in_ports(&rule.source_ports, flow.source_port.expect("a port"))
            && in_ports(
                &rule.destination_ports,
                flow.destination_port.expect("a port"),
            )
    });
    match matching {
        Some(rule) => rule.access,
        None if is_in(source, "VirtualNetwork") && is_in(destination, "VirtualNetwork") => {
            Access::Allow
        }
        None if is_in(destination, "Internet") => Access::Allow,
        None => Access::Deny,
    }
}

fn number(text: &str) -> u16 {
    text.parse().expect("a port")
}

fn some_of(words: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop::sample::select(words).prop_map(str::to_owned), 1..3)
}

fn any_protocol() -> impl Strategy<Value = Protocol> {
    prop::sample::select(vec![Protocol::Any, Protocol::Tcp, Protocol::Udp])
}

fn rules() -> impl Strategy<Value = Vec<SecurityRule>> {
    let rule = (
        any_protocol(),
        any::<bool>(),
        (some_of(PLACES), some_of(PLACES)),
        (some_of(PORTS), some_of(PORTS)),
    );
    let rules = prop::collection::vec(rule, 0..10);
    let priorities = Just((100..110).collect::<Vec<u32>>()).prop_shuffle();
    (rules, priorities).prop_map(|(rules, priorities)| {
        let rules = rules.into_iter().zip(priorities);
        rules
            .map(
                |((protocol, allow, places, ports), priority)| SecurityRule {
                    priority,
                    direction: Outbound,
                    access: if allow { Access::Allow } else { Access::Deny },
                    protocol,
                    sources: places.0,
                    destinations: places.1,
                    source_ports: ports.0,
                    destination_ports: ports.1,
                    ..SecurityRule::default()
                },
            )
            .collect()
    })
}

/// An end of a packet, with the hosts of the world that it may be.
fn ends() -> impl Strategy<Value = (Endpoint, Vec<Host>)> {
    let single = prop::sample::select(WORLD).prop_map(|host| {
        let tag = host.service.map(|(name, region)| match name {
            // Azure has no regional form of this tag, so a packet cannot be told by region.
            "AzureMachineLearning" => name.to_owned(),
            _ => format!("{name}.{region}"),
        });
        let address = Some(host.address.into());
        let end = Endpoint {
            address,
            tag,
            ..Endpoint::default()
        };
        (end, vec![host])
    });
    let tag = prop::sample::select(TAG_ENDS).prop_map(|tag| {
        let hosts = WORLD
            .iter()
            .copied()
            .filter(|host| is_in(host, tag))
            .collect();
        (Endpoint::tag(tag), hosts)
    });
    prop_oneof![single, tag]
}

fn verdict(access: Access) -> Verdict {
    match access {
        Access::Allow => Verdict::Allowed,
        Access::Deny => Verdict::Denied,
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: ProptestConfig::default().cases * 16,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_verdict_holds_for_every_host_that_the_packet_may_mean(
        rules in rules(),
        (source, sources) in ends(),
        (destination, destinations) in ends(),
        protocol in prop::sample::select(vec![Protocol::Tcp, Protocol::Udp]),
        port in prop::sample::select(vec![22_u16, 80, 443]),
    ) {
        let flow = Packet {
            protocol,
            source,
            source_port: Some(50_000),
            destination,
            destination_port: Some(port),
        };
        let set = rule_set(&rules);
        let stages = Stages { subnet: Some(&set), interface: None };
        let answer = evaluate(stages, &flow, Outbound, &around());
        let mut truths = Vec::new();
        for source in &sources {
            for destination in &destinations {
                truths.push(verdict(oracle(&rules, source, destination, &flow)));
            }
        }
        if answer.verdict == Verdict::Unknown {
            let certain = flow.source.address.is_some()
                && flow.destination.address.is_some()
                && sources.iter().chain(&destinations).all(|host| {
                    host.service.is_none_or(|(name, _)| name != "AzureMachineLearning")
                });
            prop_assert!(!certain, "hosts that are known leave no doubt: {:?}", answer);
        } else {
            prop_assert!(truths.iter().all(|truth| *truth == answer.verdict), "{:?} {:?}", answer, truths);
        }
    }

    #[test]
    fn a_rule_behind_the_deciding_one_changes_nothing(
        mut rules in rules(),
        (source, _) in ends(),
        (destination, _) in ends(),
    ) {
        let flow = Packet {
            protocol: Protocol::Tcp,
            source,
            source_port: Some(50_000),
            destination,
            destination_port: Some(443),
        };
        let before = {
            let set = rule_set(&rules);
            evaluate(Stages { subnet: Some(&set), interface: None }, &flow, Outbound, &around())
        };
        let Some(decided) = before.steps[0].rule.clone() else { return Ok(()) };
        if before.verdict == Verdict::Unknown || decided.priority >= 4096 { return Ok(()) }
        rules.push(SecurityRule {
            priority: 4096,
            ..rule("out 4096 deny any * -> *:*")
        });
        let set = rule_set(&rules);
        let after = evaluate(Stages { subnet: Some(&set), interface: None }, &flow, Outbound, &around());
        prop_assert_eq!(before, after);
    }
}

/// Keeps the world honest: the neighbourhood of the tests is what the oracle calls joined.
#[test]
fn the_oracle_and_the_neighbourhood_agree() {
    for host in WORLD {
        let address: Ipv4Addr = host.address.into();
        assert_eq!(around().contains(address), is_in(host, "VirtualNetwork"));
        for place in PLACES.iter().filter(|place| place.contains('/')) {
            let prefix: Prefix = place.parse().expect("a prefix");
            assert_eq!(prefix.contains_address(address), is_in(host, place));
        }
    }
}
