//! Editions of the rules: which came when, and what changed about them since a plan was last checked.
//!
//! An edition lists what is new or different in it; a rule that no edition lists is as old as the first.
//! A plan carries the number of the edition that it was last checked with, and 0 if it never said.

use crate::domain::{Edit, Plan};

use super::{Rule, by_code};

/// One edition of the rules.
#[derive(Debug)]
pub struct Edition {
    /// Its number; each edition has the next one.
    pub version: u32,
    /// The day on which it was finished, ISO 8601.
    pub date: &'static str,
    /// Codes of the rules that are new in it.
    pub added: &'static [&'static str],
    /// Codes of the rules that judge differently in it, and how.
    pub changed: &'static [(&'static str, &'static str)],
}

/// A rule that is new or different since some edition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct News {
    /// The rule.
    pub rule: &'static Rule,
    /// What changed; `None` for a new rule.
    pub change: Option<&'static str>,
}

/// Every edition, oldest first.
pub const EDITIONS: &[Edition] = &[
    Edition {
        version: 1,
        date: "2026-11-23",
        added: &[],
        changed: &[],
    },
    Edition {
        version: 2,
        date: "2026-11-24",
        added: &[
            "ACK001", "ACK002", "AKS024", "AKS025", "AKS026", "AKS027", "ATT005", "ATT006",
            "ATT007", "CMP011", "CMP012", "FLW001", "FLW002", "FLW003", "FLW004", "FLW005",
            "FLW006", "NET015", "NSG009", "PEP009", "PEP010", "PEP011", "PEP012", "PER010",
            "PER011",
        ],
        changed: &[(
            "CMP007",
            "A subnet without any way out is an error: its nodes become unusable.",
        )],
    },
];

/// The edition that plans are checked with today: its number and its date.
pub const RULE_SET: (u32, &str) = match EDITIONS {
    [.., last] => (last.version, last.date),
    [] => (0, ""),
};

/// The edition in which a rule is new; the first one for rules that no edition lists.
pub fn since(code: &str) -> u32 {
    let added = EDITIONS.iter().find(|it| it.added.contains(&code));
    added.map_or(1, |edition| edition.version)
}

/// What changed about a rule after it was new: edition, what.
pub fn changes(code: &str) -> impl Iterator<Item = (&'static Edition, &'static str)> {
    EDITIONS.iter().flat_map(move |edition| {
        let changed = edition.changed.iter().filter(move |(it, _)| *it == code);
        changed.map(move |(_, what)| (edition, *what))
    })
}

/// The rules that are new or different since an edition, each once, in the order of the editions.
///
/// A document that never said counts as checked with the first edition: it is from before there were others.
pub fn news_since(version: u32) -> Vec<News> {
    let mut news: Vec<News> = Vec::new();
    for edition in EDITIONS.iter().filter(|it| it.version > version.max(1)) {
        let added = edition.added.iter().map(|code| (*code, None));
        let changed = edition
            .changed
            .iter()
            .map(|(code, what)| (*code, Some(*what)));
        for (code, change) in added.chain(changed) {
            let Some(rule) = by_code(code) else { continue };
            match news.iter_mut().find(|it| it.rule == rule) {
                // New is the greater news; of two changes the later one counts.
                Some(known) if known.change.is_some() => known.change = change,
                Some(_) => {}
                None => news.push(News { rule, change }),
            }
        }
    }
    news
}

/// Writes into a plan that it was checked with today's edition. For saving and exporting.
pub fn record_edition() -> Edit {
    Edit::new(|plan: &mut Plan| plan.checked_with = RULE_SET.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_editions_without_a_gap_and_dates_them_in_order() {
        for (index, edition) in EDITIONS.iter().enumerate() {
            assert_eq!(usize::try_from(edition.version), Ok(index + 1));
        }
        assert!(EDITIONS.is_sorted_by_key(|edition| edition.date));
        assert_eq!(usize::try_from(RULE_SET.0), Ok(EDITIONS.len()));
    }

    #[test]
    fn lists_rules_that_exist_and_each_new_one_once() {
        let mut seen = Vec::new();
        for edition in EDITIONS {
            for code in edition.added {
                assert!(by_code(code).is_some(), "{code}");
                assert!(!seen.contains(code), "{code} is new twice");
                seen.push(code);
            }
            for (code, what) in edition.changed {
                assert!(by_code(code).is_some(), "{code}");
                assert!(what.ends_with('.'), "{code}: {what}");
                assert!(
                    since(code) < edition.version,
                    "{code} changes when it is new"
                );
            }
        }
    }

    #[test]
    fn tells_an_older_plan_what_is_new() {
        let codes = |version| -> Vec<&str> {
            let news = news_since(version);
            news.iter().map(|news| news.rule.code).collect()
        };
        assert!(codes(1).contains(&"ACK001"));
        assert_eq!(
            codes(0),
            codes(1),
            "a plan without an edition is from the first"
        );
        assert!(codes(RULE_SET.0).is_empty());
        assert!(
            codes(u32::MAX).is_empty(),
            "a plan from a newer app has no news here"
        );
        assert_eq!((since("ACK001"), since("NET001")), (2, 1));
    }

    #[test]
    fn records_the_edition_in_the_plan() {
        let plan = record_edition().preview(&Plan::default());
        assert_eq!(plan.checked_with, RULE_SET.0);
        assert!(news_since(plan.checked_with).is_empty());
    }
}
