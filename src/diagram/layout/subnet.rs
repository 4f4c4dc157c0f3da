//! One subnet with everything in it.

use super::board::{Board, GAP, outline, write, write_to};
use crate::diagram::content::{Node, NodeShape, Subnetwork, Usage};
use crate::diagram::measure::{TextStyle, first_fitting, width};
use crate::diagram::scene::{Area, Group, Layer, Load, Paint, Role, Shape, at};
use crate::domain::Item;

/// Height of a private endpoint's row, and from one row to the next.
const ROW: i32 = 22;
pub(super) const ROW_PITCH: i32 = 26;
const PILL: i32 = 26;
const PILL_PITCH: i32 = 33;
/// From the edge of a subnet to what is in it.
const INSET: i32 = 8;

/// Where everything in a box is.
pub(super) struct Arranged {
    nodes: Vec<(usize, Area)>,
    notes: Vec<(usize, i32)>,
    /// The lower edge of the box.
    pub(super) bottom: i32,
}

/// The centre of the first row of endpoints in a subnet whose box begins at `y`.
pub(super) fn first_row(subnet: &Subnetwork, y: i32) -> i32 {
    y + body(subnet) + 2 + ROW / 2
}

/// Centres of rows that need no alignment.
pub(super) fn even_rows(subnet: &Subnetwork, y: i32) -> Vec<i32> {
    let first = first_row(subnet, y);
    (0..)
        .map(|index| first + index * ROW_PITCH)
        .take(count_rows(&subnet.nodes))
        .collect()
}

/// How many of these nodes are rows.
fn count_rows(nodes: &[Node]) -> usize {
    nodes
        .iter()
        .filter(|node| node.shape == NodeShape::Row)
        .count()
}

/// Height of the head of a subnet, with or without a gauge.
fn body(subnet: &Subnetwork) -> i32 {
    match subnet.usage {
        Usage::Fixed(_) => 48,
        Usage::Unknown | Usage::Measured { .. } => 55,
    }
}

/// Finds a place for everything in a subnet whose upper left corner is given, rows at the given centres.
pub(super) fn arrange(
    subnet: &Subnetwork,
    area: (i32, i32, i32),
    rows: &[i32],
    flow_cluster: Option<&str>,
) -> Arranged {
    let (x, y, width) = area;
    let mut arranged = nodes_in(
        &subnet.nodes,
        (x, y + body(subnet), width),
        rows,
        flow_cluster,
    );
    for index in 0..subnet.notes.len() {
        arranged.notes.push((index, arranged.bottom + 16));
        arranged.bottom += 19;
    }
    arranged.bottom += if subnet.nodes.is_empty() && subnet.notes.is_empty() {
        3
    } else {
        INSET + 2
    };
    arranged
}

/// Finds a place for nodes from `y` on: rows, then pills, then cards.
pub(super) fn nodes_in(
    nodes: &[Node],
    (x, y, width): (i32, i32, i32),
    rows: &[i32],
    flow_cluster: Option<&str>,
) -> Arranged {
    let inner = width - 2 * INSET;
    let mut placed = Vec::new();
    let mut bottom = y;
    let shaped = |shape| {
        nodes
            .iter()
            .enumerate()
            .filter(move |(_, node)| node.shape == shape)
    };
    for ((index, _), centre) in shaped(NodeShape::Row).zip(rows) {
        let area = Area::new(x + INSET, centre - ROW / 2, inner, ROW);
        bottom = bottom.max(area.bottom());
        placed.push((index, area));
    }
    let mut next = if placed.is_empty() {
        bottom
    } else {
        bottom + INSET
    };
    for (index, _) in shaped(NodeShape::Pill) {
        let area = Area::new(x + INSET, next, inner, PILL);
        next += PILL_PITCH;
        bottom = area.bottom();
        placed.push((index, area));
    }
    let cards: Vec<(usize, &Node)> = ordered(shaped(NodeShape::Card).collect(), flow_cluster);
    for line in card_lines(&cards, inner) {
        let height = line
            .iter()
            .map(|(_, node)| card_height(node))
            .max()
            .unwrap_or_default();
        let columns = i32::try_from(line.len()).unwrap_or(1);
        let alone = cards.len() == 1 || is_broad(line.first()) || inner < 300;
        let card = if alone { inner } else { (inner - INSET) / 2 };
        for (column, (index, _)) in (0..columns).zip(line) {
            let card_x = x + INSET + column * (card + INSET);
            placed.push((*index, Area::new(card_x, next, card, height)));
        }
        bottom = next + height;
        next = bottom + INSET;
    }
    Arranged {
        nodes: placed,
        notes: Vec::new(),
        bottom,
    }
}

