//! The state of the app: one plan, its history, and what is derived from it.
//!
//! [`Session::edit`] is the only writer. Components never see the plan's signal; they read through
//! [`Session::field`] and the memos, so that a text on screen changes only when its own value does.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::allocation::Allocation;
use crate::capacity::Demand;
use crate::domain::{Edit, History, Item, Plan, Protocol, Subject};
use crate::exports::{self, File};
use crate::flow::FlowReport;
use crate::rules::{self, Context, Finding, Findings, Severity};
use crate::topology::Prefixes;

use super::browser;
use super::route::Route;

/// Undo steps kept.
const HISTORY_LIMIT: usize = 200;
/// Edits of one field within this time are one undo step, milliseconds.
const COALESCE_MS: f64 = 1_500.0;

/// What follows from the plan: computed once per change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// What each subnet needs.
    pub demand: Demand,
    /// Where each subnet lies.
    pub allocation: Allocation,
    /// What the rules report.
    pub findings: Findings,
    /// The required flows and whether they work.
    pub flows: FlowReport,
}

/// A short message at the bottom of the page, with an offer to undo.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// Whether the last step can be undone from it.
    pub undo: bool,
    /// Tells two equal messages apart.
    serial: u32,
}

/// Text in a number field that is no number yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The step where the field is.
    pub step: Route,
    /// The text as typed.
    pub text: String,
}

/// Texts that are no numbers yet, by [`Subject::key`].
pub type Drafts = BTreeMap<String, Draft>;

/// A question about a connection, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Who starts it: a subnet, an address, a tag, a host.
    pub from: String,
    /// Who is to be reached.
    pub to: String,
    /// Protocol.
    pub protocol: Protocol,
    /// Destination port.
    pub port: String,
}

impl Default for Question {
    fn default() -> Self {
        Self {
            from: String::new(),
            to: String::new(),
            protocol: Protocol::Tcp,
            port: "443".to_owned(),
        }
    }
}

/// The state of the app. A handle: copying it is free.
#[derive(Clone, Copy)]
pub struct Session {
    plan: RwSignal<Plan>,
    history: RwSignal<History<Plan>>,
    drafts: RwSignal<Drafts>,
    last_edit: StoredValue<Option<(Subject, f64)>>,
    /// What follows from the plan.
    pub analysis: Memo<Arc<Analysis>>,
    /// The files of the bundle; computed when somebody looks.
    pub files: Memo<Arc<Vec<File>>>,
    /// The files before the step that undo would take back; computed when somebody looks.
    pub files_before: Memo<Option<Arc<Vec<File>>>>,
    /// Whether the scripts of the Azure CLI leave out what the CLI assumes anyway.
    pub only_differences: RwSignal<bool>,
    /// Where in the app the person is.
    pub route: RwSignal<Route>,
    /// Code of the rule that the person reads about; empty for the list of all.
    pub rule: RwSignal<String>,
    /// The question that the flow tester answers.
    pub question: RwSignal<Question>,
    /// The message at the bottom of the page.
    pub toast: RwSignal<Option<Toast>>,
    /// What assistive technology is told next.
    pub announcement: RwSignal<String>,
    /// A field that wants the focus once it is on screen.
    pub focus: RwSignal<Option<Subject>>,
}

