//! The help: keyboard shortcuts, and what this app does with a plan.

use leptos::prelude::*;

use super::keys;
use crate::ui::components::{Dialog, press};
use crate::ui::route::Route;

/// Keys and what they do.
const KEYS: &[(&str, &str)] = &[
    ("Alt+Page Down", "next step"),
    ("Alt+Page Up", "previous step"),
    ("G then 1 … 6", "go to a step; T goes to the drawing"),
    ("F8, Shift+F8", "next and previous finding"),
    ("Ctrl+Z, Ctrl+Shift+Z", "undo, redo"),
    ("Ctrl+S", "download the plan"),
    (
        "Arrow up, down",
        "in an address range: next or previous block of the same size",
    ),
    (
        "Shift+Arrow up, down",
        "in an address range: larger or smaller block",
    ),
    (
        "Arrows, +, −, 0",
        "pan and zoom when the drawing has the focus",
    ),
    ("?", "this help"),
];

/// The help dialog.
#[component]
pub fn Help(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open title="Keyboard shortcuts">
            <dl class="keys">
                {KEYS
                    .iter()
                    .map(|(keys, does)| {
                        view! {
                            <dt>
                                <kbd>{*keys}</kbd>
                            </dt>
                            <dd>{*does}</dd>
                        }
                    })
                    .collect_view()}
            </dl>
            <div class="check">
                <input
                    type="checkbox"
                    id="single-keys"
                    prop:checked=keys::single_keys()
                    on:change:target=|event| keys::set_single_keys(event.target().checked())
                />
                <label for="single-keys">"Single-key shortcuts (G and ?)"</label>
            </div>
            <p>
                <a href=Route::Rules.hash() on:click=press(move |_| open.set(false))>
                    "All rules: what is checked, and why"
                </a>
            </p>
            <p class="hint">
                "Plans stay in this browser: this page sends nothing anywhere, and works offline once loaded."
            </p>
            <div class="row">
                <button type="button" class="btn primary" on:click=press(move |_| open.set(false))>
                    "Close"
                </button>
            </div>
        </Dialog>
    }
}
