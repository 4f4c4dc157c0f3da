//! The three answers to “does this rule match”, and how they combine.

/// Whether something matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Match {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// It cannot be known offline, for this reason.
    Unknown(String),
}

impl Match {
    /// Yes or no.
    pub(super) fn known(matches: bool) -> Self {
        if matches { Self::Yes } else { Self::No }
    }

    /// Both must match: a no decides, and then what is not known.
    pub(super) fn and(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::No => Self::No,
            Self::Yes => other(),
            Self::Unknown(why) => match other() {
                Self::No => Self::No,
                Self::Yes | Self::Unknown(_) => Self::Unknown(why),
            },
        }
    }

    /// One of several must match: a yes decides, and then what is not known.
    pub(super) fn any(matches: impl Iterator<Item = Self>) -> Self {
        let mut answer = Self::No;
        for next in matches {
            match next {
                Self::Yes => return Self::Yes,
                Self::Unknown(_) if answer == Self::No => answer = next,
                Self::Unknown(_) | Self::No => {}
            }
        }
        answer
    }
}
