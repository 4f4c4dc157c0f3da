//! The list below a strip: its subnets, and the blocks that are free.

use leptos::prelude::*;

use super::Seen;
use super::strip::{Row, Strip, cut};
use crate::azure::reserved;
use crate::domain::{Item, Prefix, VnetId};
use crate::ui::components::{OpenPart, Part, PartChanges, dynamic, press, thousands};
use crate::ui::use_session;

/// Free blocks listed until somebody asks for all of them.
const FEW: usize = 4;

/// Subnets in the order of their addresses, then free blocks, the largest first.
#[component]
pub(super) fn Rows(seen: Seen, strip: Strip) -> impl IntoView {
    let hand = seen.hand;
    let vnet = strip.vnet;
    let entry = (vnet, strip.entry);
    let free = strip.free;
    let whole = free.len();
    let blocks = Memo::new(move |_| hand.cuts.with(|cuts| cut(&free, cuts)));
    let caption = format!("Subnets and free blocks of {}", strip.vnet_name);
    let shown = move || {
        let all = blocks.get();
        // Blocks that a person has cut are what that person looks at.
        let few = all.len() <= FEW || seen.all.with(|all| all.contains(&entry));
        let cut_here = all.len() > whole;
        if few || cut_here {
            (all, 0)
        } else {
            let more = all.len().saturating_sub(FEW);
            (all.into_iter().take(FEW).collect(), more)
        }
    };
    view! {
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
                        <th scope="col">
                            <span class="vh">"By hand"</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {strip.rows.into_iter().map(|row| view! { <SubnetRow seen row /> }).collect_view()}
                    {dynamic(move || {
                        let (blocks, more) = shown();
                        view! {
                            {blocks
                                .into_iter()
                                .map(|prefix| view! { <FreeRow seen vnet prefix /> })
                                .collect_view()}
                            {(more > 0).then(|| view! { <MoreRow seen entry more /> })}
                        }
                    })}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn SubnetRow(seen: Seen, row: Row) -> impl IntoView {
    let session = use_session();
    let subject = Item::Subnet(row.id).field("prefix");
    let part = Part::Subnet(row.id);
    view! {
        <tr>
            <td>{row.letter.to_string()}</td>
            <th scope="row">
                <button type="button" class="why link" on:click=press(move |_| session.go_to(subject))>
                    {row.name.clone()}
                </button>
                <br />
                <span class="facts">{row.prefix.to_string()}</span>
            </th>
            <td class="num">{thousands(reserved::usable(row.prefix))}</td>
            <td class="end">
                <OpenPart hand=seen.hand part name=row.name />
            </td>
        </tr>
        <ChangesRow seen part />
    }
}

#[component]
fn FreeRow(seen: Seen, vnet: VnetId, prefix: Prefix) -> impl IntoView {
    let part = Part::Free(vnet, prefix);
    view! {
        <tr>
            <td>"–"</td>
            <th scope="row">
                "Free"
                <br />
                <span class="facts">{prefix.to_string()}</span>
            </th>
            <td class="num">{thousands(reserved::usable(prefix))}</td>
            <td class="end">
                <OpenPart hand=seen.hand part name=format!("free block {prefix}") />
            </td>
        </tr>
        <ChangesRow seen part />
    }
}

/// What can be done to a block, in a row of its own below it.
#[component]
fn ChangesRow(seen: Seen, part: Part) -> impl IntoView {
    let hand = seen.hand;
    dynamic(move || {
        hand.is_open(part).then(|| {
            view! {
                <tr class="by-hand">
                    <td colspan="4">
                        <PartChanges hand part />
                    </td>
                </tr>
            }
        })
    })
}

#[component]
fn MoreRow(seen: Seen, entry: (VnetId, usize), more: usize) -> impl IntoView {
    let words = match more {
        1 => "Show 1 more free block".to_owned(),
        n => format!("Show {n} more free blocks"),
    };
    let show = move |_| {
        seen.all.update(|all| {
            all.insert(entry);
        });
    };
    view! {
        <tr>
            <td></td>
            <td colspan="3">
                <button type="button" class="why link" on:click=press(show)>
                    {words}
                </button>
            </td>
        </tr>
    }
}
