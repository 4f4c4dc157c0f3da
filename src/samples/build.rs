//! A small builder that the sample plans are written with.
//!
//! It numbers items, generates names after the Cloud Adoption Framework and sets what every careful plan
//! sets: no public access, no default outbound access, trusted services let through. What is absent: any
//! check. The rules judge samples like every other plan.

use crate::azure::aks::default_max_pods;
use crate::azure::naming::{NameKind, generate};
use crate::domain::{
    AksCluster, AksId, Basics, Bastion, BastionId, BatchDeployment, BatchDeploymentId,
    BatchEndpoint, BatchEndpointId, ClusterId, ComputeCluster, ComputeInstance, Firewall,
    FirewallId, FirewallSku, Gateway, GatewayId, GatewayKind, Insights, InstanceId, JumpHost,
    JumpHostId, KeyVault, NatGateway, NatGatewayId, NetworkPolicies, NodePool, NodePoolId, Nsg,
    NsgId, NsgPreset, OperatingSystem, Peering, PeeringId, Plan, PoolMode, PrefixText,
    PrivateDnsZone, PrivateEndpoint, PrivateEndpointId, PrivateEndpointKind, Registry, RoutePreset,
    RouteTable, RouteTableId, StorageAccount, StorageId, Subnet, SubnetId, SubnetPurpose, Tag,
    TagId, Vnet, VnetId, VnetRole, ZoneId, ZoneKind,
};

/// VM size of CPU clusters and compute instances: 4 vCPU, 14 GiB.
pub(super) const CPU_SIZE: &str = "Standard_DS3_v2";
/// VM size of GPU clusters.
pub(super) const GPU_SIZE: &str = "Standard_NC4as_T4_v3";
/// VM size of AKS nodes.
pub(super) const AKS_SIZE: &str = "Standard_D4s_v5";
/// VM size of jump hosts.
pub(super) const JUMP_SIZE: &str = "Standard_D2s_v5";
/// Seconds an idle node is kept: long enough for the next job of a series, short enough for the bill.
const IDLE_SECONDS: u32 = 900;

/// The zones of a private workspace with blob, file, key vault and registry.
pub(super) const WORKSPACE_ZONES: &[ZoneKind] = &[
    ZoneKind::WorkspaceApi,
    ZoneKind::Notebooks,
    ZoneKind::Blob,
    ZoneKind::File,
    ZoneKind::KeyVault,
    ZoneKind::Registry,
];

/// A plan in the making.
pub(super) struct Draft {
    /// The plan so far.
    pub(super) plan: Plan,
}

impl Draft {
    /// An empty plan with its basics.
    pub(super) fn new(title: &str, region: &str, workload: &str, environment: &str) -> Self {
        let mut draft = Self {
            plan: Plan {
                basics: Basics {
                    title: title.to_owned(),
                    region: region.to_owned(),
                    workload: workload.to_owned(),
                    environment: environment.to_owned(),
                    ..Basics::default()
                },
                ..Plan::default()
            },
        };
        draft.plan.basics.resource_group = draft.name(NameKind::ResourceGroup, "ml");
        for (name, value) in [("workload", workload), ("environment", environment)] {
            let id = TagId(draft.plan.next_id());
            draft.plan.basics.tags.push(Tag {
                id,
                name: name.to_owned(),
                value: value.to_owned(),
            });
        }
        draft
    }

    /// `<abbreviation>-<workload>-<role>-<environment>`, or the nearest that Azure accepts.
    pub(super) fn name(&self, kind: NameKind, role: &str) -> String {
        let basics = &self.plan.basics;
        generate(kind, &[&basics.workload, role, &basics.environment])
    }

    /// The same for names that are unique in all of Azure, with a number at the end.
    pub(super) fn global_name(&self, kind: NameKind, role: &str, number: &str) -> String {
        let basics = &self.plan.basics;
        generate(kind, &[&basics.workload, role, &basics.environment, number])
    }

    /// A VNet with one address prefix.
    pub(super) fn vnet(&mut self, role: VnetRole, part: &str, space: &str) -> VnetId {
        let id = VnetId(self.plan.next_id());
        let name = self.name(NameKind::VirtualNetwork, part);
        self.plan.vnets.push(Vnet {
            id,
            name,
            role,
            address_space: vec![PrefixText::new(space)],
            ..Vnet::default()
        });
        id
    }

