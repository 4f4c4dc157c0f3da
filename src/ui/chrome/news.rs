//! What the rules have learnt since the open plan was last checked: shown until the person has taken note.

use leptos::prelude::*;

use crate::rules::{self, News, RULE_SET};
use crate::ui::components::{Note, Tone, When, dynamic, live, press};
use crate::ui::route::Route;
use crate::ui::{Session, browser, use_session};

/// The notice; nothing for a plan that today's edition has checked.
#[component]
pub fn NewsNotice() -> impl IntoView {
    let session = use_session();
    let checked_with = session.field(|plan| plan.checked_with);
    // A plan from a newer app keeps its number: only this page has nothing more to say.
    let passed_over = RwSignal::new(0_u32);
    dynamic(move || {
        let edition = checked_with.get();
        if edition > RULE_SET.0 {
            return (passed_over.get() != edition)
                .then(|| view! { <Newer edition passed_over /> }.into_any());
        }
        let news = rules::news_since(edition);
        (!news.is_empty()).then(|| view! { <Since edition news /> }.into_any())
    })
}

/// After the notice is gone, the focus goes to where reading goes on.
fn go_on() {
    request_animation_frame(|| {
        browser::focus("step-title");
    });
}

#[component]
fn Newer(edition: u32, passed_over: RwSignal<u32>) -> impl IntoView {
    let title = format!("This plan was checked with edition {edition} of the rules");
    let text = format!(
        "This page has edition {} only, of {}. Reload it to get the newer rules; until then, what only they \
         find is not listed here.",
        RULE_SET.0, RULE_SET.1
    );
    let act = move |_| {
        passed_over.set(edition);
        go_on();
    };
    view! {
        <Note title tone=Tone::Warn>
            <p>{text}</p>
            <div class="row">
                <button type="button" class="btn small" on:click=press(act)>
                    "Go on with these rules"
                </button>
            </div>
        </Note>
    }
}

/// “23 rules are new since then, and 1 judges differently.”
fn summary(news: &[News]) -> String {
    let changed = news.iter().filter(|it| it.change.is_some()).count();
    let new = news.len().saturating_sub(changed);
    let new = match new {
        0 => None,
        1 => Some("1 rule is new since then".to_owned()),
        n => Some(format!("{n} rules are new since then")),
    };
    let changed = match changed {
        0 => None,
        1 => Some("1 judges differently".to_owned()),
        n => Some(format!("{n} judge differently")),
    };
    let parts: Vec<String> = [new, changed].into_iter().flatten().collect();
    format!("{}.", parts.join(" and "))
}

/// Whether a rule has an open finding in the plan.
fn reports(session: Session, code: &'static str) -> bool {
    session
        .analysis
        .with(|analysis| analysis.findings.open().any(|it| it.rule.code == code))
}

#[component]
fn Since(edition: u32, news: Vec<News>) -> impl IntoView {
    let session = use_session();
    let title = match edition {
        0 => format!(
            "The rules have learnt more since this plan was last checked; today's edition is {}, of {}",
            RULE_SET.0, RULE_SET.1
        ),
        n => format!(
            "This plan was last checked with edition {n} of the rules; today's is {}, of {}",
            RULE_SET.0, RULE_SET.1
        ),
    };
    let text = summary(&news);
    let count = news.len();
    let all = StoredValue::new(news);
    let hits = Memo::new(move |_| {
        all.with_value(|all| {
            let codes = all.iter().map(|news| news.rule.code);
            codes.filter(|code| reports(session, code)).count()
        })
    });
    let note = move |_| {
        session.edit("note the new rules", |plan| {
            rules::record_edition().apply(plan);
        });
        session.show_toast(
            "The plan now says that it was checked with today's rules",
            true,
        );
        go_on();
    };
    view! {
        <Note title tone=Tone::Plain>
            <p>
                {text} " "
                {dynamic(move || match hits.get() {
                    0 => "None of them has anything to report here.".to_owned(),
                    1 => "One of them has something to report here.".to_owned(),
                    n => format!("{n} of them have something to report here."),
                })}
            </p>
            <When test=live(move || hits.get() > 0)>
                <ul class="news">
                    {dynamic(move || {
                        let all = all.get_value();
                        let found = all.into_iter().filter(|news| reports(session, news.rule.code));
                        found.map(|news| view! { <Line news /> }.into_any()).collect_view()
                    })}
                </ul>
            </When>
            <details>
                <summary>{format!("All {count} rules")}</summary>
                <ul class="news">
                    {all
                        .get_value()
                        .into_iter()
                        .map(|news| view! { <Line news /> }.into_any())
                        .collect_view()}
                </ul>
            </details>
            <div class="row">
                <button type="button" class="btn small" on:click=press(note)>
                    "Noted"
                </button>
            </div>
        </Note>
    }
}

#[component]
fn Line(news: News) -> impl IntoView {
    let rule = news.rule;
    let what = match news.change {
        None => rule.synopsis.to_owned(),
        Some(change) => format!("Changed: {change}"),
    };
    view! {
        <li>
            <a href=format!("{}/{}", Route::Rules.hash(), rule.code)>{rule.code}</a>
            " "
            {what}
        </li>
    }
}
