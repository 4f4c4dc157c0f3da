//! The answer about a path in words: the verdict, then every stage, forth and back.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::Item;
use crate::flow::{Hop, Path, Verdict};
use crate::ui::components::{Icon, Tone, press};
use crate::ui::use_session;

/// The tone of a verdict.
pub(in crate::ui) fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Allowed => Tone::Ok,
        Verdict::Denied => Tone::Error,
        Verdict::Unknown => Tone::Warn,
    }
}

/// The word for a verdict.
pub(in crate::ui) fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Allowed => "Allowed",
        Verdict::Denied => "Denied",
        Verdict::Unknown => "Not known",
    }
}

/// What decides on the way, stage by stage.
#[component]
pub(in crate::ui) fn Trace(
    /// The answer.
    path: Arc<Path>,
) -> impl IntoView {
    let deciding = path.deciding().map(|hop| hop.why.clone());
    let headline = match path.verdict {
        Verdict::Allowed => "Request and reply arrive.".to_owned(),
        Verdict::Denied | Verdict::Unknown => deciding.unwrap_or_default(),
    };
    let asymmetry = path.asymmetry.as_ref().map(|it| {
        let table = it.table.map(Item::RouteTable);
        view! {
            <div class="msg warn">
                <Icon name="warn" />
                <b>"Replies take another way"</b>
                <p>{it.why.clone()}</p>
                {table.map(|item| view! { <ToItem item /> })}
            </div>
        }
    });
    let back = (!path.back.is_empty()).then(|| {
        view! {
            <h4>"Reply"</h4>
            <ol class="trace">{path.back.iter().map(step).collect_view()}</ol>
        }
    });
    view! {
        <div class="answer" data-verdict=word(path.verdict)>
            <p class="verdict" role="status">
                <span class=format!("badge {}", tone(path.verdict).class())>
                    <Icon name=tone(path.verdict).icon() />
                    {word(path.verdict)}
                </span>
                <span>{headline}</span>
            </p>
            {asymmetry}
            <h4>"Request"</h4>
            <ol class="trace">{path.forward.iter().map(step).collect_view()}</ol>
            {back}
        </div>
    }
}

fn step(hop: &Hop) -> AnyView {
    let tone = tone(hop.verdict);
    view! {
        <li class=tone.class()>
            <Icon name=tone.icon() />
            <div>
                <span class="stage">
                    <b>{hop.stage.label()}</b>
                    {hop.decided_by.clone().map(|name| view! { <code>{name}</code> })}
                    <span class="vh">{format!(": {}", word(hop.verdict))}</span>
                </span>
                <p>{hop.why.clone()}</p>
            </div>
            {hop.item.map(|item| view! { <ToItem item /> })}
        </li>
    }
    .into_any()
}

/// Goes to where an item is edited.
#[component]
fn ToItem(item: Item) -> impl IntoView {
    let session = use_session();
    view! {
        <button
            type="button"
            class="why link"
            on:click=press(move |_| session.go_to(item.into()))
        >
            "Show"
            <span class="vh">" where this is edited"</span>
        </button>
    }
}
