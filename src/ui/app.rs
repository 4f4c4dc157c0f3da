//! The app: top bar, steps, the place where the person is, the live view, and what works everywhere.

use std::time::Duration;

use leptos::prelude::*;

use crate::ui::components::{When, live, press};

use super::components::{Announcer, ToastHost, field_id};
use super::panels::Pane;
use super::route::Route;
use super::session::Session;
use super::steps::{Answers, StartProblem, StepView};
use super::{browser, chrome, store};
use crate::ui::browser::StorageError;

/// Time without a change after which the plan is saved.
const SAVE_AFTER: Duration = Duration::from_millis(500);

/// Whether the plan is safe in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Saved as it is.
    Saved,
    /// Changed since it was saved.
    Dirty,
    /// Cannot be saved, and why.
    Failed(StorageError),
}

/// The root component.
#[component]
pub fn App() -> impl IntoView {
    let opened = store::open();
    let session = Session::new(opened.plan, store::open_drafts());
    provide_context(session);
    provide_context(StartProblem(RwSignal::new(opened.problem)));
    provide_context(Answers::default());
    let saved = RwSignal::new(SaveState::Saved);
    let help = RwSignal::new(false);

    keep_saved(session, saved);
    follow_hash(session);
    follow_focus(session);
    chrome::keys::listen(session, help);
    chrome::drop::listen(session);

    let shell_pane = move || {
        if session.route.get().has_pane() {
            "beside"
        } else {
            "none"
        }
    };
    view! {
        <a
            class="skip"
            href="#main"
            on:click=press(|event| {
                event.prevent_default();
                browser::focus("main");
            })
        >
            "Skip to the form"
        </a>
        <chrome::TopBar saved help />
        <div class="shell" data-pane=shell_pane>
            <chrome::Steps />
            <main id="main" tabindex="-1">
                <chrome::NewsNotice />
                <StepView />
            </main>
            <When test=live(move || session.route.get().has_pane())>
                <Pane />
            </When>
        </div>
        <ToastHost />
        <Announcer />
        <chrome::Help open=help />
    }
}

/// Saves plan and drafts shortly after each change, and at once when the page is left.
fn keep_saved(session: Session, state: RwSignal<SaveState>) {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    // Why the last save failed: each reason is announced once, not on every key.
    let failing = StoredValue::new(None::<StorageError>);
    let save = move || {
        let result = session
            .with_untracked(store::save)
            .and_then(|()| store::save_drafts(&session.drafts_untracked()));
        let now = match result {
            Ok(()) => SaveState::Saved,
            Err(error) => SaveState::Failed(error),
        };
        if let SaveState::Failed(error) = now
            && failing.get_value() != Some(error)
        {
            session.announcement.set(format!("Not saved: {error}"));
        }
        failing.set_value(result.err());
        state.set(now);
    };
    Effect::new(move |first: Option<()>| {
        session.with(|_| ());
        session.drafts();
        if first.is_none() {
            return;
        }
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        state.set(SaveState::Dirty);
        timer.set_value(set_timeout_with_handle(save, SAVE_AFTER).ok());
    });
    let leaving = window_event_listener(leptos::ev::pagehide, move |_| {
        if state.get_untracked() == SaveState::Dirty {
            save();
        }
    });
    on_cleanup(move || leaving.remove());
}

/// Follows the address: back, forward, bookmarks and links all end here.
fn follow_hash(session: Session) {
    let read = move || {
        let hash = browser::hash();
        let Some(route) = Route::from_hash(&hash) else {
            return;
        };
        let rule = Route::rule_in(&hash);
        if session.rule.with_untracked(|shown| *shown != rule) {
            session.rule.set(rule);
        }
        if session.route.get_untracked() != route {
            session.route.set(route);
        }
    };
    read();
    let listener = window_event_listener(leptos::ev::hashchange, move |_| read());
    on_cleanup(move || listener.remove());
    Effect::new(move |before: Option<(Route, String)>| {
        let place = (session.route.get(), session.rule.get());
        let title = session.with_untracked(|plan| plan.basics.title.clone());
        let name = match place.1.as_str() {
            "" => place.0.title(),
            rule => rule,
        };
        document().set_title(&format!("{name} · {title} · Azure ML VNet Wizard"));
        if before.is_some_and(|before| before != place)
            && session.focus.with_untracked(Option::is_none)
        {
            request_animation_frame(move || {
                window().scroll_to_with_x_and_y(0.0, 0.0);
                browser::focus("step-title");
            });
        }
        place
    });
}

/// Puts the focus on the field that asked for it, once it is on screen.
fn follow_focus(session: Session) {
    Effect::new(move |_| {
        session.route.track();
        let Some(subject) = session.focus.get() else {
            return;
        };
        let go = move || {
            let found = browser::focus(&field_id(subject))
                || browser::focus(&field_id(subject.item.into()))
                || browser::focus(&field_id(subject.item.field("name")));
            if found || Route::of(subject.item) == session.route.get_untracked() {
                session.focus.set(None);
            }
        };
        // Two frames: the step draws in the first, the field is there in the second.
        request_animation_frame(move || request_animation_frame(go));
    });
}
