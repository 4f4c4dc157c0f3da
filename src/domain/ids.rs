//! Identities. A plan numbers its items from one counter and never reuses a number, so that an id means one
//! thing for the life of the plan, whatever is renamed, moved or deleted.

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub u32);

            impl From<u32> for $name {
                fn from(number: u32) -> Self {
                    Self(number)
                }
            }

            impl From<$name> for u32 {
                fn from(id: $name) -> Self {
                    id.0
                }
            }
        )*
    };
}

ids! {
    /// A tag of the plan.
    TagId,
    /// A VNet.
    VnetId,
    /// A subnet, unique over all VNets of the plan.
    SubnetId,
    /// One direction of a peering.
    PeeringId,
    /// A network security group.
    NsgId,
    /// A security rule, unique over all NSGs of the plan.
    SecurityRuleId,
    /// A route table.
    RouteTableId,
    /// A route, unique over all route tables of the plan.
    RouteId,
    /// A NAT gateway.
    NatGatewayId,
    /// An Azure Firewall.
    FirewallId,
    /// A VPN or `ExpressRoute` gateway.
    GatewayId,
    /// An Azure Bastion host.
    BastionId,
    /// A jump-host virtual machine.
    JumpHostId,
    /// A storage account.
    StorageId,
    /// A private endpoint.
    PrivateEndpointId,
    /// A private DNS zone.
    ZoneId,
    /// A compute cluster.
    ClusterId,
    /// A compute instance.
    InstanceId,
    /// An attached virtual machine or `HDInsight` cluster.
    AttachedId,
    /// An AKS cluster.
    AksId,
    /// A node pool, unique over all AKS clusters of the plan.
    NodePoolId,
    /// A batch endpoint.
    BatchEndpointId,
    /// A batch deployment, unique over all batch endpoints of the plan.
    BatchDeploymentId,
    /// An acknowledged finding.
    AcknowledgementId,
}
