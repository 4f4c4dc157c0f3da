//! The way in: jump hosts and Bastion.

use leptos::prelude::*;

use crate::domain::{
    Bastion, BastionId, BastionSku, Item, JumpHost, JumpHostId, OperatingSystem, Plan,
    SubnetPurpose, VnetId, VnetRole, Word,
};
use crate::ui::components::{
    AddButton, BoundText, ItemCard, Section, SelectField, TextField, each, word_options,
};
use crate::ui::steps::options;
use crate::ui::use_session;

/// The section.
#[component]
pub fn JumpSection() -> impl IntoView {
    let session = use_session();
    let hosts = session.field(|plan| plan.jump_hosts.iter().map(|h| h.id).collect::<Vec<_>>());
    let bastions = session.field(|plan| plan.bastions.iter().map(|b| b.id).collect::<Vec<_>>());
    let add_host = Callback::new(move |()| {
        session
            .add("Added a jump host", |plan| {
                let id = JumpHostId(plan.next_id());
                let subnet = plan
                    .subnets()
                    .find(|(_, subnet)| subnet.purpose == SubnetPurpose::VirtualMachines)
                    .map(|(_, subnet)| subnet.id);
                plan.jump_hosts.push(JumpHost {
                    id,
                    name: format!("vm-jump-{}", plan.jump_hosts.len() + 1),
                    subnet,
                    vm_size: "Standard_D2s_v5".to_owned(),
                    ..JumpHost::default()
                });
                id
            })
            .map(|id| Item::JumpHost(id).field("name"))
    });
    let add_bastion = Callback::new(move |()| {
        session
            .add("Added a Bastion host", |plan| {
                let id = BastionId(plan.next_id());
                let vnet = plan
                    .vnets
                    .iter()
                    .find(|vnet| vnet.role == VnetRole::JumpHost)
                    .or_else(|| plan.vnets.first())
                    .map(|vnet| vnet.id)
                    .unwrap_or_default();
                let name = format!("bas-{}", plan.bastions.len() + 1);
                plan.bastions.push(Bastion {
                    id,
                    name,
                    vnet,
                    ..Bastion::default()
                });
                id
            })
            .map(|id| Item::Bastion(id).field("name"))
    });
    view! {
        <Section
            title="Jump host and Bastion"
            lead="People reach a private workspace from inside: a machine without a public IP, entered through Bastion."
        >
            <div class="stack">
                {each(hosts, move |id| view! { <HostCard id /> }.into_any())}
                {each(bastions, move |id| view! { <BastionCard id /> }.into_any())}
                <div class="adders">
                    <AddButton label="Add a jump host" add=add_host />
                    <AddButton label="Add Azure Bastion" add=add_bastion />
                </div>
            </div>
        </Section>
    }
}

fn host_mut(plan: &mut Plan, id: JumpHostId) -> Option<&mut JumpHost> {
    plan.jump_hosts.iter_mut().find(|host| host.id == id)
}

#[component]
fn HostCard(id: JumpHostId) -> impl IntoView {
    let session = use_session();
    let item = Item::JumpHost(id);
    let text = move |field: &'static str,
                     read: fn(&JumpHost) -> String,
                     write: fn(&mut JumpHost, String)| {
        BoundText::new(
            session,
            item.field(field),
            move |plan| {
                plan.jump_hosts
                    .iter()
                    .find(|host| host.id == id)
                    .map(read)
                    .unwrap_or_default()
            },
            move |plan, value| {
                if let Some(host) = host_mut(plan, id) {
                    write(host, value);
                }
            },
        )
    };
    let name = text(
        "name",
        |host| host.name.clone(),
        |host, value| host.name = value,
    );
    let subnet = text(
        "subnet",
        |host| {
            host.subnet
                .map(|subnet| subnet.0.to_string())
                .unwrap_or_default()
        },
        |host, value| host.subnet = value.parse::<u32>().ok().map(Into::into),
    );
    let os = text(
        "os",
        |host| host.os.word().to_owned(),
        |host, value| {
            if let Some(os) = OperatingSystem::from_word(&value) {
                host.os = os;
            }
        },
    );
    view! {
        <ItemCard item name=name.value kind="jump host" summary="Jump host, no public IP".to_owned() folded=true>
            <div class="grid">
                <TextField label="Name" bound=name />
                <SelectField label="Subnet" bound=subnet options=options::machine_subnets() />
                <SelectField
                    label="Operating system"
                    bound=os
                    options={word_options::<OperatingSystem>()}
                />
                <TextField
                    label="VM size"
                    bound=text("vm_size", |h| h.vm_size.clone(), |h, value| h.vm_size = value)
                />
            </div>
        </ItemCard>
    }
}

#[component]
fn BastionCard(id: BastionId) -> impl IntoView {
    let session = use_session();
    let item = Item::Bastion(id);
    let text = move |field: &'static str,
                     read: fn(&Bastion) -> String,
                     write: fn(&mut Bastion, String)| {
        BoundText::new(
            session,
            item.field(field),
            move |plan| {
                plan.bastions
                    .iter()
                    .find(|b| b.id == id)
                    .map(read)
                    .unwrap_or_default()
            },
            move |plan, value| {
                if let Some(bastion) = plan.bastions.iter_mut().find(|b| b.id == id) {
                    write(bastion, value);
                }
            },
        )
    };
    let name = text("name", |b| b.name.clone(), |b, value| b.name = value);
    let vnet = text(
        "vnet",
        |b| b.vnet.0.to_string(),
        |b, value| {
            if let Ok(number) = value.parse() {
                b.vnet = VnetId(number);
            }
        },
    );
    let sku = text(
        "sku",
        |b| b.sku.word().to_owned(),
        |b, value| {
            if let Some(sku) = BastionSku::from_word(&value) {
                b.sku = sku;
            }
        },
    );
    view! {
        <ItemCard item name=name.value kind="Bastion host" summary="Azure Bastion".to_owned() folded=true>
            <div class="grid">
                <TextField label="Name" bound=name />
                <SelectField
                    label="VNet"
                    bound=vnet
                    options=options::vnets()
                    hint="It stands in that VNet's AzureBastionSubnet."
                />
                <SelectField label="Tier" bound=sku options={word_options::<BastionSku>()} />
            </div>
        </ItemCard>
    }
}
