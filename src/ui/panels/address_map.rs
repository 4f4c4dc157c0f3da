//! The address map: each address space as a strip of equal cells, with its subnets and what is free.

use leptos::prelude::*;

use crate::allocation::{Allocation, free_blocks};
use crate::azure::reserved;
use crate::azure::subnet_sizes::NEARLY_FULL_PERCENT;
use crate::domain::{Item, Plan, Prefix, PrefixText, SubnetId, SubnetPurpose, Vnet, VnetId};
use crate::ui::components::{dynamic, press, thousands};
use crate::ui::steps::networks::add_subnet_at;
use crate::ui::use_session;

/// Cells in a strip.
const CELLS: u64 = 16;
/// Free blocks listed at most.
const MAX_FREE: usize = 4;

/// One address space with what lies in it.
#[derive(Clone, PartialEq)]
struct Strip {
    vnet: VnetId,
    vnet_name: String,
    space: Prefix,
    /// Length of one cell's prefix.
    cell_length: u8,
    cells: Vec<Cell>,
    rows: Vec<Row>,
    free: Vec<Prefix>,
    used: u64,
}

#[derive(Clone, PartialEq)]
struct Cell {
    /// Cells that it spans.
    span: u64,
    /// Parts: letter, class, offset and width in per cent.
    parts: Vec<(char, &'static str, u64, u64)>,
}

#[derive(Clone, PartialEq)]
struct Row {
    letter: char,
    id: SubnetId,
    name: String,
    prefix: Prefix,
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

fn strip(plan: &Plan, allocation: &Allocation, vnet: &Vnet, space: Prefix, first: u8) -> Strip {
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
            let needed = crate::capacity::demand(plan).of(subnet.id).total();
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
    free.truncate(MAX_FREE);
    Strip {
        vnet: vnet.id,
        vnet_name: vnet.name.clone(),
        space,
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

/// The address map of all VNets.
#[component]
pub fn AddressMap() -> impl IntoView {
    let session = use_session();
    let strips = Memo::new(move |_| {
        session.with(|plan| {
            session.analysis.with(|analysis| {
                let mut letters = 0_u8;
                let mut out = Vec::new();
                for vnet in &plan.vnets {
                    for space in vnet.address_space.iter().filter_map(PrefixText::prefix) {
                        let strip = strip(plan, &analysis.allocation, vnet, space, letters);
                        letters =
                            letters.wrapping_add(u8::try_from(strip.rows.len()).unwrap_or(u8::MAX));
                        out.push(strip);
                    }
                }
                out
            })
        })
    });
    view! {
        <ul class="swatches" aria-hidden="true">
            <li>
                <i class="sw-subnet"></i>
                "Subnet"
            </li>
            <li>
                <i class="sw-warn"></i>
                "Over 80% full"
            </li>
            <li>
                <i class="sw-fixed"></i>
                "Fixed purpose"
            </li>
            <li>
                <i class="sw-free"></i>
                "Free"
            </li>
        </ul>
        {dynamic(move || {
            let strips = strips.get();
            if strips.is_empty() {
                return view! {
                    <div class="empty">
                        <h3>"No address space yet"</h3>
                        <p>"Give a VNet an address prefix to see where its subnets lie."</p>
                    </div>
                }
                    .into_any();
            }
            strips.into_iter().map(|strip| view! { <StripView strip /> }).collect_view().into_any()
        })}
    }
}

#[component]
fn StripView(strip: Strip) -> impl IntoView {
    let cell_size = 1_u64 << (32 - strip.cell_length);
    let first = u32::from(strip.space.first());
    let ruler = (0..4_u32)
        .filter_map(|quarter| {
            let offset = u32::try_from(u64::from(quarter) * 4 * cell_size).ok()?;
            first.checked_add(offset).map(std::net::Ipv4Addr::from)
        })
        .map(|address| view! { <span style="grid-column: span 4">{address.to_string()}</span> })
        .collect_view();
    let cells = strip
        .cells
        .iter()
        .map(|cell| {
            let class = cell
                .parts
                .first()
                .map_or("cell", |(_, class, _, _)| match *class {
                    "warn" => "cell warn",
                    "fixed" => "cell fixed",
                    _ => "cell",
                });
            let parts = cell
                .parts
                .iter()
                .map(|(letter, _, offset, width)| {
                    view! {
                        <i style=format!("--o:{offset};--p:{width}")></i>
                        <em style=format!("--o:{offset};--p:{}", (*width).max(12))>
                            {letter.to_string()}
                        </em>
                    }
                })
                .collect_view();
            view! {
                <div class=class style=format!("grid-column: span {}", cell.span)>
                    {parts}
                </div>
            }
        })
        .collect_view();
    let caption = format!("Subnets and free blocks of {}", strip.vnet_name);
    let vnet = strip.vnet;
    view! {
        <section class="amap">
            <div class="spread">
                <h3>
                    {strip.vnet_name.clone()} " "
                    <span class="mono">{strip.space.to_string()}</span>
                </h3>
                <span class="hint">
                    {format!(
                        "{} of {} in subnets",
                        thousands(strip.used),
                        thousands(strip.space.size()),
                    )}
                </span>
            </div>
            <p class="hint">
                {format!(
                    "One cell is a /{} ({} addresses).",
                    strip.cell_length,
                    thousands(cell_size),
                )}
            </p>
            <div aria-hidden="true">
                <div class="strip">{cells}</div>
                <div class="ruler">{ruler}</div>
            </div>
            <div class="table-wrap">
                <table class="table keep">
                    <caption class="vh">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Key"</th>
                            <th scope="col">"Block"</th>
                            <th scope="col" class="num">
                                "Usable"
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {strip.rows.into_iter().map(|row| view! { <SubnetRow row /> }).collect_view()}
                        {strip
                            .free
                            .into_iter()
                            .map(|prefix| view! { <FreeRow vnet prefix /> })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn SubnetRow(row: Row) -> impl IntoView {
    let session = use_session();
    let subject = Item::Subnet(row.id).field("prefix");
    view! {
        <tr>
            <td>{row.letter.to_string()}</td>
            <th scope="row">
                <button type="button" class="why link" on:click=press(move |_| session.go_to(subject))>
                    {row.name}
                </button>
                <br />
                <span class="facts">{row.prefix.to_string()}</span>
            </th>
            <td class="num">{thousands(reserved::usable(row.prefix))}</td>
        </tr>
    }
}

#[component]
fn FreeRow(vnet: VnetId, prefix: Prefix) -> impl IntoView {
    let session = use_session();
    let label = format!("Use {prefix} for a new subnet");
    view! {
        <tr>
            <td>"–"</td>
            <th scope="row">
                "Free "
                <span class="mono">{prefix.to_string()}</span>
                <br />
                <button
                    type="button"
                    class="why link"
                    aria-label=label
                    on:click=press(move |_| add_subnet_at(session, vnet, prefix))
                >
                    "Use for a new subnet"
                </button>
            </th>
            <td class="num">{thousands(reserved::usable(prefix))}</td>
        </tr>
    }
}
