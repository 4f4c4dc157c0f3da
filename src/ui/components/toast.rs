//! The message at the bottom of the page, and what assistive technology is told.

use std::time::Duration;

use leptos::prelude::*;

use super::{dynamic, press};

use crate::ui::use_session;

/// How long a message stays.
const STAYS: Duration = Duration::from_secs(8);
/// How long an announcement waits for a newer one.
const ANNOUNCE_AFTER: Duration = Duration::from_millis(600);

/// Shows the session's message, with Undo where that makes sense; it stays while hovered or focused.
#[component]
pub fn ToastHost() -> impl IntoView {
    let session = use_session();
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
    };
    let start = move || {
        stop();
        let hide = move || {
            session.toast.try_set(None);
        };
        timer.set_value(set_timeout_with_handle(hide, STAYS).ok());
    };
    Effect::new(move |_| {
        if session.toast.with(Option::is_some) {
            start();
        }
    });
    on_cleanup(stop);
    view! {
        <div
            class="toast-host"
            role="region"
            aria-label="Last action"
            on:mouseenter=move |_| stop()
            on:mouseleave=move |_| start()
            on:focusin=move |_| stop()
            on:focusout=move |_| start()
        >
            {dynamic(move || {
                session
                    .toast
                    .get()
                    .map(|toast| {
                        view! {
                            <div class="toast">
                                <span>{toast.text}</span>
                                {toast
                                    .undo
                                    .then(|| {
                                        view! {
                                            <button type="button" on:click=press(move |_| session.undo())>
                                                "Undo"
                                            </button>
                                        }
                                    })}
                                <button
                                    type="button"
                                    aria-label="Dismiss"
                                    on:click=press(move |_| session.toast.set(None))
                                >
                                    "×"
                                </button>
                            </div>
                        }
                    })
            })}
        </div>
    }
}

/// The polite live region: says what was done, and how many errors are left.
#[component]
pub fn Announcer() -> impl IntoView {
    let session = use_session();
    let spoken = RwSignal::new(String::new());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let say = move |text: String| {
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        let speak = move || {
            spoken.try_set(text.clone());
        };
        timer.set_value(set_timeout_with_handle(speak, ANNOUNCE_AFTER).ok());
    };
    let errors = Memo::new(move |_| session.error_count());
    Effect::new(move |before: Option<usize>| {
        let now = errors.get();
        if before.is_some_and(|before| before != now) {
            say(match now {
                0 => "No errors left".to_owned(),
                1 => "1 error left".to_owned(),
                n => format!("{n} errors left"),
            });
        }
        now
    });
    Effect::new(move |_| {
        let text = session.announcement.get();
        if !text.is_empty() {
            say(text);
        }
    });
    view! {
        <div class="vh" role="status" id="announcer">
            {dynamic(move || spoken.get())}
        </div>
    }
}
