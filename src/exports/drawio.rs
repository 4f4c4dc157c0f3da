//! `topology.drawio`: the drawing for draw.io, with boxes that can be moved and lines that follow them.
//!
//! Same names, places and connections as in the other drawings. Texts are labels of their boxes, so that they
//! can be edited; small signs (shields, glyphs, gauges) are left out, and with them the legend.

use std::fmt::Write as _;

use super::sketch::{Boxed, Joint, boxes, joints};
use super::svg::escape;
use super::svg::looks::{paint_look, stroke_look};
use super::{File, Format, Input, provenance};
use crate::diagram::{Anchor, Area, Point, Role, Scene, Shape, TextStyle, Width, draw};
use crate::rules::Severity;

/// The drawing for draw.io.
pub(super) const FORMAT: Format = Format {
    id: "drawio",
    label: "draw.io",
    render,
};

/// The cell that holds everything.
const ROOT: &str = "1";
/// The box that explains signs.
const LEGEND: &str = "legend";
/// Height of a line of text above and below the drawing.
const LINE: i32 = 18;

fn render(input: &Input<'_>) -> Vec<File> {
    let scene = draw(&input.context, &input.findings, Width::Wide);
    let text = document(
        &scene,
        &provenance::banner(input),
        &provenance::origin(input),
    );
    vec![File {
        path: "topology.drawio".to_owned(),
        purpose: "The drawing for draw.io, to be edited.",
        media_type: "application/vnd.jgraph.mxfile",
        text,
    }]
}

fn document(scene: &Scene, banner: &[String], origin: &str) -> String {
    let mut out = String::from("<mxfile>\n<diagram id=\"topology\" name=\"");
    escape(&mut out, &scene.title);
    let _ = write!(
        out,
        "\">\n<mxGraphModel grid=\"0\" page=\"1\" pageWidth=\"{}\" pageHeight=\"{}\">\n<root>\n\
         <mxCell id=\"0\"/>\n<mxCell id=\"{ROOT}\" parent=\"0\"/>\n",
        scene.width, scene.height
    );
    let mut boxes = boxes(scene);
    boxes.retain(|boxed| boxed.group.key != LEGEND);
    for boxed in &boxes {
        vertex(&mut out, &boxes, boxed);
    }
    for joint in joints(scene, &boxes) {
        edge(&mut out, &boxes, &joint);
    }
    for group in scene.groups.iter().filter(|group| group.key != LEGEND) {
        for (index, shape) in group.shapes.iter().enumerate() {
            if let Shape::Mark(at, severity, count) = shape {
                mark(
                    &mut out,
                    &format!("{}-{index}", group.key),
                    *at,
                    *severity,
                    *count,
                );
            }
        }
    }
    if !banner.is_empty() {
        let height = LINE * i32::try_from(banner.len()).unwrap_or(1);
        let area = Area::new(0, -height - LINE, scene.width, height);
        note(&mut out, "banner", &banner.join("\n"), area, "#b2231b");
    }
    let area = Area::new(0, scene.height + LINE, scene.width, LINE);
    note(&mut out, "origin", origin, area, "#586670");
    out.push_str("</root>\n</mxGraphModel>\n</diagram>\n</mxfile>\n");
    out
}

/// The start of a cell, up to its style.
fn open(out: &mut String, id: &str, value: &str) {
    out.push_str("<mxCell id=\"");
    escape(out, id);
    out.push_str("\" value=\"");
    for (index, line) in value.split('\n').enumerate() {
        if index > 0 {
            out.push_str("&#10;");
        }
        escape(out, line);
    }
    out.push_str("\" style=\"");
}

/// The rest of a vertex.
fn close(out: &mut String, parent: &str, area: Area) {
    out.push_str("\" vertex=\"1\" parent=\"");
    escape(out, parent);
    let _ = writeln!(
        out,
        "\"><mxGeometry x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" as=\"geometry\"/></mxCell>",
        area.x, area.y, area.width, area.height
    );
}

