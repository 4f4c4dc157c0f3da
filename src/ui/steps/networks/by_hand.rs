//! Changing the address plan as a whole: the next free block, everything pinned, everything moved.

use leptos::prelude::*;

use crate::azure::subnet_sizes::SUBNET_LENGTHS;
use crate::capacity::usable_in;
use crate::domain::{Prefix, SubnetPurpose, VnetId};
use crate::readdress;
use crate::ui::components::{Note, Preview, Propose, Tone, dynamic, live, proposal, thousands};

/// Lengths offered for a new subnet: what subnets are like in practice.
const USUAL_LENGTHS: std::ops::RangeInclusive<u8> = 16..=29;
/// The length that is chosen to begin with.
const FIRST_LENGTH: u8 = 24;

/// The next free block of a chosen length, as a new subnet.
#[component]
pub fn NextFree(
    /// The VNet.
    vnet: VnetId,
) -> impl IntoView {
    let length = RwSignal::new(FIRST_LENGTH);
    let id = format!("next-free-{}", vnet.0);
    let options = USUAL_LENGTHS
        .filter(|length| SUBNET_LENGTHS.value.contains(length))
        .map(|length| {
            view! {
                <option value=length.to_string() selected={length == FIRST_LENGTH}>
                    {format!("/{length} · {} usable", thousands(usable_in(length)))}
                </option>
            }
        })
        .collect_view();
    view! {
        <div class="proposals">
            <label class="vh" for=id.clone()>
                "Length of the next free block"
            </label>
            <select
                class="in next-free"
                id=id
                on:change:target=move |event| {
                    if let Ok(chosen) = event.target().value().parse() {
                        length.set(chosen);
                    }
                }
            >
                {options}
            </select>
            <Propose
                label="Find the next free block"
                find=proposal(move |plan| {
                    let block = readdress::next_block(plan, vnet, length.get())?;
                    readdress::add_subnet(plan, vnet, block, SubnetPurpose::Other)
                })
            />
        </div>
    }
}

/// What is done to the whole address plan: pinning all placements, and moving it to another range.
#[component]
pub fn WholePlan() -> impl IntoView {
    let text = RwSignal::new(String::new());
    let asked = RwSignal::new(true);
    let range = live(move || text.with(|text| text.trim().parse::<Prefix>()));
    view! {
        <div class="rule">
            <Propose label="Pin all placements" find=proposal(readdress::pin_all) />
            <div class="field">
                <label for="rebase-to">"Move the whole plan to another range"</label>
                <p class="hint" id="rebase-to-h">
                    "Subnets, fixed addresses, routes and rules move along. You see what moves first."
                </p>
                <input
                    class="in mono"
                    id="rebase-to"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="172.20.0.0/14"
                    aria-describedby="rebase-to-h rebase-to-m"
                    prop:value=live(move || text.get())
                    on:input:target=move |event| {
                        text.set(event.target().value());
                        asked.set(true);
                    }
                />
                <div class="msgs" id="rebase-to-m" role="status">
                    {dynamic(move || {
                        if text.with(|text| text.trim().is_empty()) || !asked.get() {
                            return ().into_any();
                        }
                        match range.get() {
                            Ok(to) => {
                                let find = proposal(move |plan| readdress::rebase(plan, to));
                                view! { <Preview find asked /> }.into_any()
                            }
                            Err(error) => {
                                view! {
                                    <Note title="Not a range yet" tone=Tone::Warn>
                                        <p>{format!("{error}. Write one such as 172.20.0.0/14.")}</p>
                                    </Note>
                                }
                                    .into_any()
                            }
                        }
                    })}
                </div>
            </div>
        </div>
    }
}
