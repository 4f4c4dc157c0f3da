//! What a plan is: plain data and its invariants.
//!
//! Nothing here knows Azure policy, a file format or a browser. Text that a person types (address prefixes,
//! names, resource ids) is kept as typed; parsing it is a question asked of the value, never a condition of
//! storing it. So a half-typed plan is a plan, and nothing a person wrote can be lost.

#[macro_use]
mod words;

mod aks;
mod basics;
mod batch;
mod compute;
mod edit;
mod governance;
mod history;
mod ids;
mod network;
mod plan;
mod prefix;
mod private_link;
mod security;
mod subject;
mod surge;
mod workspace;

pub use aks::{AksCluster, NetworkMode, NodePool, OutboundType, PoolMode};
pub use basics::{Basics, Cloud, Headroom, RuleProfile, Tag};
pub use batch::{BatchDeployment, BatchEndpoint};
pub use compute::{
    AttachedCompute, AttachedKind, ComputeCluster, ComputeInstance, OperatingSystem, Serverless,
    VmPriority,
};
pub use edit::Edit;
pub use governance::{Acknowledgement, Governance};
pub use history::History;
pub use ids::{
    AcknowledgementId, AksId, AttachedId, BastionId, BatchDeploymentId, BatchEndpointId, ClusterId,
    FirewallId, GatewayId, InstanceId, JumpHostId, NatGatewayId, NodePoolId, NsgId, PeeringId,
    PrivateEndpointId, RouteId, RouteTableId, SecurityRuleId, StorageId, SubnetId, TagId, VnetId,
    ZoneId,
};
pub use network::{
    Bastion, BastionSku, Firewall, FirewallSku, Gateway, GatewayKind, JumpHost, NatGateway,
    NetworkPolicies, NextHop, OnPremises, OnPremisesLink, Peering, Placement, Route, RoutePreset,
    RouteTable, Subnet, SubnetPurpose, Vnet, VnetRole,
};
pub use plan::Plan;
pub use prefix::{AddressError, AddressText, Prefix, PrefixError, PrefixText};
pub use private_link::{
    Dns, DnsMode, PrivateDnsZone, PrivateEndpoint, PrivateEndpointKind, StorageService, ZoneKind,
};
pub use security::{Access, Direction, Nsg, NsgPreset, Protocol, SecurityRule};
pub use subject::{Item, Subject};
pub use surge::{Surge, SurgeError};
pub use words::Word;
pub use workspace::{
    Insights, IsolationMode, KeyVault, MonitorMode, Registry, RegistrySku, StorageAccount,
    Workspace,
};
