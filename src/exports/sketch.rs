//! The drawing as boxes with labels and lines between them: what draw.io and Mermaid print.
//!
//! Made from the scene of the wide layout, so that every drawing shows the same things at the same places.

use std::collections::BTreeMap;

use crate::diagram::{Area, Group, Point, Role, Scene, Shape, Stroke, Text};

/// A box.
pub(super) struct Boxed<'s> {
    pub(super) group: &'s Group,
    pub(super) area: Area,
    /// What is written in it, line by line.
    pub(super) lines: Vec<String>,
    /// Whether that was drawn in columns.
    pub(super) is_cut: bool,
}

/// A line between two boxes.
pub(super) struct Joint<'s> {
    pub(super) group: &'s Group,
    pub(super) from: &'s str,
    pub(super) to: &'s str,
    /// What is written on it.
    pub(super) label: String,
    /// Its course, if it is drawn as a line.
    pub(super) course: Option<(&'s [Point], Stroke, (bool, bool))>,
}

/// Every box, those around others first.
pub(super) fn boxes(scene: &Scene) -> Vec<Boxed<'_>> {
    scene
        .groups
        .iter()
        .filter(|group| !matches!(group.role, Role::Edge | Role::Mark))
        .filter_map(|group| {
            let area = group.area?;
            let lines = lines(group);
            let is_drawn = !matches!(group.role, Role::Label | Role::Note) || !lines.is_empty();
            (is_drawn && area.width > 0 && area.height > 0).then(|| Boxed {
                group,
                area,
                lines,
                is_cut: group.shapes.iter().any(|shape| divider(shape).is_some()),
            })
        })
        .collect()
}

/// Every line whose two ends are boxes.
pub(super) fn joints<'s>(scene: &'s Scene, boxes: &[Boxed<'s>]) -> Vec<Joint<'s>> {
    let is_box = |key: &str| boxes.iter().any(|boxed| boxed.group.key == key);
    scene
        .groups
        .iter()
        .filter_map(|group| {
            let (from, to) = group.ends.as_ref()?;
            let course = group.shapes.iter().find_map(|shape| {
                if let Shape::Line {
                    points,
                    stroke,
                    heads,
                } = shape
                {
                    Some((points.as_slice(), *stroke, *heads))
                } else {
                    None
                }
            });
            let number = course
                .filter(|(_, stroke, _)| *stroke == Stroke::Flow)
                .and_then(|(points, ..)| number_on(scene, points));
            (is_box(from) && is_box(to)).then(|| Joint {
                group,
                from,
                to,
                label: number.unwrap_or_else(|| lines(group).join(" ")),
                course,
            })
        })
        .collect()
}

/// The numbers of the steps that are drawn on a line.
fn number_on(scene: &Scene, points: &[Point]) -> Option<String> {
    let is_on = |at: Point| {
        points.windows(2).any(|piece| match piece {
            [from, to] => {
                (from.x.min(to.x)..=from.x.max(to.x)).contains(&at.x)
                    && (from.y.min(to.y)..=from.y.max(to.y)).contains(&at.y)
            }
            _ => false,
        })
    };
    let numbers: Vec<String> = scene
        .groups
        .iter()
        .flat_map(|group| &group.shapes)
        .filter_map(|shape| {
            if let Shape::Disc(at, number) = shape
                && is_on(*at)
            {
                Some(number.to_string())
            } else {
                None
            }
        })
        .collect();
    (!numbers.is_empty()).then(|| numbers.join(", "))
}

/// The texts of a group, line by line. Dividers cut it into columns: two of them are a caption and, before it,
/// what it offers; more are headings and values, two on a line.
fn lines(group: &Group) -> Vec<String> {
    let mut dividers: Vec<i32> = group.shapes.iter().filter_map(divider).collect();
    dividers.sort_unstable();
    let column = |index: usize| {
        let left = index.checked_sub(1).and_then(|left| dividers.get(left));
        let right = dividers.get(index);
        rows(group, |x| {
            left.is_none_or(|left| *left <= x) && right.is_none_or(|right| x < *right)
        })
    };
    match dividers.len() {
        0 => column(0),
        1 => {
            let offers = column(0);
            let mut lines = column(1);
            if !offers.is_empty() {
                lines.push(offers.join(", "));
            }
            lines
        }
        more => {
            let cells: Vec<String> = (0..=more).map(|index| column(index).join(": ")).collect();
            cells.chunks(2).map(|pair| pair.join(" · ")).collect()
        }
    }
}

/// Where a line cuts a group from top to bottom.
fn divider(shape: &Shape) -> Option<i32> {
    if let Shape::Line {
        points,
        stroke: Stroke::Rule,
        ..
    } = shape
        && let [from, to] = points.as_slice()
        && from.x == to.x
    {
        Some(from.x)
    } else {
        None
    }
}

/// The texts between two sides, from top to bottom; what stands on one line is one line, with its number. Lines
/// that are parts of one shortened text are that text, once.
fn rows(group: &Group, is_between: impl Fn(i32) -> bool) -> Vec<String> {
    let mut rows: BTreeMap<i32, (Option<usize>, Vec<&Text>)> = BTreeMap::new();
    for shape in &group.shapes {
        if let Shape::Text(text) = shape
            && is_between(text.at.x)
        {
            rows.entry(text.at.y).or_default().1.push(text);
        }
    }
    for shape in &group.shapes {
        // The middle of a disc is a little above the line that its text stands on.
        if let Shape::Disc(at, number) = shape
            && let Some((_, row)) = rows.range_mut(at.y..).next()
        {
            row.0 = Some(*number);
        }
    }
    let mut lines = Vec::with_capacity(rows.len());
    let mut whole: Option<&str> = None;
    for (number, mut row) in rows.into_values() {
        row.sort_by_key(|text| text.at.x);
        let part_of = match row.as_slice() {
            [only] => only.full.as_deref(),
            _ => None,
        };
        if number.is_none() && part_of.is_some() && part_of == whole {
            continue;
        }
        whole = part_of;
        let texts = row
            .iter()
            .map(|text| text.full.as_deref().unwrap_or(&text.text));
        let line = texts.collect::<Vec<_>>().join("  ");
        lines.push(match number {
            Some(number) => format!("{number}. {line}"),
            None => line,
        });
    }
    lines
}
