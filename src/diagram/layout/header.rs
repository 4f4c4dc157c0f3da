//! The head of a VNet's box: glyph, name, address space, what it is for.

use super::board::{Board, outline, write, write_to};
use crate::diagram::content::Network;
use crate::diagram::glyphs::Glyph;
use crate::diagram::measure::{TextStyle, first_fitting, width};
use crate::diagram::scene::{Area, Group, Paint, Role, Shape, at};
use crate::domain::Item;

/// Height of the head.
pub(super) const HEAD: i32 = 56;

/// Draws a VNet's box with its head between two `x` that no line passes through.
pub(super) fn vnet(board: &mut Board<'_>, network: &Network, area: Area, (from, to): (i32, i32)) {
    let mut group =
        Group::boxed(Role::Vnet, &network.key, area).about(Item::Vnet(network.id).field(""));
    group.shapes.push(outline(area, 8, Paint::Vnet, false));
    let y = area.y;
    group
        .shapes
        .push(Shape::Glyph(Glyph::Vnet, at(from, y + 13), 20));
    let marks = board.marks(&network.key, at(to, y + 24), network.marks);
    let x = from + 28;
    let room = marks - 6 - x;
    write(
        &mut group,
        at(x, y + 28),
        TextStyle::Name,
        room,
        &network.name,
    );
    let prefixes = prefix_forms(&network.prefixes);
    let prefix = first_fitting(&prefixes, TextStyle::Mono, to - x);
    write(&mut group, at(x, y + 45), TextStyle::Mono, to - x, prefix);
    let beside = to - x - width(prefix, TextStyle::Mono) - 10;
    if width(&network.detail, TextStyle::Small) <= beside {
        write_to(
            &mut group,
            at(to, y + 45),
            TextStyle::Small,
            beside,
            &network.detail,
        );
    }
    board.add(group);
}

/// All prefixes, else the first and how many more there are.
fn prefix_forms(prefixes: &[String]) -> Vec<String> {
    let Some(first) = prefixes.first() else {
        return vec!["no address space".to_owned()];
    };
    let mut forms = vec![prefixes.join(", ")];
    if prefixes.len() > 1 {
        forms.push(format!("{first} + {}", prefixes.len() - 1));
    }
    forms
}
