//! A change of addresses that the app proposes: asked for by a button, looked at, then made.
//!
//! While a proposal is shown it follows the plan, so what is made is always what was read. A refusal stands in
//! the same place, in its own words.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Icon, Note, Tone, dynamic, live, press};
use crate::domain::Plan;
use crate::readdress::{Change, Refusal};
use crate::ui::{Session, use_session};

/// How a change is found for a plan.
pub type Proposal = Arc<dyn Fn(&Plan) -> Result<Change, Refusal> + Send + Sync>;

/// A proposal from a function on the plan.
pub fn proposal(
    find: impl Fn(&Plan) -> Result<Change, Refusal> + Send + Sync + 'static,
) -> Proposal {
    Arc::new(find)
}

/// Makes a change at once and says so; the refusal if it cannot be made.
pub fn make_change(session: Session, find: &Proposal) -> Option<String> {
    match session.with_untracked(|plan| find(plan)) {
        Ok(change) => {
            session.apply_fix(&change.label, &change.edit);
            None
        }
        Err(refusal) => {
            let sentence = refusal.to_string();
            session.announcement.set(sentence.clone());
            Some(sentence)
        }
    }
}

/// A button that proposes a change; the proposal shows below it, with a button that makes it.
#[component]
pub fn Propose(
    /// What the button says.
    label: &'static str,
    /// Finds the change.
    find: Proposal,
) -> impl IntoView {
    let asked = RwSignal::new(false);
    view! {
        <div class="propose">
            <button
                type="button"
                class="btn small quiet"
                aria-expanded=live(move || asked.get().to_string())
                on:click=press(move |_| asked.update(|asked| *asked = !*asked))
            >
                <Icon name="eye" />
                {label}
            </button>
            <div role="status">
                {dynamic(move || {
                    let find = Arc::clone(&find);
                    asked.get().then(|| view! { <Preview find asked /> })
                })}
            </div>
        </div>
    }
}

/// What a change would do, or why it cannot be made.
#[component]
pub fn Preview(
    /// Finds the change.
    find: Proposal,
    /// Set to false once the change is made.
    asked: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let seen = Arc::clone(&find);
    let found = Memo::new(move |_| session.with(|plan| seen(plan)));
    dynamic(move || match found.get() {
        Ok(change) => {
            let find = Arc::clone(&find);
            let act = move |_| {
                make_change(session, &find);
                asked.set(false);
            };
            view! {
                <div class="proposal">
                    <p>{change.reason}</p>
                    <button type="button" class="fix" on:click=press(act)>
                        <Icon name="check" />
                        {change.label}
                    </button>
                </div>
            }
            .into_any()
        }
        Err(Refusal::Fine(what)) => view! {
            <Note title="It can stay" tone=Tone::Ok>
                <p>{Refusal::Fine(what).to_string()}</p>
            </Note>
        }
        .into_any(),
        Err(refusal) => view! {
            <Note title="Nothing to propose" tone=Tone::Warn>
                <p>{refusal.to_string()}</p>
            </Note>
        }
        .into_any(),
    })
}
