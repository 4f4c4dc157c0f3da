//! The drawing while it is made: groups so far, and where the boxes are.

use std::collections::BTreeMap;

use crate::diagram::Width;
use crate::diagram::content::{Content, StepKind};
use crate::diagram::measure::{TextStyle, shortened, width};
use crate::diagram::scene::{
    Anchor, Area, Group, Layer, Paint, Point, Role, Scene, Shape, Stroke, Text, at,
};
use crate::diagram::tally::Marks;
use crate::domain::VnetId;
use crate::rules::Severity;

/// The columns of a layout, in units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// Width of the sheet.
    pub(super) sheet: i32,
    /// Where boxes begin, under the title.
    pub(super) top: i32,
    /// Left edge of the main VNets.
    pub(super) main_x: i32,
    /// Left edge of the services.
    pub(super) services_x: i32,
}

/// Width of a main VNet and of the subnets in it.
pub(super) const MAIN_WIDTH: i32 = 368;
pub(super) const MAIN_CONTENT: i32 = 320;
/// From the left edge of a main VNet to its subnets: room for routes.
pub(super) const MAIN_MARGIN: i32 = 34;
/// The other VNets of the wide layout.
pub(super) const SIDE_X: i32 = 208;
pub(super) const SIDE_WIDTH: i32 = 246;
pub(super) const SIDE_CONTENT: i32 = 212;
/// Boxes to the left of the other VNets: people, on-premises.
pub(super) const PEOPLE_X: i32 = 20;
pub(super) const PEOPLE_WIDTH: i32 = 148;
/// Width of a service box.
pub(super) const SERVICE_WIDTH: i32 = 196;
/// Between stacked boxes; where a line with a disc passes; between VNets.
pub(super) const GAP: i32 = 14;
pub(super) const FLOW_GAP: i32 = 46;

/// The drawing while it is made.
pub(super) struct Board<'a> {
    pub(super) content: &'a Content<'a>,
    pub(super) frame: Frame,
    /// Where each straight peering is, by its VNets in the order of the content.
    pub(super) tubes: BTreeMap<(VnetId, VnetId), Area>,
    groups: Vec<Group>,
    /// Texts beside lines; written at the end, where they are free.
    labels: Vec<Group>,
    areas: BTreeMap<String, Area>,
    bottom: i32,
}

impl<'a> Board<'a> {
    pub(super) fn new(content: &'a Content<'a>, width: Width) -> Self {
        let core = !content.main.is_empty() || !content.loose.is_empty();
        let (sheet, main_x) = match width {
            Width::Wide if content.side.is_empty() => (1200, 228),
            Width::Wide => (1200, 540),
            Width::Narrow => (680, 22),
        };
        Self {
            content,
            frame: Frame {
                sheet,
                top: 84,
                main_x,
                services_x: if core {
                    main_x + MAIN_WIDTH + 56
                } else {
                    main_x
                },
            },
            tubes: BTreeMap::new(),
            groups: Vec::new(),
            labels: Vec::new(),
            areas: BTreeMap::new(),
            bottom: 0,
        }
    }

    /// Adds a group, and remembers its box.
    pub(super) fn add(&mut self, group: Group) {
        if let Some(area) = group.area {
            self.bottom = self.bottom.max(area.bottom());
            self.areas.insert(group.key.clone(), area);
        }
        self.groups.push(group);
    }

    /// The box with this key, if it has been placed.
    pub(super) fn area(&self, key: &str) -> Option<Area> {
        self.areas.get(key).copied()
    }

    /// The box of a VNet.
    pub(super) fn vnet(&self, id: VnetId) -> Option<Area> {
        self.area(&crate::domain::Item::Vnet(id).key())
    }

    /// The number of the step that `is` picks, counted from 1.
    pub(super) fn step(&self, is: impl Fn(&StepKind) -> bool) -> Option<usize> {
        self.content
            .steps
            .iter()
            .position(|step| is(&step.kind))
            .map(|index| index + 1)
    }

