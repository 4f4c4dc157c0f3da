//! The choice among routes.

use std::cmp::Reverse;

use super::{Destination, NextHop, Origin, RouteInEffect, Target, Way};
use crate::flow::Verdict;
use crate::flow::matching::Match;

/// The route among these that decides for a target.
///
/// A route of which it is not known whether it matches, or whether it is longer, makes the answer unknown
/// unless it leads the same way.
pub fn select(routes: &[RouteInEffect], to: &Target) -> NextHop {
    let mut candidates: Vec<(&RouteInEffect, Match)> = routes
        .iter()
        .map(|route| (route, route.matches(to)))
        .filter(|(_, matches)| *matches != Match::No)
        .collect();
    drop_overruled(&mut candidates);
    candidates.sort_by_key(|(route, _)| {
        (
            Reverse(route.rank()),
            route.breadth() / 2,
            route.origin,
            route.breadth(),
        )
    });
    let mut doubts: Vec<(&RouteInEffect, String)> = Vec::new();
    for (index, (route, matches)) in candidates.iter().enumerate() {
        match matches {
            Match::No => {}
            Match::Unknown(why) => doubts.push((route, why.clone())),
            Match::Yes => {
                let later = candidates.get(index + 1..).unwrap_or_default();
                if route.is_tag() {
                    doubts.extend(maybe_longer(route, later));
                }
                return decided(route, &doubts);
            }
        }
    }
    match doubts.first() {
        Some(doubt) => in_doubt(doubt),
        None => NextHop {
            verdict: Verdict::Unknown,
            route: None,
            why: "where it goes is left open".to_owned(),
        },
    }
}

/// Takes out what the exceptions to the longest prefix overrule: gateway routes beside a route of the VNet,
/// a peering or a service endpoint (UDR-1), and the route to a private endpoint beside a user's route that
/// may replace it (PE-42).
fn drop_overruled(candidates: &mut Vec<(&RouteInEffect, Match)>) {
    let local = candidates.iter().any(|(route, matches)| {
        let own = matches!(
            route.way,
            Way::VirtualNetwork | Way::Peering(_) | Way::ServiceEndpoint
        );
        route.origin == Origin::System && own && *matches == Match::Yes
    });
    let longest = candidates
        .iter()
        .filter(|(route, matches)| route.origin == Origin::User && *matches == Match::Yes)
        .filter_map(|(route, _)| match route.destination {
            Destination::Prefix(prefix) => Some(prefix.length()),
            _ => None,
        })
        .max();
    candidates.retain(|(route, _)| {
        let replaced = route
            .yields_from
            .is_some_and(|from| longest.is_some_and(|longest| longest >= from));
        !(local && route.origin == Origin::Gateway || replaced)
    });
}

/// Prefixes that may be longer than those of the tag that matches.
fn maybe_longer<'a>(
    tag: &RouteInEffect,
    later: &[(&'a RouteInEffect, Match)],
) -> Vec<(&'a RouteInEffect, String)> {
    later
        .iter()
        .filter(|(route, _)| !route.is_tag() && route.rank() > 0)
        .map(|(route, _)| {
            let why = format!(
                "whether {} has longer prefixes is not known here",
                tag.destination_text()
            );
            (*route, why)
        })
        .collect()
}

fn decided(route: &RouteInEffect, doubts: &[(&RouteInEffect, String)]) -> NextHop {
    if let Some(doubt) = doubts.iter().find(|(other, _)| other.way != route.way) {
        return in_doubt(doubt);
    }
    let (verdict, does) = match &route.way {
        Way::Dropped => (Verdict::Denied, "drops it".to_owned()),
        Way::Gateway(None) => (
            Verdict::Denied,
            "leads to a VPN gateway, and there is none to use".to_owned(),
        ),
        Way::Appliance(None) => (
            Verdict::Unknown,
            "leads to an appliance whose address is not known".to_owned(),
        ),
        way => (Verdict::Allowed, format!("sends it {}", way.phrase())),
    };
    let whose = match route.origin {
        Origin::User => "route ",
        Origin::Gateway | Origin::System => "",
    };
    NextHop {
        verdict,
        why: format!("{whose}{} {does}", route.name),
        route: Some(route.clone()),
    }
}

fn in_doubt((route, why): &(&RouteInEffect, String)) -> NextHop {
    NextHop {
        verdict: Verdict::Unknown,
        why: format!("{} may match: {why}", route.name),
        route: Some((*route).clone()),
    }
}

impl Way {
    /// Where it leads, as it reads after “sends it”.
    fn phrase(&self) -> String {
        match self {
            Self::VirtualNetwork => "to its place in the VNet".to_owned(),
            Self::Peering(_) => "across the peering".to_owned(),
            Self::PrivateEndpoint(_) => "to the private endpoint".to_owned(),
            Self::ServiceEndpoint => "to the service directly".to_owned(),
            Self::Internet => "to the internet".to_owned(),
            Self::Gateway(_) => "to the gateway".to_owned(),
            Self::Appliance(address) => {
                let text = address.map(|address| address.to_string());
                format!("to the appliance at {}", text.unwrap_or_default())
            }
            Self::Dropped => "nowhere".to_owned(),
        }
    }
}

impl RouteInEffect {
    /// The destination as text.
    pub fn destination_text(&self) -> String {
        match &self.destination {
            Destination::Prefix(prefix) => prefix.to_string(),
            Destination::Tag(text) | Destination::Unreadable(text) => text.clone(),
            Destination::PrivateEndpoint(_) => "private endpoint".to_owned(),
        }
    }
}
