//! The drawing as SVG: one writer of markup, two paints.
//!
//! [`svg`] makes a file that stands alone: light colours written out, common fonts, nothing referred to.
//! [`inline`] makes the inside of an `svg` element in the page, whose colours come from the style sheet.

pub(super) mod looks;
mod trail;

use std::fmt::Write as _;

use super::{File, Format, Input, provenance};
use crate::diagram::{
    Anchor, Group, Layer, Point, Scene, Shape, Stroke, Text, TextStyle, Width, draw,
};
use crate::rules::Severity;

use looks::{Look, paint_look, stroke_look, text_look};
pub use trail::trail;

/// The drawing of the wide layout.
pub(super) const FORMAT: Format = Format {
    id: "svg",
    label: "Drawing",
    render,
};

fn render(input: &Input<'_>) -> Vec<File> {
    vec![File {
        path: "topology.svg".to_owned(),
        purpose: "The drawing of the networks, for documents and reviews.",
        media_type: "image/svg+xml",
        text: document(
            &draw(&input.context, &input.findings, Width::Wide),
            &provenance::banner(input)
                .into_iter()
                .chain([provenance::origin(input)])
                .collect::<Vec<_>>(),
        ),
    }]
}

/// The drawing as a stand-alone SVG file.
pub fn svg(scene: &Scene) -> String {
    document(scene, &[])
}

/// A stand-alone file; `origin` says where it comes from.
fn document(scene: &Scene, origin: &[String]) -> String {
    let (width, height) = (scene.width, scene.height);
    let mut out = Writer::new(Painter::Literal);
    let _ = writeln!(
        out.out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"topology-title \
         topology-desc\" font-family=\"Arial, sans-serif\">"
    );
    out.names(scene, "topology");
    if !origin.is_empty() {
        out.element("metadata", "", &origin.join(" "));
    }
    out.scene(scene);
    out.out.push_str("</svg>\n");
    out.out
}

/// The inside of an `svg` element in the page, with title and description as `{id}-title` and `{id}-desc`;
/// looks come from classes.
pub fn inline(scene: &Scene, id: &str) -> String {
    let mut out = Writer::new(Painter::Classes);
    out.names(scene, id);
    out.scene(scene);
    out.out
}

/// Who says what a shape looks like.
#[derive(Clone, Copy)]
enum Painter {
    /// The classes of the style sheet.
    Classes,
    /// Attributes with the light colours.
    Literal,
}

impl Painter {
    /// The attributes of a shape.
    fn attributes(self, look: Look) -> String {
        match self {
            Self::Classes => format!(" class=\"{}\"", look.class),
            Self::Literal => format!(" {}", look.literal),
        }
    }

    /// The attributes of a text.
    fn text_attributes(self, style: TextStyle, anchor: Anchor) -> String {
        let look = text_look(style);
        let (class, literal) = match anchor {
            Anchor::Start => ("", ""),
            Anchor::Middle => (" mid", " text-anchor=\"middle\""),
            Anchor::End => (" end", " text-anchor=\"end\""),
        };
        match self {
            Self::Classes => format!(" class=\"{}{class}\"", look.class),
            Self::Literal => format!(" {}{literal}", look.literal),
        }
    }
}

struct Writer {
    out: String,
    painter: Painter,
}

impl Writer {
    fn new(painter: Painter) -> Self {
        Self {
            out: String::with_capacity(64 * 1024),
            painter,
        }
    }

    fn names(&mut self, scene: &Scene, id: &str) {
        self.element("title", &format!(" id=\"{id}-title\""), &scene.title);
        self.element("desc", &format!(" id=\"{id}-desc\""), &scene.description);
    }

