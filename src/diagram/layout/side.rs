//! Everything before the core: people, on-premises and the VNets without endpoints or computes.
//!
//! In the wide layout they stand in two columns; in the narrow one in rows, with subnets in up to three
//! columns.

use super::board::{
    Board, FLOW_GAP, GAP, PEOPLE_WIDTH, PEOPLE_X, SIDE_CONTENT, SIDE_WIDTH, SIDE_X, outline, write,
};
use super::subnet::Arranged;
use super::{core, header, peerings, subnet};
use crate::diagram::content::{Entry, Network, Place, StepKind, Subnetwork};
use crate::diagram::glyphs::Glyph;
use crate::diagram::measure::TextStyle;
use crate::diagram::scene::{Area, Group, Paint, Role, Shape, at};
use crate::domain::{Item, SubnetPurpose};

/// The narrow layout's VNets: edges, columns of subnets, spaces between the columns.
pub(super) const ROW_X: i32 = 22;
pub(super) const ROW_WIDTH: i32 = 636;
pub(super) const COLUMN_WIDTH: i32 = 180;
pub(super) const COLUMNS: [i32; 3] = [32, 250, 468];
pub(super) const LANES: [i32; 2] = [231, 449];
/// Outside the VNets of the narrow layout, left and right.
pub(super) const OUTER: [i32; 2] = [14, 669];

/// The subnets that lines of the flow lead to.
struct Stops {
    bastion: Option<String>,
    host: Option<String>,
}

fn stops(board: &Board<'_>) -> Stops {
    match &board.content.entry {
        Entry::Jump {
            host_subnet,
            bastion,
            ..
        } => Stops {
            bastion: bastion.as_ref().map(|(_, id)| Item::Subnet(*id).key()),
            host: Some(Item::Subnet(*host_subnet).key()),
        },
        _ => Stops {
            bastion: None,
            host: None,
        },
    }
}

fn purpose(board: &Board<'_>, subnet: &Subnetwork) -> Option<SubnetPurpose> {
    let subnet = board.content.plan.subnet(subnet.id)?;
    Some(subnet.purpose)
}

/// Wide: the other VNets in a column. Returns the lower edge.
pub(super) fn column(board: &mut Board<'_>, top: i32) -> i32 {
    let content = board.content;
    let stops = stops(board);
    let mut y = top;
    for (index, network) in content.side.iter().enumerate() {
        if let Some(above) = index.checked_sub(1).and_then(|i| content.side.get(i)) {
            y += peerings::gap(content, above, Some(network));
        }
        let mut subnets: Vec<&Subnetwork> = network.subnets.iter().collect();
        subnets.sort_by_key(|subnet| {
            let key = Some(&subnet.key);
            match purpose(board, subnet) {
                _ if key == stops.host.as_ref() => 0,
                _ if key == stops.bastion.as_ref() => 1,
                Some(SubnetPurpose::Gateway) => 3,
                _ => 2,
            }
        });
        let vnet_top = y;
        y += header::HEAD;
        let mut placed = Vec::new();
        let mut above: Option<&Subnetwork> = None;
        for sub in subnets {
            if let Some(above) = above {
                let session = Some(&above.key) == stops.host.as_ref()
                    && Some(&sub.key) == stops.bastion.as_ref();
                y += if session { FLOW_GAP } else { GAP };
            }
            above = Some(sub);
            let corner = (SIDE_X + GAP, y, SIDE_CONTENT);
            let arranged = subnet::arrange(sub, corner, &subnet::even_rows(sub, y), None);
            let area = Area::new(corner.0, y, SIDE_CONTENT, arranged.bottom - y);
            y = area.bottom();
            placed.push((sub, area, arranged));
        }
        y += GAP;
        let area = Area::new(SIDE_X, vnet_top, SIDE_WIDTH, y - vnet_top);
        header::vnet(board, network, area, (SIDE_X + 12, area.right() - 20));
        draw_all(board, network, placed);
    }
    y
}

fn draw_all(board: &mut Board<'_>, network: &Network, placed: Vec<(&Subnetwork, Area, Arranged)>) {
    for (sub, area, arranged) in placed {
        subnet::draw(board, sub, &network.key, area, &arranged);
    }
}

