//! How subnets reach the internet: NAT gateways, firewalls, gateways and route tables.

use leptos::prelude::*;

use crate::domain::{
    AddressText, Firewall, FirewallId, FirewallSku, Gateway, GatewayId, GatewayKind, Item,
    NatGateway, NatGatewayId, NextHop, Placement, Plan, Route, RouteId, RoutePreset, RouteTable,
    RouteTableId, VnetId, VnetRole,
};
use crate::flow::routes::effective_routes;
use crate::ui::components::{
    AddButton, BoundText, CheckField, Icon, ItemCard, Section, SelectField, TextField, When,
    dynamic, each, id_options, live, memo, press, word_options,
};
use crate::ui::use_session;

/// The section.
#[component]
pub fn EgressSection() -> impl IntoView {
    let session = use_session();
    let nats = session.field(|plan| plan.nat_gateways.iter().map(|n| n.id).collect::<Vec<_>>());
    let firewalls = session.field(|plan| plan.firewalls.iter().map(|f| f.id).collect::<Vec<_>>());
    let gateways = session.field(|plan| plan.gateways.iter().map(|g| g.id).collect::<Vec<_>>());
    let tables = session.field(|plan| plan.route_tables.iter().map(|t| t.id).collect::<Vec<_>>());
    view! {
        <Section
            title="Egress and routes"
            lead="Computes without public IP addresses need a NAT gateway or a firewall to reach what they depend on."
        >
            <div class="stack">
                {each(nats, move |id| view! { <NatCard id /> }.into_any())}
                {each(firewalls, move |id| view! { <FirewallCard id /> }.into_any())}
                {each(gateways, move |id| view! { <GatewayCard id /> }.into_any())}
                {each(tables, move |id| view! { <TableCard id /> }.into_any())}
                <Adders />
            </div>
        </Section>
    }
}

/// The VNet where shared services belong: the hub, else the first.
fn hub(plan: &Plan) -> VnetId {
    plan.vnets
        .iter()
        .find(|vnet| vnet.role == VnetRole::Hub)
        .or_else(|| plan.vnets.first())
        .map(|vnet| vnet.id)
        .unwrap_or_default()
}

#[component]
fn Adders() -> impl IntoView {
    let session = use_session();
    let nat = Callback::new(move |()| {
        session
            .add("Added a NAT gateway", |plan| {
                let id = NatGatewayId(plan.next_id());
                let name = format!("ng-{}", plan.nat_gateways.len() + 1);
                plan.nat_gateways.push(NatGateway {
                    id,
                    name,
                    ..NatGateway::default()
                });
                id
            })
            .map(|id| Item::NatGateway(id).field("name"))
    });
    let firewall = Callback::new(move |()| {
        session
            .add("Added a firewall", |plan| {
                let id = FirewallId(plan.next_id());
                let name = format!("afw-{}", plan.firewalls.len() + 1);
                plan.firewalls.push(Firewall {
                    id,
                    name,
                    vnet: hub(plan),
                    ..Firewall::default()
                });
                id
            })
            .map(|id| Item::Firewall(id).field("name"))
    });
    let gateway = Callback::new(move |()| {
        session
            .add("Added a gateway", |plan| {
                let id = GatewayId(plan.next_id());
                let name = format!("vgw-{}", plan.gateways.len() + 1);
                plan.gateways.push(Gateway {
                    id,
                    name,
                    vnet: hub(plan),
                    ..Gateway::default()
                });
                id
            })
            .map(|id| Item::Gateway(id).field("name"))
    });
    let table = Callback::new(move |()| {
        session
            .add("Added a route table", |plan| {
                let id = RouteTableId(plan.next_id());
                let name = format!("rt-{}", plan.route_tables.len() + 1);
                plan.route_tables.push(RouteTable {
                    id,
                    name,
                    ..RouteTable::default()
                });
                id
            })
            .map(|id| Item::RouteTable(id).field("name"))
    });
    view! {
        <div class="adders">
            <AddButton label="Add a NAT gateway" add=nat />
            <AddButton label="Add a firewall" add=firewall />
            <AddButton label="Add a VPN or ExpressRoute gateway" add=gateway />
            <AddButton label="Add a route table" add=table />
        </div>
    }
}

#[component]
fn NatCard(id: NatGatewayId) -> impl IntoView {
    let session = use_session();
    let item = Item::NatGateway(id);
    let name = session.field(move |plan| {
        plan.nat_gateway(id)
            .map(|n| n.name.clone())
            .unwrap_or_default()
    });
    let existing = session.field(move |plan| {
        plan.nat_gateway(id)
            .is_some_and(|gateway| gateway.placement == Placement::Existing)
    });
    view! {
        <ItemCard item name kind="NAT gateway" summary="NAT gateway, one public IP address".to_owned() folded=true>
            <div class="grid">
                <TextField
                    label="Name"
                    bound=bind!(text session, item, nat_gateway(id) / nat_gateway_mut, name)
                />
                <SelectField
                    label="Deployment"
                    bound=bind!(word session, item, nat_gateway(id) / nat_gateway_mut, placement)
                    options={word_options::<Placement>()}
                />
            </div>
            <When test=live(move || existing.get())>
                <TextField
                    label="Resource id"
                    bound=bind!(text session, item, nat_gateway(id) / nat_gateway_mut, resource_id)
                />
            </When>
        </ItemCard>
    }
}

