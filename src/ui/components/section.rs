//! The frame of a step: heading, sections, way on and back.

use leptos::prelude::*;

use super::{Icon, dynamic, live};
use crate::ui::route::Route;

/// The heading of a step. Moving to the step puts the focus on it.
#[component]
pub fn PageHead(
    /// Title.
    #[prop(into)]
    title: String,
    /// What the step is about.
    #[prop(into)]
    lead: String,
) -> impl IntoView {
    view! {
        <div class="page-head">
            <h1 id="step-title" tabindex="-1">
                {title}
            </h1>
            <p>{lead}</p>
        </div>
    }
}

/// A section of a step.
#[component]
pub fn Section(
    /// Title.
    #[prop(into)]
    title: Signal<String>,
    /// What it is about.
    #[prop(into, optional)]
    lead: Signal<String>,
    /// What stands at the end of the heading.
    #[prop(optional)]
    aside: Option<AnyView>,
    /// Element id, for links.
    #[prop(optional)]
    id: &'static str,
    /// The rest.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section" id=(!id.is_empty()).then_some(id)>
            <header>
                <div>
                    <h2>{dynamic(move || title.get())}</h2>
                    <p hidden=live(move || lead.with(String::is_empty))>{dynamic(move || lead.get())}</p>
                </div>
                {aside}
            </header>
            {children()}
        </section>
    }
}

/// Links to the step before and the step after.
#[component]
pub fn StepNav(
    /// The step it stands in.
    route: Route,
) -> impl IntoView {
    let step = |number: Option<usize>| {
        number.and_then(|number| Route::STEPS.get(number.checked_sub(1)?).copied())
    };
    let back = step(route.number().checked_sub(1));
    let on = step(Some(route.number() + 1));
    view! {
        <div class="step-nav">
            {back
                .map(|route| {
                    view! {
                        <a class="btn" href=route.hash()>
                            <Icon name="left" />
                            {route.title()}
                        </a>
                    }
                })}
            {on
                .map(|route| {
                    view! {
                        <a class="btn primary" href=route.hash()>
                            {route.title()}
                            <Icon name="right" />
                        </a>
                    }
                })}
        </div>
    }
}
