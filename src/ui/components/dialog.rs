//! A modal dialog: the native element, so that focus, Escape and the backdrop are the browser's.

use leptos::html;
use leptos::prelude::*;

use super::dynamic;

/// A modal dialog. It is open while `open` is true; Escape and the close button set it to false.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Title.
    #[prop(into)]
    title: Signal<String>,
    /// Content.
    children: Children,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let (Some(dialog), is_open) = (element.get(), open.get()) else {
            return;
        };
        if is_open && !dialog.open() {
            // Refused only when the element is not in the page, and then nothing can be shown.
            dialog.show_modal().ok();
        } else if !is_open && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog
            class="dialog"
            node_ref=element
            aria-labelledby="dialog-title"
            on:close=move |_| open.set(false)
        >
            <h2 id="dialog-title">{dynamic(move || title.get())}</h2>
            {children()}
        </dialog>
    }
}