    fn scene(&mut self, scene: &Scene) {
        let look = self.look("sheet", "fill=\"#ffffff\"");
        let _ = writeln!(
            self.out,
            "<rect width=\"{}\" height=\"{}\"{look}/>",
            scene.width, scene.height
        );
        for layer in Layer::ALL {
            let mut groups = scene
                .groups
                .iter()
                .filter(|group| group.layer == layer && !group.shapes.is_empty())
                .peekable();
            if groups.peek().is_some() {
                let _ = writeln!(self.out, "<g data-layer=\"{}\">", layer.word());
                groups.for_each(|group| self.group(group));
                self.out.push_str("</g>\n");
            }
        }
    }

    fn group(&mut self, group: &Group) {
        self.out.push_str("<g data-key=\"");
        escape(&mut self.out, &group.key);
        self.out.push('"');
        if let Some(area) = group.area {
            let _ = write!(
                self.out,
                " data-box=\"{},{},{},{}\"",
                area.x, area.y, area.width, area.height
            );
        }
        if let Some(subject) = group.subject {
            let _ = write!(self.out, " data-subject=\"{}\"", subject.key());
        }
        self.out.push_str(">\n");
        for shape in &group.shapes {
            self.shape(shape);
        }
        self.out.push_str("</g>\n");
    }

    fn look(&self, class: &'static str, literal: &'static str) -> String {
        self.painter.attributes(Look { class, literal })
    }

    fn element(&mut self, tag: &str, attributes: &str, text: &str) {
        let _ = write!(self.out, "<{tag}{attributes}>");
        escape(&mut self.out, text);
        let _ = writeln!(self.out, "</{tag}>");
    }

