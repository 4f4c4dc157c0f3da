//! A field for one line of text.

use leptos::prelude::*;

use super::field::FieldState;
use super::{BoundText, FieldMessages, field_id};

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
    let described = format!("{id}-h {id}-f {id}-m");
    view! {
        <div class="field" class:bare=bare>
            <label for=id.clone() class:vh=bare>
                {move || label.get()}
                {optional.then(|| view! { <span class="opt">" (optional)"</span> })}
            </label>
            <p class="hint" id=format!("{id}-h") hidden=move || hint.with(String::is_empty)>
                {move || hint.get()}
            </p>
            <input
                class="in"
                class:mono=mono
                id=id.clone()
                autocomplete="off"
                spellcheck="false"
                autocapitalize="off"
                aria-describedby=described
                aria-invalid=move || state.invalid()
                data-warn=move || state.warned()
                placeholder=move || placeholder.get()
                readonly=move || !fixed.with(String::is_empty)
                prop:value=move || bound.value.get()
                on:input:target=move |event| {
                    state.typing();
                    bound.write.run(event.target().value());
                }
                on:blur=move |_| state.settle()
            />
            <p class="facts" id=format!("{id}-f") hidden=move || fixed.with(String::is_empty)>
                {move || fixed.get()}
            </p>
            <FieldMessages id state />
        </div>
    }
}
