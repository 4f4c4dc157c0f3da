//! Title, key of the numbered flow, legend and title block.

use super::board::{Board, GAP, outline, write, write_part};
use crate::diagram::measure::{TextStyle, wrapped};
use crate::diagram::scene::{Area, Group, Layer, Load, Paint, Role, Shape, Stroke, at};
use crate::rules::Severity;

/// The title over the drawing, with how many findings there are.
pub(super) fn title(board: &mut Board<'_>) {
    let content = board.content;
    let right = board.frame.sheet - if board.frame.sheet > 1000 { 40 } else { 20 };
    let mut group = Group::boxed(Role::Note, "title", Area::new(20, 20, right - 220, 44));
    write(
        &mut group,
        at(20, 40),
        TextStyle::Title,
        right - 220,
        &content.title,
    );
    let region = content.plan.basics.region.trim();
    let subtitle = if region.is_empty() {
        "network topology".to_owned()
    } else {
        format!("network topology · {region}")
    };
    write(
        &mut group,
        at(20, 59),
        TextStyle::Small,
        right - 220,
        &subtitle,
    );
    board.add(group);
    tally(board, right);
}

/// `4 errors 3 warnings`, right-aligned.
fn tally(board: &mut Board<'_>, right: i32) {
    let total = board.content.total;
    if total.worst().is_none() {
        return;
    }
    let area = Area::new(right - 190, 26, 190, 26);
    let mut group = Group::boxed(Role::Note, "findings-total", area);
    group.layer = Layer::Findings;
    let mut x = right - 190;
    for (severity, count, word) in [
        (Severity::Error, total.errors, "errors"),
        (Severity::Warning, total.warnings, "warnings"),
    ] {
        if count == 0 {
            x += 88;
            continue;
        }
        let word = if count == 1 {
            word.trim_end_matches('s')
        } else {
            word
        };
        group
            .shapes
            .push(Shape::Mark(at(x + 11, 39), severity, count));
        write(&mut group, at(x + 28, 43), TextStyle::Small, 70, word);
        x += 88;
    }
    board.add(group);
}

/// A sheet with nothing planned.
pub(super) fn blank(board: &mut Board<'_>) {
    title(board);
    let area = Area::new(20, 84, board.frame.sheet - 40, 96);
    let mut group = Group::boxed(Role::Note, "blank", area);
    group.shapes.push(outline(area, 8, Paint::Outside, true));
    let room = area.width - 40;
    write(
        &mut group,
        at(40, 126),
        TextStyle::Name,
        room,
        "Nothing to draw yet",
    );
    let hint = "Add a VNet, or start from a scenario; the drawing follows the plan.";
    write(&mut group, at(40, 148), TextStyle::Small, room, hint);
    board.add(group);
}

/// Wide: under the side VNets, or to the right of the services if there are none.
pub(super) fn beside(board: &mut Board<'_>, side_bottom: i32, core_bottom: i32) {
    let people_bottom = ["person", "on-premises", "internet"]
        .iter()
        .filter_map(|key| board.area(key))
        .filter(|area| area.x < 200)
        .map(Area::bottom)
        .max()
        .unwrap_or(0);
    if board.content.side.is_empty() {
        let x = board.frame.services_x + 240;
        let width = (board.frame.sheet - 20 - x).min(428);
        stack(board, x, board.frame.top, width);
    } else if side_bottom <= core_bottom {
        let y = side_bottom.max(people_bottom) + 30;
        stack(board, 20, y, 428);
    } else {
        abreast(board, board.frame.main_x, core_bottom + 30, 620);
    }
}

/// Narrow: under everything.
pub(super) fn beneath(board: &mut Board<'_>, bottom: i32) {
    abreast(board, 20, bottom + 30, 640);
}

fn stack(board: &mut Board<'_>, x: i32, y: i32, width: i32) {
    let y = key(board, x, y, width);
    let y = legend(board, x, y, width);
    title_block(board, x, y, width);
}