fn vertex(out: &mut String, all: &[Boxed<'_>], boxed: &Boxed<'_>) {
    let outer = boxed.group.parent.as_deref().and_then(|key| {
        let found = all.iter().find(|outer| outer.group.key == key);
        found.filter(|outer| outer.area.contains(boxed.area))
    });
    let lines: Vec<String> = boxed
        .lines
        .iter()
        .map(|line| line.replace('\n', " "))
        .collect();
    open(out, &boxed.group.key, &lines.join("\n"));
    style(out, boxed);
    let mut area = boxed.area;
    if let Some(outer) = outer {
        area.x -= outer.area.x;
        area.y -= outer.area.y;
    }
    close(out, outer.map_or(ROOT, |outer| &outer.group.key), area);
}

fn style(out: &mut String, boxed: &Boxed<'_>) {
    out.push_str("html=0;whiteSpace=wrap;overflow=hidden;fontFamily=Arial;fontColor=#14202a;");
    let rect = boxed.group.shapes.iter().find_map(|shape| {
        if let Shape::Rect {
            paint,
            dashed,
            radius,
            ..
        } = shape
        {
            Some((*paint, *dashed, *radius))
        } else {
            None
        }
    });
    match rect {
        Some((paint, dashed, radius)) => {
            if radius > 0 {
                let _ = write!(out, "rounded=1;absoluteArcSize=1;arcSize={};", radius * 2);
            }
            attributes(out, paint_look(paint, dashed).literal);
        }
        None => out.push_str("fillColor=none;strokeColor=none;"),
    }
    let first = boxed.group.shapes.iter().find_map(|shape| {
        if let Shape::Text(text) = shape {
            Some(text)
        } else {
            None
        }
    });
    if let Some(text) = first {
        let size = match text.style {
            TextStyle::Title => 17,
            TextStyle::Name => 13,
            TextStyle::Strong | TextStyle::Small | TextStyle::SmallAlert | TextStyle::Mono => 11,
        };
        let left = (text.at.x - boxed.area.x).clamp(0, 32);
        let top = (text.at.y - boxed.area.y - size).max(0);
        let _ = match text.anchor {
            Anchor::Start => write!(out, "align=left;spacingLeft={left};"),
            Anchor::Middle => write!(out, "align=center;"),
            Anchor::End => write!(out, "align=right;"),
        };
        if text.turned {
            out.push_str("horizontal=0;");
        }
        let _ = write!(out, "fontSize={size};spacing=0;");
        // What was drawn in columns and is written in lines now stands in the middle.
        if !boxed.is_cut && (boxed.lines.len() > 1 || boxed.group.role == Role::Vnet) {
            let _ = write!(out, "verticalAlign=top;spacingTop={top};");
        } else {
            out.push_str("verticalAlign=middle;");
        }
    }
    if matches!(boxed.group.role, Role::Vnet | Role::Subnet | Role::Service) {
        out.push_str("container=1;collapsible=0;recursiveResize=0;");
    }
}

/// The attributes of an SVG shape, as draw.io calls them.
fn attributes(out: &mut String, literal: &str) {
    for attribute in literal.split(' ') {
        let Some((name, value)) = attribute.split_once('=') else {
            continue;
        };
        let name = match name {
            "fill" => "fillColor",
            "stroke" => "strokeColor",
            "stroke-width" => "strokeWidth",
            "stroke-dasharray" => {
                out.push_str("dashed=1;");
                continue;
            }
            _ => continue,
        };
        let _ = write!(out, "{name}={};", value.trim_matches('"'));
    }
}

fn edge(out: &mut String, boxes: &[Boxed<'_>], joint: &Joint<'_>) {
    open(out, &joint.group.key, &joint.label.replace('\n', " "));
    out.push_str("html=0;rounded=0;fontFamily=Arial;fontSize=11;labelBackgroundColor=#ffffff;");
    let points = joint.course.map_or(&[][..], |(points, ..)| points);
    match joint.course {
        Some((_, stroke, (start, end))) => {
            attributes(out, stroke_look(stroke).literal);
            let head = |there| if there { "block" } else { "none" };
            let _ = write!(out, "startArrow={};endArrow={};", head(start), head(end));
        }
        None => {
            out.push_str("strokeColor=#1b55c0;strokeWidth=4;startArrow=none;endArrow=none;");
        }
    }
    let area = |key: &str| {
        let found = boxes.iter().find(|boxed| boxed.group.key == key);
        found.map(|boxed| boxed.area)
    };
    if let (Some(from), Some(to), Some(first), Some(last)) = (
        area(joint.from),
        area(joint.to),
        points.first(),
        points.last(),
    ) {
        pin(out, "exit", from, *first);
        pin(out, "entry", to, *last);
    }
    out.push_str("\" edge=\"1\" parent=\"1\" source=\"");
    escape(out, joint.from);
    out.push_str("\" target=\"");
    escape(out, joint.to);
    out.push_str("\"><mxGeometry relative=\"1\" as=\"geometry\">");
    if let [_, between @ .., _] = points
        && !between.is_empty()
    {
        out.push_str("<Array as=\"points\">");
        for point in between {
            let _ = write!(out, "<mxPoint x=\"{}\" y=\"{}\"/>", point.x, point.y);
        }
        out.push_str("</Array>");
    }
    out.push_str("</mxGeometry></mxCell>\n");
}

/// Where a line meets its box, as a share of the box. Only for points on it or in it.
fn pin(out: &mut String, end: &str, area: Area, at: Point) {
    let share = |along: i32, length: i32| (along * 1000) / length.max(1);
    let (x, y) = (
        share(at.x - area.x, area.width),
        share(at.y - area.y, area.height),
    );
    if (0..=1000).contains(&x) && (0..=1000).contains(&y) {
        for (axis, share) in [("X", x), ("Y", y)] {
            let _ = write!(
                out,
                "{end}{axis}={}.{:03};{end}D{}=0;",
                share / 1000,
                share % 1000,
                axis.to_lowercase()
            );
        }
    }
}

/// A finding mark.
fn mark(out: &mut String, id: &str, at: Point, severity: Severity, count: usize) {
    let value = if count > 0 {
        count.to_string()
    } else {
        String::new()
    };
    open(out, id, &value);
    out.push_str(if severity == Severity::Error {
        "html=0;ellipse;fillColor=#b2231b;strokeColor=none;fontColor=#ffffff;fontStyle=1;fontSize=11;"
    } else {
        "html=0;triangle;direction=north;fillColor=#7f4e00;strokeColor=none;fontColor=#ffffff;fontStyle=1;\
         fontSize=10;verticalAlign=bottom;"
    });
    close(out, ROOT, Area::new(at.x - 10, at.y - 10, 20, 20));
}

/// Text of ours above or below the drawing.
fn note(out: &mut String, id: &str, value: &str, area: Area, colour: &str) {
    open(out, id, value);
    let _ = write!(
        out,
        "text;html=0;whiteSpace=wrap;align=left;verticalAlign=top;fontFamily=Arial;fontSize=12;fontColor={colour};"
    );
    close(out, ROOT, area);
}
