//! The plan: the root value, look-ups by id, and structural edits that leave no dangling reference.

use super::{
    Acknowledgement, AksCluster, AksId, AttachedCompute, AttachedId, Basics, Bastion,
    BatchEndpoint, BatchEndpointId, ClusterId, ComputeCluster, ComputeInstance, Dns, Firewall,
    Gateway, Governance, InstanceId, Item, JumpHost, NatGateway, NatGatewayId, NodePool,
    NodePoolId, Nsg, NsgId, OnPremises, Peering, PeeringId, PrivateDnsZone, PrivateEndpoint,
    PrivateEndpointId, PrivateEndpointKind, RouteTable, RouteTableId, StorageAccount, StorageId,
    Subnet, SubnetId, Vnet, VnetId, Workspace, ZoneId, ZoneKind,
};

/// The network plan of one Azure ML workspace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The highest number given to an item so far. Numbers are never reused.
    pub last_id: u32,
    /// What holds for the whole plan.
    pub basics: Basics,
    /// VNets with their subnets.
    pub vnets: Vec<Vnet>,
    /// Peerings, one per direction.
    pub peerings: Vec<Peering>,
    /// Networks outside Azure.
    pub on_premises: OnPremises,
    /// Network security groups.
    pub nsgs: Vec<Nsg>,
    /// Route tables.
    pub route_tables: Vec<RouteTable>,
    /// NAT gateways.
    pub nat_gateways: Vec<NatGateway>,
    /// Firewalls.
    pub firewalls: Vec<Firewall>,
    /// VPN and `ExpressRoute` gateways.
    pub gateways: Vec<Gateway>,
    /// Bastion hosts.
    pub bastions: Vec<Bastion>,
    /// Jump hosts.
    pub jump_hosts: Vec<JumpHost>,
    /// The workspace and its services.
    pub workspace: Workspace,
    /// Storage accounts.
    pub storage: Vec<StorageAccount>,
    /// Private endpoints.
    pub private_endpoints: Vec<PrivateEndpoint>,
    /// Name resolution.
    pub dns: Dns,
    /// Compute clusters.
    pub clusters: Vec<ComputeCluster>,
    /// Compute instances.
    pub instances: Vec<ComputeInstance>,
    /// Attached machines.
    pub attached: Vec<AttachedCompute>,
    /// AKS clusters.
    pub aks: Vec<AksCluster>,
    /// Batch endpoints.
    pub batch_endpoints: Vec<BatchEndpoint>,
    /// Locks, policies and quotas.
    pub governance: Governance,
    /// Findings that the team has accepted.
    pub acknowledgements: Vec<Acknowledgement>,
    /// The edition of the rules that the plan was last checked with; 0 if it never said.
    pub checked_with: u32,
}

