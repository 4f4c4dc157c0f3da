//! Networks: basics, VNets with their subnets, peerings, security, routes, on-premises.

mod basics;
mod by_hand;
mod division;
mod headroom;
mod peerings;
mod routes;
mod security;
mod subnets;
mod surroundings;
mod vnets;

use leptos::prelude::*;

use crate::ui::components::{PageHead, StepNav};
use crate::ui::route::Route;

pub use subnets::add_subnet_at;

/// The step.
#[component]
pub fn Networks() -> impl IntoView {
    view! {
        <PageHead
            title="Networks"
            lead="The address plan that everything else is placed in. Azure keeps 5 addresses in every subnet: the first four and the last."
        />
        <basics::BasicsSection />
        <vnets::VnetsSection />
        <peerings::PeeringsSection />
        <surroundings::OnPremisesSection />
        <security::SecuritySection />
        <routes::EgressSection />
        <surroundings::GovernanceSection />
        <StepNav route=Route::Networks />
    }
}
