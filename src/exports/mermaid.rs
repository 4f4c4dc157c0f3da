//! `topology.mmd`: the drawing as a Mermaid flowchart, for wikis and pull requests.
//!
//! Mermaid lays it out itself. Every label is quoted, and every character that Mermaid or HTML could take for
//! its own is written as a character code.

use std::fmt::Write as _;

use super::sketch::{Boxed, Joint, boxes, joints};
use super::{File, Format, Input, provenance};
use crate::diagram::{Layer, Role, Scene, Stroke, Width, draw};

/// The flowchart.
pub(super) const FORMAT: Format = Format {
    id: "mermaid",
    label: "Mermaid",
    render,
};

fn render(input: &Input<'_>) -> Vec<File> {
    let scene = draw(&input.context, &input.findings, Width::Wide);
    let mut text = String::new();
    for line in provenance::banner(input)
        .iter()
        .chain(&provenance::warnings(input))
        .chain([&provenance::origin(input)])
    {
        comment(&mut text, line);
    }
    flowchart(&mut text, &scene);
    vec![File {
        path: "topology.mmd".to_owned(),
        purpose: "The drawing as a Mermaid flowchart, for wikis and pull requests.",
        media_type: "text/vnd.mermaid",
        text,
    }]
}

/// A comment. Braces would begin a directive.
fn comment(out: &mut String, text: &str) {
    out.push_str("%% ");
    for letter in text.chars() {
        out.push(match letter {
            letter if letter.is_control() => ' ',
            '\u{2028}' | '\u{2029}' => ' ',
            '{' => '(',
            '}' => ')',
            letter => letter,
        });
    }
    out.push('\n');
}

fn flowchart(out: &mut String, scene: &Scene) {
    out.push_str("flowchart LR\n");
    let mut boxes = boxes(scene);
    boxes.retain(|boxed| !matches!(boxed.group.role, Role::Note | Role::Label));
    if boxes.is_empty() {
        out.push_str("  nothing[\"Nothing is planned yet\"]\n");
    }
    let roots = boxes.iter().filter(|boxed| parent(&boxes, boxed).is_none());
    for root in roots {
        node(out, &boxes, root, 1);
    }
    for joint in joints(scene, &boxes) {
        if !(is_inside(&boxes, joint.from, joint.to) || is_inside(&boxes, joint.to, joint.from)) {
            edge(out, &joint);
        }
    }
    styles(out, &boxes);
}

fn parent<'b>(boxes: &'b [Boxed<'_>], inner: &Boxed<'_>) -> Option<&'b str> {
    let key = inner.group.parent.as_deref()?;
    let outer = boxes.iter().find(|boxed| boxed.group.key == key)?;
    Some(&outer.group.key)
}

/// Whether one box stands in another, or is the same. Mermaid refuses lines between the two.
fn is_inside(boxes: &[Boxed<'_>], inner: &str, outer: &str) -> bool {
    let mut at = Some(inner);
    while let Some(key) = at {
        if key == outer {
            return true;
        }
        let found = boxes.iter().find(|it| it.group.key == key);
        at = found.and_then(|it| parent(boxes, it));
    }
    false
}

fn node(out: &mut String, all: &[Boxed<'_>], boxed: &Boxed<'_>, depth: usize) {
    let indent = "  ".repeat(depth);
    let id = id(&boxed.group.key);
    let label = label(&boxed.lines);
    let mut children = all
        .iter()
        .filter(|inner| parent(all, inner) == Some(&boxed.group.key))
        .peekable();
    if children.peek().is_none() {
        let _ = writeln!(out, "{indent}{id}[\"{label}\"]");
        return;
    }
    let _ = writeln!(out, "{indent}subgraph {id}[\"{label}\"]");
    for child in children {
        node(out, all, child, depth + 1);
    }
    let _ = writeln!(out, "{indent}end");
}

fn edge(out: &mut String, joint: &Joint<'_>) {
    let stroke = joint.course.map(|(_, stroke, _)| stroke);
    let (backward, forward) = joint.course.map_or((false, false), |(_, _, heads)| heads);
    let link = match (joint.group.layer, stroke) {
        (Layer::Peerings, _) => "<-->",
        (_, Some(Stroke::Flow)) if backward && forward => "<==>",
        (_, Some(Stroke::Flow)) => "==>",
        (_, Some(Stroke::Dns | Stroke::Dashed)) => "-.-",
        (_, Some(Stroke::Route)) => "-.->",
        _ if forward => "-->",
        _ => "---",
    };
    // A flow that is drawn against its direction has its head at the first point.
    let (from, to) = if backward && !forward {
        (joint.to, joint.from)
    } else {
        (joint.from, joint.to)
    };
    let text = if joint.label.is_empty() {
        String::new()
    } else {
        format!("|\"{}\"|", escaped(&joint.label))
    };
    let _ = writeln!(out, "  {} {link}{text} {}", id(from), id(to));
}

/// The look of networks, subnets and services, as in the other drawings.
fn styles(out: &mut String, boxes: &[Boxed<'_>]) {
    for (role, class, look) in [
        (
            Role::Vnet,
            "vnet",
            "fill:#f6f8fd,stroke:#1b55c0,color:#14202a",
        ),
        (
            Role::Subnet,
            "subnet",
            "fill:#ffffff,stroke:#78848c,color:#14202a",
        ),
        (
            Role::Node,
            "node1",
            "fill:#f5f6f6,stroke:#d6dcdf,color:#14202a",
        ),
        (
            Role::Service,
            "service",
            "fill:#eceff0,stroke:#78848c,color:#14202a",
        ),
    ] {
        let ids: Vec<String> = boxes
            .iter()
            .filter(|boxed| boxed.group.role == role)
            .map(|boxed| id(&boxed.group.key))
            .collect();
        if !ids.is_empty() {
            let _ = writeln!(out, "  classDef {class} {look}");
            let _ = writeln!(out, "  class {} {class}", ids.join(","));
        }
    }
}

/// An id that is no word of Mermaid's.
fn id(key: &str) -> String {
    let mut id = "n_".to_owned();
    id.extend(key.chars().map(|letter| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '_'
        }
    }));
    id
}

/// Lines of a label.
fn label(lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
    let label = lines.join("<br/>");
    // Mermaid refuses an empty label.
    if label.trim().is_empty() {
        "–".to_owned()
    } else {
        label
    }
}

/// Text inside quotation marks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            letter if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') => {
                out.push(' ');
            }
            ' ' | '-' | '_' | '.' | ',' | '/' | ':' | '(' | ')' | '–' | '…' | '×' => {
                out.push(letter);
            }
            letter if letter.is_alphanumeric() => out.push(letter),
            letter => {
                let _ = write!(out, "#{};", u32::from(letter));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_of_a_name_means_anything() {
        assert_eq!(
            escaped("a\"]\n--> b `x` <i>;#"),
            "a#34;#93; --#62; b #96;x#96; #60;i#62;#59;#35;"
        );
        assert_eq!(id("end"), "n_end");
        assert_eq!(label(&[String::new()]), "–");
        let mut out = String::new();
        comment(&mut out, "x\n%%{init: {}}%%");
        assert_eq!(out, "%% x %%(init: ())%%\n");
    }
}
