//! Icons: symbols that `index.html` contains, drawn in the colour of the text beside them.

use leptos::prelude::*;

use super::live;

/// An icon. Decorative: the text beside it (or the control's name) says what it means.
#[component]
pub fn Icon(
    /// Name of the symbol without its `i-`.
    #[prop(into)]
    name: Signal<&'static str>,
) -> impl IntoView {
    view! {
        <svg class="i" aria-hidden="true">
            <use href=live(move || format!("#i-{}", name.get())) />
        </svg>
    }
}
