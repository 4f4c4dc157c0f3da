//! Private DNS: who answers, which zones, and which VNets ask them.

use leptos::prelude::*;

use crate::azure::private_dns_zones;
use crate::domain::{
    DnsMode, Item, Placement, Plan, PrivateDnsZone, VnetId, Word, ZoneId, ZoneKind,
};
use crate::ui::components::{
    BoundText, CheckField, Choice, ChoiceCards, FieldMessages, FieldState, Icon, Section,
    SelectField, TextField, When, dynamic, each, field_id, live, press, word_options,
};
use crate::ui::use_session;

const MODES: &[Choice] = &[
    Choice {
        value: "create",
        title: "Create the zones",
        consequence: "The plan makes each private DNS zone and links it to the VNets that ask.",
    },
    Choice {
        value: "existing",
        title: "Use existing zones",
        consequence: "Zones exist, usually in a hub. Endpoints register in them; a second zone of the same name would split the answers.",
    },
    Choice {
        value: "custom",
        title: "Custom DNS servers",
        consequence: "Your servers must forward the public names to Azure's DNS, from a VNet that is linked to the zones.",
    },
];

/// The section.
#[component]
pub fn DnsSection() -> impl IntoView {
    let session = use_session();
    let ids = session.field(|plan| {
        plan.dns
            .zones
            .iter()
            .map(|zone| zone.id)
            .collect::<Vec<_>>()
    });
    let custom = session.field(|plan| plan.dns.mode == DnsMode::Custom);
    let missing = session.field(missing_zones);
    let add = move |_| {
        session.edit("Added the missing zones", add_missing);
    };
    view! {
        <Section
            title="Private DNS"
            lead="Without a link to its zone, a VNet resolves the public address and the call fails."
        >
            <div class="stack">
                <ChoiceCards
                    legend="Who answers for the private names"
                    bound=bind!(word session, Item::Dns, dns, mode)
                    choices=MODES
                />
                <When test=live(move || custom.get())>
                    <CheckField
                        label="Our DNS servers forward the public suffixes to Azure DNS"
                        bound=bind!(flag session, Item::Dns, dns, forwarders_confirmed)
                        hint="To 168.63.129.16 from a linked VNet, or to a DNS private resolver."
                    />
                </When>
                <div class="table-wrap">
                    <table class="table zones">
                        <caption class="vh">"Private DNS zones and their VNet links"</caption>
                        <thead>
                            <tr>
                                <th scope="col">"Zone"</th>
                                <th scope="col">"Deployment"</th>
                                <th scope="col">"Linked to"</th>
                                <th scope="col">
                                    <span class="vh">"Actions"</span>
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            {each(ids, move |id| view! { <ZoneRow id /> }.into_any())}
                        </tbody>
                    </table>
                </div>
                <When test=live(move || !missing.with(Vec::is_empty))>
                    <div class="row">
                        <button type="button" class="btn" on:click=press(add)>
                            <Icon name="plus" />
                            {dynamic(move || {
                                let names: Vec<&str> =
                                    missing.get().into_iter().map(Word::label).collect();
                                format!("Add the missing zones: {}", names.join(", "))
                            })}
                        </button>
                    </div>
                </When>
            </div>
        </Section>
    }
}

/// The zones that the plan's private endpoints need and the plan lacks.
fn missing_zones(plan: &Plan) -> Vec<ZoneKind> {
    ZoneKind::ALL
        .iter()
        .copied()
        .filter(|kind| {
            let mut endpoints = plan.private_endpoints.iter();
            endpoints.any(|e| private_dns_zones::zones_for(e.kind).contains(kind))
                && plan.zone(*kind).is_none()
        })
        .collect()
}

fn add_missing(plan: &mut Plan) {
    let links: Vec<VnetId> = plan.vnets.iter().map(|vnet| vnet.id).collect();
    for kind in missing_zones(plan) {
        let id = ZoneId(plan.next_id());
        plan.dns.zones.push(PrivateDnsZone {
            id,
            kind,
            links: links.clone(),
            ..PrivateDnsZone::default()
        });
    }
}

