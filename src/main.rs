//! Starts the app in the page.

#[cfg(all(feature = "web", target_arch = "wasm32"))]
fn main() {
    azureml_vnet_wizard::ui::start();
}

#[cfg(not(all(feature = "web", target_arch = "wasm32")))]
fn main() {
    eprintln!("This program runs in a browser. Start it with: cargo xtask serve");
}
