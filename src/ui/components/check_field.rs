//! A yes-or-no field.

use leptos::prelude::*;

use super::field::FieldState;
use super::{BoundFlag, FieldMessages, Lock, described_by, dynamic, field_id, live};

/// A check box with its consequence.
#[component]
pub fn CheckField(
    /// What is on when it is checked.
    #[prop(into)]
    label: Signal<String>,
    /// The field of the plan.
    bound: BoundFlag,
    /// What follows from it.
    #[prop(into, optional)]
    hint: Signal<String>,
) -> impl IntoView {
    let id = field_id(bound.subject);
    let state = FieldState::new(bound.subject);
    view! {
        <div class="check-field">
            <div class="check">
                <input
                    type="checkbox"
                    id=id.clone()
                    aria-describedby=described_by(bound.subject, &["h"])
                    aria-invalid=live(move || state.invalid())
                    prop:checked=live(move || bound.value.get())
                    on:change:target=move |event| bound.write.run(event.target().checked())
                />
                <label for=id.clone()>{dynamic(move || label.get())}</label>
                <Lock subject=bound.subject />
                <p class="hint" id=format!("{id}-h") hidden=live(move || hint.with(String::is_empty))>
                    {dynamic(move || hint.get())}
                </p>
            </div>
            <FieldMessages id state />
        </div>
    }
}
