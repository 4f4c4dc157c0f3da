//! The rules of an NSG as a table for spreadsheets: out, and in again.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use crate::document::{security_rules_from_csv, security_rules_to_csv};
use crate::domain::{NsgId, SecurityRule, SecurityRuleId};
use crate::ui::components::{Icon, Note, Tone, dynamic, press};
use crate::ui::{Session, browser, use_session};

/// Reasons shown at most.
const MAX_REASONS: usize = 8;

/// Two buttons, and what is wrong with the last file.
#[component]
pub fn RuleTable(
    /// The NSG.
    id: NsgId,
) -> impl IntoView {
    let session = use_session();
    let refused = RwSignal::new(Vec::<String>::new());
    let name =
        session.field(move |plan| plan.nsg(id).map(|nsg| nsg.name.clone()).unwrap_or_default());
    let input = format!("rules-of-{}", id.0);
    let chosen = move |files: Option<leptos::web_sys::FileList>| {
        if let Some(file) = files.and_then(|files| files.get(0)) {
            read(session, id, refused, file);
        }
    };
    view! {
        <button type="button" class="btn quiet" on:click=press(move |_| save(session, id))>
            <Icon name="down" />
            "Rules as CSV"
            <span class="vh">{dynamic(move || format!(": {}", name.get()))}</span>
        </button>
        <input
            type="file"
            class="vh"
            id=input.clone()
            accept=".csv,text/csv"
            on:change:target=move |event| {
                let input = event.target();
                chosen(input.files());
                // The same file can be chosen again after it was mended.
                input.set_value("");
            }
        />
        <label class="btn quiet" for=input>
            <Icon name="up" />
            "Replace by a CSV file"
            <span class="vh">{dynamic(move || format!(": rules of {}", name.get()))}</span>
        </label>
        {dynamic(move || {
            let reasons = refused.get();
            (!reasons.is_empty())
                .then(|| {
                    view! {
                        <Note title="The file was not read; the rules are unchanged" tone=Tone::Error>
                            <ul>
                                {reasons
                                    .into_iter()
                                    .map(|reason| view! { <li>{reason}</li> })
                                    .collect_view()}
                            </ul>
                        </Note>
                    }
                })
        })}
    }
}

fn save(session: Session, id: NsgId) {
    let table = session.with_untracked(|plan| {
        plan.nsg(id).map(|nsg| {
            let name = format!("{}-rules.csv", nsg.name.trim());
            (name, security_rules_to_csv(&nsg.name, &nsg.rules))
        })
    });
    let Some((name, text)) = table else { return };
    match browser::download(&name, "text/csv", text.as_bytes()) {
        Ok(()) => session.show_toast(format!("Downloaded {name}"), false),
        Err(error) => session.show_toast(error.to_string(), false),
    }
}

fn read(session: Session, id: NsgId, refused: RwSignal<Vec<String>>, file: File) {
    spawn_local(async move {
        let text = match browser::read_text(file).await {
            Ok(text) => text,
            Err(error) => return refused.set(vec![error.to_string()]),
        };
        match security_rules_from_csv(&text) {
            Ok(rules) => {
                refused.set(Vec::new());
                replace(session, id, rules);
            }
            Err(errors) => {
                let more = errors.len().saturating_sub(MAX_REASONS);
                let mut reasons: Vec<String> = errors
                    .iter()
                    .take(MAX_REASONS)
                    .map(ToString::to_string)
                    .collect();
                if more > 0 {
                    reasons.push(format!("and {more} more"));
                }
                refused.set(reasons);
            }
        }
    });
}

/// Puts the rules of a table in the place of those that were there, as one undo step.
fn replace(session: Session, id: NsgId, rules: Vec<SecurityRule>) {
    let label = match rules.len() {
        1 => "Read 1 security rule".to_owned(),
        number => format!("Read {number} security rules"),
    };
    session.edit(&label, |plan| {
        let numbered: Vec<SecurityRule> = rules
            .into_iter()
            .map(|rule| SecurityRule {
                id: SecurityRuleId(plan.next_id()),
                ..rule
            })
            .collect();
        if let Some(nsg) = plan.nsg_mut(id) {
            nsg.rules = numbered;
        }
    });
    session.show_toast(label, true);
}
