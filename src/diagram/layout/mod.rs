//! From content to places: two fixed layouts, wide and narrow, without a graph library.
//!
//! Both use one core (the VNets with endpoints and computes, their services beside them, every private link a
//! straight line) and differ in where the other VNets and the people stand: in columns to the left of the
//! core, or in rows above it.

mod board;
mod core;
mod core_lines;
mod flows_narrow;
mod flows_wide;
mod header;
mod notes;
mod peerings;
mod services;
mod side;
mod subnet;

use super::Width;
use super::content::Content;
use super::scene::Scene;
use board::Board;

/// Lays out and paints everything.
pub(super) fn scene(content: &Content<'_>, width: Width) -> Scene {
    let mut board = Board::new(content, width);
    if content.is_blank() && content.services.is_empty() {
        notes::blank(&mut board);
        return board.finish(content);
    }
    notes::title(&mut board);
    match width {
        Width::Wide => wide(&mut board),
        Width::Narrow => narrow(&mut board),
    }
    board.finish(content)
}

/// Columns: people, other VNets, gap, main VNets, gap, services.
fn wide(board: &mut Board<'_>) {
    let top = board.frame.top;
    let side_bottom = side::column(board, top);
    let core_bottom = core::core(board, top, None);
    side::people_beside(board);
    peerings::wide(board);
    core_lines::lines(board);
    flows_wide::lines(board);
    notes::beside(board, side_bottom, core_bottom);
}

/// Rows: people, other VNets, then main VNets with services beside them.
fn narrow(board: &mut Board<'_>) {
    let people_bottom = side::people_above(board);
    let side_bottom = side::rows(board, people_bottom);
    let enters_at = flows_narrow::enters_at(board);
    let core_bottom = core::core(board, side_bottom, enters_at);
    peerings::narrow(board);
    core_lines::lines(board);
    flows_narrow::lines(board);
    notes::beneath(board, core_bottom);
}
