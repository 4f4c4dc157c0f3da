//! The end-to-end tests: Playwright against the built site.

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::tools::{browser, node};
use crate::workspace::Workspace;
use std::net::{Ipv4Addr, TcpListener};

/// Checks the types of the tests, then runs them; `words` go to Playwright.
pub(crate) fn run(workspace: &Workspace, words: &[String]) -> Outcome {
    workspace.existing_dist()?;
    node::ensure_packages(workspace)?;
    let chrome = browser::ensure_chrome()?;
    process::run(
        node::node(workspace).args(["node_modules/typescript/bin/tsc", "--noEmit"]),
        "Fix the types in tests/e2e; `npm run check` there shows them again.",
    )?;
    let [root, below] = free_ports()?;
    let mut tests = node::node(workspace);
    tests
        .args(["node_modules/@playwright/test/cli.js", "test"])
        .args(words)
        .env("CHROME", chrome)
        .env("E2E_ROOT_PORT", root.to_string())
        .env("E2E_SUBPATH_PORT", below.to_string());
    process::run(
        &mut tests,
        "Read the failed step above; `npx playwright show-report` in tests/e2e has pictures, and \
         `cargo xtask e2e --no-build specs/NAME.spec.ts` runs one file again.",
    )
}

/// Two ports that nobody used a moment ago, so that two checkouts can be tested at once.
fn free_ports() -> Outcome<[u16; 2]> {
    // Both are held until both are known, else they could be one and the same.
    let listen = || TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let ports = listen().and_then(|first| {
        let second = listen()?;
        Ok([first.local_addr()?.port(), second.local_addr()?.port()])
    });
    ports.map_err(|error| {
        Failure::new(
            format!("found no free port: {error}"),
            "Allow programs to listen on 127.0.0.1.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_two_different_ports() {
        let [first, second] = free_ports().expect("loopback");
        assert_ne!(first, second);
    }
}