impl Session {
    /// A session with this plan. Call once, in `App` (or in a test).
    pub fn new(plan: Plan, drafts: Drafts) -> Self {
        let plan = RwSignal::new(plan);
        let analysis = Memo::new(move |_| {
            plan.with(|plan| {
                let context = Context::new(plan);
                let findings = rules::check_in(&context);
                Arc::new(Analysis {
                    flows: context.flows().clone(),
                    demand: context.demand,
                    allocation: context.allocation,
                    findings,
                })
            })
        });
        let history = RwSignal::new(History::new(HISTORY_LIMIT));
        let only_differences = RwSignal::new(false);
        let bundle = move |plan: &Plan| {
            let mut files = exports::bundle(plan);
            if only_differences.get() {
                for script in exports::cli_differences(plan) {
                    if let Some(file) = files.iter_mut().find(|file| file.path == script.path) {
                        *file = script;
                    }
                }
            }
            Arc::new(files)
        };
        Self {
            plan,
            history,
            drafts: RwSignal::new(drafts),
            last_edit: StoredValue::new(None),
            analysis,
            files: Memo::new(move |_| plan.with(bundle)),
            files_before: Memo::new(move |_| history.with(|history| history.before().map(bundle))),
            only_differences,
            route: RwSignal::new(Route::default()),
            rule: RwSignal::new(String::new()),
            question: RwSignal::new(Question::default()),
            toast: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
            focus: RwSignal::new(None),
        }
    }

    /// A live value read from the plan. Changes only when the value does.
    pub fn field<T>(self, read: impl Fn(&Plan) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        self.field_boxed(Box::new(read))
    }

