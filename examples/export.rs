//! Writes every file of a plan's bundle into a directory: `export PLAN.json OUTDIR`.
//!
//! Nothing is half-written: all files are written beside their places first and moved there at the end.
//! A directory with files that this bundle does not have is refused, so that files of two plans never lie
//! side by side and nobody's files are lost.

mod common;

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use azureml_vnet_wizard::exports::{File, bundle};

use common::{Failure, read_plan, run};

fn main() -> ExitCode {
    run(export)
}

fn export(arguments: &[OsString]) -> Result<(), Failure> {
    let [plan, out] = arguments else {
        return Err(Failure::input(
            "usage: cargo run --example export -- PLAN.json OUTDIR",
        ));
    };
    let out = Path::new(out);
    let files = bundle(&read_plan(Path::new(plan))?);
    refuse_foreign_files(out, &files)?;
    write_bundle(out, &files).map_err(|error| Failure::output(out.display(), &error))?;
    let summary = format!("{} files written to {}\n", files.len(), out.display());
    io::stdout()
        .write_all(summary.as_bytes())
        .map_err(|error| Failure::output("the summary", &error))
}

/// Refuses a directory that has anything but files of this bundle.
fn refuse_foreign_files(out: &Path, files: &[File]) -> Result<(), Failure> {
    if !out.exists() {
        return Ok(());
    }
    let found = files_below(out)
        .map_err(|error| Failure::input(format!("{} could not be read: {error}", out.display())))?;
    let foreign = found
        .iter()
        .find(|path| !files.iter().any(|file| out.join(&file.path) == **path));
    match foreign {
        None => Ok(()),
        Some(path) => Err(Failure::input(format!(
            "{} is in the way: it is no file of this bundle. Name a new or an empty directory.",
            path.display()
        ))),
    }
}

/// Everything below a directory that is not a directory itself, in order.
fn files_below(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            files.extend(files_below(&entry.path())?);
        } else {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

/// Writes the files into a directory of their own inside `out`, then moves them to their places. On the way
/// back from an error it takes away what it has made, as far as the system lets it.
fn write_bundle(out: &Path, files: &[File]) -> io::Result<()> {
    let existed = out.exists();
    fs::create_dir_all(out)?;
    let stage = out.join(format!(".partial-{}", std::process::id()));
    let written = stage_and_move(&stage, out, files);
    if stage.exists() {
        fs::remove_dir_all(&stage)?;
    }
    if written.is_err() && !existed {
        // Fails only if files have been moved in already, which then stay: each of them is complete.
        fs::remove_dir(out).ok();
    }
    written
}

fn stage_and_move(stage: &Path, out: &Path, files: &[File]) -> io::Result<()> {
    fs::create_dir(stage)?;
    for file in files {
        let path = stage.join(&file.path);
        create_parent(&path)?;
        fs::write(&path, &file.text)?;
    }
    for file in files {
        let path = out.join(&file.path);
        create_parent(&path)?;
        fs::rename(stage.join(&file.path), &path)?;
    }
    Ok(())
}

fn create_parent(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}
