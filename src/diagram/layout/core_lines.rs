//! Lines that both layouts draw in the same way: inside the main VNets and between them and their services.

use super::board::{Board, FLOW_GAP, Line, MAIN_MARGIN, Place};
use super::{core, peerings, side};
use crate::diagram::content::StepKind;
use crate::diagram::scene::{Area, Layer, Point, Stroke, at};
use crate::domain::{Item, VnetId};

pub(super) fn lines(board: &mut Board<'_>) {
    data(board);
    start(board);
    zones(board);
    egress(board);
    routes(board);
}

/// A line of the flow between two subnets of one column.
pub(super) struct Between<'a> {
    pub(super) from: &'a str,
    pub(super) to: &'a str,
    pub(super) number: usize,
    /// Where it stands between neighbours, from the left edge of the subnets.
    pub(super) x: i32,
    pub(super) both_ways: bool,
    /// What is said at its left.
    pub(super) label: Option<&'a str>,
}

/// Draws it, if both subnets are there: straight between neighbours, else round the left.
pub(super) fn between(board: &mut Board<'_>, line: &Between<'_>) {
    let (Some(from), Some(to)) = (board.area(line.from), board.area(line.to)) else {
        return;
    };
    let (upper, lower) = if from.y < to.y {
        (from, to)
    } else {
        (to, from)
    };
    let neighbours = from.x == to.x && lower.y - upper.bottom() <= FLOW_GAP;
    let (points, disc) = if neighbours {
        let x = from.x + line.x;
        let (start, end) = if from.y < to.y {
            (from.bottom() + 2, to.y - 2)
        } else {
            (from.y - 2, to.bottom() + 2)
        };
        let disc = at(x, i32::midpoint(start, end));
        (vec![at(x, start), at(x, end)], disc)
    } else {
        let outer = from.x - 28 + 5 * (i32::try_from(line.number).unwrap_or_default() % 3);
        let (y, to_y) = (from.y + 26, to.y + 32);
        let points = vec![
            at(from.x - 2, y),
            at(outer, y),
            at(outer, to_y),
            at(to.x - 2, to_y),
        ];
        (points, at(outer, i32::midpoint(y, to_y)))
    };
    let mut flow = Line::flow((line.from, line.to), line.number, disc, points);
    flow.heads.0 = line.both_ways;
    board.line(flow);
    if let Some(text) = line.label.filter(|_| neighbours) {
        let key = format!("flow-label-{}", line.number);
        let place = Place::To(at(disc.x - 18, disc.y + 4));
        board.label(&key, Layer::Flow, place, text);
    }
}

/// Between the computes of the job and the endpoints.
fn data(board: &mut Board<'_>) {
    let content = board.content;
    let Some((endpoints, cluster)) = content.steps.iter().find_map(|step| match &step.kind {
        StepKind::Data { endpoints, cluster } => Some((endpoints, cluster)),
        _ => None,
    }) else {
        return;
    };
    let number = board.step(|kind| matches!(kind, StepKind::Data { .. }));
    between(
        board,
        &Between {
            from: endpoints,
            to: cluster,
            number: number.unwrap_or_default(),
            x: 238,
            both_ways: true,
            label: Some("read and write data"),
        },
    );
}

/// From the workspace round the right of the services to Azure Batch, and on to the cluster.
fn start(board: &mut Board<'_>) {
    let content = board.content;
    let Some((from, cluster)) = content.steps.iter().find_map(|step| match &step.kind {
        StepKind::Start { from, cluster } => Some((from, cluster)),
        _ => None,
    }) else {
        return;
    };
    let (Some(origin), Some(batch), Some(card)) = (
        board.area(from),
        board.area("azure-batch"),
        board.area(cluster),
    ) else {
        return;
    };
    let lane = batch.right() + 16;
    let edge = batch.right();
    board.line(Line {
        on: Vec::new(),
        ..Line::flow(
            (from, "azure-batch"),
            0,
            at(0, 0),
            simplified(vec![
                at(origin.right(), origin.centre().y),
                at(lane, origin.centre().y),
                at(lane, batch.centre().y),
                at(edge + 2, batch.centre().y),
            ]),
        )
    });
    let number = board.step(|kind| matches!(kind, StepKind::Start { .. }));
    let turn = batch.x - 14;
    let disc = at(batch.x - 34, card.centre().y);
    let points = simplified(vec![
        at(batch.x, batch.centre().y),
        at(turn, batch.centre().y),
        at(turn, card.centre().y),
        at(card.right() + 2, card.centre().y),
    ]);
    let flow = Line::flow(
        ("azure-batch", cluster),
        number.unwrap_or_default(),
        disc,
        points,
    );
    board.line(flow);
}

