//! Times the core natively: `cargo xtask bench` runs it, and the same in a browser.

#[cfg(not(target_arch = "wasm32"))]
mod cases;

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::print_stdout, reason = "a program for the terminal")]
fn main() {
    let start = std::time::Instant::now();
    cases::run_all(&|| start.elapsed().as_secs_f64() * 1_000.0, &|line| {
        println!("{line}");
    });
}

#[cfg(target_arch = "wasm32")]
fn main() {}
