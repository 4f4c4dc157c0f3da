//! The steps: links, free to visit in any order, each with its state.

use leptos::prelude::*;

use crate::ui::components::{Icon, live};
use crate::ui::route::Route;
use crate::ui::{Session, use_session};

/// The list of steps.
#[component]
pub fn Steps() -> impl IntoView {
    view! {
        <nav class="steps" aria-label="Steps">
            <ol>
                {Route::STEPS.into_iter().map(|route| view! { <StepLink route /> }).collect_view()}
            </ol>
        </nav>
    }
}

/// What a step has in it, in a few words.
fn fact(session: Session, route: Route) -> String {
    let count = |number: usize, one: &str, many: &str| match number {
        0 => "Nothing yet".to_owned(),
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    };
    session.with(|plan| match route {
        Route::Start => "Scenarios and files".to_owned(),
        Route::Networks => count(plan.subnets().count(), "subnet", "subnets"),
        Route::Compute => {
            let number = plan.clusters.len() + plan.instances.len() + plan.attached.len();
            count(number, "compute", "computes")
        }
        Route::Aks => count(plan.aks.len(), "cluster", "clusters"),
        Route::Endpoints => count(
            plan.private_endpoints.len(),
            "private endpoint",
            "private endpoints",
        ),
        Route::Review | Route::Topology | Route::Rules => "Findings and files".to_owned(),
    })
}

fn plural(number: usize, word: &str) -> String {
    if number == 1 {
        format!("1 {word}")
    } else {
        format!("{number} {word}s")
    }
}

#[component]
fn StepLink(route: Route) -> impl IntoView {
    let session = use_session();
    let tally = Memo::new(move |_| session.tally(route));
    let text = Memo::new(move |_| match route {
        Route::Review => match session.error_count() {
            0 => "Ready to download".to_owned(),
            n => format!("{} left", plural(n, "error")),
        },
        _ => fact(session, route),
    });
    let visited = route == Route::Start || route == Route::Review;
    let state = Memo::new(move |_| match tally.get() {
        (errors, _) if errors > 0 => "error",
        (_, warnings) if warnings > 0 => "warn",
        _ if visited || text.with(|text| text == "Nothing yet") => "",
        _ => "ok",
    });
    let current = move || (session.route.get() == route).then_some("step");
    let mark = move || match state.get() {
        "error" => view! { <Icon name="x" /> }.into_any(),
        "warn" => view! { "!" }.into_any(),
        "ok" => view! { <Icon name="check" /> }.into_any(),
        _ => view! { {route.number()} }.into_any(),
    };
    let below = move || match tally.get() {
        (0, 0) => view! { {text.get()} }.into_any(),
        (errors, warnings) => {
            let both = errors > 0 && warnings > 0;
            view! {
                {(errors > 0).then(|| view! { <span class="e">{plural(errors, "error")}</span> })}
                {both.then_some(", ")}
                {(warnings > 0)
                    .then(|| view! { <span class="w">{plural(warnings, "warning")}</span> })}
            }
            .into_any()
        }
    };
    view! {
        <li>
            <a
                class="step"
                href=route.hash()
                data-state=live(move || state.get())
                aria-current=current
            >
                <span class="n" aria-hidden="true">
                    {mark}
                </span>
                <span class="t">
                    <span class="vh">{format!("Step {} of 6: ", route.number())}</span>
                    {route.title()}
                </span>
                <span class="s">{below}</span>
            </a>
        </li>
    }
}
