//! The column of services: each box as high as the rows of its private endpoints need, each link straight.

use super::board::{Board, GAP, Line, SERVICE_WIDTH, outline, write};
use super::subnet::ROW_PITCH;
use crate::diagram::content::{BatchPill, Node, Service};
use crate::diagram::glyphs::Glyph;
use crate::diagram::measure::TextStyle;
use crate::diagram::scene::{Area, Group, Layer, Paint, Point, Role, Shape, Stroke, at};
use crate::diagram::tally::Marks;
use crate::domain::{Item, Word};

/// From the top of the column to its first box: room for the caption.
pub(super) const CAPTION: i32 = 44;
const BETWEEN: i32 = 8;
const BATCH_PITCH: i32 = 42;

/// The column while it grows downwards.
pub(super) struct Column {
    x: i32,
    /// The lower edge of the last box.
    pub(super) bottom: i32,
    /// The upper edge of the first box.
    first: Option<i32>,
    drawn: Vec<String>,
}

impl Column {
    pub(super) fn new(board: &Board<'_>, top: i32) -> Self {
        Self {
            x: board.frame.services_x,
            bottom: top + CAPTION - BETWEEN,
            first: None,
            drawn: Vec::new(),
        }
    }

    /// Writes what the column is, above its first box.
    pub(super) fn caption(&self, board: &mut Board<'_>) {
        let Some(top) = self.first else { return };
        let x = self.x;
        let area = Area::new(x, top - 38, SERVICE_WIDTH - 36, 30);
        let mut group = Group::boxed(Role::Note, "services-caption", area);
        let room = area.width;
        write(
            &mut group,
            at(x, top - 26),
            TextStyle::Strong,
            room,
            "Azure services",
        );
        let detail = if board.content.services.iter().any(|service| service.public) {
            "public access as marked"
        } else {
            "public access off"
        };
        write(&mut group, at(x, top - 11), TextStyle::Small, room, detail);
        board.add(group);
    }

    /// Places the services of these endpoints (rows of one subnet, in order) and returns the centre of each
    /// row, not above `first`.
    pub(super) fn align(&mut self, board: &mut Board<'_>, rows: &[&Node], first: i32) -> Vec<i32> {
        let mut centres = Vec::new();
        let mut next = first;
        for run in rows.chunk_by(|a, b| a.service == b.service) {
            let count = i32::try_from(run.len()).unwrap_or(i32::MAX);
            let service = run
                .first()
                .and_then(|row| row.service.as_deref())
                .and_then(|key| board.content.services.iter().find(|s| s.key == key));
            let start = match service {
                Some(service) => self.beside(board, service, run, next),
                None => next,
            };
            centres.extend((0..count).map(|index| start + index * ROW_PITCH));
            next = start + count * ROW_PITCH;
        }
        centres
    }

    /// Places one service beside its rows; returns the centre of the first row.
    fn beside(
        &mut self,
        board: &mut Board<'_>,
        service: &Service,
        run: &[&Node],
        next: i32,
    ) -> i32 {
        let count = i32::try_from(run.len()).unwrap_or(i32::MAX);
        let again = self.drawn.contains(&service.key);
        let height = if again {
            (16 + ROW_PITCH * count).max(40)
        } else {
            height(service, count)
        };
        let span = ROW_PITCH * (count - 1);
        // The workspace may reach up beside the head of the subnet; the others sit level with their rows.
        let offset = if service.batch.is_empty() || again {
            (height - span) / 2
        } else {
            height - span - 21
        };
        let top = (self.bottom + BETWEEN).max(next - offset);
        let key = if again {
            let copies = self.drawn.iter().filter(|key| **key == service.key).count();
            format!("{}-again-{copies}", service.key)
        } else {
            service.key.clone()
        };
        let area = Area::new(self.x, top, SERVICE_WIDTH, height);
        draw(board, service, &key, area, run, top + offset, again);
        self.bottom = area.bottom();
        self.first.get_or_insert(top);
        self.drawn.push(service.key.clone());
        top + offset
    }

