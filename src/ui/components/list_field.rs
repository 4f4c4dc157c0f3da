//! A field for a short list of texts: address prefixes, DNS servers, ports.

use leptos::prelude::*;

use super::prefix_field::{PrefixKind, prefix_facts};
use super::{BoundText, FieldMessages, Icon, Lock, described_by, dynamic, field_id, live, press};
use crate::domain::{Plan, Prefix, Subject};
use crate::ui::{browser, use_session};

use super::field::FieldState;

/// A list of texts, a line each, with add and remove. The subject of a line is the field's with its index.
#[component]
pub fn ListField(
    /// What the list is.
    #[prop(into)]
    label: Signal<String>,
    /// What one entry is, for the buttons: `address prefix`.
    entry: &'static str,
    /// The list field.
    subject: Subject,
    /// Reads the list.
    read: fn(&Plan, Subject) -> Vec<String>,
    /// Writes the list.
    write: fn(&mut Plan, Subject, Vec<String>),
    /// What the list is for.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// What kind of prefix an entry is, to show its facts; `None` for other texts.
    #[prop(optional_no_strip)]
    kind: Option<PrefixKind>,
    /// Shown in an empty line.
    #[prop(into, optional)]
    placeholder: &'static str,
) -> impl IntoView {
    let session = use_session();
    let id = field_id(subject);
    let list = session.field(move |plan| read(plan, subject));
    let state = FieldState::new(subject);
    let count = Memo::new(move |_| list.with(Vec::len));
    let add = move |_| {
        let mut values = list.get_untracked();
        values.push(String::new());
        let index = values.len() - 1;
        session.edit(&format!("Added {entry}"), |plan| {
            write(plan, subject, values);
        });
        session
            .focus
            .set(Some(subject.item.entry(subject.field, index)));
    };
    let line = move |index: usize| {
        let subject_of_line = subject.item.entry(subject.field, index);
        let bound = BoundText::new(
            session,
            subject_of_line,
            move |plan| read(plan, subject).get(index).cloned().unwrap_or_default(),
            move |plan, value| {
                let mut values = read(plan, subject);
                if let Some(place) = values.get_mut(index) {
                    *place = value;
                }
                write(plan, subject, values);
            },
        );
        let remove = move |_| {
            let mut values = list.get_untracked();
            if index < values.len() {
                let gone = values.remove(index);
                session.edit(&format!("Removed {gone}"), |plan| {
                    write(plan, subject, values);
                });
                session.show_toast(format!("Removed {entry} {gone}"), true);
                // The last line's button is gone: the focus goes to the name of the list.
                browser::focus(&field_id(subject));
            }
        };
        view! { <Line label entry bound index kind placeholder remove=Callback::new(remove) /> }
    };
    view! {
        <fieldset class="list-field" aria-describedby=described_by(subject, &["h"])>
            <legend class="legend" id=id.clone() tabindex="-1">
                {dynamic(move || label.get())}
            </legend>
            <Lock subject />
            <p class="hint" id=format!("{id}-h") hidden=live(move || hint.with(String::is_empty))>
                {dynamic(move || hint.get())}
            </p>
            <For each=move || 0..count.get() key=|index| *index let:index>
                {line(index)}
            </For>
            <button type="button" class="btn small quiet" on:click=press(add)>
                <Icon name="plus" />
                {format!("Add {entry}")}
            </button>
            <FieldMessages id state />
        </fieldset>
    }
}

#[component]
fn Line(
    label: Signal<String>,
    entry: &'static str,
    bound: BoundText,
    index: usize,
    kind: Option<PrefixKind>,
    placeholder: &'static str,
    remove: Callback<leptos::ev::MouseEvent>,
) -> impl IntoView {
    let id = field_id(bound.subject);
    let state = FieldState::new(bound.subject);
    let facts = move || {
        let prefix = bound.value.with(|text| text.parse::<Prefix>().ok());
        prefix
            .zip(kind)
            .map(|(prefix, kind)| prefix_facts(prefix, kind))
            .unwrap_or_default()
    };
    view! {
        <div class="field">
            <div class="line">
                <input
                    class="in mono"
                    id=id.clone()
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=placeholder
                    aria-label=live(move || format!("{} {}", label.get(), index + 1))
                    aria-describedby=format!("{id}-f {id}-m")
                    aria-invalid=live(move || state.invalid())
                    data-warn=live(move || state.warned())
                    prop:value=live(move || bound.value.get())
                    on:input:target=move |event| {
                        state.typing();
                        bound.write.run(event.target().value());
                    }
                    on:blur=move |_| state.settle()
                />
                <button
                    type="button"
                    class="btn icon quiet"
                    aria-label=live(move || format!("Remove {entry} {}", bound.value.get()))
                    on:click=press(move |event| remove.run(event))
                >
                    <Icon name="trash" />
                </button>
            </div>
            <p class="facts" id=format!("{id}-f") aria-live="polite">
                {facts}
            </p>
            <FieldMessages id state />
        </div>
    }
}
