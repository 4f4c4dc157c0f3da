//! What every field shares: its id, its description, and the findings about it.

use std::time::Duration;

use leptos::prelude::*;

use super::{Message, dynamic};
use crate::domain::Subject;
use crate::rules::{Finding, Severity};
use crate::ui::use_session;

/// The element id of a field: the same for the control, *Go to field* and the tests.
pub fn field_id(subject: Subject) -> String {
    format!("f-{}", subject.key())
}

/// The live state of a field, for its control.
#[derive(Clone, Copy)]
pub struct FieldState {
    /// The findings about it.
    pub findings: Memo<Vec<Finding>>,
    /// Whether typing has paused, so that messages may show.
    settled: RwSignal<bool>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

/// Time without typing after which messages show.
const SETTLE: Duration = Duration::from_millis(600);
/// Time after a field was left. A message moves what is below it; one that came while the mouse is still down
/// on a button there would take the button away from under it.
const LEFT: Duration = Duration::from_millis(200);

impl FieldState {
    /// The state of this field.
    pub fn new(subject: Subject) -> Self {
        Self {
            findings: use_session().findings_about(subject),
            settled: RwSignal::new(true),
            timer: StoredValue::new(None),
        }
    }

    /// Call on each key: messages wait until typing pauses, so that nobody is scolded halfway.
    pub fn typing(self) {
        self.settled.set(false);
        self.settle_after(SETTLE);
    }

    /// Call when the field loses the focus; it may be off the page by then.
    pub fn settle(self) {
        if self.settled.try_get_untracked() == Some(false) {
            self.settle_after(LEFT);
        }
    }

    fn settle_after(self, time: Duration) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        let settled = self.settled;
        let timer = set_timeout_with_handle(
            move || {
                settled.try_set(true);
            },
            time,
        );
        self.timer.set_value(timer.ok());
    }

    /// The findings to show now.
    pub fn visible(self) -> Vec<Finding> {
        if self.settled.get() {
            self.findings.get()
        } else {
            Vec::new()
        }
    }

    /// `aria-invalid`: only errors make a value wrong.
    pub fn invalid(self) -> Option<&'static str> {
        self.has(Severity::Error).then_some("true")
    }

    /// `data-warn`: set when the worst finding is a warning.
    pub fn warned(self) -> Option<&'static str> {
        (!self.has(Severity::Error) && self.has(Severity::Warning)).then_some("")
    }

    fn has(self, severity: Severity) -> bool {
        self.visible()
            .iter()
            .any(|finding| finding.severity == severity)
    }
}

/// The findings about a field, under it.
#[component]
pub fn FieldMessages(
    /// Id of the control; the messages are `{id}-m`.
    id: String,
    /// State of the field.
    state: FieldState,
) -> impl IntoView {
    let visible = Memo::new(move |_| state.visible());
    view! {
        <div class="msgs" id=format!("{id}-m")>
            {dynamic(move || {
                visible.get().into_iter().map(|finding| view! { <Message finding /> }).collect_view()
            })}
        </div>
    }
}
