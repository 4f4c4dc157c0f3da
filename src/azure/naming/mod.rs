//! How Azure names things: what each kind of name may look like, and names generated after the Cloud Adoption
//! Framework.
//!
//! A rule is a length, a set of characters and what may stand at the edges; there is no regular expression,
//! so that messages can say which character is wrong. What is absent: uniqueness, which is a question about
//! a plan (compare names without regard to case).

mod generate;
mod shape;

pub use generate::{abbreviation, generate, suggest};

use super::{Fact, Source, sources};
use shape::{Set, Shape};

/// A kind of name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// Resource group (NAME-1).
    ResourceGroup,
    /// Virtual network (NAME-2).
    VirtualNetwork,
    /// Subnet (NAME-3).
    Subnet,
    /// Network security group (NAME-4).
    NetworkSecurityGroup,
    /// Rule of a network security group (NAME-4).
    SecurityRule,
    /// Route table (NAME-4).
    RouteTable,
    /// Route (NAME-4).
    Route,
    /// VNet peering (NAME-4).
    Peering,
    /// NAT gateway (NAME-4).
    NatGateway,
    /// Bastion host (NAME-4).
    Bastion,
    /// Public IP address (NAME-4).
    PublicIp,
    /// Network interface (NAME-4).
    NetworkInterface,
    /// Link of a private DNS zone to a VNet (NAME-4).
    ZoneLink,
    /// VPN gateway. No rule is stated; generated names keep to NAME-4.
    VpnGateway,
    /// `ExpressRoute` gateway. No rule is stated; generated names keep to NAME-4.
    ExpressRouteGateway,
    /// Private endpoint (NAME-5).
    PrivateEndpoint,
    /// Azure Firewall (NAME-6).
    Firewall,
    /// Firewall policy. No rule is stated; generated names keep to NAME-6.
    FirewallPolicy,
    /// Storage account (NAME-7).
    StorageAccount,
    /// Key vault (NAME-8).
    KeyVault,
    /// Container registry (NAME-9).
    ContainerRegistry,
    /// Azure ML workspace (NAME-10).
    Workspace,
    /// Compute of a workspace: cluster, instance or attached (NAME-11).
    Compute,
    /// Batch endpoint (NAME-12).
    BatchEndpoint,
    /// Batch deployment (NAME-13).
    BatchDeployment,
    /// AKS cluster (NAME-14).
    AksCluster,
    /// Node pool (NAME-15).
    NodePool,
    /// Windows virtual machine, whose name is its host name (NAME-17).
    WindowsVirtualMachine,
    /// Linux virtual machine (NAME-17).
    LinuxVirtualMachine,
    /// Log Analytics workspace (NAME-19).
    LogAnalytics,
    /// Application Insights. No rule is stated; generated names keep to the one of Log Analytics.
    ApplicationInsights,
    /// Azure Monitor private link scope. As [`NameKind::ApplicationInsights`].
    PrivateLinkScope,
    /// User-assigned managed identity (NAME-19).
    ManagedIdentity,
    /// `HDInsight` cluster (NAME-19).
    HdInsight,
}

/// Longest name of a VNet, its resource group and its subnets under AKS with Azure CNI Overlay (NAME-16).
pub const OVERLAY_MAX: Fact<usize> = Fact {
    value: 63,
    source: &sources::AKS_OVERLAY,
};

/// Longest name of an Azure Firewall by newer guidance; longer ones may be refused (NAME-6).
pub const FIREWALL_ADVISED_MAX: Fact<usize> = Fact {
    value: 56,
    source: &sources::NAMES,
};

/// Why Azure refuses a name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing was written.
    #[error("{noun} name is expected")]
    Empty {
        /// What is named, with its article: `a key vault`.
        noun: &'static str,
    },
    /// A character that has no place in such names.
    #[error("“{name}” contains {}; {noun} name has {allowed}", quoted(*.found))]
    Character {
        /// The name.
        name: String,
        /// The first wrong character.
        found: char,
        /// What is named, with its article.
        noun: &'static str,
        /// The characters such a name has.
        allowed: &'static str,
    },
    /// Too short or too long.
    #[error("“{name}” has {}; {noun} name has {min} to {max}", characters(*.count))]
    Length {
        /// The name.
        name: String,
        /// Its characters.
        count: usize,
        /// What is named, with its article.
        noun: &'static str,
        /// Characters at least.
        min: usize,
        /// Characters at most.
        max: usize,
    },
    /// A character that cannot stand at the start.
    #[error("“{name}” starts with “{found}”; {noun} name starts with {allowed}")]
    First {
        /// The name.
        name: String,
        /// Its first character.
        found: char,
        /// What is named, with its article.
        noun: &'static str,
        /// The characters such a name starts with.
        allowed: &'static str,
    },
    /// A character that cannot stand at the end.
    #[error("“{name}” ends with “{found}”; {noun} name ends with {allowed}")]
    Last {
        /// The name.
        name: String,
        /// Its last character.
        found: char,
        /// What is named, with its article.
        noun: &'static str,
        /// The characters such a name ends with.
        allowed: &'static str,
    },
    /// Two hyphens in a row.
    #[error("“{name}” has two hyphens in a row; {noun} name has single hyphens")]
    DoubleHyphen {
        /// The name.
        name: String,
        /// What is named, with its article.
        noun: &'static str,
    },
    /// A hyphen and digits at the end, which Azure ML keeps for itself.
    #[error("“{name}” ends with a hyphen and digits; {noun} name does not")]
    NumberedEnd {
        /// The name.
        name: String,
        /// What is named, with its article.
        noun: &'static str,
    },
}

