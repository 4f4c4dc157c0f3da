//! What has to get through for the plan to work: every required flow with its verdict, by workload.

use std::sync::Arc;

use leptos::prelude::*;

use super::Trace;
use super::trace::{tone, word};
use crate::domain::{Plan, Word};
use crate::flow::{Path, RequiredFlow, Verdict};
use crate::rules::{Finding, Findings, reported_by};
use crate::ui::components::{FindingItem, Icon, dynamic, live, press};
use crate::ui::use_session;

/// The path that is drawn because the person points at a flow.
pub(super) type Pointed = RwSignal<Option<Arc<Path>>>;

/// The required flows.
#[component]
pub(super) fn Required(
    /// Takes the path of the flow that is pointed at.
    pointed: Pointed,
) -> impl IntoView {
    let session = use_session();
    let only_failing = RwSignal::new(false);
    let failing = live(move || {
        session.analysis.with(|analysis| {
            let report = &analysis.flows;
            report.flows.len() - report.with(Verdict::Allowed).count()
        })
    });
    let button = move |which: bool, label: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=live(move || (only_failing.get() == which).to_string())
                on:click=press(move |_| only_failing.set(which))
            >
                {label}
            </button>
        }
    };
    view! {
        <section class="required" aria-labelledby="required-title">
            <div class="spread">
                <h2 id="required-title">"Required flows"</h2>
                <div class="seg" role="group" aria-label="Show flows">
                    {button(false, "All")}
                    {button(true, "Not passing")}
                </div>
            </div>
            <p role="status">{dynamic(move || session.analysis.with(|analysis| analysis.flows.summary()))}</p>
            {dynamic(move || {
                let only = only_failing.get();
                if only && failing.get() == 0 {
                    return view! { <p class="hint">"Every required flow passes."</p> }.into_any();
                }
                session
                    .analysis
                    .with(|analysis| {
                        let groups = analysis.flows.groups();
                        session
                            .with(|plan| {
                                groups
                                    .filter_map(|it| {
                                        group(plan, &analysis.findings, it, only, pointed)
                                    })
                                    .collect::<Vec<_>>()
                            })
                    })
                    .into_any()
            })}
        </section>
    }
}

/// The flows of one workload.
fn group(
    plan: &Plan,
    findings: &Findings,
    flows: &[RequiredFlow],
    only_failing: bool,
    pointed: Pointed,
) -> Option<AnyView> {
    let title = flows.first()?.workload.clone();
    let rows: Vec<AnyView> = flows
        .iter()
        .filter(|flow| !only_failing || flow.verdict() != Verdict::Allowed)
        .map(|flow| {
            let finding = reported_by(plan, findings, flow).cloned();
            row(flow, finding, pointed)
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h3>{title}</h3>
            <ul class="flow-list">{rows}</ul>
        }
        .into_any()
    })
}

/// One flow; `finding` is what the rules say about it if it fails, with what mends it.
fn row(flow: &RequiredFlow, finding: Option<Finding>, pointed: Pointed) -> AnyView {
    let verdict = flow.verdict();
    let path = Arc::new(flow.path.clone());
    let stated = flow.stated;
    let port = match flow.probe.port {
        Some(port) => format!("{} {port}", flow.probe.protocol.label()),
        None => flow.probe.protocol.label().to_owned(),
    };
    let show = {
        let path = path.clone();
        move || pointed.set(Some(path.clone()))
    };
    let (over, focused) = (show.clone(), show);
    let facts = stated.facts.join(", ");
    let opened = RwSignal::new(false);
    let trace = path.clone();
    view! {
        <li
            data-flow=stated.code
            on:mouseenter=move |_| over()
            on:mouseleave=move |_| pointed.set(None)
        >
            <details on:toggle=move |_| opened.set(true)>
                <summary on:focus=move |_| focused() on:blur=move |_| pointed.set(None)>
                    <span class=format!("badge {}", tone(verdict).class())>
                        <Icon name=tone(verdict).icon() />
                        {word(verdict)}
                    </span>
                    <span class="ends mono">
                        {flow.from.clone()}
                        <span class="muted">" → "</span>
                        {flow.to.clone()}
                    </span>
                    <span class="port mono">{port}</span>
                </summary>
                <div class="about">
                    <p>{stated.why}</p>
                    <p>
                        <b>"Without it: "</b>
                        {stated.breaks}
                    </p>
                    <p class="hint">
                        <span class="code-id">{stated.code}</span>
                        " "
                        {facts}
                        {stated
                            .sources
                            .iter()
                            .map(|source| {
                                view! {
                                    " · "
                                    <a href=source.url target="_blank" rel="noreferrer">
                                        {source.title}
                                    </a>
                                }
                            })
                            .collect_view()}
                    </p>
                    {finding
                        .map(|finding| {
                            view! {
                                <ul class="findings">
                                    <FindingItem finding />
                                </ul>
                            }
                        })}
                    {dynamic(move || opened.get().then(|| view! { <Trace path=trace.clone() /> }))}
                </div>
            </details>
        </li>
    }
    .into_any()
}
