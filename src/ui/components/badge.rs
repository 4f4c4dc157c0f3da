//! Small labels. Severity is always a shape and a word, never colour alone.

use leptos::prelude::*;

use super::{Icon, When, dynamic, live};
use crate::rules::Severity;

/// The tone of a badge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Grey.
    #[default]
    Plain,
    /// Accent.
    Accent,
    /// Good.
    Ok,
    /// Warning.
    Warn,
    /// Error.
    Error,
}

impl Tone {
    /// Class suffix.
    pub fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Accent => "accent",
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }

    /// Icon that carries the meaning without colour.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Plain | Self::Accent => "note",
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }
}

impl From<Severity> for Tone {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warn,
            Severity::Advice => Self::Plain,
        }
    }
}

/// A small label.
#[component]
pub fn Badge(
    /// Its text.
    #[prop(into)]
    text: Signal<String>,
    /// Its tone.
    #[prop(into, optional)]
    tone: Signal<Tone>,
) -> impl IntoView {
    view! {
        <span class=live(move || format!("badge {}", tone.get().class()))>
            <When test=live(move || matches!(tone.get(), Tone::Ok | Tone::Warn | Tone::Error))>
                <Icon name=Signal::derive(move || tone.get().icon()) />
            </When>
            {dynamic(move || text.get())}
        </span>
    }
}

/// The word for a severity, with its shape.
#[component]
pub fn SeverityBadge(
    /// The severity.
    severity: Severity,
) -> impl IntoView {
    let word = match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Advice => "Note",
    };
    view! { <span class=format!("badge {}", Tone::from(severity).class())>{word}</span> }
}
