//! Route selection and NSGs against a second implementation that thinks in single addresses: every prefix,
//! tag and range of a small world is spelled out, and a question about many addresses is asked of each.
//!
//! The full run (`cargo xtask test`, or `--ignored`) has ten times the cases of the quick one.

use std::net::Ipv4Addr;

use azureml_vnet_wizard::domain::{
    Access, Direction::Outbound, GatewayId, Prefix, Protocol, SecurityRule,
};
use azureml_vnet_wizard::flow::{
    Destination, Endpoint, Origin, Packet, RouteInEffect, Stages, Target, Verdict, Way, evaluate,
    select,
};

use crate::flow::{around, rule_set};

/// Cases of the quick run, and of the full one.
const QUICK: u32 = 10_000;
const FULL: u32 = 100_000;

/// A small generator with a fixed seed: the same cases on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.roll(all.len())]
    }

    fn often(&mut self) -> bool {
        self.roll(4) > 0
    }
}

/// The prefixes of services that have a tag: what Azure publishes, for this world. Tags have prefixes of
/// different lengths, so that their place among other prefixes really varies.
const SERVICES: &[(&str, &[&str])] = &[
    ("Storage.eastus", &["20.1.0.0/24", "20.4.0.8/30"]),
    ("Storage.westus", &["20.1.1.0/24"]),
    ("AzureKeyVault.eastus", &["20.2.0.0/16"]),
    ("AzureKeyVault.westus", &["20.3.0.128/25"]),
];

/// Addresses at which something may differ.
const ADDRESSES: &[&str] = &[
    "10.0.0.4",
    "10.0.1.4",
    "10.0.1.200",
    "10.0.2.4",
    "10.1.0.4",
    "10.1.7.9",
    "10.9.0.4",
    "192.168.1.1",
    "8.8.8.8",
    "20.1.0.1",
    "20.1.0.77",
    "20.4.0.9",
    "20.1.1.5",
    "20.2.0.1",
    "20.2.9.9",
    "20.3.0.129",
    "20.3.0.1",
];

const PREFIXES: &[&str] = &[
    "0.0.0.0/0",
    "10.0.0.0/8",
    "10.0.0.0/16",
    "10.0.1.0/24",
    "10.0.1.128/25",
    "10.0.2.4/32",
    "10.1.0.0/16",
    "10.1.7.0/24",
    "192.168.0.0/16",
    "8.8.8.8/32",
    "20.0.0.0/8",
    "20.1.0.0/16",
    "20.1.0.0/24",
    "20.2.0.0/16",
    "20.2.0.0/17",
    "20.1.0.1/32",
];

/// Tags as a rule or a packet may write them.
const TAGS: &[&str] = &[
    "Storage",
    "Storage.eastus",
    "Storage.westus",
    "AzureKeyVault",
    "AzureKeyVault.eastus",
    "AzureCloud",
    "AzureCloud.eastus",
];

fn bits(text: &str) -> (u32, u32) {
    let (base, length) = text.split_once('/').unwrap_or((text, "32"));
    let base: Ipv4Addr = base.parse().expect("an address");
    (base.into(), length.parse().expect("a length"))
}

fn inside(address: u32, prefix: &str) -> bool {
    let (base, length) = bits(prefix);
    length == 0 || (address ^ base) >> (32 - length) == 0
}

/// The published prefixes of a tag: those of the services that it covers.
fn published(tag: &str) -> Vec<&'static str> {
    let (name, region) = tag.split_once('.').unwrap_or((tag, ""));
    let covered = SERVICES.iter().filter(|(service, _)| {
        let (own, place) = service.split_once('.').expect("a region");
        (name == "AzureCloud" || name == own) && (region.is_empty() || region == place)
    });
    covered
        .flat_map(|(_, prefixes)| prefixes.iter().copied())
        .collect()
}

fn number(address: &str) -> u32 {
    bits(address).0
}

/// The tag of the service at an address, as narrowly as a packet can say it.
fn tag_at(address: u32) -> Option<&'static str> {
    let mut services = SERVICES.iter();
    services
        .find(|(_, prefixes)| prefixes.iter().any(|prefix| inside(address, prefix)))
        .map(|(service, _)| *service)
}

/// An end of a packet, and every address of the world that it may be.
fn end(dice: &mut Dice) -> (Endpoint, Vec<u32>) {
    let world = || ADDRESSES.iter().map(|text| number(text));
    match dice.roll(4) {
        0 => {
            let tag = dice.pick(TAGS);
            let mine = |address: &u32| published(tag).iter().any(|prefix| inside(*address, prefix));
            (Endpoint::tag(tag), world().filter(mine).collect())
        }
        1 => {
            let range = dice.pick(&[
                "10.0.1.0/24",
                "10.0.0.0/16",
                "10.1.0.0/16",
                "192.168.0.0/16",
            ]);
            let prefix: Prefix = range.parse().expect("a prefix");
            let mine = world().filter(|address| inside(*address, range));
            (Endpoint::within(prefix), mine.collect())
        }
        _ => {
            let address = number(dice.pick(ADDRESSES));
            let end = Endpoint {
                address: Some(address.into()),
                tag: tag_at(address).map(str::to_owned),
                ..Endpoint::default()
            };
            (end, vec![address])
        }
    }
}

