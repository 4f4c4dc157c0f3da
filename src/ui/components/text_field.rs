//! A field for one line of text.

use leptos::prelude::*;

use super::field::FieldState;
use super::{BoundText, FieldMessages, Lock, described_by, dynamic, field_id, live};

/// A labelled field for one line of text.
#[component]
pub fn TextField(
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
    /// The field of the plan.
    bound: BoundText,
    /// What the value is for.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Shown while it is empty.
    #[prop(into, optional)]
    placeholder: Signal<String>,
    /// Whether the label is for assistive technology only, as in a table.
    #[prop(optional)]
    bare: bool,
    /// Why it cannot be edited; blank if it can.
    #[prop(into, optional)]
    fixed: Signal<String>,
    /// Whether it holds addresses, names or code.
    #[prop(default = true)]
    mono: bool,
) -> impl IntoView {
    let id = field_id(bound.subject);
    let state = FieldState::new(bound.subject);
    let described = described_by(bound.subject, &["h", "f"]);
    view! {
        <div class="field" class:bare=bare>
            <label for=id.clone() class:vh=bare>
                {dynamic(move || label.get())}
                {optional.then(|| view! { <span class="opt">" (optional)"</span> })}
            </label>
            <Lock subject=bound.subject />
            <p class="hint" id=format!("{id}-h") hidden=live(move || hint.with(String::is_empty))>
                {dynamic(move || hint.get())}
            </p>
            <input
                class="in"
                class:mono=mono
                id=id.clone()
                autocomplete="off"
                spellcheck="false"
                autocapitalize="off"
                aria-describedby=described
                aria-invalid=live(move || state.invalid())
                data-warn=live(move || state.warned())
                placeholder=live(move || placeholder.get())
                readonly=live(move || !fixed.with(String::is_empty))
                prop:value=live(move || bound.value.get())
                on:input:target=move |event| {
                    state.typing();
                    bound.write.run(event.target().value());
                }
                on:blur=move |_| state.settle()
            />
            <p class="facts" id=format!("{id}-f") hidden=live(move || fixed.with(String::is_empty))>
                {dynamic(move || fixed.get())}
            </p>
            <FieldMessages id state />
        </div>
    }
}
