//! The core of both layouts: the main VNets one under the other, their services beside them.

use super::board::{Board, FLOW_GAP, GAP, MAIN_CONTENT, MAIN_MARGIN, MAIN_WIDTH, outline, write};
use super::services::Column;
use super::{header, subnet};
use crate::diagram::content::{
    Entry, Loose, Network, Node, NodeShape, Place, StepKind, Subnetwork,
};
use crate::diagram::glyphs::Glyph;
use crate::diagram::measure::TextStyle;
use crate::diagram::scene::{Area, Group, Paint, Role, Shape, at};
use crate::domain::{Item, SubnetPurpose};

/// Lays out the core from `top` on; a flow may enter the first VNet from above at `enters_at`. Returns the
/// lower edge.
pub(super) fn core(board: &mut Board<'_>, top: i32, enters_at: Option<i32>) -> i32 {
    let content = board.content;
    let mut column = Column::new(board, top);
    let mut y = top;
    for (index, network) in content.main.iter().enumerate() {
        let from_above = enters_at.filter(|_| index == 0);
        let bottom = vnet(board, network, &mut column, y, from_above);
        let next = content.main.get(index + 1);
        y = bottom + super::peerings::gap(content, network, next);
    }
    for loose in &content.loose {
        y = outside(board, loose, y) + GAP;
    }
    column.rest(board);
    column.caption(board);
    others(board, &mut column);
    column.bottom.max(y)
}

/// Subnets in the order of the flow: Bastion, jump host, endpoints, the cluster of the job, then the plan's
/// order, appliances last.
fn ordered<'a>(board: &Board<'_>, network: &'a Network) -> Vec<&'a Subnetwork> {
    let content = board.content;
    let mut first: Vec<String> = Vec::new();
    if let Entry::Jump {
        host_subnet,
        bastion,
        ..
    } = &content.entry
        && content.network_of(*host_subnet).map(|n| n.id) == Some(network.id)
    {
        first.extend(bastion.iter().map(|(_, id)| Item::Subnet(*id).key()));
        first.push(Item::Subnet(*host_subnet).key());
    }
    for step in &content.steps {
        match &step.kind {
            StepKind::Enter { endpoint, .. } => first.extend(
                content
                    .subnet_of_node(endpoint)
                    .map(|subnet| subnet.key.clone()),
            ),
            StepKind::Data { endpoints, cluster } => {
                first.extend([endpoints.clone(), cluster.clone()]);
            }
            _ => {}
        }
    }
    let mut subnets: Vec<&Subnetwork> = network.subnets.iter().collect();
    subnets.sort_by_key(|subnet| {
        first
            .iter()
            .position(|key| *key == subnet.key)
            .unwrap_or_else(|| first.len() + rank(board, subnet))
    });
    subnets
}

fn rank(board: &Board<'_>, subnet: &Subnetwork) -> usize {
    if subnet.nodes.iter().any(|node| node.shape == NodeShape::Row) {
        return 0;
    }
    match board
        .content
        .plan
        .subnet(subnet.id)
        .map(|subnet| subnet.purpose)
    {
        Some(SubnetPurpose::Gateway | SubnetPurpose::RouteServer) => 2,
        Some(SubnetPurpose::Firewall) => 3,
        Some(SubnetPurpose::FirewallManagement) => 4,
        _ => 1,
    }
}

/// Space between two subnets: more where a line of the flow passes.
fn gap(board: &Board<'_>, above: &Subnetwork, below: &Subnetwork) -> i32 {
    let content = board.content;
    let holds = |subnet: &Subnetwork, key: &str| subnet.nodes.iter().any(|node| node.key == key);
    let flows = content.steps.iter().any(|step| match &step.kind {
        StepKind::Session {
            bastion: a,
            host: b,
        }
        | StepKind::Enter {
            from: a,
            endpoint: b,
        } => holds(above, a) && holds(below, b),
        StepKind::Data { endpoints, cluster } => {
            let pair = [&above.key, &below.key];
            pair == [endpoints, cluster] || pair == [cluster, endpoints]
        }
        _ => false,
    });
    if flows { FLOW_GAP } else { GAP }
}

/// Draws a main VNet; returns its lower edge.
fn vnet(
    board: &mut Board<'_>,
    network: &Network,
    column: &mut Column,
    top: i32,
    enters_at: Option<i32>,
) -> i32 {
    let x = board.frame.main_x;
    let flow_cluster = board
        .content
        .steps
        .iter()
        .find_map(|step| match &step.kind {
            StepKind::Start { cluster, .. } => Some(cluster.clone()),
            _ => None,
        });
    let subnets = ordered(board, network);
    let mut y = top + header::HEAD;
    let mut placed = Vec::new();
    for (index, sub) in subnets.iter().enumerate() {
        if let Some(above) = index.checked_sub(1).and_then(|above| subnets.get(above)) {
            y += gap(board, above, sub);
        }
        let rows: Vec<&Node> = sub
            .nodes
            .iter()
            .filter(|node| node.shape == NodeShape::Row)
            .collect();
        let centres = column.align(board, &rows, subnet::first_row(sub, y));
        let corner = (x + MAIN_MARGIN, y, MAIN_CONTENT);
        let arranged = subnet::arrange(sub, corner, &centres, flow_cluster.as_deref());
        let area = Area::new(corner.0, y, MAIN_CONTENT, arranged.bottom - y);
        y = area.bottom();
        placed.push((*sub, area, arranged));
    }
    let area = Area::new(x, top, MAIN_WIDTH, y + GAP - top);
    // A route that goes up to a firewall in the row above passes the left edge of the head.
    let upwards = enters_at.is_some()
        && firewall_key(board).is_none()
        && network.subnets.iter().any(|subnet| subnet.routed);
    let left = x + if upwards { MAIN_MARGIN } else { 12 };
    let clear = match enters_at {
        Some(line) if line < x + MAIN_WIDTH / 2 => (line + 10, area.right() - 12),
        Some(line) => (left, line - 10),
        None => (left, area.right() - 12),
    };
    header::vnet(board, network, area, clear);
    for (sub, place, arranged) in placed {
        subnet::draw(board, sub, &network.key, place, &arranged);
    }
    area.bottom()
}