/// A character as a person can see it.
fn quoted(c: char) -> String {
    match c {
        ' ' => "a space".to_owned(),
        c if c.is_control() || c.is_whitespace() => "an invisible character".to_owned(),
        c => format!("“{c}”"),
    }
}

fn characters(count: usize) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} character{plural}")
}

/// Checks a name. Spaces around it count: Azure would see them.
///
/// # Errors
/// The first thing that is wrong with it. Kinds without a stated rule only have to be written.
pub fn check(kind: NameKind, name: &str) -> Result<(), NameError> {
    let noun = noun(kind);
    if name.is_empty() {
        return Err(NameError::Empty { noun });
    }
    stated(kind).map_or(Ok(()), |shape| shape.check(name, noun))
}

/// Where the rule for this kind of name is stated, if it is.
pub fn source(kind: NameKind) -> Option<&'static Source> {
    stated(kind).map(|shape| shape.source)
}

/// Least and most characters of this kind of name, where stated.
pub fn length(kind: NameKind) -> Option<(usize, usize)> {
    stated(kind).map(|shape| (shape.min, shape.max))
}

const GROUP: Shape =
    Shape::new(1, 90, Set::Group, &sources::NAMES).edges(Set::Group, Set::GroupEnd);
const VNET: Shape = Shape::new(2, 64, Set::Network, &sources::NAMES)
    .edges(Set::Alphanumeric, Set::AlphanumericUnderscore);
const NETWORK: Shape = Shape::new(1, 80, Set::Network, &sources::NAMES)
    .edges(Set::Alphanumeric, Set::AlphanumericUnderscore);
const STORAGE: Shape = Shape::new(3, 24, Set::LowercaseAlphanumeric, &sources::STG_SCHEMA);
const VAULT: Shape = Shape::new(3, 24, Set::AlphanumericHyphen, &sources::NAMES)
    .edges(Set::Letter, Set::Alphanumeric)
    .single_hyphens();
const REGISTRY: Shape = Shape::new(5, 50, Set::Alphanumeric, &sources::ACR_SCHEMA);
const WORKSPACE: Shape = Shape::new(
    3,
    33,
    Set::AlphanumericHyphenUnderscore,
    &sources::ML_SCHEMA,
)
.edges(Set::Alphanumeric, Set::AlphanumericHyphenUnderscore);
const COMPUTE: Shape = Shape::new(3, 24, Set::AlphanumericHyphen, &sources::ML_SCHEMA)
    .edges(Set::Letter, Set::AlphanumericHyphen)
    .without_number_at_the_end();
const ENDPOINT: Shape = Shape::new(3, 32, Set::AlphanumericHyphen, &sources::AML_QUOTA)
    .edges(Set::Letter, Set::Alphanumeric)
    .single_hyphens();
const AKS: Shape = Shape::new(
    1,
    63,
    Set::AlphanumericHyphenUnderscore,
    &sources::AKS_SCHEMA,
)
.edges(Set::Alphanumeric, Set::Alphanumeric);
const POOL: Shape = Shape::new(1, 12, Set::LowercaseAlphanumeric, &sources::AKS_SCHEMA)
    .edges(Set::Lowercase, Set::LowercaseAlphanumeric);
const WINDOWS: Shape =
    Shape::new(1, 15, Set::HostName, &sources::NAMES).edges(Set::HostName, Set::HostNameEnd);
const LINUX: Shape =
    Shape::new(1, 64, Set::HostName, &sources::NAMES).edges(Set::HostName, Set::HostNameEnd);
