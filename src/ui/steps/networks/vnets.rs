//! VNets: name, role, address space, DNS servers, new or existing; and their subnets.

use leptos::prelude::*;

use super::by_hand::{NextFree, WholePlan};
use super::division::ByHand;
use super::headroom::HeadroomFields;
use super::subnets::SubnetsTable;
use crate::domain::{
    AddressText, Item, Placement, Plan, Prefix, PrefixText, Subject, Vnet, VnetId, VnetRole,
};
use crate::readdress;
use crate::ui::components::{
    AddButton, Icon, ItemCard, ListField, PrefixKind, Propose, Section, SelectField, TextField,
    When, each, live, proposal, thousands, word_options,
};
use crate::ui::use_session;

/// The section.
#[component]
pub fn VnetsSection() -> impl IntoView {
    let session = use_session();
    let ids = session.field(|plan| plan.vnets.iter().map(|vnet| vnet.id).collect::<Vec<_>>());
    let add = Callback::new(move |()| {
        session
            .add("Added a VNet", |plan| {
                let id = VnetId(plan.next_id());
                let space = readdress::free_space(plan, readdress::USUAL_VNET_LENGTH);
                plan.vnets.push(Vnet {
                    id,
                    role: VnetRole::Other,
                    name: format!("vnet-{}", plan.vnets.len() + 1),
                    address_space: vec![space.map(PrefixText::from).unwrap_or_default()],
                    ..Vnet::default()
                });
                id
            })
            .map(|id| Item::Vnet(id).field("name"))
    });
    view! {
        <Section
            title="VNets and subnets"
            lead="Leave a subnet's range empty to have it sized and placed for you."
        >
            <div class="stack">
                <HeadroomFields />
                {each(ids, move |id| view! { <VnetCard id /> }.into_any())}
                <AddButton label="Add a VNet" add />
                <WholePlan />
            </div>
        </Section>
    }
}

fn space(plan: &Plan, subject: Subject) -> Vec<String> {
    vnet_of(plan, subject)
        .map(|vnet| {
            vnet.address_space
                .iter()
                .map(|text| text.as_str().to_owned())
                .collect()
        })
        .unwrap_or_default()
}

fn set_space(plan: &mut Plan, subject: Subject, values: Vec<String>) {
    if let Item::Vnet(id) = subject.item
        && let Some(vnet) = plan.vnet_mut(id)
    {
        vnet.address_space = values.into_iter().map(PrefixText::new).collect();
    }
}

fn servers(plan: &Plan, subject: Subject) -> Vec<String> {
    vnet_of(plan, subject)
        .map(|vnet| {
            vnet.dns_servers
                .iter()
                .map(|text| text.as_str().to_owned())
                .collect()
        })
        .unwrap_or_default()
}

fn set_servers(plan: &mut Plan, subject: Subject, values: Vec<String>) {
    if let Item::Vnet(id) = subject.item
        && let Some(vnet) = plan.vnet_mut(id)
    {
        vnet.dns_servers = values.into_iter().map(AddressText::new).collect();
    }
}

fn vnet_of(plan: &Plan, subject: Subject) -> Option<&Vnet> {
    match subject.item {
        Item::Vnet(id) => plan.vnet(id),
        _ => None,
    }
}

#[component]
fn VnetCard(id: VnetId) -> impl IntoView {
    let session = use_session();
    let item = Item::Vnet(id);
    let name = session.field(move |plan| plan.vnet(id).map(|v| v.name.clone()).unwrap_or_default());
    let existing = session.field(move |plan| {
        plan.vnet(id)
            .is_some_and(|vnet| vnet.placement == Placement::Existing)
    });
    let summary = Signal::derive(move || {
        session.with(|plan| {
            let Some(vnet) = plan.vnet(id) else {
                return String::new();
            };
            let total: u64 = vnet
                .address_space
                .iter()
                .filter_map(PrefixText::prefix)
                .map(Prefix::size)
                .sum();
            let used: u64 = session.analysis.with(|analysis| {
                let sizes = vnet
                    .subnets
                    .iter()
                    .filter_map(|s| analysis.allocation.prefix(s.id));
                sizes.map(Prefix::size).sum()
            });
            format!("{} of {} in subnets", thousands(used), thousands(total))
        })
    });
    view! {
        <ItemCard item name kind="VNet" summary>
            <div class="grid">
                <TextField
                    label="Name"
                    bound=bind!(text session, item, vnet(id) / vnet_mut, name)
                />
                <SelectField
                    label="Role"
                    bound=bind!(word session, item, vnet(id) / vnet_mut, role)
                    options={word_options::<VnetRole>()}
                />
                <SelectField
                    label="Deployment"
                    bound=bind!(word session, item, vnet(id) / vnet_mut, placement)
                    options={word_options::<Placement>()}
                />
            </div>
            <When test=live(move || existing.get())>
                <TextField
                    label="Resource id"
                    bound=bind!(text session, item, vnet(id) / vnet_mut, resource_id)
                    hint="Of the VNet that exists. It is referred to, never changed."
                    placeholder="/subscriptions/…/virtualNetworks/…"
                />
            </When>
            <ListField
                label="Address space"
                entry="address prefix"
                subject=item.field("address_space")
                read=space
                write=set_space
                kind=Some(PrefixKind::Range)
                placeholder="10.20.0.0/16"
            />
            <div class="proposals">
                <Propose
                    label="Propose an address space"
                    find=proposal(move |plan| readdress::propose_space(plan, id, 0))
                />
            </div>
            <SubnetsTable vnet=id />
            <NextFree vnet=id />
            <ByHand vnet=id />
            <details class="more">
                <summary>
                    <Icon name="chev" />
                    "Region, group and DNS servers"
                </summary>
                <div class="stack">
                    <div class="grid">
                        <TextField
                            label="Region"
                            bound=bind!(text session, item, vnet(id) / vnet_mut, region)
                            hint="Empty means the plan's region."
                            optional=true
                        />
                        <TextField
                            label="Resource group"
                            bound=bind!(text session, item, vnet(id) / vnet_mut, resource_group)
                            hint="Empty means the plan's resource group."
                            optional=true
                        />
                        <TextField
                            label="Subscription id"
                            bound=bind!(text session, item, vnet(id) / vnet_mut, subscription_id)
                            hint="Empty means the plan's subscription."
                            optional=true
                        />
                    </div>
                    <ListField
                        label="Custom DNS servers"
                        entry="DNS server"
                        subject=item.field("dns_servers")
                        read=servers
                        write=set_servers
                        kind=None
                        hint="None means Azure-provided DNS."
                        placeholder="10.20.0.4"
                    />
                </div>
            </details>
        </ItemCard>
    }
}