/// Wide: people and places to the left, each level with where its line goes.
pub(super) fn people_beside(board: &mut Board<'_>) {
    let content = board.content;
    let top = board.frame.top;
    let level = |board: &Board<'_>, key: &str| board.area(key).map(|area| area.centre().y);
    let mut boxes: Vec<(i32, i32, Option<&Place>)> = Vec::new();
    let mut person_at = top + 29;
    if let Entry::Jump {
        bastion: Some((bastion, _)),
        ..
    } = &content.entry
        && !crosses(board, bastion)
    {
        person_at = level(board, bastion).unwrap_or(person_at);
    }
    if let Some(place) = &content.on_premises {
        let gateway = gateway_key(board).filter(|key| !crosses(board, key));
        let wanted = gateway.and_then(|key| level(board, &key));
        let height = core::place_height(place);
        let after = person_at + 29 + FLOW_GAP + height / 2;
        boxes.push((wanted.unwrap_or(after), height, Some(place)));
        if matches!(content.entry, Entry::OnPremises { .. }) {
            let office = wanted.unwrap_or(after) - height / 2 - FLOW_GAP - 29;
            person_at = office.max(top + 29);
        }
    }
    if let Some(place) = &content.internet
        && core::firewall_key(board).is_none()
        && let Some(wanted) = side_firewall(board).and_then(|key| level(board, &key))
    {
        boxes.push((wanted, core::place_height(place), Some(place)));
    }
    boxes.push((person_at, PERSON, None));
    // Where people work on-premises, nothing stands between the two.
    let office = matches!(content.entry, Entry::OnPremises { .. });
    let together = boxes
        .iter()
        .find(|(_, _, place)| place.is_some_and(|place| place.key == "on-premises"))
        .map(|(wanted, _, _)| *wanted)
        .filter(|_| office);
    boxes.sort_by_key(|(wanted, _, place)| match place {
        None => (together.unwrap_or(*wanted), 0),
        Some(place) => (*wanted, if place.key == "on-premises" { 1 } else { 2 }),
    });
    let mut free = top;
    for (wanted, height, place) in boxes {
        let y = free.max(wanted - height / 2);
        let area = Area::new(PEOPLE_X, y, PEOPLE_WIDTH, height);
        match place {
            Some(place) => core::place(board, place, area),
            None => person(board, area),
        }
        let apart = place.is_none() && office;
        free = area.bottom() + if apart { FLOW_GAP } else { GAP };
    }
}

const PERSON: i32 = 58;

fn person(board: &mut Board<'_>, area: Area) {
    let mut group = Group::boxed(Role::Outside, "person", area);
    group.shapes.push(outline(area, 8, Paint::Outside, false));
    group.shapes.push(Shape::Glyph(
        Glyph::Person,
        at(area.x + 10, area.y + 19),
        20,
    ));
    let (x, room) = (area.x + 38, area.width - 46);
    write(
        &mut group,
        at(x, area.y + 25),
        TextStyle::Strong,
        room,
        "ML engineer",
    );
    let how = match &board.content.entry {
        Entry::Jump {
            bastion: Some(_), ..
        } => "browser, HTTPS",
        Entry::Jump { .. } => "at the jump host",
        Entry::OnPremises { .. } => "in the office",
        Entry::Public => "public endpoint",
        Entry::Nowhere => "no way in yet",
    };
    write(&mut group, at(x, area.y + 42), TextStyle::Small, room, how);
    board.add(group);
}

/// Whether a line from the people to this node has to pass the side column.
pub(super) fn crosses(board: &Board<'_>, key: &str) -> bool {
    !board.content.side.is_empty()
        && board
            .area(key)
            .is_some_and(|area| area.x >= board.frame.main_x)
}

/// The gateway that joins on-premises.
pub(super) fn gateway_key(board: &Board<'_>) -> Option<String> {
    if let Entry::OnPremises { gateway, .. } = &board.content.entry {
        return Some(gateway.clone());
    }
    board
        .content
        .networks()
        .flat_map(|network| &network.subnets)
        .flat_map(|subnet| &subnet.nodes)
        .find(|node| matches!(node.item, Item::Gateway(_)))
        .map(|node| node.key.clone())
}

/// The first firewall that stands in a side VNet.
pub(super) fn side_firewall(board: &Board<'_>) -> Option<String> {
    board
        .content
        .side
        .iter()
        .flat_map(|network| &network.subnets)
        .flat_map(|subnet| &subnet.nodes)
        .find(|node| matches!(node.item, Item::Firewall(_)))
        .map(|node| node.key.clone())
}

/// Narrow: people and on-premises in a row. Returns where the next row begins.
pub(super) fn people_above(board: &mut Board<'_>) -> i32 {
    let content = board.content;
    let [left, _, right] = COLUMNS;
    let y = board.frame.top;
    person(board, Area::new(left, y, COLUMN_WIDTH, PERSON));
    let mut bottom = y + PERSON;
    if let Some(place) = &content.on_premises {
        // Over the column of the gateway, if that is free.
        let column = content
            .side
            .last()
            .and_then(|network| {
                let first = row_order(board, network).into_iter().next()?;
                first
                    .iter()
                    .position(|sub| purpose(board, sub) == Some(SubnetPurpose::Gateway))
            })
            .filter(|column| *column > 0)
            .and_then(|column| COLUMNS.get(column).copied());
        let x = column.unwrap_or(right);
        let area = Area::new(x, y, COLUMN_WIDTH, core::place_height(place));
        core::place(board, place, area);
        bottom = bottom.max(area.bottom());
    }
    bottom + FLOW_GAP
}

/// Narrow: the other VNets as rows, the one next to the core last. Returns where the core begins.
pub(super) fn rows(board: &mut Board<'_>, top: i32) -> i32 {
    let content = board.content;
    let mut y = top;
    for (index, network) in content.side.iter().enumerate().rev() {
        let bottom = row_vnet(board, network, y);
        let next = index.checked_sub(1).and_then(|i| content.side.get(i));
        y = bottom + peerings::row_gap(content, network, next.or(content.main.first()));
    }
    y
}

