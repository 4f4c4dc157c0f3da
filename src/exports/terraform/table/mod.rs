//! How a body in Azure's shape is written with the arguments of azurerm: one row for each argument.
//!
//! Rows read the same bodies that the ARM template prints, so both say the same. What is here is the shape of a
//! row; the rows stand by area below. Tables only.

mod network;
mod service;

pub(super) use network::{
    BASTION, FIREWALL, FIREWALL_POLICY, FIREWALL_RULES, GATEWAY, NAT_GATEWAY, NETWORK_INTERFACE,
    NSG, PEERING, PRIVATE_ENDPOINT, PUBLIC_IP, ROUTE_TABLE, SUBNET, VIRTUAL_MACHINE, VNET,
};
pub(super) use service::{
    AGENT_POOL, AKS_CLUSTER, AKS_EXTENSION, APP_INSIGHTS, COMPUTE_CLUSTER, COMPUTE_INSTANCE,
    KEY_VAULT, LOG_ANALYTICS, PRIVATE_LINK_SCOPE, REGISTRY, ROLE_ASSIGNMENT, SCOPED_RESOURCE,
    STORAGE_ACCOUNT, WORKSPACE,
};

/// One argument or nested block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Its name in azurerm.
    pub(super) name: &'static str,
    /// Where its value is: names with dots between. `0` is the first of a list, `name=x` the one of that name;
    /// a slash at the start begins at the resource again.
    pub(super) path: &'static str,
    /// How the value is written.
    pub(super) how: How,
}

/// How a value is written.
#[derive(Clone, Copy, Debug)]
pub(super) enum How {
    /// As it is.
    Same,
    /// `Enabled` as true.
    Switch,
    /// The opposite.
    Not,
    /// A list of it alone.
    Wrap,
    /// Only if it refers to a resource.
    Reference,
    /// From each of a list, what is at this path.
    Pluck(&'static str),
    /// A nested block, unless nothing is in it.
    Block(&'static [Row]),
    /// A nested block for each of a list.
    Each(&'static [Row]),
    /// This text, whatever the body says.
    Text(&'static str),
    /// This truth, whatever the body says.
    Truth(bool),
}

const fn row(name: &'static str, path: &'static str, how: How) -> Row {
    Row { name, path, how }
}

const fn same(name: &'static str, path: &'static str) -> Row {
    row(name, path, How::Same)
}

const fn switch(name: &'static str, path: &'static str) -> Row {
    row(name, path, How::Switch)
}

const IDENTITY: Row = row("identity", "identity", How::Block(IDENTITY_ROWS));

/// The identity of a resource, in azurerm and azapi alike.
pub(super) const IDENTITY_ROWS: &[Row] = &[
    same("type", "type"),
    same("identity_ids", "userAssignedIdentities"),
];