fn abreast(board: &mut Board<'_>, x: i32, y: i32, width: i32) {
    let left = width * 46 / 100;
    let a = key(board, x, y, left);
    let (legend_x, legend_width) = if a == y {
        (x, width)
    } else {
        (x + left + GAP, width - left - GAP)
    };
    let b = legend(board, legend_x, y, legend_width);
    title_block(board, x, a.max(b), width);
}

/// What the numbers mean. Returns where the next box begins.
fn key(board: &mut Board<'_>, x: i32, y: i32, width: i32) -> i32 {
    let content = board.content;
    if content.steps.is_empty() {
        return y;
    }
    let steps: Vec<Vec<String>> = content
        .steps
        .iter()
        .map(|step| wrapped(&step.text, TextStyle::Small, width - 50))
        .collect();
    let height: i32 = steps.iter().map(|lines| step_height(lines)).sum();
    let area = Area::new(x, y, width, 38 + height);
    let mut group = Group::boxed(Role::Note, "key", area);
    group.layer = Layer::Flow;
    group.shapes.push(outline(area, 6, Paint::Outside, false));
    let title = if content.plan.batch_endpoints.is_empty() {
        "How people and jobs get there"
    } else {
        "Batch scoring job, in order"
    };
    write(
        &mut group,
        at(x + 12, y + 21),
        TextStyle::Strong,
        width - 24,
        title,
    );
    let mut baseline = y + 46;
    for (index, (lines, step)) in steps.iter().zip(&content.steps).enumerate() {
        let disc = at(x + 22, baseline - 4);
        group.shapes.push(Shape::Disc(disc, index + 1));
        let whole = lines.join(" ") == step.text;
        let full = (!whole).then_some(step.text.as_str());
        for (line, text) in (0..).zip(lines) {
            let start = at(x + 40, baseline + 14 * line);
            write_part(&mut group, start, TextStyle::Small, text, full);
        }
        baseline += step_height(lines);
    }
    board.add(group);
    area.bottom() + GAP
}

fn step_height(lines: &[String]) -> i32 {
    9 + 14 * i32::try_from(lines.len()).unwrap_or(1)
}

/// One line of the legend.
#[derive(Clone, Copy)]
enum Sample {
    Peering,
    Link,
    Route,
    Zone,
    Dashed,
    Shield,
    Gauge,
    Marks,
}

impl Sample {
    const ALL: [Self; 8] = [
        Self::Peering,
        Self::Link,
        Self::Route,
        Self::Zone,
        Self::Dashed,
        Self::Shield,
        Self::Gauge,
        Self::Marks,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Peering => "VNet peering",
            Self::Link => "Private link",
            Self::Route => "Default route",
            Self::Zone => "DNS zone link",
            Self::Dashed => "On-premises link",
            Self::Shield => "NSG on subnet",
            Self::Gauge => "Addresses needed",
            Self::Marks => "Errors, warnings",
        }
    }

    /// Whether the drawing has one.
    fn is_drawn(self, board: &Board<'_>) -> bool {
        let content = board.content;
        let subnets = || content.networks().flat_map(|network| &network.subnets);
        let has = |stroke| board.has_line(stroke);
        match self {
            Self::Peering => !content.peers.is_empty(),
            Self::Link => has(Stroke::Link),
            Self::Route => has(Stroke::Route),
            Self::Zone => has(Stroke::Dns),
            Self::Dashed => has(Stroke::Dashed),
            Self::Shield => subnets().any(|subnet| subnet.shield.is_some()),
            Self::Gauge => board.has_gauge(),
            Self::Marks => content.total.worst().is_some(),
        }
    }

    fn shapes(self, x: i32, baseline: i32) -> Vec<Shape> {
        let y = baseline - 4;
        let line = |stroke, head| Shape::Line {
            points: vec![at(x, y), at(x + 30, y)],
            stroke,
            heads: (false, head),
        };
        let bar = |width| Area::new(x, y - 2, width, 5);
        match self {
            Self::Peering => vec![outline(Area::new(x, y - 6, 30, 12), 3, Paint::Tube, false)],
            Self::Link => vec![line(Stroke::Link, false), Shape::Ring(at(x + 15, y))],
            Self::Route => vec![line(Stroke::Route, true)],
            Self::Zone => vec![line(Stroke::Dns, false)],
            Self::Dashed => vec![line(Stroke::Dashed, false)],
            Self::Shield => vec![Shape::Shield(at(x + 8, y - 8), false)],
            Self::Gauge => vec![
                outline(bar(30), 2, Paint::Track, false),
                outline(bar(19), 2, Paint::Fill(Load::Room), false),
            ],
            Self::Marks => vec![
                Shape::Mark(at(x + 6, y), Severity::Error, 0),
                Shape::Mark(at(x + 24, y), Severity::Warning, 0),
            ],
        }
    }
}

