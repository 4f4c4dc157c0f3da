//! The steps of the wizard. One file or folder a step; a step is a form over one part of the plan.

mod aks;
mod compute;
mod endpoints;
pub mod networks;
mod options;
mod review;
mod rules;
mod start;
mod topology;

use leptos::prelude::*;

use super::route::Route;
use super::use_session;

pub use start::{Answers, StartProblem};

/// The step where the person is.
#[component]
pub fn StepView() -> impl IntoView {
    let session = use_session();
    move || match session.route.get() {
        Route::Start => view! { <start::Start /> }.into_any(),
        Route::Networks => view! { <networks::Networks /> }.into_any(),
        Route::Compute => view! { <compute::Compute /> }.into_any(),
        Route::Aks => view! { <aks::Aks /> }.into_any(),
        Route::Endpoints => view! { <endpoints::Endpoints /> }.into_any(),
        Route::Review => view! { <review::Review /> }.into_any(),
        Route::Topology => view! { <topology::TopologyPage /> }.into_any(),
        Route::Rules => view! { <rules::Rules /> }.into_any(),
    }
}