fn zone_of(plan: &Plan, id: ZoneId) -> Option<&PrivateDnsZone> {
    plan.dns.zones.iter().find(|zone| zone.id == id)
}

#[component]
fn ZoneRow(id: ZoneId) -> impl IntoView {
    let session = use_session();
    let item = Item::Zone(id);
    let name = session.field(move |plan| {
        let basics = &plan.basics;
        zone_of(plan, id)
            .map(|zone| private_dns_zones::zone_name(zone.kind, basics.cloud, &basics.region))
            .unwrap_or_default()
    });
    let placement = BoundText::new(
        session,
        item.field("placement"),
        move |plan| {
            zone_of(plan, id)
                .map(|z| z.placement.word().to_owned())
                .unwrap_or_default()
        },
        move |plan, text| {
            if let (Some(zone), Some(placement)) = (plan.zone_mut(id), Placement::from_word(&text))
            {
                zone.placement = placement;
            }
        },
    );
    let existing = move || {
        placement
            .value
            .with(|word| word == Placement::Existing.word())
    };
    let resource_id = BoundText::new(
        session,
        item.field("resource_id"),
        move |plan| {
            zone_of(plan, id)
                .map(|zone| zone.resource_id.clone())
                .unwrap_or_default()
        },
        move |plan, text| {
            if let Some(zone) = plan.zone_mut(id) {
                zone.resource_id = text;
            }
        },
    );
    let vnets = session.field(|plan| plan.vnets.iter().map(|vnet| vnet.id).collect::<Vec<_>>());
    let remove = move |_| session.remove(item, &name.get_untracked());
    view! {
        <tr id=field_id(item.into()) tabindex="-1">
            <th scope="row" class="wide mono">
                {dynamic(move || name.get())}
            </th>
            <td data-l="Deployment">
                <SelectField
                    label=Signal::derive(move || format!("Deployment of {}", name.get()))
                    bound=placement
                    options={word_options::<Placement>()}
                    bare=true
                />
            </td>
            <td data-l="Linked to">
                <div class="links">
                    {each(vnets, move |vnet| view! { <LinkBox zone=id vnet name /> }.into_any())}
                </div>
            </td>
            <td class="num">
                <button
                    type="button"
                    class="btn icon quiet small"
                    aria-label=live(move || format!("Delete {}", name.get()))
                    on:click=press(remove)
                >
                    <Icon name="trash" />
                </button>
            </td>
        </tr>
        <tr class="detail">
            <td colspan="4">
                <Show when=existing>
                    <TextField
                        label=Signal::derive(move || format!("Resource id of {}", name.get()))
                        bound=resource_id
                        placeholder="/subscriptions/…/privateDnsZones/…"
                        bare=true
                    />
                </Show>
                <FieldMessages
                    id=field_id(item.field("links"))
                    state=FieldState::new(item.field("links"))
                />
            </td>
        </tr>
    }
}

/// Whether one zone is linked to one VNet.
#[component]
fn LinkBox(zone: ZoneId, vnet: VnetId, name: Memo<String>) -> impl IntoView {
    let session = use_session();
    let vnet_name =
        session.field(move |plan| plan.vnet(vnet).map(|v| v.name.clone()).unwrap_or_default());
    let linked =
        session.field(move |plan| zone_of(plan, zone).is_some_and(|z| z.links.contains(&vnet)));
    let toggle = move |on: bool| {
        session.edit("Changed a zone link", |plan| {
            if let Some(zone) = plan.zone_mut(zone) {
                zone.links.retain(|link| *link != vnet);
                if on {
                    zone.links.push(vnet);
                }
            }
        });
    };
    let id = format!("link-{}-{}", zone.0, vnet.0);
    view! {
        <span class="check">
            <input
                type="checkbox"
                id=id.clone()
                aria-label=live(move || format!("Link {} to {}", name.get(), vnet_name.get()))
                prop:checked=live(move || linked.get())
                on:change:target=move |event| toggle(event.target().checked())
            />
            <label for=id.clone()>{dynamic(move || vnet_name.get())}</label>
        </span>
    }
}
