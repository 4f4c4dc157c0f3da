//! The rule catalogue: what is checked about a plan, why, and what Microsoft says. One rule, one address.

use leptos::prelude::*;

use crate::rules::{self, Rule};
use crate::ui::components::{
    FindingItem, Icon, Note, PageHead, Section, SeverityBadge, Tone, dynamic, live,
};
use crate::ui::route::Route;
use crate::ui::{Session, use_session};

/// The page: the rule that the address names, or all.
#[component]
pub fn Rules() -> impl IntoView {
    let session = use_session();
    dynamic(move || {
        let code = session.rule.get();
        if code.is_empty() {
            return view! { <Catalogue /> }.into_any();
        }
        match rules::by_code(&code) {
            Some(rule) => view! { <Entry rule /> }.into_any(),
            None => view! { <Unknown code /> }.into_any(),
        }
    })
}

fn address(code: &str) -> String {
    format!("{}/{code}", Route::Rules.hash())
}

/// How many findings a rule has in the open plan.
fn hits(session: Session, code: &'static str) -> usize {
    session.analysis.with(|analysis| {
        let findings = analysis.findings.iter();
        findings.filter(|it| it.rule.code == code).count()
    })
}

/// Whether all words of a search stand in what a rule says about itself.
fn answers(rule: &Rule, search: &str) -> bool {
    let facts = rule.facts.join(" ");
    let texts = [
        rule.code,
        rule.name,
        rule.synopsis,
        rule.recommendation,
        &facts,
    ];
    let text = texts.join(" ").to_lowercase();
    search.split_whitespace().all(|word| text.contains(word))
}

#[component]
fn Catalogue() -> impl IntoView {
    let search = RwSignal::new(String::new());
    let wanted = Memo::new(move |_| search.get().to_lowercase());
    let number = live(move || {
        wanted.with(|wanted| rules::all().filter(|rule| answers(rule, wanted)).count())
    });
    view! {
        <PageHead
            title="Rules"
            lead="Everything that is checked about a plan, with the reason and Microsoft's page on it."
        />
        <div class="field rule-search">
            <label for="rule-search">"Search by code, word or fact"</label>
            <input
                class="in"
                id="rule-search"
                type="search"
                autocomplete="off"
                on:input:target=move |event| search.set(event.target().value())
            />
            <p class="facts" role="status">
                {dynamic(move || format!("{} of {} rules", number.get(), rules::all().count()))}
            </p>
        </div>
        {dynamic(move || {
            wanted.with(|wanted| {
                rules::FAMILIES.iter().filter_map(|family| family_list(family, wanted)).collect_view()
            })
        })}
    }
}

/// The rules of a family that answer a search.
fn family_list(family: &'static [&'static Rule], wanted: &str) -> Option<AnyView> {
    let session = use_session();
    let rows: Vec<AnyView> = family
        .iter()
        .filter(|rule| answers(rule, wanted))
        .map(|rule| {
            let here = live(move || hits(session, rule.code));
            view! {
                <li>
                    <a href=address(rule.code)>
                        <span class="code-id">{rule.code}</span>
                        <span>{rule.synopsis}</span>
                    </a>
                    <span class="row">
                        {dynamic(move || {
                            (here.get() > 0)
                                .then(|| view! { <span class="badge accent">{format!("{} in this plan", here.get())}</span> })
                        })}
                        <SeverityBadge severity=rule.severity />
                    </span>
                </li>
            }
            .into_any()
        })
        .collect();
    let title = rules::area(family.first()?.code);
    (!rows.is_empty()).then(|| {
        view! {
            <Section title=title.to_owned()>
                <ul class="rule-list">{rows}</ul>
            </Section>
        }
        .into_any()
    })
}

/// Since when a rule is checked and what changed about it, in words.
fn edition_of(rule: &Rule) -> String {
    let since = rules::since(rule.code);
    let date = rules::EDITIONS.iter().find(|it| it.version == since);
    let since_date = date.map_or_else(String::new, |edition| format!(" of {}", edition.date));
    let mut sentences = vec![format!("Checked since edition {since}{since_date}.")];
    for (edition, what) in rules::changes(rule.code) {
        sentences.push(format!("Edition {}: {what}", edition.version));
    }
    let (number, today) = rules::RULE_SET;
    sentences.push(format!("Today's edition is {number}, of {today}."));
    sentences.join(" ")
}

#[component]
fn Entry(rule: &'static Rule) -> impl IntoView {
    let session = use_session();
    view! {
        <AllRules />
        <PageHead title=format!("{} {}", rule.code, rule.name) lead=rule.synopsis />
        <div class="row rule-facts">
            <SeverityBadge severity=rule.severity />
            {rule
                .facts
                .iter()
                .map(|fact| view! { <span class="badge">{*fact}</span> })
                .collect_view()}
        </div>
        <p class="hint">{edition_of(rule)}</p>
        {(!rule.why.is_empty())
            .then(|| {
                view! {
                    <Section title="Why">
                        <p>{rule.why}</p>
                    </Section>
                }
            })}
        <Section title="What to do">
            <p>{rule.recommendation}</p>
        </Section>
        <Section title="Sources">
            <ul class="rule-sources">
                {rule
                    .sources
                    .iter()
                    .map(|source| {
                        view! {
                            <li>
                                <a href=source.url target="_blank" rel="noreferrer">
                                    {source.title}
                                    <Icon name="open" />
                                </a>
                                <span class="hint">{format!("read {}", source.checked)}</span>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </Section>
        <Section title="In this plan">
            {dynamic(move || {
                let findings = session
                    .analysis
                    .with(|analysis| {
                        let all = analysis.findings.iter();
                        all.filter(|it| it.rule.code == rule.code).cloned().collect::<Vec<_>>()
                    });
                if findings.is_empty() {
                    return view! { <p class="hint">"Nothing to report."</p> }.into_any();
                }
                view! {
                    <ul class="findings">
                        {findings
                            .into_iter()
                            .map(|finding| view! { <FindingItem finding /> })
                            .collect_view()}
                    </ul>
                }
                    .into_any()
            })}
        </Section>
    }
}

#[component]
fn Unknown(code: String) -> impl IntoView {
    view! {
        <AllRules />
        <PageHead title="No such rule" lead="Codes are three letters and three digits, such as SUB004." />
        <Note title=format!("No rule has the code {code}") tone=Tone::Warn>
            <p>"A code is never reused: if a link led here, it has a typing error or comes from a newer version of this app."</p>
        </Note>
    }
}

#[component]
fn AllRules() -> impl IntoView {
    view! {
        <p class="rule-back">
            <a href=Route::Rules.hash()>
                <Icon name="left" />
                "All rules"
            </a>
        </p>
    }
}