    /// Whether a line of this kind has been drawn.
    pub(super) fn has_line(&self, wanted: Stroke) -> bool {
        self.shapes()
            .any(|shape| matches!(shape, Shape::Line { stroke, .. } if *stroke == wanted))
    }

    /// Whether a gauge has been drawn.
    pub(super) fn has_gauge(&self) -> bool {
        self.shapes()
            .any(|shape| matches!(shape, Shape::Rect { paint, .. } if *paint == Paint::Track))
    }

    fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.groups.iter().flat_map(|group| &group.shapes)
    }

    /// Adds a line.
    pub(super) fn line(&mut self, line: Line<'_>) {
        let (from, to) = line.ends;
        let mut key = format!("{}-{from}-{to}", line.layer.word());
        // People and jobs may go the same way.
        while self.groups.iter().any(|group| group.key == key) {
            key.push_str("-again");
        }
        let mut group = Group::edge(line.layer, key, from, to);
        group.shapes.push(Shape::Line {
            points: line.points,
            stroke: line.stroke,
            heads: line.heads,
        });
        group.shapes.extend(line.on);
        self.add(group);
    }

    /// Wants a text beside a line, in a box just as large as the text. It is left out if a box, a line or
    /// another text turns out to be there.
    pub(super) fn label(&mut self, key: &str, layer: Layer, place: Place, text: &str) {
        let style = TextStyle::Small;
        let length = width(text, style);
        let (point, area) = match place {
            Place::From(p) => (p, Area::new(p.x, p.y - 11, length, 15)),
            Place::To(p) => (p, Area::new(p.x - length, p.y - 11, length, 15)),
            Place::Around(p) => (p, Area::new(p.x - length / 2 - 1, p.y - 11, length + 2, 15)),
            Place::Up(p) => (p, Area::new(p.x - 8, p.y - length / 2 - 1, 16, length + 2)),
        };
        let mut group = Group::boxed(Role::Label, key, area);
        group.layer = layer;
        group.shapes.push(Shape::Text(Text {
            at: point,
            text: text.to_owned(),
            full: None,
            style,
            anchor: match place {
                Place::From(_) => Anchor::Start,
                Place::To(_) => Anchor::End,
                Place::Around(_) | Place::Up(_) => Anchor::Middle,
            },
            turned: matches!(place, Place::Up(_)),
        }));
        self.labels.push(group);
    }

    /// Adds the marks of a box, from the right; returns where they begin.
    pub(super) fn marks(&mut self, key: &str, right: Point, marks: Marks) -> i32 {
        let mut x = right.x;
        let mut left = right.x;
        let mut shapes = Vec::new();
        for (severity, count) in [
            (Severity::Warning, marks.warnings),
            (Severity::Error, marks.errors),
        ] {
            if count > 0 {
                shapes.push(Shape::Mark(at(x - 11, right.y), severity, count));
                left = x - 22;
                x -= 25;
            }
        }
        if !shapes.is_empty() {
            let mut group = Group::edge(Layer::Findings, format!("findings-{key}"), key, key);
            group.role = Role::Mark;
            group.ends = None;
            group.parent = Some(key.to_owned());
            group.shapes = shapes;
            self.add(group);
        }
        left
    }

    /// Writes the labels that nothing is in the way of.
    fn write_labels(&mut self) {
        for label in std::mem::take(&mut self.labels) {
            let Some(area) = label.area else { continue };
            let boxed = self.groups.iter().any(|group| {
                group.role != Role::Vnet && group.area.is_some_and(|other| other.overlaps(area))
            });
            let crossed = self
                .shapes()
                .any(|shape| matches!(shape, Shape::Line { points, stroke, .. } if meets(points, *stroke, area)));
            if !boxed && !crossed {
                self.add(label);
            }
        }
    }

    /// The finished drawing: layers in the order of painting.
    pub(super) fn finish(mut self, content: &Content<'_>) -> Scene {
        self.write_labels();
        // Discs are painted after all lines of their layer, so that no line passes over a number.
        let mut discs = Group::edge(Layer::Flow, "flow-numbers", "", "");
        discs.role = Role::Mark;
        discs.ends = None;
        for group in &mut self.groups {
            if group.role == Role::Edge {
                let (on, under): (Vec<_>, Vec<_>) = group
                    .shapes
                    .drain(..)
                    .partition(|shape| matches!(shape, Shape::Disc(..)));
                group.shapes = under;
                discs.shapes.extend(on);
            }
        }
        if !discs.shapes.is_empty() {
            self.groups.push(discs);
        }
        self.groups.sort_by_key(|group| group.layer);
        Scene {
            width: self.frame.sheet,
            height: self.bottom + 20,
            title: format!("Network topology of {}", content.title),
            description: crate::diagram::outline::description(content),
            groups: self.groups,
        }
    }
}

