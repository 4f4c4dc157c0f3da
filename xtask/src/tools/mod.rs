//! The programs the commands need, found or installed on first use.
//!
//! Every `ensure` here is idempotent and costs a few milliseconds when nothing is missing, so each
//! command asks for exactly what it uses and a fresh machine never installs more than that.

pub(crate) mod browser;
pub(crate) mod cargo_tool;
pub(crate) mod node;
pub(crate) mod python;
pub(crate) mod rustup;

use crate::failure::{Failure, Outcome};
use crate::workspace::Workspace;
use std::env;
use std::path::PathBuf;

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

/// The folder of all cached tools.
fn tools_root() -> Outcome<PathBuf> {
    let var = |name| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    tools_root_from(
        var("AZUREML_VNET_WIZARD_TOOLS"),
        var("XDG_CACHE_HOME"),
        env::home_dir(),
    )
    .ok_or_else(|| {
        Failure::new(
            "there is no home folder to keep the build tools in",
            "Set AZUREML_VNET_WIZARD_TOOLS to a folder that may be written.",
        )
    })
}

fn tools_root_from(
    chosen: Option<PathBuf>,
    cache: Option<PathBuf>,
    home: Option<PathBuf>,
) -> Option<PathBuf> {
    chosen.or_else(|| {
        let cache = cache.or_else(|| home.map(|home| home.join(".cache")))?;
        Some(cache.join("azureml-vnet-wizard/tools"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefers_the_chosen_folder_then_the_cache_then_home() {
        let path = |text| Some(PathBuf::from(text));
        assert_eq!(
            tools_root_from(path("/t"), path("/c"), path("/h")),
            path("/t")
        );
        assert_eq!(
            tools_root_from(None, path("/c"), path("/h")),
            path("/c/azureml-vnet-wizard/tools")
        );
        assert_eq!(
            tools_root_from(None, None, path("/h")),
            path("/h/.cache/azureml-vnet-wizard/tools")
        );
        assert_eq!(tools_root_from(None, None, None), None);
    }
}
