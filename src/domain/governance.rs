//! What the subscription forbids, and what the team has decided to live with.

use super::AcknowledgementId;

/// Answers about locks, policies and quotas of the target subscription.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Governance {
    /// A delete or read-only lock on the VNet's resource group.
    pub lock_on_network_group: bool,
    /// A delete or read-only lock on the workspace's resource group.
    pub lock_on_workspace_group: bool,
    /// A policy denies creating NSGs.
    pub policy_denies_nsg: bool,
    /// A policy denies creating public IP addresses or load balancers.
    pub policy_denies_public_ip: bool,
    /// The deploying identity works through Azure Lighthouse.
    pub uses_lighthouse: bool,
    /// Public IP addresses left in the quota; `None` if not known.
    pub public_ip_quota: Option<u32>,
    /// Load balancers left in the quota; `None` if not known.
    pub load_balancer_quota: Option<u32>,
}

/// A finding that the team has accepted, with its reason.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Acknowledgement {
    /// Identity.
    pub id: AcknowledgementId,
    /// Code of the rule.
    pub code: String,
    /// What the finding is about, as the finding's own key.
    pub subject: String,
    /// Why the team lives with it.
    pub reason: String,
}
