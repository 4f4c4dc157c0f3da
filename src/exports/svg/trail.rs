//! The markup of a trail: the way of a connection over a drawing in the page.

use std::fmt::Write as _;

use crate::diagram::{Point, Trail};

/// Half the size of the mark where a connection ends.
const MARK: i32 = 6;
/// Length of an arrow head.
const HEAD: i32 = 9;

/// A trail as the last group of a drawing in the page; looks come from classes.
pub fn trail(trail: &Trail) -> String {
    let mut out = String::from("<g class=\"trail\">\n");
    for area in &trail.boxes {
        let _ = writeln!(
            out,
            "<rect class=\"on\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"6\"/>",
            area.x, area.y, area.width, area.height
        );
    }
    line(&mut out, &trail.back, "back");
    line(&mut out, &trail.forward, "forth");
    if let Some((Point { x, y }, certain)) = trail.stop {
        let class = if certain { "stop" } else { "doubt" };
        let _ = writeln!(
            out,
            "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{}\"/>",
            2 * MARK
        );
        if certain {
            let (l, r, t, b) = (x - MARK, x + MARK, y - MARK, y + MARK);
            let _ = writeln!(
                out,
                "<path class=\"cross\" d=\"M{l} {t} {r} {b}M{r} {t} {l} {b}\"/>"
            );
        } else {
            let _ = writeln!(
                out,
                "<text class=\"ask\" x=\"{x}\" y=\"{}\">?</text>",
                y + 5
            );
        }
    }
    out.push_str("</g>\n");
    out
}

/// A line with a head at its end.
fn line(out: &mut String, points: &[Point], class: &str) {
    let Some((first, rest)) = points.split_first() else {
        return;
    };
    let mut before = *first;
    let _ = write!(out, "<path class=\"{class}\" d=\"M{} {}", first.x, first.y);
    for (index, point) in rest.iter().enumerate() {
        let _ = write!(out, "L{} {}", point.x, point.y);
        if index + 1 < rest.len() {
            before = *point;
        }
    }
    out.push_str("\"/>\n");
    let Some(end) = rest.last() else { return };
    let (dx, dy) = ((end.x - before.x).signum(), (end.y - before.y).signum());
    let (bx, by) = (end.x - HEAD * dx, end.y - HEAD * dy);
    let side = HEAD / 2;
    let _ = writeln!(
        out,
        "<path class=\"{class}-head\" d=\"M{} {}L{} {}L{} {}Z\"/>",
        end.x,
        end.y,
        bx + side * dy,
        by + side * dx,
        bx - side * dy,
        by - side * dx
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::Area;

    #[test]
    fn boxes_ways_and_the_end_are_drawn() {
        let at = |x, y| Point { x, y };
        let text = trail(&Trail {
            boxes: vec![Area::new(1, 2, 3, 4)],
            forward: vec![at(0, 0), at(50, 0), at(50, 40)],
            back: vec![],
            stop: Some((at(50, 40), true)),
        });
        assert!(
            text.contains("<path class=\"forth\" d=\"M0 0L50 0L50 40\"/>"),
            "{text}"
        );
        assert!(
            text.contains("<path class=\"forth-head\" d=\"M50 40L54 31L46 31Z\"/>"),
            "{text}"
        );
        assert!(text.contains("class=\"stop\"") && text.contains("class=\"on\""));
        assert!(!text.contains("back"));
    }
}
