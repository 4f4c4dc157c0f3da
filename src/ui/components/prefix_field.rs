//! A field for an address prefix: says what the prefix means while it is typed.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::field::FieldState;
use super::{BoundText, FieldMessages, Lock, described_by, dynamic, field_id, live};
use crate::azure::reserved;
use crate::capacity::thousands;
use crate::domain::{Prefix, PrefixText};

/// What a prefix is for, which decides what its facts say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrefixKind {
    /// A range of addresses: first, last, count.
    Range,
    /// A subnet: first and last usable address, usable count.
    Subnet,
}

/// `10.20.4.4 – 10.20.7.254 · 1,019 usable`, or the same for a range.
pub fn prefix_facts(prefix: Prefix, kind: PrefixKind) -> String {
    match kind {
        PrefixKind::Range => {
            let count = thousands(prefix.size());
            format!("{} – {} · {count} addresses", prefix.first(), prefix.last())
        }
        PrefixKind::Subnet => match reserved::usable_range(prefix) {
            Some((first, last)) => {
                format!(
                    "{first} – {last} · {} usable",
                    thousands(reserved::usable(prefix))
                )
            }
            None => "no usable address: Azure keeps 5".to_owned(),
        },
    }
}

/// The prefix that an arrow key moves to: the neighbour block, or with Shift the next length.
fn moved(prefix: Prefix, key: &str, shift: bool) -> Option<Prefix> {
    let length = prefix.length();
    match (key, shift) {
        ("ArrowUp", false) => prefix.next(),
        ("ArrowDown", false) => prefix.previous(),
        ("ArrowUp", true) => Prefix::containing(prefix.first(), length.checked_sub(1)?),
        ("ArrowDown", true) => Prefix::containing(prefix.first(), length.checked_add(1)?),
        _ => None,
    }
}

/// A labelled field for an address prefix.
#[component]
pub fn PrefixField(
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
    /// The field of the plan.
    bound: BoundText,
    /// What the prefix is for.
    #[prop(default = PrefixKind::Range)]
    kind: PrefixKind,
    /// What the value is for.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// What facts to show instead of the prefix's own, when not blank.
    #[prop(into, optional)]
    facts: Signal<String>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Shown while it is empty.
    #[prop(into, optional)]
    placeholder: Signal<String>,
    /// Whether the label is for assistive technology only.
    #[prop(optional)]
    bare: bool,
    /// Whether facts, lock and messages are shown by the caller, as in a table.
    #[prop(optional)]
    quiet: bool,
    /// The state of the field, if the caller shows its messages.
    #[prop(optional)]
    state: Option<FieldState>,
) -> impl IntoView {
    let id = field_id(bound.subject);
    let state = state.unwrap_or_else(|| FieldState::new(bound.subject));
    let own_facts = move || {
        let given = facts.get();
        if !given.is_empty() {
            return given;
        }
        let prefix = bound.value.with(|text| text.parse::<Prefix>().ok());
        prefix
            .map(|prefix| prefix_facts(prefix, kind))
            .unwrap_or_default()
    };
    let on_key = move |event: KeyboardEvent| {
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let prefix = bound
            .value
            .with_untracked(|text| text.parse::<Prefix>().ok());
        if let Some(next) = prefix.and_then(|prefix| moved(prefix, &event.key(), event.shift_key()))
        {
            event.prevent_default();
            bound.write.run(next.to_string());
        }
    };
    view! {
        <div class="field" class:bare=bare>
            <label for=id.clone() class:vh=bare>
                {dynamic(move || label.get())}
                {optional.then(|| view! { <span class="opt">" (optional)"</span> })}
            </label>
            {(!quiet).then(|| view! { <Lock subject=bound.subject /> })}
            <p class="hint" id=format!("{id}-h") hidden=live(move || hint.with(String::is_empty))>
                {dynamic(move || hint.get())}
            </p>
            <input
                class="in mono"
                id=id.clone()
                autocomplete="off"
                spellcheck="false"
                inputmode="text"
                aria-describedby=described_by(bound.subject, &["h", "f"])
                aria-invalid=live(move || state.invalid())
                data-warn=live(move || state.warned())
                placeholder=live(move || placeholder.get())
                prop:value=live(move || bound.value.get())
                on:input:target=move |event| {
                    state.typing();
                    bound.write.run(event.target().value());
                }
                on:keydown=on_key
                on:blur=move |_| {
                    // A field that is taken off the page loses the focus when its value is gone already.
                    let tidied = bound.value.try_with_untracked(|text| PrefixText::tidied(text));
                    if let Some(tidied) = tidied.flatten() {
                        bound.write.run(tidied);
                    }
                    state.settle();
                }
            />
            {(!quiet)
                .then(|| {
                    view! {
                        <p class="facts" id=format!("{id}-f") aria-live="polite">
                            {own_facts}
                        </p>
                        <FieldMessages id=id.clone() state />
                    }
                })}
        </div>
    }
}
