//! Node pools of an AKS cluster.

use leptos::prelude::*;

use super::new_pool;
use crate::domain::{AksCluster, AksId, Item, NodePool, NodePoolId, Plan, PoolMode, Word};
use crate::ui::components::{
    BoundNumber, BoundText, Icon, NumberField, SelectField, TextField, When, dynamic, each,
    field_id, live, memo, press, word_options,
};
use crate::ui::steps::options;
use crate::ui::use_session;

/// The pools.
#[component]
pub fn Pools(
    /// The cluster.
    id: AksId,
) -> impl IntoView {
    let session = use_session();
    let pools = session.field(move |plan| {
        plan.aks_cluster(id)
            .map(|aks| aks.pools.iter().map(|pool| pool.id).collect::<Vec<_>>())
    });
    let pod_subnet = session.field(move |plan| {
        plan.aks_cluster(id)
            .is_some_and(AksCluster::uses_pod_subnet)
    });
    let add = move |_| {
        let pool = session.add("Added a node pool", |plan| {
            let pool = new_pool(plan, "user", PoolMode::User);
            let made = pool.id;
            if let Some(aks) = plan.aks_cluster_mut(id) {
                aks.pools.push(pool);
            }
            made
        });
        session
            .focus
            .set(pool.map(|pool| Item::NodePool(pool).field("name")));
    };
    view! {
        <fieldset class="list-field">
            <legend class="legend">"Node pools"</legend>
            {each(memo(move || pools.get().unwrap_or_default()), move |pool| view! { <PoolEditor pool pod_subnet /> }.into_any())}
            <button type="button" class="btn" on:click=press(add)>
                <Icon name="plus" />
                "Add a node pool"
            </button>
        </fieldset>
    }
}

fn pool_of(plan: &Plan, id: NodePoolId) -> Option<&NodePool> {
    plan.pools()
        .map(|(_, pool)| pool)
        .find(|pool| pool.id == id)
}

#[component]
fn PoolEditor(pool: NodePoolId, pod_subnet: Memo<bool>) -> impl IntoView {
    let session = use_session();
    let item = Item::NodePool(pool);
    let text = move |field: &'static str,
                     read: fn(&NodePool) -> String,
                     write: fn(&mut NodePool, String)| {
        BoundText::new(
            session,
            item.field(field),
            move |plan| pool_of(plan, pool).map(read).unwrap_or_default(),
            move |plan, value| {
                if let Some(pool) = plan.pool_mut(pool) {
                    write(pool, value);
                }
            },
        )
    };
    let number =
        move |field: &'static str, read: fn(&NodePool) -> u32, write: fn(&mut NodePool, u32)| {
            BoundNumber::new(
                session,
                item.field(field),
                move |plan| pool_of(plan, pool).map(read).unwrap_or_default(),
                move |plan, value| {
                    if let Some(pool) = plan.pool_mut(pool) {
                        write(pool, value);
                    }
                },
            )
        };
    let name = text(
        "name",
        |pool| pool.name.clone(),
        |pool, value| pool.name = value,
    );
    let subnet_text =
        |id: Option<crate::domain::SubnetId>| id.map(|id| id.0.to_string()).unwrap_or_default();
    let remove = move |_| session.remove(item, &name.value.get_untracked());
    let mode = text(
        "mode",
        |pool| pool.mode.word().to_owned(),
        |pool, value| {
            if let Some(mode) = PoolMode::from_word(&value) {
                pool.mode = mode;
            }
        },
    );
    let nodes = BoundText::new(
        session,
        item.field("node_subnet"),
        move |plan| {
            pool_of(plan, pool)
                .map(|p| subnet_text(p.node_subnet))
                .unwrap_or_default()
        },
        move |plan, value| {
            if let Some(pool) = plan.pool_mut(pool) {
                pool.node_subnet = value.parse::<u32>().ok().map(Into::into);
            }
        },
    );
    let pods = BoundText::new(
        session,
        item.field("pod_subnet"),
        move |plan| {
            pool_of(plan, pool)
                .map(|p| subnet_text(p.pod_subnet))
                .unwrap_or_default()
        },
        move |plan, value| {
            if let Some(pool) = plan.pool_mut(pool) {
                pool.pod_subnet = value.parse::<u32>().ok().map(Into::into);
            }
        },
    );
    view! {
        <fieldset class="rule" id=field_id(item.into()) tabindex="-1">
            <legend class="vh">{dynamic(move || format!("Node pool {}", name.value.get()))}</legend>
            <div class="grid col-10">
                <TextField label="Pool name" bound=name />
                <SelectField label="Mode" bound=mode options={word_options::<PoolMode>()} />
                <TextField
                    label="VM size"
                    bound=text("vm_size", |p| p.vm_size.clone(), |p, value| p.vm_size = value)
                />
                <NumberField
                    label="Minimum nodes"
                    bound=number("min_nodes", |p| p.min_nodes, |p, value| p.min_nodes = value)
                />
                <NumberField
                    label="Maximum nodes"
                    bound=number("max_nodes", |p| p.max_nodes, |p, value| p.max_nodes = value)
                />
                <NumberField
                    label="Pods per node"
                    bound=number("max_pods", |p| p.max_pods, |p, value| p.max_pods = value)
                    step=10
                />
                <TextField
                    label="Upgrade surge"
                    bound=text("surge", |p| p.surge.clone(), |p, value| p.surge = value)
                    hint="Nodes, or per cent."
                    placeholder="10%"
                />
                <SelectField label="Node subnet" bound=nodes options=options::node_subnets() />
                <When test=live(move || pod_subnet.get())>
                    <SelectField label="Pod subnet" bound=pods options=options::pod_subnets() />
                </When>
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
