//! Peerings: each direction is a resource of its own, and both are needed.

use leptos::prelude::*;

use crate::domain::{Item, Peering, PeeringId};
use crate::ui::components::{
    AddButton, CheckField, ItemCard, Section, SelectField, TextField, each, id_options,
};
use crate::ui::use_session;

/// The section.
#[component]
pub fn PeeringsSection() -> impl IntoView {
    let session = use_session();
    let ids = session.field(|plan| plan.peerings.iter().map(|p| p.id).collect::<Vec<_>>());
    let add = Callback::new(move |()| {
        session
            .add("Added a peering", |plan| {
                let mut vnets = plan.vnets.iter().map(|vnet| vnet.id);
                let (from, to) = (
                    vnets.next().unwrap_or_default(),
                    vnets.next().unwrap_or_default(),
                );
                let there = PeeringId(plan.next_id());
                let back = PeeringId(plan.next_id());
                for (id, from, to) in [(there, from, to), (back, to, from)] {
                    plan.peerings.push(Peering {
                        id,
                        from,
                        to,
                        allow_vnet_access: true,
                        ..Peering::default()
                    });
                }
                there
            })
            .map(|id| Item::Peering(id).field("from"))
    });
    view! {
        <Section
            title="Peering"
            lead="Traffic flows only when both directions exist. Peering is not transitive."
        >
            <div class="stack">
                {each(ids, move |id| view! { <PeeringCard id /> }.into_any())}
                <AddButton label="Peer two VNets, both ways" add />
            </div>
        </Section>
    }
}

#[component]
fn PeeringCard(id: PeeringId) -> impl IntoView {
    let session = use_session();
    let item = Item::Peering(id);
    let vnets = session.field(|plan| {
        plan.vnets
            .iter()
            .map(|vnet| (vnet.id.0, vnet.name.clone()))
            .collect::<Vec<_>>()
    });
    let options = Signal::derive(move || id_options("Choose a VNet", vnets.get().into_iter()));
    let name = session.field(move |plan| {
        let name = |id| plan.vnet(id).map_or("?", |vnet| vnet.name.as_str());
        plan.peering(id)
            .map(|peering| format!("{} → {}", name(peering.from), name(peering.to)))
            .unwrap_or_default()
    });
    let end = move |from: bool| {
        crate::ui::components::BoundText::new(
            session,
            item.field(if from { "from" } else { "to" }),
            move |plan| {
                let peering = plan.peering(id);
                peering
                    .map(|p| if from { p.from.0 } else { p.to.0 }.to_string())
                    .unwrap_or_default()
            },
            move |plan, text| {
                if let (Some(peering), Ok(number)) = (plan.peering_mut(id), text.parse::<u32>()) {
                    let place = if from {
                        &mut peering.from
                    } else {
                        &mut peering.to
                    };
                    *place = number.into();
                }
            },
        )
    };
    view! {
        <ItemCard item name kind="peering" folded=true>
            <div class="grid">
                <SelectField label="From" bound=end(true) options />
                <SelectField label="To" bound=end(false) options />
                <TextField
                    label="Name"
                    bound=bind!(text session, item, peering(id) / peering_mut, name)
                    optional=true
                    placeholder="generated"
                />
            </div>
            <div class="checks">
                <CheckField
                    label="Allow access between the VNets"
                    bound=bind!(flag session, item, peering(id) / peering_mut, allow_vnet_access)
                />
                <CheckField
                    label="Accept forwarded traffic"
                    bound=bind!(flag session, item, peering(id) / peering_mut, allow_forwarded_traffic)
                    hint="From elsewhere, through a firewall in the other VNet."
                />
                <CheckField
                    label="Let the other VNet use this one's gateway"
                    bound=bind!(flag session, item, peering(id) / peering_mut, allow_gateway_transit)
                />
                <CheckField
                    label="Use the other VNet's gateway"
                    bound=bind!(flag session, item, peering(id) / peering_mut, use_remote_gateways)
                />
            </div>
        </ItemCard>
    }
}