/// The cluster of the flow goes second, so that it stands at the right edge, where its line arrives.
fn ordered<'a>(
    mut cards: Vec<(usize, &'a Node)>,
    flow_cluster: Option<&str>,
) -> Vec<(usize, &'a Node)> {
    cards.sort_by_key(|card| is_broad(Some(card)));
    let found = cards
        .iter()
        .position(|(_, node)| Some(node.key.as_str()) == flow_cluster);
    if let Some(from) = found
        && cards.len() > 1
    {
        let card = cards.remove(from);
        cards.insert(1, card);
    }
    cards
}

/// AKS clusters take a whole line, because their pools are described in one line each.
fn is_broad(card: Option<&(usize, &Node)>) -> bool {
    card.is_some_and(|(_, node)| matches!(node.item, Item::Aks(_)))
}

/// Cards in lines of one or two.
fn card_lines<'c, 'a>(cards: &'c [(usize, &'a Node)], inner: i32) -> Vec<&'c [(usize, &'a Node)]> {
    let halves = cards
        .iter()
        .position(|card| is_broad(Some(card)))
        .unwrap_or(cards.len());
    let (half, broad) = cards.split_at(halves);
    half.chunks(if inner < 300 { 1 } else { 2 })
        .chain(broad.chunks(1))
        .collect()
}

fn card_height(node: &Node) -> i32 {
    30 + 14 * i32::try_from(node.lines.len()).unwrap_or_default()
}

/// Draws a subnet.
pub(super) fn draw(
    board: &mut Board<'_>,
    subnet: &Subnetwork,
    parent: &str,
    area: Area,
    arranged: &Arranged,
) {
    let mut group = Group::boxed(Role::Subnet, &subnet.key, area)
        .inside(parent)
        .about(Item::Subnet(subnet.id).field(""));
    let paint = Paint::Subnet(subnet.marks.worst());
    group.shapes.push(outline(area, 6, paint, false));
    let (x, y, right) = (area.x, area.y, area.right());
    let mut edge = board.marks(&subnet.key, at(right - 8, y + 16), subnet.marks);
    if let Some(alert) = subnet.shield {
        group
            .shapes
            .push(Shape::Shield(at(edge - 14, y + 8), alert));
        edge -= 22;
    }
    // The name matters more than the glyph.
    let mut name_x = x + 29;
    if width(&subnet.name, TextStyle::Name) <= edge - 4 - name_x {
        let corner = at(x + 8, y + 8);
        group.shapes.push(Shape::Glyph(subnet.glyph, corner, 15));
    } else {
        name_x = x + 8;
    }
    write(
        &mut group,
        at(name_x, y + 20),
        TextStyle::Name,
        edge - 4 - name_x,
        &subnet.name,
    );
    addresses(&mut group, subnet, area);
    for (index, baseline) in &arranged.notes {
        if let Some(note) = subnet.notes.get(*index) {
            let room = area.width - 20;
            write(
                &mut group,
                at(x + 8, *baseline),
                TextStyle::Small,
                room,
                note,
            );
        }
    }
    board.add(group);
    nodes(board, &subnet.nodes, &subnet.key, arranged);
}

