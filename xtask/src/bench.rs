//! `cargo xtask bench`: the same measurements natively and as WebAssembly in a browser.

use crate::failure::Outcome;
use crate::process;
use crate::wasm_pack;
use crate::workspace::{APP, Workspace};

/// Builds with optimisation and measures, first here, then in the browser.
pub(crate) fn run(workspace: &Workspace) -> Outcome {
    println!("\n== native, as fast as it goes");
    let mut native = process::cargo(&[
        "bench",
        "--package",
        APP,
        "--no-default-features",
        "--bench",
        "native",
    ]);
    native.current_dir(workspace.root());
    process::run(&mut native, "Fix the errors above.")?;
    println!("\n== WebAssembly in a browser, built like the released app");
    wasm_pack::test(
        workspace,
        &[
            "--release",
            "--mode",
            "no-install",
            "--",
            "--test",
            "speed",
            "--",
            "--nocapture",
        ],
        "Fix the errors above.",
    )
}