    /// The same, compiled once for each type of value and not once for each field.
    fn field_boxed<T>(self, read: Box<dyn Fn(&Plan) -> T + Send + Sync>) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.plan.with(&read))
    }

    /// Reads the plan now, and again whenever it changes.
    pub fn with<T>(self, read: impl FnOnce(&Plan) -> T) -> T {
        self.plan.with(read)
    }

    /// Reads the plan now, without following it.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Plan) -> T) -> T {
        self.plan.with_untracked(read)
    }

    /// Changes the plan as one undo step called `label`. An edit that changes nothing leaves no trace.
    pub fn edit(self, label: &str, change: impl FnOnce(&mut Plan)) {
        self.last_edit.set_value(None);
        self.apply(label, change);
    }

    /// Changes one field while a person types; edits of the same field in quick succession are one step.
    pub fn edit_field(self, subject: Subject, change: impl FnOnce(&mut Plan)) {
        let now = browser::now_ms();
        let continues = self.last_edit.with_value(|last| {
            last.is_some_and(|(field, at)| field == subject && now - at < COALESCE_MS)
        });
        if continues {
            self.plan.update(change);
        } else if !self.apply("edit", change) {
            // Nothing was recorded, so the next edit has no step to continue.
            return;
        }
        self.last_edit.set_value(Some((subject, now)));
    }

    /// Changes the plan as an undo step; false if that changes nothing.
    fn apply(self, label: &str, change: impl FnOnce(&mut Plan)) -> bool {
        let before = self.plan.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return false;
        }
        self.history.update(|history| history.record(label, before));
        self.plan.set(after);
        true
    }

    /// Adds something that needs ids, and gives back what `change` returns.
    pub fn add<T>(self, label: &str, change: impl FnOnce(&mut Plan) -> T) -> Option<T> {
        let mut made = None;
        self.edit(label, |plan| made = Some(change(plan)));
        made
    }

    /// Deletes an item at once; the toast offers to undo it.
    pub fn remove(self, item: Item, name: &str) {
        let label = format!("Deleted {name}");
        self.edit(&label, |plan| plan.remove(item));
        self.show_toast(label, true);
    }

    /// Applies a fix and says so.
    pub fn apply_fix(self, label: &str, edit: &Edit) {
        self.edit(label, |plan| edit.apply(plan));
        self.show_toast(format!("Done: {label}"), true);
    }

    /// Replaces the whole plan as one undo step: nothing the person had is lost.
    pub fn replace(self, label: &str, plan: Plan) {
        self.drafts.set(Drafts::new());
        self.edit(label, |current| *current = plan);
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.travel(History::undo, "Undone");
    }

    /// Takes the last undone step forward again.
    pub fn redo(self) {
        self.travel(History::redo, "Redone");
    }

    fn travel(self, go: fn(&mut History<Plan>, &mut Plan) -> Option<String>, verb: &'static str) {
        self.last_edit.set_value(None);
        let mut plan = self.plan.get_untracked();
        let label = self
            .history
            .try_update(|history| go(history, &mut plan))
            .flatten();
        if let Some(label) = label {
            self.plan.set(plan);
            self.show_toast(format!("{verb}: {label}"), false);
        }
    }

    /// Whether there is a step to take back.
    pub fn can_undo(self) -> bool {
        self.history.with(|history| history.undo_label().is_some())
    }

    /// Whether there is a step to take forward again.
    pub fn can_redo(self) -> bool {
        self.history.with(|history| history.redo_label().is_some())
    }

    /// Shows a message at the bottom of the page and tells assistive technology.
    pub fn show_toast(self, text: impl Into<String>, undo: bool) {
        let text = text.into();
        let serial = self.toast.with_untracked(|toast| {
            toast
                .as_ref()
                .map_or(0, |toast| toast.serial.wrapping_add(1))
        });
        self.announcement.set(text.clone());
        self.toast.set(Some(Toast { text, undo, serial }));
    }

    /// The text of a number field that is no number yet.
    pub fn draft(self, subject: Subject) -> Option<String> {
        self.drafts
            .with(|drafts| drafts.get(&subject.key()).map(|draft| draft.text.clone()))
    }

    /// Keeps or forgets the text of a number field that is no number yet.
    pub fn set_draft(self, subject: Subject, text: Option<String>) {
        let key = subject.key();
        let unchanged = self
            .drafts
            .with_untracked(|drafts| drafts.get(&key).map(|draft| &draft.text) == text.as_ref());
        if unchanged {
            return;
        }
        self.drafts.update(|drafts| match text {
            Some(text) => {
                drafts.insert(
                    key,
                    Draft {
                        step: Route::of(subject.item),
                        text,
                    },
                );
            }
            None => {
                drafts.remove(&key);
            }
        });
    }

    /// All texts that are no numbers yet.
    pub fn drafts(self) -> Drafts {
        self.drafts.get()
    }

    /// The same, without following them.
    pub fn drafts_untracked(self) -> Drafts {
        self.drafts.get_untracked()
    }

    /// Where each subnet lies, live: what flow questions need beside the plan.
    pub fn prefixes(self) -> Prefixes {
        self.analysis
            .with(|analysis| analysis.allocation.prefixes())
    }

    /// The open findings about one field, live.
    pub fn findings_about(self, subject: Subject) -> Memo<Vec<Finding>> {
        let analysis = self.analysis;
        Memo::new(move |_| {
            analysis.with(|analysis| {
                let about = analysis.findings.about(subject);
                about
                    .filter(|finding| finding.acknowledged.is_none())
                    .cloned()
                    .collect()
            })
        })
    }

    /// Errors and warnings of a step, drafts included.
    pub fn tally(self, step: Route) -> (usize, usize) {
        let here = |subject: &Subject| Route::of(subject.item) == step;
        let drafts = self
            .drafts
            .with(|drafts| drafts.values().filter(|draft| draft.step == step).count());
        self.analysis.with(|analysis| {
            let count = |severity| {
                analysis
                    .findings
                    .open()
                    .filter(|finding| finding.severity == severity)
                    .filter(|finding| finding.subjects.first().is_some_and(here))
                    .count()
            };
            (count(Severity::Error) + drafts, count(Severity::Warning))
        })
    }

    /// Errors in the whole plan, drafts included.
    pub fn error_count(self) -> usize {
        self.drafts.with(BTreeMap::len)
            + self
                .analysis
                .with(|analysis| analysis.findings.count(Severity::Error))
    }

    /// Goes to the step where a field is edited and puts the focus there.
    pub fn go_to(self, subject: Subject) {
        self.focus.set(Some(subject));
        browser::set_hash(Route::of(subject.item).hash());
    }
}

/// The session that `App` provided; a component outside of it gets an empty one of its own.
pub fn use_session() -> Session {
    use_context::<Session>().unwrap_or_else(|| Session::new(Plan::default(), Drafts::new()))
}