    /// A subnet; a blank prefix means "size for me".
    pub(super) fn subnet(
        &mut self,
        vnet: VnetId,
        purpose: SubnetPurpose,
        name: &str,
        prefix: &str,
    ) -> SubnetId {
        let id = SubnetId(self.plan.next_id());
        if let Some(vnet) = self.plan.vnet_mut(vnet) {
            vnet.subnets.push(Subnet {
                id,
                name: name.to_owned(),
                purpose,
                prefix: PrefixText::new(prefix),
                ..Subnet::default()
            });
        }
        id
    }

    /// A new NSG with a preset, on one subnet. Private endpoints are filtered only when the subnet says so.
    pub(super) fn guard(&mut self, subnet: SubnetId, part: &str, preset: NsgPreset) {
        let id = NsgId(self.plan.next_id());
        let name = self.name(NameKind::NetworkSecurityGroup, part);
        self.plan.nsgs.push(Nsg {
            id,
            name,
            preset,
            ..Nsg::default()
        });
        if let Some(subnet) = self.plan.subnet_mut(subnet) {
            subnet.nsg = Some(id);
            if preset == NsgPreset::PrivateEndpoints {
                subnet.private_endpoint_policies = NetworkPolicies::NetworkSecurityGroup;
            }
        }
    }

    /// A NAT gateway on some subnets of one VNet.
    pub(super) fn nat(&mut self, part: &str, subnets: &[SubnetId]) {
        let id = NatGatewayId(self.plan.next_id());
        let name = self.name(NameKind::NatGateway, part);
        self.plan.nat_gateways.push(NatGateway {
            id,
            name,
            ..NatGateway::default()
        });
        for subnet in subnets {
            if let Some(subnet) = self.plan.subnet_mut(*subnet) {
                subnet.nat_gateway = Some(id);
            }
        }
    }

    /// A route table that sends some subnets' traffic through the firewall.
    pub(super) fn route_through_firewall(&mut self, part: &str, subnets: &[SubnetId]) {
        let id = RouteTableId(self.plan.next_id());
        let name = self.name(NameKind::RouteTable, part);
        self.plan.route_tables.push(RouteTable {
            id,
            name,
            preset: RoutePreset::Firewall,
            ..RouteTable::default()
        });
        for subnet in subnets {
            if let Some(subnet) = self.plan.subnet_mut(*subnet) {
                subnet.route_table = Some(id);
            }
        }
    }

    /// A peering in both directions, without gateways.
    pub(super) fn peer(&mut self, one: VnetId, other: VnetId) {
        for (from, to) in [(one, other), (other, one)] {
            let id = PeeringId(self.plan.next_id());
            self.plan.peerings.push(Peering {
                id,
                from,
                to,
                allow_vnet_access: true,
                ..Peering::default()
            });
        }
    }

    /// A peering between a hub with firewall and gateway, and a spoke that uses both.
    pub(super) fn peer_spoke(&mut self, hub: VnetId, spoke: VnetId) {
        self.peer(hub, spoke);
        for peering in &mut self.plan.peerings {
            if peering.from == hub && peering.to == spoke {
                peering.allow_forwarded_traffic = true;
                peering.allow_gateway_transit = true;
            } else if peering.from == spoke && peering.to == hub {
                peering.allow_forwarded_traffic = true;
                peering.use_remote_gateways = true;
            }
        }
    }

    /// A firewall in the `AzureFirewallSubnet` of a VNet.
    pub(super) fn firewall(&mut self, vnet: VnetId, sku: FirewallSku) {
        let id = FirewallId(self.plan.next_id());
        let name = self.name(NameKind::Firewall, "hub");
        self.plan.firewalls.push(Firewall {
            id,
            name,
            vnet,
            sku,
            ..Firewall::default()
        });
    }

