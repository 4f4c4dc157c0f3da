//! Start: a scenario, a blank plan, a file, or a plan that this browser remembers.

mod thumb;
mod workload;

use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;
use wasm_bindgen::JsCast;

use crate::document;
use crate::rules::{self, Severity};
use crate::samples::{self, Sample};
use crate::ui::chrome::drop::{self, LastFile, Refused};
use crate::ui::components::{
    Badge, Icon, Note, PageHead, Section, Tone, When, dynamic, live, press,
};
use crate::ui::route::Route;
use crate::ui::store::{self, Damaged, Remembered};
use crate::ui::{browser, use_session};

pub use workload::Answers;

/// A saved plan that could not be read when the app started.
#[derive(Clone, Copy)]
pub struct StartProblem(pub RwSignal<Option<Damaged>>);

/// The first step.
#[component]
pub fn Start() -> impl IntoView {
    view! {
        <PageHead
            title="Plan the network before you deploy"
            lead="Size subnets, catch overlaps and blocked ports, then download templates for a private Azure Machine Learning workspace. Everything runs in this browser; no plan leaves it."
        />
        <DamagedNotice />
        <Scenarios />
        <workload::Workload />
        <OpenFile />
        <Recent />
    }
}

#[component]
fn DamagedNotice() -> impl IntoView {
    let session = use_session();
    let problem = use_context::<StartProblem>().map(|StartProblem(problem)| problem);
    move || {
        let damaged = problem.and_then(|problem| problem.get())?;
        let reasons = drop::refused("saved plan", &damaged.errors).reasons;
        let text = damaged.text.clone();
        let save = move |_| {
            let bytes = text.as_bytes();
            if let Err(error) = browser::download("saved-plan.json", "application/json", bytes) {
                session.show_toast(error.to_string(), false);
            }
        };
        Some(view! {
            <Note title="The plan that was saved here cannot be read" tone=Tone::Error>
                <p>
                    "It is kept as it is; a blank plan is open instead. Download the saved text to mend it by hand."
                </p>
                <ReasonList reasons />
                <div class="row">
                    <button type="button" class="btn small" on:click=press(save)>
                        <Icon name="down" />
                        "Download the saved text"
                    </button>
                </div>
            </Note>
        })
    }
}

#[component]
fn ReasonList(reasons: Vec<String>) -> impl IntoView {
    view! {
        <ul class="reasons">
            {reasons.into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view()}
        </ul>
    }
}

#[component]
fn Scenarios() -> impl IntoView {
    let session = use_session();
    let chosen = RwSignal::new(0_usize);
    let sample = move || samples::ALL.get(chosen.get()).copied();
    let begin = move |_| {
        if let Some(sample) = sample() {
            drop::open_new(
                session,
                &format!("Started {}", sample.title),
                &(sample.build)(),
            );
        }
    };
    let blank = move |_| drop::open_new(session, "Started a blank plan", &samples::blank());
    view! {
        <Section title="Start from">
            <fieldset>
                <legend class="vh">"Choose a starting point"</legend>
                <div class="choices scenarios">
                    {samples::ALL
                        .iter()
                        .enumerate()
                        .map(|(index, sample)| view! { <ScenarioCard sample=*sample index chosen /> })
                        .collect_view()}
                </div>
            </fieldset>
            <div class="row mt">
                <button type="button" class="btn primary" on:click=press(begin)>
                    {dynamic(move || {
                        sample().map(|sample| format!("Start with {}", lower_first(sample.title)))
                    })}
                    <Icon name="right" />
                </button>
                <button type="button" class="btn" on:click=press(blank)>
                    "Start blank"
                </button>
                <a class="btn quiet" href=Route::Networks.hash()>
                    "Go on with the open plan"
                </a>
            </div>
        </Section>
    }
}

/// The title in the middle of a sentence; abbreviations keep their capitals.
fn lower_first(title: &str) -> String {
    let mut chars = title.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => title.to_owned(),
    }
}

#[component]
fn ScenarioCard(sample: Sample, index: usize, chosen: RwSignal<usize>) -> impl IntoView {
    let id = format!("scenario-{}", sample.slug);
    view! {
        <label class="choice" for=id.clone()>
            <thumb::Thumb plan=(sample.build)() />
            <input
                type="radio"
                name="scenario"
                id=id.clone()
                prop:checked=live(move || chosen.get() == index)
                on:change=move |_| chosen.set(index)
            />
            <b>{sample.title}</b>
            <small>{sample.summary}</small>
        </label>
    }
}

