//! `topology.svg`: the drawing of the plan, to put into a document.

use super::{File, Format, Input, svg};
use crate::diagram::{Width, draw};

/// The drawing.
pub(super) const FORMAT: Format = Format {
    id: "topology",
    label: "Drawing",
    render,
};

fn render(input: &Input<'_>) -> Vec<File> {
    let scene = draw(&input.context, &input.findings, Width::Wide);
    vec![File {
        path: "topology.svg".to_owned(),
        purpose: "The drawing: networks, private endpoints, computes and who reaches them.",
        media_type: "image/svg+xml",
        text: svg::svg(&scene),
    }]
}
