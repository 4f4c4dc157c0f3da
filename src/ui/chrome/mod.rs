//! What stands around every step: top bar, step list, keys, help, and dropping a file anywhere.

pub mod drop;
mod help;
pub mod keys;
mod news;
mod steps;
pub mod theme;
mod topbar;

pub use help::Help;
pub use news::NewsNotice;
pub use steps::Steps;
pub use topbar::{TopBar, download_bundle, download_plan};
