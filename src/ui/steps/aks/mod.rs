//! AKS: clusters that serve or train for the workspace.

mod cluster;
mod pools;

use leptos::prelude::*;

use crate::domain::{AksCluster, AksId, Item, NodePool, NodePoolId, Plan, PoolMode, SubnetPurpose};
use crate::ui::components::{AddButton, PageHead, Section, StepNav, each};
use crate::ui::route::Route;
use crate::ui::use_session;

/// The first subnet made for AKS nodes.
fn node_subnet(plan: &Plan) -> Option<crate::domain::SubnetId> {
    plan.subnets()
        .find(|(_, subnet)| subnet.purpose == SubnetPurpose::AksNodes)
        .map(|(_, subnet)| subnet.id)
}

/// A system pool with the defaults of a new cluster.
fn new_pool(plan: &mut Plan, name: &str, mode: PoolMode) -> NodePool {
    NodePool {
        id: NodePoolId(plan.next_id()),
        name: name.to_owned(),
        mode,
        vm_size: "Standard_D4s_v5".to_owned(),
        min_nodes: 3,
        max_nodes: 5,
        max_pods: 110,
        surge: "10%".to_owned(),
        node_subnet: node_subnet(plan),
        ..NodePool::default()
    }
}

/// The step.
#[component]
pub fn Aks() -> impl IntoView {
    let session = use_session();
    let ids = session.field(|plan| plan.aks.iter().map(|aks| aks.id).collect::<Vec<_>>());
    let add = Callback::new(move |()| {
        session
            .add("Added an AKS cluster", |plan| {
                let id = AksId(plan.next_id());
                let pool = new_pool(plan, "system", PoolMode::System);
                let name = format!("aks-{}-{}", plan.basics.workload, plan.basics.environment);
                let name = name.trim_matches('-').to_owned();
                plan.aks.push(AksCluster {
                    id,
                    compute_name: "aks-inference".to_owned(),
                    name: if plan.aks.iter().any(|aks| aks.name == name) {
                        format!("{name}-b")
                    } else {
                        name
                    },
                    service_cidr: crate::domain::PrefixText::new("10.96.0.0/16"),
                    dns_service_ip: crate::domain::AddressText::new("10.96.0.10"),
                    pod_cidr: crate::domain::PrefixText::new("10.244.0.0/16"),
                    inference: true,
                    inference_router_ha: true,
                    pools: vec![pool],
                    ..AksCluster::default()
                });
                id
            })
            .map(|id| Item::Aks(id).field("name"))
    });
    view! {
        <PageHead
            title="AKS"
            lead="Plan the addresses first: service and pod ranges, node subnet and upgrade room are hard to change later."
        />
        <Section
            title="AKS clusters"
            lead="Create the cluster yourself, install the Azure ML extension, then attach it."
        >
            <div class="stack">
                {each(ids, move |id| view! { <cluster::ClusterCard id /> }.into_any())}
                <AddButton label="Add an AKS cluster" add />
            </div>
        </Section>
        <StepNav route=Route::Aks />
    }
}