    /// A gateway in the `GatewaySubnet` of a VNet.
    pub(super) fn gateway(&mut self, vnet: VnetId, kind: GatewayKind) {
        let id = GatewayId(self.plan.next_id());
        let named = match kind {
            GatewayKind::Vpn => NameKind::VpnGateway,
            GatewayKind::ExpressRoute => NameKind::ExpressRouteGateway,
        };
        let name = self.name(named, "hub");
        self.plan.gateways.push(Gateway {
            id,
            name,
            vnet,
            kind,
        });
    }

    /// Bastion and a Windows jump host behind it, each with its subnet and NSG. Gives the jump subnet.
    pub(super) fn jump_host(&mut self, vnet: VnetId, bastion: &str, jump: &str) -> SubnetId {
        let bastion_subnet =
            self.subnet(vnet, SubnetPurpose::Bastion, "AzureBastionSubnet", bastion);
        let jump_subnet = self.subnet(vnet, SubnetPurpose::VirtualMachines, "snet-jump", jump);
        self.guard(bastion_subnet, "bastion", NsgPreset::Bastion);
        self.guard(jump_subnet, "jump", NsgPreset::JumpHost);

        let id = BastionId(self.plan.next_id());
        let name = self.name(NameKind::Bastion, "");
        self.plan.bastions.push(Bastion {
            id,
            name,
            vnet,
            ..Bastion::default()
        });

        let id = JumpHostId(self.plan.next_id());
        let name = generate(
            NameKind::WindowsVirtualMachine,
            &[&self.plan.basics.workload, "jump"],
        );
        self.plan.jump_hosts.push(JumpHost {
            id,
            name,
            subnet: Some(jump_subnet),
            os: OperatingSystem::Windows,
            vm_size: JUMP_SIZE.to_owned(),
        });
        jump_subnet
    }

    /// The workspace with storage, key vault and monitoring; nothing answers on a public endpoint.
    pub(super) fn workspace(&mut self) -> StorageId {
        let id = StorageId(self.plan.next_id());
        let name = self.global_name(NameKind::StorageAccount, "ml", "01");
        self.plan.storage.push(StorageAccount {
            id,
            name,
            workspace_default: true,
            trusted_services: true,
            ..StorageAccount::default()
        });
        self.plan.workspace.name = self.name(NameKind::Workspace, "");
        self.plan.workspace.key_vault = KeyVault {
            name: self.global_name(NameKind::KeyVault, "ml", "01"),
            trusted_services: true,
            ..KeyVault::default()
        };
        self.plan.workspace.insights = Insights {
            name: self.name(NameKind::ApplicationInsights, "ml"),
            log_analytics_name: self.name(NameKind::LogAnalytics, "ml"),
            scope_name: self.name(NameKind::PrivateLinkScope, "ml"),
            connection_endpoints: 2,
            log_analytics_regions: 1,
            ..Insights::default()
        };
        id
    }

    /// A private Premium registry, and the cluster that builds images for it.
    pub(super) fn registry(&mut self, builder: ClusterId) {
        self.plan.workspace.registry = Some(Registry {
            name: self.global_name(NameKind::ContainerRegistry, "ml", "01"),
            admin_user: true,
            trusted_services: true,
            ..Registry::default()
        });
        self.plan.workspace.image_build_compute = Some(builder);
    }

    /// Private endpoints; the storage kinds lead to `storage`.
    pub(super) fn endpoints(
        &mut self,
        subnet: SubnetId,
        storage: StorageId,
        part: &str,
        kinds: &[PrivateEndpointKind],
    ) {
        for kind in kinds {
            let id = PrivateEndpointId(self.plan.next_id());
            let target = [part, endpoint_part(*kind)].join(" ");
            let name = self.name(NameKind::PrivateEndpoint, &target);
            self.plan.private_endpoints.push(PrivateEndpoint {
                id,
                name,
                kind: *kind,
                storage: kind.storage_service().map(|_| storage),
                subnet: Some(subnet),
                ..PrivateEndpoint::default()
            });
        }
    }

    /// Private DNS zones that the plan creates, each linked to all of `links`.
    pub(super) fn zones(&mut self, kinds: &[ZoneKind], links: &[VnetId]) {
        for kind in kinds {
            let id = ZoneId(self.plan.next_id());
            self.plan.dns.zones.push(PrivateDnsZone {
                id,
                kind: *kind,
                links: links.to_vec(),
                ..PrivateDnsZone::default()
            });
        }
    }