// Routes.

/// A route of the world, as both sides read it.
struct Line {
    origin: Origin,
    to: &'static str,
    way: Way,
}

fn line(dice: &mut Dice) -> Line {
    let hops = ["10.0.9.4", "10.0.9.5"].map(|text| Way::Appliance(text.parse().ok()));
    match dice.roll(6) {
        0 => Line {
            origin: Origin::Gateway,
            to: dice.pick(PREFIXES),
            way: Way::Gateway(Some(GatewayId(1))),
        },
        1 => Line {
            origin: Origin::System,
            to: dice.pick(&["20.1.0.0/16", "10.1.0.0/16"]),
            way: Way::Dropped,
        },
        2 => Line {
            origin: Origin::User,
            to: dice.pick(TAGS),
            way: Way::Internet,
        },
        _ => Line {
            origin: Origin::User,
            to: dice.pick(PREFIXES),
            way: hops[dice.roll(2)].clone(),
        },
    }
}

/// The routes of Azure that every table starts with.
fn base() -> Vec<Line> {
    let line = |to, way| Line {
        origin: Origin::System,
        to,
        way,
    };
    vec![
        line("10.0.0.0/16", Way::VirtualNetwork),
        line("0.0.0.0/0", Way::Internet),
        line("10.0.0.0/8", Way::Dropped),
    ]
}

/// Where one address goes: spells every tag out, takes the longest prefix, then the order of origins, then
/// explicit prefixes before tags and narrow tags before wide ones.
fn route_of(lines: &[Line], address: u32) -> Way {
    let mut best: Option<((u32, u8, u8), &Line)> = None;
    let local = lines.iter().any(|line| {
        line.origin == Origin::System && line.way == Way::VirtualNetwork && inside(address, line.to)
    });
    for line in lines {
        if local && line.origin == Origin::Gateway {
            continue;
        }
        let is_tag = !line.to.contains('/');
        let prefixes = if is_tag {
            published(line.to)
        } else {
            vec![line.to]
        };
        for prefix in prefixes.into_iter().filter(|it| inside(address, it)) {
            let origin = match line.origin {
                Origin::User => 3,
                Origin::Gateway => 2,
                Origin::System => 1,
            };
            let kind = match (
                is_tag,
                line.to.starts_with("AzureCloud"),
                line.to.contains('.'),
            ) {
                (false, ..) => 5,
                (true, false, true) => 4,
                (true, false, false) => 3,
                (true, true, true) => 2,
                (true, true, false) => 1,
            };
            let key = (bits(prefix).1, origin, kind);
            if best.is_none_or(|(other, _)| key > other) {
                best = Some((key, line));
            }
        }
    }
    best.expect("a default route").1.way.clone()
}

/// True if Azure would refuse the table: two user's routes to one destination.
fn is_refused(lines: &[Line]) -> bool {
    let twin = |(index, line): (usize, &Line)| {
        let mut others = lines.iter().skip(index + 1);
        others.any(|other| line.origin == other.origin && line.to == other.to)
    };
    lines.iter().enumerate().any(twin)
}

fn in_effect(line: &Line) -> RouteInEffect {
    RouteInEffect {
        origin: line.origin,
        name: line.to.to_owned(),
        destination: match line.to.parse() {
            Ok(prefix) => Destination::Prefix(prefix),
            Err(_) => Destination::Tag(line.to.to_owned()),
        },
        way: line.way.clone(),
        table: None,
        id: None,
        yields_from: None,
    }
}

#[test]
fn a_route_holds_for_every_address_that_the_target_may_mean() {
    try_routes(QUICK, 0x5eed_0001);
}

#[test]
#[ignore = "takes some twenty seconds; `cargo xtask test` runs it"]
fn a_route_holds_in_a_hundred_thousand_cases() {
    try_routes(FULL, 0x5eed_0003);
}

fn try_routes(cases: u32, seed: u64) {
    let mut dice = Dice(seed);
    let (mut asked, mut known) = (0_u32, 0_u32);
    while asked < cases {
        let mut lines = base();
        for _ in 0..dice.roll(6) {
            lines.push(line(&mut dice));
        }
        if is_refused(&lines) {
            continue;
        }
        asked += 1;
        let routes: Vec<RouteInEffect> = lines.iter().map(in_effect).collect();
        let (end, addresses) = end(&mut dice);
        let single = end.address.is_some() && end.tag.is_none();
        let answer = select(&routes, &Target::from(end.clone()));
        let story = || {
            let told: Vec<String> = lines
                .iter()
                .map(|line| format!("{:?} {} {:?}", line.origin, line.to, line.way))
                .collect();
            format!("{end:?}\n{}\n{answer:?}", told.join("\n"))
        };
        let way = answer.route.as_ref().map(|route| &route.way);
        if answer.verdict == Verdict::Unknown {
            assert!(
                !single,
                "an address without a service leaves no doubt: {}",
                story()
            );
            continue;
        }
        known += 1;
        for address in addresses {
            assert_eq!(way, Some(&route_of(&lines, address)), "{}", story());
        }
    }
    assert!(known > asked / 2, "only {known} of {asked} are known");
}

