//! Compute instances, and serverless compute in a subnet.

use leptos::prelude::*;

use super::clusters::{free_compute_name, training_subnet};
use super::public_ip::PublicIp;
use crate::domain::{ComputeInstance, InstanceId, Item, Plan, Subject};
use crate::ui::components::{
    AddButton, CheckField, ItemCard, NumberField, Section, SelectField, TextField, each,
};
use crate::ui::steps::options;
use crate::ui::use_session;

/// The section.
#[component]
pub fn InstancesSection() -> impl IntoView {
    let session = use_session();
    let ids = session.field(|plan| plan.instances.iter().map(|i| i.id).collect::<Vec<_>>());
    let add = Callback::new(move |()| {
        session
            .add("Added a compute instance", |plan| {
                let id = InstanceId(plan.next_id());
                plan.instances.push(ComputeInstance {
                    id,
                    name: free_compute_name(plan, "ci-analyst"),
                    vm_size: "Standard_DS3_v2".to_owned(),
                    subnet: training_subnet(plan),
                    ..ComputeInstance::default()
                });
                id
            })
            .map(|id| Item::Instance(id).field("name"))
    });
    view! {
        <Section
            title="Compute instances"
            lead="One machine for one person. It must be in the workspace's region and VNet."
        >
            <div class="stack">
                {each(ids, move |id| view! { <InstanceCard id /> }.into_any())}
                <AddButton label="Add a compute instance" add />
            </div>
        </Section>
    }
}

fn set_public_ip(plan: &mut Plan, subject: Subject, on: bool) {
    if let Item::Instance(id) = subject.item
        && let Some(instance) = plan.instance_mut(id)
    {
        instance.public_ip = on;
    }
}

#[component]
fn InstanceCard(id: InstanceId) -> impl IntoView {
    let session = use_session();
    let item = Item::Instance(id);
    let name = session.field(move |plan| {
        plan.instance(id)
            .map(|i| i.name.clone())
            .unwrap_or_default()
    });
    let summary = session.field(move |plan| {
        plan.instance(id)
            .map(|i| i.vm_size.clone())
            .unwrap_or_default()
    });
    let public =
        session.field(move |plan| plan.instance(id).is_some_and(|instance| instance.public_ip));
    let duplicate = Callback::new(move |()| {
        let copy = session.add("Duplicated an instance", |plan| {
            let copy = InstanceId(plan.next_id());
            if let Some(instance) = plan.instance(id).cloned() {
                let name = free_compute_name(plan, &instance.name);
                plan.instances.push(ComputeInstance {
                    id: copy,
                    name,
                    ..instance
                });
            }
            copy
        });
        session
            .focus
            .set(copy.map(|copy| Item::Instance(copy).field("name")));
    });
    view! {
        <ItemCard item name kind="compute instance" summary duplicate>
            <div class="grid">
                <TextField
                    label="Name"
                    bound=bind!(text session, item, instance(id) / instance_mut, name)
                />
                <TextField
                    label="VM size"
                    bound=bind!(text session, item, instance(id) / instance_mut, vm_size)
                />
                <SelectField
                    label="Subnet"
                    bound=bind!(id session, item, instance(id) / instance_mut, subnet)
                    options=options::training_subnets()
                />
            </div>
            <PublicIp
                subject=item.field("public_ip")
                read=Callback::new(move |()| public.get())
                write=set_public_ip
            />
        </ItemCard>
    }
}

/// Serverless compute.
#[component]
pub fn ServerlessSection() -> impl IntoView {
    let session = use_session();
    let item = Item::Serverless;
    view! {
        <Section
            title="Serverless compute"
            lead="Jobs without a cluster of their own. In a VNet, each node takes an address of the subnet."
        >
            <div class="grid">
                <NumberField
                    label="Nodes at most"
                    bound=bind!(number session, item, workspace.serverless, max_nodes)
                    hint="Over all jobs at one time; 0 for none."
                />
                <SelectField
                    label="Subnet"
                    bound=bind!(id session, item, workspace.serverless, subnet)
                    options=options::training_subnets()
                />
            </div>
            <div class="mt">
                <CheckField
                    label="Nodes have public IP addresses"
                    bound=bind!(flag session, item, workspace.serverless, public_ip)
                />
            </div>
        </Section>
    }
}
