//! Opening a plan: from a file that was chosen or dropped anywhere on the page, or from pasted text.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use crate::document::{self, DocumentError};
use crate::domain::Plan;
use crate::rules::record_edition;
use crate::ui::route::Route;
use crate::ui::{Session, browser, store};

/// Why a file was not opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// Name of the file, or “Pasted text”.
    pub name: String,
    /// The reasons, one a line, most important first.
    pub reasons: Vec<String>,
}

/// What the start page says about the last file; `None` if there is nothing to say.
#[derive(Clone, Copy)]
pub struct LastFile(pub RwSignal<Option<Refused>>);

/// Reasons shown at most; a wrong file can have thousands.
const MAX_REASONS: usize = 8;

/// A refusal, from what is wrong with the document.
pub fn refused(name: &str, errors: &[DocumentError]) -> Refused {
    let mut reasons: Vec<String> = errors
        .iter()
        .take(MAX_REASONS)
        .map(ToString::to_string)
        .collect();
    if errors.len() > MAX_REASONS {
        reasons.push(format!("and {} more", errors.len() - MAX_REASONS));
    }
    Refused {
        name: name.to_owned(),
        reasons,
    }
}

/// Opens a plan beside the one that was open, which stays among the recent plans.
pub fn open_plan(session: Session, label: &str, plan: Plan) {
    // The plan before keeps its slot. Without storage, undo still brings it back.
    let kept = session
        .with_untracked(store::save)
        .and_then(|()| store::new_slot());
    session.replace(label, plan);
    match kept {
        Ok(()) => session.show_toast(label, true),
        Err(error) => session.show_toast(format!("{label}. Not saved: {error}"), true),
    }
    browser::set_hash(Route::Networks.hash());
}

/// Opens a plan that was made just now: today's rules are the first that check it.
pub fn open_new(session: Session, label: &str, plan: &Plan) {
    open_plan(session, label, record_edition().preview(plan));
}

/// Opens a plan from text, or says why not. The open plan stays as it is in that case.
pub fn open_text(session: Session, last: LastFile, name: &str, text: &str) {
    match document::decode(text) {
        Ok(plan) => {
            last.0.set(None);
            open_plan(session, &format!("Opened {name}"), plan);
        }
        Err(errors) => refuse(session, last, refused(name, &errors)),
    }
}

fn refuse(session: Session, last: LastFile, refused: Refused) {
    session.show_toast(
        format!("{} was not opened; your plan is unchanged", refused.name),
        false,
    );
    last.0.set(Some(refused));
    browser::set_hash(Route::Start.hash());
}

/// Reads a file and opens it.
pub fn open_file(session: Session, last: LastFile, file: File) {
    let name = file.name();
    spawn_local(async move {
        match browser::read_text(file).await {
            Ok(text) => open_text(session, last, &name, &text),
            Err(error) => {
                refuse(
                    session,
                    last,
                    Refused {
                        name,
                        reasons: vec![error.to_string()],
                    },
                );
            }
        }
    });
}

/// Accepts a file dropped anywhere on the page.
pub fn listen(session: Session) {
    let last = LastFile(RwSignal::new(None));
    provide_context(last);
    let over = window_event_listener(leptos::ev::dragover, |event| event.prevent_default());
    let dropped = window_event_listener(leptos::ev::drop, move |event| {
        event.prevent_default();
        if let Some(file) = browser::dropped_file(&event) {
            open_file(session, last, file);
        }
    });
    on_cleanup(move || {
        over.remove();
        dropped.remove();
    });
}
