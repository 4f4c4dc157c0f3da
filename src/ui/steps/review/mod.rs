//! Review and download: all findings, capacity, and the files.

mod acknowledgements;
mod files;

use leptos::prelude::*;

use crate::domain::Plan;
use crate::rules::Severity;
use crate::ui::components::{
    Badge, FindingList, Icon, PageHead, Section, StepNav, Tone, When, dynamic, live, press,
};
use crate::ui::panels::CapacityTable;
use crate::ui::route::Route;
use crate::ui::use_session;

fn plural(number: usize, one: &str, many: &str) -> String {
    if number == 1 {
        format!("1 {one}")
    } else {
        format!("{number} {many}")
    }
}

/// What the plan has, in one sentence.
fn summary(plan: &Plan) -> String {
    let title = plan.basics.title.trim();
    format!(
        "{} in {}: {}, {}, {}, {}, {}, {}.",
        if title.is_empty() { "This plan" } else { title },
        plan.basics.region,
        plural(plan.vnets.len(), "VNet", "VNets"),
        plural(plan.subnets().count(), "subnet", "subnets"),
        plural(
            plan.private_endpoints.len(),
            "private endpoint",
            "private endpoints"
        ),
        plural(plan.clusters.len(), "compute cluster", "compute clusters"),
        plural(plan.aks.len(), "AKS cluster", "AKS clusters"),
        plural(
            plan.batch_endpoints.len(),
            "batch endpoint",
            "batch endpoints"
        ),
    )
}

/// The step.
#[component]
pub fn Review() -> impl IntoView {
    let session = use_session();
    let summary = session.field(summary);
    let apply = move |_| apply_certain_fixes(session);
    let fixable = Memo::new(move |_| {
        session.analysis.with(|analysis| {
            analysis
                .findings
                .iter()
                .filter(|finding| !finding.fixes.is_empty())
                .count()
        })
    });
    view! {
        <PageHead title="Review and download" lead=summary.get_untracked() />
        <Tally />
        <Section
            title="Findings"
            lead="Errors stop a deployment or break it later. Warnings are risks that you may accept. Notes need no action."
            id="findings"
            aside={view! { <a class="why" href=Route::Rules.hash()>"All rules"</a> }.into_any()}
        >
            <When test=live(move || fixable.get() > 1)>
                <div class="row fix-all">
                    <button type="button" class="fix" on:click=press(apply)>
                        <Icon name="check" />
                        {dynamic(move || format!("Apply the first fix of {} findings", fixable.get()))}
                    </button>
                </div>
            </When>
            <FindingList />
        </Section>
        <acknowledgements::Acknowledgements />
        <Section title="Capacity">
            <CapacityTable />
        </Section>
        <files::FilesSection />
        <StepNav route=Route::Review />
    }
}

/// Fixes applied in one go at most: a fix that brings its own finding back must not run for ever.
const MAX_FIXES: usize = 100;

/// Applies the first fix of every finding, worst first, as one undo step. Findings are computed anew after
/// each, since one fix often removes several.
fn apply_certain_fixes(session: crate::ui::Session) {
    let mut plan = session.with_untracked(Clone::clone);
    let mut done: Vec<String> = Vec::new();
    while done.len() < MAX_FIXES {
        let findings = crate::rules::check(&plan);
        let next = findings
            .iter()
            .find(|finding| !finding.fixes.is_empty() && !done.contains(&finding.key()));
        let Some((key, fix)) =
            next.and_then(|finding| Some((finding.key(), finding.fixes.first()?.clone())))
        else {
            break;
        };
        fix.edit.apply(&mut plan);
        done.push(key);
    }
    let label = format!("Applied {}", plural(done.len(), "fix", "fixes"));
    session.edit(&label, |current| *current = plan);
    session.show_toast(label, true);
}

#[component]
fn Tally() -> impl IntoView {
    let session = use_session();
    let count = move |severity| {
        session
            .analysis
            .with(|analysis| analysis.findings.count(severity))
    };
    let badge = move |number: usize, word: &str, tone: Tone| {
        let text = if number == 1 {
            format!("1 {word}")
        } else {
            format!("{number} {word}s")
        };
        view! { <Badge text tone=Signal::stored(if number == 0 { Tone::Plain } else { tone }) /> }
    };
    view! {
        <div class="tally">
            {dynamic(move || badge(session.error_count(), "error", Tone::Error))}
            {dynamic(move || badge(count(Severity::Warning), "warning", Tone::Warn))}
            {dynamic(move || badge(count(Severity::Advice), "note", Tone::Plain))}
        </div>
    }
}
