//! The port field of a rule: `*`, `443`, `10000-10005`, or a list of these (NSG-21).

use std::ops::RangeInclusive;

use super::matching::Match;

/// The ports that a rule names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ports {
    ranges: Vec<RangeInclusive<u16>>,
    unreadable: Option<String>,
}

/// Reads one entry; `None` if it is neither `*`, a port nor an ascending range.
fn range(text: &str) -> Option<RangeInclusive<u16>> {
    let text = text.trim();
    if text == "*" || text.eq_ignore_ascii_case("any") {
        return Some(0..=u16::MAX);
    }
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let range = first.trim().parse().ok()?..=last.trim().parse().ok()?;
    (!range.is_empty()).then_some(range)
}

impl Ports {
    /// Reads a field. An empty one means any port.
    pub(super) fn read(texts: &[String]) -> Self {
        let ranges = texts.iter().filter_map(|text| range(text)).collect();
        let unreadable = texts.iter().find(|text| range(text).is_none()).cloned();
        if texts.is_empty() {
            return Self {
                ranges: vec![0..=u16::MAX],
                unreadable,
            };
        }
        Self { ranges, unreadable }
    }

    /// Whether the field matches a port; `None` is a port that could be any.
    pub(super) fn matches(&self, port: Option<u16>) -> Match {
        let hit = match port {
            Some(port) => self.ranges.iter().any(|range| range.contains(&port)),
            None => self.ranges.contains(&(0..=u16::MAX)),
        };
        match (&self.unreadable, port) {
            _ if hit => Match::Yes,
            (Some(text), _) => {
                Match::Unknown(format!("“{text}” is not a port or a range of ports"))
            }
            (None, Some(_)) => Match::No,
            (None, None) => Match::Unknown("it depends on the port".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ports(texts: &[&str]) -> Ports {
        Ports::read(
            &texts
                .iter()
                .map(|&text| text.to_owned())
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn reads_ports_ranges_and_lists() {
        let list = ports(&["443", "8000-9000"]);
        assert_eq!(list.matches(Some(8787)), Match::Yes, "FLOW-18");
        assert_eq!(list.matches(Some(444)), Match::No);
        assert_eq!(ports(&["*"]).matches(None), Match::Yes);
        assert_eq!(ports(&[]).matches(Some(1)), Match::Yes);
        assert_eq!(ports(&["0-65535"]).matches(None), Match::Yes);
    }

    #[test]
    fn never_takes_unreadable_text_for_no() {
        for text in ["9000-8000", "44a", "70000", "", "-1"] {
            let answer = ports(&[text]).matches(Some(443));
            assert!(matches!(answer, Match::Unknown(_)), "{text}");
        }
        assert_eq!(ports(&["x", "443"]).matches(Some(443)), Match::Yes);
    }

    #[test]
    fn an_open_port_matches_only_what_matches_every_port() {
        let depends = Match::Unknown("it depends on the port".to_owned());
        assert_eq!(ports(&["443"]).matches(None), depends);
    }
}