// Rules.

fn in_place(address: u32, place: &str) -> bool {
    let joined = inside(address, "10.0.0.0/16") || inside(address, "10.1.0.0/16");
    let private = inside(address, "10.0.0.0/8") || inside(address, "192.168.0.0/16");
    match place {
        "*" => true,
        "VirtualNetwork" => joined,
        "Internet" => !private,
        _ if place.starts_with(|first: char| first.is_ascii_digit()) => inside(address, place),
        tag => published(tag).iter().any(|prefix| inside(address, prefix)),
    }
}

/// What the rules do with a packet between two addresses, one rule after the other.
fn access(
    rules: &[SecurityRule],
    source: u32,
    destination: u32,
    protocol: Protocol,
    port: u16,
) -> Access {
    let ports = |texts: &[String]| {
        texts.iter().any(|text| match text.split_once('-') {
            Some((first, last)) => {
                let read = |text: &str| text.parse::<u16>().expect("a port");
                (read(first)..=read(last)).contains(&port)
            }
            None => text == "*" || *text == port.to_string(),
        })
    };
    let at = |places: &[String], address| places.iter().any(|place| in_place(address, place));
    let mut best: Option<&SecurityRule> = None;
    for rule in rules {
        let matches = (rule.protocol == Protocol::Any || rule.protocol == protocol)
            && at(&rule.sources, source)
            && at(&rule.destinations, destination)
            && ports(&rule.destination_ports);
        if matches && best.is_none_or(|other| rule.priority < other.priority) {
            best = Some(rule);
        }
    }
    match best {
        Some(rule) => rule.access,
        None if in_place(source, "VirtualNetwork") && in_place(destination, "VirtualNetwork") => {
            Access::Allow
        }
        None if in_place(destination, "Internet") => Access::Allow,
        None => Access::Deny,
    }
}

fn places(dice: &mut Dice) -> Vec<String> {
    let all = PREFIXES.iter().chain(TAGS).copied();
    let all: Vec<&str> = all.chain(["*", "VirtualNetwork", "Internet"]).collect();
    (0..=dice.roll(2))
        .map(|_| dice.pick(&all).to_owned())
        .collect()
}

fn rule(dice: &mut Dice, priority: u32) -> SecurityRule {
    let ports = ["*", "443", "22", "400-500", "0-65535", "80"];
    SecurityRule {
        priority,
        direction: Outbound,
        access: dice.pick(&[Access::Allow, Access::Deny]),
        protocol: dice.pick(&[Protocol::Any, Protocol::Tcp, Protocol::Udp]),
        sources: places(dice),
        source_ports: vec!["*".to_owned()],
        destinations: places(dice),
        destination_ports: (0..=dice.roll(2))
            .map(|_| dice.pick(&ports).to_owned())
            .collect(),
        ..SecurityRule::default()
    }
}

#[test]
fn a_verdict_holds_for_every_pair_of_addresses_that_the_packet_may_mean() {
    try_rules(QUICK, 0x5eed_0002);
}

#[test]
#[ignore = "takes some twenty seconds; `cargo xtask test` runs it"]
fn a_verdict_holds_in_a_hundred_thousand_cases() {
    try_rules(FULL, 0x5eed_0004);
}

fn try_rules(cases: u32, seed: u64) {
    let mut dice = Dice(seed);
    let mut known = 0_u32;
    for case in 0..cases {
        let count = u32::try_from(dice.roll(8)).expect("few");
        let mut rules: Vec<SecurityRule> = (0..count)
            .map(|index| rule(&mut dice, 100 + index))
            .collect();
        if dice.often() {
            rules.reverse();
        }
        let (source, sources) = end(&mut dice);
        let (destination, destinations) = end(&mut dice);
        let protocol = dice.pick(&[Protocol::Tcp, Protocol::Udp]);
        let port = dice.pick(&[22_u16, 80, 443, 450]);
        let single = |end: &Endpoint| end.address.is_some();
        let certain = single(&source) && single(&destination);
        let packet = Packet {
            protocol,
            source,
            source_port: Some(50_000),
            destination,
            destination_port: Some(port),
        };
        let set = rule_set(&rules);
        let stages = Stages {
            subnet: Some(&set),
            interface: None,
        };
        let answer = evaluate(stages, &packet, Outbound, &around());
        let expected = match answer.verdict {
            Verdict::Unknown => {
                assert!(!certain, "case {case}: {packet:?} {rules:#?} {answer:?}");
                continue;
            }
            Verdict::Allowed => Access::Allow,
            Verdict::Denied => Access::Deny,
        };
        known += 1;
        for from in &sources {
            for to in &destinations {
                let truth = access(&rules, *from, *to, protocol, port);
                assert_eq!(
                    truth, expected,
                    "case {case}: {packet:?} {rules:#?} {answer:?}"
                );
            }
        }
    }
    assert!(known > cases / 2, "only {known} are known");
}
