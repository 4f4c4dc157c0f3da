//! Python environments for the tools that judge exports, one for each file of requirements.
//!
//! They live among the cached tools. Each keeps a stamp: the Python it was made with and the text of its
//! requirements. While that fits, nothing is installed; when it does not, the environment is made anew.

use super::tools_root;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::workspace::{self, Workspace};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest Python that all pinned packages accept.
const OLDEST: (u32, u32) = (3, 11);
const NAMES: &[&str] = &[
    "python3",
    "python3.13",
    "python3.12",
    "python3.11",
    "python",
];
const STAMP: &str = ".installed-requirements.txt";

/// What an environment is for, and what it costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Environment {
    /// The middle of the names of its folder and of its `requirements-….txt`.
    pub(crate) name: &'static str,
    /// The tools, to begin the sentence "… are needed".
    pub(crate) tools: &'static str,
    /// What installing them takes, on a small machine.
    pub(crate) cost: &'static str,
}

/// The Python of an environment, which is installed unless it is there and as asked.
pub(crate) fn ensure_environment(
    workspace: &Workspace,
    environment: &Environment,
) -> Outcome<PathBuf> {
    let file = format!("requirements-{}.txt", environment.name);
    let requirements = workspace.export_checks().join(file);
    let text = workspace::read(&requirements)?;
    let (python, version) = find_python()?;
    let folder = tools_root()?.join(format!("python-{}", environment.name));
    let own = python_in(&folder);
    let stamp = stamp(&version, &text);
    if fs::read_to_string(folder.join(STAMP)).ok().as_ref() == Some(&stamp) && runs(&own) {
        return Ok(own);
    }
    println!(
        "{} are needed to verify exports and not up to date; installing them from PyPI into {} ({}).",
        environment.tools,
        folder.display(),
        environment.cost
    );
    ensure_venv(&python)?;
    install(&python, &folder, &requirements)?;
    write(&folder.join(STAMP), &stamp)?;
    Ok(own)
}

fn install(python: &Path, folder: &Path, requirements: &Path) -> Outcome {
    process::run(
        Command::new(python)
            .args(["-m", "venv", "--clear"])
            .arg(folder),
        &format!("Make {} writable, or delete it.", folder.display()),
    )?;
    let mut pip = Command::new(python_in(folder));
    pip.args(["-m", "pip", "install", "--quiet", "--no-input"])
        .args(["--disable-pip-version-check", "--requirement"])
        .arg(requirements);
    process::run(
        &mut pip,
        "Check the network, then run the command above to see the whole message.",
    )
}

fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| {
        Failure::new(
            format!("cannot write {}: {error}", path.display()),
            "Make that folder writable, or delete it, and run the command again.",
        )
    })
}

/// A Python that is new enough, with what it says its version is. If `PYTHON` names one, no other will do.
fn find_python() -> Outcome<(PathBuf, String)> {
    let named = env::var_os("PYTHON").filter(|value| !value.is_empty());
    let candidates: Vec<PathBuf> = match named {
        Some(python) => vec![PathBuf::from(python)],
        None => NAMES
            .iter()
            .filter_map(|name| process::find_on_path(name))
            .collect(),
    };
    let mut what = "Python is not installed".to_owned();
    for python in candidates {
        let text = process::capture(Command::new(&python).arg("--version"));
        let version = text.as_deref().and_then(version_in);
        let text = text.unwrap_or_default();
        match version {
            Some(version) if version >= OLDEST => return Ok((python, text)),
            Some(_) => what = format!("{} is {text}, which is too old", python.display()),
            None => what = format!("{} is no Python that runs", python.display()),
        }
    }
    let (major, minor) = OLDEST;
    Err(Failure::new(
        what,
        format!(
            "Install Python {major}.{minor} or newer (Debian and Ubuntu: `sudo apt-get install python3 \
             python3-venv`; else https://www.python.org), or set PYTHON to its path, and run the \
             command again."
        ),
    ))
}

/// Debian and Ubuntu have the module in a package of its own.
fn ensure_venv(python: &Path) -> Outcome {
    let mut import = Command::new(python);
    import.args(["-c", "import ensurepip, venv"]);
    if process::capture(&mut import).is_some() {
        return Ok(());
    }
    Err(Failure::new(
        format!("{} cannot make environments", python.display()),
        "Install Python's venv module (Debian and Ubuntu: `sudo apt-get install python3-venv`) and run \
         the command again.",
    ))
}

/// What an environment was made from.
fn stamp(version: &str, requirements: &str) -> String {
    format!("# {version}\n{requirements}")
}

fn python_in(folder: &Path) -> PathBuf {
    if cfg!(windows) {
        folder.join("Scripts/python.exe")
    } else {
        folder.join("bin/python")
    }
}

/// Whether the program starts: an environment breaks when the Python below it goes.
fn runs(python: &Path) -> bool {
    process::capture(Command::new(python).arg("--version")).is_some()
}

/// The first two numbers of `Python 3.11.7`.
fn version_in(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.strip_prefix("Python ")?.split('.');
    let major = numbers.next()?.parse().ok()?;
    let minor = numbers.next()?.parse().ok()?;
    Some((major, minor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_versions_the_way_python_prints_them() {
        assert_eq!(version_in("Python 3.11.7"), Some((3, 11)));
        assert_eq!(version_in("Python 3.14.0rc2"), Some((3, 14)));
        assert_eq!(version_in("Python was not found; run …"), None);
        assert!(Some((3, 9)) < Some(OLDEST) && Some((3, 11)) >= Some(OLDEST));
    }

    #[test]
    fn makes_another_stamp_for_another_python_or_other_packages() {
        let first = stamp("Python 3.11.7", "a==1\n");
        assert_eq!(first, stamp("Python 3.11.7", "a==1\n"));
        assert_ne!(first, stamp("Python 3.12.1", "a==1\n"));
        assert_ne!(first, stamp("Python 3.11.7", "a==2\n"));
    }
}
