//! The address space of a VNet, divided by hand: its blocks in the order of their addresses, and what can be
//! done to each.
//!
//! What changes the plan is one undo step. Free space is not part of a plan: how it is divided is kept as long
//! as the card is on screen. All arithmetic is `readdress`'s; only the block that is open is asked about.

mod changes;
mod table;

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::{Prefix, SubnetId, VnetId};
use crate::ui::browser;
use crate::ui::components::{Icon, When, live, press};

/// A part of the address space that can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// An entry of the address space, by its position.
    Entry(usize),
    /// A subnet.
    Subnet(SubnetId),
    /// A free block.
    Free(Prefix),
}

/// What a person sees of one VNet: how free space is divided, and which part is open.
#[derive(Clone, Copy)]
struct Hand {
    vnet: VnetId,
    cuts: RwSignal<BTreeSet<Prefix>>,
    open: RwSignal<Option<Part>>,
}

impl Hand {
    /// The element id of the button that opens a part.
    fn id(self, part: Part) -> String {
        let vnet = self.vnet.0;
        match part {
            Part::Entry(index) => format!("hand-{vnet}-entry-{index}"),
            Part::Subnet(id) => format!("hand-{vnet}-subnet-{}", id.0),
            Part::Free(prefix) => {
                let text = prefix.to_string().replace(['.', '/'], "-");
                format!("hand-{vnet}-free-{text}")
            }
        }
    }

    fn is_open(self, part: Part) -> bool {
        self.open.get() == Some(part)
    }

    /// Opens a part and puts the focus on it once it is drawn; on the button above if it is not there.
    fn go_to(self, part: Part) {
        self.open.set(Some(part));
        let (id, otherwise) = (self.id(part), toggle_id(self.vnet));
        let go = move || {
            if !browser::focus(&id) {
                browser::focus(&otherwise);
            }
        };
        // Two frames: the table draws in the first, the part is there in the second.
        request_animation_frame(move || request_animation_frame(go));
    }
}

/// The element id of the button that shows the blocks of a VNet.
fn toggle_id(vnet: VnetId) -> String {
    format!("hand-{}", vnet.0)
}

/// The button that shows the blocks of a VNet, and the blocks.
#[component]
pub fn ByHand(
    /// The VNet.
    vnet: VnetId,
) -> impl IntoView {
    let hand = Hand {
        vnet,
        cuts: RwSignal::new(BTreeSet::new()),
        open: RwSignal::new(None),
    };
    let shown = RwSignal::new(false);
    view! {
        <div class="hand">
            <button
                type="button"
                class="btn small quiet"
                id=toggle_id(vnet)
                aria-expanded=live(move || shown.get().to_string())
                on:click=press(move |_| shown.update(|shown| *shown = !*shown))
            >
                <Icon name="chev" />
                "Edit by hand"
            </button>
            <When test=live(move || shown.get())>
                <table::Blocks hand />
            </When>
        </div>
    }
}
