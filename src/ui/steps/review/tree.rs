//! The bundle as a tree: nested lists of buttons. A folder's button opens and closes it, a file's button shows
//! the file.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::plural;
use crate::exports::File;
use crate::exports::preview::{self, Changes, Folder};
use crate::ui::components::{Badge, Icon, Tone, When, dynamic, live, memo, press};
use crate::ui::{browser, use_session};

/// Id of the tree.
pub(super) const TREE: &str = "bundle-tree";
/// Id of the preview.
pub(super) const PREVIEW: &str = "bundle-preview";

/// What the tree and the preview share. A handle.
#[derive(Clone, Copy)]
pub(super) struct Explorer {
    /// Path of the file that was chosen.
    chosen: RwSignal<String>,
    /// The file that is shown.
    pub(super) file: Memo<Option<File>>,
    /// What the last edit did; `None` before the first.
    pub(super) changes: Memo<Option<Arc<Changes>>>,
    /// Paths of folders that are open.
    open: RwSignal<BTreeSet<String>>,
}

impl Explorer {
    pub(super) fn new(
        chosen: RwSignal<String>,
        file: Memo<Option<File>>,
        changes: Memo<Option<Arc<Changes>>>,
    ) -> Self {
        Self {
            chosen,
            file,
            changes,
            open: RwSignal::new(BTreeSet::new()),
        }
    }

    fn shows(self, path: &str) -> bool {
        self.file
            .with(|file| file.as_ref().is_some_and(|file| file.path == path))
    }

    fn is_open(self, folder: &str) -> bool {
        self.open.with(|open| open.contains(folder))
    }

    fn toggle(self, folder: &str) {
        self.open.update(|open| {
            if !open.remove(folder) {
                open.insert(folder.to_owned());
            }
        });
    }

    /// What the tree says beside a file about the last edit.
    fn mark(self, path: &str) -> Option<(String, &'static str)> {
        self.changes.with(|changes| {
            let change = changes.as_ref()?.of(path)?;
            if change.is_new {
                return Some(("new".to_owned(), " since the last edit"));
            }
            let lines = plural(change.lines, "line", "lines");
            Some((lines, " changed by the last edit"))
        })
    }

    /// What the tree says beside a folder.
    fn folder_mark(self, path: &str) -> Option<(String, &'static str)> {
        self.changes.with(|changes| {
            let files = changes.as_ref()?.inside(path);
            (files > 0).then(|| (format!("{files} changed"), " by the last edit"))
        })
    }
}

/// The tree.
#[component]
pub(super) fn FileTree(explorer: Explorer) -> impl IntoView {
    let session = use_session();
    let paths = memo(move || {
        session.files.with(|files| {
            files
                .iter()
                .map(|file| file.path.clone())
                .collect::<Vec<_>>()
        })
    });
    view! {
        <div class="tree" id=TREE role="group" aria-label="Files of the bundle">
            {dynamic(move || {
                let root = paths.with(|paths| preview::tree(paths));
                view! { <ul>{entries(explorer, &root)}</ul> }
            })}
        </div>
    }
}

fn entries(explorer: Explorer, folder: &Folder) -> Vec<AnyView> {
    let folders = folder
        .folders
        .iter()
        .map(|folder| folder_entry(explorer, folder));
    let files = folder.files.iter().map(|path| file_entry(explorer, path));
    folders.chain(files).collect()
}

fn folder_entry(explorer: Explorer, folder: &Folder) -> AnyView {
    let path: Arc<str> = folder.path.as_str().into();
    let (shown, hidden, marked) = (path.clone(), path.clone(), path.clone());
    let id = format!("bundle-{}", path.replace('/', "-"));
    let inside = entries(explorer, folder);
    view! {
        <li>
            <button
                type="button"
                class="leaf folder"
                aria-expanded=live(move || explorer.is_open(&shown).to_string())
                aria-controls=id.clone()
                on:click=press(move |_| explorer.toggle(&path))
            >
                <Icon name="chev" />
                <span class="name">{folder.name().to_owned()}</span>
                {mark(live(move || explorer.folder_mark(&marked)))}
                <span class="count">
                    {folder.count()} <span class="vh">{if folder.count() == 1 { " file" } else { " files" }}</span>
                </span>
            </button>
            <ul id=id hidden=live(move || !explorer.is_open(&hidden))>
                {inside}
            </ul>
        </li>
    }
    .into_any()
}

fn file_entry(explorer: Explorer, path: &str) -> AnyView {
    let session = use_session();
    let name = preview::name(path);
    let parent = path.strip_suffix(name).unwrap_or_default();
    let path: Arc<str> = path.into();
    let (shown, marked, described) = (path.clone(), path.clone(), path.clone());
    let choose = move |_| {
        explorer.chosen.set(path.to_string());
        session.announcement.set(format!("Showing {path}"));
        browser::bring_up(PREVIEW);
    };
    let purpose = session.files.with_untracked(|files| {
        let file = files.iter().find(|file| *file.path == *described);
        file.map_or("", |file| file.purpose)
    });
    view! {
        <li>
            <button
                type="button"
                class="leaf"
                title=purpose
                aria-current=live(move || explorer.shows(&shown).then_some("true"))
                on:click=press(choose)
            >
                <span class="name">
                    <span class="dir">{parent.to_owned()}</span>
                    {name.to_owned()}
                </span>
                {mark(live(move || explorer.mark(&marked)))}
            </button>
            <small>{purpose}</small>
        </li>
    }
    .into_any()
}

/// A number that stands for lines or files, with its words for those who do not see where it stands.
fn mark(words: Signal<Option<(String, &'static str)>>) -> impl IntoView {
    let text = live(move || words.get().map(|(text, _)| text).unwrap_or_default());
    let rest = live(move || words.get().map(|(_, rest)| rest));
    view! {
        <When test=live(move || words.get().is_some())>
            <Badge text tone=Signal::stored(Tone::Accent) />
            <span class="vh">{dynamic(move || rest.get())}</span>
        </When>
    }
}
