//! The subnets of a VNet, as a table that becomes blocks on narrow screens.

use leptos::prelude::*;

use crate::azure::fixed_subnets;
use crate::domain::{
    Item, NetworkPolicies, Plan, Prefix, PrefixText, Subnet, SubnetId, SubnetPurpose, VnetId, Word,
};
use crate::ui::components::{
    Badge, CheckField, FieldMessages, FieldState, Gauge, Icon, Lock, NumberField, PrefixField,
    PrefixKind, SelectField, TextField, Tone, When, dynamic, each, field_id, id_options, live,
    prefix_facts, press, word_options,
};
use crate::ui::panels::utilisation;
use crate::ui::{Session, browser, use_session};

/// Adds a subnet to a VNet; blank means that it is placed for the person.
fn add_subnet(session: Session, vnet: VnetId, prefix: PrefixText) {
    let id = session.add("Added a subnet", |plan| {
        let id = SubnetId(plan.next_id());
        if let Some(vnet) = plan.vnet_mut(vnet) {
            vnet.subnets.push(Subnet {
                id,
                name: format!("snet-{}", vnet.subnets.len() + 1),
                purpose: SubnetPurpose::Other,
                prefix,
                ..Subnet::default()
            });
        }
        id
    });
    session
        .focus
        .set(id.map(|id| Item::Subnet(id).field("name")));
}

/// Adds a subnet with this range to a VNet.
pub fn add_subnet_at(session: Session, vnet: VnetId, prefix: Prefix) {
    add_subnet(session, vnet, prefix.into());
    browser::set_hash(crate::ui::route::Route::Networks.hash());
}

