//! What can be done to one part of an address space: each change with what follows, or with why it cannot be.
//!
//! What changes the plan is one undo step. Free space is not part of a plan: how it is divided is kept as long
//! as the view is on screen. All arithmetic is `readdress`'s; only the part that is open is asked about.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{Proposal, dynamic, live, make_change, memo, press, proposal};
use crate::domain::{Plan, Prefix, SubnetId, SubnetPurpose, VnetId};
use crate::readdress::{self, Refusal};
use crate::ui::{Session, browser, use_session};

/// A part of the address space that can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// An entry of the address space of a VNet, by its position.
    Entry(VnetId, usize),
    /// A subnet.
    Subnet(SubnetId),
    /// A free block of a VNet.
    Free(VnetId, Prefix),
}

/// What a person sees in one view: how free space is divided, and which part is open.
#[derive(Clone, Copy)]
pub struct Hand {
    /// The element that has the focus when a part is gone; its id begins the ids of all parts.
    home: StoredValue<String>,
    /// Free blocks that show as their two halves.
    pub cuts: RwSignal<BTreeSet<Prefix>>,
    open: RwSignal<Option<Part>>,
}

impl Hand {
    /// Nothing is open or divided; the element with the id `home` is around it.
    pub fn new(home: String) -> Self {
        Self {
            home: StoredValue::new(home),
            cuts: RwSignal::new(BTreeSet::new()),
            open: RwSignal::new(None),
        }
    }

    /// The element id of the button that opens a part.
    fn id(self, part: Part) -> String {
        let home = self.home.get_value();
        match part {
            Part::Entry(vnet, index) => format!("{home}-entry-{}-{index}", vnet.0),
            Part::Subnet(id) => format!("{home}-subnet-{}", id.0),
            Part::Free(vnet, prefix) => {
                let text = prefix.to_string().replace(['.', '/'], "-");
                format!("{home}-free-{}-{text}", vnet.0)
            }
        }
    }

    /// Whether a part is open, live.
    pub fn is_open(self, part: Part) -> bool {
        self.open.get() == Some(part)
    }

    /// Opens a part and puts the focus on it once it is drawn; on the element around it if it is not there.
    fn go_to(self, part: Part) {
        self.open.set(Some(part));
        let (id, home) = (self.id(part), self.home.get_value());
        let go = move || {
            if !browser::focus(&id) {
                browser::focus(&home);
            }
        };
        // Two frames: the view draws in the first, the part is there in the second.
        request_animation_frame(move || request_animation_frame(go));
    }
}

/// The button that shows what can be done to a part.
#[component]
pub fn OpenPart(
    /// What is seen.
    hand: Hand,
    /// The part.
    part: Part,
    /// What it is called.
    name: String,
) -> impl IntoView {
    let toggle = move |_| {
        let open = (hand.open.get_untracked() != Some(part)).then_some(part);
        hand.open.set(open);
    };
    view! {
        <button
            type="button"
            class="btn small"
            id=hand.id(part)
            aria-expanded=live(move || hand.is_open(part).to_string())
            aria-label=format!("Change {name}")
            on:click=press(toggle)
        >
            "Change"
        </button>
    }
}

/// The changes of a part; nothing unless it is open.
#[component]
pub fn PartChanges(
    /// What is seen.
    hand: Hand,
    /// The part.
    part: Part,
) -> impl IntoView {
    dynamic(move || {
        hand.is_open(part).then(|| {
            let offers = match part {
                Part::Entry(vnet, index) => entry_changes(hand, vnet, index),
                Part::Subnet(id) => subnet_changes(hand, id),
                Part::Free(vnet, block) => free_changes(hand, vnet, block),
            };
            view! { <ul class="offers">{offers}</ul> }
        })
    })
}

/// A change of the plan. Afterwards the focus is on `part`.
fn change(
    hand: Hand,
    part: Part,
    word: &'static str,
    find: impl Fn(&Plan) -> Result<readdress::Change, Refusal> + Send + Sync + 'static,
) -> AnyView {
    change_of(hand, part, word, proposal(find))
}

fn change_of(hand: Hand, part: Part, word: &'static str, find: Proposal) -> AnyView {
    let session = use_session();
    let seen = find.clone();
    let outcome = memo(move || {
        session.with(|plan| match seen(plan) {
            Ok(change) => Ok(change.reason),
            Err(refusal) => Err(refusal.to_string()),
        })
    });
    let act = Callback::new(move |()| {
        if make_change(session, &find).is_none() {
            hand.go_to(after(session, part));
        }
    });
    view! { <Offer hand part word outcome act /> }.into_any()
}

/// The part that is there after a change: a free block may have become a subnet.
fn after(session: Session, part: Part) -> Part {
    let Part::Free(vnet, block) = part else {
        return part;
    };
    session.with_untracked(|plan| {
        let mut subnets = plan.vnet(vnet).into_iter().flat_map(|vnet| &vnet.subnets);
        let made = subnets.find(|subnet| subnet.prefix.prefix() == Some(block));
        made.map_or(part, |subnet| Part::Subnet(subnet.id))
    })
}

