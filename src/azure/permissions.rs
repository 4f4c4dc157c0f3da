//! Actions that the deploying identity needs beside those that create resources.

use super::{Source, sources};

/// An action of Azure's access control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Action {
    /// The action.
    pub action: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// Where it is stated.
    pub source: &'static Source,
}

/// Puts machines and endpoints into a subnet (AML-16).
pub const JOIN_SUBNET: Action = Action {
    action: "Microsoft.Network/virtualNetworks/subnets/join/action",
    purpose: "put computes and private endpoints into subnets",
    source: &sources::AML_TRAIN,
};

/// Reads a VNet that exists (AML-16).
pub const READ_VNET: Action = Action {
    action: "Microsoft.Network/virtualNetworks/*/read",
    purpose: "read the VNets that computes are put into",
    source: &sources::AML_TRAIN,
};

/// Approves a private endpoint's connection; without it the connection stays pending (AML-17).
pub const APPROVE_ENDPOINT: Action = Action {
    action: "Microsoft.<Provider>/<type>/privateEndpointConnectionsApproval/action",
    purpose: "approve private endpoint connections on each service; without it they stay pending",
    source: &sources::PE_OVER,
};

/// Assigns roles (AKS-4).
pub const ASSIGN_ROLES: Action = Action {
    action: "Microsoft.Authorization/roleAssignments/write",
    purpose: "assign the roles of this plan",
    source: &sources::AKS_CNI,
};
