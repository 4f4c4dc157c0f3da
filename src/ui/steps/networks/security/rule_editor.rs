//! One security rule of the person: its fields, its place among the others.

use leptos::prelude::*;

use crate::domain::{
    Access, Direction, Item, NsgId, Plan, Protocol, SecurityRule, SecurityRuleId, Subject,
};
use crate::ui::components::{
    BoundNumber, BoundText, Icon, NumberField, SelectField, TextField, dynamic, live, press,
    word_options,
};
use crate::ui::{Session, use_session};

fn rule_of(plan: &Plan, id: SecurityRuleId) -> Option<&SecurityRule> {
    plan.nsgs
        .iter()
        .flat_map(|nsg| &nsg.rules)
        .find(|rule| rule.id == id)
}

fn rule_mut(plan: &mut Plan, id: SecurityRuleId) -> Option<&mut SecurityRule> {
    plan.nsgs
        .iter_mut()
        .flat_map(|nsg| &mut nsg.rules)
        .find(|rule| rule.id == id)
}

type ListOf = fn(&mut SecurityRule) -> &mut Vec<String>;

/// A list field of a rule as one comma-separated text.
fn list(session: Session, subject: Subject, id: SecurityRuleId, of: ListOf) -> BoundText {
    BoundText::new(
        session,
        subject,
        move |plan| {
            rule_of(plan, id)
                .cloned()
                .map(|mut rule| of(&mut rule).join(", "))
                .unwrap_or_default()
        },
        move |plan, text| {
            if let Some(rule) = rule_mut(plan, id) {
                *of(rule) = text
                    .split(',')
                    .map(|part| part.trim_start().to_owned())
                    .collect();
            }
        },
    )
}

/// A field of a rule that is chosen by its word.
fn word<W: crate::domain::Word + Send + Sync>(
    session: Session,
    subject: Subject,
    id: SecurityRuleId,
    of: fn(&mut SecurityRule) -> &mut W,
) -> BoundText {
    BoundText::new(
        session,
        subject,
        move |plan| {
            let rule = rule_of(plan, id).cloned();
            rule.map(|mut rule| of(&mut rule).word().to_owned())
                .unwrap_or_default()
        },
        move |plan, text| {
            if let (Some(rule), Some(value)) = (rule_mut(plan, id), W::from_word(&text)) {
                *of(rule) = value;
            }
        },
    )
}

/// The fields of one rule.
#[component]
pub fn RuleEditor(
    /// The NSG that it belongs to.
    nsg: NsgId,
    /// The rule.
    rule: SecurityRuleId,
) -> impl IntoView {
    let session = use_session();
    let item = Item::SecurityRule(rule);
    let name = BoundText::new(
        session,
        item.field("name"),
        move |plan| {
            rule_of(plan, rule)
                .map(|rule| rule.name.clone())
                .unwrap_or_default()
        },
        move |plan, text| {
            if let Some(rule) = rule_mut(plan, rule) {
                rule.name = text;
            }
        },
    );
    let priority = BoundNumber::new(
        session,
        item.field("priority"),
        move |plan| {
            rule_of(plan, rule)
                .map(|rule| rule.priority)
                .unwrap_or_default()
        },
        move |plan, number| {
            if let Some(rule) = rule_mut(plan, rule) {
                rule.priority = number;
            }
        },
    );
    let list = move |field, of: ListOf| list(session, item.field(field), rule, of);
    view! {
        <fieldset class="rule" id=crate::ui::components::field_id(item.into()) tabindex="-1">
            <legend class="vh">{dynamic(move || format!("Security rule {}", name.value.get()))}</legend>
            <div class="grid col-10">
                <TextField label="Rule name" bound=name />
                <NumberField label="Priority" bound=priority step=10 />
                <SelectField
                    label="Direction"
                    bound=word(session, item.field("direction"), rule, |r| &mut r.direction)
                    options={word_options::<Direction>()}
                />
                <SelectField
                    label="Access"
                    bound=word(session, item.field("access"), rule, |r| &mut r.access)
                    options={word_options::<Access>()}
                />
                <SelectField
                    label="Protocol"
                    bound=word(session, item.field("protocol"), rule, |r| &mut r.protocol)
                    options={word_options::<Protocol>()}
                />
                <TextField label="Source" bound=list("sources", |rule| &mut rule.sources) />
                <TextField
                    label="Source ports"
                    bound=list("source_ports", |rule| &mut rule.source_ports)
                />
                <TextField
                    label="Destination"
                    bound=list("destinations", |rule| &mut rule.destinations)
                />
                <TextField
                    label="Destination ports"
                    bound=list("destination_ports", |rule| &mut rule.destination_ports)
                />
            </div>
            <div class="row">
                <Exchange nsg rule name=name.value earlier=true />
                <Exchange nsg rule name=name.value earlier=false />
                <button
                    type="button"
                    class="btn small quiet"
                    on:click=press(move |_| session.remove(item, &name.value.get_untracked()))
                >
                    <Icon name="trash" />
                    {dynamic(move || format!("Delete {}", name.value.get()))}
                </button>
            </div>
        </fieldset>
    }
}

/// Lets a rule change places with the one before or after it.
#[component]
fn Exchange(nsg: NsgId, rule: SecurityRuleId, name: Memo<String>, earlier: bool) -> impl IntoView {
    let session = use_session();
    let (icon, word) = if earlier {
        ("chevup", "earlier")
    } else {
        ("chev", "later")
    };
    let possible = session.field(move |plan| {
        let nsg = plan.nsg(nsg).cloned();
        nsg.is_some_and(|mut nsg| nsg.exchange(rule, earlier))
    });
    let act = move |_| {
        let label = format!("Moved {} {word}", name.get_untracked());
        session.edit(&label, |plan| {
            if let Some(nsg) = plan.nsg_mut(nsg) {
                nsg.exchange(rule, earlier);
            }
        });
        session.announcement.set(label);
    };
    view! {
        <button
            type="button"
            class="btn small quiet"
            aria-disabled=live(move || (!possible.get()).then_some("true"))
            on:click=press(act)
        >
            <Icon name=icon />
            {format!("Move {word}")}
            <span class="vh">{dynamic(move || format!(": {}", name.get()))}</span>
        </button>
    }
}
