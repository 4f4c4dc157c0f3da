//! `cargo xtask test`: every check in one run, cheap ones first.
//!
//! A failed step does not hide the ones after it; only what needs the built app is skipped when it
//! could not be built. The last line is `N passed, N failed`, for machines that look for it.

mod steps;

pub(crate) use steps::weigh;

use crate::failure::{Failure, Outcome};
use crate::table::{Align, Table};
use crate::workspace::Workspace;
use std::time::{Duration, Instant};

/// One check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Fmt,
    Clippy,
    ClippyWeb,
    Native,
    Docs,
    Browser,
    Deny,
    Build,
    Size,
    Origins,
    E2e,
}

/// Which checks to run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Selection {
    /// If not empty, only these.
    pub(crate) only: Vec<Step>,
    /// Never these.
    pub(crate) skip: Vec<Step>,
}

/// How a check went.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Verdict {
    Passed,
    Failed(Failure),
    /// Not run, and why; neither passed nor failed.
    Skipped(String),
}

/// One line of the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Report {
    step: Step,
    verdict: Verdict,
    took: Duration,
}

impl Step {
    /// Every check, in the order they run.
    pub(crate) const ALL: [Self; 11] = [
        Self::Fmt,
        Self::Clippy,
        Self::ClippyWeb,
        Self::Native,
        Self::Docs,
        Self::Browser,
        Self::Deny,
        Self::Build,
        Self::Size,
        Self::Origins,
        Self::E2e,
    ];

    /// The name people type.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::ClippyWeb => "clippy-web",
            Self::Native => "native",
            Self::Docs => "docs",
            Self::Browser => "browser",
            Self::Deny => "deny",
            Self::Build => "build",
            Self::Size => "size",
            Self::Origins => "origins",
            Self::E2e => "e2e",
        }
    }

    /// What the check is, for the summary.
    const fn title(self) -> &'static str {
        match self {
            Self::Fmt => "formatting",
            Self::Clippy => "lints, native",
            Self::ClippyWeb => "lints, WebAssembly",
            Self::Native => "native tests, examples, doctests",
            Self::Docs => "documentation builds",
            Self::Browser => "component tests in a browser",
            Self::Deny => "licences and sources of dependencies",
            Self::Build => "release build",
            Self::Size => "size budget",
            Self::Origins => "nothing loaded from elsewhere",
            Self::E2e => "end-to-end tests",
        }
    }

    const fn needs_dist(self) -> bool {
        matches!(self, Self::Size | Self::Origins | Self::E2e)
    }
}

impl Selection {
    /// The chosen checks, in the order they run.
    pub(crate) fn steps(&self) -> Vec<Step> {
        let chosen = |step: &Step| {
            (self.only.is_empty() || self.only.contains(step)) && !self.skip.contains(step)
        };
        Step::ALL.into_iter().filter(chosen).collect()
    }
}

/// Runs the chosen checks and prints the summary; fails if any of them failed.
pub(crate) fn run(workspace: &Workspace, selection: &Selection) -> Result<(), Quiet> {
    let mut reports: Vec<Report> = Vec::new();
    for step in selection.steps() {
        let started = Instant::now();
        let verdict = if step.needs_dist() && build_failed(&reports) {
            Verdict::Skipped("the release build failed".to_owned())
        } else {
            println!("\n== {}: {}", step.name(), step.title());
            steps::run(workspace, step)
        };
        match &verdict {
            Verdict::Failed(failure) => println!("{failure}"),
            Verdict::Skipped(why) => println!("{} skipped: {why}", step.name()),
            Verdict::Passed => {}
        }
        reports.push(Report {
            step,
            verdict,
            took: started.elapsed(),
        });
    }
    println!("\n{}", summary(&reports));
    if count_failed(&reports) == 0 {
        Ok(())
    } else {
        Err(Quiet)
    }
}

/// A failure that has been reported already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quiet;

impl From<Outcome> for Verdict {
    fn from(outcome: Outcome) -> Self {
        outcome.map_or_else(Self::Failed, |()| Self::Passed)
    }
}

fn build_failed(reports: &[Report]) -> bool {
    reports
        .iter()
        .any(|report| report.step == Step::Build && matches!(report.verdict, Verdict::Failed(_)))
}

fn count_failed(reports: &[Report]) -> usize {
    let failed = |report: &&Report| matches!(report.verdict, Verdict::Failed(_));
    reports.iter().filter(failed).count()
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
            Verdict::Failed(failure) => ("FAILED", failure.what()),
            Verdict::Skipped(why) => ("skipped", why.as_str()),
        };
        table.row(vec![
            report.step.name().to_owned(),
            result.to_owned(),
            format!("{:.1}", report.took.as_secs_f64()),
            note.to_owned(),
        ]);
    }
    let passed = reports
        .iter()
        .filter(|report| report.verdict == Verdict::Passed);
    format!(
        "{table}\n{} passed, {} failed",
        passed.count(),
        count_failed(reports)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(step: Step, verdict: Verdict) -> Report {
        let took = Duration::from_millis(1_240);
        Report {
            step,
            verdict,
            took,
        }
    }

    #[test]
    fn ends_with_the_line_machines_read() {
        let failure = Failure::new("over budget", "Shrink it.");
        let text = summary(&[
            report(Step::Fmt, Verdict::Passed),
            report(Step::Deny, Verdict::Skipped("not installed".to_owned())),
            report(Step::Size, Verdict::Failed(failure)),
        ]);
        assert_eq!(text.lines().last(), Some("1 passed, 1 failed"));
        assert!(text.contains("fmt   passed       1.2\n"), "{text}");
        assert!(text.contains("over budget"), "{text}");
    }

    #[test]
    fn runs_everything_unless_told_otherwise() {
        assert_eq!(Selection::default().steps(), Step::ALL);
    }

    #[test]
    fn keeps_its_own_order_whatever_order_is_asked() {
        let selection = Selection {
            only: vec![Step::Docs, Step::Fmt, Step::Clippy],
            skip: vec![Step::Clippy],
        };
        assert_eq!(selection.steps(), [Step::Fmt, Step::Docs]);
    }

    #[test]
    fn knows_when_there_is_nothing_to_inspect() {
        let failure = Failure::new("does not compile", "Fix it.");
        assert!(build_failed(&[report(
            Step::Build,
            Verdict::Failed(failure.clone())
        )]));
        assert!(!build_failed(&[report(
            Step::Clippy,
            Verdict::Failed(failure)
        )]));
        assert!(!build_failed(&[]));
    }

    #[test]
    fn gives_each_step_a_name_of_its_own() {
        let mut names = Step::ALL.map(Step::name).to_vec();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Step::ALL.len());
    }
}
