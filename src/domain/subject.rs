//! What a finding, a mark in the drawing or a focus request is about.

use super::{
    AcknowledgementId, AksId, AttachedId, BastionId, BatchDeploymentId, BatchEndpointId, ClusterId,
    FirewallId, GatewayId, InstanceId, JumpHostId, NatGatewayId, NodePoolId, NsgId, PeeringId,
    PrivateEndpointId, RouteId, RouteTableId, SecurityRuleId, StorageId, SubnetId, TagId, VnetId,
    ZoneId,
};

/// An item of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// The basics.
    Basics,
    /// A tag.
    Tag(TagId),
    /// A VNet.
    Vnet(VnetId),
    /// A subnet.
    Subnet(SubnetId),
    /// A peering.
    Peering(PeeringId),
    /// The on-premises networks.
    OnPremises,
    /// An NSG.
    Nsg(NsgId),
    /// A security rule.
    SecurityRule(SecurityRuleId),
    /// A route table.
    RouteTable(RouteTableId),
    /// A route.
    Route(RouteId),
    /// A NAT gateway.
    NatGateway(NatGatewayId),
    /// A firewall.
    Firewall(FirewallId),
    /// A gateway.
    Gateway(GatewayId),
    /// A Bastion host.
    Bastion(BastionId),
    /// A jump host.
    JumpHost(JumpHostId),
    /// The workspace.
    Workspace,
    /// Serverless compute.
    Serverless,
    /// A storage account.
    Storage(StorageId),
    /// The key vault.
    KeyVault,
    /// The container registry.
    Registry,
    /// Application Insights and Azure Monitor.
    Insights,
    /// A private endpoint.
    PrivateEndpoint(PrivateEndpointId),
    /// Name resolution.
    Dns,
    /// A private DNS zone.
    Zone(ZoneId),
    /// A compute cluster.
    Cluster(ClusterId),
    /// A compute instance.
    Instance(InstanceId),
    /// An attached machine.
    Attached(AttachedId),
    /// An AKS cluster.
    Aks(AksId),
    /// A node pool.
    NodePool(NodePoolId),
    /// A batch endpoint.
    BatchEndpoint(BatchEndpointId),
    /// A batch deployment.
    BatchDeployment(BatchDeploymentId),
    /// Governance answers.
    Governance,
    /// An acknowledgement.
    Acknowledgement(AcknowledgementId),
}

/// One field of one item, or the item as a whole.
///
/// `field` is the name of the field in the plan document (and in `domain`), empty for the item as a whole;
/// `index` picks one entry of a list field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The item.
    pub item: Item,
    /// Field name, or `""`.
    pub field: &'static str,
    /// Position in a list field.
    pub index: Option<usize>,
}

impl Item {
    /// The field `field` of this item.
    pub fn field(self, field: &'static str) -> Subject {
        Subject {
            item: self,
            field,
            index: None,
        }
    }

    /// Entry `index` of the list field `field` of this item.
    pub fn entry(self, field: &'static str, index: usize) -> Subject {
        Subject {
            item: self,
            field,
            index: Some(index),
        }
    }

    /// A short stable key: kind and number, such as `subnet-4`. Used for element ids and acknowledgements.
    pub fn key(self) -> String {
        let (kind, id) = self.kind_and_id();
        id.map_or_else(|| kind.to_owned(), |id| format!("{kind}-{id}"))
    }

    /// What kind of item it is, such as `subnet`.
    pub fn kind(self) -> &'static str {
        self.kind_and_id().0
    }

    fn kind_and_id(self) -> (&'static str, Option<u32>) {
        match self {
            Self::Basics => ("basics", None),
            Self::Tag(id) => ("tag", Some(id.0)),
            Self::Vnet(id) => ("vnet", Some(id.0)),
            Self::Subnet(id) => ("subnet", Some(id.0)),
            Self::Peering(id) => ("peering", Some(id.0)),
            Self::OnPremises => ("on-premises", None),
            Self::Nsg(id) => ("nsg", Some(id.0)),
            Self::SecurityRule(id) => ("security-rule", Some(id.0)),
            Self::RouteTable(id) => ("route-table", Some(id.0)),
            Self::Route(id) => ("route", Some(id.0)),
            Self::NatGateway(id) => ("nat-gateway", Some(id.0)),
            Self::Firewall(id) => ("firewall", Some(id.0)),
            Self::Gateway(id) => ("gateway", Some(id.0)),
            Self::Bastion(id) => ("bastion", Some(id.0)),
            Self::JumpHost(id) => ("jump-host", Some(id.0)),
            Self::Workspace => ("workspace", None),
            Self::Serverless => ("serverless", None),
            Self::Storage(id) => ("storage", Some(id.0)),
            Self::KeyVault => ("key-vault", None),
            Self::Registry => ("registry", None),
            Self::Insights => ("insights", None),
            Self::PrivateEndpoint(id) => ("private-endpoint", Some(id.0)),
            Self::Dns => ("dns", None),
            Self::Zone(id) => ("zone", Some(id.0)),
            Self::Cluster(id) => ("cluster", Some(id.0)),
            Self::Instance(id) => ("instance", Some(id.0)),
            Self::Attached(id) => ("attached", Some(id.0)),
            Self::Aks(id) => ("aks", Some(id.0)),
            Self::NodePool(id) => ("node-pool", Some(id.0)),
            Self::BatchEndpoint(id) => ("batch-endpoint", Some(id.0)),
            Self::BatchDeployment(id) => ("batch-deployment", Some(id.0)),
            Self::Governance => ("governance", None),
            Self::Acknowledgement(id) => ("acknowledgement", Some(id.0)),
        }
    }
}

impl Subject {
    /// A short stable key, such as `subnet-4-prefix` or `vnet-1-address_space-0`.
    pub fn key(self) -> String {
        let mut key = self.item.key();
        if !self.field.is_empty() {
            key.push('-');
            key.push_str(self.field);
        }
        if let Some(index) = self.index {
            key.push('-');
            key.push_str(&index.to_string());
        }
        key
    }
}

impl From<Item> for Subject {
    fn from(item: Item) -> Self {
        item.field("")
    }
}
