//! The address field of a rule: anywhere, a prefix, or a service tag (NSG-22), matched offline.
//!
//! Tags are symbols: `Storage.eastus` lies in `Storage`, in `AzureCloud.eastus`, in `AzureCloud`, in
//! `Internet` (NSG-31). Where a rule is narrower than what a packet says, or knows a tag that this tool does
//! not, the answer is “unknown”.

use std::net::Ipv4Addr;

use super::matching::Match;
use super::{Endpoint, Neighbourhood};
use crate::azure::address_ranges::PRIVATE;
use crate::azure::platform;
use crate::azure::service_tags::{self, AZURE_CLOUD, ServiceTag, TagScope, TagText};
use crate::domain::{Prefix, PrefixError, PrefixText};

/// Which end of a packet a field is matched with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The source.
    Source,
    /// The destination.
    Destination,
}

/// One entry of an address field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Anywhere,
    Block(Prefix),
    /// A known tag, and the region behind it.
    Known(&'static ServiceTag, Option<String>),
    /// What looks like a tag.
    Tag(String),
    Unreadable(String),
}

impl Place {
    /// Reads an entry.
    pub(super) fn read(text: &str) -> Self {
        let text = text.trim();
        if text == "*" || text.eq_ignore_ascii_case("any") {
            return Self::Anywhere;
        }
        let single = || {
            text.parse::<Ipv4Addr>()
                .ok()
                .and_then(|it| Prefix::containing(it, 32))
        };
        match PrefixText::new(text).parse() {
            Ok(prefix) if prefix.length() == 0 => Self::Anywhere,
            Ok(prefix)
            | Err(PrefixError::HostBits {
                canonical: prefix, ..
            }) => Self::Block(prefix),
            Err(_) => single().map_or_else(|| Self::named(text), Self::Block),
        }
    }

    fn named(text: &str) -> Self {
        if let Some(TagText { tag, region }) = service_tags::read(text) {
            return Self::Known(tag, region.map(str::to_owned));
        }
        let tag_like = text.starts_with(|first: char| first.is_ascii_alphabetic())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
        if tag_like {
            Self::Tag(text.to_owned())
        } else {
            Self::Unreadable(text.to_owned())
        }
    }

    /// True if the entry is one of the tags that reach Azure's platform (NSG-35).
    pub(super) fn is_platform(&self) -> bool {
        matches!(self, Self::Known(tag, _) if tag.scope == TagScope::Platform)
    }

    /// Whether an end of a packet is in this place.
    pub(super) fn matches(&self, end: &Endpoint, side: Side, around: &Neighbourhood) -> Match {
        match self {
            Self::Anywhere => Match::Yes,
            Self::Block(block) => in_block(*block, end, around),
            Self::Known(tag, region) => {
                let region = region.as_deref();
                in_tag(TagText { tag, region }, end, side, around)
            }
            Self::Tag(text) if is_same(text, end) => Match::Yes,
            Self::Tag(text) => Match::Unknown(format!("{text} is not a service tag known here")),
            Self::Unreadable(text) => Match::Unknown(format!(
                "“{text}” is neither an address, a prefix nor a service tag; a plan knows no members of \
                 application security groups"
            )),
        }
    }
}

/// True if the end carries this very tag.
fn is_same(tag: &str, end: &Endpoint) -> bool {
    let own = end.tag.as_deref();
    own.is_some_and(|own| own.trim().eq_ignore_ascii_case(tag))
}

/// What is not known about an end of which nothing is known.
fn unsaid(end: &Endpoint) -> Match {
    Match::Unknown(end.tag.as_deref().map_or_else(
        || "an end of the flow is left open".to_owned(),
        |tag| format!("{tag} is not a service tag known here"),
    ))
}

/// Whether the ranges hold all of an extent, none of it, or a part.
pub(super) fn covers<'a>(ranges: impl Iterator<Item = &'a Prefix>, extent: Prefix) -> Match {
    let mut part = None;
    for range in ranges {
        if range.contains(extent) {
            return Match::Yes;
        }
        if range.overlaps(extent) {
            part = Some(range);
        }
    }
    part.map_or(Match::No, |range| {
        Match::Unknown(format!("only part of {extent} is in {range}"))
    })
}

