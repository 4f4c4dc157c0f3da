//! The display list: groups of shapes in the order in which they are painted.
//!
//! Integer units, origin at the top left, `y` downwards. A scene knows roles and states, never colours: two
//! painters (the page and the stand-alone file) decide what a role looks like.

use crate::domain::Subject;
use crate::rules::Severity;

use super::glyphs::Glyph;
use super::measure::TextStyle;

/// A point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Units from the left.
    pub x: i32,
    /// Units from the top.
    pub y: i32,
}

/// A point, briefly.
pub(super) fn at(x: i32, y: i32) -> Point {
    Point { x, y }
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Left edge.
    pub x: i32,
    /// Top edge.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

impl Area {
    /// A rectangle from its top left corner.
    pub fn new(x: i32, y: i32, width: i32, height: i32) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }

    /// Right edge.
    pub fn right(self) -> i32 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(self) -> i32 {
        self.y + self.height
    }

    /// Centre.
    pub fn centre(self) -> Point {
        at(self.x + self.width / 2, self.y + self.height / 2)
    }

    /// True if `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        other.x >= self.x
            && other.y >= self.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// True if the two share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }
}

/// What a person can switch on and off, in the order of painting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Networks, subnets, machines, services, key. Always shown.
    Boxes,
    /// Peerings. Always shown.
    Peerings,
    /// Where default routes lead.
    Routes,
    /// Which networks ask the private DNS zones.
    Dns,
    /// From private endpoints to their services.
    Links,
    /// How people and jobs get where they go, with numbered discs.
    Flow,
    /// Marks of errors and warnings.
    Findings,
}

impl Layer {
    /// All layers, first painted first.
    pub const ALL: [Self; 7] = [
        Self::Boxes,
        Self::Peerings,
        Self::Routes,
        Self::Dns,
        Self::Links,
        Self::Flow,
        Self::Findings,
    ];

    /// The layers that have a switch, in the order of the toolbar.
    pub const SWITCHED: [Self; 5] = [
        Self::Flow,
        Self::Links,
        Self::Dns,
        Self::Routes,
        Self::Findings,
    ];

    /// The word in markup.
    pub fn word(self) -> &'static str {
        match self {
            Self::Boxes => "boxes",
            Self::Peerings => "peerings",
            Self::Routes => "routes",
            Self::Dns => "dns",
            Self::Links => "links",
            Self::Flow => "flow",
            Self::Findings => "findings",
        }
    }

    /// The label of its switch.
    pub fn label(self) -> &'static str {
        match self {
            Self::Boxes => "Boxes",
            Self::Peerings => "Peerings",
            Self::Routes => "Routes",
            Self::Dns => "DNS",
            Self::Links => "Private links",
            Self::Flow => "Job flow",
            Self::Findings => "Findings",
        }
    }
}

/// What a group stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// A VNet, or a place that looks like one.
    Vnet,
    /// A subnet.
    Subnet,
    /// A thing in a subnet or in a service.
    Node,
    /// A service outside the VNets.
    Service,
    /// Something outside Azure, or the private DNS zones.
    Outside,
    /// Title, key, legend, title block.
    Note,
    /// Text beside a line.
    Label,
    /// A line from one box to another, with what is on it.
    Edge,
    /// A finding mark.
    Mark,
}

/// What a rectangle is filled and outlined with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// The paper.
    Sheet,
    /// A VNet.
    Vnet,
    /// A subnet, with the worst severity in it.
    Subnet(Option<Severity>),
    /// A thing in a subnet.
    Node,
    /// A service.
    Service,
    /// Something outside Azure, or a note.
    Outside,
    /// The track of a gauge.
    Track,
    /// The filled part of a gauge.
    Fill(Load),
    /// A peering.
    Tube,
}

/// How full a subnet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    /// Enough room.
    Room,
    /// Nearly full.
    Tight,
    /// More is needed than there is.
    Over,
}

