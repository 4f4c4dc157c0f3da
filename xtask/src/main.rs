//! The project's own commands: `cargo xtask serve`, `cargo xtask test` and their parts.
//!
//! In reading order: [`cli`] says what can be asked, [`suite`] runs the checks, [`verify`] holds what the
//! app exports against other people's tools, [`dist`] makes and inspects the built site, [`server`] shows
//! it, [`e2e`] tests it, and [`tools`] finds or installs the programs all of them need.
#![expect(
    clippy::print_stdout,
    reason = "a command line program speaks on standard output"
)]

mod bench;
mod cli;
mod dist;
mod e2e;
mod failure;
mod process;
mod report;
mod selection;
mod server;
mod suite;
mod table;
mod tools;
mod verify;
mod wasm_pack;
mod workspace;

use cli::{Command, Dist, Serve};
use dist::bundle;
use failure::Outcome;
use server::Server;
use std::env;
use std::process::ExitCode;
use workspace::Workspace;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    match cli::parse(&words).and_then(|command| run(&command)) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Outcome<ExitCode> {
    let workspace = Workspace::find()?;
    match command {
        Command::Serve(Serve::Static { port, dist }) => serve(&workspace, *port, *dist)?,
        Command::Serve(Serve::Watch { port }) => bundle::watch(&workspace, *port)?,
        Command::Test(selection) => {
            if suite::run(&workspace, selection).is_err() {
                return Ok(ExitCode::FAILURE);
            }
        }
        Command::VerifyExports(wish) => {
            if verify::run(&workspace, wish).is_err() {
                return Ok(ExitCode::FAILURE);
            }
        }
        Command::Build => bundle::build_release(&workspace)?,
        Command::Size => {
            bundle::build_release(&workspace)?;
            suite::weigh(&workspace)?;
        }
        Command::E2e { dist, words } => {
            prepare(&workspace, *dist)?;
            e2e::run(&workspace, words)?;
        }
        Command::Bench => bench::run(&workspace)?,
        Command::Setup => tools::set_up(&workspace)?,
        Command::Help => println!("{}", cli::usage()),
    }
    Ok(ExitCode::SUCCESS)
}

/// Takes the port first: a taken one should not be found out after a minute of building.
fn serve(workspace: &Workspace, port: u16, dist: Dist) -> Outcome {
    let server = Server::bind(port)?;
    prepare(workspace, dist)?;
    let root = workspace.existing_dist()?;
    println!("\nThe app is on {} (Ctrl+C stops)", server.url());
    server.serve(&root);
    Ok(())
}

fn prepare(workspace: &Workspace, dist: Dist) -> Outcome {
    match dist {
        Dist::Fresh => bundle::build_release(workspace),
        Dist::AsIs => workspace.existing_dist().map(|_| ()),
    }
}
