//! What surrounds the VNets: on-premises networks, and what the subscription forbids.

use leptos::prelude::*;

use crate::domain::{Item, OnPremisesLink, Plan, PrefixText, Subject};
use crate::ui::components::{
    CheckField, ListField, PrefixKind, Section, SelectField, word_options,
};
use crate::ui::use_session;

fn prefixes(plan: &Plan, _: Subject) -> Vec<String> {
    plan.on_premises
        .prefixes
        .iter()
        .map(|text| text.as_str().to_owned())
        .collect()
}

fn set_prefixes(plan: &mut Plan, _: Subject, values: Vec<String>) {
    plan.on_premises.prefixes = values.into_iter().map(PrefixText::new).collect();
}

/// Networks outside Azure.
#[component]
pub fn OnPremisesSection() -> impl IntoView {
    let session = use_session();
    view! {
        <Section
            title="On-premises"
            lead="Ranges in use there must not be used here, or neither side can reach the other."
        >
            <div class="stack">
                <div class="grid">
                    <SelectField
                        label="Connection"
                        bound=bind!(word session, Item::OnPremises, on_premises, link)
                        options={word_options::<OnPremisesLink>()}
                    />
                </div>
                <ListField
                    label="Address ranges on-premises"
                    entry="range"
                    subject=Item::OnPremises.field("prefixes")
                    read=prefixes
                    write=set_prefixes
                    kind=Some(PrefixKind::Range)
                    placeholder="10.0.0.0/12"
                />
            </div>
        </Section>
    }
}

/// Locks and policies of the target subscription.
#[component]
pub fn GovernanceSection() -> impl IntoView {
    let session = use_session();
    let item = Item::Governance;
    view! {
        <Section
            title="Locks and policies"
            lead="What the subscription forbids decides which computes can be made. Ask before you deploy."
        >
            <div class="checks">
                <CheckField
                    label="A lock on the VNets' resource group"
                    bound=bind!(flag session, item, governance, lock_on_network_group)
                    hint="Deleting a public-IP compute fails."
                />
                <CheckField
                    label="A lock on the workspace's resource group"
                    bound=bind!(flag session, item, governance, lock_on_workspace_group)
                    hint="Clusters cannot scale."
                />
                <CheckField
                    label="A policy denies NSGs"
                    bound=bind!(flag session, item, governance, policy_denies_nsg)
                    hint="Public-IP computes create one each."
                />
                <CheckField
                    label="A policy denies public IP addresses or load balancers"
                    bound=bind!(flag session, item, governance, policy_denies_public_ip)
                    hint="Public-IP computes and AKS load balancers need them."
                />
                <CheckField
                    label="Deployed through Azure Lighthouse"
                    bound=bind!(flag session, item, governance, uses_lighthouse)
                    hint="Azure ML computes in a VNet do not support it."
                />
            </div>
        </Section>
    }
}
