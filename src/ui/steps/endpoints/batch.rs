//! Batch endpoints, their deployments, and what they stand on.

use leptos::prelude::*;

use crate::domain::{
    BatchDeployment, BatchDeploymentId, BatchEndpoint, BatchEndpointId, Item, Plan,
    PrivateEndpointKind,
};
use crate::ui::components::{
    AddButton, Badge, BoundNumber, BoundText, Icon, ItemCard, Note, NumberField, Section,
    SelectField, TextField, Tone, When, dynamic, each, field_id, live, memo, press,
};
use crate::ui::steps::options;
use crate::ui::use_session;

fn new_deployment(plan: &mut Plan) -> BatchDeployment {
    BatchDeployment {
        id: BatchDeploymentId(plan.next_id()),
        name: "blue".to_owned(),
        model: "azureml:model:1".to_owned(),
        cluster: plan.clusters.first().map(|cluster| cluster.id),
        instance_count: 1,
        mini_batch_size: 10,
        max_concurrency: 1,
    }
}

/// The section.
#[component]
pub fn BatchSection() -> impl IntoView {
    let session = use_session();
    let ids = session.field(|plan| {
        plan.batch_endpoints
            .iter()
            .map(|e| e.id)
            .collect::<Vec<_>>()
    });
    let add = Callback::new(move |()| {
        session
            .add("Added a batch endpoint", |plan| {
                let id = BatchEndpointId(plan.next_id());
                let deployment = new_deployment(plan);
                let mut name = format!("be-{}", plan.basics.workload);
                if plan
                    .batch_endpoints
                    .iter()
                    .any(|endpoint| endpoint.name == name)
                {
                    name.push_str("-b");
                }
                plan.batch_endpoints.push(BatchEndpoint {
                    id,
                    name,
                    deployments: vec![deployment],
                    ..BatchEndpoint::default()
                });
                id
            })
            .map(|id| Item::BatchEndpoint(id).field("name"))
    });
    view! {
        <Section
            title="Batch endpoints"
            lead="They take over the workspace's network when they are created. Nothing else is to be set."
        >
            <div class="stack">
                {each(ids, move |id| view! { <EndpointCard id /> }.into_any())}
                <AddButton label="Add a batch endpoint" add />
                <When test=live(move || !ids.with(Vec::is_empty))>
                    <Prerequisites />
                </When>
            </div>
        </Section>
    }
}

/// What a batch endpoint needs, and whether the plan has it.
fn prerequisites(plan: &Plan) -> Vec<(&'static str, bool)> {
    let endpoint = |kind| plan.endpoints_of(kind).next().is_some();
    let registry = plan.workspace.registry.as_ref();
    vec![
        (
            "Private endpoint of the workspace",
            endpoint(PrivateEndpointKind::Workspace),
        ),
        (
            "Private endpoint for storage blob",
            endpoint(PrivateEndpointKind::Blob),
        ),
        (
            "Private endpoint for storage file",
            endpoint(PrivateEndpointKind::File),
        ),
        (
            "Private endpoint for storage queue",
            endpoint(PrivateEndpointKind::Queue),
        ),
        (
            "Private endpoint for storage table",
            endpoint(PrivateEndpointKind::Table),
        ),
        (
            "Premium registry with a private endpoint",
            endpoint(PrivateEndpointKind::Registry)
                && registry.is_some_and(|r| r.sku == crate::domain::RegistrySku::Premium),
        ),
        (
            "Registry without quarantine",
            registry.is_some_and(|registry| !registry.quarantine),
        ),
        (
            "Deployments on clusters in a VNet",
            plan.batch_endpoints
                .iter()
                .flat_map(|e| &e.deployments)
                .all(|deployment| {
                    let cluster = deployment.cluster.and_then(|id| plan.cluster(id));
                    cluster.is_some_and(|cluster| cluster.subnet.is_some())
                }),
        ),
        (
            "A CPU cluster that builds images",
            plan.workspace.image_build_compute.is_some(),
        ),
    ]
}

#[component]
fn Prerequisites() -> impl IntoView {
    let session = use_session();
    let list = session.field(prerequisites);
    view! {
        <Note title="What a batch endpoint needs">
            <ul class="prerequisites">
                {dynamic(move || {
                    list.get()
                        .into_iter()
                        .map(|(what, met)| {
                            let (word, tone) =
                                if met { ("met", Tone::Ok) } else { ("missing", Tone::Error) };
                            view! {
                                <li>
                                    <Badge text=word.to_owned() tone=Signal::stored(tone) />
                                    " "
                                    {what}
                                </li>
                            }
                        })
                        .collect_view()
                })}
            </ul>
            <p>
                "Jobs cannot be started from studio in a private workspace. Start them with "
                <code>"az ml batch-endpoint invoke"</code>
                " from the jump host, a peered VNet or a connected network."
            </p>
        </Note>
    }
}

