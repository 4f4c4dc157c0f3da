//! Connections: ask about one, see what decides on its way, and see the way on the drawing.

mod tester;
mod trace;

use std::sync::Arc;

use leptos::prelude::*;

use super::Topology;
use crate::flow::Path;

use tester::Tester;
pub(in crate::ui) use trace::Trace;

/// A path that is to be drawn, if any.
pub(in crate::ui) type Shown = Signal<Option<Arc<Path>>>;

/// The drawing with the connection that the person asks about.
#[component]
pub fn Flows(
    /// Whether the layers of the drawing have switches.
    #[prop(optional)]
    switches: bool,
) -> impl IntoView {
    let answer = tester::answer();
    let shown: Shown = Signal::derive(move || {
        answer.with(|answer| answer.as_ref().and_then(|it| it.clone().ok()))
    });
    view! {
        <div class="flows">
            <Topology switches trail=shown />
            <Tester answer />
        </div>
    }
}
