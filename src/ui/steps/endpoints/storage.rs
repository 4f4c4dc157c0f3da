//! Storage accounts.

use leptos::prelude::*;

use crate::domain::{Item, Placement, StorageAccount, StorageId};
use crate::ui::components::{
    AddButton, CheckField, ItemCard, Section, SelectField, TextField, When, each, live,
    word_options,
};
use crate::ui::use_session;

/// The section.
#[component]
pub fn StorageSection() -> impl IntoView {
    let session = use_session();
    let ids = session.field(|plan| plan.storage.iter().map(|s| s.id).collect::<Vec<_>>());
    let add = Callback::new(move |()| {
        session
            .add("Added a storage account", |plan| {
                let id = StorageId(plan.next_id());
                plan.storage.push(StorageAccount {
                    id,
                    name: format!("stdata{}", plan.storage.len() + 1),
                    workspace_default: plan.storage.is_empty(),
                    hierarchical_namespace: !plan.storage.is_empty(),
                    trusted_services: true,
                    ..StorageAccount::default()
                });
                id
            })
            .map(|id| Item::Storage(id).field("name"))
    });
    view! {
        <Section
            title="Storage"
            lead="A workspace needs one account as its own. Others hold data."
        >
            <div class="stack">
                {each(ids, move |id| view! { <StorageCard id /> }.into_any())}
                <AddButton label="Add a storage account" add />
            </div>
        </Section>
    }
}

#[component]
fn StorageCard(id: StorageId) -> impl IntoView {
    let session = use_session();
    let item = Item::Storage(id);
    let name = session.field(move |plan| {
        plan.storage_account(id)
            .map(|s| s.name.clone())
            .unwrap_or_default()
    });
    let summary = session.field(move |plan| {
        let default = plan
            .storage_account(id)
            .is_some_and(|account| account.workspace_default);
        if default { "workspace default" } else { "data" }.to_owned()
    });
    let existing = session.field(move |plan| {
        plan.storage_account(id)
            .is_some_and(|account| account.placement == Placement::Existing)
    });
    view! {
        <ItemCard item name kind="storage account" summary folded=true>
            <div class="grid">
                <TextField
                    label="Name"
                    bound=bind!(text session, item, storage_account(id) / storage_account_mut, name)
                    hint="3 to 24 small letters and digits, unique in the world."
                />
                <SelectField
                    label="Deployment"
                    bound=bind!(word session, item, storage_account(id) / storage_account_mut, placement)
                    options={word_options::<Placement>()}
                />
            </div>
            <When test=live(move || existing.get())>
                <TextField
                    label="Resource id"
                    bound=bind!(text session, item, storage_account(id) / storage_account_mut, resource_id)
                />
            </When>
            <div class="checks">
                <CheckField
                    label="The workspace's own account"
                    bound=bind!(flag session, item, storage_account(id) / storage_account_mut, workspace_default)
                />
                <CheckField
                    label="Hierarchical namespace"
                    bound=bind!(flag session, item, storage_account(id) / storage_account_mut, hierarchical_namespace)
                    hint="Data Lake Storage Gen2: for data accounts only."
                />
                <CheckField
                    label="The public endpoint answers"
                    bound=bind!(flag session, item, storage_account(id) / storage_account_mut, public_network_access)
                />
                <CheckField
                    label="Trusted Azure services may pass"
                    bound=bind!(flag session, item, storage_account(id) / storage_account_mut, trusted_services)
                />
            </div>
        </ItemCard>
    }
}
