//! The top bar: which plan, whether it is saved, undo, redo, theme, help, download.

use leptos::prelude::*;

use super::theme;
use crate::exports;
use crate::ui::app::SaveState;
use crate::ui::components::{Icon, When, dynamic, live, press};
use crate::ui::route::Route;
use crate::ui::{Session, browser, use_session};

/// The stem of file names: the plan's title in letters, digits and hyphens.
pub fn file_stem(session: Session) -> String {
    let title = session.with_untracked(|plan| plan.basics.title.clone());
    let stem: String = title
        .trim()
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    if stem.trim_matches('-').is_empty() {
        "azureml-vnet-plan".to_owned()
    } else {
        stem
    }
}

/// Downloads the plan document.
pub fn download_plan(session: Session) {
    let text = session.with_untracked(exports::plan_text);
    let name = format!("{}.plan.json", file_stem(session));
    report(
        session,
        browser::download(&name, "application/json", text.as_bytes()),
        &name,
    );
}

/// Downloads the whole bundle as one zip file.
pub fn download_bundle(session: Session) {
    let bytes = exports::zip(&session.files.get_untracked());
    let name = format!("{}.zip", file_stem(session));
    report(
        session,
        browser::download(&name, "application/zip", &bytes),
        &name,
    );
}

fn report(session: Session, result: Result<(), browser::BrowserError>, name: &str) {
    match result {
        Ok(()) => session.show_toast(format!("Downloaded {name}"), false),
        Err(error) => session.show_toast(error.to_string(), false),
    }
}

/// The top bar.
#[component]
pub fn TopBar(
    /// Whether the plan is safe in this browser.
    saved: RwSignal<SaveState>,
    /// Opens the help.
    help: RwSignal<bool>,
) -> impl IntoView {
    theme::restore();
    let session = use_session();
    let title = session.field(|plan| plan.basics.title.clone());
    let region = session.field(|plan| plan.basics.region.clone());
    let state = move || match saved.get() {
        SaveState::Saved => "saved",
        SaveState::Dirty => "dirty",
        SaveState::Failed(_) => "failed",
    };
    let words = move || match saved.get() {
        SaveState::Saved => "Saved in this browser".to_owned(),
        SaveState::Dirty => "Unsaved changes".to_owned(),
        SaveState::Failed(error) => {
            format!("Not saved: {error}. Download the plan to keep it.")
        }
    };
    view! {
        <header class="topbar">
            <a class="brand" href=Route::Start.hash() aria-label="Azure ML VNet Wizard, start">
                <Icon name="logo" />
                <span>"Azure ML VNet Wizard"</span>
            </a>
            <div class="plan">
                <b>{dynamic(move || {
                    let title = title.get();
                    if title.trim().is_empty() { "Unnamed plan".to_owned() } else { title }
                })}</b>
                <span class="badge">{dynamic(move || region.get())}</span>
                <span class="save" data-state=state>
                    <When test=live(move || saved.get() == SaveState::Saved)>
                        <Icon name="check" />
                    </When>
                    <When test=live(move || matches!(saved.get(), SaveState::Failed(_)))>
                        <Icon name="warn" />
                    </When>
                    {words}
                </span>
            </div>
            <div class="bar-actions">
                <BarButton
                    icon="undo"
                    label="Undo"
                    act=Callback::new(move |()| session.undo())
                    enabled=Signal::derive(move || session.can_undo())
                />
                <BarButton
                    icon="redo"
                    label="Redo"
                    act=Callback::new(move |()| session.redo())
                    enabled=Signal::derive(move || session.can_redo())
                />
                <BarButton
                    icon="theme"
                    label="Switch light, dark or system theme"
                    act=Callback::new(move |()| session.show_toast(theme::cycle(), false))
                    enabled=true
                />
                <BarButton
                    icon="help"
                    label="Keyboard shortcuts and help"
                    act=Callback::new(move |()| help.set(true))
                    enabled=true
                />
                <button
                    type="button"
                    class="btn primary"
                    on:click=press(move |_| download_bundle(session))
                    aria-label="Download everything as one zip file"
                >
                    <Icon name="down" />
                    <span class="hide-s">"Download"</span>
                </button>
            </div>
        </header>
    }
}

#[component]
fn BarButton(
    icon: &'static str,
    label: &'static str,
    act: Callback<()>,
    #[prop(into)] enabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="btn icon quiet"
            aria-label=label
            title=label
            aria-disabled=live(move || (!enabled.get()).then_some("true"))
            on:click=press(move |_| {
                if enabled.get_untracked() {
                    act.run(());
                }
            })
        >
            <Icon name=icon />
        </button>
    }
}
