//! One AKS cluster: how pods get addresses, its ranges, and how it reaches the internet.

use leptos::prelude::*;

use super::pools::Pools;
use crate::domain::{
    AksCluster, AksId, Item, NetworkMode, OutboundType, Placement, Plan, PrefixText, RuleProfile,
    Subject,
};
use crate::readdress;
use crate::ui::components::{
    CheckField, ItemCard, ListField, NumberField, PrefixField, PrefixKind, Propose, SelectField,
    TextField, When, live, proposal, word_options,
};
use crate::ui::steps::options;
use crate::ui::use_session;

/// A question about one cluster.
fn ask(plan: &Plan, id: AksId, question: fn(&AksCluster) -> bool) -> bool {
    plan.aks_cluster(id).is_some_and(question)
}

fn authorized(plan: &Plan, subject: Subject) -> Vec<String> {
    let cluster = plan
        .aks
        .iter()
        .find(|aks| Item::Aks(aks.id) == subject.item);
    let texts = cluster.into_iter().flat_map(|aks| &aks.authorized_ranges);
    texts.map(|text| text.as_str().to_owned()).collect()
}

fn set_authorized(plan: &mut Plan, subject: Subject, values: Vec<String>) {
    let mut clusters = plan.aks.iter_mut();
    if let Some(aks) = clusters.find(|aks| Item::Aks(aks.id) == subject.item) {
        aks.authorized_ranges = values.into_iter().map(PrefixText::new).collect();
    }
}

/// The card of a cluster.
#[component]
pub fn ClusterCard(
    /// The cluster.
    id: AksId,
) -> impl IntoView {
    let session = use_session();
    let item = Item::Aks(id);
    let name = session.field(move |plan| {
        plan.aks_cluster(id)
            .map(|a| a.name.clone())
            .unwrap_or_default()
    });
    let summary = session.field(move |plan| {
        let nodes = |aks: &AksCluster| aks.pools.iter().map(|pool| pool.max_nodes).sum::<u32>();
        plan.aks_cluster(id)
            .map(|aks| format!("up to {} nodes", nodes(aks)))
            .unwrap_or_default()
    });
    let existing =
        session.field(move |plan| ask(plan, id, |aks| aks.placement == Placement::Existing));
    view! {
        <ItemCard item name kind="AKS cluster" summary>
            <div class="grid">
                <TextField
                    label="Name"
                    bound=bind!(text session, item, aks_cluster(id) / aks_cluster_mut, name)
                />
                <TextField
                    label="Compute name in the workspace"
                    bound=bind!(text session, item, aks_cluster(id) / aks_cluster_mut, compute_name)
                />
                <SelectField
                    label="Deployment"
                    bound=bind!(word session, item, aks_cluster(id) / aks_cluster_mut, placement)
                    options={word_options::<Placement>()}
                />
                <TextField
                    label="Region"
                    bound=bind!(text session, item, aks_cluster(id) / aks_cluster_mut, region)
                    hint="Empty means the plan's region."
                    optional=true
                />
            </div>
            <When test=live(move || existing.get())>
                <TextField
                    label="Resource id"
                    bound=bind!(text session, item, aks_cluster(id) / aks_cluster_mut, resource_id)
                    hint="Of the cluster that exists."
                />
            </When>
            <Ranges id />
            <Pools id />
            <Access id />
        </ItemCard>
    }
}

