//! The lock of a field that stays as it is created: a small button that tells why.
//!
//! The reason is also part of the field's description, so that nobody has to find the button to hear it.

use leptos::prelude::*;

use super::{Icon, field_id};
use crate::azure::irreversible::irreversible;
use crate::domain::Subject;

/// The ids that describe a control: these parts of its field, the reason of its lock if it has one, and its
/// messages.
pub fn described_by(subject: Subject, parts: &[&str]) -> String {
    let id = field_id(subject);
    let lock = irreversible(subject).map(|_| "l");
    let mut ids = String::new();
    for part in parts.iter().copied().chain(lock).chain(["m"]) {
        if !ids.is_empty() {
            ids.push(' ');
        }
        for text in [&id, "-", part] {
            ids.push_str(text);
        }
    }
    ids
}

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