const LOG_ANALYTICS: Shape = Shape::new(4, 63, Set::AlphanumericHyphen, &sources::NAMES)
    .edges(Set::Alphanumeric, Set::Alphanumeric);
const IDENTITY: Shape = Shape::new(3, 128, Set::AlphanumericHyphenUnderscore, &sources::NAMES)
    .edges(Set::Alphanumeric, Set::AlphanumericHyphenUnderscore);
const HDINSIGHT: Shape = Shape::new(3, 59, Set::AlphanumericHyphen, &sources::NAMES)
    .edges(Set::Alphanumeric, Set::Alphanumeric);

/// The rule that Microsoft states for a kind of name.
fn stated(kind: NameKind) -> Option<&'static Shape> {
    match kind {
        NameKind::VpnGateway
        | NameKind::ExpressRouteGateway
        | NameKind::FirewallPolicy
        | NameKind::ApplicationInsights
        | NameKind::PrivateLinkScope => None,
        stated => Some(nearest(stated)),
    }
}

/// The rule for a kind of name, or one that is narrow enough where none is stated.
fn nearest(kind: NameKind) -> &'static Shape {
    match kind {
        NameKind::ResourceGroup => &GROUP,
        NameKind::VirtualNetwork | NameKind::PrivateEndpoint => &VNET,
        NameKind::Subnet
        | NameKind::NetworkSecurityGroup
        | NameKind::SecurityRule
        | NameKind::RouteTable
        | NameKind::Route
        | NameKind::Peering
        | NameKind::NatGateway
        | NameKind::Bastion
        | NameKind::PublicIp
        | NameKind::NetworkInterface
        | NameKind::ZoneLink
        | NameKind::VpnGateway
        | NameKind::ExpressRouteGateway
        | NameKind::Firewall
        | NameKind::FirewallPolicy => &NETWORK,
        NameKind::StorageAccount => &STORAGE,
        NameKind::KeyVault => &VAULT,
        NameKind::ContainerRegistry => &REGISTRY,
        NameKind::Workspace => &WORKSPACE,
        NameKind::Compute => &COMPUTE,
        NameKind::BatchEndpoint | NameKind::BatchDeployment => &ENDPOINT,
        NameKind::AksCluster => &AKS,
        NameKind::NodePool => &POOL,
        NameKind::WindowsVirtualMachine => &WINDOWS,
        NameKind::LinuxVirtualMachine => &LINUX,
        NameKind::LogAnalytics | NameKind::ApplicationInsights | NameKind::PrivateLinkScope => {
            &LOG_ANALYTICS
        }
        NameKind::ManagedIdentity => &IDENTITY,
        NameKind::HdInsight => &HDINSIGHT,
    }
}

/// What is named, with its article.
pub fn noun(kind: NameKind) -> &'static str {
    match kind {
        NameKind::ResourceGroup => "a resource group",
        NameKind::VirtualNetwork => "a VNet",
        NameKind::Subnet => "a subnet",
        NameKind::NetworkSecurityGroup => "an NSG",
        NameKind::SecurityRule => "an NSG rule",
        NameKind::RouteTable => "a route table",
        NameKind::Route => "a route",
        NameKind::Peering => "a peering",
        NameKind::NatGateway => "a NAT gateway",
        NameKind::Bastion => "a Bastion host",
        NameKind::PublicIp => "a public IP address",
        NameKind::NetworkInterface => "a network interface",
        NameKind::ZoneLink => "a DNS zone link",
        NameKind::VpnGateway => "a VPN gateway",
        NameKind::ExpressRouteGateway => "an ExpressRoute gateway",
        NameKind::PrivateEndpoint => "a private endpoint",
        NameKind::Firewall => "a firewall",
        NameKind::FirewallPolicy => "a firewall policy",
        NameKind::StorageAccount => "a storage account",
        NameKind::KeyVault => "a key vault",
        NameKind::ContainerRegistry => "a container registry",
        NameKind::Workspace => "a workspace",
        NameKind::Compute => "a compute",
        NameKind::BatchEndpoint => "a batch endpoint",
        NameKind::BatchDeployment => "a batch deployment",
        NameKind::AksCluster => "an AKS cluster",
        NameKind::NodePool => "a node pool",
        NameKind::WindowsVirtualMachine => "a Windows VM",
        NameKind::LinuxVirtualMachine => "a Linux VM",
        NameKind::LogAnalytics => "a Log Analytics workspace",
        NameKind::ApplicationInsights => "an Application Insights",
        NameKind::PrivateLinkScope => "a private link scope",
        NameKind::ManagedIdentity => "a managed identity",
        NameKind::HdInsight => "an HDInsight cluster",
    }
}

// The oracle and the random inputs are native crates.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