fn legend(board: &mut Board<'_>, x: i32, y: i32, width: i32) -> i32 {
    let samples: Vec<Sample> = Sample::ALL
        .into_iter()
        .filter(|sample| sample.is_drawn(board))
        .collect();
    if samples.is_empty() {
        return y;
    }
    let columns = if width >= 320 { 2 } else { 1 };
    let lines = samples.len().div_ceil(columns);
    let height = 35 + 23 * i32::try_from(lines).unwrap_or_default();
    let area = Area::new(x, y, width, height);
    let mut group = Group::boxed(Role::Note, "legend", area);
    group.shapes.push(outline(area, 6, Paint::Outside, false));
    write(
        &mut group,
        at(x + 12, y + 21),
        TextStyle::Strong,
        width - 24,
        "Legend",
    );
    let column_width = (width - 12) / i32::try_from(columns).unwrap_or(1);
    for (column, part) in (0..).zip(samples.chunks(lines)) {
        let left = x + 12 + column * column_width;
        for (line, sample) in (0..).zip(part) {
            let baseline = y + 46 + 23 * line;
            group.shapes.extend(sample.shapes(left, baseline));
            let room = column_width - 44;
            write(
                &mut group,
                at(left + 40, baseline),
                TextStyle::Small,
                room,
                sample.label(),
            );
        }
    }
    board.add(group);
    area.bottom() + GAP
}

/// Label and value in cells, the name of the plan on a line of its own where there is little room.
fn title_block(board: &mut Board<'_>, x: i32, y: i32, width: i32) {
    let cells = board.content.title_block();
    let Some((plan, rest)) = cells.split_first() else {
        return;
    };
    let count = i32::try_from(rest.len()).unwrap_or(1);
    let stacked = width < 400;
    let lines = if stacked { 2 } else { 1 };
    let area = Area::new(x, y, width, LINE * lines);
    let mut group = Group::boxed(Role::Note, "title-block", area);
    group.shapes.push(outline(area, 0, Paint::Outside, false));
    // Beside others, the name of the plan gets two shares.
    let (first, share) = if stacked {
        (width, width / count)
    } else {
        let share = width / (count + 2);
        (width - share * count, share)
    };
    cell(&mut group, x, y, first, plan);
    let (mut left, top) = if stacked {
        (x, y + LINE)
    } else {
        (x + first, y)
    };
    if stacked {
        group.shapes.push(rule((x, top), (x + width, top)));
    }
    for (index, entry) in rest.iter().enumerate() {
        if index > 0 || !stacked {
            group.shapes.push(rule((left, top), (left, top + LINE)));
        }
        cell(&mut group, left, top, share, entry);
        left += share;
    }
    board.add(group);
}

/// Height of a line of the title block.
const LINE: i32 = 52;

fn cell(group: &mut Group, x: i32, y: i32, width: i32, (label, value): &(&str, String)) {
    write(
        group,
        at(x + 10, y + 20),
        TextStyle::Small,
        width - 18,
        label,
    );
    write(
        group,
        at(x + 10, y + 39),
        TextStyle::Strong,
        width - 18,
        value,
    );
}

fn rule(from: (i32, i32), to: (i32, i32)) -> Shape {
    Shape::Line {
        points: vec![at(from.0, from.1), at(to.0, to.1)],
        stroke: Stroke::Rule,
        heads: (false, false),
    }
}
