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
            (is_drawn && area.width > 0 && area.height > 0).then_some(Boxed { group, area, lines })
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
            let label = lines(group).join(" ");
            let number = group.shapes.iter().find_map(|shape| {
                if let Shape::Disc(_, number) = shape {
                    Some(number.to_string())
                } else {
                    None
                }
            });
            (is_box(from) && is_box(to)).then(|| Joint {
                group,
                from,
                to,
                label: number.unwrap_or(label),
                course: group.shapes.iter().find_map(|shape| {
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
                }),
            })
        })
        .collect()
}

/// The texts of a group from top to bottom; what stands on one line is one line. Lines that are parts of one
/// shortened text are that text, once.
fn lines(group: &Group) -> Vec<String> {
    let mut rows: BTreeMap<i32, Vec<&Text>> = BTreeMap::new();
    for shape in &group.shapes {
        if let Shape::Text(text) = shape {
            rows.entry(text.at.y).or_default().push(text);
        }
    }
    let mut lines = Vec::with_capacity(rows.len());
    let mut whole: Option<&str> = None;
    for mut row in rows.into_values() {
        row.sort_by_key(|text| text.at.x);
        let part_of = match row.as_slice() {
            [only] => only.full.as_deref(),
            _ => None,
        };
        if part_of.is_some() && part_of == whole {
            continue;
        }
        whole = part_of;
        let texts = row
            .iter()
            .map(|text| text.full.as_deref().unwrap_or(&text.text));
        lines.push(texts.collect::<Vec<_>>().join("  "));
    }
    lines
}