    /// Places the services that no endpoint of the main VNets leads to.
    pub(super) fn rest(&mut self, board: &mut Board<'_>) {
        for service in &board.content.services {
            if self.drawn.contains(&service.key) {
                continue;
            }
            let height = height(service, 0);
            let area = Area::new(self.x, self.bottom + BETWEEN, SERVICE_WIDTH, height);
            draw(
                board,
                service,
                &service.key,
                area,
                &[],
                area.centre().y,
                false,
            );
            self.bottom = area.bottom();
            self.first.get_or_insert(area.y);
        }
    }

    /// Places a box of another kind near a height.
    pub(super) fn place(&mut self, wanted: i32, height: i32) -> Area {
        let top = (self.bottom + GAP).max(wanted - height / 2);
        self.bottom = top + height;
        Area::new(self.x, top, SERVICE_WIDTH, height)
    }
}

fn height(service: &Service, rows: i32) -> i32 {
    let batch = i32::try_from(service.batch.len()).unwrap_or_default();
    let text = if service.public { 54 } else { 40 };
    let content = if batch > 0 {
        text + 8 + BATCH_PITCH * batch
    } else {
        text
    };
    let labelled = if rows > 0 && is_storage(service) {
        56
    } else {
        0
    };
    content.max(ROW_PITCH * rows).max(labelled)
}

/// Storage lists the service of each row at its left edge.
fn is_storage(service: &Service) -> bool {
    service.glyph == Glyph::Storage
}

fn draw(
    board: &mut Board<'_>,
    service: &Service,
    key: &str,
    area: Area,
    run: &[&Node],
    first: i32,
    again: bool,
) {
    let mut group = Group::boxed(Role::Service, key, area).about(service.item.field(""));
    group.shapes.push(outline(area, 8, Paint::Service, again));
    let public = service.public && !again;
    let marks = if again {
        Marks::default()
    } else {
        service.marks
    };
    let corner = at(area.right() - 3, area.y + 17);
    if is_storage(service) && !run.is_empty() {
        let edge = board.marks(key, corner, marks);
        storage(
            board,
            &mut group,
            (service, public),
            (area, edge),
            run,
            first,
        );
    } else {
        let middle = service.batch.is_empty() || again;
        let block = if public { 53 } else { 38 };
        let y = if middle {
            area.y + (area.height - block) / 2
        } else {
            area.y
        };
        let edge = board.marks(key, at(corner.x, y + 17), marks);
        texts(
            &mut group,
            (service, public),
            at(area.x + 10, y),
            (area.right() - 8, edge),
        );
    }
    board.add(group);
    if !again {
        for (index, pill) in (0..).zip(&service.batch) {
            batch(board, pill, key, area, index, service.batch.len());
        }
    }
    for (index, row) in (0..).zip(run) {
        link(board, row, key, area.x, first + index * ROW_PITCH);
    }
}

/// Glyph, title, name and public access from `corner` on; the title ends where the marks begin.
fn texts(
    group: &mut Group,
    (service, public): (&Service, bool),
    corner: Point,
    (right, edge): (i32, i32),
) {
    let (glyph_x, y) = (corner.x, corner.y);
    let glyph = at(glyph_x, y + 9);
    group.shapes.push(Shape::Glyph(service.glyph, glyph, 20));
    let x = glyph_x + 28;
    write(
        group,
        at(x, y + 17),
        TextStyle::Strong,
        edge - 1 - x,
        service.title,
    );
    let name_end = if edge < right { edge - 1 } else { right };
    write(
        group,
        at(x, y + 32),
        TextStyle::Mono,
        name_end - x,
        &service.name,
    );
    if public {
        write(
            group,
            at(x, y + 46),
            TextStyle::Small,
            right - x,
            "public access on",
        );
    }
}

