//! An NSG made ready for evaluation: its rules, read once, with Azure's default rules behind them.

use super::matching::Match;
use super::place::{Place, Side};
use super::ports::Ports;
use super::presets::EffectiveRule;
use super::{Neighbourhood, Packet};
use crate::azure::security_rules::{self as stated, StatedRule};
use crate::domain::{Access, Direction, Protocol, SecurityRule, SecurityRuleId};

/// The rules of an NSG in the order in which Azure looks at them (NSG-1).
#[derive(Clone, Debug)]
pub struct RuleSet {
    /// What the NSG is called.
    pub name: String,
    inbound: Vec<ReadRule>,
    outbound: Vec<ReadRule>,
}

/// A rule, read.
#[derive(Clone, Debug)]
pub(super) struct ReadRule {
    pub(super) identity: RuleIdentity,
    pub(super) access: Access,
    protocol: Protocol,
    sources: Vec<Place>,
    source_ports: Ports,
    destinations: Vec<Place>,
    destination_ports: Ports,
}

/// Which rule decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleIdentity {
    /// Its name.
    pub name: String,
    /// Its priority.
    pub priority: u32,
    /// Its id, for a rule of the person.
    pub id: Option<SecurityRuleId>,
    /// The fact that it follows, for a generated or default rule.
    pub fact: Option<&'static str>,
}

impl RuleSet {
    /// Reads the rules of an NSG and adds the default rules.
    pub fn new(name: impl Into<String>, rules: &[EffectiveRule]) -> Self {
        let all: Vec<EffectiveRule> = rules.iter().cloned().chain(default_rules()).collect();
        let of = |direction| {
            let mut rules: Vec<ReadRule> = all
                .iter()
                .filter(|effective| effective.rule.direction == direction)
                .map(ReadRule::new)
                .collect();
            rules.sort_by_key(|rule| rule.identity.priority);
            rules
        };
        Self {
            name: name.into(),
            inbound: of(Direction::Inbound),
            outbound: of(Direction::Outbound),
        }
    }

    /// The rules of one direction, first things first.
    pub(super) fn rules(&self, direction: Direction) -> &[ReadRule] {
        match direction {
            Direction::Inbound => &self.inbound,
            Direction::Outbound => &self.outbound,
        }
    }
}

/// Azure's default rules, which every NSG has behind its own (NSG-10 to NSG-15).
pub fn default_rules() -> impl Iterator<Item = EffectiveRule> {
    stated::DEFAULTS.value.iter().map(default_rule)
}

/// A default rule in the form of the others. Its places are tags or anywhere.
fn default_rule(stated: &StatedRule) -> EffectiveRule {
    let place = |place| match place {
        stated::Place::Tag(tag) | stated::Place::Regional(tag) => vec![tag.to_owned()],
        stated::Place::Any | stated::Place::Guarded | stated::Place::BastionHosts => {
            vec!["*".to_owned()]
        }
    };
    let rule = SecurityRule {
        name: stated.name.to_owned(),
        priority: stated.priority,
        direction: stated.direction,
        access: stated.access,
        protocol: stated.protocol,
        sources: place(stated.source),
        destinations: place(stated.destination),
        destination_ports: stated.ports.iter().map(|&port| port.to_owned()).collect(),
        ..SecurityRule::default()
    };
    EffectiveRule {
        rule,
        fact: Some(stated.fact),
    }
}

impl ReadRule {
    fn new(effective: &EffectiveRule) -> Self {
        let rule = &effective.rule;
        let places = |texts: &[String]| texts.iter().map(|text| Place::read(text)).collect();
        Self {
            identity: RuleIdentity {
                name: rule.name.trim().to_owned(),
                priority: rule.priority,
                id: effective.fact.is_none().then_some(rule.id),
                fact: effective.fact,
            },
            access: rule.access,
            protocol: rule.protocol,
            sources: places(&rule.sources),
            source_ports: Ports::read(&rule.source_ports),
            destinations: places(&rule.destinations),
            destination_ports: Ports::read(&rule.destination_ports),
        }
    }

    /// True if the rule names Azure's platform as a destination, which alone makes it count there (NSG-35).
    pub(super) fn targets_platform(&self) -> bool {
        self.destinations.iter().any(Place::is_platform)
    }

    /// Whether the rule matches a packet: all five fields must (NSG-2).
    pub(super) fn matches(&self, packet: &Packet, around: &Neighbourhood) -> Match {
        let place = |places: &[Place], side| {
            if places.is_empty() {
                return Match::Unknown("one of its address fields is empty".to_owned());
            }
            let end = match side {
                Side::Source => &packet.source,
                Side::Destination => &packet.destination,
            };
            Match::any(places.iter().map(|place| place.matches(end, side, around)))
        };
        let ports = |ports: &Ports, port| {
            if packet.has_ports() {
                ports.matches(port)
            } else {
                Match::Yes
            }
        };
        self.matches_protocol(packet.protocol)
            .and(|| ports(&self.destination_ports, packet.destination_port))
            .and(|| ports(&self.source_ports, packet.source_port))
            .and(|| place(&self.destinations, Side::Destination))
            .and(|| place(&self.sources, Side::Source))
    }

    fn matches_protocol(&self, protocol: Protocol) -> Match {
        match (self.protocol, protocol) {
            (Protocol::Any, _) => Match::Yes,
            (_, Protocol::Any) => Match::Unknown("it is for one protocol only".to_owned()),
            (own, other) => Match::known(own == other),
        }
    }
}
