//! Length, characters and edges of a name, and how to say what is wrong.

use super::NameError;
use crate::azure::Source;

/// Characters that a name may have in some place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Set {
    Lowercase,
    Letter,
    LowercaseAlphanumeric,
    Alphanumeric,
    AlphanumericUnderscore,
    AlphanumericHyphen,
    AlphanumericHyphenUnderscore,
    /// Names of network resources.
    Network,
    /// Names of resource groups, which may be written in any script.
    Group,
    GroupEnd,
    /// Names of virtual machines: all but the characters that are listed as forbidden.
    HostName,
    HostNameEnd,
}

/// Characters that a virtual machine's name never has (NAME-17).
const NOT_IN_HOST_NAMES: &str = "~!@#$%^&*()=+_[]{}\\|;:.'\",<>/?";

impl Set {
    pub(super) fn contains(self, c: char) -> bool {
        match self {
            Self::Lowercase => c.is_ascii_lowercase(),
            Self::Letter => c.is_ascii_alphabetic(),
            Self::LowercaseAlphanumeric => c.is_ascii_lowercase() || c.is_ascii_digit(),
            Self::Alphanumeric => c.is_ascii_alphanumeric(),
            Self::AlphanumericUnderscore => c.is_ascii_alphanumeric() || c == '_',
            Self::AlphanumericHyphen => c.is_ascii_alphanumeric() || c == '-',
            Self::AlphanumericHyphenUnderscore => {
                c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
            }
            Self::Network => c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'),
            Self::Group => c == '.' || Self::GroupEnd.contains(c),
            Self::GroupEnd => c.is_alphanumeric() || matches!(c, '-' | '_' | '(' | ')'),
            Self::HostName => {
                !c.is_whitespace() && !c.is_control() && !NOT_IN_HOST_NAMES.contains(c)
            }
            Self::HostNameEnd => c != '-' && Self::HostName.contains(c),
        }
    }

    /// The characters, where any number of them stands: "a name has …".
    pub(super) fn many(self) -> &'static str {
        match self {
            Self::Lowercase => "lowercase letters",
            Self::Letter => "letters",
            Self::LowercaseAlphanumeric => "lowercase letters and digits",
            Self::Alphanumeric | Self::HostNameEnd => "letters and digits",
            Self::AlphanumericUnderscore => "letters, digits and underscores",
            Self::AlphanumericHyphen | Self::HostName => "letters, digits and hyphens",
            Self::AlphanumericHyphenUnderscore => "letters, digits, hyphens and underscores",
            Self::Network => "letters, digits, hyphens, underscores and periods",
            Self::Group => "letters, digits, hyphens, underscores, periods and brackets",
            Self::GroupEnd => "letters, digits, hyphens, underscores and brackets",
        }
    }

    /// The characters, where exactly one of them stands: "a name starts with …".
    pub(super) fn one(self) -> &'static str {
        match self {
            Self::Lowercase => "a lowercase letter",
            Self::Letter => "a letter",
            Self::LowercaseAlphanumeric => "a lowercase letter or a digit",
            Self::Alphanumeric | Self::HostNameEnd => "a letter or a digit",
            Self::AlphanumericUnderscore => "a letter, a digit or an underscore",
            Self::AlphanumericHyphen | Self::HostName => "a letter, a digit or a hyphen",
            Self::AlphanumericHyphenUnderscore => "a letter, a digit, a hyphen or an underscore",
            Self::Network => "a letter, a digit, a hyphen, an underscore or a period",
            Self::Group => "a letter, a digit, a hyphen, an underscore, a period or a bracket",
            Self::GroupEnd => "a letter, a digit, a hyphen, an underscore or a bracket",
        }
    }
}

/// What a name of one kind may look like.
#[derive(Debug)]
pub(super) struct Shape {
    pub(super) min: usize,
    pub(super) max: usize,
    /// The first character.
    pub(super) first: Set,
    /// Every character.
    pub(super) all: Set,
    /// The last character.
    pub(super) last: Set,
    /// Whether two hyphens may follow each other.
    double_hyphen: bool,
    /// Whether a hyphen with nothing but digits after it may stand at the end.
    pub(super) numbered_end: bool,
    pub(super) source: &'static Source,
}

impl Shape {
    pub(super) const fn new(min: usize, max: usize, all: Set, source: &'static Source) -> Self {
        Self {
            min,
            max,
            first: all,
            all,
            last: all,
            double_hyphen: true,
            numbered_end: true,
            source,
        }
    }

    pub(super) const fn edges(mut self, first: Set, last: Set) -> Self {
        self.first = first;
        self.last = last;
        self
    }

    pub(super) const fn single_hyphens(mut self) -> Self {
        self.double_hyphen = false;
        self
    }

    pub(super) const fn without_number_at_the_end(mut self) -> Self {
        self.numbered_end = false;
        self
    }

    /// The first thing that is wrong with a name that is not empty.
    pub(super) fn check(&self, name: &str, noun: &'static str) -> Result<(), NameError> {
        if let Some(found) = name.chars().find(|c| !self.all.contains(*c)) {
            return Err(NameError::Character {
                name: name.to_owned(),
                found,
                noun,
                allowed: self.all.many(),
            });
        }
        let count = name.chars().count();
        if !(self.min..=self.max).contains(&count) {
            return Err(NameError::Length {
                name: name.to_owned(),
                count,
                noun,
                min: self.min,
                max: self.max,
            });
        }
        self.check_edges(name, noun)?;
        if !self.double_hyphen && name.contains("--") {
            return Err(NameError::DoubleHyphen {
                name: name.to_owned(),
                noun,
            });
        }
        if !self.numbered_end && ends_with_number(name) {
            return Err(NameError::NumberedEnd {
                name: name.to_owned(),
                noun,
            });
        }
        Ok(())
    }

    fn check_edges(&self, name: &str, noun: &'static str) -> Result<(), NameError> {
        if let Some(found) = name.chars().next().filter(|c| !self.first.contains(*c)) {
            return Err(NameError::First {
                name: name.to_owned(),
                found,
                noun,
                allowed: self.first.one(),
            });
        }
        if let Some(found) = name.chars().last().filter(|c| !self.last.contains(*c)) {
            return Err(NameError::Last {
                name: name.to_owned(),
                found,
                noun,
                allowed: self.last.one(),
            });
        }
        Ok(())
    }
}

/// A hyphen and at least one digit at the end, nothing else after the hyphen.
fn ends_with_number(name: &str) -> bool {
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    stem.len() < name.len() && stem.ends_with('-')
}
