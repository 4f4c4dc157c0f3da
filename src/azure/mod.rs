//! What Azure says: constants and tables, each with its source and the date it was read.
//!
//! Numbers, names and host names that come from Microsoft appear in this layer and nowhere else.

mod fact;
pub mod naming;
pub mod reserved;
pub mod sources;

pub use fact::{Fact, Source};
