//! A field that chooses one of a list.

use leptos::prelude::*;

use super::field::FieldState;
use super::{BoundText, FieldMessages, Lock, described_by, dynamic, field_id, live};
use crate::domain::Word;

/// One option: value and label.
pub type SelectOption = (String, String);

/// The options of a closed vocabulary.
pub fn word_options<W: Word>() -> Vec<SelectOption> {
    W::ALL
        .iter()
        .map(|value| (value.word().to_owned(), value.label().to_owned()))
        .collect()
}

/// Options for a reference: “none” first, then id and name of each item.
pub fn id_options(none: &str, items: impl Iterator<Item = (u32, String)>) -> Vec<SelectOption> {
    std::iter::once((String::new(), none.to_owned()))
        .chain(items.map(|(id, name)| (id.to_string(), name)))
        .collect()
}

/// A labelled list of options.
#[component]
pub fn SelectField(
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
    /// The field of the plan; its value is the chosen option's.
    bound: BoundText,
    /// The options. A value that is none of them is shown as an option of its own.
    #[prop(into)]
    options: Signal<Vec<SelectOption>>,
    /// What the value is for.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// Whether the label is for assistive technology only.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let id = field_id(bound.subject);
    let state = FieldState::new(bound.subject);
    let items = move || {
        let value = bound.value.get();
        let mut options = options.get();
        if !options.iter().any(|(option, _)| *option == value) {
            let label = if value.is_empty() {
                "Choose…".to_owned()
            } else {
                value.clone()
            };
            options.insert(0, (value.clone(), label));
        }
        options
            .into_iter()
            .map(|(option, label)| {
                let selected = option == value;
                view! {
                    <option value=option selected=selected>
                        {label}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <div class="field" class:bare=bare>
            <label for=id.clone() class:vh=bare>
                {dynamic(move || label.get())}
            </label>
            <Lock subject=bound.subject />
            <p class="hint" id=format!("{id}-h") hidden=live(move || hint.with(String::is_empty))>
                {dynamic(move || hint.get())}
            </p>
            <select
                class="in"
                id=id.clone()
                aria-describedby=described_by(bound.subject, &["h"])
                aria-invalid=live(move || state.invalid())
                data-warn=live(move || state.warned())
                prop:value=live(move || bound.value.get())
                on:change:target=move |event| bound.write.run(event.target().value())
            >
                {items}
            </select>
            <FieldMessages id state />
        </div>
    }
}
