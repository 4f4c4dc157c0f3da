//! `cargo xtask test`: every check in one run, cheap ones first.
//!
//! A failed step does not hide the ones after it; only what needs the built app is skipped when it
//! could not be built. The last line is `N passed, N failed`, for machines that look for it.

mod steps;

pub(crate) use steps::weigh;

use crate::report::{self, Quiet, Report, Verdict};
use crate::selection::{Named, Selection};
use crate::workspace::Workspace;
use std::time::Instant;

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

impl Named for Step {
    const ALL: &'static [Self] = &[
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
    const KIND: &'static str = "step";

    fn name(self) -> &'static str {
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
}

impl Step {
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

/// Runs the chosen checks and prints the summary; fails if any of them failed.
pub(crate) fn run(workspace: &Workspace, selection: &Selection<Step>) -> Result<(), Quiet> {
    let mut reports: Vec<Report> = Vec::new();
    for step in selection.chosen() {
        let started = Instant::now();
        let verdict = if step.needs_dist() && build_failed(&reports) {
            Verdict::Skipped("the release build failed".to_owned())
        } else {
            println!("\n== {}: {}", step.name(), step.title());
            steps::run(workspace, step)
        };
        let report = Report {
            name: step.name(),
            verdict,
            took: started.elapsed(),
        };
        report.tell();
        reports.push(report);
    }
    report::conclude(&reports)
}

fn build_failed(reports: &[Report]) -> bool {
    let build = Step::Build.name();
    reports.iter().any(|it| it.name == build && it.failed())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Failure;
    use std::time::Duration;

    fn report(step: Step, verdict: Verdict) -> Report {
        Report {
            name: step.name(),
            verdict,
            took: Duration::from_millis(1_240),
        }
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
        let mut names = Step::ALL.iter().map(|step| step.name()).collect::<Vec<_>>();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Step::ALL.len());
    }
}