/// Draws what stands in no subnet; returns its lower edge.
fn outside(board: &mut Board<'_>, loose: &Loose, top: i32) -> i32 {
    let x = board.frame.main_x;
    let rows: Vec<i32> = (0..)
        .map(|index| top + 67 + index * subnet::ROW_PITCH)
        .take(loose.nodes.len())
        .collect();
    let corner = (x + 6, top + header::HEAD, MAIN_WIDTH - 12);
    let arranged = subnet::nodes_in(&loose.nodes, corner, &rows, None);
    let area = Area::new(x, top, MAIN_WIDTH, arranged.bottom + GAP - top);
    let mut group = Group::boxed(Role::Vnet, loose.key, area);
    group.shapes.push(outline(area, 8, Paint::Outside, true));
    let room = MAIN_WIDTH - 24;
    write(
        &mut group,
        at(x + 12, top + 25),
        TextStyle::Name,
        room,
        loose.name,
    );
    write(
        &mut group,
        at(x + 12, top + 42),
        TextStyle::Small,
        room,
        loose.detail,
    );
    board.add(group);
    subnet::nodes(board, &loose.nodes, loose.key, &arranged);
    area.bottom()
}

/// Azure Batch, DNS zones and the internet, each near what it is joined to.
fn others(board: &mut Board<'_>, column: &mut Column) {
    let content = board.content;
    let cluster = content.steps.iter().find_map(|step| match &step.kind {
        StepKind::Start { cluster, .. } => board.area(cluster),
        _ => None,
    });
    if let Some(cluster) = cluster {
        let area = column.place(cluster.centre().y, 50);
        let mut group = Group::boxed(Role::Service, "azure-batch", area);
        group.shapes.push(outline(area, 8, Paint::Service, false));
        group
            .shapes
            .push(Shape::Glyph(Glyph::Batch, at(area.x + 10, area.y + 15), 20));
        let room = area.width - 48;
        let x = area.x + 38;
        write(
            &mut group,
            at(x, area.y + 21),
            TextStyle::Strong,
            room,
            "Azure Batch service",
        );
        write(
            &mut group,
            at(x, area.y + 38),
            TextStyle::Small,
            room,
            "starts nodes",
        );
        board.add(group);
    }
    if let Some(zones) = &content.zones {
        let area = column.place(0, place_height(zones));
        place(board, zones, area);
    }
    if let Some(internet) = &content.internet
        && let Some(firewall) = firewall(board).filter(|area| area.x >= board.frame.main_x)
    {
        let area = column.place(firewall.centre().y, place_height(internet));
        place(board, internet, area);
    }
}

/// The first firewall of the plan that stands in a main VNet, or anywhere if there is none.
pub(super) fn firewall(board: &Board<'_>) -> Option<Area> {
    firewall_key(board).and_then(|key| board.area(&key))
}

/// Its key, if it stands in a subnet of a main VNet.
pub(super) fn firewall_key(board: &Board<'_>) -> Option<String> {
    let content = board.content;
    content
        .main
        .iter()
        .flat_map(|network| &network.subnets)
        .flat_map(|subnet| &subnet.nodes)
        .find(|node| matches!(node.item, Item::Firewall(_)))
        .map(|node| node.key.clone())
}

/// Height of a box with a title, a detail and lines.
pub(super) fn place_height(place: &Place) -> i32 {
    46 + 15 * i32::try_from(place.lines.len()).unwrap_or_default()
        + if place.lines.is_empty() { 0 } else { 8 }
}

/// Draws such a box.
pub(super) fn place(board: &mut Board<'_>, place: &Place, area: Area) {
    let mut group = Group::boxed(Role::Outside, place.key, area);
    group.subject = place.item.map(|item| item.field(""));
    group
        .shapes
        .push(outline(area, 8, Paint::Outside, place.dashed));
    let glyph = at(area.x + 10, area.y + 12);
    group.shapes.push(Shape::Glyph(place.glyph, glyph, 20));
    let x = area.x + 36;
    let corner = at(area.right() - 3, area.y + 17);
    let edge = board.marks(place.key, corner, place.marks);
    write(
        &mut group,
        at(x, area.y + 19),
        TextStyle::Strong,
        edge - 1 - x,
        place.title,
    );
    let room = area.right() - 8 - x;
    write(
        &mut group,
        at(x, area.y + 35),
        TextStyle::Small,
        room,
        place.short.as_ref().unwrap_or(&place.detail),
    );
    let mut baseline = area.y + 57;
    for line in &place.lines {
        let room = area.width - 22;
        write(
            &mut group,
            at(area.x + 12, baseline),
            TextStyle::Mono,
            room,
            place.short_line(line),
        );
        baseline += 15;
    }
    board.add(group);
}
