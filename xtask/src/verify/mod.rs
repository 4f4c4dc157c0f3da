//! `cargo xtask verify-exports`: exported bundles against the tools that people feed them to.
//!
//! The checks themselves are in `tests/exports`, in the languages of the tools. Each proves on broken files
//! that it can fail before it looks at a bundle. Nothing is deployed and nobody logs in anywhere.

mod bundles;
mod check;

pub(crate) use check::Check;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::report::{self, Quiet, Report, Verdict};
use crate::selection::{Named, Selection};
use crate::workspace::Workspace;
use check::{Program, Tools};
use std::path::PathBuf;
use std::time::Instant;

/// What to verify.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    /// By which checks.
    pub(crate) checks: Selection<Check>,
    /// Whether the checks only prove that they can fail.
    pub(crate) self_test: bool,
    /// Folders with bundles; if there are none, the samples are exported.
    pub(crate) folders: Vec<PathBuf>,
}

/// Tools that this run has looked for, and whether it has them.
type Ready = Vec<(Tools, Outcome<Program>)>;

/// Runs the chosen checks and prints the summary; fails if any of them failed.
pub(crate) fn run(workspace: &Workspace, wish: &Wish) -> Result<(), Quiet> {
    let mut reports = Vec::new();
    let mut words = vec![PathBuf::from("--self-test")];
    if !wish.self_test {
        let started = Instant::now();
        println!("\n== export: the bundles to verify");
        let bundles = if wish.folders.is_empty() {
            bundles::of_samples(workspace)
        } else {
            bundles::in_folders(&wish.folders)
        };
        words = bundles.clone().unwrap_or_default();
        let verdict = match bundles {
            Ok(bundles) => Verdict::PassedWith(format!("{} bundles", bundles.len())),
            Err(failure) => Verdict::Failed(failure),
        };
        note(&mut reports, "export", verdict, started);
    }
    let mut ready = Ready::new();
    for check in wish.checks.chosen() {
        let started = Instant::now();
        println!("\n== {}: {}", check.name(), check.title());
        let verdict = if words.is_empty() {
            Verdict::Skipped("there is no bundle".to_owned())
        } else {
            look(workspace, check, &words, &mut ready)
                .map_or_else(Verdict::Failed, Verdict::PassedWith)
        };
        note(&mut reports, check.name(), verdict, started);
    }
    report::conclude(&reports)
}

fn note(reports: &mut Vec<Report>, name: &'static str, verdict: Verdict, started: Instant) {
    let report = Report {
        name,
        verdict,
        took: started.elapsed(),
    };
    report.tell();
    reports.push(report);
}

/// Runs one check on `words`; returns its sum.
fn look(
    workspace: &Workspace,
    check: Check,
    words: &[PathBuf],
    ready: &mut Ready,
) -> Outcome<String> {
    let program = ensure(workspace, check.tools(), ready)?;
    process::run_to_sum(
        check.command(workspace, &program).args(words),
        &format!(
            "Read the lines with FAIL above; `cargo xtask verify-exports --only {}` shows them again.",
            check.name()
        ),
    )
}

/// Looks for tools once in a run, however many checks use them.
fn ensure(workspace: &Workspace, tools: Tools, ready: &mut Ready) -> Outcome<Program> {
    if let Some((_, outcome)) = ready.iter().find(|(known, _)| *known == tools) {
        return outcome.clone().map_err(|failure| {
            let what = format!("its tools are missing: {}", failure.what());
            Failure::new(what, "Mend what is said above about these tools.")
        });
    }
    let outcome = tools.ensure(workspace);
    ready.push((tools, outcome.clone()));
    outcome
}
