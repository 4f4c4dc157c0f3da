//! Parts of the Rust toolchain itself: rustfmt, clippy and the WebAssembly target.
//!
//! `rust-toolchain.toml` lists them, but rustup reads it only when it installs a toolchain, so a
//! machine that had the toolchain before may lack them.

use crate::failure::Outcome;
use crate::process;
use std::path::Path;
use std::process::Command;

/// The target the app is compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that `cargo fmt` and `cargo clippy` exist.
pub(crate) fn ensure_components() -> Outcome {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if process::capture(&mut process::cargo(&[command, "--version"])).is_some() {
            continue;
        }
        println!("{component} is needed to check the code; adding it to the toolchain (seconds).");
        let advice = format!("Install {component} for the toolchain of rust-toolchain.toml.");
        process::run(
            Command::new("rustup").args(["component", "add", component]),
            &advice,
        )?;
    }
    Ok(())
}

/// Makes sure that the app can be compiled to WebAssembly.
pub(crate) fn ensure_wasm_target() -> Outcome {
    let mut query = Command::new("rustc");
    query.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    if process::capture(&mut query).is_some_and(|dir| Path::new(&dir).is_dir()) {
        return Ok(());
    }
    println!("{WASM_TARGET} is needed to compile the app; adding it to the toolchain (seconds).");
    process::run(
        Command::new("rustup").args(["target", "add", WASM_TARGET]),
        "Install rustup from https://rustup.rs and run the command again; with another source of \
         Rust, install its wasm32-unknown-unknown standard library.",
    )
}
