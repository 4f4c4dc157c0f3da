//! Browser tests: parts of the interface that need a document, in a real browser but without the whole app.
//!
//! What a person does from one end to the other is tested in `tests/e2e`.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "test crate: a test that cannot go on says why and stops"
)]

mod finding;
mod harness;
mod list_field;
mod number_field;
mod prefix_field;
mod route;
mod select_field;
mod session;
mod store;
mod tabs;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
