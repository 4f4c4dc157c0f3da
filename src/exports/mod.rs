//! The files that a plan is exported to.
//!
//! A plan is lowered once, and every configuration format prints the same deployment; none of them reads the
//! plan. Same plan, same bytes. A new format is a file with a `FORMAT` and a line in [`FORMATS`].

#![warn(clippy::wildcard_enum_match_arm)]

mod archive;
mod arm;
mod azureml;
mod batches;
mod bicep;
mod check_report;
mod checklist;
mod cli;
mod drawio;
mod flow_report;
mod hcl;
mod markdown;
mod mermaid;
mod network_request;
mod page;
mod plan_json;
pub mod preview;
mod provenance;
mod readme;
mod report;
mod sheets;
mod shell;
mod sketch;
pub mod svg;
mod terraform;
mod view;
mod yaml;

use crate::deployment::{Deployment, Gap, lower};
use crate::document;
use crate::domain::Plan;
use crate::flow::FlowReport;
use crate::rules::{Context, Findings, check_in};

pub use archive::zip;
pub use check_report::check_report;
pub use plan_json::plan_text;

/// An exported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path inside the bundle, with `/`, such as `arm/azuredeploy.json`.
    pub path: String,
    /// What it is, for a person, in one sentence.
    pub purpose: &'static str,
    /// Media type for downloads.
    pub media_type: &'static str,
    /// Content: UTF-8, `\n` (`\r\n` in tables, as RFC 4180 wants), final line break.
    pub text: String,
}

/// What formats print.
#[derive(Debug)]
pub struct Input<'a> {
    /// The plan and where its subnets lie, for formats that are views of the plan itself: its document, and
    /// drawings of it.
    pub context: Context<'a>,
    /// What the plan deploys.
    pub deployment: Deployment,
    /// What no format can say.
    pub gaps: Vec<Gap>,
    /// What is wrong with the plan.
    pub findings: Findings,
    /// The connections that the plan needs, and whether they come about.
    pub flows: FlowReport,
}

impl<'a> Input<'a> {
    /// Lowers and checks a plan.
    pub fn new(plan: &'a Plan) -> Self {
        let (deployment, gaps) = lower(plan);
        let context = Context::new(plan);
        Self {
            deployment,
            gaps,
            findings: check_in(&context),
            flows: context.flows().clone(),
            context,
        }
    }
}

/// A format that plans are exported to.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Short stable name.
    pub id: &'static str,
    /// Name on screen.
    pub label: &'static str,
    /// Prints the format's files.
    pub render: fn(&Input<'_>) -> Vec<File>,
}

/// Every format.
pub const FORMATS: &[&Format] = &[
    &plan_json::FORMAT,
    &arm::FORMAT,
    &terraform::FORMAT,
    &azureml::FORMAT,
    &bicep::FORMAT,
    &drawio::FORMAT,
    &mermaid::FORMAT,
    &report::FORMAT,
    &network_request::FORMAT,
    &checklist::FORMAT,
    &sheets::FORMAT,
    &cli::FORMAT,
    &svg::FORMAT,
];

/// Every file of a plan's bundle, ordered by path.
pub fn bundle(plan: &Plan) -> Vec<File> {
    let input = Input::new(plan);
    let mut files: Vec<File> = FORMATS
        .iter()
        .flat_map(|format| (format.render)(&input))
        .collect();
    files.push(readme::render(&input, &files));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The scripts of the Azure CLI without any option whose value the CLI assumes anyway.
pub fn cli_differences(plan: &Plan) -> Vec<File> {
    cli::render(&Input::new(plan), true)
}

/// What the files of a plan do not say, in the order of the plan.
///
/// First what no file says, then what those of one format do not.
pub fn gaps(plan: &Plan) -> Vec<Gap> {
    let (deployment, mut gaps) = lower(plan);
    gaps.extend(terraform::gaps(&deployment));
    gaps
}

/// Pretty-printed JSON with a final line break.
fn json_text(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}

/// The version of the plan document, as files print it.
fn schema_version() -> u32 {
    document::SCHEMA_VERSION
}
