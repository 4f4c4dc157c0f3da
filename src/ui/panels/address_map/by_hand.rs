//! Editing the map by hand: what can be done to one block, with what would follow or why it cannot be done.
//!
//! Only the block that is open is computed. A free block that is cut in two is cut on this page only: free
//! space is not part of a plan, so cuts are forgotten with the page and never undone.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::{Plan, Prefix, SubnetId, VnetId};
use crate::readdress::{self, Change, Refusal};
use crate::ui::components::{Proposal, dynamic, live, make_change, press, proposal};
use crate::ui::steps::networks::add_subnet_at;
use crate::ui::{Session, browser, use_session};

/// A block of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A subnet.
    Subnet(SubnetId),
    /// Free space of a VNet.
    Free(VnetId, Prefix),
    /// An entry of the address space of a VNet, by its place there.
    Entry(VnetId, usize),
}

impl Block {
    /// The id of the button that opens it.
    fn id(self) -> String {
        match self {
            Self::Subnet(id) => format!("map-subnet-{}", id.0),
            Self::Free(vnet, prefix) => {
                let text = prefix.to_string().replace(['.', '/'], "-");
                format!("map-free-{}-{text}", vnet.0)
            }
            Self::Entry(vnet, index) => format!("map-entry-{}-{index}", vnet.0),
        }
    }
}

/// Which block is open, and how free blocks are cut.
#[derive(Clone, Copy, Default)]
pub(super) struct ByHand {
    /// The block whose changes are shown.
    open: RwSignal<Option<Block>>,
    /// Free blocks that show as their halves.
    pub(super) cuts: RwSignal<BTreeSet<Prefix>>,
    /// Entries of address spaces of which every free block is listed.
    pub(super) all: RwSignal<BTreeSet<(VnetId, usize)>>,
}

impl ByHand {
    pub(super) fn is_open(self, block: Block) -> bool {
        self.open.get() == Some(block)
    }

    /// Whether a free block is the half of one that was cut.
    pub(super) fn is_half(self, block: Prefix) -> bool {
        whole(block).is_some_and(|whole| self.cuts.with(|cuts| cuts.contains(&whole)))
    }

    /// Shows the changes of a block, and puts the focus on its button once that is drawn.
    fn go_to(self, block: Block) {
        self.open.set(Some(block));
        request_animation_frame(move || {
            request_animation_frame(move || {
                browser::focus(&block.id());
            });
        });
    }
}

/// The block that this one is a half of.
fn whole(half: Prefix) -> Option<Prefix> {
    Prefix::containing(half.first(), half.length().checked_sub(1)?)
}

/// The button that shows what can be done to a block.
#[component]
pub(super) fn ChangeButton(
    /// The block.
    block: Block,
    /// What it is called.
    name: String,
) -> impl IntoView {
    let hand = use_context::<ByHand>().unwrap_or_default();
    let toggle = move |_| {
        hand.open.update(|open| {
            *open = if *open == Some(block) {
                None
            } else {
                Some(block)
            };
        });
    };
    view! {
        <button
            type="button"
            class="btn small quiet"
            id=block.id()
            aria-expanded=live(move || hand.is_open(block).to_string())
            aria-label=format!("Change {name} by hand")
            on:click=press(toggle)
        >
            "Change"
        </button>
    }
}

/// What can be done to a block; nothing unless it is open.
#[component]
pub(super) fn Changes(
    /// The block.
    block: Block,
) -> impl IntoView {
    let hand = use_context::<ByHand>().unwrap_or_default();
    dynamic(move || {
        if !hand.is_open(block) {
            return None;
        }
        Some(match block {
            Block::Subnet(id) => view! { <SubnetChanges id /> }.into_any(),
            Block::Free(vnet, prefix) => view! { <FreeChanges vnet prefix /> }.into_any(),
            Block::Entry(vnet, index) => view! { <EntryChanges vnet index /> }.into_any(),
        })
    })
}

/// Where a subnet lies, and in which VNet.
fn place(session: Session, id: SubnetId) -> Option<(VnetId, Prefix)> {
    let vnet = session.with_untracked(|plan| plan.vnet_of(id).map(|vnet| vnet.id))?;
    let prefix = session
        .analysis
        .with_untracked(|analysis| analysis.allocation.prefix(id))?;
    Some((vnet, prefix))
}

#[component]
fn SubnetChanges(id: SubnetId) -> impl IntoView {
    let session = use_session();
    let block = Block::Subnet(id);
    let (vnet, prefix) = place(session, id)?;
    let length = prefix.length();
    let resized = |length: Option<u8>| {
        let length = length.filter(|length| *length <= 32);
        proposal(move |plan| readdress::resize_subnet(plan, id, length.ok_or(Refusal::Gone)?))
    };
    let (smaller, larger) = (length.saturating_add(1), length.saturating_sub(1));
    let elsewhere = proposal(move |plan| {
        let free = readdress::next_block(plan, vnet, length)?;
        readdress::move_subnet_to(plan, id, free)
    });
    let written = session.with_untracked(|plan| {
        plan.subnet(id)
            .is_some_and(|subnet| !subnet.prefix.is_blank())
    });
    let (pin_word, pinned) = if written {
        (
            "Let the plan size it",
            proposal(move |plan| readdress::unpin(plan, id)),
        )
    } else {
        (
            "Pin it here",
            proposal(move |plan| readdress::pin(plan, id)),
        )
    };
    Some(view! {
        <ul class="changes">
            <Act
                block
                word="Split in two"
                find=proposal(move |plan| readdress::split_subnet(plan, id))
            />
            <Act block word=format!("Shrink to /{smaller}") find=resized(Some(smaller)) />
            <Act block word=format!("Grow to /{larger}") find=resized(Some(larger)) />
            <Act block word="Move to the next free block" find=elsewhere />
            <Act block word=pin_word find=pinned />
        </ul>
    })
}