/// Binds one field of an item that is found in a list by its id.
macro_rules! in_list {
    ($kind:ident $session:expr, $item:expr, $list:ident, $id:expr, $field:ident) => {{
        let id = $id;
        BoundText::new(
            $session,
            $item.field(stringify!($field)),
            move |plan| {
                let found = plan.$list.iter().find(|item| item.id == id);
                found.map(|item| bind!(@read $kind item.$field)).unwrap_or_default()
            },
            move |plan, value| {
                if let Some(item) = plan.$list.iter_mut().find(|item| item.id == id) {
                    bind!(@write $kind item.$field, value);
                }
            },
        )
    }};
}

/// The VNets, as options.
fn vnet_options() -> Signal<Vec<(String, String)>> {
    let session = use_session();
    let vnets = session.field(|plan| {
        plan.vnets
            .iter()
            .map(|vnet| (vnet.id.0, vnet.name.clone()))
            .collect::<Vec<_>>()
    });
    Signal::derive(move || id_options("Choose a VNet", vnets.get().into_iter()))
}

#[component]
fn FirewallCard(id: FirewallId) -> impl IntoView {
    let session = use_session();
    let item = Item::Firewall(id);
    let name = in_list!(text session, item, firewalls, id, name);
    let vnet = BoundText::new(
        session,
        item.field("vnet"),
        move |plan| {
            let firewall = plan.firewalls.iter().find(|firewall| firewall.id == id);
            firewall
                .map(|firewall| firewall.vnet.0.to_string())
                .unwrap_or_default()
        },
        move |plan, text| {
            let firewall = plan.firewalls.iter_mut().find(|firewall| firewall.id == id);
            if let (Some(firewall), Ok(number)) = (firewall, text.parse()) {
                firewall.vnet = VnetId(number);
            }
        },
    );
    view! {
        <ItemCard item name=name.value kind="firewall" summary="Azure Firewall".to_owned() folded=true>
            <div class="grid">
                <TextField label="Name" bound=name />
                <SelectField label="VNet" bound=vnet options=vnet_options() />
                <SelectField
                    label="Tier"
                    bound=in_list!(word session, item, firewalls, id, sku)
                    options={word_options::<FirewallSku>()}
                />
                <TextField
                    label="Private address"
                    bound=in_list!(text session, item, firewalls, id, private_address)
                    hint="Empty means the first usable one of AzureFirewallSubnet."
                    optional=true
                />
            </div>
        </ItemCard>
    }
}

#[component]
fn GatewayCard(id: GatewayId) -> impl IntoView {
    let session = use_session();
    let item = Item::Gateway(id);
    let name = in_list!(text session, item, gateways, id, name);
    let vnet = BoundText::new(
        session,
        item.field("vnet"),
        move |plan| {
            let gateway = plan.gateways.iter().find(|gateway| gateway.id == id);
            gateway
                .map(|gateway| gateway.vnet.0.to_string())
                .unwrap_or_default()
        },
        move |plan, text| {
            let gateway = plan.gateways.iter_mut().find(|gateway| gateway.id == id);
            if let (Some(gateway), Ok(number)) = (gateway, text.parse()) {
                gateway.vnet = VnetId(number);
            }
        },
    );
    view! {
        <ItemCard item name=name.value kind="gateway" summary="Virtual network gateway".to_owned() folded=true>
            <div class="grid">
                <TextField label="Name" bound=name />
                <SelectField label="VNet" bound=vnet options=vnet_options() />
                <SelectField
                    label="Kind"
                    bound=in_list!(word session, item, gateways, id, kind)
                    options={word_options::<GatewayKind>()}
                />
            </div>
        </ItemCard>
    }
}

