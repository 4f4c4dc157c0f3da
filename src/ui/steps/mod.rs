//! The steps of the wizard. One file or folder a step; a step is a form over one part of the plan.

pub mod networks;
mod start;

use leptos::prelude::*;

use super::route::Route;
use super::use_session;

pub use start::StartProblem;

/// The step where the person is.
#[component]
pub fn StepView() -> impl IntoView {
    let session = use_session();
    move || match session.route.get() {
        Route::Start => view! { <start::Start /> }.into_any(),
        Route::Networks => view! { <networks::Networks /> }.into_any(),
        _ => ().into_any(),
    }
}
