//! Messages beside what they are about.

use leptos::prelude::*;

use super::{Icon, Tone, WhyLink, press};
use crate::rules::{Finding, Severity};
use crate::ui::use_session;

/// A finding as a message under its field: what is wrong, why, and buttons that mend it.
#[component]
pub fn Message(
    /// The finding.
    finding: Finding,
) -> impl IntoView {
    let session = use_session();
    let tone = Tone::from(finding.severity);
    let (class, word) = match finding.severity {
        Severity::Error => ("msg", "Error: "),
        Severity::Warning => ("msg warn", "Warning: "),
        Severity::Advice => ("msg note", "Note: "),
    };
    let code = finding.rule.code;
    let subject = finding.subjects.first().copied();
    let fixes = finding.fixes;
    view! {
        <div class=class data-code=code>
            <Icon name=tone.icon() />
            <b>
                <span class="vh">{word}</span>
                {finding.title}
            </b>
            <p>{finding.message}</p>
            <div class="row">
                {fixes
                    .into_iter()
                    .map(|fix| {
                        let label = fix.label.clone();
                        let act = move |_| {
                            session.apply_fix(&fix.label, &fix.edit);
                            session.focus.set(subject);
                        };
                        view! {
                            <button type="button" class="fix" on:click=press(act)>
                                <Icon name="check" />
                                {label}
                            </button>
                        }
                    })
                    .collect_view()}
                <WhyLink code />
            </div>
        </div>
    }
}

/// A message that comes from no rule.
#[component]
pub fn Note(
    /// What it says first.
    #[prop(into)]
    title: String,
    /// Its tone.
    #[prop(optional)]
    tone: Tone,
    /// The rest.
    children: Children,
) -> impl IntoView {
    let (class, word) = match tone {
        Tone::Error => ("msg", "Error: "),
        Tone::Warn => ("msg warn", "Warning: "),
        Tone::Ok => ("msg ok", ""),
        Tone::Plain | Tone::Accent => ("msg note", "Note: "),
    };
    view! {
        <div class=class>
            <Icon name=tone.icon() />
            <b>
                <span class="vh">{word}</span>
                {title}
            </b>
            {children()}
        </div>
    }
}
