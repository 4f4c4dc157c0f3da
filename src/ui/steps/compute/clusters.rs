//! Compute clusters.

use leptos::prelude::*;

use super::public_ip::PublicIp;
use crate::domain::{
    ClusterId, ComputeCluster, Item, Plan, Subject, SubnetId, SubnetPurpose, VmPriority,
};
use crate::ui::components::{
    AddButton, CheckField, Icon, ItemCard, NumberField, Section, SelectField, TextField, each,
    word_options,
};
use crate::ui::steps::options;
use crate::ui::use_session;

/// The first subnet made for computes.
pub fn training_subnet(plan: &Plan) -> Option<SubnetId> {
    plan.subnets()
        .find(|(_, subnet)| subnet.purpose == SubnetPurpose::Training)
        .map(|(_, subnet)| subnet.id)
}

/// The first of `stem`, `stem-b`, `stem-c`… that no compute of the plan has. Azure refuses compute names
/// that end in a hyphen and digits.
pub fn free_compute_name(plan: &Plan, stem: &str) -> String {
    let taken = |name: &str| {
        plan.clusters
            .iter()
            .map(|cluster| &cluster.name)
            .chain(plan.instances.iter().map(|instance| &instance.name))
            .chain(plan.attached.iter().map(|machine| &machine.name))
            .any(|other| other.eq_ignore_ascii_case(name))
    };
    if !taken(stem) {
        return stem.to_owned();
    }
    ('b'..='z')
        .map(|letter| format!("{stem}-{letter}"))
        .find(|name| !taken(name))
        .unwrap_or_else(|| stem.to_owned())
}

/// The section.
#[component]
pub fn ClustersSection() -> impl IntoView {
    let session = use_session();
    let ids = session.field(|plan| plan.clusters.iter().map(|c| c.id).collect::<Vec<_>>());
    let add = Callback::new(move |()| {
        session
            .add("Added a compute cluster", |plan| {
                let id = ClusterId(plan.next_id());
                plan.clusters.push(ComputeCluster {
                    id,
                    name: free_compute_name(plan, "cpu-cluster"),
                    vm_size: "Standard_DS3_v2".to_owned(),
                    max_nodes: 4,
                    idle_seconds: 120,
                    subnet: training_subnet(plan),
                    ..ComputeCluster::default()
                });
                id
            })
            .map(|id| Item::Cluster(id).field("name"))
    });
    view! {
        <Section
            title="Compute clusters"
            lead="When the subnet runs out of addresses, a cluster starts only the nodes that fit."
        >
            <div class="stack">
                {each(ids, move |id| view! { <ClusterCard id /> }.into_any())}
                <AddButton label="Add a compute cluster" add />
            </div>
        </Section>
    }
}

fn set_public_ip(plan: &mut Plan, subject: Subject, on: bool) {
    if let Item::Cluster(id) = subject.item
        && let Some(cluster) = plan.cluster_mut(id)
    {
        cluster.public_ip = on;
    }
}

#[component]
fn ClusterCard(id: ClusterId) -> impl IntoView {
    let session = use_session();
    let item = Item::Cluster(id);
    let name =
        session.field(move |plan| plan.cluster(id).map(|c| c.name.clone()).unwrap_or_default());
    let summary = session.field(move |plan| {
        plan.cluster(id)
            .map(|cluster| format!("{}, up to {} nodes", cluster.vm_size, cluster.max_nodes))
            .unwrap_or_default()
    });
    let public =
        session.field(move |plan| plan.cluster(id).is_some_and(|cluster| cluster.public_ip));
    let duplicate = Callback::new(move |()| {
        let copy = session.add("Duplicated a cluster", |plan| {
            let copy = ClusterId(plan.next_id());
            if let Some(cluster) = plan.cluster(id).cloned() {
                let name = free_compute_name(plan, &cluster.name);
                plan.clusters.push(ComputeCluster {
                    id: copy,
                    name,
                    ..cluster
                });
            }
            copy
        });
        session
            .focus
            .set(copy.map(|copy| Item::Cluster(copy).field("name")));
    });
    view! {
        <ItemCard item name kind="compute cluster" summary duplicate>
            <div class="grid">
                <TextField
                    label="Name"
                    bound=bind!(text session, item, cluster(id) / cluster_mut, name)
                />
                <TextField
                    label="VM size"
                    bound=bind!(text session, item, cluster(id) / cluster_mut, vm_size)
                />
                <SelectField
                    label="Subnet"
                    bound=bind!(id session, item, cluster(id) / cluster_mut, subnet)
                    options=options::training_subnets()
                />
                <NumberField
                    label="Minimum nodes"
                    bound=bind!(number session, item, cluster(id) / cluster_mut, min_nodes)
                />
                <NumberField
                    label="Maximum nodes"
                    bound=bind!(number session, item, cluster(id) / cluster_mut, max_nodes)
                />
            </div>
            <PublicIp
                subject=item.field("public_ip")
                read=Callback::new(move |()| public.get())
                write=set_public_ip
            />
            <details class="more">
                <summary>
                    <Icon name="chev" />
                    "Price, idle time, region and SSH"
                </summary>
                <div class="stack">
                    <div class="grid">
                        <SelectField
                            label="Priority"
                            bound=bind!(word session, item, cluster(id) / cluster_mut, priority)
                            options={word_options::<VmPriority>()}
                        />
                        <NumberField
                            label="Idle seconds before scale-down"
                            bound=bind!(number session, item, cluster(id) / cluster_mut, idle_seconds)
                            step=60
                        />
                        <TextField
                            label="Region"
                            bound=bind!(text session, item, cluster(id) / cluster_mut, region)
                            hint="Empty means the workspace's region."
                            optional=true
                        />
                    </div>
                    <CheckField
                        label="Open SSH to the public IP"
                        bound=bind!(flag session, item, cluster(id) / cluster_mut, ssh_public_access)
                        hint="Off by default. It cannot be changed once the cluster exists."
                    />
                </div>
            </details>
        </ItemCard>
    }
}