    /// A cluster without public IP addresses that shrinks to nothing.
    pub(super) fn cluster(
        &mut self,
        prefix: &str,
        part: &str,
        max_nodes: u32,
        subnet: SubnetId,
    ) -> ClusterId {
        let id = ClusterId(self.plan.next_id());
        let name = generate(
            NameKind::Compute,
            &[prefix, &self.plan.basics.workload, part],
        );
        let vm_size = if prefix == "gpu" { GPU_SIZE } else { CPU_SIZE };
        self.plan.clusters.push(ComputeCluster {
            id,
            name,
            vm_size: vm_size.to_owned(),
            max_nodes,
            idle_seconds: IDLE_SECONDS,
            subnet: Some(subnet),
            ..ComputeCluster::default()
        });
        id
    }

    /// A compute instance without a public IP address.
    pub(super) fn instance(&mut self, part: &str, subnet: SubnetId) {
        let id = InstanceId(self.plan.next_id());
        let name = generate(NameKind::Compute, &["ci", &self.plan.basics.workload, part]);
        self.plan.instances.push(ComputeInstance {
            id,
            name,
            vm_size: CPU_SIZE.to_owned(),
            subnet: Some(subnet),
            ..ComputeInstance::default()
        });
    }

    /// An AKS cluster with a system pool of three nodes; `shape` says the rest.
    pub(super) fn aks(&mut self, nodes: SubnetId, shape: AksCluster) -> AksId {
        let id = AksId(self.plan.next_id());
        let name = self.name(NameKind::AksCluster, "");
        let compute_name = generate(NameKind::Compute, &["aks", &self.plan.basics.workload]);
        self.plan.aks.push(AksCluster {
            id,
            name,
            compute_name,
            ..shape
        });
        self.pool(id, PoolMode::System, "npsystem", nodes, (3, 3));
        id
    }

    /// A node pool; `scale` is the least and the most nodes.
    pub(super) fn pool(
        &mut self,
        aks: AksId,
        mode: PoolMode,
        name: &str,
        nodes: SubnetId,
        scale: (u32, u32),
    ) {
        let id = NodePoolId(self.plan.next_id());
        if let Some(aks) = self.plan.aks_cluster_mut(aks) {
            aks.pools.push(NodePool {
                id,
                name: name.to_owned(),
                mode,
                vm_size: AKS_SIZE.to_owned(),
                min_nodes: scale.0,
                max_nodes: scale.1,
                max_pods: default_max_pods(aks.network_mode).value,
                surge: "33%".to_owned(),
                node_subnet: Some(nodes),
                pod_subnet: None,
            });
        }
    }

    /// A batch endpoint with one deployment.
    pub(super) fn batch(&mut self, model: &str, cluster: ClusterId, nodes: u32) {
        let endpoint = BatchEndpointId(self.plan.next_id());
        let deployment = BatchDeploymentId(self.plan.next_id());
        let workload = self.plan.basics.workload.clone();
        self.plan.batch_endpoints.push(BatchEndpoint {
            id: endpoint,
            name: self.name(NameKind::BatchEndpoint, "be"),
            description: format!("Scores {workload} data in bulk"),
            deployments: vec![BatchDeployment {
                id: deployment,
                name: generate(NameKind::BatchDeployment, &[&workload, "v1"]),
                model: format!("azureml:{model}:1"),
                cluster: Some(cluster),
                instance_count: nodes,
                mini_batch_size: 10,
                max_concurrency: 2,
            }],
        });
    }
}

/// The part of an endpoint's name that says what it leads to.
fn endpoint_part(kind: PrivateEndpointKind) -> &'static str {
    match kind {
        PrivateEndpointKind::Workspace => "mlw",
        PrivateEndpointKind::Blob => "blob",
        PrivateEndpointKind::File => "file",
        PrivateEndpointKind::Queue => "queue",
        PrivateEndpointKind::Table => "table",
        PrivateEndpointKind::Dfs => "dfs",
        PrivateEndpointKind::KeyVault => "kv",
        PrivateEndpointKind::Registry => "cr",
        PrivateEndpointKind::Monitor => "ampls",
    }
}
