//! Node.js and npm packages: Playwright, axe and wasm-opt in `tests/e2e`, Mermaid and maxGraph in
//! `tests/exports`.

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::workspace::{self, Workspace};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const OLDEST_NODE: u32 = 20;
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// A copy of the lock file the packages were installed from, kept among them.
const STAMP: &str = ".installed-package-lock.json";

/// Installs the npm packages of `tests/e2e` unless they match the lock file; returns the folder of their
/// programs.
pub(crate) fn ensure_packages(workspace: &Workspace) -> Outcome<PathBuf> {
    ensure(
        &workspace.e2e(),
        "Playwright, axe and wasm-opt are needed to build and test the app",
    )
}

/// Installs the npm packages of `tests/exports` likewise.
pub(crate) fn ensure_diagram_packages(workspace: &Workspace) -> Outcome {
    let what = "Mermaid and maxGraph are needed to verify exports";
    ensure(&workspace.export_checks(), what).map(|_| ())
}

fn ensure(dir: &Path, what: &str) -> Outcome<PathBuf> {
    ensure_node()?;
    let modules = dir.join("node_modules");
    let lock = workspace::read(&dir.join("package-lock.json"))?;
    if fs::read_to_string(modules.join(STAMP)).ok().as_ref() != Some(&lock) {
        install(dir, what)?;
        record(&modules.join(STAMP), &lock)?;
    }
    Ok(modules.join(".bin"))
}

/// A command that runs `node` in `tests/e2e`.
pub(crate) fn node(workspace: &Workspace) -> Command {
    let mut command = Command::new("node");
    command.current_dir(workspace.e2e());
    command
}

fn install(dir: &Path, what: &str) -> Outcome {
    println!(
        "{what} and not up to date; installing them from npm into {} (about 10 s).",
        dir.display()
    );
    process::run(
        Command::new(NPM).arg("ci").current_dir(dir),
        &format!(
            "Check the network, then run `npm ci` in {} to see the whole message.",
            dir.display()
        ),
    )
}

fn record(stamp: &Path, lock: &str) -> Outcome {
    fs::write(stamp, lock).map_err(|error| {
        Failure::new(
            format!("cannot write {}: {error}", stamp.display()),
            "Make the folder node_modules there writable, or delete it, and run the command again.",
        )
    })
}

fn ensure_node() -> Outcome {
    let version = process::capture(Command::new("node").arg("--version"));
    match version.as_deref().map(major) {
        Some(Some(major)) if major >= OLDEST_NODE => Ok(()),
        Some(_) => Err(node_failure(&format!(
            "Node.js {} is too old",
            version.unwrap_or_default()
        ))),
        None => Err(node_failure("Node.js is not installed")),
    }
}

fn node_failure(what: &str) -> Failure {
    Failure::new(
        what,
        format!(
            "Install Node.js {OLDEST_NODE} or newer (https://nodejs.org), open a new terminal, and \
             run the command again."
        ),
    )
}

/// The first number of `v20.19.2`.
fn major(version: &str) -> Option<u32> {
    version
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("v20.19.2"), Some(20));
        assert_eq!(major("nonsense"), None);
    }

    #[test]
    fn trunk_asks_for_the_wasm_opt_that_npm_installs() {
        let workspace = Workspace::find().expect("tests run inside the repository");
        let trunk = workspace::read(&workspace.root().join("Trunk.toml")).expect("Trunk.toml");
        let package = workspace::read(&workspace.e2e().join("package.json")).expect("package.json");
        let (_, rest) = package.split_once("\"binaryen\": \"").expect("pinned");
        let version = major(rest).expect("a version");
        assert!(trunk.contains(&format!("wasm_opt = \"version_{version}\"")));
    }
}