/// Whether a line comes near an area; a bent peering is 8 units thick.
fn meets(points: &[Point], stroke: Stroke, area: Area) -> bool {
    let half = if stroke == Stroke::PipeEdge { 5 } else { 1 };
    points.windows(2).any(|pair| {
        let [a, b] = pair else { return false };
        Area::new(
            a.x.min(b.x) - half,
            a.y.min(b.y) - half,
            (a.x - b.x).abs() + 2 * half,
            (a.y - b.y).abs() + 2 * half,
        )
        .overlaps(area)
    })
}

/// A line to add.
pub(super) struct Line<'a> {
    pub(super) layer: Layer,
    pub(super) stroke: Stroke,
    /// The keys of the boxes that it joins.
    pub(super) ends: (&'a str, &'a str),
    pub(super) points: Vec<Point>,
    pub(super) heads: (bool, bool),
    /// What is drawn on it: discs, rings.
    pub(super) on: Vec<Shape>,
}

impl<'a> Line<'a> {
    /// A numbered line of the flow, with its disc.
    pub(super) fn flow(
        ends: (&'a str, &'a str),
        number: usize,
        disc: Point,
        points: Vec<Point>,
    ) -> Self {
        Self {
            layer: Layer::Flow,
            stroke: Stroke::Flow,
            ends,
            points,
            heads: (false, true),
            on: vec![Shape::Disc(disc, number)],
        }
    }

    /// A route.
    pub(super) fn route(ends: (&'a str, &'a str), points: Vec<Point>) -> Self {
        Self {
            layer: Layer::Routes,
            stroke: Stroke::Route,
            ends,
            points,
            heads: (false, true),
            on: Vec::new(),
        }
    }
}

/// Where a label stands, by its baseline.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// It begins here.
    From(Point),
    /// It ends here.
    To(Point),
    /// It is centred here.
    Around(Point),
    /// It is set upwards, centred here.
    Up(Point),
}

/// Writes a text into a group, shortened to the room that there is.
pub(super) fn write(group: &mut Group, point: Point, style: TextStyle, room: i32, text: &str) {
    push_text(group, point, style, room, text, Anchor::Start);
}

/// Writes a text that ends at a point.
pub(super) fn write_to(group: &mut Group, point: Point, style: TextStyle, room: i32, text: &str) {
    push_text(group, point, style, room, text, Anchor::End);
}

/// Writes a line that is part of a longer text; `full` is that text if the line was shortened.
pub(super) fn write_part(
    group: &mut Group,
    point: Point,
    style: TextStyle,
    text: &str,
    full: Option<&str>,
) {
    group.shapes.push(Shape::Text(Text {
        at: point,
        text: text.to_owned(),
        full: full.map(str::to_owned),
        style,
        anchor: Anchor::Start,
        turned: false,
    }));
}

fn push_text(
    group: &mut Group,
    point: Point,
    style: TextStyle,
    room: i32,
    text: &str,
    anchor: Anchor,
) {
    if text.is_empty() {
        return;
    }
    let short = shortened(text, style, room);
    group.shapes.push(Shape::Text(Text {
        at: point,
        full: (short != text).then(|| text.to_owned()),
        text: short.into_owned(),
        style,
        anchor,
        turned: false,
    }));
}

/// The outline of a box.
pub(super) fn outline(area: Area, radius: i32, paint: Paint, dashed: bool) -> Shape {
    Shape::Rect {
        area,
        radius,
        paint,
        dashed,
    }
}
