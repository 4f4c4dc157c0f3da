//! Running tests as WebAssembly in a real browser, without its window.

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::tools::{browser, cargo_tool, rustup};
use crate::workspace::{APP, Workspace};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Seconds a run may take; the test runner gives up after 20 unless told otherwise.
const TIMEOUT: &str = "300";

/// Installs what is missing, then runs `wasm-pack test` with `words` after its browser options.
pub(crate) fn test(workspace: &Workspace, words: &[&str], advice: &str) -> Outcome {
    rustup::ensure_wasm_target()?;
    let dirs = [
        cargo_tool::ensure_wasm_pack()?,
        cargo_tool::ensure_wasm_bindgen(workspace)?,
    ];
    let chrome = browser::ensure_chrome()?;
    let driver = browser::ensure_chromedriver(&chrome)?;
    let capabilities = write_capabilities(&chrome)?;
    let mut command = Command::new("wasm-pack");
    command
        .args(["test", "--headless", "--chrome", "--chromedriver"])
        .arg(driver)
        .args(words)
        .current_dir(workspace.root())
        .env("PATH", process::path_with(&dirs))
        .env("WASM_BINDGEN_TEST_TIMEOUT", TIMEOUT)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities);
    let result = process::run(&mut command, advice);
    fs::remove_file(capabilities).ok(); // A leftover temporary file is no reason to fail.
    result
}

/// Tells the test runner which browser to start; headless and sandbox flags it adds itself.
fn write_capabilities(chrome: &Path) -> Outcome<PathBuf> {
    let path = std::env::temp_dir().join(format!("{APP}-webdriver-{}.json", std::process::id()));
    let program = json_string(&chrome.to_string_lossy());
    let text = format!(
        "{{\"goog:chromeOptions\":{{\"binary\":{program},\
         \"args\":[\"disable-gpu\",\"disable-background-networking\"]}}}}\n"
    );
    fs::write(&path, text).map_err(|error| {
        Failure::new(
            format!("cannot write {}: {error}", path.display()),
            "Make the folder for temporary files writable, or set TMPDIR to one that is.",
        )
    })?;
    Ok(path)
}

fn json_string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_paths_for_json() {
        assert_eq!(
            json_string(r"C:\Chrome\chrome.exe"),
            r#""C:\\Chrome\\chrome.exe""#
        );
        assert_eq!(json_string(r#"a"b"#), r#""a\"b""#);
    }
}
