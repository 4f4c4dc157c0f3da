//! The lock of a field that stays as it is created: a small button that tells why.
//!
//! The reason is also part of the field's description, so that nobody has to find the button to hear it.

use leptos::prelude::*;

use super::{Icon, field_id};
use crate::azure::irreversible::irreversible;
use crate::domain::Subject;

/// The lock, with its reason; nothing for a field that can be changed later.
#[component]
pub fn Lock(
    /// The field.
    subject: Subject,
) -> impl IntoView {
    irreversible(subject).map(|why| {
        let id = format!("{}-l", field_id(subject));
        view! {
            <button
                type="button"
                class="lock"
                popovertarget=id.clone()
                title="Set for good at creation"
                aria-label="Why this is set for good at creation"
            >
                <Icon name="lock" />
            </button>
            <div class="lock-why" popover="auto" id=id>
                <b>"Set for good at creation."</b>
                " "
                {why.reason}
                " "
                <a href=why.source.url target="_blank" rel="noreferrer">
                    {why.source.title}
                    <Icon name="open" />
                </a>
            </div>
        }
    })
}
