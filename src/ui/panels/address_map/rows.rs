//! The list below a strip: its subnets, and the blocks that are free.

use leptos::prelude::*;

use super::by_hand::{Block, ByHand, ChangeButton, Changes};
use super::strip::{Row, Strip, cut};
use crate::azure::reserved;
use crate::domain::{Item, Prefix, VnetId};
use crate::ui::components::{dynamic, press, thousands};
use crate::ui::use_session;

/// Free blocks listed until somebody asks for all of them.
const FEW: usize = 4;

/// Subnets in the order of their addresses, then free blocks, the largest first.
#[component]
pub(super) fn Rows(strip: Strip) -> impl IntoView {
    let hand = use_context::<ByHand>().unwrap_or_default();
    let vnet = strip.vnet;
    let entry = (vnet, strip.entry);
    let free = strip.free;
    let blocks = Memo::new(move |_| hand.cuts.with(|cuts| cut(&free, cuts)));
    let caption = format!("Subnets and free blocks of {}", strip.vnet_name);
    let shown = move || {
        let all = blocks.get();
        // Blocks that a person has cut are what that person looks at.
        let few = all.len() <= FEW || hand.all.with(|all| all.contains(&entry));
        let cut_here = all.iter().any(|block| hand.is_half(*block));
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
                    {strip.rows.into_iter().map(|row| view! { <SubnetRow row /> }).collect_view()}
                    {dynamic(move || {
                        let (blocks, more) = shown();
                        view! {
                            {blocks
                                .into_iter()
                                .map(|prefix| view! { <FreeRow vnet prefix /> })
                                .collect_view()}
                            {(more > 0).then(|| view! { <MoreRow entry more /> })}
                        }
                    })}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn SubnetRow(row: Row) -> impl IntoView {
    let session = use_session();
    let subject = Item::Subnet(row.id).field("prefix");
    let block = Block::Subnet(row.id);
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
                <ChangeButton block name=row.name />
            </td>
        </tr>
        <ChangesRow block />
    }
}

#[component]
fn FreeRow(vnet: VnetId, prefix: Prefix) -> impl IntoView {
    let block = Block::Free(vnet, prefix);
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
                <ChangeButton block name=prefix.to_string() />
            </td>
        </tr>
        <ChangesRow block />
    }
}

/// What can be done to a block, in a row of its own below it.
#[component]
fn ChangesRow(block: Block) -> impl IntoView {
    let hand = use_context::<ByHand>().unwrap_or_default();
    dynamic(move || {
        hand.is_open(block).then(|| {
            view! {
                <tr class="by-hand">
                    <td colspan="4">
                        <Changes block />
                    </td>
                </tr>
            }
        })
    })
}

#[component]
fn MoreRow(entry: (VnetId, usize), more: usize) -> impl IntoView {
    let hand = use_context::<ByHand>().unwrap_or_default();
    let words = match more {
        1 => "Show 1 more free block".to_owned(),
        n => format!("Show {n} more free blocks"),
    };
    let show = move |_| {
        hand.all.update(|all| {
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
