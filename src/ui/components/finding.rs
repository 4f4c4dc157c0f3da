//! Findings as a list: what is wrong, where, why, and what to press.

use leptos::prelude::*;

use super::{Icon, SeverityBadge, Tone, When, dynamic, live, press};
use crate::rules::{Finding, Severity};
use crate::ui::route::Route;
use crate::ui::{browser, use_session};

/// Which findings a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Filter {
    /// All.
    #[default]
    All,
    /// Open ones of one severity.
    Only(Severity),
    /// Those that the team lives with.
    Acknowledged,
}

/// One finding.
#[component]
pub fn FindingItem(
    /// The finding.
    finding: Finding,
) -> impl IntoView {
    let session = use_session();
    let tone = Tone::from(finding.severity);
    let class = match finding.severity {
        Severity::Error => "finding error",
        Severity::Warning => "finding warn",
        Severity::Advice => "finding note",
    };
    let code = finding.rule.code;
    let subject = finding.subjects.first().copied();
    let acknowledged = finding.acknowledged.clone();
    let settled = acknowledged.is_some();
    let settle = StoredValue::new(finding.clone());
    view! {
        <li class=class data-code=code data-settled=settled.then_some("")>
            <Icon name=tone.icon() />
            <div>
                <div class="row">
                    <SeverityBadge severity=finding.severity />
                    <span class="code-id">{code}</span>
                    {settled.then(|| view! { <span class="badge">"Acknowledged"</span> })}
                </div>
                <h3>{finding.title}</h3>
                <p>{finding.message}</p>
                <Settle finding=settle acknowledged />
            </div>
            <div class="acts">
                {finding
                    .fixes
                    .into_iter()
                    .map(|fix| {
                        let label = fix.label.clone();
                        view! {
                            <button
                                type="button"
                                class="fix"
                                on:click=press(move |_| session.apply_fix(&fix.label, &fix.edit))
                            >
                                <Icon name="check" />
                                {label}
                            </button>
                        }
                    })
                    .collect_view()}
                <span class="row">
                    {subject
                        .map(|subject| {
                            view! {
                                <button
                                    type="button"
                                    class="why link"
                                    on:click=press(move |_| session.go_to(subject))
                                >
                                    "Go to field"
                                    <span class="vh">{format!(" for {code}")}</span>
                                </button>
                            }
                        })}
                    <WhyLink code />
                </span>
            </div>
        </li>
    }
}

/// Living with a finding: the reason, and taking it back.
#[component]
fn Settle(finding: StoredValue<Finding>, acknowledged: Option<String>) -> impl IntoView {
    let session = use_session();
    let (code, key) = finding.with_value(|finding| (finding.rule.code, finding.key()));
    if let Some(reason) = acknowledged {
        let withdraw = move |_| {
            session.edit(
                &format!("Took back the acknowledgement of {code}"),
                |plan| {
                    finding.with_value(|finding| finding.withdraw(plan));
                },
            );
        };
        return view! {
            <p class="reason">
                <b>"Because: "</b>
                {reason}
            </p>
            <div class="row">
                <button type="button" class="why link" on:click=press(withdraw)>
                    "Take back"
                    <span class="vh">{format!(" the acknowledgement of {code}")}</span>
                </button>
            </div>
        }
        .into_any();
    }
    let open = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let id = format!("reason-{key}");
    let start = move |_| {
        open.update(|open| *open = !*open);
        let id = format!("reason-{}", finding.with_value(Finding::key));
        request_animation_frame(move || {
            browser::focus(&id);
        });
    };
    let accept = move || {
        let text = reason.get_untracked();
        if text.trim().is_empty() {
            return;
        }
        let label = format!("Acknowledged {code}");
        session.edit(&label, |plan| {
            finding.with_value(|finding| finding.acknowledge(plan, text.trim()));
        });
        session.show_toast(label, true);
    };
    view! {
        <div class="row">
            <button
                type="button"
                class="why link"
                aria-expanded=live(move || open.get().to_string())
                on:click=press(start)
            >
                "Acknowledge"
                <span class="vh">{format!(" {code}")}</span>
            </button>
        </div>
        <When test=live(move || open.get())>
            <div class="field settle">
                <label for=id.clone()>"Why the team lives with it"</label>
                <input
                    class="in"
                    id=id.clone()
                    autocomplete="off"
                    prop:value=live(move || reason.get())
                    on:input:target=move |event| reason.set(event.target().value())
                    on:keydown=move |event| {
                        if event.key() == "Enter" {
                            accept();
                        }
                    }
                />
                <div class="row">
                    <button
                        type="button"
                        class="btn small"
                        aria-disabled=live(move || reason.with(|it| it.trim().is_empty()).then_some("true"))
                        on:click=press(move |_| accept())
                    >
                        "Acknowledge with this reason"
                    </button>
                </div>
            </div>
        </When>
    }
    .into_any()
}

/// A link to what the catalogue says about a rule.
#[component]
pub fn WhyLink(
    /// The rule's code.
    code: &'static str,
) -> impl IntoView {
    view! {
        <a class="why" href=format!("{}/{code}", Route::Rules.hash())>
            "Why"
            <span class="vh">{format!(" {code}: what this rule checks")}</span>
        </a>
    }
}

/// All findings of the plan, with a filter.
#[component]
pub fn FindingList() -> impl IntoView {
    let session = use_session();
    let filter = RwSignal::new(Filter::All);
    let count = move |severity| {
        session
            .analysis
            .with(|analysis| analysis.findings.count(severity))
    };
    let shown = move || {
        let filter = filter.get();
        session.analysis.with(|analysis| {
            analysis
                .findings
                .iter()
                .filter(|finding| match filter {
                    Filter::All => true,
                    Filter::Only(severity) => {
                        finding.severity == severity && finding.acknowledged.is_none()
                    }
                    Filter::Acknowledged => finding.acknowledged.is_some(),
                })
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let button = move |which: Filter, label: &'static str, number: Signal<usize>| {
        view! {
            <button
                type="button"
                aria-pressed=live(move || (filter.get() == which).to_string())
                on:click=press(move |_| filter.set(which))
            >
                {dynamic(move || format!("{label} {}", number.get()))}
            </button>
        }
    };
    let total = Signal::derive(move || session.analysis.with(|analysis| analysis.findings.len()));
    let errors = Signal::derive(move || count(Severity::Error));
    let warnings = Signal::derive(move || count(Severity::Warning));
    let notes = Signal::derive(move || count(Severity::Advice));
    let settled = live(move || {
        session
            .analysis
            .with(|analysis| analysis.findings.len() - analysis.findings.open().count())
    });
    view! {
        <div class="seg" role="group" aria-label="Show findings">
            {button(Filter::All, "All", total)}
            {button(Filter::Only(Severity::Error), "Errors", errors)}
            {button(Filter::Only(Severity::Warning), "Warnings", warnings)}
            {button(Filter::Only(Severity::Advice), "Notes", notes)}
            <When test=live(move || settled.get() > 0)>
                {button(Filter::Acknowledged, "Acknowledged", settled)}
            </When>
        </div>
        {dynamic(move || {
            let findings = shown();
            if findings.is_empty() {
                view! {
                    <div class="empty">
                        <Icon name="ok" />
                        <h3>"Nothing to report"</h3>
                        <p>"No rule has anything to say here."</p>
                    </div>
                }
                    .into_any()
            } else {
                view! {
                    <ul class="findings">
                        {findings
                            .into_iter()
                            .map(|finding| view! { <FindingItem finding /> })
                            .collect_view()}
                    </ul>
                }
                    .into_any()
            }
        })}
    }
}
