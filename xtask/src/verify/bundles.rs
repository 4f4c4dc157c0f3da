//! The bundles to verify: those of all samples, freshly exported, or those in the folders that were named.

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::workspace::{APP, Workspace};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The file that every bundle has.
const PLAN: &str = "plan.json";

/// Exports the plan of every sample below the target folder, with the program that people run.
pub(super) fn of_samples(workspace: &Workspace) -> Outcome<Vec<PathBuf>> {
    let goldens = workspace.root().join("tests/native/golden");
    let out = workspace.target().join("verify-exports");
    empty(&out)?;
    let mut bundles = Vec::new();
    for golden in bundles_in(&goldens)? {
        let bundle = out.join(golden.file_name().unwrap_or_default());
        let words = ["run", "--quiet", "--package", APP, "--no-default-features"];
        process::run(
            process::cargo(&words)
                .args(["--example", "export", "--"])
                .arg(golden.join(PLAN))
                .arg(&bundle)
                .current_dir(workspace.root()),
            "Read the message above; `cargo run --example export -- PLAN.json OUTDIR` shows it again.",
        )?;
        bundles.push(bundle);
    }
    Ok(bundles)
}

/// The bundles that folders are, or hold side by side.
pub(super) fn in_folders(folders: &[PathBuf]) -> Outcome<Vec<PathBuf>> {
    let mut bundles = Vec::new();
    for folder in folders {
        let folder = fs::canonicalize(folder).map_err(|error| unreadable(folder, &error))?;
        if folder.join(PLAN).is_file() {
            bundles.push(folder);
        } else {
            bundles.extend(bundles_in(&folder)?);
        }
    }
    Ok(bundles)
}

/// The folders in a folder that are bundles, in the order of their names.
fn bundles_in(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut bundles: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join(PLAN).is_file())
        .collect();
    if bundles.is_empty() {
        return Err(Failure::new(
            format!("{} holds no bundle", folder.display()),
            "Name a folder that `cargo run --example export -- PLAN.json OUTDIR` has written, or one with \
             several of them.",
        ));
    }
    bundles.sort();
    Ok(bundles)
}

fn empty(folder: &Path) -> Outcome {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Failure::new(
            format!("cannot empty {}: {error}", folder.display()),
            "Make that folder writable, or delete it, and run the command again.",
        )),
        _ => Ok(()),
    }
}

fn unreadable(folder: &Path, error: &io::Error) -> Failure {
    Failure::new(
        format!("cannot read {}: {error}", folder.display()),
        "Check that the folder exists and that you may read it.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    #[test]
    fn takes_a_bundle_or_a_folder_of_bundles() {
        let root = env::temp_dir().join(format!("{APP}-bundles-{}", std::process::id()));
        for name in ["b", "a"] {
            fs::create_dir_all(root.join(name)).expect("temporary folder");
            fs::write(root.join(name).join(PLAN), "{}").expect("temporary file");
        }
        fs::create_dir_all(root.join("other")).expect("temporary folder");
        let real = fs::canonicalize(&root).expect("temporary folder");
        let all = in_folders(std::slice::from_ref(&root));
        assert_eq!(all, Ok(vec![real.join("a"), real.join("b")]));
        let one = in_folders(&[root.join("b")]);
        assert_eq!(one, Ok(vec![real.join("b")]));
        let none = in_folders(&[root.join("other")]).expect_err("no bundle");
        assert!(none.what().ends_with("other holds no bundle"), "{none}");
        assert!(in_folders(&[root.join("absent")]).is_err());
        fs::remove_dir_all(root).expect("temporary folder");
    }
}
