//! The drawing as SVG: one writer of markup, two paints.
//!
//! [`svg`] makes a file that stands alone: light colours written out, common fonts, nothing referred to.
//! [`inline`] makes the inside of an `svg` element in the page, whose colours come from the style sheet.
//! Both have no ids, so that several drawings can live in one document; whoever embeds one names it.

use std::fmt::Write as _;

use crate::diagram::{Anchor, Group, Layer, Load, Paint, Point, Scene, Shape, Stroke, TextStyle};
use crate::rules::Severity;

/// The drawing as a stand-alone SVG file.
pub fn svg(scene: &Scene) -> String {
    let (width, height) = (scene.width, scene.height);
    let mut out = Writer {
        out: String::with_capacity(64 * 1024),
        style: literal,
    };
    let _ = writeln!(
        out.out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"topology-title \
         topology-desc\" font-family=\"Arial, sans-serif\">"
    );
    out.element("title", " id=\"topology-title\"", &scene.title);
    out.element("desc", " id=\"topology-desc\"", &scene.description);
    out.scene(scene);
    out.out.push_str("</svg>\n");
    out.out
}

/// The inside of an `svg` element, without title and description; looks come from classes.
pub fn inline(scene: &Scene) -> String {
    let mut out = Writer {
        out: String::with_capacity(64 * 1024),
        style: classes,
    };
    out.scene(scene);
    out.out
}

/// What a shape looks like, by the classes of the style sheet.
#[derive(Clone, Copy)]
struct Look {
    class: &'static str,
    /// The same in attributes.
    literal: &'static str,
}

fn classes(look: Look) -> String {
    format!(" class=\"{}\"", look.class)
}

fn literal(look: Look) -> String {
    format!(" {}", look.literal)
}

struct Writer {
    out: String,
    style: fn(Look) -> String,
}

impl Writer {
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
        (self.style)(Look { class, literal })
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
                let look = (self.style)(paint_look(*paint, *dashed));
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
        let look = (self.style)(stroke_look(stroke));
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

    fn text(&mut self, text: &crate::diagram::Text) {
        let look = (self.style)(text_look(text.style));
        let (class_anchor, anchor) = match text.anchor {
            Anchor::Start => ("", ""),
            Anchor::Middle => (" mid", " text-anchor=\"middle\""),
            Anchor::End => (" end", " text-anchor=\"end\""),
        };
        let look = match look.strip_suffix('"') {
            Some(open) if look.starts_with(" class=") => format!("{open}{class_anchor}\""),
            _ => format!("{look}{anchor}"),
        };
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

fn paint_look(paint: Paint, dashed: bool) -> Look {
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

fn stroke_look(stroke: Stroke) -> Look {
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

fn text_look(style: TextStyle) -> Look {
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

/// Writes text so that it means itself inside an element or a quoted attribute. Characters that XML does not
/// allow at all become U+FFFD.
fn escape(out: &mut String, text: &str) {
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
