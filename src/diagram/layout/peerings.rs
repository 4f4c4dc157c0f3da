//! Peerings: tubes between neighbours, bent pipes between VNets that are not.

use super::board::{Board, FLOW_GAP, Place, SIDE_WIDTH, SIDE_X, outline};
use super::side::OUTER;
use crate::diagram::content::{Content, Network, Peer, StepKind};
use crate::diagram::scene::{Area, Group, Layer, Paint, Point, Shape, Stroke, at};
use crate::domain::{Item, VnetId};

/// Between VNets that are not peered with each other.
const APART: i32 = 24;
/// The lane at the right inner edge of the side VNets of the wide layout.
pub(super) const INNER: i32 = SIDE_X + SIDE_WIDTH - 13;
/// Half the height of a tube that a line passes, and of one that none passes.
const WIDE: i32 = 18;
const SLIM: i32 = 11;

/// Space between two VNets in a column.
pub(super) fn gap(content: &Content<'_>, above: &Network, below: Option<&Network>) -> i32 {
    match below {
        Some(below) if peer(content, above.id, below.id).is_some() => FLOW_GAP,
        _ => APART,
    }
}

/// Space between two rows of the narrow layout: lines turn in it.
pub(super) fn row_gap(content: &Content<'_>, above: &Network, below: Option<&Network>) -> i32 {
    gap(content, above, below) + 16
}

pub(super) fn peer<'a>(content: &'a Content<'_>, a: VnetId, b: VnetId) -> Option<&'a Peer> {
    content
        .peers
        .iter()
        .find(|peer| peer.ends == (a, b) || peer.ends == (b, a))
}

/// Whether a line passes the peering of two VNets: people, or routes to a firewall on the other side.
fn passed(board: &Board<'_>, a: VnetId, b: VnetId) -> bool {
    let content = board.content;
    let entered = content
        .steps
        .iter()
        .any(|step| matches!(step.kind, StepKind::Enter { .. }))
        && content
            .path
            .windows(2)
            .any(|pair| pair == [a, b] || pair == [b, a]);
    let firewall = super::side::side_firewall(board)
        .and_then(|key| {
            content.side.iter().find(|network| {
                network
                    .subnets
                    .iter()
                    .any(|sub| sub.nodes.iter().any(|node| node.key == key))
            })
        })
        .map(|network| network.id);
    let routes = content
        .main
        .iter()
        .any(|network| [a, b].contains(&network.id) && network.subnets.iter().any(|s| s.routed));
    entered || (routes && firewall.is_some_and(|id| [a, b].contains(&id)))
}

/// Tubes and pipes of the wide layout.
pub(super) fn wide(board: &mut Board<'_>) {
    let content = board.content;
    let gap_x = SIDE_X + SIDE_WIDTH;
    let mut used: Vec<(i32, i32)> = Vec::new();
    let mut bent = 0;
    let mut looped = 0;
    let mut peers: Vec<Peer> = content.peers.clone();
    peers.sort_by_key(|peer| !passed(board, peer.ends.0, peer.ends.1));
    for peer in peers {
        let (Some(a), Some(b)) = (board.vnet(peer.ends.0), board.vnet(peer.ends.1)) else {
            continue;
        };
        let (left, right) = if a.x <= b.x { (a, b) } else { (b, a) };
        let flows = passed(board, peer.ends.0, peer.ends.1);
        if left.x == right.x {
            let (upper, lower) = if a.y < b.y { (a, b) } else { (b, a) };
            if lower.y - upper.bottom() <= FLOW_GAP {
                // A line of people runs along the right inner edge of the side VNets.
                let (x, half) = if flows && left.x == SIDE_X {
                    (INNER, 9)
                } else {
                    (upper.centre().x, WIDE)
                };
                upright(board, peer, (upper, lower), (x, half), Beside::Left);
            } else {
                around(board, peer, upper, lower, left.x - 8 - 9 * (looped % 3));
                looped += 1;
            }
            continue;
        }
        let half = if flows { WIDE } else { SLIM };
        let range = (
            left.y.max(right.y) + half + 6,
            left.bottom().min(right.bottom()) - half - 6,
        );
        let wanted = if flows {
            flow_level(board, left).unwrap_or(range.0)
        } else {
            i32::midpoint(range.0, range.1)
        };
        let margin = if flows { half + 34 } else { half + 8 };
        if let Some(y) = free_level(&used, range, wanted, margin) {
            used.push((y - margin, y + margin));
            level(
                board,
                peer,
                Area::new(gap_x, y - half, right.x - gap_x, 2 * half),
                flows,
            );
        } else {
            bend(board, peer, left, right, bent);
            bent += 1;
        }
    }
}

/// The height at which people leave a VNet of the side column.
fn flow_level(board: &Board<'_>, left: Area) -> Option<i32> {
    let step = board
        .content
        .steps
        .iter()
        .find_map(|step| match &step.kind {
            StepKind::Enter { from, endpoint } => Some((from, endpoint)),
            _ => None,
        })?;
    let from = board.area(step.0)?;
    let to = board.area(step.1)?;
    let in_this = left.contains(from);
    Some(if in_this {
        from.centre().y
    } else {
        to.centre().y
    })
}

/// The nearest height to `wanted` in a range where nothing else is.
fn free_level(used: &[(i32, i32)], range: (i32, i32), wanted: i32, margin: i32) -> Option<i32> {
    let free = |y: i32| {
        y >= range.0
            && y <= range.1
            && used
                .iter()
                .all(|band| y + margin <= band.0 || y - margin >= band.1)
    };
    let wanted = wanted.clamp(range.0.min(range.1), range.1.max(range.0));
    (0..=range.1.saturating_sub(range.0).max(0))
        .flat_map(|away| [wanted - away, wanted + away])
        .find(|y| free(*y))
}

