//! Plans of any shape, from a tape of random numbers: small tapes make small plans, so failures shrink.

use azureml_vnet_wizard::domain::{
    AddressText, AksCluster, AksId, AttachedCompute, AttachedId, Bastion, BastionId,
    BatchDeployment, BatchDeploymentId, BatchEndpoint, BatchEndpointId, ClusterId, ComputeCluster,
    ComputeInstance, DnsMode, Firewall, FirewallId, Gateway, GatewayId, InstanceId, IsolationMode,
    Item, JumpHost, JumpHostId, NetworkMode, NodePool, NodePoolId, Nsg, NsgId, OnPremises,
    OnPremisesLink, Peering, PeeringId, Plan, PrefixText, PrivateDnsZone, PrivateEndpoint,
    PrivateEndpointId, PrivateEndpointKind, Registry, RoutePreset, RouteTable, RouteTableId,
    StorageAccount, StorageId, Subnet, SubnetId, SubnetPurpose, Vnet, VnetId, VnetRole, Word,
    ZoneId, ZoneKind,
};
use azureml_vnet_wizard::rules::{self, Findings, Severity};

/// Reads numbers off a tape; after its end, everything is 0.
struct Dice<'a> {
    tape: std::slice::Iter<'a, u16>,
    last_id: u32,
}

impl<'a> Dice<'a> {
    fn new(tape: &'a [u16]) -> Self {
        Self {
            tape: tape.iter(),
            last_id: 0,
        }
    }

    /// The number of the next item.
    fn id(&mut self) -> u32 {
        self.last_id += 1;
        self.last_id
    }

    /// A number below `n`.
    fn below(&mut self, n: usize) -> usize {
        usize::from(self.tape.next().copied().unwrap_or_default()) % n
    }

    fn flip(&mut self) -> bool {
        self.below(2) == 1
    }

    fn word<W: Word>(&mut self) -> W {
        W::ALL[self.below(W::ALL.len())]
    }

    fn some<T: Copy>(&mut self, of: &[T]) -> Option<T> {
        let index = self.below(of.len() + 1);
        index.checked_sub(1).map(|index| of[index])
    }

    fn name(&mut self, stem: &str) -> String {
        match self.below(6) {
            0 => String::new(),
            1 => format!("{stem}-production-westeurope-with-a-name-that-goes-on-and-on-001"),
            2 => "WWWWWWWWWWWWWWWWWWWWWWWW".to_owned(),
            3 => "Zoë Straße 数据网络 <&>\"".to_owned(),
            _ => format!("{stem}-{}", self.below(100)),
        }
    }

    fn prefix(&mut self) -> PrefixText {
        PrefixText::new(match self.below(6) {
            0 => String::new(),
            1 => "10.0.0.7/22".to_owned(),
            2 => "a prefix that is none at all, and long besides".to_owned(),
            3 => "255.255.255.255/32".to_owned(),
            _ => format!(
                "10.{}.{}.0/{}",
                self.below(256),
                self.below(256),
                24 + self.below(6)
            ),
        })
    }

    fn count(&mut self) -> u32 {
        [0, 1, 7, 120, 65_000][self.below(5)]
    }
}

/// A plan from a tape.
pub(crate) fn plan(tape: &[u16]) -> Plan {
    let mut dice = Dice::new(tape);
    let mut plan = Plan::default();
    plan.basics.title = dice.name("plan");
    plan.basics.region = dice.name("region");
    plan.basics.profile = dice.word();
    let subnets = networks(&mut plan, &mut dice);
    let vnets: Vec<VnetId> = plan.vnets.iter().map(|vnet| vnet.id).collect();
    for _ in 0..dice.below(6) {
        let (Some(from), Some(to)) = (dice.some(&vnets), dice.some(&vnets)) else {
            continue;
        };
        let ways = if dice.flip() {
            vec![(from, to)]
        } else {
            vec![(from, to), (to, from)]
        };
        let transit = dice.flip();
        for (from, to) in ways {
            plan.peerings.push(Peering {
                id: PeeringId(dice.id()),
                from,
                to,
                allow_gateway_transit: transit,
                ..Peering::default()
            });
        }
    }
    appliances(&mut plan, &mut dice, &vnets, &subnets);
    services(&mut plan, &mut dice, &vnets, &subnets);
    computes(&mut plan, &mut dice, &subnets);
    plan.last_id = dice.last_id;
    plan
}

