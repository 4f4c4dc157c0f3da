//! The drawing: from a plan to a display list of shapes, in integer units, and to the same content as text.
//!
//! Pure, total and deterministic: every plan has a drawing, half-filled ones too, and the same plan always
//! has the same one. Two fixed layouts, [`Width::Wide`] and [`Width::Narrow`], hold to the same rules: boxes
//! do not overlap, texts stay in their boxes, private links are straight. What is absent: colours and markup.

mod content;
mod glyphs;
mod layout;
mod measure;
mod outline;
mod scene;
mod tally;
mod trail;

use crate::rules::{Context, Findings};

pub use glyphs::Glyph;
pub use measure::{TextStyle, width};
pub use outline::{OutlineLine, STEPS, outline};
pub use scene::{Anchor, Area, Group, Layer, Load, Paint, Point, Role, Scene, Shape, Stroke, Text};
pub use trail::{Trail, trail};

use content::Content;

/// Which of the two layouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// 1200 units: columns.
    Wide,
    /// 680 units: rows over a core of two columns.
    Narrow,
}

/// Draws the plan of a context with the findings about it.
pub fn draw(context: &Context<'_>, findings: &Findings, width: Width) -> Scene {
    layout::scene(&Content::new(context, findings), width)
}
