//! Building the app with trunk, from tools that are installed already and with no network.

use crate::failure::Outcome;
use crate::process;
use crate::tools::rustup::WASM_TARGET;
use crate::tools::{cargo_tool, node, rustup};
use crate::workspace::Workspace;
use std::process::Command;

/// Builds the release app into `dist`.
pub(crate) fn build_release(workspace: &Workspace) -> Outcome {
    let mut build = trunk(workspace, "build")?;
    build.arg("--release");
    process::run(
        &mut build,
        "Read the message above: a file that index.html names may be missing, or the code may not \
         compile; `cargo lint-web` shows the latter without bundling.",
    )
}

/// Serves a debug build that follows the sources, until interrupted.
///
/// It is written elsewhere than `dist`, which stays the release build that tests and people expect.
pub(crate) fn watch(workspace: &Workspace, port: u16) -> Outcome {
    let mut serve = trunk(workspace, "serve")?;
    let dist = workspace.target().join("dev-dist");
    serve
        .args(["--address", "127.0.0.1", "--port", &port.to_string()])
        .arg("--dist")
        .arg(dist);
    println!("The app will be on http://127.0.0.1:{port}/ once it is built.");
    process::run(
        &mut serve,
        "Read trunk's message above; if the port is taken, add `--port 8081`.",
    )
}

/// A trunk command whose helpers are all on its `PATH`.
fn trunk(workspace: &Workspace, subcommand: &str) -> Outcome<Command> {
    rustup::ensure_wasm_target()?;
    let dirs = [
        cargo_tool::ensure_trunk()?,
        cargo_tool::ensure_wasm_bindgen(workspace)?,
        node::ensure_packages(workspace)?,
    ];
    fetch_crates(workspace)?;
    let mut command = Command::new("trunk");
    command
        .arg(subcommand)
        .args(["--offline", "--skip-version-check"])
        .current_dir(workspace.root())
        .env("PATH", process::path_with(&dirs))
        // Trunk reads the value as a boolean and stops at the customary `1`.
        .env_remove("NO_COLOR")
        // Its errors say what is wrong; sixty frames of its own runtime do not.
        .env("RUST_BACKTRACE", "0");
    Ok(command)
}

/// Trunk builds offline, so the crates have to be there; does nothing when they are.
fn fetch_crates(workspace: &Workspace) -> Outcome {
    let words = ["fetch", "--quiet", "--locked", "--target", WASM_TARGET];
    process::run(
        process::cargo(&words).current_dir(workspace.root()),
        "Check the network; if Cargo.lock is out of date, run `cargo update --workspace`.",
    )
}