    fn path(&mut self, data: &str, look: &str) {
        let _ = writeln!(self.out, "<path d=\"{data}\"{look}/>");
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect {
                area,
                radius,
                paint,
                dashed,
            } => {
                let look = self.painter.attributes(paint_look(*paint, *dashed));
                let _ = writeln!(
                    self.out,
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{radius}\"{look}/>",
                    area.x, area.y, area.width, area.height
                );
            }
            Shape::Line {
                points,
                stroke,
                heads,
            } => self.line(points, *stroke, *heads),
            Shape::Ring(at) => {
                let look = self.look(
                    "dot",
                    "fill=\"#ffffff\" stroke=\"#42505a\" stroke-width=\"1.25\"",
                );
                let _ = writeln!(
                    self.out,
                    "<circle cx=\"{}\" cy=\"{}\" r=\"4\"{look}/>",
                    at.x, at.y
                );
            }
            Shape::Disc(at, number) => {
                let look = self.look("num", "fill=\"#1b55c0\"");
                let _ = writeln!(
                    self.out,
                    "<circle cx=\"{}\" cy=\"{}\" r=\"9\"{look}/>",
                    at.x, at.y
                );
                let look = self.look(
                    "numt",
                    "fill=\"#ffffff\" font-size=\"11\" font-weight=\"700\" text-anchor=\"middle\"",
                );
                self.number(*at, 4, *number, &look);
            }
            Shape::Text(text) => self.text(text),
            Shape::Glyph(glyph, at, size) => {
                let look = self.look(
                    "g",
                    "fill=\"none\" stroke=\"#42505a\" stroke-width=\"1.5\" stroke-linecap=\"round\" \
                     stroke-linejoin=\"round\"",
                );
                // Glyphs are 20 units; hundredths keep the numbers short and the same everywhere.
                let scale = size * 5;
                let _ = writeln!(
                    self.out,
                    "<path transform=\"translate({} {}) scale({}.{:02})\" d=\"{}\"{look}/>",
                    at.x,
                    at.y,
                    scale / 100,
                    scale % 100,
                    glyph.path()
                );
            }
            Shape::Shield(at, alert) => self.shield(*at, *alert),
            Shape::Mark(at, severity, count) => self.mark(*at, *severity, *count),
        }
    }

    fn line(&mut self, points: &[Point], stroke: Stroke, heads: (bool, bool)) {
        let look = self.painter.attributes(stroke_look(stroke));
        let mut data = String::new();
        for (index, point) in points.iter().enumerate() {
            let command = if index == 0 { 'M' } else { 'L' };
            let _ = write!(data, "{command}{} {}", point.x, point.y);
        }
        self.path(&data, &look);
        let head = if stroke == Stroke::Flow {
            self.look("mk", "fill=\"#1b55c0\"")
        } else {
            self.look("mk2", "fill=\"#586670\"")
        };
        if let (true, [tip, back, ..]) = (heads.0, points) {
            self.path(&arrow(*back, *tip), &head);
        }
        if let (true, [.., back, tip]) = (heads.1, points) {
            self.path(&arrow(*back, *tip), &head);
        }
    }

    fn text(&mut self, text: &Text) {
        let look = self.painter.text_attributes(text.style, text.anchor);
        let Point { x, y } = text.at;
        let _ = if text.turned {
            write!(
                self.out,
                "<text transform=\"translate({x} {y}) rotate(-90)\" dy=\"4\"{look}>"
            )
        } else {
            write!(self.out, "<text x=\"{x}\" y=\"{y}\"{look}>")
        };
        if let Some(full) = &text.full {
            self.out.push_str("<title>");
            escape(&mut self.out, full);
            self.out.push_str("</title>");
        }
        escape(&mut self.out, &text.text);
        self.out.push_str("</text>\n");
    }

    fn number(&mut self, at: Point, down: i32, number: usize, look: &str) {
        let _ = writeln!(
            self.out,
            "<text x=\"{}\" y=\"{}\"{look}>{number}</text>",
            at.x,
            at.y + down
        );
    }

    fn shield(&mut self, at: Point, alert: bool) {
        let look = if alert {
            self.look(
                "nsg error",
                "fill=\"#fdeceb\" stroke=\"#b2231b\" stroke-width=\"1.25\"",
            )
        } else {
            self.look(
                "nsg",
                "fill=\"#e5f4ea\" stroke=\"#14653a\" stroke-width=\"1.25\"",
            )
        };
        let data = format!(
            "M{} {}l6.500-2.500 6.500 2.500v4.500c0 4-3 7-6.500 8.500-3.500-1.500-6.500-4.500-6.500-8.500z",
            at.x,
            at.y + 2
        );
        self.path(&data, &look);
    }

    fn mark(&mut self, at: Point, severity: Severity, count: usize) {
        let Point { x, y } = at;
        let error = severity == Severity::Error;
        let look = if error {
            self.look("bd error", "fill=\"#b2231b\"")
        } else {
            self.look("bd warn", "fill=\"#7f4e00\"")
        };
        let data = match (error, count) {
            (true, 0) => format!("M{} {}h6l4 4v6l-4 4h-6l-4-4v-6z", x - 3, y - 7),
            (false, 0) => format!("M{x} {}l8 14h-16z", y - 8),
            (true, _) => format!(
                "M{} {}h8l5.500 5.500v8l-5.500 5.500h-8l-5.500-5.500v-8z",
                x - 4,
                y - 10
            ),
            (false, _) => format!("M{x} {}l10.500 19h-21z", y - 10),
        };
        self.path(&data, &look);
        if count > 0 {
            let look = self.look(
                "bdt",
                "fill=\"#ffffff\" font-size=\"10.500\" font-weight=\"700\" text-anchor=\"middle\"",
            );
            self.number(at, if error { 4 } else { 7 }, count, &look);
        }
    }
}

/// A filled arrow head: 8 long, 8 wide.
fn arrow(back: Point, tip: Point) -> String {
    let Point { x, y } = tip;
    let (dx, dy) = ((tip.x - back.x).signum(), (tip.y - back.y).signum());
    let (base_x, base_y) = (x - 8 * dx, y - 8 * dy);
    format!(
        "M{x} {y}L{} {}L{} {}z",
        base_x - 4 * dy,
        base_y + 4 * dx,
        base_x + 4 * dy,
        base_y - 4 * dx
    )
}

/// Writes text so that it means itself inside an element or a quoted attribute. Characters that XML does not
/// allow at all become U+FFFD.
pub(super) fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
}
