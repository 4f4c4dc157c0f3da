//! The files that a plan is exported to.

mod check_report;
pub mod svg;

use crate::domain::Plan;

pub use check_report::check_report;

/// An exported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path inside the bundle, with `/`, such as `arm/azuredeploy.json`.
    pub path: String,
    /// What it is, for a person, in one sentence.
    pub purpose: &'static str,
    /// Media type for downloads.
    pub media_type: &'static str,
    /// Content: UTF-8, `\n`, final line break.
    pub text: String,
}

/// Every file of a plan's bundle, ordered by path.
pub fn bundle(_plan: &Plan) -> Vec<File> {
    Vec::new()
}

/// The bundle as one zip archive. Same files, same bytes.
pub fn zip(_files: &[File]) -> Vec<u8> {
    Vec::new()
}