#[component]
fn EndpointCard(id: BatchEndpointId) -> impl IntoView {
    let session = use_session();
    let item = Item::BatchEndpoint(id);
    let name = session.field(move |plan| {
        plan.batch_endpoint(id)
            .map(|e| e.name.clone())
            .unwrap_or_default()
    });
    let deployments = session.field(move |plan| {
        plan.batch_endpoint(id)
            .map(|e| e.deployments.iter().map(|d| d.id).collect::<Vec<_>>())
    });
    let add = move |_| {
        let deployment = session.add("Added a deployment", |plan| {
            let mut deployment = new_deployment(plan);
            let made = deployment.id;
            if let Some(endpoint) = plan.batch_endpoint_mut(id) {
                if !endpoint.deployments.is_empty() {
                    deployment.name = format!("green{}", endpoint.deployments.len());
                }
                endpoint.deployments.push(deployment);
            }
            made
        });
        session
            .focus
            .set(deployment.map(|d| Item::BatchDeployment(d).field("name")));
    };
    view! {
        <ItemCard item name kind="batch endpoint" summary="Batch endpoint".to_owned()>
            <div class="grid">
                <TextField
                    label="Name"
                    bound=bind!(text session, item, batch_endpoint(id) / batch_endpoint_mut, name)
                    hint="Unique in the region."
                />
                <TextField
                    label="Description"
                    bound=bind!(text session, item, batch_endpoint(id) / batch_endpoint_mut, description)
                    optional=true
                    mono=false
                />
            </div>
            {each(memo(move || deployments.get().unwrap_or_default()), move |deployment| view! { <DeploymentEditor id=deployment /> }.into_any())}
            <div class="row">
                <button type="button" class="btn" on:click=press(add)>
                    <Icon name="plus" />
                    "Add a deployment"
                </button>
            </div>
        </ItemCard>
    }
}

fn deployment_of(plan: &Plan, id: BatchDeploymentId) -> Option<&BatchDeployment> {
    plan.batch_endpoints
        .iter()
        .flat_map(|e| &e.deployments)
        .find(|d| d.id == id)
}

fn deployment_mut(plan: &mut Plan, id: BatchDeploymentId) -> Option<&mut BatchDeployment> {
    plan.batch_endpoints
        .iter_mut()
        .flat_map(|e| &mut e.deployments)
        .find(|d| d.id == id)
}

#[component]
fn DeploymentEditor(id: BatchDeploymentId) -> impl IntoView {
    let session = use_session();
    let item = Item::BatchDeployment(id);
    let text = move |field: &'static str,
                     read: fn(&BatchDeployment) -> String,
                     write: fn(&mut BatchDeployment, String)| {
        BoundText::new(
            session,
            item.field(field),
            move |plan| deployment_of(plan, id).map(read).unwrap_or_default(),
            move |plan, value| {
                if let Some(deployment) = deployment_mut(plan, id) {
                    write(deployment, value);
                }
            },
        )
    };
    let number = move |field: &'static str,
                       read: fn(&BatchDeployment) -> u32,
                       write: fn(&mut BatchDeployment, u32)| {
        BoundNumber::new(
            session,
            item.field(field),
            move |plan| deployment_of(plan, id).map(read).unwrap_or_default(),
            move |plan, value| {
                if let Some(deployment) = deployment_mut(plan, id) {
                    write(deployment, value);
                }
            },
        )
    };
    let name = text("name", |d| d.name.clone(), |d, value| d.name = value);
    let cluster = text(
        "cluster",
        |d| {
            d.cluster
                .map(|cluster| cluster.0.to_string())
                .unwrap_or_default()
        },
        |d, value| d.cluster = value.parse::<u32>().ok().map(Into::into),
    );
    let remove = move |_| session.remove(item, &name.value.get_untracked());
    view! {
        <fieldset class="rule" id=field_id(item.into()) tabindex="-1">
            <legend class="vh">{dynamic(move || format!("Deployment {}", name.value.get()))}</legend>
            <div class="grid col-10">
                <TextField label="Deployment name" bound=name />
                <TextField
                    label="Model"
                    bound=text("model", |d| d.model.clone(), |d, value| d.model = value)
                    placeholder="azureml:model:1"
                />
                <SelectField label="Cluster" bound=cluster options=options::clusters() />
                <NumberField
                    label="Nodes for one job"
                    bound=number(
                        "instance_count",
                        |d| d.instance_count,
                        |d, value| d.instance_count = value,
                    )
                />
                <NumberField
                    label="Files in a mini-batch"
                    bound=number(
                        "mini_batch_size",
                        |d| d.mini_batch_size,
                        |d, value| d.mini_batch_size = value,
                    )
                />
                <NumberField
                    label="Mini-batches at a time"
                    bound=number(
                        "max_concurrency",
                        |d| d.max_concurrency,
                        |d, value| d.max_concurrency = value,
                    )
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
