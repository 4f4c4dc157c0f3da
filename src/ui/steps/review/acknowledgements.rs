//! What the team lives with: each acknowledgement with its reason, to read and to change.

use leptos::prelude::*;

use crate::domain::{Acknowledgement, AcknowledgementId, Item, Plan};
use crate::ui::components::{
    BoundText, Icon, Section, TextField, When, dynamic, each, live, press,
};
use crate::ui::use_session;

fn entry(plan: &Plan, id: AcknowledgementId) -> Option<&Acknowledgement> {
    plan.acknowledgements.iter().find(|entry| entry.id == id)
}

/// The section; absent while nothing is acknowledged.
#[component]
pub fn Acknowledgements() -> impl IntoView {
    let session = use_session();
    let ids = session.field(|plan| {
        let entries = plan.acknowledgements.iter();
        entries.map(|entry| entry.id).collect::<Vec<_>>()
    });
    view! {
        <When test=live(move || ids.with(|ids| !ids.is_empty()))>
            <Section
                title="Acknowledged"
                lead="Findings that the team lives with. They stay in the report, with the reason, and errors still mark every file."
            >
                <div class="stack">{each(ids, move |id| view! { <Entry id /> }.into_any())}</div>
            </Section>
        </When>
    }
}

#[component]
fn Entry(id: AcknowledgementId) -> impl IntoView {
    let session = use_session();
    let item = Item::Acknowledgement(id);
    let code = session.field(move |plan| {
        entry(plan, id)
            .map(|it| it.code.clone())
            .unwrap_or_default()
    });
    // What the finding says now; the code alone once it is no longer found.
    let title = live(move || {
        let place = session.with(|plan| entry(plan, id).map(|it| it.subject.clone()));
        session.analysis.with(|analysis| {
            let mut findings = analysis.findings.iter();
            let found = findings
                .find(|finding| finding.rule.code == code.get() && Some(finding.place()) == place);
            found.map_or_else(|| "Reason".to_owned(), |finding| finding.title.clone())
        })
    });
    let reason = BoundText::new(
        session,
        item.field("reason"),
        move |plan| {
            entry(plan, id)
                .map(|it| it.reason.clone())
                .unwrap_or_default()
        },
        move |plan, text| {
            let entry = plan.acknowledgements.iter_mut().find(|it| it.id == id);
            if let Some(entry) = entry {
                entry.reason = text;
            }
        },
    );
    view! {
        <div class="acknowledged">
            <span class="code-id">{dynamic(move || code.get())}</span>
            <TextField label=title bound=reason mono=false />
            <button
                type="button"
                class="btn icon quiet small"
                aria-label=live(move || format!("Take back the acknowledgement of {}", code.get()))
                on:click=press(move |_| {
                    session.remove(item, &format!("the acknowledgement of {}", code.get_untracked()));
                })
            >
                <Icon name="trash" />
            </button>
        </div>
    }
}
