//! The drawing on a page of its own.

use leptos::prelude::*;

use crate::ui::components::{Icon, PageHead, press};
use crate::ui::panels::Flows;
use crate::ui::route::Route;
use crate::ui::{browser, use_session};

/// The drawing's file in the bundle.
const FILE: &str = "topology.svg";

/// The page.
#[component]
pub fn TopologyPage() -> impl IntoView {
    let session = use_session();
    let save = move |_| {
        let file = session
            .files
            .with_untracked(|files| files.iter().find(|f| f.path == FILE).cloned());
        let Some(file) = file else { return };
        match browser::download(FILE, file.media_type, file.text.as_bytes()) {
            Ok(()) => session.show_toast(format!("Downloaded {FILE}"), false),
            Err(error) => session.show_toast(error.to_string(), false),
        }
    };
    let print = move |_| {
        // A browser without a print dialog shows nothing; there is nothing else to do then.
        window().print().ok();
    };
    view! {
        <PageHead
            title="Topology"
            lead="What stands where, what it leads to, and how users and jobs get there. The outline below says the same in words."
        />
        <div class="row no-print">
            <a class="btn" href=Route::Review.hash()>
                <Icon name="left" />
                "Back to review"
            </a>
            <button type="button" class="btn" on:click=press(save)>
                <Icon name="down" />
                "Download SVG"
            </button>
            <button type="button" class="btn" on:click=press(print)>
                <Icon name="print" />
                "Print"
            </button>
        </div>
        <div class="full mt">
            <Flows switches=true />
        </div>
    }
}
