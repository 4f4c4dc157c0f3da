//! Keyboard shortcuts. Single-key ones can be turned off in the help.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::topbar::download_plan;
use crate::domain::Subject;
use crate::ui::route::Route;
use crate::ui::{Session, browser};

const KEY: &str = "azureml-vnet-wizard/single-keys";

/// Whether single-key shortcuts are on.
pub fn single_keys() -> bool {
    // Without storage they are on, as for a first visit.
    browser::read(KEY).ok().flatten().as_deref() != Some("off")
}

/// Turns single-key shortcuts on or off.
pub fn set_single_keys(on: bool) {
    // Without storage the choice holds until the page is left; the check box shows it.
    browser::write(KEY, if on { "on" } else { "off" }).ok();
}

/// Listens for shortcuts in the whole page.
pub fn listen(session: Session, help: RwSignal<bool>) {
    let after_g = StoredValue::new(false);
    let place = StoredValue::new(None::<usize>);
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let handled = command(session, &event)
            || paging(session, &event)
            || findings(session, place, &event)
            || single(session, help, after_g, &event);
        if handled {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// Ctrl or ⌘: undo, redo, download.
fn command(session: Session, event: &KeyboardEvent) -> bool {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return false;
    }
    // A text field has an undo of its own, which comes first.
    let typing = browser::is_typing(event.target());
    match event.key().as_str() {
        "z" | "Z" if typing => false,
        "z" if !event.shift_key() => {
            session.undo();
            true
        }
        "Z" | "z" => {
            session.redo();
            true
        }
        "s" | "S" => {
            download_plan(session);
            true
        }
        _ => false,
    }
}

/// Alt+Page Down and Alt+Page Up: next and previous step.
fn paging(session: Session, event: &KeyboardEvent) -> bool {
    if !event.alt_key() {
        return false;
    }
    let number = session.route.get_untracked().number();
    let to = match event.key().as_str() {
        "PageDown" => number + 1,
        "PageUp" => number.saturating_sub(1),
        _ => return false,
    };
    go(to);
    true
}

/// Goes to a step by its number; other numbers do nothing.
fn go(number: usize) {
    if let Some(route) = number
        .checked_sub(1)
        .and_then(|index| Route::STEPS.get(index))
    {
        browser::set_hash(route.hash());
    }
}

/// F8 and Shift+F8: next and previous finding.
fn findings(session: Session, place: StoredValue<Option<usize>>, event: &KeyboardEvent) -> bool {
    if event.key() != "F8" {
        return false;
    }
    let subjects: Vec<Subject> = session.analysis.with_untracked(|analysis| {
        analysis
            .findings
            .iter()
            .filter_map(|finding| finding.subjects.first().copied())
            .collect()
    });
    let count = subjects.len();
    if count == 0 {
        session.show_toast("No findings", false);
        return true;
    }
    let to = match (place.get_value(), event.shift_key()) {
        (None, false) => 0,
        (None, true) => count - 1,
        (Some(at), false) => (at + 1) % count,
        (Some(at), true) => (at + count - 1) % count,
    };
    place.set_value(Some(to));
    if let Some(subject) = subjects.get(to) {
        session.go_to(*subject);
    }
    true
}

/// G then a digit, and ?.
fn single(
    session: Session,
    help: RwSignal<bool>,
    after_g: StoredValue<bool>,
    event: &KeyboardEvent,
) -> bool {
    let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    if !plain || browser::is_typing(event.target()) || !single_keys() {
        return false;
    }
    let waiting = after_g.get_value();
    after_g.set_value(false);
    match event.key().as_str() {
        "?" => {
            help.set(true);
            true
        }
        "g" | "G" => {
            after_g.set_value(true);
            true
        }
        "t" | "T" if waiting => {
            session.route.set(Route::Topology);
            browser::set_hash(Route::Topology.hash());
            true
        }
        digit if waiting => {
            let Ok(number) = digit.parse::<usize>() else {
                return false;
            };
            go(number);
            true
        }
        _ => false,
    }
}
