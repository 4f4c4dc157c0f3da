//! How checks went: one table for every command that runs several.

use crate::failure::{Failure, Outcome};
use crate::table::{Align, Table};
use std::time::Duration;

/// How a check went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Passed,
    /// Passed, with what is to be known about it.
    PassedWith(String),
    Failed(Failure),
    /// Not run, and why; neither passed nor failed.
    Skipped(String),
}

/// One line of the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    /// The name people type.
    pub(crate) name: &'static str,
    pub(crate) verdict: Verdict,
    pub(crate) took: Duration,
}

/// A failure that has been reported already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quiet;

impl From<Outcome> for Verdict {
    fn from(outcome: Outcome) -> Self {
        outcome.map_or_else(Self::Failed, |()| Self::Passed)
    }
}

impl Report {
    pub(crate) fn failed(&self) -> bool {
        matches!(self.verdict, Verdict::Failed(_))
    }

    fn passed(&self) -> bool {
        matches!(self.verdict, Verdict::Passed | Verdict::PassedWith(_))
    }

    /// Tells at once what the summary will say again; nothing if there is nothing to add.
    pub(crate) fn tell(&self) {
        match &self.verdict {
            Verdict::Failed(failure) => println!("{failure}"),
            Verdict::Skipped(why) => println!("{} skipped: {why}", self.name),
            Verdict::Passed | Verdict::PassedWith(_) => {}
        }
    }
}

/// Prints the summary; fails if any check failed.
pub(crate) fn conclude(reports: &[Report]) -> Result<(), Quiet> {
    println!("\n{}", summary(reports));
    if reports.iter().any(Report::failed) {
        Err(Quiet)
    } else {
        Ok(())
    }
}

/// The table of results, then the line that machines read.
fn summary(reports: &[Report]) -> String {
    let mut table = Table::new(
        &["step", "result", "seconds", ""],
        &[Align::Left, Align::Left, Align::Right, Align::Left],
    );
    for report in reports {
        let (result, note) = match &report.verdict {
            Verdict::Passed => ("passed", ""),
            Verdict::PassedWith(note) => ("passed", note.as_str()),
            Verdict::Failed(failure) => ("FAILED", failure.what()),
            Verdict::Skipped(why) => ("skipped", why.as_str()),
        };
        table.row(vec![
            report.name.to_owned(),
            result.to_owned(),
            format!("{:.1}", report.took.as_secs_f64()),
            note.to_owned(),
        ]);
    }
    let passed = reports.iter().filter(|report| report.passed()).count();
    let failed = reports.iter().filter(|report| report.failed()).count();
    format!("{table}\n{passed} passed, {failed} failed")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(name: &'static str, verdict: Verdict) -> Report {
        Report {
            name,
            verdict,
            took: Duration::from_millis(1_240),
        }
    }

    #[test]
    fn ends_with_the_line_machines_read() {
        let failure = Failure::new("over budget", "Shrink it.");
        let text = summary(&[
            report("fmt", Verdict::Passed),
            report("cli", Verdict::PassedWith("3 not covered".to_owned())),
            report("deny", Verdict::Skipped("not installed".to_owned())),
            report("size", Verdict::Failed(failure)),
        ]);
        assert_eq!(text.lines().last(), Some("2 passed, 1 failed"));
        assert!(text.contains("fmt   passed       1.2\n"), "{text}");
        assert!(text.contains("3 not covered"), "{text}");
        assert!(text.contains("over budget"), "{text}");
    }

    #[test]
    fn fails_if_one_check_failed() {
        let failed = report("a", Verdict::Failed(Failure::new("wrong", "Mend it.")));
        let skipped = report("b", Verdict::Skipped("no tool".to_owned()));
        assert_eq!(conclude(&[skipped.clone(), failed]), Err(Quiet));
        assert_eq!(conclude(&[skipped]), Ok(()));
    }
}