fn row_vnet(board: &mut Board<'_>, network: &Network, top: i32) -> i32 {
    let mut y = top + header::HEAD;
    let mut placed = Vec::new();
    let rows = row_order(board, network);
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    // Columns that are not there leave no hole; beside a single one, the head of the VNet needs room.
    let width = COLUMN_WIDTH;
    let vnet_width = match columns {
        0 | 1 => 310,
        2 => 418,
        _ => ROW_WIDTH,
    };
    for (index, row) in rows.into_iter().enumerate() {
        if index > 0 {
            y += GAP;
        }
        let arranged: Vec<Arranged> = row
            .iter()
            .zip(COLUMNS)
            .map(|(sub, x)| subnet::arrange(sub, (x, y, width), &subnet::even_rows(sub, y), None))
            .collect();
        let bottom = arranged.iter().map(|a| a.bottom).max().unwrap_or(y);
        for ((sub, x), arranged) in row.into_iter().zip(COLUMNS).zip(arranged) {
            placed.push((sub, Area::new(x, y, width, bottom - y), arranged));
        }
        y = bottom;
    }
    let area = Area::new(ROW_X, top, vnet_width, y + GAP - top);
    let lines = lines_through_head(board, network, &placed);
    header::vnet(
        board,
        network,
        area,
        clear(&lines, (ROW_X + 12, area.right() - 12)),
    );
    draw_all(board, network, placed);
    area.bottom()
}

/// Rows of up to three: what people pass first and to the left, the gateway beside it to the right, the
/// firewall in the last row, where routes arrive from below. So every line has a way between the others.
fn row_order<'n>(board: &Board<'_>, network: &'n Network) -> Vec<Vec<&'n Subnetwork>> {
    let stops = stops(board);
    let mut flow: Vec<&Subnetwork> = Vec::new();
    let mut rest: Vec<&Subnetwork> = Vec::new();
    let mut gateways: Vec<&Subnetwork> = Vec::new();
    for sub in &network.subnets {
        let key = Some(&sub.key);
        if key == stops.bastion.as_ref() {
            flow.insert(0, sub);
        } else if key == stops.host.as_ref() {
            flow.push(sub);
        } else if purpose(board, sub) == Some(SubnetPurpose::Gateway) {
            gateways.push(sub);
        } else {
            rest.push(sub);
        }
    }
    rest.sort_by_key(|sub| purpose(board, sub) != Some(SubnetPurpose::Firewall));
    let mut first = flow;
    let total = first.len() + rest.len() + gateways.len();
    let room = COLUMNS.len().saturating_sub(first.len() + gateways.len());
    let filling = if total <= COLUMNS.len() {
        0
    } else {
        rest.len().saturating_sub(room)
    };
    first.extend(rest.split_off(filling));
    first.extend(gateways);
    first
        .chunks(COLUMNS.len())
        .chain(rest.chunks(COLUMNS.len()).rev())
        .map(<[_]>::to_vec)
        .collect()
}

/// Where lines pass the head of a VNet from above.
fn lines_through_head(
    board: &Board<'_>,
    network: &Network,
    placed: &[(&Subnetwork, Area, Arranged)],
) -> Vec<i32> {
    let content = board.content;
    let top_most = content.side.last().map(|last| last.id) == Some(network.id);
    let first_row = placed.first().map(|(_, area, _)| area.y);
    let stops = stops(board);
    let mut lines = Vec::new();
    for (sub, area, _) in placed {
        let arrives = Some(&sub.key) == stops.bastion.as_ref()
            || (purpose(board, sub) == Some(SubnetPurpose::Gateway)
                && content.on_premises.is_some());
        if top_most && arrives && Some(area.y) == first_row {
            lines.push(area.centre().x);
        }
        let session = Some(&sub.key) == stops.host.as_ref()
            && !placed
                .iter()
                .any(|(other, _, _)| Some(&other.key) == stops.bastion.as_ref());
        if session && stops.bastion.is_some() {
            lines.push(area.centre().x - 20);
        }
    }
    let passed = content.path.iter().skip(1).any(|id| *id == network.id);
    if passed
        && content
            .steps
            .iter()
            .any(|step| matches!(step.kind, StepKind::Enter { .. }))
    {
        let [lane, _] = LANES;
        lines.push(lane);
    }
    lines
}

/// The widest part between two edges that no line passes.
fn clear(lines: &[i32], (from, to): (i32, i32)) -> (i32, i32) {
    let mut edges: Vec<i32> = lines.to_vec();
    edges.sort_unstable();
    let mut start = from;
    let mut widest = (from, from);
    for edge in edges
        .into_iter()
        .map(|line| (line - 10, line + 10))
        .chain([(to, to)])
    {
        if edge.0 - start > widest.1 - widest.0 {
            widest = (start, edge.0);
        }
        start = edge.1;
    }
    widest
}
