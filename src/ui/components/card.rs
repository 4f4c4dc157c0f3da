//! A repeatable item: a card with its name, a summary, duplicate and delete.

use leptos::prelude::*;

use super::{Badge, Icon, Tone, dynamic, field_id, live, press};
use crate::domain::{Item, Subject};
use crate::rules::Severity;
use crate::ui::{browser, use_session};

/// A card for one of many items.
#[component]
pub fn ItemCard(
    /// The item.
    item: Item,
    /// Its name, live.
    #[prop(into)]
    name: Signal<String>,
    /// What kind of thing it is, for an item without a name: `compute cluster`.
    kind: &'static str,
    /// A few facts beside the name.
    #[prop(into, optional)]
    summary: Signal<String>,
    /// Makes a copy; no button without it.
    #[prop(optional)]
    duplicate: Option<Callback<()>>,
    /// Whether the fields are folded away until somebody wants them.
    #[prop(optional)]
    folded: bool,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let session = use_session();
    let worst = Memo::new(move |_| {
        session.analysis.with(|analysis| {
            analysis
                .findings
                .open()
                .filter(|finding| finding.subjects.iter().any(|subject| subject.item == item))
                .map(|finding| finding.severity)
                .min()
        })
    });
    let shown = Signal::derive(move || {
        let name = name.get();
        if name.trim().is_empty() {
            format!("Unnamed {kind}")
        } else {
            name
        }
    });
    let tone = Signal::derive(move || match worst.get() {
        Some(Severity::Error) => Tone::Error,
        Some(Severity::Warning) => Tone::Warn,
        _ => Tone::Ok,
    });
    let word = Signal::derive(move || {
        match tone.get() {
            Tone::Error => "Error",
            Tone::Warn => "Warning",
            _ => "Ready",
        }
        .to_owned()
    });
    let remove = move |()| {
        let name = shown.get_untracked();
        session.remove(item, &name);
        browser::focus("step-title");
    };
    let whole = field_id(Subject::from(item));
    // A card that was just added, or that has an error, shows its fields at once.
    let wanted = session
        .focus
        .with_untracked(|focus| focus.is_some_and(|it| it.item == item));
    let open = RwSignal::new(!folded || wanted || worst.get_untracked() == Some(Severity::Error));
    view! {
        <article class="card" data-state=live(move || tone.get().class())>
            <header>
                <button
                    type="button"
                    class="fold"
                    data-fold
                    aria-expanded=live(move || open.get().to_string())
                    aria-label=live(move || format!("Fields of {}", shown.get()))
                    on:click=press(move |_| open.update(|open| *open = !*open))
                >
                    <Icon name="chev" />
                </button>
                <h3 class="grow" id=whole tabindex="-1">
                    {dynamic(move || shown.get())}
                </h3>
                <span class="hint">{dynamic(move || summary.get())}</span>
                <Badge text=word tone />
                <CardTools shown duplicate remove=Callback::new(remove) />
            </header>
            <div class="body" hidden=live(move || !open.get())>
                {children()}
            </div>
        </article>
    }
}

/// Duplicate and delete.
#[component]
fn CardTools(
    shown: Signal<String>,
    duplicate: Option<Callback<()>>,
    remove: Callback<()>,
) -> impl IntoView {
    view! {
                {duplicate
                    .map(|duplicate| {
                        view! {
                            <button
                                type="button"
                                class="btn icon quiet small"
                                aria-label=live(move || format!("Duplicate {}", shown.get()))
                                on:click=press(move |_| duplicate.run(()))
                            >
                                <Icon name="copy" />
                            </button>
                        }
                    })}
                <button
                    type="button"
                    class="btn icon quiet small"
                    aria-label=live(move || format!("Delete {}", shown.get()))
                    on:click=press(move |_| remove.run(()))
                >
                    <Icon name="trash" />
                </button>
    }
}

/// The button under a stack of cards. `add` makes the item; the focus goes to its first field.
#[component]
pub fn AddButton(
    /// What it says: `Add a compute cluster`.
    label: &'static str,
    /// Makes the item and gives the field that wants the focus.
    add: Callback<(), Option<Subject>>,
) -> impl IntoView {
    let session = use_session();
    view! {
        <button
            type="button"
            class="btn add"
            on:click=press(move |_| {
                let subject = add.run(());
                session.focus.set(subject);
            })
        >
            <Icon name="plus" />
            {label}
        </button>
    }
}
