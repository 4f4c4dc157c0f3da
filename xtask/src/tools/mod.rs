//! The programs the commands need, found or installed on first use.
//!
//! Every `ensure` here is idempotent and costs a few milliseconds when nothing is missing, so each
//! command asks for exactly what it uses and a fresh machine never installs more than that.

pub(crate) mod browser;
pub(crate) mod cargo_tool;
pub(crate) mod node;
pub(crate) mod rustup;

use crate::failure::Outcome;
use crate::workspace::Workspace;

/// Installs everything that any command needs.
pub(crate) fn set_up(workspace: &Workspace) -> Outcome {
    rustup::ensure_components()?;
    rustup::ensure_wasm_target()?;
    cargo_tool::ensure_trunk()?;
    cargo_tool::ensure_wasm_bindgen(workspace)?;
    cargo_tool::ensure_wasm_pack()?;
    node::ensure_packages(workspace)?;
    let chrome = browser::ensure_chrome()?;
    browser::ensure_chromedriver(&chrome)?;
    println!("Everything is in place. Run `cargo xtask serve` or `cargo xtask test`.");
    Ok(())
}