/// The table.
#[component]
pub fn SubnetsTable(
    /// The VNet.
    vnet: VnetId,
) -> impl IntoView {
    let session = use_session();
    let ids = session.field(move |plan| {
        plan.vnet(vnet)
            .map(|vnet| {
                vnet.subnets
                    .iter()
                    .map(|subnet| subnet.id)
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let name =
        session.field(move |plan| plan.vnet(vnet).map(|v| v.name.clone()).unwrap_or_default());
    view! {
        <div class="table-wrap">
            <table class="table subnets">
                <caption class="vh">{dynamic(move || format!("Subnets of {}", name.get()))}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="c-name">
                            "Subnet"
                        </th>
                        <th scope="col" class="c-range">
                            "Address range"
                        </th>
                        <th scope="col" class="c-use">
                            "Used for"
                        </th>
                        <th scope="col">"Capacity"</th>
                        <th scope="col">
                            <span class="vh">"Actions"</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {each(ids, move |id| view! { <SubnetRow vnet id /> }.into_any())}
                </tbody>
            </table>
        </div>
        <div class="row">
            <button
                type="button"
                class="btn"
                on:click=press(move |_| add_subnet(session, vnet, PrefixText::default()))
            >
                <Icon name="plus" />
                "Add a subnet"
            </button>
        </div>
    }
}

/// What the range of a subnet means, or where a subnet without one is placed.
fn facts(session: Session, id: SubnetId) -> String {
    let written = session.with(|plan| {
        plan.subnet(id)
            .map(|subnet| (subnet.prefix.is_blank(), subnet.prefix.prefix()))
    });
    match written {
        Some((_, Some(prefix))) => prefix_facts(prefix, PrefixKind::Subnet),
        Some((true, None)) => session.analysis.with(|analysis| {
            let allocation = &analysis.allocation;
            match (allocation.placed(id), allocation.unplaced(id)) {
                (Some(placed), _) => {
                    let facts = prefix_facts(placed.prefix, PrefixKind::Subnet);
                    format!("placed at {} · {facts}", placed.sentence())
                }
                (None, Some(reason)) => reason.to_owned(),
                (None, None) => String::new(),
            }
        }),
        _ => String::new(),
    }
}

/// The purposes with labels short enough for a column; the heading says what they are.
fn purposes() -> Vec<(String, String)> {
    let short = |purpose: SubnetPurpose| match purpose {
        SubnetPurpose::PrivateEndpoints => "Endpoints",
        SubnetPurpose::AksApiServer => "AKS API",
        SubnetPurpose::VirtualMachines => "Machines",
        SubnetPurpose::Bastion => "Bastion",
        SubnetPurpose::Firewall => "Firewall",
        SubnetPurpose::FirewallManagement => "Firewall mgmt",
        other => other.label(),
    };
    SubnetPurpose::ALL
        .iter()
        .map(|purpose| (purpose.word().to_owned(), short(*purpose).to_owned()))
        .collect()
}

#[component]
fn SubnetRow(vnet: VnetId, id: SubnetId) -> impl IntoView {
    let session = use_session();
    let item = Item::Subnet(id);
    let name = session.field(move |plan| {
        plan.subnet(id)
            .map(|subnet| subnet.name.clone())
            .unwrap_or_default()
    });
    let placed = Signal::derive(move || {
        session.analysis.with(|analysis| {
            analysis
                .allocation
                .placed(id)
                .map(|placed| placed.prefix.to_string())
        })
    });
    let fixed = session.field(move |plan| {
        plan.subnet(id)
            .and_then(|subnet| fixed_subnets::for_purpose(subnet.purpose))
    });
    let fixed_name = Signal::derive(move || {
        let named = fixed.get().and_then(|fixed| fixed.name);
        if named.is_some_and(|fixed| name.with(|name| name == fixed)) {
            "name set by Azure".to_owned()
        } else {
            String::new()
        }
    });
    let size_rule = Memo::new(move |_| {
        let fixed = fixed.get().filter(|fixed| fixed.name.is_some())?;
        let length = session
            .analysis
            .with(|analysis| Some(analysis.allocation.prefix(id)?.length()));
        let tone = match length {
            Some(length) if length > fixed.longest => Tone::Error,
            Some(length) if length > fixed.recommended => Tone::Warn,
            Some(_) => Tone::Ok,
            None => Tone::Plain,
        };
        Some((format!("/{} or larger", fixed.recommended), tone))
    });
    let open = RwSignal::new(false);
    let prefix = bind!(text session, item, subnet(id) / subnet_mut, prefix);
    let remove = move |_| {
        session.remove(item, &name.get_untracked());
        // The button is gone with its row: the focus goes to the heading above.
        browser::focus(&field_id(Item::Vnet(vnet).into()));
    };
    let locked = prefix.subject;
    let prefix_id = field_id(locked);
    let prefix_state = FieldState::new(prefix.subject);
    let keep = move |_| {
        if let Some(placed) = placed.get_untracked() {
            session.edit(&format!("Use {placed}"), |plan| {
                if let Some(subnet) = plan.subnet_mut(id) {
                    subnet.prefix = PrefixText::new(placed);
                }
            });
        }
    };
    view! {
        <tr id=field_id(item.into()) tabindex="-1">
            <td class="wide" data-l="Subnet">
                <TextField
                    label="Subnet name"
                    bound=bind!(text session, item, subnet(id) / subnet_mut, name)
                    bare=true
                    fixed=fixed_name
                />
            </td>
            <td data-l="Address range">
                <PrefixField
                    label=Signal::derive(move || format!("Address range of {}", name.get()))
                    bound=prefix
                    kind=PrefixKind::Subnet
                    placeholder=Signal::derive(move || {
                        placed.get().unwrap_or_else(|| "size for me".to_owned())
                    })
                    bare=true
                    quiet=true
                    state=prefix_state
                />
            </td>
            <td data-l="Used for">
                <SelectField
                    label=Signal::derive(move || format!("Purpose of {}", name.get()))
                    bound=bind!(word session, item, subnet(id) / subnet_mut, purpose)
                    options=purposes()
                    bare=true
                />
            </td>
            <td data-l="Capacity">
                {dynamic(move || match size_rule.get() {
                    Some((text, tone)) => {
                        view! { <Badge text tone=Signal::stored(tone) /> }.into_any()
                    }
                    None => view! { <Gauge utilisation=utilisation(session, id) /> }.into_any(),
                })}
            </td>
            <td class="num">
                <span class="row nowrap">
                    <button
                        type="button"
                        class="btn icon quiet small"
                        aria-expanded=live(move || open.get().to_string())
                        aria-label=live(move || format!("More about {}", name.get()))
                        on:click=press(move |_| open.update(|open| *open = !*open))
                    >
                        <Icon name="more" />
                    </button>
                    <button
                        type="button"
                        class="btn icon quiet small"
                        aria-label=live(move || format!("Delete {}", name.get()))
                        on:click=press(remove)
                    >
                        <Icon name="trash" />
                    </button>
                </span>
            </td>
        </tr>
        <tr class="detail">
            <td colspan="5">
                <span class="facts" id=format!("{prefix_id}-f") aria-live="polite">
                    {dynamic(move || facts(session, id))}
                </span>
                <Lock subject=locked />
                <When test=live(move || placed.get().is_some())>
                    " "
                    <button type="button" class="why link" on:click=press(keep)>
                        "Keep this range"
                    </button>
                </When>
                <FieldMessages id=prefix_id state=prefix_state />
                <When test=live(move || open.get())>
                    <SubnetDetails id />
                </When>
            </td>
        </tr>
    }
}

fn named<T>(items: &[T], id: fn(&T) -> u32, name: fn(&T) -> &str) -> Vec<(u32, String)> {
    items
        .iter()
        .map(|item| (id(item), name(item).to_owned()))
        .collect()
}

#[component]
fn SubnetDetails(id: SubnetId) -> impl IntoView {
    let session = use_session();
    let item = Item::Subnet(id);
    let options = move |none: &'static str, read: fn(&Plan) -> Vec<(u32, String)>| {
        let items = session.field(read);
        Signal::derive(move || id_options(none, items.get().into_iter()))
    };
    let nsgs = options("No NSG", |plan| named(&plan.nsgs, |n| n.id.0, |n| &n.name));
    let tables = options("No route table", |plan| {
        named(&plan.route_tables, |table| table.id.0, |table| &table.name)
    });
    let nats = options("No NAT gateway", |plan| {
        named(
            &plan.nat_gateways,
            |gateway| gateway.id.0,
            |gateway| &gateway.name,
        )
    });
    view! {
        <div class="stack mt">
            <div class="grid">
                <SelectField
                    label="NSG"
                    bound=bind!(id session, item, subnet(id) / subnet_mut, nsg)
                    options=nsgs
                />
                <SelectField
                    label="Route table"
                    bound=bind!(id session, item, subnet(id) / subnet_mut, route_table)
                    options=tables
                />
                <SelectField
                    label="NAT gateway"
                    bound=bind!(id session, item, subnet(id) / subnet_mut, nat_gateway)
                    options=nats
                />
                <NumberField
                    label="Addresses in use already"
                    bound=bind!(number session, item, subnet(id) / subnet_mut, used_addresses)
                    hint="By things outside this plan."
                />
                <TextField
                    label="Delegated to"
                    bound=bind!(text session, item, subnet(id) / subnet_mut, delegation)
                    hint="A delegated subnet carries nothing else."
                    optional=true
                    placeholder="Microsoft.Databricks/workspaces"
                />
                <SelectField
                    label="Policies for private endpoints"
                    bound=bind!(word session, item, subnet(id) / subnet_mut, private_endpoint_policies)
                    options={word_options::<NetworkPolicies>()}
                    hint="Whether NSGs and routes apply to them."
                />
            </div>
            <CheckField
                label="Default outbound access"
                bound=bind!(flag session, item, subnet(id) / subnet_mut, default_outbound_access)
                hint="Azure's implicit internet access. Being withdrawn: give egress a NAT gateway or a firewall."
            />
        </div>
    }
}
