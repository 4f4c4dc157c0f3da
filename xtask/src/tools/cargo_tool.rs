//! Build tools that are published as crates: trunk, wasm-bindgen and wasm-pack.
//!
//! Each lives in a folder of its own, named after its version, outside the repository. Two checkouts
//! share it, a new version never overwrites an old one, and `cargo clean` leaves it alone.

use super::tools_root;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::workspace::Workspace;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

const TRUNK_VERSION: &str = "0.21.14";
const WASM_PACK_VERSION: &str = "0.15.1";

/// A program to install with cargo.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Tool {
    /// The package, and the stem of the folder it is cached in.
    package: &'static str,
    /// The program that proves the tool is there.
    program: &'static str,
    version: String,
    /// What it is for, to end the sentence "… is needed to".
    purpose: &'static str,
    /// How long building it from source takes on a small machine.
    minutes: u32,
    lock: Lock,
}

/// Whether to build with the dependency versions the tool was published with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lock {
    Published,
    /// The published lock file of wasm-bindgen-cli pins versions that do not build any more.
    Newest,
}

/// The folder that holds `trunk`, which bundles the app.
pub(crate) fn ensure_trunk() -> Outcome<PathBuf> {
    ensure(&Tool {
        package: "trunk",
        program: "trunk",
        version: TRUNK_VERSION.to_owned(),
        purpose: "bundle the app",
        minutes: 4,
        lock: Lock::Published,
    })
}

/// The folder that holds `wasm-bindgen` and its test runner, of the version the app is locked to.
pub(crate) fn ensure_wasm_bindgen(workspace: &Workspace) -> Outcome<PathBuf> {
    ensure(&Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: workspace.locked_version("wasm-bindgen")?,
        purpose: "connect WebAssembly to JavaScript",
        minutes: 2,
        lock: Lock::Newest,
    })
}

/// The folder that holds `wasm-pack`, which runs the browser tests.
pub(crate) fn ensure_wasm_pack() -> Outcome<PathBuf> {
    ensure(&Tool {
        package: "wasm-pack",
        program: "wasm-pack",
        version: WASM_PACK_VERSION.to_owned(),
        purpose: "run the browser tests",
        minutes: 2,
        lock: Lock::Published,
    })
}

fn ensure(tool: &Tool) -> Outcome<PathBuf> {
    let root = tools_root()?.join(format!("{}-{}", tool.package, tool.version));
    let bin = root.join("bin");
    if tool.is_at(&bin) {
        return Ok(bin);
    }
    if let Some(dir) = tool.on_path() {
        return Ok(dir);
    }
    install(tool, &root)?;
    if tool.is_at(&bin) {
        return Ok(bin);
    }
    Err(Failure::new(
        format!("installed {} but it does not run", tool.title()),
        format!(
            "Delete {} and run `cargo xtask setup` again.",
            root.display()
        ),
    ))
}

/// Tries a prebuilt program first, where `cargo binstall` can get one; then builds from source.
fn install(tool: &Tool, root: &Path) -> Outcome {
    println!(
        "{} is needed to {} and is not installed; installing it into {}",
        tool.title(),
        tool.purpose,
        root.display()
    );
    if process::capture(&mut process::cargo(&["binstall", "-V"])).is_some() {
        println!("Trying a prebuilt program, which takes seconds.");
        let advice = "Nothing to do: it is built from source instead.";
        match process::run(&mut binstall(tool, root), advice) {
            Ok(()) if tool.is_at(&root.join("bin")) => return Ok(()),
            Ok(()) => println!("The prebuilt program does not run here."),
            Err(failure) => println!("{}", failure.what()),
        }
    }
    println!(
        "Building it from source, which takes about {} min, once.",
        tool.minutes
    );
    let advice = format!(
        "Check the network and run `cargo xtask setup` again; or install {} yourself so that \
         `{} --version` prints {}.",
        tool.package, tool.program, tool.version
    );
    process::run(&mut from_source(tool, root), &advice)
}

fn binstall(tool: &Tool, root: &Path) -> Command {
    let mut command = process::cargo(&["binstall", "--no-confirm", "--disable-strategies=compile"]);
    command.arg("--root").arg(root).arg(tool.requirement());
    command
}

fn from_source(tool: &Tool, root: &Path) -> Command {
    let mut command = process::cargo(&["install", "--quiet", "--force"]);
    // The tools are not what we measure: unoptimised ones build in half the time.
    command.args(["--config", "profile.release.opt-level=0"]);
    command.args(["--config", "profile.release.lto=false"]);
    match tool.lock {
        Lock::Published => command.arg("--locked"),
        Lock::Newest => &mut command,
    };
    command.arg("--root").arg(root).arg(tool.requirement());
    // Its build folder must not mix with ours, which other profiles and flags share.
    command.env_remove("CARGO_TARGET_DIR");
    command
}

impl Tool {
    fn title(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    /// The package and version as cargo's command line spells them.
    fn requirement(&self) -> String {
        format!("{}@{}", self.package, self.version)
    }

    fn is_at(&self, dir: &Path) -> bool {
        let program = dir.join(format!("{}{}", self.program, env::consts::EXE_SUFFIX));
        process::capture(Command::new(program).arg("--version"))
            .is_some_and(|text| reports_version(&text, &self.version))
    }

    fn on_path(&self) -> Option<PathBuf> {
        let dir = process::find_on_path(self.program)?.parent()?.to_owned();
        self.is_at(&dir).then_some(dir)
    }
}

/// Whether `trunk 0.21.14` and the like names exactly `version`.
fn reports_version(text: &str, version: &str) -> bool {
    text.split_whitespace().nth(1) == Some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_the_exact_version_only() {
        assert!(reports_version("trunk 0.21.14", "0.21.14"));
        assert!(reports_version("wasm-bindgen 0.2.130 (abc)", "0.2.130"));
        assert!(!reports_version("trunk 0.21.140", "0.21.14"));
        assert!(!reports_version("trunk", "0.21.14"));
    }
}