fn networks(plan: &mut Plan, dice: &mut Dice<'_>) -> Vec<SubnetId> {
    let nsg = NsgId(dice.id());
    plan.nsgs.push(Nsg {
        id: nsg,
        ..Nsg::default()
    });
    let table = RouteTableId(dice.id());
    plan.route_tables.push(RouteTable {
        id: table,
        preset: RoutePreset::Firewall,
        ..RouteTable::default()
    });
    let mut subnets = Vec::new();
    for _ in 0..dice.below(6) {
        let mut vnet = Vnet {
            id: VnetId(dice.id()),
            name: dice.name("vnet"),
            role: dice.word::<VnetRole>(),
            address_space: (0..dice.below(4)).map(|_| dice.prefix()).collect(),
            region: dice.name("region"),
            ..Vnet::default()
        };
        for _ in 0..dice.below(6) {
            let id = SubnetId(dice.id());
            subnets.push(id);
            vnet.subnets.push(Subnet {
                id,
                name: dice.name("snet"),
                purpose: dice.word::<SubnetPurpose>(),
                prefix: dice.prefix(),
                nsg: dice.flip().then_some(nsg),
                route_table: dice.flip().then_some(table),
                delegation: if dice.below(5) == 0 {
                    "Microsoft.Databricks/workspaces".to_owned()
                } else {
                    String::new()
                },
                used_addresses: dice.count(),
                ..Subnet::default()
            });
        }
        plan.vnets.push(vnet);
    }
    subnets
}

fn appliances(plan: &mut Plan, dice: &mut Dice<'_>, vnets: &[VnetId], subnets: &[SubnetId]) {
    for _ in 0..dice.below(3) {
        plan.jump_hosts.push(JumpHost {
            id: JumpHostId(dice.id()),
            name: dice.name("vm"),
            subnet: dice.some(subnets),
            ..JumpHost::default()
        });
    }
    for _ in 0..dice.below(3) {
        let Some(vnet) = dice.some(vnets) else {
            continue;
        };
        plan.bastions.push(Bastion {
            id: BastionId(dice.id()),
            name: dice.name("bas"),
            vnet,
            ..Bastion::default()
        });
    }
    for _ in 0..dice.below(2) {
        let Some(vnet) = dice.some(vnets) else {
            continue;
        };
        plan.gateways.push(Gateway {
            id: GatewayId(dice.id()),
            name: dice.name("gw"),
            vnet,
            ..Gateway::default()
        });
    }
    for _ in 0..dice.below(2) {
        let Some(vnet) = dice.some(vnets) else {
            continue;
        };
        plan.firewalls.push(Firewall {
            id: FirewallId(dice.id()),
            name: dice.name("afw"),
            vnet,
            private_address: AddressText::new("10.0.0.4"),
            ..Firewall::default()
        });
    }
    plan.on_premises = OnPremises {
        link: dice.word::<OnPremisesLink>(),
        prefixes: (0..dice.below(4)).map(|_| dice.prefix()).collect(),
    };
}

fn services(plan: &mut Plan, dice: &mut Dice<'_>, vnets: &[VnetId], subnets: &[SubnetId]) {
    plan.workspace.name = dice.name("mlw");
    plan.workspace.public_network_access = dice.flip();
    plan.workspace.isolation = dice.word::<IsolationMode>();
    plan.workspace.key_vault.name = dice.name("kv");
    plan.workspace.insights.name = dice.name("appi");
    plan.workspace.registry = dice.flip().then(|| Registry {
        name: dice.name("cr"),
        public_network_access: dice.flip(),
        ..Registry::default()
    });
    let mut storage = Vec::new();
    for _ in 0..dice.below(3) {
        let id = StorageId(dice.id());
        storage.push(id);
        plan.storage.push(StorageAccount {
            id,
            name: dice.name("st"),
            hierarchical_namespace: dice.flip(),
            public_network_access: dice.flip(),
            ..StorageAccount::default()
        });
    }
    for _ in 0..dice.below(12) {
        plan.private_endpoints.push(PrivateEndpoint {
            id: PrivateEndpointId(dice.id()),
            name: dice.name("pep"),
            kind: dice.word::<PrivateEndpointKind>(),
            storage: dice.some(&storage),
            subnet: dice.some(subnets),
            static_address: AddressText::new(if dice.flip() { "10.20.30.40" } else { "" }),
        });
    }
    plan.dns.mode = dice.word::<DnsMode>();
    for _ in 0..dice.below(5) {
        plan.dns.zones.push(PrivateDnsZone {
            id: ZoneId(dice.id()),
            kind: dice.word::<ZoneKind>(),
            links: dice.some(vnets).into_iter().collect(),
            ..PrivateDnsZone::default()
        });
    }
}

