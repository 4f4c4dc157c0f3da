//! Endpoints: the workspace and its services, private endpoints, DNS, batch endpoints, the way in.

mod batch;
mod dns;
mod jump;
mod private_endpoints;
mod services;
mod storage;
mod workspace;

use leptos::prelude::*;

use crate::ui::components::{PageHead, StepNav};
use crate::ui::route::Route;

/// The step.
#[component]
pub fn Endpoints() -> impl IntoView {
    view! {
        <PageHead
            title="Endpoints"
            lead="The workspace, the services it stands on, and the private ways to each. Batch endpoints in a private workspace are private by themselves."
        />
        <workspace::WorkspaceSection />
        <storage::StorageSection />
        <services::ServicesSection />
        <private_endpoints::PrivateEndpointsSection />
        <dns::DnsSection />
        <batch::BatchSection />
        <jump::JumpSection />
        <StepNav route=Route::Endpoints />
    }
}
