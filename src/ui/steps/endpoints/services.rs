//! Key vault, container registry, Application Insights.

use leptos::prelude::*;

use crate::domain::{Item, MonitorMode, Placement, Plan, Registry, RegistrySku, Subject};
use crate::ui::components::{
    AddButton, BoundFlag, BoundText, CheckField, ItemCard, ListField, NumberField, Section,
    SelectField, TextField, When, live, word_options,
};
use crate::ui::use_session;

/// The section.
#[component]
pub fn ServicesSection() -> impl IntoView {
    view! {
        <Section title="Key vault, registry and monitoring">
            <div class="stack">
                <KeyVaultCard />
                <RegistryPart />
                <InsightsCard />
            </div>
        </Section>
    }
}

#[component]
fn KeyVaultCard() -> impl IntoView {
    let session = use_session();
    let item = Item::KeyVault;
    let existing = session.field(|plan| plan.workspace.key_vault.placement == Placement::Existing);
    view! {
        <fieldset class="rule">
            <legend class="legend">"Key vault"</legend>
            <div class="grid">
                <TextField
                    label="Key vault name"
                    bound=bind!(text session, item, workspace.key_vault, name)
                />
                <SelectField
                    label="Key vault deployment"
                    bound=bind!(word session, item, workspace.key_vault, placement)
                    options={word_options::<Placement>()}
                />
            </div>
            <When test=live(move || existing.get())>
                <TextField
                    label="Key vault resource id"
                    bound=bind!(text session, item, workspace.key_vault, resource_id)
                />
            </When>
            <div class="checks">
                <CheckField
                    label="The key vault's public endpoint answers"
                    bound=bind!(flag session, item, workspace.key_vault, public_network_access)
                />
                <CheckField
                    label="Trusted Azure services may pass the key vault's firewall"
                    bound=bind!(flag session, item, workspace.key_vault, trusted_services)
                />
            </div>
        </fieldset>
    }
}

#[component]
fn RegistryPart() -> impl IntoView {
    let session = use_session();
    let present = session.field(|plan| plan.workspace.registry.is_some());
    let add = Callback::new(move |()| {
        session.edit("Added a container registry", |plan| {
            let stem = format!("cr{}{}", plan.basics.workload, plan.basics.environment);
            let name: String = stem.chars().filter(char::is_ascii_alphanumeric).collect();
            plan.workspace.registry = Some(Registry {
                name: name.to_ascii_lowercase(),
                admin_user: true,
                trusted_services: true,
                ..Registry::default()
            });
        });
        Some(Item::Registry.field("name"))
    });
    move || {
        if present.get() {
            view! { <RegistryCard /> }.into_any()
        } else {
            view! { <AddButton label="Add a container registry" add /> }.into_any()
        }
    }
}

/// A text field of the registry.
fn text(
    field: &'static str,
    read: fn(&Registry) -> String,
    write: fn(&mut Registry, String),
) -> BoundText {
    BoundText::new(
        use_session(),
        Item::Registry.field(field),
        move |plan| {
            plan.workspace
                .registry
                .as_ref()
                .map(read)
                .unwrap_or_default()
        },
        move |plan, value| {
            if let Some(registry) = &mut plan.workspace.registry {
                write(registry, value);
            }
        },
    )
}

/// A flag of the registry.
fn flag(
    field: &'static str,
    read: fn(&Registry) -> bool,
    write: fn(&mut Registry, bool),
) -> BoundFlag {
    BoundFlag::new(
        use_session(),
        Item::Registry.field(field),
        move |plan| plan.workspace.registry.as_ref().is_some_and(read),
        move |plan, value| {
            if let Some(registry) = &mut plan.workspace.registry {
                write(registry, value);
            }
        },
    )
}

fn replicas(plan: &Plan, _: Subject) -> Vec<String> {
    plan.workspace
        .registry
        .as_ref()
        .map(|r| r.replica_regions.clone())
        .unwrap_or_default()
}

fn set_replicas(plan: &mut Plan, _: Subject, values: Vec<String>) {
    if let Some(registry) = &mut plan.workspace.registry {
        registry.replica_regions = values;
    }
}