#[component]
fn EntryChanges(vnet: VnetId, index: usize) -> impl IntoView {
    let block = Block::Entry(vnet, index);
    view! {
        <ul class="changes">
            <Act
                block
                word="Split the range in two"
                find=proposal(move |plan| readdress::split_entry(plan, vnet, index))
            />
            <Act
                block
                word="Join it with its other half"
                find=proposal(move |plan| readdress::join_entries(plan, vnet, index))
            />
            <Act
                block
                word="Propose another range"
                find=proposal(move |plan| readdress::propose_space(plan, vnet, index))
            />
        </ul>
    }
}

#[component]
fn FreeChanges(vnet: VnetId, prefix: Prefix) -> impl IntoView {
    let session = use_session();
    let hand = use_context::<ByHand>().unwrap_or_default();
    let halves = readdress::split_block(prefix);
    let whole = whole(prefix).filter(|_| hand.is_half(prefix));
    let splits = halves
        .as_ref()
        .map(|(lower, upper)| format!("{lower} and {upper}, on this page only."))
        .map_err(ToString::to_string);
    let lower = halves.ok().map(|(lower, _)| lower);
    let split = move || {
        if let Some(lower) = lower {
            hand.cuts.update(|cuts| {
                cuts.insert(prefix);
            });
            session
                .announcement
                .set(format!("{prefix} shows as its two halves"));
            hand.go_to(Block::Free(vnet, lower));
        }
    };
    let join = move |whole: Prefix| {
        // What was cut inside the other half is whole again as well.
        hand.cuts
            .update(|cuts| cuts.retain(|cut| !whole.contains(*cut)));
        session
            .announcement
            .set(format!("{whole} shows as one block"));
        hand.go_to(Block::Free(vnet, whole));
    };
    view! {
        <ul class="changes">
            <li>
                <button
                    type="button"
                    class="btn small"
                    aria-label=format!("Use {prefix} for a new subnet")
                    on:click=press(move |_| add_subnet_at(session, vnet, prefix))
                >
                    "Use for a new subnet"
                </button>
                <p>"A subnet over all of it; the form opens at its name."</p>
            </li>
            <Plain id=format!("{}-split", Block::Free(vnet, prefix).id()) word="Split in two" outcome=splits act=Callback::new(move |()| split()) />
            {whole
                .map(|whole| {
                    let outcome = Ok(format!("{whole} shows as one block again."));
                    let id = format!("{}-join", Block::Free(vnet, prefix).id());
                    view! {
                        <Plain
                            id
                            word="Join with its other half"
                            outcome
                            act=Callback::new(move |()| join(whole))
                        />
                    }
                })}
        </ul>
    }
}

/// One change of the plan: a button with what follows, or with why it cannot be.
#[component]
fn Act(
    /// The block that it changes, which keeps the focus.
    block: Block,
    /// What the button says.
    #[prop(into)]
    word: String,
    /// Finds the change.
    find: Proposal,
) -> impl IntoView {
    let session = use_session();
    let hand = use_context::<ByHand>().unwrap_or_default();
    // Once for the plan as it is: any change of it draws the map anew.
    let outcome = session.with_untracked(|plan| outcome(plan, &find));
    let id = format!("{}-{}", block.id(), word.replace([' ', '/'], "-"));
    let act = move |()| {
        if make_change(session, &find).is_none() {
            hand.go_to(block);
        }
    };
    view! { <Plain id word outcome act=Callback::new(act) /> }
}

/// What a change would do, or why it cannot be made, in a sentence.
fn outcome(plan: &Plan, find: &Proposal) -> Result<String, String> {
    match find(plan) {
        Ok(Change { reason, .. }) => Ok(reason),
        Err(refusal) => Err(refusal.to_string()),
    }
}

#[component]
fn Plain(
    /// Element id; the sentence has the same with an ending.
    id: String,
    /// What the button says.
    #[prop(into)]
    word: String,
    /// What follows, or why it cannot be.
    outcome: Result<String, String>,
    /// What the button does.
    act: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let refused = outcome.is_err();
    let sentence = outcome.unwrap_or_else(|why| why);
    let spoken = sentence.clone();
    let why = format!("{id}-why");
    let click = move |_| {
        if refused {
            session.announcement.set(spoken.clone());
        } else {
            act.run(());
        }
    };
    view! {
        <li>
            <button
                type="button"
                class="btn small"
                id=id
                aria-disabled=refused.then_some("true")
                aria-describedby=why.clone()
                on:click=press(click)
            >
                {word}
            </button>
            <p id=why>{sentence}</p>
        </li>
    }
}
