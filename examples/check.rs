//! Checks a plan file and prints what was found as one JSON object: `check PLAN.json`.
//!
//! Findings do not change the exit status: whoever reads the report decides what stops a pipeline.

mod common;

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use azureml_vnet_wizard::exports::check_report;

use common::{Failure, read_plan, run};

fn main() -> ExitCode {
    run(check)
}

fn check(arguments: &[OsString]) -> Result<(), Failure> {
    let [plan] = arguments else {
        return Err(Failure::input(
            "usage: cargo run --example check -- PLAN.json",
        ));
    };
    let report = check_report(&read_plan(Path::new(plan))?);
    std::io::stdout()
        .write_all(report.as_bytes())
        .map_err(|error| Failure::output("the report", &error))
}
