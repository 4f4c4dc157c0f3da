//! How people come in, in the wide layout: from the left, through the peerings, to the endpoints.

use super::board::{Board, Line, MAIN_MARGIN, PEOPLE_WIDTH, PEOPLE_X, SIDE_WIDTH, SIDE_X};
use super::core_lines::{Between, between, in_main, simplified, subnet_key};
use super::peerings::{self, INNER};
use super::side;
use crate::diagram::content::StepKind;
use crate::diagram::scene::{Layer, Point, Shape, Stroke, at};
use crate::domain::{Item, OnPremisesLink};

/// The right edge of the boxes of people.
const EDGE: i32 = PEOPLE_X + PEOPLE_WIDTH;
/// Above all VNets.
const OVER: i32 = 72;

pub(super) fn lines(board: &mut Board<'_>) {
    let content = board.content;
    for (index, step) in content.steps.iter().enumerate() {
        let number = index + 1;
        match &step.kind {
            StepKind::SignIn { bastion } => {
                arrive(board, "person", bastion, 188, |points, disc| {
                    Line::flow(("person", bastion), number, disc, points)
                });
            }
            StepKind::Session { bastion, host } => session(board, number, bastion, host),
            StepKind::Office => office(board, number),
            StepKind::Dial { gateway } => {
                arrive(board, "on-premises", gateway, 184, |points, disc| {
                    Line::flow(("on-premises", gateway), number, disc, points)
                });
            }
            StepKind::Enter { from, endpoint } => enter(board, number, from, endpoint),
            StepKind::Public => public(board, number),
            StepKind::Start { .. } | StepKind::Data { .. } => {}
        }
    }
    on_premises(board);
    side_egress(board);
    side_routes(board);
}

/// From a box at the left to a node, level or with one turn; over the top where VNets lie between.
fn arrive<'a>(
    board: &mut Board<'_>,
    from: &str,
    to: &str,
    turn: i32,
    line: impl FnOnce(Vec<Point>, Point) -> Line<'a>,
) {
    let (Some(start), Some(end)) = (board.area(from), board.area(to)) else {
        return;
    };
    let (y, to_y) = (start.centre().y, end.centre().y);
    let points = if side::crosses(board, to) {
        let over = OVER + (188 - turn);
        let down = SIDE_X + SIDE_WIDTH + 8 + (188 - turn);
        vec![
            at(EDGE, y),
            at(turn, y),
            at(turn, over),
            at(down, over),
            at(down, to_y),
            at(end.x - 2, to_y),
        ]
    } else {
        vec![
            at(EDGE, y),
            at(turn, y),
            at(turn, to_y),
            at(end.x - 2, to_y),
        ]
    };
    let disc = at(if y == to_y { 188 } else { EDGE + 10 }, y);
    let line = line(simplified(points), disc);
    board.line(line);
}

fn session(board: &mut Board<'_>, number: usize, bastion: &str, host: &str) {
    let (from_main, to_main) = (in_main(board, bastion), in_main(board, host));
    let content = board.content;
    let network = |key| {
        let subnet = content.subnet_of_node(key)?;
        content.network_of(subnet.id).map(|network| network.id)
    };
    if (from_main && to_main) || network(bastion) == network(host) {
        inside(board, number, bastion, host);
        return;
    }
    let (Some(a), Some(b)) = (board.area(bastion), board.area(host)) else {
        return;
    };
    // Along the inner edge of the side VNets, or between the columns.
    let lane = if from_main || to_main {
        SIDE_X + SIDE_WIDTH + 20
    } else {
        INNER
    };
    let start = if from_main { a.x } else { a.right() };
    let end = if to_main { b.x - 2 } else { b.right() + 2 };
    // The line by which people leave the host starts above this one.
    let arrives = b.centre().y + 7;
    let points = simplified(vec![
        at(start, a.centre().y),
        at(lane, a.centre().y),
        at(lane, arrives),
        at(end, arrives),
    ]);
    let disc = at(lane, i32::midpoint(a.centre().y, arrives));
    board.line(Line::flow((bastion, host), number, disc, points));
}

fn office(board: &mut Board<'_>, number: usize) {
    let (Some(person), Some(place)) = (board.area("person"), board.area("on-premises")) else {
        return;
    };
    let x = person.centre().x;
    let points = vec![at(x, person.bottom()), at(x, place.y - 2)];
    let disc = at(x, i32::midpoint(person.bottom(), place.y));
    board.line(Line::flow(("person", "on-premises"), number, disc, points));
}

