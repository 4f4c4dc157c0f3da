//! The address map: each address space as a strip of equal cells, with its subnets and what is free.

mod rows;
mod strip;

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::VnetId;
use crate::ui::components::{Hand, OpenPart, Part, PartChanges, dynamic, thousands};
use crate::ui::use_session;
use rows::Rows;
use strip::Strip;

/// What a person sees of the map.
#[derive(Clone, Copy)]
struct Seen {
    /// Which part is open, and how free blocks are divided.
    hand: Hand,
    /// Entries of address spaces of which every free block is listed.
    all: RwSignal<BTreeSet<(VnetId, usize)>>,
}

/// The address map of all VNets.
#[component]
pub fn AddressMap() -> impl IntoView {
    let session = use_session();
    let strips = Memo::new(move |_| {
        session.with(|plan| {
            session
                .analysis
                .with(|analysis| strip::strips(plan, &analysis.demand, &analysis.allocation))
        })
    });
    let seen = Seen {
        hand: Hand::new("panel-map".to_owned()),
        all: RwSignal::new(BTreeSet::new()),
    };
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
            strips.into_iter().map(|strip| view! { <StripView seen strip /> }).collect_view().into_any()
        })}
    }
}

#[component]
fn StripView(seen: Seen, strip: Strip) -> impl IntoView {
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
    let hand = seen.hand;
    let part = Part::Entry(strip.vnet, strip.entry);
    let entry_name = strip.space.to_string();
    view! {
        <section class="amap">
            <div class="spread">
                <h3>
                    {strip.vnet_name.clone()} " "
                    <span class="mono">{strip.space.to_string()}</span>
                </h3>
                <OpenPart hand part name=entry_name />
            </div>
            <PartChanges hand part />
            <p class="hint">
                {format!(
                    "{} of {} in subnets. One cell is a /{} ({} addresses).",
                    thousands(strip.used),
                    thousands(strip.space.size()),
                    strip.cell_length,
                    thousands(cell_size),
                )}
            </p>
            <div aria-hidden="true">
                <div class="strip">{cells}</div>
                <div class="ruler">{ruler}</div>
            </div>
            <Rows seen strip />
        </section>
    }
}
