//! The files of the bundle: what errors and gaps mean for them, the explorer, and all of them as one archive.

use std::sync::Arc;

use leptos::prelude::*;

use super::plural;
use super::preview::Preview;
use super::tree::{Explorer, FileTree};
use crate::exports::{self, preview};
use crate::ui::chrome::download_bundle;
use crate::ui::components::{Icon, Note, Section, Tone, When, dynamic, live, memo, press};
use crate::ui::use_session;

/// The file that is shown first.
const FIRST: &str = "README.md";

/// The section.
#[component]
pub fn FilesSection() -> impl IntoView {
    let session = use_session();
    let chosen = RwSignal::new(FIRST.to_owned());
    let file = memo(move || {
        session.files.with(|files| {
            let named = |path: &str| files.iter().find(|file| file.path == path);
            chosen.with(|path| named(path).or_else(|| named(FIRST)).cloned())
        })
    });
    let changes = memo(move || {
        let before = session.files_before.get()?;
        let found = session.files.with(|files| preview::changes(&before, files));
        Some(Arc::new(found))
    });
    let explorer = Explorer::new(chosen, file, changes);
    let summary = move || {
        session.files.with(|files| {
            let bytes = files.iter().map(|file| file.text.len()).sum();
            format!("{}, {}", plural(files.len(), "file", "files"), size(bytes))
        })
    };
    let sentence =
        move || changes.with(|changes| changes.as_ref().map(|changes| changes.sentence()));
    view! {
        <Section
            title="Files"
            lead="Everything that the plan says, ready to deploy. No file holds a secret; those are asked for at deployment."
            id="files"
        >
            <div class="stack">
                <Banner />
                <Gaps />
                <div class="row">
                    <button
                        type="button"
                        class="btn primary"
                        on:click=press(move |_| download_bundle(session))
                    >
                        <Icon name="zip" />
                        "Download all as zip"
                    </button>
                    <span class="facts">{dynamic(summary)}</span>
                </div>
                <OnlyDifferences />
                <p class="changed" hidden=live(move || sentence().is_none())>
                    {dynamic(sentence)}
                </p>
                <div class="explorer">
                    <FileTree explorer />
                    <Preview explorer />
                </div>
            </div>
        </Section>
    }
}

/// Whether the scripts of the Azure CLI are short.
#[component]
fn OnlyDifferences() -> impl IntoView {
    let session = use_session();
    let has_scripts = memo(move || {
        session
            .files
            .with(|files| files.iter().any(|file| file.path.starts_with("cli/")))
    });
    view! {
        <When test=has_scripts>
            <div class="check">
                <input
                    type="checkbox"
                    id="only-differences"
                    aria-describedby="only-differences-h"
                    prop:checked=live(move || session.only_differences.get())
                    on:change:target=move |event| session.only_differences.set(event.target().checked())
                />
                <label for="only-differences">"Azure CLI scripts: only what differs from the defaults"</label>
                <p class="hint" id="only-differences-h">
                    "Leaves out every option whose value the CLI assumes anyway. Shorter to read; it follows the CLI if a default changes."
                </p>
            </div>
        </When>
    }
}

/// What errors in the plan mean for its files.
#[component]
fn Banner() -> impl IntoView {
    let session = use_session();
    let errors = memo(move || session.error_count());
    view! {
        <When test=live(move || errors.get() != 0)>
            {dynamic(move || {
                let title = format!("The plan still has {}", plural(errors.get(), "error", "errors"));
                view! {
                    <Note title tone=Tone::Warn>
                        <p>
                            "The files can be downloaded all the same. Each that can hold a comment starts with a banner, "
                            <b>"DO NOT DEPLOY"</b> ", and the list of errors."
                        </p>
                    </Note>
                }
            })}
        </When>
    }
}

/// What is in the plan and in no file.
#[component]
fn Gaps() -> impl IntoView {
    let session = use_session();
    let gaps = session.field(exports::gaps);
    view! {
        <When test=live(move || gaps.with(|gaps| !gaps.is_empty()))>
            <Note title="What the files cannot say">
                <p>"Do this by hand once they are deployed, or in the files before:"</p>
                <ul class="gaps">
                    {dynamic(move || {
                        gaps.get()
                            .into_iter()
                            .map(|gap| {
                                let subject = gap.subject;
                                view! {
                                    <li>
                                        {gap.text} " "
                                        <button
                                            type="button"
                                            class="why link"
                                            on:click=press(move |_| session.go_to(subject))
                                        >
                                            "Go to field"
                                        </button>
                                    </li>
                                }
                            })
                            .collect_view()
                    })}
                </ul>
            </Note>
        </When>
    }
}

/// A number of bytes, as people say it.
pub(super) fn size(bytes: usize) -> String {
    if bytes < 1024 {
        plural(bytes, "byte", "bytes")
    } else {
        format!("{} KB", bytes.div_ceil(1024))
    }
}