#[component]
fn RegistryCard() -> impl IntoView {
    use crate::domain::Word;
    let item = Item::Registry;
    let name = text("name", |r| r.name.clone(), |r, value| r.name = value);
    let sku = text(
        "sku",
        |r| r.sku.word().to_owned(),
        |r, value| {
            if let Some(sku) = RegistrySku::from_word(&value) {
                r.sku = sku;
            }
        },
    );
    let placement = text(
        "placement",
        |r| r.placement.word().to_owned(),
        |r, value| {
            if let Some(placement) = Placement::from_word(&value) {
                r.placement = placement;
            }
        },
    );
    let existing = move || {
        placement
            .value
            .with(|word| word == Placement::Existing.word())
    };
    view! {
        <ItemCard item name=name.value kind="registry" summary="Container registry".to_owned() folded=true>
            <div class="grid">
                <TextField label="Registry name" bound=name hint="5 to 50 letters and digits." />
                <SelectField
                    label="Tier"
                    bound=sku
                    options={word_options::<RegistrySku>()}
                    hint="Only Premium can have private endpoints."
                />
                <SelectField
                    label="Registry deployment"
                    bound=placement
                    options={word_options::<Placement>()}
                />
            </div>
            <Show when=existing>
                <TextField
                    label="Registry resource id"
                    bound=text("resource_id", |r| r.resource_id.clone(), |r, v| r.resource_id = v)
                />
            </Show>
            <div class="checks">
                <CheckField
                    label="Quarantine policy"
                    bound=flag("quarantine", |r| r.quarantine, |r, v| r.quarantine = v)
                    hint="Batch endpoints do not support it."
                />
                <CheckField
                    label="Admin user"
                    bound=flag("admin_user", |r| r.admin_user, |r, v| r.admin_user = v)
                    hint="The workspace uses it to pull from a private registry."
                />
                <CheckField
                    label="The registry's public endpoint answers"
                    bound=flag(
                        "public_network_access",
                        |r| r.public_network_access,
                        |r, v| r.public_network_access = v,
                    )
                />
                <CheckField
                    label="Trusted Azure services may pass the registry's firewall"
                    bound=flag(
                        "trusted_services",
                        |r| r.trusted_services,
                        |r, v| r.trusted_services = v,
                    )
                />
            </div>
            <ListField
                label="Replica regions"
                entry="replica region"
                subject=item.field("replica_regions")
                read=replicas
                write=set_replicas
                kind=None
                hint="Beside the home region. Each takes an address of the registry's private endpoint."
                placeholder="northeurope"
            />
        </ItemCard>
    }
}

#[component]
fn InsightsCard() -> impl IntoView {
    let session = use_session();
    let item = Item::Insights;
    let scope = session.field(|plan| plan.workspace.insights.private_link_scope);
    let existing = session.field(|plan| plan.workspace.insights.placement == Placement::Existing);
    view! {
        <fieldset class="rule">
            <legend class="legend">"Application Insights"</legend>
            <div class="grid">
                <TextField
                    label="Application Insights name"
                    bound=bind!(text session, item, workspace.insights, name)
                />
                <TextField
                    label="Log Analytics name"
                    bound=bind!(text session, item, workspace.insights, log_analytics_name)
                />
                <SelectField
                    label="Application Insights deployment"
                    bound=bind!(word session, item, workspace.insights, placement)
                    options={word_options::<Placement>()}
                />
            </div>
            <When test=live(move || existing.get())>
                <TextField
                    label="Application Insights resource id"
                    bound=bind!(text session, item, workspace.insights, resource_id)
                />
            </When>
            <CheckField
                label="Azure Monitor private link scope"
                bound=bind!(flag session, item, workspace.insights, private_link_scope)
                hint="Telemetry goes over a private endpoint with 8 or more addresses."
            />
            <When test=live(move || scope.get())>
                <div class="grid">
                    <TextField
                        label="Scope name"
                        bound=bind!(text session, item, workspace.insights, scope_name)
                    />
                    <SelectField
                        label="Access mode"
                        bound=bind!(word session, item, workspace.insights, mode)
                        options={word_options::<MonitorMode>()}
                    />
                    <NumberField
                        label="Connection endpoints"
                        bound=bind!(number session, item, workspace.insights, connection_endpoints)
                        hint="Distinct ones in the connection strings; normally 2 a region."
                    />
                    <NumberField
                        label="Regions with Log Analytics"
                        bound=bind!(number session, item, workspace.insights, log_analytics_regions)
                    />
                    <NumberField
                        label="Data collection endpoints"
                        bound=bind!(number session, item, workspace.insights, data_collection_endpoints)
                    />
                </div>
            </When>
        </fieldset>
    }
}