fn subnet_changes(hand: Hand, id: SubnetId) -> Vec<AnyView> {
    let session = use_session();
    let part = Part::Subnet(id);
    let blank = session.field(move |plan| {
        let subnet = plan.subnet(id);
        subnet.is_some_and(|subnet| subnet.prefix.is_blank())
    });
    let pin = if blank.get() {
        change(hand, part, "Pin it here", move |plan| {
            readdress::pin(plan, id)
        })
    } else {
        change(hand, part, "Unpin it", move |plan| {
            readdress::unpin(plan, id)
        })
    };
    vec![
        change(hand, part, "Split in two", move |plan| {
            readdress::split_subnet(plan, id)
        }),
        change(hand, part, "Join with its other half", move |plan| {
            readdress::join_subnet(plan, id)
        }),
        change(hand, part, "Make it smaller", move |plan| {
            readdress::shrink_subnet(plan, id)
        }),
        change(hand, part, "Make it larger", move |plan| {
            readdress::grow_subnet(plan, id)
        }),
        change(hand, part, "Move to next free block", move |plan| {
            readdress::move_subnet_on(plan, id)
        }),
        pin,
    ]
}

fn entry_changes(hand: Hand, vnet: VnetId, index: usize) -> Vec<AnyView> {
    let part = Part::Entry(vnet, index);
    vec![
        change(hand, part, "Split the range in two", move |plan| {
            readdress::split_entry(plan, vnet, index)
        }),
        change(hand, part, "Join with its other half", move |plan| {
            readdress::join_entries(plan, vnet, index)
        }),
        change(hand, part, "Propose another range", move |plan| {
            readdress::propose_space(plan, vnet, index)
        }),
    ]
}

/// Free space is not part of a plan: dividing it changes what is shown and no more.
fn free_changes(hand: Hand, vnet: VnetId, block: Prefix) -> Vec<AnyView> {
    let session = use_session();
    let part = Part::Free(vnet, block);
    let show = move |whole: Prefix, next: Prefix, words: &str| {
        session.announcement.set(format!("{whole} {words}"));
        hand.go_to(Part::Free(vnet, next));
    };
    let halves = memo(move || match readdress::split_block(block) {
        Ok((lower, upper)) => Ok(format!(
            "{lower} and {upper}. The plan stays as it is until one of them becomes a subnet."
        )),
        Err(refusal) => Err(refusal.to_string()),
    });
    let split = Callback::new(move |()| {
        let lower = hand
            .cuts
            .try_update(|cuts| readdress::cut_block(cuts, block));
        if let Some(Ok(lower)) = lower {
            show(block, lower, "shows as its two halves");
        }
    });
    let joined = move |cuts: &mut BTreeSet<Prefix>, plan: &Plan| {
        let vnet = plan.vnet(vnet).ok_or(Refusal::Gone)?;
        session
            .analysis
            .with(|it| readdress::join_free(vnet, &it.allocation, cuts, block))
    };
    let whole = memo(move || {
        let mut cuts = hand.cuts.get();
        match session.with(|plan| joined(&mut cuts, plan)) {
            Ok(whole) => Ok(format!("{whole} shows as one block again.")),
            Err(refusal) => Err(refusal.to_string()),
        }
    });
    let join = Callback::new(move |()| {
        let mut cuts = hand.cuts.get_untracked();
        if let Ok(whole) = session.with_untracked(|plan| joined(&mut cuts, plan)) {
            hand.cuts.set(cuts);
            show(whole, whole, "shows as one block");
        }
    });
    vec![
        change(hand, part, "Make it a subnet", move |plan| {
            readdress::add_subnet(plan, vnet, block, SubnetPurpose::Other)
        }),
        view! { <Offer hand part word="Split in two" outcome=halves act=split /> }.into_any(),
        view! { <Offer hand part word="Join with its other half" outcome=whole act=join /> }
            .into_any(),
    ]
}

/// One change: a button, and what follows or why it cannot be.
#[component]
fn Offer(
    hand: Hand,
    part: Part,
    word: &'static str,
    outcome: Memo<Result<String, String>>,
    act: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let why = format!("{}-{}", hand.id(part), word.replace(' ', "-"));
    let click = move |_| match outcome.get_untracked() {
        Ok(_) => act.run(()),
        Err(refusal) => session.announcement.set(refusal),
    };
    let refused = move || outcome.with(Result::is_err);
    view! {
        <li class:refused=live(refused)>
            <button
                type="button"
                class="btn small"
                aria-disabled=live(move || refused().then_some("true"))
                aria-describedby=why.clone()
                on:click=press(click)
            >
                {word}
            </button>
            <p id=why>
                {dynamic(move || match outcome.get() {
                    Ok(text) | Err(text) => text,
                })}
            </p>
        </li>
    }
}
