//! Connections: those that the plan needs and those that a person asks about, what decides on their way, and
//! the way on the drawing.

mod required;
mod tester;
mod trace;

use std::sync::Arc;

use leptos::prelude::*;

use super::Topology;
use crate::flow::Path;

use required::Required;
use tester::Tester;
pub(in crate::ui) use trace::Trace;

/// A path that is to be drawn, if any.
pub(in crate::ui) type Shown = Signal<Option<Arc<Path>>>;

/// The drawing, the required flows, and the flow tester.
#[component]
pub fn Flows(
    /// Whether the layers of the drawing have switches.
    #[prop(optional)]
    switches: bool,
) -> impl IntoView {
    let answer = tester::answer();
    let pointed = RwSignal::new(None);
    let shown: Shown = Signal::derive(move || {
        let asked = || answer.with(|answer| answer.as_ref().and_then(|it| it.clone().ok()));
        pointed.get().or_else(asked)
    });
    view! {
        <div class="flows">
            <Topology switches trail=shown />
            <Required pointed />
            <Tester answer />
        </div>
    }
}
