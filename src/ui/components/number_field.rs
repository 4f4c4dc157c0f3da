//! A field for a whole number. Any text can be typed; what is no number is kept and said so.

use leptos::prelude::*;

use super::field::FieldState;
use super::{
    BoundNumber, FieldMessages, Icon, Lock, Note, Tone, described_by, dynamic, field_id, live,
    press,
};
use crate::ui::use_session;

/// A labelled stepper for a whole number.
#[component]
pub fn NumberField(
    /// What it is; also names the buttons.
    #[prop(into)]
    label: Signal<String>,
    /// The field of the plan.
    bound: BoundNumber,
    /// What the value is for.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// What the value means.
    #[prop(into, optional)]
    facts: Signal<String>,
    /// How far a button goes.
    #[prop(default = 1)]
    step: u32,
    /// Whether the label is for assistive technology only.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let session = use_session();
    let subject = bound.subject;
    let id = field_id(subject);
    let state = FieldState::new(subject);
    let draft = Memo::new(move |_| session.draft(subject));
    let shown = move || draft.get().unwrap_or_else(|| bound.value.get().to_string());
    let set = move |number: u32| {
        session.set_draft(subject, None);
        bound.write.run(number);
    };
    let typed = move |text: String| {
        state.typing();
        match text.trim().parse::<u32>() {
            Ok(number) => set(number),
            Err(_) => session.set_draft(subject, Some(text)),
        }
    };
    let lower = move || set(bound.value.get_untracked().saturating_sub(step));
    let raise = move || set(bound.value.get_untracked().saturating_add(step));
    let lower_label = move || format!("Decrease {}", label.get().to_lowercase());
    let raise_label = move || format!("Increase {}", label.get().to_lowercase());
    view! {
        <div class="field" class:bare=bare>
            <label for=id.clone() class:vh=bare>
                {dynamic(move || label.get())}
            </label>
            <Lock subject=subject />
            <p class="hint" id=format!("{id}-h") hidden=live(move || hint.with(String::is_empty))>
                {dynamic(move || hint.get())}
            </p>
            <div class="number" data-invalid=live(move || draft.get().is_some().then_some(""))>
                <button type="button" tabindex="-1" aria-label=lower_label on:click=press(move |_| lower())>
                    <Icon name="minus" />
                </button>
                <input
                    id=id.clone()
                    role="spinbutton"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-valuenow=live(move || bound.value.get())
                    aria-valuemin="0"
                    aria-describedby=described_by(subject, &["h", "f", "d"])
                    aria-invalid=live(move || {
                        draft.get().map(|_| "true").or_else(|| state.invalid())
                    })
                    data-warn=live(move || state.warned())
                    prop:value=shown
                    on:input:target=move |event| typed(event.target().value())
                    on:keydown=move |event| match event.key().as_str() {
                        "ArrowUp" => {
                            event.prevent_default();
                            raise();
                        }
                        "ArrowDown" => {
                            event.prevent_default();
                            lower();
                        }
                        _ => {}
                    }
                    on:blur=move |_| state.settle()
                />
                <button type="button" tabindex="-1" aria-label=raise_label on:click=press(move |_| raise())>
                    <Icon name="plus" />
                </button>
            </div>
            <p class="facts" id=format!("{id}-f") hidden=live(move || facts.with(String::is_empty))>
                {dynamic(move || facts.get())}
            </p>
            <div id=format!("{id}-d")>
                <DraftNote draft value=bound.value />
            </div>
            <FieldMessages id state />
        </div>
    }
}

/// Says that the text is kept, and what the plan has instead.
#[component]
fn DraftNote(draft: Memo<Option<String>>, value: Memo<u32>) -> impl IntoView {
    move || {
        let text = draft.get()?;
        let was = value.get();
        Some(view! {
            <Note title="Not a whole number" tone=Tone::Error>
                <p>
                    {format!(
                        "“{text}” is kept here, but the plan still has {was}. Type digits only.",
                    )}
                </p>
            </Note>
        })
    }
}
