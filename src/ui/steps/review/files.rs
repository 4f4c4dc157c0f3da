//! The files of the bundle: what each is, preview, copy, download one or all.

use leptos::prelude::*;

use crate::exports::File;
use crate::ui::chrome::download_bundle;
use crate::ui::components::{CodeBlock, Icon, Note, Section, Tone, When, live, press, thousands};
use crate::ui::{browser, use_session};

/// The section.
#[component]
pub fn FilesSection() -> impl IntoView {
    let session = use_session();
    let chosen = RwSignal::new(String::new());
    let paths = Memo::new(move |_| {
        session.files.with(|files| {
            files
                .iter()
                .map(|file| file.path.clone())
                .collect::<Vec<_>>()
        })
    });
    let file = Signal::derive(move || {
        session.files.with(|files| {
            chosen
                .with(|path| files.iter().find(|file| file.path == *path).cloned())
                .or_else(|| files.iter().find(|file| file.path == FIRST).cloned())
                .or_else(|| files.first().cloned())
        })
    });
    let current = Memo::new(move |_| file.get().map(|file| file.path).unwrap_or_default());
    let errors = Memo::new(move |_| session.error_count());
    view! {
        <Section
            title="Files"
            lead="Everything that the plan says, ready to deploy. No file holds a secret; those are asked for at deployment."
            id="files"
        >
            <div class="stack">
                <When test=live(move || errors.get() != 0)>
                    <Note
                        title="The plan still has errors"
                        tone=Tone::Warn
                    >
                        <p>"The files can be downloaded all the same; each says so in its first lines."</p>
                    </Note>
                </When>
                <div class="row">
                    <button
                        type="button"
                        class="btn primary"
                        on:click=press(move |_| download_bundle(session))
                    >
                        <Icon name="zip" />
                        "Download all as zip"
                    </button>
                </div>
                <div class="files">
                    <For each=move || paths.get() key=Clone::clone let:path>
                        <FileCard path chosen current />
                    </For>
                </div>
                <CodeBlock file />
            </div>
        </Section>
    }
}

/// The file that is shown first.
const FIRST: &str = "arm/azuredeploy.json";

#[component]
fn FileCard(path: String, chosen: RwSignal<String>, current: Memo<String>) -> impl IntoView {
    let session = use_session();
    let path = StoredValue::new(path);
    let name = path.get_value();
    let file = Memo::new(move |_| {
        session.files.with(|files| {
            path.with_value(|path| files.iter().find(|file| file.path == *path).cloned())
        })
    });
    let purpose = move || file.with(|file| file.as_ref().map_or("", |file| file.purpose));
    let size = move || {
        let bytes = file.with(|file| file.as_ref().map_or(0, |file| file.text.len()));
        format!(
            "{} bytes",
            thousands(u64::try_from(bytes).unwrap_or(u64::MAX))
        )
    };
    let save = move |_| {
        let Some(File {
            path,
            media_type,
            text,
            ..
        }) = file.get_untracked()
        else {
            return;
        };
        let short = path.rsplit('/').next().unwrap_or(&path).to_owned();
        match browser::download(&short, media_type, text.as_bytes()) {
            Ok(()) => session.show_toast(format!("Downloaded {short}"), false),
            Err(error) => session.show_toast(error.to_string(), false),
        }
    };
    let show = name.clone();
    view! {
        <div
            class="file"
            aria-current=live(move || {
                current.with(|current| path.with_value(|path| path == current)).then_some("true")
            })
        >
            <b class="mono">{name.clone()}</b>
            <small>{purpose}</small>
            <span class="facts">{size}</span>
            <span class="acts">
                <button
                    type="button"
                    class="btn icon quiet small"
                    aria-label=format!("Preview {name}")
                    title="Preview"
                    on:click=press(move |_| chosen.set(show.clone()))
                >
                    <Icon name="eye" />
                </button>
                <button
                    type="button"
                    class="btn icon quiet small"
                    aria-label=format!("Download {name}")
                    title="Download"
                    on:click=press(save)
                >
                    <Icon name="down" />
                </button>
            </span>
        </div>
    }
}
