//! One file: its text in colours with numbered lines, or its picture; what the last edit changed in it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::files::size;
use super::tree::{Explorer, PREVIEW, TREE};
use crate::exports::File;
use crate::exports::preview::{self, Hunk};
use crate::ui::components::{Icon, When, dynamic, live, memo, press, thousands};
use crate::ui::{browser, use_session};

/// The preview.
#[component]
pub(super) fn Preview(explorer: Explorer) -> impl IntoView {
    let file = explorer.file;
    let path = memo(move || file.with(|file| file.as_ref().map(|file| file.path.clone())));
    let name = live(move || path.get().unwrap_or_default());
    let has_picture = memo(move || {
        file.with(|file| {
            file.as_ref()
                .is_some_and(|file| file.media_type == "image/svg+xml")
        })
    });
    let as_picture = RwSignal::new(true);
    let shows_picture = memo(move || has_picture.get() && as_picture.get());
    view! {
        <div class="code" id=PREVIEW>
            <header>
                <h3 class="mono">{dynamic(move || name.get())}</h3>
                <div class="row">
                    <When test=has_picture>
                        <PictureSwitch as_picture />
                    </When>
                    <Actions explorer />
                </div>
            </header>
            <Facts explorer shows_picture />
            {dynamic(move || {
                // Read, so that another file starts at its top.
                path.track();
                if shows_picture.get() {
                    picture(explorer).into_any()
                } else {
                    source(explorer).into_any()
                }
            })}
        </div>
    }
}

#[component]
fn PictureSwitch(as_picture: RwSignal<bool>) -> impl IntoView {
    let button = move |picture: bool, label: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=live(move || (as_picture.get() == picture).to_string())
                on:click=press(move |_| as_picture.set(picture))
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="seg" role="group" aria-label="Show the file as">
            {button(true, "Picture")}
            {button(false, "Source")}
        </div>
    }
}

#[component]
fn Actions(explorer: Explorer) -> impl IntoView {
    let session = use_session();
    let file = explorer.file;
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
        let Some(File {
            path,
            media_type,
            text,
            ..
        }) = file.get_untracked()
        else {
            return;
        };
        let short = preview::name(&path);
        match browser::download(short, media_type, text.as_bytes()) {
            Ok(()) => session.show_toast(format!("Downloaded {short}"), false),
            Err(error) => session.show_toast(error.to_string(), false),
        }
    };
    view! {
        <button
            type="button"
            class="btn small quiet to-tree"
            on:click=press(move |_| browser::bring_up(TREE))
        >
            <Icon name="up" />
            "All files"
        </button>
        <button type="button" class="btn small quiet" on:click=press(copy)>
            <Icon name="copy" />
            "Copy"
        </button>
        <button type="button" class="btn small quiet" on:click=press(save)>
            <Icon name="down" />
            "Download"
        </button>
    }
}

/// The marks of the file that is shown.
fn hunks(explorer: Explorer) -> Vec<Hunk> {
    explorer
        .file
        .with(|file| {
            explorer.changes.with(|changes| {
                let change = changes.as_ref()?.of(&file.as_ref()?.path)?;
                Some(change.hunks.clone())
            })
        })
        .unwrap_or_default()
}

/// What the file is, how long it is, and the way to its changes.
#[component]
fn Facts(explorer: Explorer, shows_picture: Memo<bool>) -> impl IntoView {
    let session = use_session();
    let file = explorer.file;
    let purpose = move || file.with(|file| file.as_ref().map_or("", |file| file.purpose));
    let length = move || {
        file.with(|file| {
            let text = file.as_ref().map_or("", |file| &file.text);
            let lines = text.lines().count();
            let word = if lines == 1 { "line" } else { "lines" };
            let lines = thousands(u64::try_from(lines).unwrap_or(u64::MAX));
            format!("{lines} {word}, {}", size(text.len()))
        })
    };
    let marks = memo(move || hunks(explorer));
    // Where the next press of the button goes; another file starts from its first change.
    let next = StoredValue::new((String::new(), 0));
    let go = move |_| {
        let count = marks.with_untracked(Vec::len);
        let path = file.with_untracked(|file| file.as_ref().map(|file| file.path.clone()));
        let path = path.unwrap_or_default();
        let at = next.with_value(|(of, at)| if *of == path && *at < count { *at } else { 0 });
        let line = marks.with_untracked(|marks| marks.get(at).map_or(0, |hunk| hunk.at + 1));
        browser::bring_into_view(&preview::change_id(at));
        session
            .announcement
            .set(format!("Change {} of {count}, line {line}", at + 1));
        next.set_value((path, at + 1));
    };
    view! {
        <div class="about">
            <p>{dynamic(purpose)}</p>
            <div class="row">
                <span class="facts">{dynamic(length)}</span>
                <When test=live(move || !shows_picture.get() && marks.with(|marks| !marks.is_empty()))>
                    <button type="button" class="btn small" on:click=press(go)>
                        <Icon name="chev" />
                        {dynamic(move || match marks.with(Vec::len) {
                            1 => "Go to the change".to_owned(),
                            count => format!("Next of {count} changes"),
                        })}
                    </button>
                </When>
            </div>
        </div>
    }
}

fn picture(explorer: Explorer) -> impl IntoView {
    let address = live(move || {
        explorer.file.with(|file| {
            let text = file.as_ref().map_or("", |file| &file.text);
            browser::picture_address(text)
        })
    });
    view! {
        <div class="picture" tabindex="0" role="region" aria-label="The file as a picture">
            <img src=address alt="The topology that the plan draws; the Topology page has it as text" />
        </div>
    }
}

fn source(explorer: Explorer) -> impl IntoView {
    let content = live(move || {
        let hunks = hunks(explorer);
        explorer.file.with(|file| {
            file.as_ref()
                .map(|file| preview::html(&file.path, &file.text, &hunks))
                .unwrap_or_default()
        })
    });
    let label = live(move || {
        let path = explorer
            .file
            .with(|file| file.as_ref().map(|file| file.path.clone()));
        format!("Content of {}", path.unwrap_or_default())
    });
    view! {
        <pre tabindex="0" role="region" aria-label=label>
            <code inner_html=content></code>
        </pre>
    }
}
