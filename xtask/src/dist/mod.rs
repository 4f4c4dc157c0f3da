//! The built site: making it, weighing it, and checking what it would ask of the network.

pub(crate) mod bundle;
pub(crate) mod origins;
pub(crate) mod size;

use crate::failure::{Failure, Outcome};
use std::fs;
use std::path::{Path, PathBuf};

/// Every file below `dir`, sorted, so that reports do not depend on the file system's order.
fn files_below(dir: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut pending = vec![dir.to_path_buf()];
    while let Some(dir) = pending.pop() {
        let entries = fs::read_dir(&dir).map_err(|error| unreadable(&dir, &error))?;
        for entry in entries {
            let path = entry.map_err(|error| unreadable(&dir, &error))?.path();
            if path.is_dir() {
                pending.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(
        format!("cannot read {}: {error}", path.display()),
        "Delete dist and run `cargo xtask build` again.",
    )
}
