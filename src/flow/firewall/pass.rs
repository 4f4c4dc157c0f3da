//! Whether a firewall lets a packet through: network rules first, then host names, then nothing.

use super::{ApplicationRule, FirewallRules, NetworkRule};
use crate::azure::firewalls::{KEEPS_SOURCE, WEB_PORTS};
use crate::domain::Protocol;
use crate::flow::matching::Match;
use crate::flow::place::{Place, Side};
use crate::flow::ports::Ports;
use crate::flow::{Neighbourhood, Packet, Verdict};

/// What a firewall does with a packet.
pub(in crate::flow) struct Pass {
    pub(in crate::flow) verdict: Verdict,
    /// The rule that decides, or may.
    pub(in crate::flow) rule: Option<String>,
    /// Whether the packet goes on with an address of the firewall, so that replies come back to it.
    pub(in crate::flow) translated: bool,
    /// Why, as a fragment of a sentence.
    pub(in crate::flow) why: String,
}

/// What the rules say about a packet to a host of this name, if it has one.
pub(in crate::flow) fn pass(rules: &FirewallRules, packet: &Packet, host: Option<&str>) -> Pass {
    let mut doubt = None;
    for rule in &rules.network {
        match by_network(rule, packet) {
            Match::No => {}
            Match::Yes => return allowed(&rule.name, "network", is_translated(packet)),
            Match::Unknown(why) => doubt = doubt.or(Some((&rule.name, why))),
        }
    }
    for rule in &rules.application {
        match by_name(rule, packet, host) {
            Match::No => {}
            // Whichever of the two rules decides, the packet gets through.
            Match::Yes => return allowed(&rule.name, "application", doubt.is_none()),
            Match::Unknown(why) => doubt = doubt.or(Some((&rule.name, why))),
        }
    }
    match doubt {
        Some((rule, why)) => Pass {
            verdict: Verdict::Unknown,
            rule: Some(rule.clone()),
            translated: is_translated(packet),
            why: format!("rule {rule} may match: {why}"),
        },
        None => Pass {
            verdict: Verdict::Denied,
            rule: None,
            translated: false,
            why: "no rule lets it through".to_owned(),
        },
    }
}

fn allowed(rule: &str, kind: &str, translated: bool) -> Pass {
    Pass {
        verdict: Verdict::Allowed,
        rule: Some(rule.to_owned()),
        translated,
        why: format!("{kind} rule {rule} lets it through"),
    }
}

/// True if a network rule sends the packet on with an address of the firewall.
fn is_translated(packet: &Packet) -> bool {
    let mut kept = KEEPS_SOURCE.value.iter();
    let extent = packet.destination.extent();
    !extent.is_some_and(|extent| kept.any(|range| range.contains(extent)))
}

fn places(texts: &[String], packet: &Packet, side: Side) -> Match {
    let end = match side {
        Side::Source => &packet.source,
        Side::Destination => &packet.destination,
    };
    // `VirtualNetwork` never stands in these rules, so there is nothing to look around for.
    let around = Neighbourhood::default();
    let matches = texts
        .iter()
        .map(|text| Place::read(text).matches(end, side, &around));
    Match::any(matches)
}

fn by_network(rule: &NetworkRule, packet: &Packet) -> Match {
    let protocol = match (rule.protocol, packet.protocol) {
        (Protocol::Any, _) => Match::Yes,
        (_, Protocol::Any) => Match::Unknown("it is for one protocol only".to_owned()),
        (own, other) => Match::known(own == other),
    };
    protocol
        .and(|| match packet.has_ports() {
            true => Ports::read(&rule.ports).matches(packet.destination_port),
            false => Match::Yes,
        })
        .and(|| places(&rule.destinations, packet, Side::Destination))
        .and(|| places(&rule.sources, packet, Side::Source))
}

fn by_name(rule: &ApplicationRule, packet: &Packet, host: Option<&str>) -> Match {
    let (http, https) = WEB_PORTS.value;
    let web = match packet.destination_port {
        Some(port) => Match::known(port == http && rule.plain_http || port == https && rule.https),
        None => Match::Unknown("it depends on the port".to_owned()),
    };
    Match::known(matches!(packet.protocol, Protocol::Tcp | Protocol::Any))
        .and(|| web)
        .and(|| match host {
            Some(host) => Match::any(rule.hosts.iter().map(|listed| in_host(listed, host))),
            None => Match::Unknown("it depends on the host name".to_owned()),
        })
        .and(|| places(&rule.sources, packet, Side::Source))
}

/// Whether a host is what a rule lists. `*.` at the start of either stands for every name below.
fn in_host(listed: &str, host: &str) -> Match {
    if listed.eq_ignore_ascii_case(host) {
        return Match::Yes;
    }
    let below = |name: &str, wild: &str| {
        wild.strip_prefix('*').is_some_and(|end| {
            name.to_ascii_lowercase()
                .ends_with(&end.to_ascii_lowercase())
        })
    };
    if below(host, listed) {
        Match::Yes
    } else if below(listed, host) {
        Match::Unknown(format!("only part of {host} is in {listed}"))
    } else {
        Match::No
    }
}
