//! How people come in, in the narrow layout: from above, down through the rows, to the endpoints.

use super::board::{Board, FLOW_GAP, Line, MAIN_WIDTH};
use super::core_lines::{in_main, simplified, subnet_key};
use super::flows_wide::inside;
use super::header::HEAD;
use super::side::{COLUMN_WIDTH, COLUMNS, LANES, OUTER};
use super::{peerings, side};
use crate::diagram::content::{Entry, StepKind};
use crate::diagram::scene::{Area, Layer, Point, Stroke, at};
use crate::domain::{Item, OnPremisesLink};

/// Where a flow enters the first main VNet from above, if one does.
pub(super) fn enters_at(board: &Board<'_>) -> Option<i32> {
    let content = board.content;
    let [left, middle, _] = COLUMNS;
    if content.side.is_empty() {
        let signs_in = matches!(
            content.entry,
            Entry::Jump {
                bastion: Some(_),
                ..
            }
        );
        return signs_in.then_some(left + COLUMN_WIDTH / 2);
    }
    board.step(|kind| matches!(kind, StepKind::Enter { .. }))?;
    match content.path.len() {
        0 | 1 => None,
        2 => {
            let Entry::Jump { host_subnet, .. } = &content.entry else {
                return Some(middle + COLUMN_WIDTH / 2);
            };
            let x = board.area(&Item::Subnet(*host_subnet).key())?.centre().x;
            Some(x.min(middle + COLUMN_WIDTH / 2))
        }
        _ => {
            let [lane, _] = LANES;
            Some(lane)
        }
    }
}

pub(super) fn lines(board: &mut Board<'_>) {
    let content = board.content;
    for (index, step) in content.steps.iter().enumerate() {
        let number = index + 1;
        match &step.kind {
            StepKind::SignIn { bastion } => {
                if let Some((points, disc)) = descend(board, "person", bastion) {
                    board.line(Line::flow(("person", bastion), number, disc, points));
                }
            }
            StepKind::Session { bastion, host } => session(board, number, bastion, host),
            StepKind::Office => office(board, number),
            StepKind::Dial { gateway } => {
                if let Some((points, disc)) = descend(board, "on-premises", gateway) {
                    board.line(Line::flow(("on-premises", gateway), number, disc, points));
                }
            }
            StepKind::Enter { from, endpoint } => enter(board, number, from, endpoint),
            StepKind::Public => public(board, number),
            StepKind::Start { .. } | StepKind::Data { .. } => {}
        }
    }
    on_premises(board);
}

/// The lower edge of the row of people.
fn people_bottom(board: &Board<'_>) -> i32 {
    ["person", "on-premises"]
        .iter()
        .filter_map(|key| board.area(key))
        .map(Area::bottom)
        .max()
        .unwrap_or(board.frame.top)
}

/// From a box in the top row to the subnet of a node: straight down into the first row of the first VNet,
/// else round the outside.
fn descend(board: &Board<'_>, from: &str, node: &str) -> Option<(Vec<Point>, Point)> {
    let start = board.area(from)?;
    let end = board.area(&subnet_key(board, node)?)?;
    let turn = people_bottom(board) + if from == "person" { 23 } else { 33 };
    let x = start.centre().x;
    let top_row = people_bottom(board) + FLOW_GAP + HEAD;
    let disc = at(
        x,
        i32::midpoint(start.bottom(), turn).min(start.bottom() + 23),
    );
    // The head of a main VNet makes room for the line of a person only.
    if end.y <= top_row + 1 && (from == "person" || !in_main(board, node)) {
        // A main subnet is broad: the line goes straight down where it can.
        let to_x = if x > end.x + 10 && x < end.right() - 10 {
            x
        } else {
            end.centre().x
        };
        let points = vec![
            at(x, start.bottom()),
            at(x, turn),
            at(to_x, turn),
            at(to_x, end.y - 2),
        ];
        return Some((simplified(points), disc));
    }
    let [left, right] = OUTER;
    let y = end.y + 28;
    let from_left = end.x < 200 && (end.width > COLUMN_WIDTH || from == "person");
    let (lane, arrives) = if from_left {
        (left, end.x - 2)
    } else {
        (right, end.right() + 2)
    };
    let points = vec![
        at(x, start.bottom()),
        at(x, turn),
        at(lane, turn),
        at(lane, y),
        at(arrives, y),
    ];
    Some((simplified(points), disc))
}