/// From the DNS zones to a main VNet that asks them.
fn zones(board: &mut Board<'_>) {
    let content = board.content;
    let Some(zones) = board.area("dns") else {
        return;
    };
    let linked: Vec<(&str, Area)> = content
        .main
        .iter()
        .filter(|network| content.zone_links.contains(&network.id))
        .filter_map(|network| Some((network.key.as_str(), board.area(&network.key)?)))
        .collect();
    let y = zones.centre().y;
    let level = linked
        .iter()
        .find(|(_, vnet)| y > vnet.y + 10 && y < vnet.bottom() - 10);
    let Some((key, vnet)) = level.or(linked.last()) else {
        return;
    };
    let turn = zones.x - 24;
    let points = if level.is_some() {
        vec![at(zones.x, y), at(vnet.right(), y)]
    } else {
        let to = if y > vnet.y {
            vnet.bottom() - 20
        } else {
            vnet.y + 20
        };
        vec![
            at(zones.x, y),
            at(turn, y),
            at(turn, to),
            at(vnet.right(), to),
        ]
    };
    board.line(Line {
        layer: Layer::Dns,
        stroke: Stroke::Dns,
        ends: ("dns", key),
        points,
        heads: (false, false),
        on: Vec::new(),
    });
}

/// From a firewall in a main VNet to the internet beside it.
fn egress(board: &mut Board<'_>) {
    let Some(key) = core::firewall_key(board) else {
        return;
    };
    let (Some(firewall), Some(internet)) = (board.area(&key), board.area("internet")) else {
        return;
    };
    let turn = internet.x - 44;
    let points = simplified(vec![
        at(firewall.right(), firewall.centre().y),
        at(turn, firewall.centre().y),
        at(turn, internet.centre().y),
        at(internet.x - 2, internet.centre().y),
    ]);
    board.line(Line::route((&key, "internet"), points));
}

/// From the subnets with a default route along the left inner edge to the firewall.
fn routes(board: &mut Board<'_>) {
    let content = board.content;
    let lane = board.frame.main_x + MAIN_MARGIN - 12;
    let mut heights = Vec::new();
    for network in &content.main {
        for subnet in network.subnets.iter().filter(|subnet| subnet.routed) {
            let Some(area) = board.area(&subnet.key) else {
                continue;
            };
            let y = area.bottom() - 18;
            let start = vec![at(area.x, y), at(lane, y)];
            let Some((key, points)) = way_to_firewall(board, network.id, start, lane) else {
                continue;
            };
            heights.push(y);
            heights.extend(
                points
                    .iter()
                    .filter(|point| point.x == lane)
                    .map(|point| point.y),
            );
            board.line(Line::route((&subnet.key, &key), simplified(points)));
        }
    }
    let (Some(first), Some(last)) = (heights.iter().min(), heights.iter().max()) else {
        return;
    };
    let first = (*first).max(board.frame.top + 80);
    if last - first >= 110 {
        let middle = at(lane - 9, i32::midpoint(first, *last));
        board.label("route-label", Layer::Routes, Place::Up(middle), "0.0.0.0/0");
    }
}

/// Continues a route to the firewall that it leads to: in a main VNet, or through a peering.
fn way_to_firewall(
    board: &Board<'_>,
    vnet: VnetId,
    mut points: Vec<Point>,
    lane: i32,
) -> Option<(String, Vec<Point>)> {
    if let Some(key) = core::firewall_key(board) {
        let firewall = board.area(&key)?;
        points.push(at(lane, firewall.centre().y));
        points.push(at(firewall.x - 2, firewall.centre().y));
        return Some((key, points));
    }
    let key = side::side_firewall(board)?;
    let firewall = board.area(&key)?;
    let network = board.content.side.iter().find(|network| {
        network
            .subnets
            .iter()
            .any(|sub| sub.nodes.iter().any(|node| node.key == key))
    })?;
    let tube = peerings::tube_between(board, network.id, vnet)?;
    let hub = board.vnet(network.id)?;
    if tube.width > tube.height {
        // Side by side: through the lower half of the tube, then along the right inner edge of the hub.
        let (y, inner) = (tube.centre().y + 10, hub.right() - 7);
        points.push(at(lane, y));
        points.push(at(inner, y));
        points.push(at(inner, firewall.centre().y));
        points.push(at(firewall.right() + 2, firewall.centre().y));
    } else {
        // One above the other: up between the two, to the subnet of the firewall in the last row.
        let subnet = board.area(&board.content.subnet_of_node(&key)?.key)?;
        if subnet.bottom() + 20 < hub.bottom() {
            return None;
        }
        let y = tube.bottom() - 10;
        points.push(at(lane, y));
        points.push(at(subnet.centre().x + 24, y));
        points.push(at(subnet.centre().x + 24, subnet.bottom() + 2));
    }
    Some((key, points))
}

/// The same way without points that it passes straight.
pub(super) fn simplified(points: Vec<Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        if kept.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = kept.as_slice()
            && ((a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y))
        {
            kept.pop();
        }
        kept.push(point);
    }
    kept
}

/// Whether a node stands in a main VNet.
pub(super) fn in_main(board: &Board<'_>, key: &str) -> bool {
    board
        .content
        .main
        .iter()
        .flat_map(|network| &network.subnets)
        .any(|subnet| subnet.nodes.iter().any(|node| node.key == key))
}

/// The key of the subnet that holds a node.
pub(super) fn subnet_key(board: &Board<'_>, node: &str) -> Option<String> {
    board
        .content
        .subnet_of_node(node)
        .map(|subnet| Item::Subnet(subnet.id).key())
}
