//! The drawing in the pane.

use leptos::prelude::*;

/// The drawing.
#[component]
pub fn Topology() -> impl IntoView {
    view! { <div class="diagram"></div> }
}
