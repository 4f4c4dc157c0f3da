//! Network security groups: what their preset brings, and the person's own rules.

use leptos::prelude::*;

use crate::domain::{
    Access, Direction, Item, Nsg, NsgId, NsgPreset, Placement, Plan, Protocol, SecurityRule,
    SecurityRuleId, Subject,
};
use crate::flow::presets::effective_rules;
use crate::ui::components::{
    AddButton, BoundNumber, BoundText, CheckField, Icon, ItemCard, NumberField, Section,
    SelectField, TextField, When, dynamic, each, live, memo, press, word_options,
};
use crate::ui::{Session, use_session};

/// The section.
#[component]
pub fn SecuritySection() -> impl IntoView {
    let session = use_session();
    let ids = session.field(|plan| plan.nsgs.iter().map(|nsg| nsg.id).collect::<Vec<_>>());
    let add = Callback::new(move |()| {
        session
            .add("Added an NSG", |plan| {
                let id = NsgId(plan.next_id());
                plan.nsgs.push(Nsg {
                    id,
                    name: format!("nsg-{}", plan.nsgs.len() + 1),
                    ..Nsg::default()
                });
                id
            })
            .map(|id| Item::Nsg(id).field("name"))
    });
    view! {
        <Section
            title="Network security groups"
            lead="A preset brings the rules that its workload needs; your own rules come on top. No NSG at all is allowed, too."
        >
            <div class="stack">
                {each(ids, move |id| view! { <NsgCard id /> }.into_any())}
                <AddButton label="Add an NSG" add />
            </div>
        </Section>
    }
}

fn lowest_free_priority(nsg: &Nsg) -> u32 {
    let own = nsg.rules.iter().map(|rule| rule.priority).max();
    own.map_or(1000, |highest| highest.saturating_add(10))
}

fn add_rule(session: Session, id: NsgId) {
    let rule = session.add("Added a security rule", |plan| {
        let rule = SecurityRuleId(plan.next_id());
        if let Some(nsg) = plan.nsg_mut(id) {
            let priority = lowest_free_priority(nsg);
            nsg.rules.push(SecurityRule {
                id: rule,
                name: format!("Rule-{priority}"),
                priority,
                protocol: Protocol::Tcp,
                sources: vec!["*".to_owned()],
                source_ports: vec!["*".to_owned()],
                destinations: vec!["VirtualNetwork".to_owned()],
                destination_ports: vec!["443".to_owned()],
                ..SecurityRule::default()
            });
        }
        rule
    });
    session
        .focus
        .set(rule.map(|rule| Item::SecurityRule(rule).field("name")));
}

#[component]
fn NsgCard(id: NsgId) -> impl IntoView {
    let session = use_session();
    let item = Item::Nsg(id);
    let name = session.field(move |plan| plan.nsg(id).map(|n| n.name.clone()).unwrap_or_default());
    let existing = session.field(move |plan| {
        plan.nsg(id)
            .is_some_and(|nsg| nsg.placement == Placement::Existing)
    });
    let used = session.field(move |plan| {
        let names: Vec<&str> = plan
            .subnets()
            .filter(|(_, subnet)| subnet.nsg == Some(id))
            .map(|(_, subnet)| subnet.name.as_str())
            .collect();
        if names.is_empty() {
            "on no subnet".to_owned()
        } else {
            format!("on {}", names.join(", "))
        }
    });
    let rules = session.field(move |plan| {
        plan.nsg(id)
            .map(|nsg| nsg.rules.iter().map(|rule| rule.id).collect::<Vec<_>>())
    });
    view! {
        <ItemCard item name kind="NSG" summary=used folded=true>
            <div class="grid">
                <TextField label="Name" bound=bind!(text session, item, nsg(id) / nsg_mut, name) />
                <SelectField
                    label="Preset"
                    bound=bind!(word session, item, nsg(id) / nsg_mut, preset)
                    options={word_options::<NsgPreset>()}
                />
                <SelectField
                    label="Deployment"
                    bound=bind!(word session, item, nsg(id) / nsg_mut, placement)
                    options={word_options::<Placement>()}
                />
            </div>
            <When test=live(move || existing.get())>
                <TextField
                    label="Resource id"
                    bound=bind!(text session, item, nsg(id) / nsg_mut, resource_id)
                />
            </When>
            <CheckField
                label="Deny all other traffic to the internet"
                bound=bind!(flag session, item, nsg(id) / nsg_mut, deny_internet)
                hint="A last outbound rule; the rules before it let through what the workload needs."
            />
            <EffectiveRules id />
            {each(memo(move || rules.get().unwrap_or_default()), move |rule| view! { <RuleEditor rule /> }.into_any())}
            <div class="row">
                <button type="button" class="btn" on:click=press(move |_| add_rule(session, id))>
                    <Icon name="plus" />
                    "Add a security rule"
                </button>
            </div>
        </ItemCard>
    }
}

fn joined(values: &[String]) -> String {
    if values.is_empty() {
        "*".to_owned()
    } else {
        values.join(", ")
    }
}

#[component]
fn EffectiveRules(id: NsgId) -> impl IntoView {
    let session = use_session();
    let rules = Memo::new(move |_| {
        let prefixes = session.prefixes();
        session.with(|plan| effective_rules(plan, &prefixes, id))
    });
    view! {
        <Show
            when=move || !rules.with(Vec::is_empty)
            fallback=|| {
                view! {
                    <p class="hint">
                        "No rules: Azure's default rules decide. They allow the VNet and all outbound traffic, and deny other inbound traffic."
                    </p>
                }
            }
        >
            <details class="more">
                <summary>
                    <Icon name="chev" />
                    {dynamic(move || format!("{} rules in effect, before Azure's defaults", rules.with(Vec::len)))}
                </summary>
                <div class="table-wrap">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col" class="num">
                                    "Priority"
                                </th>
                                <th scope="col">"Name"</th>
                                <th scope="col">"Direction"</th>
                                <th scope="col">"Source"</th>
                                <th scope="col">"Destination"</th>
                                <th scope="col">"Ports"</th>
                                <th scope="col">"Access"</th>
                            </tr>
                        </thead>
                        <tbody>
                            {dynamic(move || rules.get().into_iter().map(|it| effective_row(it.rule)).collect_view())}
                        </tbody>
                    </table>
                </div>
            </details>
        </Show>
    }
}

fn effective_row(rule: SecurityRule) -> impl IntoView {
    use crate::domain::Word;
    let ports = format!(
        "{} {}",
        rule.protocol.label(),
        joined(&rule.destination_ports)
    );
    view! {
        <tr class:deny=rule.access == Access::Deny>
            <td class="num" data-l="Priority">
                {rule.priority}
            </td>
            <td data-l="Name">{rule.name}</td>
            <td data-l="Direction">{rule.direction.label()}</td>
            <td class="mono" data-l="Source">
                {joined(&rule.sources)}
            </td>
            <td class="mono" data-l="Destination">
                {joined(&rule.destinations)}
            </td>
            <td class="mono" data-l="Ports">
                {ports}
            </td>
            <td data-l="Access">{rule.access.label()}</td>
        </tr>
    }
}

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

#[component]
fn RuleEditor(rule: SecurityRuleId) -> impl IntoView {
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
