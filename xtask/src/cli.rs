//! The command line: words in, a [`Command`] out. Reads nothing and runs nothing.

use crate::failure::{Failure, Outcome};
use crate::selection::{self, Named, Selection};
use crate::suite::Step;
use crate::verify::{Check, Wish};
use std::path::PathBuf;

/// The port `serve` uses unless told otherwise.
pub(crate) const DEFAULT_PORT: u16 = 8080;

/// What the user asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Show the app in a browser.
    Serve(Serve),
    /// Run every check.
    Test(Selection<Step>),
    /// Hold exported bundles against other people's tools.
    VerifyExports(Wish),
    /// Build `dist`.
    Build,
    /// Build `dist` and weigh it.
    Size,
    /// Run the end-to-end tests; the words go to Playwright.
    E2e { dist: Dist, words: Vec<String> },
    /// Measure how fast the core is, natively and in a browser.
    Bench,
    /// Install whatever is missing.
    Setup,
    /// Print the usage.
    Help,
}

/// How `serve` serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Serve {
    /// The release build, as a plain static site.
    Static { port: u16, dist: Dist },
    /// A debug build that follows the sources.
    Watch { port: u16 },
}

/// Where `dist` comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dist {
    /// Build it first.
    Fresh,
    /// Take it as it is.
    AsIs,
}

/// The text of `cargo xtask help`.
pub(crate) fn usage() -> String {
    let steps = selection::names::<Step>();
    let checks = selection::names::<Check>();
    format!(
        "\
Usage: cargo xtask COMMAND

  serve [--port N] [--no-build]   build the release app and serve it on http://127.0.0.1:{DEFAULT_PORT}
  serve --dev [--port N]          serve a debug build that follows the sources
  test [--only STEPS] [--skip STEPS]
                                  run every check, cheap ones first
  verify-exports [--only CHECKS] [--skip CHECKS] [--self-test] [DIR...]
                                  hold the bundles in the DIRs, or those of all samples, against the
                                  tools that people feed them to; --self-test only proves that the
                                  checks can fail
  build                           build the release app into dist/
  size                            build, then weigh every file of dist/ against the budget
  e2e [--no-build] [WORDS]        run the end-to-end tests; WORDS go to Playwright
  bench                           time the core, natively and as WebAssembly in a browser
  setup                           install whatever is missing, but not what verify-exports needs

STEPS is a comma-separated list of: {steps}.
CHECKS is one of: {checks}.
Missing tools are installed into a cache folder when a command first needs them."
    )
}

/// Reads the words after `cargo xtask`.
pub(crate) fn parse(words: &[String]) -> Outcome<Command> {
    let Some((command, rest)) = words.split_first() else {
        return Ok(Command::Help);
    };
    match command.as_str() {
        "serve" => parse_serve(rest).map(Command::Serve),
        "test" => parse_selection(rest).map(Command::Test),
        "verify-exports" => parse_wish(rest).map(Command::VerifyExports),
        "build" => no_more(rest).map(|()| Command::Build),
        "size" => no_more(rest).map(|()| Command::Size),
        "bench" => no_more(rest).map(|()| Command::Bench),
        "setup" => no_more(rest).map(|()| Command::Setup),
        "e2e" => Ok(parse_e2e(rest)),
        "help" | "--help" | "-h" => Ok(Command::Help),
        other => Err(unknown(other)),
    }
}

fn parse_serve(words: &[String]) -> Outcome<Serve> {
    let mut port = DEFAULT_PORT;
    let mut dist = Dist::Fresh;
    let mut watch = false;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match split_value(word) {
            ("--port", value) => port = parse_port(value_of("--port", value, &mut words)?)?,
            ("--dev", None) => watch = true,
            ("--no-build", None) => dist = Dist::AsIs,
            _ => return Err(unknown(word)),
        }
    }
    Ok(if watch {
        Serve::Watch { port }
    } else {
        Serve::Static { port, dist }
    })
}

fn parse_selection(words: &[String]) -> Outcome<Selection<Step>> {
    let mut selection = Selection::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if !select(&mut selection, word, &mut words)? {
            return Err(unknown(word));
        }
    }
    not_empty(selection)
}

fn parse_wish(words: &[String]) -> Outcome<Wish> {
    let mut selection = Selection::default();
    let mut self_test = false;
    let mut folders = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if word == "--self-test" {
            self_test = true;
        } else if !word.starts_with('-') {
            folders.push(PathBuf::from(word));
        } else if !select(&mut selection, word, &mut words)? {
            return Err(unknown(word));
        }
    }
    if self_test && !folders.is_empty() {
        return Err(Failure::new(
            "`--self-test` looks at no bundle",
            "Leave out the folders, or leave out `--self-test`: each check proves itself anyway.",
        ));
    }
    Ok(Wish {
        checks: not_empty(selection)?,
        self_test,
        folders,
    })
}

/// Takes `--only` or `--skip` with its names; whether the word was one of them.
fn select<'a, T: Named>(
    selection: &mut Selection<T>,
    word: &'a str,
    words: &mut impl Iterator<Item = &'a String>,
) -> Outcome<bool> {
    let (option, value) = split_value(word);
    let list = match option {
        "--only" => &mut selection.only,
        "--skip" => &mut selection.skip,
        _ => return Ok(false),
    };
    for name in value_of(option, value, words)?.split(',') {
        list.push(parse_name(name.trim())?);
    }
    Ok(true)
}

fn not_empty<T: Named>(selection: Selection<T>) -> Outcome<Selection<T>> {
    if selection.chosen().is_empty() {
        return Err(Failure::new(
            format!("that leaves no {} to run", T::KIND),
            format!(
                "Name a {} with `--only` that `--skip` does not take away.",
                T::KIND
            ),
        ));
    }
    Ok(selection)
}

