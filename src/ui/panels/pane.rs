//! The pane: tabs for topology, address map, findings, capacity and flows. Docked to the bottom edge on small screens.

use leptos::prelude::*;

use super::{AddressMap, CapacityTable, Flows};
use crate::ui::components::{FindingList, Icon, Tab, TabList, Tone, dynamic, live, press};
use crate::ui::route::Route;
use crate::ui::{Session, browser, use_session};

const TAB_KEY: &str = "azureml-vnet-wizard/tab";
const KEYS: [&str; 5] = ["topology", "map", "findings", "capacity", "flows"];

/// The live view.
#[component]
pub fn Pane() -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    // The tab that the person picked; until then the step suggests one.
    let remembered = browser::read(TAB_KEY).ok().flatten();
    let picked = RwSignal::new(
        KEYS.into_iter()
            .find(|key| Some(*key) == remembered.as_deref()),
    );
    let suggested = Memo::new(move |_| match session.route.get() {
        Route::Networks => "map",
        step if session.tally(step).0 > 0 => "findings",
        _ => "topology",
    });
    let chosen = Signal::derive(move || picked.get().unwrap_or_else(|| suggested.get()));
    let choose = Callback::new(move |key: &'static str| {
        picked.set(Some(key));
        open.set(true);
        // A tab that cannot be remembered is chosen again next time.
        browser::write(TAB_KEY, key).ok();
    });
    let tabs = tabs(session);
    let panel = move || match chosen.get() {
        "map" => view! { <AddressMap /> }.into_any(),
        "findings" => view! { <FindingList /> }.into_any(),
        "capacity" => view! { <CapacityTable /> }.into_any(),
        "flows" => view! { <Flows /> }.into_any(),
        _ => view! { <super::Topology /> }.into_any(),
    };
    view! {
        <aside
            class="pane"
            aria-label="Live view"
            data-open=live(move || open.get().then_some(""))
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    open.set(false);
                }
            }
        >
            <div class="tabs">
                <TabList label="Live view" tabs chosen choose />
                <div class="end">
                    <button
                        type="button"
                        class="btn icon quiet small pane-toggle"
                        aria-expanded=live(move || open.get().to_string())
                        aria-label="Live view"
                        on:click=press(move |_| open.update(|open| *open = !*open))
                    >
                        <Icon name="chevup" />
                    </button>
                    <a
                        class="btn icon quiet small hide-s"
                        href=Route::Topology.hash()
                        aria-label="Full-page topology"
                        title="Full-page topology"
                    >
                        <Icon name="full" />
                    </a>
                </div>
            </div>
            {KEYS
                .into_iter()
                .map(|key| {
                    view! {
                        <div
                            class="panel"
                            role="tabpanel"
                            id=format!("panel-{key}")
                            aria-labelledby=format!("tab-{key}")
                            tabindex="0"
                            hidden=live(move || chosen.get() != key)
                        >
                            {dynamic(move || (chosen.get() == key).then(panel))}
                        </div>
                    }
                })
                .collect_view()}
        </aside>
    }
}

/// The tabs, with how many findings there are.
fn tabs(session: Session) -> Vec<Tab> {
    let none = Signal::stored(0_usize);
    let errors = Signal::derive(move || session.error_count());
    let total = Signal::derive(move || session.analysis.with(|analysis| analysis.findings.len()));
    let plain = Signal::stored(Tone::Plain);
    let tone = Signal::derive(move || {
        if errors.get() > 0 {
            Tone::Error
        } else {
            Tone::Plain
        }
    });
    vec![
        Tab {
            key: "topology",
            label: "Topology",
            count: none,
            tone: plain,
        },
        Tab {
            key: "map",
            label: "Address map",
            count: none,
            tone: plain,
        },
        Tab {
            key: "findings",
            label: "Findings",
            count: total,
            tone,
        },
        Tab {
            key: "capacity",
            label: "Capacity",
            count: none,
            tone: plain,
        },
        Tab {
            key: "flows",
            label: "Flows",
            count: none,
            tone: plain,
        },
    ]
}