macro_rules! lookups {
    ($($(#[$meta:meta])* $get:ident, $get_mut:ident: $list:ident[$id:ident] -> $item:ident;)*) => {
        impl Plan {
            $(
                $(#[$meta])*
                pub fn $get(&self, id: $id) -> Option<&$item> {
                    self.$list.iter().find(|item| item.id == id)
                }

                /// The same, to change it.
                pub fn $get_mut(&mut self, id: $id) -> Option<&mut $item> {
                    self.$list.iter_mut().find(|item| item.id == id)
                }
            )*
        }
    };
}

lookups! {
    /// The VNet with this id.
    vnet, vnet_mut: vnets[VnetId] -> Vnet;
    /// The peering with this id.
    peering, peering_mut: peerings[PeeringId] -> Peering;
    /// The NSG with this id.
    nsg, nsg_mut: nsgs[NsgId] -> Nsg;
    /// The route table with this id.
    route_table, route_table_mut: route_tables[RouteTableId] -> RouteTable;
    /// The NAT gateway with this id.
    nat_gateway, nat_gateway_mut: nat_gateways[NatGatewayId] -> NatGateway;
    /// The storage account with this id.
    storage_account, storage_account_mut: storage[StorageId] -> StorageAccount;
    /// The private endpoint with this id.
    private_endpoint, private_endpoint_mut: private_endpoints[PrivateEndpointId] -> PrivateEndpoint;
    /// The compute cluster with this id.
    cluster, cluster_mut: clusters[ClusterId] -> ComputeCluster;
    /// The compute instance with this id.
    instance, instance_mut: instances[InstanceId] -> ComputeInstance;
    /// The attached machine with this id.
    attached_compute, attached_compute_mut: attached[AttachedId] -> AttachedCompute;
    /// The AKS cluster with this id.
    aks_cluster, aks_cluster_mut: aks[AksId] -> AksCluster;
    /// The batch endpoint with this id.
    batch_endpoint, batch_endpoint_mut: batch_endpoints[BatchEndpointId] -> BatchEndpoint;
}

impl Plan {
    /// A number that no item of this plan has or had.
    pub fn next_id(&mut self) -> u32 {
        self.last_id = self.last_id.saturating_add(1);
        self.last_id
    }

    /// Every subnet with its VNet, in the plan's order.
    pub fn subnets(&self) -> impl Iterator<Item = (&Vnet, &Subnet)> {
        self.vnets
            .iter()
            .flat_map(|vnet| vnet.subnets.iter().map(move |subnet| (vnet, subnet)))
    }

    /// The subnet with this id.
    pub fn subnet(&self, id: SubnetId) -> Option<&Subnet> {
        self.subnets()
            .map(|(_, subnet)| subnet)
            .find(|subnet| subnet.id == id)
    }

    /// The same, to change it.
    pub fn subnet_mut(&mut self, id: SubnetId) -> Option<&mut Subnet> {
        self.vnets
            .iter_mut()
            .flat_map(|vnet| vnet.subnets.iter_mut())
            .find(|subnet| subnet.id == id)
    }

    /// The VNet that a subnet belongs to.
    pub fn vnet_of(&self, id: SubnetId) -> Option<&Vnet> {
        self.subnets()
            .find(|(_, subnet)| subnet.id == id)
            .map(|(vnet, _)| vnet)
    }

    /// Every node pool with its cluster.
    pub fn pools(&self) -> impl Iterator<Item = (&AksCluster, &NodePool)> {
        self.aks
            .iter()
            .flat_map(|aks| aks.pools.iter().map(move |pool| (aks, pool)))
    }

    /// The node pool with this id, to change it.
    pub fn pool_mut(&mut self, id: NodePoolId) -> Option<&mut NodePool> {
        self.aks
            .iter_mut()
            .flat_map(|aks| aks.pools.iter_mut())
            .find(|pool| pool.id == id)
    }

    /// The DNS zone with this id, to change it.
    pub fn zone_mut(&mut self, id: ZoneId) -> Option<&mut PrivateDnsZone> {
        self.dns.zones.iter_mut().find(|zone| zone.id == id)
    }

    /// The first DNS zone of this kind.
    pub fn zone(&self, kind: ZoneKind) -> Option<&PrivateDnsZone> {
        self.dns.zones.iter().find(|zone| zone.kind == kind)
    }

    /// The workspace's default storage account.
    pub fn default_storage(&self) -> Option<&StorageAccount> {
        self.storage
            .iter()
            .find(|account| account.workspace_default)
    }

    /// Private endpoints of this kind.
    pub fn endpoints_of(
        &self,
        kind: PrivateEndpointKind,
    ) -> impl Iterator<Item = &PrivateEndpoint> {
        self.private_endpoints
            .iter()
            .filter(move |endpoint| endpoint.kind == kind)
    }

    /// The name of what takes addresses in a subnet, as typed; `None` for what has no name of its own.
    pub fn name_of_occupant(&self, item: Item) -> Option<&str> {
        match item {
            Item::Cluster(id) => self.cluster(id).map(|it| it.name.as_str()),
            Item::Instance(id) => self.instance(id).map(|it| it.name.as_str()),
            Item::Attached(id) => self.attached_compute(id).map(|it| it.name.as_str()),
            Item::PrivateEndpoint(id) => self.private_endpoint(id).map(|it| it.name.as_str()),
            Item::Aks(id) => self.aks_cluster(id).map(|it| it.name.as_str()),
            Item::NodePool(id) => self
                .pools()
                .find(|(_, pool)| pool.id == id)
                .map(|(_, pool)| pool.name.as_str()),
            Item::JumpHost(id) => self
                .jump_hosts
                .iter()
                .find(|host| host.id == id)
                .map(|it| it.name.as_str()),
            _ => None,
        }
    }

    /// The region of a VNet: its own, or the plan's.
    pub fn region_of<'a>(&'a self, vnet: &'a Vnet) -> &'a str {
        or_default(&vnet.region, &self.basics.region)
    }

    /// The subscription of a VNet: its own, or the plan's.
    pub fn subscription_of<'a>(&'a self, vnet: &'a Vnet) -> &'a str {
        or_default(&vnet.subscription_id, &self.basics.subscription_id)
    }

    /// The resource group of a VNet: its own, or the plan's.
    pub fn resource_group_of<'a>(&'a self, vnet: &'a Vnet) -> &'a str {
        or_default(&vnet.resource_group, &self.basics.resource_group)
    }

    /// Removes an item and every reference to it; a VNet takes its subnets and peerings along, a storage
    /// account its private endpoints. Items that always exist (the basics, the workspace…) stay.
    pub fn remove(&mut self, item: Item) {
        match item {
            Item::Vnet(id) => self.remove_vnet(id),
            Item::Subnet(id) => {
                for vnet in &mut self.vnets {
                    vnet.subnets.retain(|subnet| subnet.id != id);
                }
                self.forget_subnet(id);
            }
            Item::Storage(id) => {
                self.storage.retain(|account| account.id != id);
                self.private_endpoints
                    .retain(|endpoint| endpoint.storage != Some(id));
            }
            Item::Cluster(id) => {
                self.clusters.retain(|cluster| cluster.id != id);
                self.forget_cluster(id);
            }
            Item::Nsg(id) => {
                self.nsgs.retain(|nsg| nsg.id != id);
                self.each_subnet(|subnet| clear(&mut subnet.nsg, id));
            }
            Item::RouteTable(id) => {
                self.route_tables.retain(|table| table.id != id);
                self.each_subnet(|subnet| clear(&mut subnet.route_table, id));
            }
            Item::NatGateway(id) => {
                self.nat_gateways.retain(|gateway| gateway.id != id);
                self.each_subnet(|subnet| clear(&mut subnet.nat_gateway, id));
            }
            Item::Registry => {
                self.workspace.registry = None;
                self.private_endpoints
                    .retain(|endpoint| endpoint.kind != PrivateEndpointKind::Registry);
            }
            _ => self.remove_leaf(item),
        }
    }

    /// Removes an item that nothing else refers to.
    fn remove_leaf(&mut self, item: Item) {
        match item {
            Item::Tag(id) => self.basics.tags.retain(|tag| tag.id != id),
            Item::Peering(id) => self.peerings.retain(|peering| peering.id != id),
            Item::SecurityRule(id) => {
                for nsg in &mut self.nsgs {
                    nsg.rules.retain(|rule| rule.id != id);
                }
            }
            Item::Route(id) => {
                for table in &mut self.route_tables {
                    table.routes.retain(|route| route.id != id);
                }
            }
            Item::Firewall(id) => self.firewalls.retain(|firewall| firewall.id != id),
            Item::Gateway(id) => self.gateways.retain(|gateway| gateway.id != id),
            Item::Bastion(id) => self.bastions.retain(|bastion| bastion.id != id),
            Item::JumpHost(id) => self.jump_hosts.retain(|host| host.id != id),
            Item::PrivateEndpoint(id) => {
                self.private_endpoints.retain(|endpoint| endpoint.id != id);
            }
            Item::Zone(id) => self.dns.zones.retain(|zone| zone.id != id),
            Item::Instance(id) => self.instances.retain(|instance| instance.id != id),
            Item::Attached(id) => self.attached.retain(|machine| machine.id != id),
            Item::Aks(id) => self.aks.retain(|aks| aks.id != id),
            Item::NodePool(id) => {
                for aks in &mut self.aks {
                    aks.pools.retain(|pool| pool.id != id);
                }
            }
            Item::BatchEndpoint(id) => self.batch_endpoints.retain(|endpoint| endpoint.id != id),
            Item::BatchDeployment(id) => {
                for endpoint in &mut self.batch_endpoints {
                    endpoint
                        .deployments
                        .retain(|deployment| deployment.id != id);
                }
            }
            Item::Acknowledgement(id) => self.acknowledgements.retain(|entry| entry.id != id),
            Item::Basics
            | Item::OnPremises
            | Item::Workspace
            | Item::Serverless
            | Item::KeyVault
            | Item::Registry
            | Item::Insights
            | Item::Dns
            | Item::Governance
            | Item::Vnet(_)
            | Item::Subnet(_)
            | Item::Storage(_)
            | Item::Cluster(_)
            | Item::Nsg(_)
            | Item::RouteTable(_)
            | Item::NatGateway(_) => {}
        }
    }

    fn remove_vnet(&mut self, id: VnetId) {
        let subnets: Vec<SubnetId> = self
            .vnet(id)
            .map(|vnet| vnet.subnets.iter().map(|subnet| subnet.id).collect())
            .unwrap_or_default();
        self.vnets.retain(|vnet| vnet.id != id);
        self.peerings
            .retain(|peering| peering.from != id && peering.to != id);
        self.firewalls.retain(|firewall| firewall.vnet != id);
        self.gateways.retain(|gateway| gateway.vnet != id);
        self.bastions.retain(|bastion| bastion.vnet != id);
        for zone in &mut self.dns.zones {
            zone.links.retain(|link| *link != id);
        }
        for subnet in subnets {
            self.forget_subnet(subnet);
        }
    }

    /// Clears every reference to a subnet that is gone.
    fn forget_subnet(&mut self, id: SubnetId) {
        clear(&mut self.workspace.serverless.subnet, id);
        for cluster in &mut self.clusters {
            clear(&mut cluster.subnet, id);
        }
        for instance in &mut self.instances {
            clear(&mut instance.subnet, id);
        }
        for machine in &mut self.attached {
            clear(&mut machine.subnet, id);
        }
        for endpoint in &mut self.private_endpoints {
            clear(&mut endpoint.subnet, id);
        }
        for host in &mut self.jump_hosts {
            clear(&mut host.subnet, id);
        }
        for aks in &mut self.aks {
            clear(&mut aks.api_server_subnet, id);
            for pool in &mut aks.pools {
                clear(&mut pool.node_subnet, id);
                clear(&mut pool.pod_subnet, id);
            }
        }
    }

    /// Clears every reference to a cluster that is gone.
    fn forget_cluster(&mut self, id: ClusterId) {
        clear(&mut self.workspace.image_build_compute, id);
        for endpoint in &mut self.batch_endpoints {
            for deployment in &mut endpoint.deployments {
                clear(&mut deployment.cluster, id);
            }
        }
    }

    fn each_subnet(&mut self, mut change: impl FnMut(&mut Subnet)) {
        for vnet in &mut self.vnets {
            vnet.subnets.iter_mut().for_each(&mut change);
        }
    }
}

/// `own`, or `fallback` if nothing was written.
fn or_default<'a>(own: &'a str, fallback: &'a str) -> &'a str {
    if own.trim().is_empty() {
        fallback.trim()
    } else {
        own.trim()
    }
}

/// Empties `reference` if it points at `id`.
fn clear<T: PartialEq>(reference: &mut Option<T>, id: T) {
    if *reference == Some(id) {
        *reference = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removing_a_vnet_leaves_no_reference_behind() {
        let mut plan = Plan::default();
        let (vnet, subnet) = (VnetId(plan.next_id()), SubnetId(plan.next_id()));
        plan.vnets.push(Vnet {
            id: vnet,
            subnets: vec![Subnet {
                id: subnet,
                ..Subnet::default()
            }],
            ..Vnet::default()
        });
        plan.clusters.push(ComputeCluster {
            subnet: Some(subnet),
            ..ComputeCluster::default()
        });
        plan.dns.zones.push(PrivateDnsZone {
            links: vec![vnet],
            ..PrivateDnsZone::default()
        });
        plan.peerings.push(Peering {
            from: vnet,
            ..Peering::default()
        });

        plan.remove(Item::Vnet(vnet));

        assert!(plan.vnets.is_empty() && plan.peerings.is_empty());
        assert_eq!(plan.clusters[0].subnet, None);
        assert!(plan.dns.zones[0].links.is_empty());
        assert_eq!(plan.last_id, 2, "numbers are not reused");
    }

    #[test]
    fn removing_a_cluster_frees_what_pointed_at_it() {
        let mut plan = Plan::default();
        let id = ClusterId(plan.next_id());
        plan.clusters.push(ComputeCluster {
            id,
            ..ComputeCluster::default()
        });
        plan.workspace.image_build_compute = Some(id);
        plan.remove(Item::Cluster(id));
        assert_eq!(plan.workspace.image_build_compute, None);
    }
}
