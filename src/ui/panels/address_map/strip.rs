//! What a strip of the address map shows: computed from the plan, without a page.

use std::collections::BTreeSet;

use crate::allocation::{Allocation, free_blocks};
use crate::azure::reserved;
use crate::azure::subnet_sizes::NEARLY_FULL_PERCENT;
use crate::capacity::Demand;
use crate::domain::{Plan, Prefix, SubnetId, SubnetPurpose, Vnet, VnetId};
use crate::readdress;

/// Cells in a strip.
const CELLS: u64 = 16;

/// One address space with what lies in it.
#[derive(Clone, PartialEq)]
pub(super) struct Strip {
    pub(super) vnet: VnetId,
    pub(super) vnet_name: String,
    pub(super) space: Prefix,
    /// Which entry of the VNet's address space it is.
    pub(super) entry: usize,
    /// Length of one cell's prefix.
    pub(super) cell_length: u8,
    pub(super) cells: Vec<Cell>,
    pub(super) rows: Vec<Row>,
    /// Free blocks, the largest first.
    pub(super) free: Vec<Prefix>,
    pub(super) used: u64,
}

/// One or more cells that a strip draws as one.
#[derive(Clone, PartialEq)]
pub(super) struct Cell {
    /// Cells that it spans.
    pub(super) span: u64,
    /// Parts: letter, class, offset and width in per cent.
    pub(super) parts: Vec<(char, &'static str, u64, u64)>,
}

/// A subnet in the list below a strip.
#[derive(Clone, PartialEq)]
pub(super) struct Row {
    pub(super) letter: char,
    pub(super) id: SubnetId,
    pub(super) name: String,
    pub(super) prefix: Prefix,
}

/// The cell length that shows every subnet within the first cells: the space in 16, or less of it.
fn cell_length(space: Prefix, subnets: &[(char, &'static str, Prefix)]) -> u8 {
    let end = subnets
        .iter()
        .map(|(_, _, prefix)| {
            u64::from(u32::from(prefix.last())) - u64::from(u32::from(space.first())) + 1
        })
        .max()
        .unwrap_or(space.size());
    let mut length = space.length().saturating_add(4).min(32);
    // Halve the cell while everything still fits into the strip.
    while length < 28 && end <= CELLS << (32 - length - 1) {
        length += 1;
    }
    length
}

/// The strips of all VNets, in the plan's order.
pub(super) fn strips(plan: &Plan, demand: &Demand, allocation: &Allocation) -> Vec<Strip> {
    let mut letters = 0_u8;
    let mut out = Vec::new();
    for vnet in &plan.vnets {
        for (entry, text) in vnet.address_space.iter().enumerate() {
            let Some(space) = text.prefix() else { continue };
            let strip = Strip {
                entry,
                ..strip(demand, allocation, vnet, space, letters)
            };
            letters = letters.wrapping_add(u8::try_from(strip.rows.len()).unwrap_or(u8::MAX));
            out.push(strip);
        }
    }
    out
}

fn strip(demand: &Demand, allocation: &Allocation, vnet: &Vnet, space: Prefix, first: u8) -> Strip {
    let mut rows: Vec<(Row, &'static str)> = vnet
        .subnets
        .iter()
        .filter_map(|subnet| {
            let prefix = allocation
                .prefix(subnet.id)
                .filter(|prefix| space.contains(*prefix))?;
            let fixed = matches!(
                subnet.purpose,
                SubnetPurpose::Bastion
                    | SubnetPurpose::Gateway
                    | SubnetPurpose::Firewall
                    | SubnetPurpose::FirewallManagement
                    | SubnetPurpose::RouteServer
            );
            let needed = demand.of(subnet.id).total();
            let full = needed.saturating_mul(100)
                > reserved::usable(prefix).saturating_mul(NEARLY_FULL_PERCENT.value);
            let class = match (fixed, full) {
                (true, _) => "fixed",
                (false, true) => "warn",
                (false, false) => "",
            };
            let row = Row {
                letter: ' ',
                id: subnet.id,
                name: subnet.name.clone(),
                prefix,
            };
            Some((row, class))
        })
        .collect();
    rows.sort_by_key(|(row, _)| row.prefix);
    for (letter, (row, _)) in (first..).zip(&mut rows) {
        row.letter = char::from(b'A' + letter % 26);
    }
    let placed: Vec<(char, &'static str, Prefix)> = rows
        .iter()
        .map(|(row, class)| (row.letter, *class, row.prefix))
        .collect();
    let cell_length = cell_length(space, &placed);
    let taken: Vec<Prefix> = placed.iter().map(|(_, _, prefix)| *prefix).collect();
    let mut free = free_blocks(&[space], &taken);
    free.sort_by_key(|prefix| (prefix.length(), prefix.first()));
    Strip {
        vnet: vnet.id,
        vnet_name: vnet.name.clone(),
        space,
        entry: 0,
        cell_length,
        cells: cells(space, cell_length, &placed),
        used: taken.iter().map(|prefix| prefix.size()).sum(),
        rows: rows.into_iter().map(|(row, _)| row).collect(),
        free,
    }
}

/// The cells of a strip, in address order.
fn cells(space: Prefix, length: u8, subnets: &[(char, &'static str, Prefix)]) -> Vec<Cell> {
    let mut out = Vec::new();
    let mut cell = Prefix::containing(space.first(), length);
    let mut index = 0;
    while let Some(here) = cell.filter(|here| space.contains(*here) && index < CELLS) {
        let spanning = subnets
            .iter()
            .find(|(_, _, prefix)| prefix.contains(here) && prefix.first() == here.first());
        let mut span = 1;
        let parts = if let Some((letter, class, prefix)) = spanning {
            span = (prefix.size() / here.size()).min(CELLS - index);
            vec![(*letter, *class, 0, 100)]
        } else {
            subnets
                .iter()
                .filter(|(_, _, prefix)| here.contains(*prefix))
                .map(|(letter, class, prefix)| {
                    let offset = u64::from(u32::from(prefix.first()) - u32::from(here.first()));
                    let percent = |part: u64| part * 100 / here.size();
                    (
                        *letter,
                        *class,
                        percent(offset),
                        percent(prefix.size()).max(1),
                    )
                })
                .collect()
        };
        out.push(Cell { span, parts });
        index += span;
        cell = (0..span).try_fold(here, |here, _| here.next());
    }
    out
}

/// Free blocks as a person has divided them.
pub(super) fn cut(free: &[Prefix], cuts: &BTreeSet<Prefix>) -> Vec<Prefix> {
    free.iter()
        .flat_map(|block| readdress::divided(*block, cuts))
        .collect()
}
