//! Places in the app, mirrored in the part of the address after `#`.
//!
//! A wizard has a handful of flat places and must work under any path of any static host, so there is no
//! router: one `hashchange` listener and plain links do it.

use crate::domain::Item;

/// A place in the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Route {
    /// Choose a start, open a plan.
    #[default]
    Start,
    /// Basics, VNets, subnets, peering, on-premises.
    Networks,
    /// Clusters, instances, serverless, attached machines.
    Compute,
    /// AKS clusters.
    Aks,
    /// Workspace and its services, private endpoints, DNS, batch endpoints, jump host.
    Endpoints,
    /// Findings, capacity, downloads.
    Review,
    /// The drawing on a page of its own.
    Topology,
    /// What is checked, and why: the list of rules, or one of them.
    Rules,
}

impl Route {
    /// The steps, in order. The drawing and the rules are no steps.
    pub const STEPS: [Self; 6] = [
        Self::Start,
        Self::Networks,
        Self::Compute,
        Self::Aks,
        Self::Endpoints,
        Self::Review,
    ];

    /// The part of the address after `#`.
    pub fn hash(self) -> &'static str {
        match self {
            Self::Start => "#/start",
            Self::Networks => "#/networks",
            Self::Compute => "#/compute",
            Self::Aks => "#/aks",
            Self::Endpoints => "#/endpoints",
            Self::Review => "#/review",
            Self::Topology => "#/topology",
            Self::Rules => "#/rules",
        }
    }

    /// The title of the step.
    pub fn title(self) -> &'static str {
        match self {
            Self::Start => "Start",
            Self::Networks => "Networks",
            Self::Compute => "Compute",
            Self::Aks => "AKS",
            Self::Endpoints => "Endpoints",
            Self::Review => "Review",
            Self::Topology => "Topology",
            Self::Rules => "Rules",
        }
    }

    /// The place with this hash; `None` if there is none.
    pub fn from_hash(hash: &str) -> Option<Self> {
        let slug = hash.trim_start_matches('#').trim_matches('/');
        if slug.is_empty() {
            return Some(Self::Start);
        }
        let place = slug.split('/').next().unwrap_or_default();
        let has_entries = place == "rules";
        Self::STEPS
            .into_iter()
            .chain([Self::Topology, Self::Rules])
            .find(|route| route.hash().trim_start_matches("#/") == place)
            .filter(|_| has_entries || place == slug)
    }

    /// The rule that a hash names: `SUB004` in `#/rules/SUB004`. Empty for every other place.
    pub fn rule_in(hash: &str) -> String {
        hash.trim_start_matches('#')
            .trim_matches('/')
            .strip_prefix("rules/")
            .map(|code| code.trim().to_ascii_uppercase())
            .unwrap_or_default()
    }

    /// Position among the steps, from 1; 0 for the other places.
    pub fn number(self) -> usize {
        Self::STEPS
            .iter()
            .position(|step| *step == self)
            .map_or(0, |index| index + 1)
    }

    /// Whether the live view stands beside it.
    pub fn has_pane(self) -> bool {
        matches!(
            self,
            Self::Networks | Self::Compute | Self::Aks | Self::Endpoints
        )
    }

    /// The step in which an item is edited. A new kind of item finds its step here, or the build fails.
    pub fn of(item: Item) -> Self {
        match item {
            Item::Basics
            | Item::Tag(_)
            | Item::Vnet(_)
            | Item::Subnet(_)
            | Item::Peering(_)
            | Item::OnPremises
            | Item::Nsg(_)
            | Item::SecurityRule(_)
            | Item::RouteTable(_)
            | Item::Route(_)
            | Item::NatGateway(_)
            | Item::Firewall(_)
            | Item::Gateway(_)
            | Item::Governance => Self::Networks,
            Item::Serverless | Item::Cluster(_) | Item::Instance(_) | Item::Attached(_) => {
                Self::Compute
            }
            Item::Aks(_) | Item::NodePool(_) => Self::Aks,
            Item::Bastion(_)
            | Item::JumpHost(_)
            | Item::Workspace
            | Item::Storage(_)
            | Item::KeyVault
            | Item::Registry
            | Item::Insights
            | Item::PrivateEndpoint(_)
            | Item::Dns
            | Item::Zone(_)
            | Item::BatchEndpoint(_)
            | Item::BatchDeployment(_) => Self::Endpoints,
            Item::Acknowledgement(_) => Self::Review,
        }
    }
}