#[component]
fn Ranges(id: AksId) -> impl IntoView {
    let session = use_session();
    let item = Item::Aks(id);
    let pod_cidr = session.field(move |plan| ask(plan, id, AksCluster::uses_pod_cidr));
    let bridge = session.field(move |plan| {
        let profile = plan.basics.profile;
        plan.aks_cluster(id)
            .is_some_and(|aks| aks.uses_docker_bridge(profile))
    });
    let classic = session.field(|plan| plan.basics.profile == RuleProfile::Classic2019);
    view! {
        <fieldset class="list-field">
            <legend class="legend">"Addresses inside the cluster"</legend>
            <div class="grid">
                <SelectField
                    label="Network mode"
                    bound=bind!(word session, item, aks_cluster(id) / aks_cluster_mut, network_mode)
                    options={word_options::<NetworkMode>()}
                    hint="How pods get addresses."
                />
                <PrefixField
                    label="Kubernetes service address range"
                    bound=bind!(text session, item, aks_cluster(id) / aks_cluster_mut, service_cidr)
                    hint="In no VNet, peer or on-premises network."
                    placeholder="10.96.0.0/16"
                />
                <TextField
                    label="Kubernetes DNS service IP address"
                    bound=bind!(text session, item, aks_cluster(id) / aks_cluster_mut, dns_service_ip)
                    hint="Inside the service range, not its first address."
                    placeholder="10.96.0.10"
                />
                <When test=live(move || pod_cidr.get())>
                    <PrefixField
                        label="Pod address range"
                        bound=bind!(text session, item, aks_cluster(id) / aks_cluster_mut, pod_cidr)
                        hint="A /24 of it for each node."
                        placeholder="10.244.0.0/16"
                    />
                </When>
                <When test=live(move || bridge.get())>
                    <TextField
                        label="Docker bridge address"
                        bound=bind!(text session, item, aks_cluster(id) / aks_cluster_mut, docker_bridge)
                        hint=Signal::derive(move || {
                            if classic.get() {
                                "In no subnet and outside the service range, such as 172.17.0.1/16."
                            } else {
                                "AKS has no such field any more; empty it."
                            }
                                .to_owned()
                        })
                        placeholder="172.17.0.1/16"
                        optional=true
                    />
                </When>
            </div>
            <div class="proposals">
                <Propose
                    label="Propose a service range"
                    find=proposal(move |plan| readdress::propose_service_cidr(plan, id))
                />
                <Propose
                    label="Propose a DNS service address"
                    find=proposal(move |plan| readdress::propose_dns_service_ip(plan, id))
                />
                <When test=live(move || pod_cidr.get())>
                    <Propose
                        label="Propose a pod range"
                        find=proposal(move |plan| readdress::propose_pod_cidr(plan, id))
                    />
                </When>
                <When test=live(move || bridge.get())>
                    <Propose
                        label="Propose a docker bridge"
                        find=proposal(move |plan| readdress::propose_docker_bridge(plan, id))
                    />
                </When>
            </div>
        </fieldset>
    }
}

#[component]
fn Access(id: AksId) -> impl IntoView {
    let session = use_session();
    let item = Item::Aks(id);
    // A private cluster has none; ranges that it has all the same stay in sight.
    let asks_ranges = session.field(move |plan| {
        ask(plan, id, |aks| {
            !aks.private_cluster || !aks.authorized_ranges.is_empty()
        })
    });
    view! {
        <div class="grid">
            <SelectField
                label="Outbound"
                bound=bind!(word session, item, aks_cluster(id) / aks_cluster_mut, outbound)
                options={word_options::<OutboundType>()}
            />
            <NumberField
                label="Internal load balancers"
                bound=bind!(number session, item, aks_cluster(id) / aks_cluster_mut, internal_load_balancers)
                hint="Each frontend takes an address of the node subnet."
            />
            <SelectField
                label="API server subnet"
                bound=bind!(id session, item, aks_cluster(id) / aks_cluster_mut, api_server_subnet)
                options=options::api_server_subnets()
                hint="For API Server VNet Integration only."
            />
        </div>
        <When test=live(move || asks_ranges.get())>
            <ListField
                label="Who may reach the API server"
                entry="range"
                subject=item.field("authorized_ranges")
                read=authorized
                write=set_authorized
                kind=Some(PrefixKind::Range)
                hint="Public ranges; none means everybody. Azure Machine Learning needs its own among them."
                placeholder="203.0.113.0/24"
            />
        </When>
        <div class="checks">
            <CheckField
                label="Private cluster"
                bound=bind!(flag session, item, aks_cluster(id) / aks_cluster_mut, private_cluster)
                hint="The API server gets a private endpoint in the first pool's subnet."
            />
            <CheckField
                label="Inference with the Azure ML extension"
                bound=bind!(flag session, item, aks_cluster(id) / aks_cluster_mut, inference)
            />
            <CheckField
                label="Three replicas of the inference router"
                bound=bind!(flag session, item, aks_cluster(id) / aks_cluster_mut, inference_router_ha)
                hint="Needs at least 3 nodes."
            />
            <CheckField
                label="Training with the Azure ML extension"
                bound=bind!(flag session, item, aks_cluster(id) / aks_cluster_mut, training)
            />
        </div>
    }
}
