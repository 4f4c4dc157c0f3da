//! Changing where things lie: ranges proposed, blocks split and joined by hand, placements pinned, the whole
//! plan moved to another range.
//!
//! Pure: a function answers with a [`Change`], which can be shown before it is made, or with a [`Refusal`] in
//! words for a person. What exists in Azure already never moves, and on-premises ranges are nobody's to
//! change. What is absent: judging a plan (`rules`), and placing what was left to us (`allocation`).

#![warn(clippy::arithmetic_side_effects)]

mod blocks;
mod by_hand;
mod moves;
mod pin;
mod propose;
mod rebase;
mod refusal;
mod space;
mod subnets;
mod written;

pub use blocks::{Block, Holder, blocks, cut_block, divided, join_free};
pub use by_hand::{join_blocks, join_entries, next_block, split_block, split_entry};
pub use moves::{move_entry, move_subnet};
pub use pin::{pin, pin_all, unpin};
pub use propose::{
    propose_dns_service_ip, propose_docker_bridge, propose_pod_cidr, propose_service_cidr,
    propose_space,
};
pub use rebase::rebase;
pub use refusal::Refusal;
pub use space::{USUAL_VNET_LENGTH, free_space, space_around};
pub use subnets::{
    add_subnet, grow_subnet, join_subnet, move_subnet_on, move_subnet_to, resize_subnet,
    shrink_subnet, split_subnet,
};
pub use written::{AddressPlace, PrefixPlace, written_addresses, written_prefixes};

use crate::domain::Edit;

/// A change of the address plan that a person can look at before making it.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What a button says: `Use 10.96.0.0/16`.
    pub label: String,
    /// The range or address that the change writes, as text; blank where it writes none or several.
    pub value: String,
    /// Why this one, or what goes along, in one sentence.
    pub reason: String,
    /// The change.
    pub edit: Edit,
}

/// A name as typed, or what the thing is where nothing was typed.
fn called(name: &str, otherwise: &str) -> String {
    match name.trim() {
        "" => otherwise.to_owned(),
        name => name.to_owned(),
    }
}