/// The second line of a subnet and the gauge under it.
fn addresses(group: &mut Group, subnet: &Subnetwork, area: Area) {
    let (left, right, y) = (area.x + 8, area.right() - 8, area.y);
    let room = right - left;
    let prefix = width(&subnet.prefix, TextStyle::Mono).min(room);
    let beside = room - prefix - 8;
    let (usage, style) = match &subnet.usage {
        Usage::Unknown => ("", TextStyle::Small),
        Usage::Fixed(text) => (text.as_str(), TextStyle::Small),
        Usage::Measured { choices, load, .. } => {
            let style = match load {
                Load::Room => TextStyle::Small,
                Load::Tight | Load::Over => TextStyle::SmallAlert,
            };
            (first_fitting(choices, style, beside), style)
        }
    };
    write(
        group,
        at(left, y + 38),
        TextStyle::Mono,
        room,
        &subnet.prefix,
    );
    if width(usage, style) <= beside {
        write_to(group, at(right, y + 38), style, beside, usage);
    }
    if let Usage::Measured { percent, load, .. } = subnet.usage {
        let track = Area::new(left, y + 45, room, 5);
        let percent = i32::try_from(percent.min(100)).unwrap_or(100);
        let fill = Area::new(left, y + 45, (room * percent / 100).max(3), 5);
        group.shapes.push(outline(track, 2, Paint::Track, false));
        if percent > 0 {
            group
                .shapes
                .push(outline(fill, 2, Paint::Fill(load), false));
        }
    }
}

/// Draws nodes where they have been placed.
pub(super) fn nodes(board: &mut Board<'_>, nodes: &[Node], parent: &str, arranged: &Arranged) {
    for (index, area) in &arranged.nodes {
        let Some(node) = nodes.get(*index) else {
            continue;
        };
        let mut group = Group::boxed(Role::Node, &node.key, *area)
            .inside(parent)
            .about(node.item.field(""));
        group.shapes.push(outline(*area, 4, Paint::Node, false));
        let edge = small_mark(board, node, *area);
        match node.shape {
            NodeShape::Row | NodeShape::Pill => line_node(&mut group, node, *area, edge),
            NodeShape::Card => card_node(&mut group, node, *area, edge),
        }
        board.add(group);
    }
}

/// A mark without a number at the right end of a node; returns where the room for text ends.
fn small_mark(board: &mut Board<'_>, node: &Node, area: Area) -> i32 {
    let right = area.right() - 8;
    let Some(severity) = node.marks.worst() else {
        return right;
    };
    let y = match node.shape {
        NodeShape::Row | NodeShape::Pill => area.centre().y,
        NodeShape::Card => area.y + 15,
    };
    let mut mark = Group::edge(Layer::Findings, format!("findings-{}", node.key), "", "");
    mark.role = Role::Mark;
    mark.ends = None;
    mark.parent = Some(node.key.clone());
    mark.shapes.push(Shape::Mark(at(right - 7, y), severity, 0));
    board.add(mark);
    right - 19
}

fn line_node(group: &mut Group, node: &Node, area: Area, edge: i32) {
    let middle = area.centre().y;
    group
        .shapes
        .push(Shape::Glyph(node.glyph, at(area.x + 7, middle - 7), 15));
    let x = area.x + 29;
    let room = edge - x;
    let detail = node.lines.first().map_or("", String::as_str);
    let style =
        if detail.starts_with(|letter: char| letter.is_ascii_digit()) && detail.contains('.') {
            TextStyle::Mono
        } else {
            TextStyle::Small
        };
    let beside = width(detail, style);
    let name = width(&node.name, TextStyle::Strong);
    // The name matters more: a detail that does not fit beside it is left out.
    if detail.is_empty() || beside + GAP > room - name.min(room / 2) {
        write(
            group,
            at(x, middle + 4),
            TextStyle::Strong,
            room,
            &node.name,
        );
    } else {
        let left = room - beside - 8;
        write(
            group,
            at(x, middle + 4),
            TextStyle::Strong,
            left,
            &node.name,
        );
        write_to(group, at(edge, middle + 4), style, beside, detail);
    }
}

fn card_node(group: &mut Group, node: &Node, area: Area, edge: i32) {
    let x = area.x + 10;
    let name = at(x, area.y + 20);
    write(group, name, TextStyle::Strong, edge - x, &node.name);
    let corner = at(area.right() - 25, area.bottom() - 24);
    group.shapes.push(Shape::Glyph(node.glyph, corner, 16));
    let room = area.width - 42;
    let mut baseline = area.y + 37;
    for line in &node.lines {
        write(
            group,
            at(area.x + 10, baseline),
            TextStyle::Small,
            room,
            line,
        );
        baseline += 14;
    }
}