fn parse_e2e(words: &[String]) -> Command {
    let dist = if words.iter().any(|word| word == "--no-build") {
        Dist::AsIs
    } else {
        Dist::Fresh
    };
    let words = words.iter().filter(|word| *word != "--no-build");
    Command::E2e {
        dist,
        words: words.cloned().collect(),
    }
}

fn parse_name<T: Named>(name: &str) -> Outcome<T> {
    let mut all = T::ALL.iter().copied();
    all.find(|it| it.name() == name).ok_or_else(|| {
        Failure::new(
            format!("there is no {} called `{name}`", T::KIND),
            format!("Use one of: {}.", selection::names::<T>()),
        )
    })
}

fn parse_port(text: &str) -> Outcome<u16> {
    text.parse().map_err(|_| {
        Failure::new(
            format!("`{text}` is not a port"),
            "Give a number from 0 to 65535, as in `--port 8081`; 0 takes any free port.",
        )
    })
}

/// Splits `--port=8081` at the equals sign.
fn split_value(word: &str) -> (&str, Option<&str>) {
    match word.split_once('=') {
        Some((option, value)) => (option, Some(value)),
        None => (word, None),
    }
}

fn value_of<'a>(
    option: &str,
    attached: Option<&'a str>,
    words: &mut impl Iterator<Item = &'a String>,
) -> Outcome<&'a str> {
    attached
        .or_else(|| words.next().map(String::as_str))
        .ok_or_else(|| {
            Failure::new(
                format!("`{option}` needs a value"),
                "Run `cargo xtask help` to see the forms it takes.",
            )
        })
}

fn no_more(words: &[String]) -> Outcome {
    words.first().map_or(Ok(()), |word| Err(unknown(word)))
}

fn unknown(word: &str) -> Failure {
    Failure::new(
        format!("do not know what `{word}` means here"),
        "Run `cargo xtask help` to see the commands and their options.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_line(line: &str) -> Outcome<Command> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&words)
    }

    #[test]
    fn serves_the_release_build_on_8080() {
        let dist = Dist::Fresh;
        assert_eq!(
            parse_line("serve"),
            Ok(Command::Serve(Serve::Static { port: 8080, dist }))
        );
    }

    #[test]
    fn accepts_a_port_in_both_spellings() {
        let watch = Ok(Command::Serve(Serve::Watch { port: 9000 }));
        assert_eq!(parse_line("serve --port 9000 --dev"), watch);
        assert_eq!(parse_line("serve --dev --port=9000"), watch);
    }

    #[test]
    fn rejects_a_port_that_is_not_one() {
        for line in ["serve --port 70000", "serve --port x", "serve --port"] {
            assert!(parse_line(line).is_err(), "{line}");
        }
    }

    #[test]
    fn selects_steps_by_name() {
        let Ok(Command::Test(selection)) = parse_line("test --only fmt,docs --skip docs") else {
            panic!("should parse");
        };
        assert_eq!(selection.chosen(), vec![Step::Fmt]);
    }

    #[test]
    fn names_the_known_steps_when_one_is_misspelt() {
        let failure = parse_line("test --only ftm").expect_err("misspelt");
        assert!(failure.to_string().contains("clippy-web"), "{failure}");
    }

    #[test]
    fn rejects_a_run_that_checks_nothing() {
        assert!(parse_line("test --only fmt --skip fmt").is_err());
    }

    #[test]
    fn verifies_the_samples_unless_folders_are_named() {
        let Ok(Command::VerifyExports(wish)) = parse_line("verify-exports") else {
            panic!("should parse");
        };
        assert_eq!(wish.checks.chosen(), Check::ALL);
        assert!(wish.folders.is_empty() && !wish.self_test);
        let Ok(Command::VerifyExports(wish)) =
            parse_line("verify-exports out/a --skip azure-cli,arm out/b --only=arm,bicep")
        else {
            panic!("should parse");
        };
        assert_eq!(wish.checks.chosen(), [Check::Bicep]);
        assert_eq!(
            wish.folders,
            [PathBuf::from("out/a"), PathBuf::from("out/b")]
        );
    }

    #[test]
    fn keeps_self_tests_and_bundles_apart() {
        let parsed = parse_line("verify-exports --self-test --only arm");
        assert!(matches!(parsed, Ok(Command::VerifyExports(wish)) if wish.self_test));
        assert!(parse_line("verify-exports --self-test out").is_err());
    }

    #[test]
    fn names_the_known_checks_when_one_is_misspelt() {
        let failure = parse_line("verify-exports --only bisep").expect_err("misspelt");
        let text = failure.to_string();
        assert!(text.contains("no check called `bisep`"), "{text}");
        assert!(text.contains("terraform"), "{text}");
    }

    #[test]
    fn hands_foreign_words_to_playwright() {
        assert_eq!(
            parse_line("e2e --no-build specs/smoke.spec.ts --headed"),
            Ok(Command::E2e {
                dist: Dist::AsIs,
                words: vec!["specs/smoke.spec.ts".to_owned(), "--headed".to_owned()],
            })
        );
    }

    #[test]
    fn rejects_words_nobody_asked_for() {
        for line in [
            "launch",
            "size now",
            "bench fast",
            "serve --fast",
            "test fmt",
            "serve --dev=1",
            "verify-exports --fast",
        ] {
            assert!(parse_line(line).is_err(), "{line}");
        }
    }

    #[test]
    fn helps_when_asked_nothing() {
        assert_eq!(parse(&[]), Ok(Command::Help));
    }
}