fn computes(plan: &mut Plan, dice: &mut Dice<'_>, subnets: &[SubnetId]) {
    let mut clusters = Vec::new();
    for _ in 0..dice.below(5) {
        let id = ClusterId(dice.id());
        clusters.push(id);
        plan.clusters.push(ComputeCluster {
            id,
            name: dice.name("cpu"),
            max_nodes: dice.count(),
            subnet: dice.some(subnets),
            public_ip: dice.flip(),
            ..ComputeCluster::default()
        });
    }
    for _ in 0..dice.below(3) {
        plan.instances.push(ComputeInstance {
            id: InstanceId(dice.id()),
            name: dice.name("ci"),
            subnet: dice.some(subnets),
            ..ComputeInstance::default()
        });
    }
    for _ in 0..dice.below(2) {
        plan.attached.push(AttachedCompute {
            id: AttachedId(dice.id()),
            name: dice.name("vm"),
            kind: dice.word(),
            nodes: dice.count(),
            subnet: dice.some(subnets),
            ..AttachedCompute::default()
        });
    }
    for _ in 0..dice.below(3) {
        let id = AksId(dice.id());
        let pools = (0..dice.below(4))
            .map(|_| NodePool {
                id: NodePoolId(dice.id()),
                name: dice.name("np"),
                max_nodes: dice.count(),
                max_pods: 30,
                node_subnet: dice.some(subnets),
                pod_subnet: dice.some(subnets),
                ..NodePool::default()
            })
            .collect();
        plan.aks.push(AksCluster {
            id,
            name: dice.name("aks"),
            network_mode: dice.word::<NetworkMode>(),
            private_cluster: dice.flip(),
            api_server_subnet: dice.some(subnets),
            pools,
            ..AksCluster::default()
        });
    }
    for _ in 0..dice.below(4) {
        plan.batch_endpoints.push(BatchEndpoint {
            id: BatchEndpointId(dice.id()),
            name: dice.name("batch"),
            deployments: vec![BatchDeployment {
                id: BatchDeploymentId(dice.id()),
                cluster: dice.some(&clusters),
                ..BatchDeployment::default()
            }],
            ..BatchEndpoint::default()
        });
    }
}

/// Every item of a plan that can carry a mark.
fn items(plan: &Plan) -> Vec<Item> {
    let mut items = vec![
        Item::Workspace,
        Item::KeyVault,
        Item::Registry,
        Item::Insights,
        Item::OnPremises,
        Item::Dns,
    ];
    items.extend(plan.vnets.iter().map(|vnet| Item::Vnet(vnet.id)));
    items.extend(plan.subnets().map(|(_, subnet)| Item::Subnet(subnet.id)));
    items.extend(plan.nsgs.iter().map(|nsg| Item::Nsg(nsg.id)));
    items.extend(plan.storage.iter().map(|account| Item::Storage(account.id)));
    items.extend(
        plan.clusters
            .iter()
            .map(|cluster| Item::Cluster(cluster.id)),
    );
    items.extend(plan.aks.iter().map(|aks| Item::Aks(aks.id)));
    items.extend(plan.jump_hosts.iter().map(|host| Item::JumpHost(host.id)));
    items.extend(
        plan.batch_endpoints
            .iter()
            .map(|e| Item::BatchEndpoint(e.id)),
    );
    items.extend(
        plan.private_endpoints
            .iter()
            .map(|e| Item::PrivateEndpoint(e.id)),
    );
    items
}

fn report(findings: &mut Findings, item: Item, severity: Severity) {
    let rule = rules::all().next().expect("there are rules");
    findings
        .report(rule, item, "Something", "Something about it.")
        .severity(severity);
}

/// An error and a warning about every item.
pub(crate) fn findings_about_everything(plan: &Plan) -> Findings {
    let mut findings = Findings::default();
    for item in items(plan) {
        report(&mut findings, item, Severity::Error);
        report(&mut findings, item, Severity::Warning);
    }
    findings
}

/// Findings about some of the items.
pub(crate) fn findings(plan: &Plan, tape: &[u16]) -> Findings {
    let mut dice = Dice::new(tape);
    let mut findings = Findings::default();
    for item in items(plan) {
        match dice.below(5) {
            0 => report(&mut findings, item, Severity::Error),
            1 => report(&mut findings, item, Severity::Warning),
            2 => report(&mut findings, item, Severity::Advice),
            _ => {}
        }
    }
    findings
}
