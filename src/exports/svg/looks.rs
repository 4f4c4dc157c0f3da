//! What each role and state looks like: the class of the style sheet, and the same in attributes with the
//! light colours of the design's tokens written out.

use crate::diagram::{Load, Paint, Stroke, TextStyle};
use crate::rules::Severity;

/// What a shape looks like, said in two ways.
#[derive(Clone, Copy)]
pub(in crate::exports) struct Look {
    pub(in crate::exports) class: &'static str,
    pub(in crate::exports) literal: &'static str,
}

pub(in crate::exports) fn paint_look(paint: Paint, dashed: bool) -> Look {
    let (class, dashed_class, literal, dashed_literal) = match paint {
        Paint::Sheet => same("sheet", "fill=\"#ffffff\""),
        Paint::Vnet => same(
            "vnet",
            "fill=\"#f6f8fd\" stroke=\"#1b55c0\" stroke-width=\"1.5\"",
        ),
        Paint::Subnet(Some(Severity::Error)) => same(
            "subnet error",
            "fill=\"#ffffff\" stroke=\"#b2231b\" stroke-width=\"2\"",
        ),
        Paint::Subnet(Some(Severity::Warning)) => same(
            "subnet warn",
            "fill=\"#ffffff\" stroke=\"#7f4e00\" stroke-width=\"2\"",
        ),
        Paint::Subnet(_) => same("subnet", "fill=\"#ffffff\" stroke=\"#78848c\""),
        Paint::Node => same("node", "fill=\"#f5f6f6\" stroke=\"#d6dcdf\""),
        Paint::Service => (
            "paas",
            "paas optional",
            "fill=\"#eceff0\" stroke=\"#78848c\"",
            "fill=\"#eceff0\" stroke=\"#78848c\" stroke-dasharray=\"6 4\"",
        ),
        Paint::Outside => (
            "ext",
            "ext optional",
            "fill=\"#ffffff\" stroke=\"#78848c\"",
            "fill=\"#ffffff\" stroke=\"#78848c\" stroke-dasharray=\"6 4\"",
        ),
        Paint::Track => same("track", "fill=\"#d6dcdf\""),
        Paint::Fill(Load::Room) => same("fill", "fill=\"#1b55c0\""),
        Paint::Fill(Load::Tight) => same("fill warn", "fill=\"#7f4e00\""),
        Paint::Fill(Load::Over) => same("fill error", "fill=\"#b2231b\""),
        Paint::Tube => (
            "tube",
            "tube optional",
            "fill=\"#dfe7f6\" stroke=\"#1b55c0\"",
            "fill=\"#dfe7f6\" stroke=\"#1b55c0\" stroke-dasharray=\"6 4\"",
        ),
    };
    if dashed {
        Look {
            class: dashed_class,
            literal: dashed_literal,
        }
    } else {
        Look { class, literal }
    }
}

/// A paint that is never dashed.
fn same(
    class: &'static str,
    literal: &'static str,
) -> (&'static str, &'static str, &'static str, &'static str) {
    (class, class, literal, literal)
}

pub(in crate::exports) fn stroke_look(stroke: Stroke) -> Look {
    let (class, literal) = match stroke {
        Stroke::Flow => (
            "flow",
            "fill=\"none\" stroke=\"#1b55c0\" stroke-width=\"2\"",
        ),
        Stroke::Link => (
            "pl",
            "fill=\"none\" stroke=\"#42505a\" stroke-width=\"1.25\"",
        ),
        Stroke::Route => (
            "udr",
            "fill=\"none\" stroke=\"#586670\" stroke-width=\"1.5\"",
        ),
        Stroke::Dns => (
            "dns",
            "fill=\"none\" stroke=\"#586670\" stroke-width=\"1.5\" stroke-dasharray=\"1.5 4\" \
             stroke-linecap=\"round\"",
        ),
        Stroke::Dashed => (
            "opt",
            "fill=\"none\" stroke=\"#586670\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"",
        ),
        Stroke::PipeEdge => (
            "pipe-edge",
            "fill=\"none\" stroke=\"#1b55c0\" stroke-width=\"8\"",
        ),
        Stroke::Pipe => (
            "pipe",
            "fill=\"none\" stroke=\"#dfe7f6\" stroke-width=\"6\"",
        ),
        Stroke::Rule => ("tl", "fill=\"none\" stroke=\"#d6dcdf\""),
    };
    Look { class, literal }
}

pub(in crate::exports) fn text_look(style: TextStyle) -> Look {
    let (class, literal) = match style {
        TextStyle::Title => (
            "tt",
            "fill=\"#14202a\" font-size=\"17\" font-weight=\"700\"",
        ),
        TextStyle::Name => (
            "tn",
            "fill=\"#14202a\" font-size=\"13\" font-weight=\"700\"",
        ),
        TextStyle::Strong => (
            "tb",
            "fill=\"#14202a\" font-size=\"12\" font-weight=\"700\"",
        ),
        TextStyle::Small => ("ts", "fill=\"#42505a\" font-size=\"11.500\""),
        TextStyle::SmallAlert => (
            "ts tw",
            "fill=\"#7f4e00\" font-size=\"11.500\" font-weight=\"700\"",
        ),
        TextStyle::Mono => (
            "tm",
            "fill=\"#42505a\" font-size=\"11.500\" font-family=\"monospace\"",
        ),
    };
    Look { class, literal }
}
