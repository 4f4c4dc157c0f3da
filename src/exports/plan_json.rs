//! `plan.json`: the plan itself, to open again.

use super::{File, Format, Input};
use crate::document;

/// The plan document.
pub(super) const FORMAT: Format = Format {
    id: "plan",
    label: "Plan",
    render,
};

fn render(input: &Input<'_>) -> Vec<File> {
    vec![File {
        path: "plan.json".to_owned(),
        purpose: "The plan itself: open it in the wizard to go on, keep it with your code.",
        media_type: "application/json",
        text: document::encode(input.context.plan),
    }]
}