#[component]
fn OpenFile() -> impl IntoView {
    let session = use_session();
    let last = use_context::<LastFile>().unwrap_or_else(|| LastFile(RwSignal::new(None)));
    let over = RwSignal::new(false);
    let choose = move |event: leptos::ev::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            drop::open_file(session, last, file);
        }
        // So that choosing the same file again is a change again.
        input.set_value("");
    };
    view! {
        <Section title="Open a plan">
            <div
                class="drop"
                id="drop"
                data-over=live(move || over.get().then_some(""))
                on:dragenter=move |_| over.set(true)
                on:dragleave=move |_| over.set(false)
                on:drop=move |_| over.set(false)
            >
                <Icon name="up" />
                <p>
                    <b>"Drop a plan file anywhere on this page"</b>
                    ", or choose one."
                </p>
                <p class="hint">"Plan JSON, up to 5 MB. Read in this browser only."</p>
                <label class="btn" for="file">
                    "Choose a file"
                </label>
                <input
                    class="vh"
                    type="file"
                    id="file"
                    accept=".json,application/json"
                    aria-label="Choose a plan file"
                    on:change=choose
                />
            </div>
            {dynamic(move || last.0.get().map(|refused| view! { <RefusedNote refused last /> }))}
        </Section>
    }
}

#[component]
fn RefusedNote(refused: Refused, last: LastFile) -> impl IntoView {
    view! {
        <div class="mt" role="alert">
            <Note title=format!("{} was not opened", refused.name) tone=Tone::Error>
                <p>"Your open plan is unchanged."</p>
                <ReasonList reasons=refused.reasons />
                <div class="row">
                    <button type="button" class="btn small" on:click=press(move |_| last.0.set(None))>
                        "Dismiss"
                    </button>
                </div>
            </Note>
        </div>
    }
}

#[component]
fn Recent() -> impl IntoView {
    let plans = RwSignal::new(store::remembered());
    view! {
        <When test=live(move || !plans.with(Vec::is_empty))>
            <Section title="Other plans in this browser">
                <div class="table-wrap">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">"Plan"</th>
                                <th scope="col">"Region"</th>
                                <th scope="col">"Findings"</th>
                                <th scope="col">
                                    <span class="vh">"Actions"</span>
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            <For each=move || plans.get() key=|plan| plan.key.clone() let:plan>
                                <RecentRow plan plans />
                            </For>
                        </tbody>
                    </table>
                </div>
            </Section>
        </When>
    }
}

#[component]
fn RecentRow(plan: Remembered, plans: RwSignal<Vec<Remembered>>) -> impl IntoView {
    let session = use_session();
    let key = StoredValue::new(plan.key.clone());
    let errors = rules::check(&plan.plan).count(Severity::Error);
    let (text, tone) = match errors {
        0 => ("Ready".to_owned(), Tone::Ok),
        1 => ("1 error".to_owned(), Tone::Error),
        n => (format!("{n} errors"), Tone::Error),
    };
    let title = if plan.title.is_empty() {
        "Unnamed plan".to_owned()
    } else {
        plan.title.clone()
    };
    let content = StoredValue::new(plan.plan);
    let label = title.clone();
    let open = move |_| {
        // The open plan keeps its slot; this one is opened in its own.
        let switched = session
            .with_untracked(store::save)
            .and_then(|()| store::switch_to(&key.get_value()));
        session.replace(&format!("Opened {label}"), content.get_value());
        if let Err(error) = switched {
            session.show_toast(format!("Not saved: {error}"), true);
        }
        browser::set_hash(Route::Networks.hash());
    };
    let name = title.clone();
    let delete = move |_| {
        let text = content.with_value(document::encode);
        match store::forget(&key.get_value()) {
            Ok(()) => {
                plans.update(|plans| plans.retain(|plan| plan.key != key.get_value()));
                session.show_toast(format!("Deleted {name} from this browser"), false);
                // Deleting a stored plan is the one thing that undo cannot bring back: hand it over.
                if let Err(error) = browser::download(
                    &format!("{name}.plan.json"),
                    "application/json",
                    text.as_bytes(),
                ) {
                    session.show_toast(error.to_string(), false);
                }
            }
            Err(error) => session.show_toast(error.to_string(), false),
        }
    };
    view! {
        <tr>
            <th scope="row" class="wide">
                <button type="button" class="why link" on:click=press(open)>
                    {title.clone()}
                </button>
            </th>
            <td data-l="Region">{plan.region}</td>
            <td data-l="Findings">
                <Badge text tone />
            </td>
            <td>
                <button
                    type="button"
                    class="btn icon quiet small"
                    aria-label=format!("Download and delete {title}")
                    title="Download and delete"
                    on:click=press(delete)
                >
                    <Icon name="trash" />
                </button>
            </td>
        </tr>
    }
}