fn in_block(block: Prefix, end: &Endpoint, around: &Neighbourhood) -> Match {
    if let Some(extent) = end.extent() {
        return covers([block].iter(), extent);
    }
    let Some(tag) = end.tag.as_deref().and_then(service_tags::read) else {
        return unsaid(end);
    };
    let depends = || Match::Unknown(format!("{} may have addresses in {block}", tag.tag.name));
    match tag.tag.scope {
        TagScope::Network => {
            let ranges = around.ranges();
            if !ranges.is_empty() && ranges.iter().all(|range| block.contains(*range)) {
                Match::Yes
            } else if ranges.iter().any(|range| block.overlaps(*range)) {
                depends()
            } else {
                Match::No
            }
        }
        TagScope::Service | TagScope::Internet => {
            if PRIVATE.value.iter().any(|range| range.contains(block)) {
                Match::No
            } else {
                depends()
            }
        }
        TagScope::Platform => match platform::address_of(tag.tag) {
            Some(address) => Match::known(block.contains_address(address)),
            None => depends(),
        },
    }
}

fn in_tag(rule: TagText<'_>, end: &Endpoint, side: Side, around: &Neighbourhood) -> Match {
    let own = end.tag.as_deref().and_then(service_tags::read);
    match rule.tag.scope {
        TagScope::Network => in_network(end, own, side, around),
        TagScope::Internet => match (own, end.extent()) {
            (Some(own), None) => Match::known(rule.contains(own)),
            (Some(own), Some(_)) if rule.contains(own) => Match::Yes,
            (_, Some(extent)) => around.is_internet(extent),
            (None, None) => unsaid(end),
        },
        TagScope::Platform => {
            let same = own.is_some_and(|own| own.tag == rule.tag);
            let there = end.address.is_some() && end.address == platform::address_of(rule.tag);
            match (own, end.extent()) {
                (None, None) => unsaid(end),
                _ => Match::known(same || there),
            }
        }
        TagScope::Service => match own {
            Some(own) => in_service(rule, own),
            None if end.tag.is_some() || end.extent().is_none() => unsaid(end),
            None => Match::No,
        },
    }
}

/// `VirtualNetwork`. The host's address belongs to it as a destination; as a source it is the probe of a load
/// balancer, which has a default rule of its own (NSG-11, NSG-30).
fn in_network(
    end: &Endpoint,
    own: Option<TagText<'_>>,
    side: Side,
    around: &Neighbourhood,
) -> Match {
    if let Some(extent) = end.extent() {
        let host = end.address == Some(platform::HOST.value);
        return match side {
            Side::Source if host => Match::No,
            Side::Destination if host => Match::Yes,
            Side::Source | Side::Destination => covers(around.ranges().iter(), extent),
        };
    }
    match own.map(|own| own.tag.scope) {
        Some(TagScope::Network) => Match::Yes,
        Some(TagScope::Service | TagScope::Internet) => Match::known(around.is_everything()),
        Some(TagScope::Platform) => Match::No,
        None => unsaid(end),
    }
}

/// A service tag against another: inside, outside, or a part that cannot be told.
fn in_service(rule: TagText<'_>, own: TagText<'_>) -> Match {
    if rule.contains(own) {
        return Match::Yes;
    }
    // `AzureCloud` may be any service, and a tag without a region may be in any of them.
    let is_cloud = |tag: TagText<'_>| tag.tag.name == AZURE_CLOUD;
    let services = own.tag.scope == TagScope::Service
        && (rule.tag == own.tag || is_cloud(rule) || is_cloud(own));
    let regions = match (rule.region, own.region) {
        (Some(rule), Some(own)) => rule.eq_ignore_ascii_case(own),
        _ => true,
    };
    if services && regions {
        Match::Unknown(format!("only part of {} is in it", own.tag.name))
    } else {
        Match::No
    }
}
