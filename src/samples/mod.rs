//! Named sample plans: starting points in the app, fixtures in the tests.
//!
//! Each scenario is a function that makes the same plan every time, in a file of its own. Scenarios hold to
//! the rules: none has an error, and a warning only where that is what the scenario is about.

use crate::domain::Plan;

mod aks_inference;
mod batch_scoring;
mod blank;
pub(crate) mod build;
mod classic_2019;
mod everything;
mod hub_spoke_firewall;
mod private_training;

pub use aks_inference::aks_inference;
pub use batch_scoring::batch_scoring;
pub use blank::blank;
pub use classic_2019::classic_2019;
pub use everything::everything;
pub use hub_spoke_firewall::hub_spoke_firewall;
pub use private_training::private_training;

/// A scenario to start from.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Short name in addresses and file names.
    pub slug: &'static str,
    /// Title on its card.
    pub title: &'static str,
    /// One or two sentences: what it contains and whom it is for.
    pub summary: &'static str,
    /// Makes the plan.
    pub build: fn() -> Plan,
}

/// All scenarios, in the order in which the start page shows them.
pub const ALL: &[Sample] = &[
    Sample {
        slug: "private-training",
        title: "Training clusters in a network",
        summary: "One VNet with clusters and compute instances that have no public IP address, private \
                  endpoints for the workspace and its services, and a jump host. The usual first step.",
        build: private_training,
    },
    Sample {
        slug: "batch-scoring",
        title: "Private batch scoring",
        summary: "Batch endpoints on a cluster in a VNet, with all seven private endpoints. People and \
                  agents reach it from a jump host in a peered VNet.",
        build: batch_scoring,
    },
    Sample {
        slug: "aks-inference",
        title: "AKS real-time scoring",
        summary: "A private AKS cluster in a subnet of its own, attached to the workspace for online \
                  inference. Pods use an overlay range and take no addresses from the VNet.",
        build: aks_inference,
    },
    Sample {
        slug: "hub-spoke-firewall",
        title: "Hub and spoke with firewall",
        summary: "The workspace in a spoke whose traffic leaves through Azure Firewall in a hub, with \
                  ExpressRoute to on-premises. For landing zones with central egress.",
        build: hub_spoke_firewall,
    },
    Sample {
        slug: "classic-2019",
        title: "Classic 2019 layout",
        summary: "Public-IP compute, an attached VM, AKS with a docker bridge and storage outside the \
                  VNet, checked by the rules of 2019. For estates built that way; superseded since.",
        build: classic_2019,
    },
    Sample {
        slug: "everything",
        title: "Everything at once",
        summary: "Hub with firewall and VPN; training, batch and AKS scoring, serverless compute, Azure \
                  Monitor by private link and an existing data lake. To see what the wizard knows.",
        build: everything,
    },
];

/// The scenario with this slug.
pub fn by_slug(slug: &str) -> Option<&'static Sample> {
    ALL.iter().find(|sample| sample.slug == slug)
}

/// A plan after a change: `with(batch_scoring(), |plan| plan.dns.zones.clear())`.
#[must_use]
pub fn with(mut plan: Plan, change: impl FnOnce(&mut Plan)) -> Plan {
    change(&mut plan);
    plan
}

#[cfg(test)]
mod tests;