/// The services of the account at the left, its name at the right.
fn storage(
    board: &Board<'_>,
    group: &mut Group,
    (service, public): (&Service, bool),
    (area, edge): (Area, i32),
    run: &[&Node],
    first: i32,
) {
    let (x, y) = (area.x, area.y);
    for (index, row) in (0..).zip(run) {
        let word = storage_word(board, row);
        let baseline = first + 4 + index * ROW_PITCH;
        write(group, at(x + 10, baseline), TextStyle::Mono, 42, word);
    }
    group.shapes.push(Shape::Line {
        points: vec![at(x + 54, y + 8), at(x + 54, area.bottom() - 8)],
        stroke: Stroke::Rule,
        heads: (false, false),
    });
    let room = area.right() - 8 - (x + 64);
    let middle = area.centre().y;
    let with_glyph = area.height >= 78;
    let block = if public { 14 } else { 0 } + if with_glyph { 58 } else { 32 };
    let mut baseline = middle - block / 2 + 12;
    if with_glyph {
        let glyph = at(x + 64, middle - block / 2 - 2);
        group.shapes.push(Shape::Glyph(service.glyph, glyph, 20));
        baseline += 27;
    }
    // With a glyph over it, the title stands under the marks; without, beside them.
    let title_room = if with_glyph {
        room
    } else {
        room.min(edge - 1 - (x + 64))
    };
    let title = at(x + 64, baseline);
    write(group, title, TextStyle::Strong, title_room, service.title);
    write(
        group,
        at(x + 64, baseline + 16),
        TextStyle::Mono,
        room,
        &service.name,
    );
    if public {
        let note = at(x + 64, baseline + 31);
        write(group, note, TextStyle::Small, room, "public access on");
    }
}

fn storage_word(board: &Board<'_>, row: &Node) -> &'static str {
    let Item::PrivateEndpoint(id) = row.item else {
        return "";
    };
    board
        .content
        .plan
        .private_endpoint(id)
        .and_then(|endpoint| endpoint.kind.storage_service())
        .map_or("", Word::label)
}

fn batch(board: &mut Board<'_>, pill: &BatchPill, parent: &str, area: Area, index: i32, of: usize) {
    let below = i32::try_from(of).unwrap_or(1) - index;
    let place = Area::new(
        area.x + 10,
        area.bottom() - 4 - below * BATCH_PITCH,
        area.width - 20,
        BATCH_PITCH - 4,
    );
    let mut group = Group::boxed(Role::Node, &pill.key, place)
        .inside(parent)
        .about(pill.item.field(""));
    group.shapes.push(outline(place, 4, Paint::Node, false));
    group.shapes.push(Shape::Glyph(
        Glyph::Batch,
        at(place.x + 8, place.y + 11),
        16,
    ));
    let x = place.x + 32;
    let edge = board.marks(
        &pill.key,
        at(place.right() - 4, place.centre().y),
        pill.marks,
    );
    write(
        &mut group,
        at(x, place.y + 16),
        TextStyle::Strong,
        edge - 4 - x,
        "Batch endpoint",
    );
    write(
        &mut group,
        at(x, place.y + 31),
        TextStyle::Mono,
        edge - 4 - x,
        &pill.name,
    );
    board.add(group);
}

/// A straight private link, with a ring where it passes the edge of the VNet.
fn link(board: &mut Board<'_>, row: &Node, service: &str, service_x: i32, y: i32) {
    let vnet = board.frame.main_x + super::board::MAIN_WIDTH;
    let pill = board.frame.main_x + super::board::MAIN_MARGIN + super::board::MAIN_CONTENT - 8;
    board.line(Line {
        layer: Layer::Links,
        stroke: Stroke::Link,
        ends: (&row.key, service),
        points: vec![at(pill, y), at(service_x, y)],
        heads: (false, false),
        on: vec![Shape::Ring(at(vnet, y))],
    });
}