#[component]
fn TableCard(id: RouteTableId) -> impl IntoView {
    let session = use_session();
    let item = Item::RouteTable(id);
    let name = session.field(move |plan| {
        plan.route_table(id)
            .map(|t| t.name.clone())
            .unwrap_or_default()
    });
    let existing = session.field(move |plan| {
        plan.route_table(id)
            .is_some_and(|table| table.placement == Placement::Existing)
    });
    let routes = session.field(move |plan| {
        plan.route_table(id)
            .map(|table| table.routes.iter().map(|r| r.id).collect::<Vec<_>>())
    });
    let effective = Memo::new(move |_| {
        let prefixes = session.prefixes();
        session.with(|plan| effective_routes(plan, &prefixes, id))
    });
    let used = session.field(move |plan| {
        let names: Vec<&str> = plan
            .subnets()
            .filter(|(_, subnet)| subnet.route_table == Some(id))
            .map(|(_, subnet)| subnet.name.as_str())
            .collect();
        if names.is_empty() {
            "on no subnet".to_owned()
        } else {
            format!("on {}", names.join(", "))
        }
    });
    let add = move |_| {
        let route = session.add("Added a route", |plan| {
            let route = RouteId(plan.next_id());
            if let Some(table) = plan.route_table_mut(id) {
                let name = format!("udr-{}", table.routes.len() + 1);
                table.routes.push(Route {
                    id: route,
                    name,
                    ..Route::default()
                });
            }
            route
        });
        session
            .focus
            .set(route.map(|route| Item::Route(route).field("name")));
    };
    view! {
        <ItemCard item name kind="route table" summary=used folded=true>
            <div class="grid">
                <TextField
                    label="Name"
                    bound=bind!(text session, item, route_table(id) / route_table_mut, name)
                />
                <SelectField
                    label="Preset"
                    bound=bind!(word session, item, route_table(id) / route_table_mut, preset)
                    options={word_options::<RoutePreset>()}
                />
                <SelectField
                    label="Deployment"
                    bound=bind!(word session, item, route_table(id) / route_table_mut, placement)
                    options={word_options::<Placement>()}
                />
            </div>
            <When test=live(move || existing.get())>
                <TextField
                    label="Resource id"
                    bound=bind!(text session, item, route_table(id) / route_table_mut, resource_id)
                />
            </When>
            <CheckField
                label="Keep gateway routes away"
                bound=bind!(flag session, item, route_table(id) / route_table_mut, disable_bgp_propagation)
                hint="Subnets with this table do not learn routes from the VPN or ExpressRoute gateway."
            />
            <ul class="lines">
                {dynamic(move || effective.get().into_iter().map(|it| effective_line(it.route)).collect_view())}
            </ul>
            {each(memo(move || routes.get().unwrap_or_default()), move |route| view! { <RouteEditor route /> }.into_any())}
            <div class="row">
                <button type="button" class="btn" on:click=press(add)>
                    <Icon name="plus" />
                    "Add a route"
                </button>
            </div>
        </ItemCard>
    }
}

fn effective_line(route: Route) -> impl IntoView {
    use crate::domain::Word;
    let hop = match route.next_hop {
        NextHop::VirtualAppliance => format!("appliance {}", route.next_hop_address.as_str()),
        other => other.label().to_owned(),
    };
    view! {
        <li>
            <span class="mono">{route.destination}</span>
            " → "
            {hop}
            " · "
            {route.name}
        </li>
    }
}

fn route_of(plan: &Plan, id: RouteId) -> Option<&Route> {
    plan.route_tables
        .iter()
        .flat_map(|table| &table.routes)
        .find(|route| route.id == id)
}

fn route_mut(plan: &mut Plan, id: RouteId) -> Option<&mut Route> {
    plan.route_tables
        .iter_mut()
        .flat_map(|table| &mut table.routes)
        .find(|route| route.id == id)
}

#[component]
fn RouteEditor(route: RouteId) -> impl IntoView {
    use crate::domain::Word;
    let session = use_session();
    let item = Item::Route(route);
    let text =
        move |field: &'static str, read: fn(&Route) -> String, write: fn(&mut Route, String)| {
            BoundText::new(
                session,
                item.field(field),
                move |plan| route_of(plan, route).map(read).unwrap_or_default(),
                move |plan, value| {
                    if let Some(route) = route_mut(plan, route) {
                        write(route, value);
                    }
                },
            )
        };
    let name = text(
        "name",
        |route| route.name.clone(),
        |route, value| route.name = value,
    );
    let destination = text(
        "destination",
        |route| route.destination.clone(),
        |route, value| route.destination = value,
    );
    let hop = text(
        "next_hop",
        |route| route.next_hop.word().to_owned(),
        |route, value| {
            if let Some(hop) = NextHop::from_word(&value) {
                route.next_hop = hop;
            }
        },
    );
    let address = text(
        "next_hop_address",
        |route| route.next_hop_address.as_str().to_owned(),
        |route, value| route.next_hop_address = AddressText::new(value),
    );
    let remove = move |_| session.remove(item, &name.value.get_untracked());
    view! {
        <fieldset class="rule" id=crate::ui::components::field_id(item.into()) tabindex="-1">
            <legend class="vh">{dynamic(move || format!("Route {}", name.value.get()))}</legend>
            <div class="grid col-10">
                <TextField label="Route name" bound=name />
                <TextField
                    label="Destination"
                    bound=destination
                    hint="A prefix or a service tag."
                    placeholder="0.0.0.0/0"
                />
                <SelectField label="Next hop" bound=hop options={word_options::<NextHop>()} />
                <TextField
                    label="Appliance address"
                    bound=address
                    optional=true
                    placeholder="10.0.0.4"
                />
            </div>
            <div class="row">
                <button type="button" class="btn small quiet" on:click=press(remove)>
                    <Icon name="trash" />
                    {dynamic(move || format!("Delete {}", name.value.get()))}
                </button>
            </div>
        </fieldset>
    }
}
