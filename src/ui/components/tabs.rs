//! Tabs, as the ARIA pattern says: arrow keys, Home and End, one tab stop.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::{Badge, Tone, When, live, press};
use crate::ui::browser;

/// One tab: key, label, a number beside it if not zero, and the number's tone.
#[derive(Clone)]
pub struct Tab {
    /// Key: the tab is `tab-{key}`, its panel `panel-{key}`.
    pub key: &'static str,
    /// Label.
    pub label: &'static str,
    /// A number beside it; none is shown for zero.
    pub count: Signal<usize>,
    /// The tone of the number.
    pub tone: Signal<Tone>,
}

/// A row of tabs.
#[component]
pub fn TabList(
    /// What the tabs are about.
    label: &'static str,
    /// The tabs.
    tabs: Vec<Tab>,
    /// Key of the chosen one.
    #[prop(into)]
    chosen: Signal<&'static str>,
    /// Chooses one.
    choose: Callback<&'static str>,
) -> impl IntoView {
    let keys: Vec<&'static str> = tabs.iter().map(|tab| tab.key).collect();
    let on_key = move |event: KeyboardEvent| {
        let count = keys.len();
        let Some(at) = keys.iter().position(|key| *key == chosen.get_untracked()) else {
            return;
        };
        let to = match event.key().as_str() {
            "ArrowRight" => (at + 1) % count,
            "ArrowLeft" => (at + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        if let Some(key) = keys.get(to).copied() {
            choose.run(key);
            browser::focus(&format!("tab-{key}"));
        }
    };
    view! {
        <div role="tablist" aria-label=label on:keydown=on_key>
            {tabs
                .into_iter()
                .map(|Tab { key, label, count, tone }| {
                    let selected = move || chosen.get() == key;
                    view! {
                        <button
                            type="button"
                            role="tab"
                            id=format!("tab-{key}")
                            aria-controls=format!("panel-{key}")
                            aria-selected=live(move || selected().to_string())
                            tabindex=live(move || if selected() { "0" } else { "-1" })
                            on:click=press(move |_| choose.run(key))
                        >
                            {label}
                            <When test=live(move || count.get() > 0)>
                                <Badge text=Signal::derive(move || count.get().to_string()) tone />
                            </When>
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}
