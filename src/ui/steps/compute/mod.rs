//! Compute: clusters, instances, serverless, and machines that are attached.

mod attached;
mod clusters;
mod instances;
mod public_ip;

use leptos::prelude::*;

use crate::ui::components::{PageHead, StepNav};
use crate::ui::route::Route;

/// The step.
#[component]
pub fn Compute() -> impl IntoView {
    view! {
        <PageHead
            title="Compute"
            lead="Each node and each instance takes one address. Plan with the maximum: clusters grow without asking."
        />
        <clusters::ClustersSection />
        <instances::InstancesSection />
        <instances::ServerlessSection />
        <attached::AttachedSection />
        <StepNav route=Route::Compute />
    }
}
