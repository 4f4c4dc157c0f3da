//! What the headless commands share: reading the plan, and how they end.
//!
//! Exit status 0: done. 2: the command line or the plan file is not what it should be. 1: the outcome could
//! not be written.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use azureml_vnet_wizard::document::decode;
use azureml_vnet_wizard::domain::Plan;

/// Why a command ends without having done its work.
pub(crate) struct Failure {
    status: u8,
    message: String,
}

impl Failure {
    /// The command line or the plan file is not what it should be.
    pub(crate) fn input(message: impl Into<String>) -> Self {
        Self {
            status: 2,
            message: message.into(),
        }
    }

    /// The outcome could not be written to `place`.
    pub(crate) fn output(place: impl std::fmt::Display, error: &std::io::Error) -> Self {
        Self {
            status: 1,
            message: format!("{place} could not be written: {error}"),
        }
    }
}

/// Runs a command with its arguments; says on standard error what went wrong.
pub(crate) fn run(command: impl FnOnce(&[OsString]) -> Result<(), Failure>) -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    match command(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", failure.message);
            ExitCode::from(failure.status)
        }
    }
}

/// Reads a plan file; a failure lists everything that is wrong with it.
pub(crate) fn read_plan(path: &Path) -> Result<Plan, Failure> {
    let name = path.display();
    let bytes = std::fs::read(path)
        .map_err(|error| Failure::input(format!("{name} could not be read: {error}")))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::input(format!(
            "{name}: expected a text file in UTF-8, found other bytes"
        ))
    })?;
    decode(&text).map_err(|errors| {
        let mut message = format!("{name} is not a plan that can be read:");
        for error in errors {
            // Writing to a string cannot fail.
            write!(message, "\n  {error}").ok();
        }
        Failure::input(message)
    })
}