/// What a line is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// A flow of people or jobs.
    Flow,
    /// A private link.
    Link,
    /// A route.
    Route,
    /// A DNS zone link.
    Dns,
    /// A connection to on-premises; optional parts.
    Dashed,
    /// The outer part of a bent peering.
    PipeEdge,
    /// The inner part of a bent peering.
    Pipe,
    /// A divider.
    Rule,
}

/// Which end of a text stays where it is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// One text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Where its baseline is anchored.
    pub at: Point,
    /// What is written.
    pub text: String,
    /// The whole text, when `text` is a shortened form of it.
    pub full: Option<String>,
    /// How it is set.
    pub style: TextStyle,
    /// Which end stays.
    pub anchor: Anchor,
    /// Set upwards, along a vertical line.
    pub turned: bool,
}

/// One shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A rectangle.
    Rect {
        /// Where.
        area: Area,
        /// Corner radius.
        radius: i32,
        /// What it looks like.
        paint: Paint,
        /// Outlined with dashes: something that is not planned here.
        dashed: bool,
    },
    /// A line along points, horizontal and vertical pieces only.
    Line {
        /// The points.
        points: Vec<Point>,
        /// What it looks like.
        stroke: Stroke,
        /// Arrow heads at its first and last point.
        heads: (bool, bool),
    },
    /// A ring: where a private link passes the edge of a network.
    Ring(Point),
    /// A numbered disc.
    Disc(Point, usize),
    /// A text.
    Text(Text),
    /// A glyph, by its top left corner and its size.
    Glyph(Glyph, Point, i32),
    /// The shield of an NSG, by its top left corner; true if an error is about it.
    Shield(Point, bool),
    /// An octagon (error) or triangle (warning) with a count, by its centre.
    Mark(Point, Severity, usize),
}

/// Shapes that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Unique in the scene.
    pub key: String,
    /// What it stands for.
    pub role: Role,
    /// Which switch shows it.
    pub layer: Layer,
    /// The key of the box around it, if it stands in one.
    pub parent: Option<String>,
    /// What it is about.
    pub subject: Option<Subject>,
    /// The box that its texts stay in; none for lines and marks.
    pub area: Option<Area>,
    /// The keys of the boxes that a line joins.
    pub ends: Option<(String, String)>,
    /// What is drawn, in this order.
    pub shapes: Vec<Shape>,
}

impl Group {
    /// A box.
    pub fn boxed(role: Role, key: impl Into<String>, area: Area) -> Self {
        Self {
            key: key.into(),
            role,
            layer: Layer::Boxes,
            parent: None,
            subject: None,
            area: Some(area),
            ends: None,
            shapes: Vec::new(),
        }
    }

    /// A line between two boxes.
    pub fn edge(layer: Layer, key: impl Into<String>, from: &str, to: &str) -> Self {
        Self {
            key: key.into(),
            role: Role::Edge,
            layer,
            parent: None,
            subject: None,
            area: None,
            ends: Some((from.to_owned(), to.to_owned())),
            shapes: Vec::new(),
        }
    }

    /// The same, inside another box.
    #[must_use]
    pub fn inside(mut self, parent: &str) -> Self {
        self.parent = Some(parent.to_owned());
        self
    }

    /// The same, about something in the plan.
    #[must_use]
    pub fn about(mut self, subject: impl Into<Subject>) -> Self {
        self.subject = Some(subject.into());
        self
    }
}

/// A whole drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// Width of the sheet.
    pub width: i32,
    /// Height of the sheet.
    pub height: i32,
    /// The name of the drawing, for assistive technology and file properties.
    pub title: String,
    /// What it shows, in a few sentences.
    pub description: String,
    /// The groups, ordered by layer.
    pub groups: Vec<Group>,
}

impl Scene {
    /// The group with this key.
    pub fn group(&self, key: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.key == key)
    }

    /// Every text of the drawing.
    pub fn texts(&self) -> impl Iterator<Item = (&Group, &Text)> {
        self.groups.iter().flat_map(|group| {
            group.shapes.iter().filter_map(move |shape| match shape {
                Shape::Text(text) => Some((group, text)),
                _ => None,
            })
        })
    }
}
