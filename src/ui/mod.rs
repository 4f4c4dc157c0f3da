//! The app in the page: the only place that knows a browser.

/// Mounts the app.
pub fn start() {
    console_error_panic_hook::set_once();
}
