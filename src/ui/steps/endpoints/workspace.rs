//! The workspace.

use leptos::prelude::*;

use crate::domain::{Item, Placement};
use crate::ui::components::{
    CheckField, Choice, ChoiceCards, Section, SelectField, TextField, When, live, word_options,
};
use crate::ui::steps::options;
use crate::ui::use_session;

const ISOLATION: &[Choice] = &[
    Choice {
        value: "disabled",
        title: "My own VNet",
        consequence: "Computes stand in the subnets of this plan. You own routes, NSGs and DNS.",
    },
    Choice {
        value: "allow_internet_outbound",
        title: "Managed VNet, internet outbound",
        consequence: "Microsoft runs the network of the computes; they cannot be in your subnets. It cannot be switched back off.",
    },
    Choice {
        value: "allow_only_approved_outbound",
        title: "Managed VNet, approved outbound only",
        consequence: "As before, and only what you approve is reachable. FQDN rules bring a managed firewall, which costs extra.",
    },
];

/// The section.
#[component]
pub fn WorkspaceSection() -> impl IntoView {
    let session = use_session();
    let item = Item::Workspace;
    let existing = session.field(|plan| plan.workspace.placement == Placement::Existing);
    view! {
        <Section title="Workspace">
            <div class="grid">
                <TextField
                    label="Workspace name"
                    bound=bind!(text session, item, workspace, name)
                />
                <SelectField
                    label="Deployment"
                    bound=bind!(word session, item, workspace, placement)
                    options={word_options::<Placement>()}
                />
                <SelectField
                    label="Image-build compute"
                    bound=bind!(id session, item, workspace, image_build_compute)
                    options=options::clusters()
                    hint="A CPU cluster in the VNet: needed when the registry is private."
                />
            </div>
            <When test=live(move || existing.get())>
                <TextField
                    label="Resource id"
                    bound=bind!(text session, item, workspace, resource_id)
                />
            </When>
            <div class="stack mt">
                <ChoiceCards
                    legend="Network isolation"
                    bound=bind!(word session, item, workspace, isolation)
                    choices=ISOLATION
                />
                <div class="checks">
                    <CheckField
                        label="The public endpoint answers"
                        bound=bind!(flag session, item, workspace, public_network_access)
                        hint="A private endpoint does not close the public one by itself."
                    />
                    <CheckField
                        label="High business impact"
                        bound=bind!(flag session, item, workspace, high_business_impact)
                        hint="Less diagnostics; computes need the key vault service tag, too."
                    />
                    <CheckField
                        label="Customer-managed key"
                        bound=bind!(flag session, item, workspace, customer_managed_key)
                        hint="Batch deployments do not support it."
                    />
                </div>
            </div>
        </Section>
    }
}
