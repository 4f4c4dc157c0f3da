//! What went wrong, with what a person can do about it.
//!
//! The two travel together: there is no way to build a [`Failure`] without an instruction.

use std::fmt;

/// Something a command could not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    what: String,
    advice: String,
}

/// The result of anything that can fail in this crate.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// `what` happened; `advice` is an instruction, a full sentence that names a command or a file.
    pub(crate) fn new(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            advice: advice.into(),
        }
    }

    /// What happened, without the advice: one line for the summary table.
    pub(crate) fn what(&self) -> &str {
        self.what.lines().next().unwrap_or_default()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}\n  what to do: {}", self.what, self.advice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_the_advice_under_the_problem() {
        let failure = Failure::new("port 8080 is taken", "Run `cargo xtask serve --port 8081`.");
        assert_eq!(
            failure.to_string(),
            "error: port 8080 is taken\n  what to do: Run `cargo xtask serve --port 8081`."
        );
    }

    #[test]
    fn keeps_the_summary_to_one_line() {
        assert_eq!(Failure::new("first\nsecond", "").what(), "first");
    }
}