/// Remembers a tube and draws it.
fn tube(board: &mut Board<'_>, peer: Peer, area: Area) {
    board.tubes.insert(peer.ends, area);
    let mut group = tube_group(peer);
    group.shapes.push(outline(area, 0, Paint::Tube, !peer.both));
    board.add(group);
}

fn tube_group(peer: Peer) -> Group {
    let (a, b) = (Item::Vnet(peer.ends.0).key(), Item::Vnet(peer.ends.1).key());
    Group::edge(Layer::Peerings, format!("peering-{a}-{b}"), &a, &b)
}

/// A tube from column to column.
fn level(board: &mut Board<'_>, peer: Peer, area: Area, flows: bool) {
    tube(board, peer, area);
    let key = format!("peering-label-{}-{}", peer.ends.0.0, peer.ends.1.0);
    let centre = area.centre();
    if flows {
        let above = at(centre.x, area.y - 9);
        board.label(&key, Layer::Peerings, Place::Around(above), "VNet peering");
        for (line, text) in (0..).zip(remark(peer)) {
            let below = at(centre.x, area.bottom() + 17 + 15 * line);
            let key = format!("{key}-{line}");
            board.label(&key, Layer::Peerings, Place::Around(below), text);
        }
    } else {
        let middle = at(centre.x, centre.y + 4);
        let text = if peer.both { "peering" } else { "one way" };
        board.label(&key, Layer::Peerings, Place::Around(middle), text);
    }
}

/// What is special about a peering, in short lines.
fn remark(peer: Peer) -> &'static [&'static str] {
    match (peer.both, peer.transit) {
        (false, _) => &["one way only"],
        (true, true) => &["gateway", "transit"],
        (true, false) => &[],
    }
}

/// A tube from one VNet down to the next.
fn upright(
    board: &mut Board<'_>,
    peer: Peer,
    (upper, lower): (Area, Area),
    (x, half): (i32, i32),
    beside: Beside,
) {
    let area = Area::new(x - half, upper.bottom(), 2 * half, lower.y - upper.bottom());
    tube(board, peer, area);
    let key = format!("peering-label-{}-{}", peer.ends.0.0, peer.ends.1.0);
    let y = area.centre().y + if peer.transit { -3 } else { 4 };
    let place = |down| match beside {
        Beside::Left => Place::To(at(area.x - 10, y + down)),
        Beside::Right => Place::From(at(area.right() + 10, y + down)),
    };
    let text = if peer.both {
        "VNet peering"
    } else {
        "peering, one way only"
    };
    board.label(&key, Layer::Peerings, place(0), text);
    if peer.both && peer.transit {
        let key = format!("{key}-transit");
        board.label(&key, Layer::Peerings, place(15), "gateway transit");
    }
}

/// On which side of a tube its label stands.
#[derive(Clone, Copy)]
enum Beside {
    Left,
    Right,
}

/// A pipe round the left of what lies between two VNets.
fn around(board: &mut Board<'_>, peer: Peer, upper: Area, lower: Area, lane: i32) {
    let (from, to) = (upper.bottom() - 14, lower.y + 28);
    pipe(
        board,
        peer,
        &[
            at(upper.x, from),
            at(lane, from),
            at(lane, to),
            at(lower.x, to),
        ],
    );
}

/// A pipe between columns where no straight tube fits. Lower ones nest outside.
fn bend(board: &mut Board<'_>, peer: Peer, left: Area, right: Area, index: i32) {
    let lane = left.right() + 16 + 12 * (index % 5);
    let (from, to) = if left.y > right.centre().y {
        (left.y + 30, right.bottom() - 14)
    } else {
        (left.bottom() - 14, right.y + 28)
    };
    pipe(
        board,
        peer,
        &[
            at(left.right(), from),
            at(lane, from),
            at(lane, to),
            at(right.x, to),
        ],
    );
}

fn pipe(board: &mut Board<'_>, peer: Peer, points: &[Point]) {
    let mut group = tube_group(peer);
    for stroke in [Stroke::PipeEdge, Stroke::Pipe] {
        group.shapes.push(Shape::Line {
            points: points.to_vec(),
            stroke,
            heads: (false, false),
        });
    }
    board.add(group);
}

/// Tubes and pipes of the narrow layout.
pub(super) fn narrow(board: &mut Board<'_>) {
    let content = board.content;
    let [outer, _] = OUTER;
    let enters = super::flows_narrow::enters_at(board);
    for peer in content.peers.clone() {
        let (Some(a), Some(b)) = (board.vnet(peer.ends.0), board.vnet(peer.ends.1)) else {
            continue;
        };
        let (upper, lower) = if a.y < b.y { (a, b) } else { (b, a) };
        if lower.y - upper.bottom() <= FLOW_GAP + 16 {
            let flows = passed(board, peer.ends.0, peer.ends.1);
            let x = enters
                .filter(|_| flows)
                .unwrap_or(lower.x.max(upper.x) + 90);
            upright(board, peer, (upper, lower), (x, WIDE), Beside::Right);
        } else {
            around(board, peer, upper, lower, outer - 9);
        }
    }
}

/// A line that passes the tube of two VNets, at the height or `x` of its middle.
pub(super) fn tube_between(board: &Board<'_>, a: VnetId, b: VnetId) -> Option<Area> {
    board
        .tubes
        .get(&(a, b))
        .or_else(|| board.tubes.get(&(b, a)))
        .copied()
}
