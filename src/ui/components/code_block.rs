//! A preview of a file: name, copy, download.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Icon, dynamic, live, press};
use crate::exports::File;
use crate::ui::{browser, use_session};

/// A file with its content.
#[component]
pub fn CodeBlock(
    /// The file.
    #[prop(into)]
    file: Signal<Option<File>>,
) -> impl IntoView {
    let session = use_session();
    let name = move || file.with(|file| file.as_ref().map(|f| f.path.clone()).unwrap_or_default());
    let copy = move |_| {
        let Some(file) = file.get_untracked() else {
            return;
        };
        spawn_local(async move {
            match browser::copy(&file.text).await {
                Ok(()) => session.show_toast(format!("Copied {}", file.path), false),
                Err(error) => session.show_toast(error.to_string(), false),
            }
        });
    };
    let save = move |_| {
        let Some(file) = file.get_untracked() else {
            return;
        };
        let short = file
            .path
            .rsplit('/')
            .next()
            .unwrap_or(&file.path)
            .to_owned();
        if let Err(error) = browser::download(&short, file.media_type, file.text.as_bytes()) {
            session.show_toast(error.to_string(), false);
        }
    };
    view! {
        <div class="code">
            <header>
                <span class="mono">{name}</span>
                <span class="row">
                    <button type="button" class="btn small quiet" on:click=press(copy)>
                        <Icon name="copy" />
                        "Copy"
                    </button>
                    <button type="button" class="btn small quiet" on:click=press(save)>
                        <Icon name="down" />
                        "Download"
                    </button>
                </span>
            </header>
            <pre tabindex="0" role="region" aria-label=live(move || format!("Content of {}", name()))>
                <code>
                    {dynamic(move || {
                        file.with(|file| {
                            file.as_ref().map(|file| file.text.clone()).unwrap_or_default()
                        })
                    })}
                </code>
            </pre>
        </div>
    }
}
