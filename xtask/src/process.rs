//! Running other programs.

use crate::failure::{Failure, Outcome};
use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Says what runs, runs it with its output on the terminal, and fails with `advice` if it fails.
pub(crate) fn run(command: &mut Command, advice: &str) -> Outcome {
    println!("$ {}", describe(command));
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => {
            let what = format!("`{}` failed ({status})", describe(command));
            Err(Failure::new(what, advice))
        }
        Err(error) => {
            let what = format!("cannot start `{}`: {error}", describe(command));
            Err(Failure::new(what, advice))
        }
    }
}

/// Like [`run`], for a command whose last line sums up the rest: returns that line, or fails with it.
pub(crate) fn run_to_sum(command: &mut Command, advice: &str) -> Outcome<String> {
    let described = describe(command);
    println!("$ {described}");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| {
        let what = format!("cannot start `{described}`: {error}");
        Failure::new(what, advice)
    })?;
    let mut last = String::new();
    for line in child.stdout.take().into_iter().flat_map(lines) {
        println!("{line}");
        last = line;
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(last),
        Ok(status) if last.is_empty() => Err(Failure::new(status.to_string(), advice)),
        Ok(_) => Err(Failure::new(last, advice)),
        Err(error) => Err(Failure::new(error.to_string(), advice)),
    }
}

/// Lines as they arrive, whatever their bytes.
fn lines(stream: impl Read) -> impl Iterator<Item = String> {
    let lines = BufReader::new(stream).split(b'\n');
    lines
        .map_while(Result::ok)
        .map(|line| String::from_utf8_lossy(&line).trim_end().to_owned())
}

/// What a quiet command printed, on either stream; `None` if it failed or is not there.
pub(crate) fn capture(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| {
        let text = [output.stdout, output.stderr].concat();
        String::from_utf8_lossy(&text).trim().to_owned()
    })
}

/// A cargo command. Rustup's own proxy picks the toolchain that `rust-toolchain.toml` names.
pub(crate) fn cargo(words: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(words);
    command
}

/// The `PATH` of this process with `dirs` in front.
pub(crate) fn path_with(dirs: &[PathBuf]) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = dirs.iter().cloned().chain(env::split_paths(&path));
    env::join_paths(all).unwrap_or(path)
}

/// The first place on `PATH` that holds a program called `name`.
pub(crate) fn find_on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|dir| dir.join(&file))
        .find(|path| path.is_file())
}

/// The command as a person would type it.
fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn describes_a_command_as_typed() {
        assert_eq!(describe(&cargo(&["fmt", "--check"])), "cargo fmt --check");
    }

    #[test]
    fn fails_with_the_advice_when_a_program_is_missing() {
        let failure = run(&mut Command::new("no-such-program"), "Install it.");
        let failure = failure.expect_err("cannot run");
        assert!(failure.to_string().ends_with("Install it."), "{failure}");
    }

    #[test]
    fn returns_the_sum_or_fails_with_it() {
        let sum = run_to_sum(&mut cargo(&["--version"]), "Install it.");
        assert!(sum.expect("cargo runs the tests").starts_with("cargo "));
        let failure = run_to_sum(&mut Command::new("no-such-program"), "Install it.");
        assert!(failure.is_err());
    }

    #[test]
    fn reads_lines_whatever_their_bytes() {
        let text: Vec<String> = lines(&b"one\r\n\xff two\n"[..]).collect();
        assert_eq!(text, ["one", "\u{fffd} two"]);
    }

    #[test]
    fn puts_new_folders_before_the_old_ones() {
        let path = path_with(&[PathBuf::from("/first")]);
        assert_eq!(
            env::split_paths(&path).next(),
            Some(PathBuf::from("/first"))
        );
    }
}
