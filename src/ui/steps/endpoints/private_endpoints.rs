//! Private endpoints, as a table: what each leads to, where its addresses come from, how many it takes.

use leptos::prelude::*;

use crate::domain::{
    Item, Plan, PrivateEndpoint, PrivateEndpointId, PrivateEndpointKind, SubnetPurpose, Word,
};
use crate::ui::components::{
    FieldMessages, FieldState, Icon, Section, SelectField, TextField, When, dynamic, each,
    field_id, live, press, thousands, word_options,
};
use crate::ui::steps::options;
use crate::ui::use_session;

/// The name of a new endpoint of this kind, and where it goes.
fn new_endpoint(plan: &mut Plan, kind: PrivateEndpointKind) -> PrivateEndpointId {
    let id = PrivateEndpointId(plan.next_id());
    let stem = format!("pep-{}", kind.word().replace('_', "-"));
    let taken = plan
        .private_endpoints
        .iter()
        .any(|endpoint| endpoint.name == stem);
    let subnet = plan
        .subnets()
        .find(|(_, subnet)| subnet.purpose == SubnetPurpose::PrivateEndpoints)
        .map(|(_, subnet)| subnet.id);
    let storage = kind
        .storage_service()
        .and_then(|_| plan.default_storage().map(|account| account.id));
    plan.private_endpoints.push(PrivateEndpoint {
        id,
        name: if taken {
            format!("{stem}-{}", id.0)
        } else {
            stem
        },
        kind,
        storage,
        subnet,
        ..PrivateEndpoint::default()
    });
    id
}

/// The first kind that a private workspace needs and the plan lacks.
fn missing_kind(plan: &Plan) -> PrivateEndpointKind {
    PrivateEndpointKind::ALL
        .iter()
        .copied()
        .find(|kind| plan.endpoints_of(*kind).next().is_none())
        .unwrap_or_default()
}

/// The section.
#[component]
pub fn PrivateEndpointsSection() -> impl IntoView {
    let session = use_session();
    let ids = session.field(|plan| {
        plan.private_endpoints
            .iter()
            .map(|e| e.id)
            .collect::<Vec<_>>()
    });
    let add = move |_| {
        let id = session.add("Added a private endpoint", |plan| {
            let kind = missing_kind(plan);
            new_endpoint(plan, kind)
        });
        session
            .focus
            .set(id.map(|id| Item::PrivateEndpoint(id).field("kind")));
    };
    view! {
        <Section
            title="Private endpoints"
            lead="Batch endpoints need all four of the storage account: blob, file, queue and table."
            id="private-endpoints"
        >
            <div class="table-wrap">
                <table class="table endpoints">
                    <caption class="vh">"Private endpoints"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Leads to"</th>
                            <th scope="col">"Name"</th>
                            <th scope="col">"Subnet"</th>
                            <th scope="col" class="num">
                                "Addresses"
                            </th>
                            <th scope="col">
                                <span class="vh">"Actions"</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {each(ids, move |id| view! { <EndpointRow id /> }.into_any())}
                    </tbody>
                </table>
            </div>
            <div class="row mt">
                <button type="button" class="btn" on:click=press(add)>
                    <Icon name="plus" />
                    "Add a private endpoint"
                </button>
            </div>
        </Section>
    }
}

#[component]
fn EndpointRow(id: PrivateEndpointId) -> impl IntoView {
    let session = use_session();
    let item = Item::PrivateEndpoint(id);
    let name = session.field(move |plan| {
        plan.private_endpoint(id)
            .map(|e| e.name.clone())
            .unwrap_or_default()
    });
    let storage = session.field(move |plan| {
        plan.private_endpoint(id)
            .is_some_and(|e| e.kind.storage_service().is_some())
    });
    let addresses = Memo::new(move |_| {
        let subnet = session.with(|plan| plan.private_endpoint(id).and_then(|e| e.subnet));
        let demand = session
            .analysis
            .with(|analysis| subnet.map(|s| analysis.demand.of(s)));
        let lines = demand.map(|demand| demand.lines).unwrap_or_default();
        lines
            .iter()
            .find(|line| line.item == item)
            .map(|line| line.addresses)
    });
    let remove = move |_| session.remove(item, &name.get_untracked());
    view! {
        <tr id=field_id(item.into()) tabindex="-1">
            <td class="wide" data-l="Leads to">
                <SelectField
                    label=Signal::derive(move || format!("What {} leads to", name.get()))
                    bound=bind!(word session, item, private_endpoint(id) / private_endpoint_mut, kind)
                    options={word_options::<PrivateEndpointKind>()}
                    bare=true
                />
                <When test=live(move || storage.get())>
                    <SelectField
                        label=Signal::derive(move || format!("Storage account of {}", name.get()))
                        bound=bind!(id session, item, private_endpoint(id) / private_endpoint_mut, storage)
                        options=options::storage_accounts()
                        bare=true
                    />
                </When>
            </td>
            <td data-l="Name">
                <TextField
                    label="Private endpoint name"
                    bound=bind!(text session, item, private_endpoint(id) / private_endpoint_mut, name)
                    bare=true
                />
            </td>
            <td data-l="Subnet">
                <SelectField
                    label=Signal::derive(move || format!("Subnet of {}", name.get()))
                    bound=bind!(id session, item, private_endpoint(id) / private_endpoint_mut, subnet)
                    options=options::endpoint_subnets()
                    bare=true
                />
            </td>
            <td class="num" data-l="Addresses">
                {dynamic(move || addresses.get().map_or_else(|| "–".to_owned(), thousands))}
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
            <td colspan="5">
                <FieldMessages id=field_id(item.into()) state=FieldState::new(item.into()) />
            </td>
        </tr>
    }
}
