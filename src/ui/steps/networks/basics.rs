//! What holds for the whole plan.

use leptos::prelude::*;

use crate::azure::regions;
use crate::domain::{Cloud, Item, Plan, Tag, TagId};
use crate::ui::components::{
    BoundText, Choice, ChoiceCards, Icon, Section, SelectField, TextField, each, live, press,
    word_options,
};
use crate::ui::use_session;

/// The two rule profiles, with what each means.
const PROFILES: &[Choice] = &[
    Choice {
        value: "current",
        title: "Current",
        consequence: "Today's practice: private endpoints, no public IP addresses, service tags.",
    },
    Choice {
        value: "classic2019",
        title: "Classic 2019",
        consequence: "The rules of the 2019 documentation, for estates built by them. Superseded; explained where they differ.",
    },
];

/// The section.
#[component]
pub fn BasicsSection() -> impl IntoView {
    let session = use_session();
    let cloud = session.field(|plan| plan.basics.cloud);
    let region_options = Signal::derive(move || {
        regions::of(cloud.get())
            .map(|region| {
                (
                    region.name.to_owned(),
                    format!("{} ({})", region.display, region.name),
                )
            })
            .collect::<Vec<_>>()
    });
    view! {
        <Section title="Region and names">
            <div class="grid">
                <TextField
                    label="Plan name"
                    bound=bind!(text session, Item::Basics, basics, title)
                    hint="What you call it; also the stem of file names."
                    mono=false
                />
                <SelectField
                    label="Cloud"
                    bound=bind!(word session, Item::Basics, basics, cloud)
                    options={word_options::<Cloud>()}
                    hint="Decides zone names and host names."
                />
                <SelectField
                    label="Region"
                    bound=bind!(text session, Item::Basics, basics, region)
                    options=region_options
                    hint="The networks and the workspace share it."
                />
                <TextField
                    label="Resource group"
                    bound=bind!(text session, Item::Basics, basics, resource_group)
                    hint="Load balancers and NSGs of public-IP computes land in the VNet's group."
                />
                <TextField
                    label="Subscription id"
                    bound=bind!(text session, Item::Basics, basics, subscription_id)
                    hint="Of the workspace; its VNets must share it."
                    optional=true
                    placeholder="00000000-0000-0000-0000-000000000000"
                />
                <TextField
                    label="Workload"
                    bound=bind!(text session, Item::Basics, basics, workload)
                    hint="Part of generated names."
                    optional=true
                />
                <TextField
                    label="Environment"
                    bound=bind!(text session, Item::Basics, basics, environment)
                    hint="Part of generated names, such as prod."
                    optional=true
                />
            </div>
            <div class="stack mt">
                <Tags />
                <ChoiceCards
                    legend="Rules to check with"
                    bound=bind!(word session, Item::Basics, basics, profile)
                    choices=PROFILES
                />
            </div>
        </Section>
    }
}

/// The tag's place in the plan.
fn tag_mut(plan: &mut Plan, id: TagId) -> Option<&mut Tag> {
    plan.basics.tags.iter_mut().find(|tag| tag.id == id)
}

#[component]
fn Tags() -> impl IntoView {
    let session = use_session();
    let ids = session.field(|plan| {
        plan.basics
            .tags
            .iter()
            .map(|tag| tag.id)
            .collect::<Vec<_>>()
    });
    let add = move |_| {
        let id = session.add("Added a tag", |plan| {
            let id = TagId(plan.next_id());
            plan.basics.tags.push(Tag {
                id,
                ..Tag::default()
            });
            id
        });
        session.focus.set(id.map(|id| Item::Tag(id).field("name")));
    };
    view! {
        <fieldset class="list-field">
            <legend class="legend">"Tags on every resource"</legend>
            {each(ids, move |id| view! { <TagRow id /> }.into_any())}
            <button type="button" class="btn small quiet" on:click=press(add)>
                <Icon name="plus" />
                "Add tag"
            </button>
        </fieldset>
    }
}

#[component]
fn TagRow(id: TagId) -> impl IntoView {
    let session = use_session();
    let item = Item::Tag(id);
    let read = move |plan: &Plan, value: bool| {
        let tag = plan.basics.tags.iter().find(|tag| tag.id == id);
        tag.map(|tag| {
            if value {
                tag.value.clone()
            } else {
                tag.name.clone()
            }
        })
        .unwrap_or_default()
    };
    let name = BoundText::new(
        session,
        item.field("name"),
        move |plan| read(plan, false),
        move |plan, text| {
            if let Some(tag) = tag_mut(plan, id) {
                tag.name = text;
            }
        },
    );
    let value = BoundText::new(
        session,
        item.field("value"),
        move |plan| read(plan, true),
        move |plan, text| {
            if let Some(tag) = tag_mut(plan, id) {
                tag.value = text;
            }
        },
    );
    let remove = move |_| session.remove(item, &format!("tag {}", name.value.get_untracked()));
    view! {
        <div class="line">
            <TextField label="Tag name" bound=name bare=true placeholder="name" />
            <TextField label="Tag value" bound=value bare=true placeholder="value" />
            <button
                type="button"
                class="btn icon quiet"
                aria-label=live(move || format!("Remove tag {}", name.value.get()))
                on:click=press(remove)
            >
                <Icon name="trash" />
            </button>
        </div>
    }
}
