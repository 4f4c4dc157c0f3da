//! How many extra nodes an AKS pool gets while it is upgraded.

use std::str::FromStr;

/// Extra nodes during an upgrade: a count, or a share of the pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surge {
    /// A number of nodes.
    Nodes(u32),
    /// Per cent of the pool's nodes, 0 to 100, rounded up.
    Percent(u32),
}

/// The text is neither a count nor a percentage from 0 to 100.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a number of nodes such as 1, or a percentage such as 10%, is expected, found “{0}”")]
pub struct SurgeError(String);

impl FromStr for Surge {
    type Err = SurgeError;

    fn from_str(text: &str) -> Result<Self, SurgeError> {
        let text = text.trim();
        let error = || SurgeError(text.to_owned());
        match text.strip_suffix('%') {
            Some(percent) => percent
                .trim()
                .parse()
                .ok()
                .filter(|percent| *percent <= 100)
                .map(Self::Percent)
                .ok_or_else(error),
            None => text.parse().map(Self::Nodes).map_err(|_| error()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_counts_and_percentages() {
        assert_eq!("1".parse(), Ok(Surge::Nodes(1)));
        assert_eq!(" 33% ".parse(), Ok(Surge::Percent(33)));
        assert_eq!(
            "one"
                .parse::<Surge>()
                .expect_err("not a number")
                .to_string(),
            "a number of nodes such as 1, or a percentage such as 10%, is expected, found “one”"
        );
        assert!("101%".parse::<Surge>().is_err());
    }
}
