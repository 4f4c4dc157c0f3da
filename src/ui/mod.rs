//! The app in the page: the only place that knows a browser.
//!
//! State is one plan in a [`Session`]; everything on screen is derived from it. Nothing is sent anywhere.

#![expect(
    unreachable_pub,
    reason = "the component macro emits public helpers, also for components of private modules"
)]

#[macro_use]
pub mod components;

pub mod app;
pub mod browser;
pub mod chrome;
pub mod panels;
pub mod route;
pub mod session;
pub mod steps;
pub mod store;

pub use app::App;
pub use session::{Session, use_session};

/// Mounts the app, with the plan that this browser remembers.
pub fn start() {
    browser::crash::install();
    let Some(root) = browser::element("app") else {
        return;
    };
    leptos::mount::mount_to(root, App).forget();
}
