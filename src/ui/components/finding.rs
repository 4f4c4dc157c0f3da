//! Findings as a list: what is wrong, where, why, and what to press.

use leptos::prelude::*;

use super::{Icon, SeverityBadge, Tone, dynamic, live, press};
use crate::rules::{Finding, Severity};
use crate::ui::route::Route;
use crate::ui::use_session;

/// Which findings a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Filter {
    /// All.
    #[default]
    All,
    /// One severity.
    Only(Severity),
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
    view! {
        <li class=class data-code=code>
            <Icon name=tone.icon() />
            <div>
                <div class="row">
                    <SeverityBadge severity=finding.severity />
                    <span class="code-id">{code}</span>
                </div>
                <h3>{finding.title}</h3>
                <p>{finding.message}</p>
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
                    Filter::Only(severity) => finding.severity == severity,
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
    view! {
        <div class="seg" role="group" aria-label="Show findings">
            {button(Filter::All, "All", total)}
            {button(Filter::Only(Severity::Error), "Errors", errors)}
            {button(Filter::Only(Severity::Warning), "Warnings", warnings)}
            {button(Filter::Only(Severity::Advice), "Notes", notes)}
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
