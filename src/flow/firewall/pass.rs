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
        .and(|| {
            if packet.has_ports() {
                Ports::read(&rule.ports).matches(packet.destination_port)
            } else {
                Match::Yes
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::Endpoint;

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|&text| text.to_owned()).collect()
    }

    fn rules() -> FirewallRules {
        FirewallRules {
            network: vec![NetworkRule {
                name: "storage".to_owned(),
                protocol: Protocol::Tcp,
                sources: texts(&["10.0.1.0/24"]),
                destinations: texts(&["Storage.eastus", "10.9.0.0/16"]),
                ports: texts(&["443", "445"]),
            }],
            application: vec![ApplicationRule {
                name: "images".to_owned(),
                sources: texts(&["10.0.1.0/24"]),
                hosts: texts(&["mcr.microsoft.com", "*.data.mcr.microsoft.com"]),
                https: true,
                plain_http: false,
            }],
        }
    }

    fn ask(to: Endpoint, port: u16, host: Option<&str>) -> Pass {
        let packet = Packet {
            protocol: Protocol::Tcp,
            source: Endpoint::address([10, 0, 1, 4].into()),
            source_port: None,
            destination: to,
            destination_port: Some(port),
        };
        pass(&rules(), &packet, host)
    }

    #[test]
    fn network_rules_let_tags_through_and_translate_to_public_destinations_only() {
        let out = ask(Endpoint::tag("Storage.eastus"), 445, None);
        assert_eq!(out.why, "network rule storage lets it through");
        assert!(out.translated);
        let inside = ask(Endpoint::address([10, 9, 0, 4].into()), 443, None);
        assert_eq!(inside.verdict, Verdict::Allowed);
        assert!(!inside.translated, "replies must find their own way back");
        let other = ask(Endpoint::tag("Storage.westus"), 445, None);
        assert_eq!((other.verdict, other.rule), (Verdict::Denied, None));
    }

    #[test]
    fn application_rules_let_host_names_through_on_web_ports() {
        let to = |host, port| ask(Endpoint::tag("Internet"), port, Some(host));
        for host in [
            "mcr.microsoft.com",
            "MCR.microsoft.com",
            "eus.data.mcr.microsoft.com",
        ] {
            let out = to(host, 443);
            assert_eq!(out.why, "application rule images lets it through", "{host}");
            assert!(out.translated);
        }
        assert_eq!(to("mcr.microsoft.com", 80).verdict, Verdict::Denied);
        assert_eq!(to("mcr.microsoft.com", 8443).verdict, Verdict::Denied);
        for host in [
            "data.mcr.microsoft.com",
            "evil-mcr.microsoft.com",
            "microsoft.com",
        ] {
            assert_eq!(to(host, 443).verdict, Verdict::Denied, "{host}");
        }
    }

    #[test]
    fn what_depends_on_an_unknown_name_is_unknown() {
        let nameless = ask(Endpoint::tag("Internet"), 443, None);
        assert_eq!(nameless.verdict, Verdict::Unknown);
        assert_eq!(
            nameless.why,
            "rule images may match: it depends on the host name"
        );
        let wide = ask(Endpoint::tag("Internet"), 443, Some("*.microsoft.com"));
        assert_eq!(
            wide.why,
            "rule images may match: only part of *.microsoft.com is in mcr.microsoft.com"
        );
        let part = ask(Endpoint::tag("Storage"), 445, None);
        assert_eq!(part.verdict, Verdict::Unknown);
    }
}