fn session(board: &mut Board<'_>, number: usize, bastion: &str, host: &str) {
    let (Some(from), Some(to)) = (subnet_key(board, bastion), subnet_key(board, host)) else {
        return;
    };
    let (Some(a), Some(b)) = (board.area(&from), board.area(&to)) else {
        return;
    };
    if in_main(board, bastion) && in_main(board, host) {
        inside(board, number, bastion, host);
    } else if a.y == b.y {
        let y = board
            .area(host)
            .map_or(b.centre().y, |pill| pill.centre().y);
        let points = vec![at(a.right() + 2, y), at(b.x - 2, y)];
        let disc = at(i32::midpoint(a.right(), b.x), y);
        board.line(Line::flow((&from, &to), number, disc, points));
    } else {
        // Along the left edge of the sheet, and down between the VNets.
        let [lane, _] = OUTER;
        let above = board
            .content
            .subnet_of_node(host)
            .and_then(|subnet| board.content.network_of(subnet.id))
            .and_then(|network| board.area(&network.key))
            .map_or(b.y, |vnet| vnet.y);
        let x = b.centre().x - 20;
        let y = a.y + 28;
        if in_main(board, host) {
            let to_y = b.y + 26;
            let points = vec![at(a.x, y), at(lane, y), at(lane, to_y), at(b.x - 2, to_y)];
            let disc = at(lane, i32::midpoint(y, to_y));
            board.line(Line::flow((&from, &to), number, disc, points));
            return;
        }
        let points = vec![
            at(a.x, y),
            at(lane, y),
            at(lane, above - 14),
            at(x, above - 14),
            at(x, b.y - 2),
        ];
        let disc = at(i32::midpoint(lane, x), above - 14);
        board.line(Line::flow((&from, &to), number, disc, points));
    }
}

fn office(board: &mut Board<'_>, number: usize) {
    let (Some(person), Some(place)) = (board.area("person"), board.area("on-premises")) else {
        return;
    };
    let y = person.centre().y;
    let points = vec![at(person.right(), y), at(place.x - 2, y)];
    let disc = at(i32::midpoint(person.right(), place.x), y);
    board.line(Line::flow(("person", "on-premises"), number, disc, points));
}

/// From the subnet of a host or gateway down to the subnet of the workspace's endpoint.
fn enter(board: &mut Board<'_>, number: usize, node: &str, endpoint: &str) {
    let (Some(from), Some(to)) = (subnet_key(board, node), subnet_key(board, endpoint)) else {
        return;
    };
    if in_main(board, node) {
        inside(board, number, node, endpoint);
        return;
    }
    let (Some(a), Some(b), Some(x)) = (board.area(&from), board.area(&to), enters_at(board)) else {
        return;
    };
    let Some(vnet) = board
        .content
        .subnet_of_node(node)
        .and_then(|subnet| board.content.network_of(subnet.id))
        .and_then(|network| board.area(&network.key))
    else {
        return;
    };
    let turn = vnet.bottom() + 12;
    let mut points = if a.bottom() + 20 >= vnet.bottom() {
        vec![at(a.centre().x, a.bottom() + 2), at(a.centre().x, turn)]
    } else {
        // Not in the last row: down between the columns.
        let [first, second] = LANES;
        let [_, middle, _] = COLUMNS;
        let lane = if a.x >= middle { second } else { first };
        let y = a.y + 28;
        let edge = if lane < a.x { a.x } else { a.right() };
        vec![at(edge, y), at(lane, y), at(lane, turn)]
    };
    points.extend([at(x, turn), at(x, b.y - 2)]);
    let gate = match board.content.path.as_slice() {
        [.., gate, door] => peerings::tube_between(board, *gate, *door),
        _ => None,
    };
    let disc = at(x, gate.map_or(turn + 12, |tube| tube.centre().y + 4));
    board.line(Line::flow((&from, &to), number, disc, simplified(points)));
}

/// Round the right edge of the sheet to the workspace itself.
fn public(board: &mut Board<'_>, number: usize) {
    let key = Item::Workspace.key();
    let (Some(person), Some(workspace)) = (board.area("person"), board.area(&key)) else {
        return;
    };
    let turn = people_bottom(board) + 23;
    let x = person.centre().x;
    let [_, lane] = OUTER;
    let y = workspace.y + 12;
    let points = vec![
        at(x, person.bottom()),
        at(x, turn),
        at(lane, turn),
        at(lane, y),
        at(workspace.right() + 2, y),
    ];
    let disc = at(board.frame.main_x + MAIN_WIDTH + 28, turn);
    board.line(Line::flow(("person", &key), number, disc, points));
}

/// The connection to on-premises, where it is no step of the flow.
fn on_premises(board: &mut Board<'_>) {
    let joined = board.content.plan.on_premises.link != OnPremisesLink::None;
    let dialled = board.step(|kind| matches!(kind, StepKind::Dial { .. }));
    let Some(gateway) = side::gateway_key(board).filter(|_| joined && dialled.is_none()) else {
        return;
    };
    if let Some((points, _)) = descend(board, "on-premises", &gateway) {
        board.line(Line {
            layer: Layer::Peerings,
            stroke: Stroke::Dashed,
            ends: ("on-premises", &gateway),
            points,
            heads: (false, false),
            on: Vec::new(),
        });
    }
}
