//! What each check runs.
//!
//! All of them share one target folder, so nothing is compiled twice for the same purpose: native
//! lints and tests, WebAssembly lints and browser tests, and the release build.

use super::Step;
use crate::dist::{bundle, origins, size};
use crate::e2e;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::report::Verdict;
use crate::tools::rustup::{self, WASM_TARGET};
use crate::wasm_pack;
use crate::workspace::{APP, Workspace};

/// Runs one check.
pub(super) fn run(workspace: &Workspace, step: Step) -> Verdict {
    match step {
        Step::Fmt => fmt(workspace).into(),
        Step::Clippy => clippy(workspace).into(),
        Step::ClippyWeb => clippy_web(workspace).into(),
        Step::Native => native(workspace).into(),
        Step::Docs => docs(workspace).into(),
        Step::Browser => browser_tests(workspace).into(),
        Step::Deny => deny(workspace),
        Step::Build => bundle::build_release(workspace).into(),
        Step::Size => weigh(workspace).into(),
        Step::Origins => workspace
            .existing_dist()
            .and_then(|dist| origins::check(&dist))
            .into(),
        Step::E2e => e2e::run(workspace, &[]).into(),
    }
}

/// Prints the size table of `dist` and holds it against the budget.
pub(crate) fn weigh(workspace: &Workspace) -> Outcome {
    let files = size::measure(&workspace.existing_dist()?)?;
    println!("{}", size::table(&files));
    size::check_budget(&files)
}

fn fmt(workspace: &Workspace) -> Outcome {
    rustup::ensure_components()?;
    cargo(
        workspace,
        &["fmt", "--all", "--check"],
        "Run `cargo fmt --all`.",
    )
}

fn clippy(workspace: &Workspace) -> Outcome {
    rustup::ensure_components()?;
    let words = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    cargo(
        workspace,
        &words,
        "Fix the lints above; `cargo lint` shows them again.",
    )
}

fn clippy_web(workspace: &Workspace) -> Outcome {
    rustup::ensure_components()?;
    rustup::ensure_wasm_target()?;
    let words = [
        "clippy",
        "--package",
        APP,
        "--target",
        WASM_TARGET,
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    cargo(
        workspace,
        &words,
        "Fix the lints above; `cargo lint-web` shows them again.",
    )
}

fn native(workspace: &Workspace) -> Outcome {
    cargo(
        workspace,
        &["test", "--workspace"],
        "Read the failed assertion above; `cargo test NAME` runs one test.",
    )?;
    // The oracle of the flows with all its cases: too long for a quick `cargo test`.
    let full = [
        "test",
        "--package",
        APP,
        "--test",
        "native",
        "--",
        "--ignored",
        "flow_oracle",
    ];
    cargo(
        workspace,
        &full,
        "The case above is the same on every machine: `cargo test --test native -- --ignored flow_oracle`.",
    )
}

/// Documents the native code, then the app as the browser sees it, which includes the interface.
fn docs(workspace: &Workspace) -> Outcome {
    rustup::ensure_wasm_target()?;
    let native = ["doc", "--no-deps", "--workspace"];
    let web = [
        "doc",
        "--no-deps",
        "--package",
        APP,
        "--target",
        WASM_TARGET,
    ];
    for words in [&native[..], &web[..]] {
        let mut command = process::cargo(words);
        command
            .current_dir(workspace.root())
            .env("RUSTDOCFLAGS", "-D warnings");
        process::run(
            &mut command,
            "Fix the links and examples in the doc comments named above.",
        )?;
    }
    Ok(())
}

fn browser_tests(workspace: &Workspace) -> Outcome {
    wasm_pack::test(
        workspace,
        &["--mode", "no-install", "--", "--test", "browser"],
        "Read the failed test above; `cargo xtask test --only browser` runs these alone.",
    )
}

/// Licences, sources and duplicates come from files here and can always be judged. Advisories come
/// from the network, so a machine without one is told so instead of failing.
fn deny(workspace: &Workspace) -> Verdict {
    if process::capture(&mut process::cargo(&["deny", "--version"])).is_none() {
        let why = "cargo-deny is not installed; `cargo install --locked cargo-deny` gets it";
        return Verdict::Skipped(why.to_owned());
    }
    let local = cargo(
        workspace,
        &["deny", "check", "bans", "licenses", "sources"],
        "Replace the dependency named above, or, if it is fine, say why in deny.toml.",
    );
    local.and_then(|()| advisories(workspace)).into()
}

fn advisories(workspace: &Workspace) -> Outcome {
    let words = ["deny", "check", "advisories"];
    let output = process::cargo(&words)
        .current_dir(workspace.root())
        .output();
    let (succeeded, text) = output.map_or((false, String::new()), |output| {
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.success(), text)
    });
    if !succeeded && text.contains("failed to fetch advisory database") {
        println!("Advisories not checked: their database cannot be reached.");
        return Ok(());
    }
    print!("{text}");
    if succeeded {
        return Ok(());
    }
    Err(Failure::new(
        "a dependency is yanked or has a known vulnerability",
        "Run `cargo update` for the package named above, or replace it.",
    ))
}

fn cargo(workspace: &Workspace, words: &[&str], advice: &str) -> Outcome {
    process::run(process::cargo(words).current_dir(workspace.root()), advice)
}