/// From a host or gateway to the workspace's endpoint.
fn enter(board: &mut Board<'_>, number: usize, from: &str, endpoint: &str) {
    let (Some(start), Some(end)) = (board.area(from), board.area(endpoint)) else {
        return;
    };
    if in_main(board, from) {
        inside(board, number, from, endpoint);
        return;
    }
    let (y, to_y) = (start.centre().y, end.centre().y);
    let content = board.content;
    let tube = match content.path.as_slice() {
        [.., gate, door] => peerings::tube_between(board, *gate, *door),
        _ => None,
    };
    let level = tube.map_or(y, |tube| tube.centre().y);
    let turn = board.frame.main_x + MAIN_MARGIN - 24;
    let points = simplified(vec![
        at(start.right(), y),
        at(INNER, y),
        at(INNER, level),
        at(turn, level),
        at(turn, to_y),
        at(end.x - 2, to_y),
    ]);
    let disc = at(
        i32::midpoint(SIDE_X + SIDE_WIDTH, board.frame.main_x),
        level,
    );
    board.line(Line::flow((from, endpoint), number, disc, points));
}

/// Between the subnets of two nodes in one column.
pub(super) fn inside(board: &mut Board<'_>, number: usize, from: &str, to: &str) {
    let (Some(from), Some(to)) = (subnet_key(board, from), subnet_key(board, to)) else {
        return;
    };
    between(
        board,
        &Between {
            from: &from,
            to: &to,
            number,
            x: 106,
            both_ways: false,
            label: None,
        },
    );
}

/// Over everything to the workspace itself.
fn public(board: &mut Board<'_>, number: usize) {
    let key = Item::Workspace.key();
    let (Some(person), Some(workspace)) = (board.area("person"), board.area(&key)) else {
        return;
    };
    let first = board
        .area("services-caption")
        .is_some_and(|caption| caption.bottom() + 8 == workspace.y);
    let mut points = vec![
        at(EDGE, person.centre().y),
        at(188, person.centre().y),
        at(188, OVER),
    ];
    if first {
        let x = workspace.right() - 20;
        points.extend([at(x, OVER), at(x, workspace.y - 2)]);
    } else {
        // Other services stand above it: round their right.
        let (x, y) = (workspace.right() + 24, workspace.y + 12);
        points.extend([at(x, OVER), at(x, y), at(workspace.right() + 2, y)]);
    }
    let points = simplified(points);
    let disc = at(board.frame.services_x - 28, OVER);
    board.line(Line::flow(("person", &key), number, disc, points));
}

/// The connection to on-premises, where it is no step of the flow.
fn on_premises(board: &mut Board<'_>) {
    let joined = board.content.plan.on_premises.link != OnPremisesLink::None;
    if !joined
        || board
            .step(|kind| matches!(kind, StepKind::Dial { .. }))
            .is_some()
    {
        return;
    }
    let Some(gateway) = side::gateway_key(board) else {
        return;
    };
    arrive(board, "on-premises", &gateway, 184, |points, _| Line {
        layer: Layer::Peerings,
        stroke: Stroke::Dashed,
        ends: ("on-premises", &gateway),
        points,
        heads: (false, false),
        on: Vec::<Shape>::new(),
    });
}

/// From a firewall in a side VNet to the internet at the left.
fn side_egress(board: &mut Board<'_>) {
    let Some(key) = side::side_firewall(board) else {
        return;
    };
    let (Some(firewall), Some(internet)) = (board.area(&key), board.area("internet")) else {
        return;
    };
    if internet.x > firewall.x {
        return;
    }
    let points = simplified(vec![
        at(firewall.x, firewall.centre().y),
        at(180, firewall.centre().y),
        at(180, internet.centre().y),
        at(internet.right() + 2, internet.centre().y),
    ]);
    board.line(Line::route((&key, "internet"), points));
}

/// From other subnets of a side VNet to the firewall in it.
fn side_routes(board: &mut Board<'_>) {
    let Some(key) = side::side_firewall(board) else {
        return;
    };
    let Some(firewall) = board.area(&key) else {
        return;
    };
    let content = board.content;
    let lane = SIDE_X + 7;
    let hub = content.side.iter().find(|network| {
        network
            .subnets
            .iter()
            .any(|subnet| subnet.nodes.iter().any(|node| node.key == key))
    });
    for subnet in hub.into_iter().flat_map(|network| &network.subnets) {
        let Some(area) = board.area(&subnet.key).filter(|_| subnet.routed) else {
            continue;
        };
        let y = area.bottom() - 18;
        let points = vec![
            at(area.x, y),
            at(lane, y),
            at(lane, firewall.centre().y),
            at(firewall.x - 2, firewall.centre().y),
        ];
        board.line(Line::route((&subnet.key, &key), points));
    }
}
