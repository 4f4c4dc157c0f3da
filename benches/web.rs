//! Times the core as WebAssembly in a browser: `cargo xtask bench` runs it, and the same natively.
#![cfg(target_arch = "wasm32")]

mod cases;

use wasm_bindgen_test::{console_log, wasm_bindgen_test};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn times_the_core() {
    let performance = web_sys::window().and_then(|window| window.performance());
    let clock = || performance.as_ref().map_or(0.0, web_sys::Performance::now);
    cases::run_all(&clock, &|line| console_log!("{line}"));
}
