//! Where things are: the repository's folders and the facts its own files state.

use crate::failure::{Failure, Outcome};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The name of the app's package.
pub(crate) const APP: &str = "azureml-vnet-wizard";

/// The repository this command runs in.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Finds the repository: the folder above this crate, else above the current folder.
    ///
    /// The place is looked up when run, not when compiled, so that checkouts may share one target
    /// folder.
    pub(crate) fn find() -> Outcome<Self> {
        let start = env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .or_else(|| env::current_dir().ok())
            .unwrap_or_default();
        start
            .ancestors()
            .find(|dir| dir.join("xtask/Cargo.toml").is_file())
            .map(|root| Self {
                root: root.to_path_buf(),
            })
            .ok_or_else(|| {
                Failure::new(
                    format!("{} is not inside the repository", start.display()),
                    "Change into the repository's folder and run the command again.",
                )
            })
    }

    /// The repository's top folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The built site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Cargo's folder for what it builds.
    pub(crate) fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), PathBuf::from)
    }

    /// The end-to-end tests and the npm packages.
    pub(crate) fn e2e(&self) -> PathBuf {
        self.root.join("tests/e2e")
    }

    /// The checks of exported bundles and their npm packages.
    pub(crate) fn export_checks(&self) -> PathBuf {
        self.root.join("tests/exports")
    }

    /// The built site, if it is there.
    pub(crate) fn existing_dist(&self) -> Outcome<PathBuf> {
        let dist = self.dist();
        if dist.join("index.html").is_file() {
            return Ok(dist);
        }
        Err(Failure::new(
            format!("{} holds no built app", dist.display()),
            "Run `cargo xtask build` first.",
        ))
    }

    /// The version of `package` that `Cargo.lock` fixes.
    pub(crate) fn locked_version(&self, package: &str) -> Outcome<String> {
        let lock = read(&self.root.join("Cargo.lock"))?;
        locked_version(&lock, package).ok_or_else(|| {
            Failure::new(
                format!("Cargo.lock names no package `{package}`"),
                "Run `cargo generate-lockfile`, or restore Cargo.lock from git.",
            )
        })
    }
}

/// Reads a text file of the repository.
pub(crate) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| {
        Failure::new(
            format!("cannot read {}: {error}", path.display()),
            "Check that the file exists and that you may read it; `git status` shows what changed.",
        )
    })
}

/// The version of `package` in the text of a `Cargo.lock`; the last one if there are several.
///
/// Cargo writes the file itself, always one key a line with `version` after `name`, so lines do.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines();
    let mut found = None;
    while let Some(line) = lines.next() {
        if quoted_value(line, "name") == Some(package) {
            found = lines.next().and_then(|line| quoted_value(line, "version"));
        }
    }
    found.map(str::to_owned)
}

/// The text between the quotes of `key = "…"`.
fn quoted_value<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?
        .strip_prefix(" = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = [
 "cfg-if",
]

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.129"
"#;

    #[test]
    fn reads_the_locked_version() {
        let version = locked_version(LOCK, "wasm-bindgen");
        assert_eq!(version.as_deref(), Some("0.2.130"));
    }

    #[test]
    fn does_not_take_a_longer_name_for_the_package() {
        let version = locked_version(LOCK, "wasm-bindgen-macro");
        assert_eq!(version.as_deref(), Some("0.2.129"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }

    #[test]
    fn survives_a_lock_file_that_stops_early() {
        assert_eq!(locked_version("name = \"a\"", "a"), None);
        assert_eq!(locked_version("", "a"), None);
    }

    #[test]
    fn reads_this_repositorys_own_lock_file() {
        let workspace = Workspace::find().expect("tests run inside the repository");
        let version = workspace.locked_version("wasm-bindgen").expect("locked");
        assert!(version.starts_with("0.2."), "{version}");
    }
}
