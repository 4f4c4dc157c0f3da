//! Network security groups: what their preset brings, and the person's own rules.

mod effective;
mod rule_editor;
mod table;

use leptos::prelude::*;

use crate::domain::{
    Item, Nsg, NsgId, NsgPreset, Placement, Protocol, SecurityRule, SecurityRuleId,
};
use crate::ui::components::{
    AddButton, CheckField, Icon, ItemCard, Section, SelectField, TextField, When, each, live, memo,
    press, word_options,
};
use crate::ui::{Session, use_session};
use effective::EffectiveRules;
use rule_editor::RuleEditor;
use table::RuleTable;

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
            {each(memo(move || rules.get().unwrap_or_default()), move |rule| view! { <RuleEditor nsg=id rule /> }.into_any())}
            <div class="row">
                <button type="button" class="btn" on:click=press(move |_| add_rule(session, id))>
                    <Icon name="plus" />
                    "Add a security rule"
                </button>
                <RuleTable id />
            </div>
        </ItemCard>
    }
}
