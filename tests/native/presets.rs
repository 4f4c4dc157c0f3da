//! Generated security rules and routes follow the plan.

use azureml_vnet_wizard::domain::{
    Access, AddressText, AksCluster, AttachedCompute, AttachedId, AttachedKind, Bastion, BastionId,
    Cloud, ClusterId, ComputeCluster, ComputeInstance, Direction, Firewall, FirewallId, InstanceId,
    NextHop, NodePool, Nsg, NsgId, NsgPreset, Peering, PeeringId, Plan, PrefixText,
    PrivateEndpoint, PrivateEndpointId, PrivateEndpointKind, Protocol, Route, RouteId, RoutePreset,
    RouteTable, RouteTableId, RuleProfile, SecurityRule, SecurityRuleId, Subnet, SubnetId,
    SubnetPurpose, Vnet, VnetId,
};
use azureml_vnet_wizard::flow::presets::{EffectiveRule, effective_rules};
use azureml_vnet_wizard::flow::routes::effective_routes;
use azureml_vnet_wizard::topology::Prefixes;

const ML: VnetId = VnetId(1);
const JUMP: VnetId = VnetId(2);
const GUARDED: SubnetId = SubnetId(11);
const BASTION: SubnetId = SubnetId(12);
const FIREWALL: SubnetId = SubnetId(13);
const NSG: NsgId = NsgId(20);
const TABLE: RouteTableId = RouteTableId(21);

/// A VNet with one guarded subnet and a firewall, peered with one that has Bastion.
fn plan(preset: NsgPreset) -> Plan {
    let subnet = |id, purpose| Subnet {
        id,
        purpose,
        ..Subnet::default()
    };
    let guarded = Subnet {
        nsg: Some(NSG),
        route_table: Some(TABLE),
        ..subnet(GUARDED, SubnetPurpose::Training)
    };
    let peering = |id, from, to| Peering {
        id: PeeringId(id),
        from,
        to,
        allow_vnet_access: true,
        ..Peering::default()
    };
    let mut plan = Plan {
        vnets: vec![
            Vnet {
                id: ML,
                subnets: vec![guarded, subnet(FIREWALL, SubnetPurpose::Firewall)],
                ..Vnet::default()
            },
            Vnet {
                id: JUMP,
                subnets: vec![subnet(BASTION, SubnetPurpose::Bastion)],
                ..Vnet::default()
            },
        ],
        peerings: vec![peering(30, ML, JUMP), peering(31, JUMP, ML)],
        bastions: vec![Bastion {
            id: BastionId(32),
            vnet: JUMP,
            ..Bastion::default()
        }],
        firewalls: vec![Firewall {
            id: FirewallId(33),
            vnet: ML,
            ..Firewall::default()
        }],
        nsgs: vec![Nsg {
            id: NSG,
            preset,
            ..Nsg::default()
        }],
        route_tables: vec![RouteTable {
            id: TABLE,
            preset: RoutePreset::Firewall,
            ..RouteTable::default()
        }],
        ..Plan::default()
    };
    plan.basics.region = String::from("WestEurope");
    plan
}

fn prefixes() -> Prefixes {
    let prefix = |text: &str| text.parse().expect("a prefix");
    Prefixes::from([
        (GUARDED, prefix("10.0.1.0/24")),
        (FIREWALL, prefix("10.0.9.0/26")),
        (BASTION, prefix("10.1.0.0/26")),
    ])
}

fn rules(plan: &Plan) -> Vec<EffectiveRule> {
    effective_rules(plan, &prefixes(), NSG)
}

/// A rule in one line, as a person reads it.
fn line(effective: &EffectiveRule) -> String {
    let rule = &effective.rule;
    let direction = match rule.direction {
        Direction::Inbound => "in",
        Direction::Outbound => "out",
    };
    let access = match rule.access {
        Access::Allow => "allow",
        Access::Deny => "deny",
    };
    format!(
        "{direction} {} {access} {:?} {} -> {}:{}",
        rule.priority,
        rule.protocol,
        rule.sources.join(","),
        rule.destinations.join(","),
        rule.destination_ports.join(","),
    )
}

fn lines(plan: &Plan) -> Vec<String> {
    rules(plan).iter().map(line).collect()
}

fn cluster(public_ip: bool) -> ComputeCluster {
    ComputeCluster {
        id: ClusterId(40),
        subnet: Some(GUARDED),
        public_ip,
        ..ComputeCluster::default()
    }
}

fn endpoint(kind: PrivateEndpointKind) -> PrivateEndpoint {
    PrivateEndpoint {
        id: PrivateEndpointId(50),
        kind,
        ..PrivateEndpoint::default()
    }
}

#[test]
fn private_compute_gets_no_inbound_rule_and_the_required_outbound_ones() {
    let mut plan = plan(NsgPreset::Training);
    plan.clusters.push(cluster(false));
    plan.private_endpoints
        .push(endpoint(PrivateEndpointKind::File));
    let expected = [
        "out 100 allow Tcp * -> AzureActiveDirectory:80,443",
        "out 110 allow Tcp * -> AzureMachineLearning:443,8787,18881",
        "out 120 allow Udp * -> AzureMachineLearning:5831",
        "out 130 allow Any * -> BatchNodeManagement.westeurope:443",
        "out 140 allow Tcp * -> AzureResourceManager:443",
        "out 150 allow Tcp * -> Storage.westeurope:443",
        "out 160 allow Tcp * -> AzureFrontDoor.Frontend:443",
        "out 170 allow Tcp * -> MicrosoftContainerRegistry:443",
        "out 180 allow Tcp * -> AzureFrontDoor.FirstParty:443",
        "out 190 allow Tcp * -> AzureMonitor:443",
        "out 210 allow Tcp * -> VirtualNetwork:443,445",
    ];
    assert_eq!(lines(&plan), expected);
}

#[test]
fn rules_come_and_go_with_what_needs_them() {
    let mut plan = plan(NsgPreset::Training);
    let has = |plan: &Plan, name: &str| rules(plan).iter().any(|it| it.rule.name == name);
    assert!(has(&plan, "Allow-Storage-Smb") && !has(&plan, "Allow-Vnet"));
    plan.private_endpoints = vec![
        endpoint(PrivateEndpointKind::File),
        endpoint(PrivateEndpointKind::Monitor),
    ];
    assert!(!has(&plan, "Allow-Storage-Smb") && has(&plan, "Allow-Vnet"));
    assert!(!has(&plan, "Allow-Monitor"));

    assert!(!has(&plan, "Allow-KeyVault-HBI"));
    plan.workspace.high_business_impact = true;
    assert!(has(&plan, "Allow-KeyVault-HBI"));

    assert!(has(&plan, "Allow-FrontDoor"));
    plan.basics.cloud = Cloud::China;
    assert!(!has(&plan, "Allow-FrontDoor"));

    assert!(!has(&plan, "Deny-Internet"));
    plan.nsgs[0].deny_internet = true;
    assert_eq!(
        lines(&plan).last().map(String::as_str),
        Some("out 4000 deny Any * -> Internet:*")
    );

    assert!(!has(&plan, "Allow-Vnet-VSCode"));
    plan.instances.push(ComputeInstance {
        id: InstanceId(41),
        subnet: Some(GUARDED),
        ..ComputeInstance::default()
    });
    assert!(has(&plan, "Allow-Vnet-VSCode"));
}

#[test]
fn public_compute_gets_port_44224_only_where_it_stands() {
    let mut plan = plan(NsgPreset::Training);
    plan.clusters.push(cluster(true));
    let inbound = "in 100 allow Tcp AzureMachineLearning -> VirtualNetwork:44224";
    assert_eq!(lines(&plan)[0], inbound);
    plan.clusters[0].subnet = Some(BASTION);
    assert!(!lines(&plan).iter().any(|line| line.starts_with("in ")));
}

#[test]
fn the_2019_profile_opens_the_batch_ports() {
    let mut plan = plan(NsgPreset::Training);
    plan.basics.profile = RuleProfile::Classic2019;
    plan.clusters.push(cluster(true));
    let expected = [
        "in 100 allow Tcp BatchNodeManagement.westeurope -> *:29876-29877",
        "out 100 allow Any * -> VirtualNetwork:*",
        "out 110 allow Any * -> Internet:*",
    ];
    assert_eq!(lines(&plan), expected);
    plan.clusters[0].ssh_public_access = true;
    assert_eq!(lines(&plan)[1], "in 110 allow Tcp * -> *:22");
}

#[test]
fn bastion_gets_all_eight_rules() {
    let expected = [
        "in 120 allow Tcp Internet -> *:443",
        "in 130 allow Tcp GatewayManager -> *:443",
        "in 140 allow Tcp AzureLoadBalancer -> *:443",
        "in 150 allow Any VirtualNetwork -> VirtualNetwork:8080,5701",
        "out 100 allow Any * -> VirtualNetwork:22,3389",
        "out 110 allow Tcp * -> AzureCloud:443",
        "out 120 allow Any VirtualNetwork -> VirtualNetwork:8080,5701",
        "out 130 allow Any * -> Internet:80",
    ];
    assert_eq!(lines(&plan(NsgPreset::Bastion)), expected);
}

#[test]
fn a_jump_host_is_reached_from_bastion_alone() {
    let mut plan = plan(NsgPreset::JumpHost);
    let expected = [
        "in 100 allow Tcp 10.1.0.0/26 -> *:22,3389",
        "in 4000 deny Any * -> *:22,3389",
    ];
    assert_eq!(lines(&plan), expected);
    plan.peerings.pop();
    assert_eq!(
        lines(&plan),
        expected[1..],
        "Bastion does not reach this VNet"
    );
}

#[test]
fn endpoint_rules_name_the_subnet_or_its_vnet_while_it_has_no_place() {
    let plan = plan(NsgPreset::PrivateEndpoints);
    let expected = [
        "in 100 allow Tcp VirtualNetwork -> 10.0.1.0/24:443",
        "in 110 allow Tcp VirtualNetwork -> 10.0.1.0/24:445",
        "in 4000 deny Any * -> *:*",
    ];
    assert_eq!(lines(&plan), expected);
    let unplaced = effective_rules(&plan, &Prefixes::new(), NSG);
    assert_eq!(unplaced[0].rule.destinations, ["VirtualNetwork"]);
}

#[test]
fn attached_machines_get_the_ssh_rule_on_their_ports() {
    let mut plan = plan(NsgPreset::AttachedCompute);
    assert_eq!(
        lines(&plan),
        ["in 100 allow Any AzureMachineLearning -> *:22"]
    );
    let rule = &rules(&plan)[0].rule;
    assert_eq!(
        (rule.protocol, rule.source_ports.clone()),
        (Protocol::Any, vec!["*".to_owned()])
    );
    for (id, ssh_port, kind) in [
        (60, 2222, AttachedKind::VirtualMachine),
        (61, 22, AttachedKind::HdInsight),
    ] {
        plan.attached.push(AttachedCompute {
            id: AttachedId(id),
            ssh_port,
            kind,
            subnet: Some(GUARDED),
            ..AttachedCompute::default()
        });
    }
    let expected = [
        "in 100 allow Any AzureMachineLearning -> *:22,2222",
        "in 110 allow Tcp HDInsight.westeurope -> *:443",
    ];
    assert_eq!(lines(&plan), expected);
}

#[test]
fn aks_rules_appear_as_soon_as_something_is_denied() {
    let mut plan = plan(NsgPreset::Aks);
    plan.aks.push(AksCluster {
        pod_cidr: PrefixText::new("10.244.0.0/16"),
        pools: vec![NodePool {
            node_subnet: Some(GUARDED),
            ..NodePool::default()
        }],
        ..AksCluster::default()
    });
    assert_eq!(lines(&plan), [""; 0]);
    plan.nsgs[0]
        .rules
        .push(written(500, "Deny-Lateral", Access::Deny));
    let expected = [
        "in 100 allow Any 10.0.1.0/24,10.244.0.0/16 -> 10.0.1.0/24,10.244.0.0/16:*",
        "in 500 deny Tcp * -> *:443",
    ];
    assert_eq!(lines(&plan), expected);
}

fn written(priority: u32, name: &str, access: Access) -> SecurityRule {
    let any = || vec!["*".to_owned()];
    SecurityRule {
        id: SecurityRuleId(70),
        name: name.to_owned(),
        priority,
        direction: Direction::Inbound,
        access,
        protocol: Protocol::Tcp,
        sources: any(),
        source_ports: any(),
        destinations: any(),
        destination_ports: vec!["443".to_owned()],
        description: String::new(),
    }
}

#[test]
fn written_rules_keep_their_priority_and_generated_ones_step_aside() {
    let mut plan = plan(NsgPreset::PrivateEndpoints);
    plan.nsgs[0]
        .rules
        .push(written(100, "Deny-First", Access::Deny));
    let priorities: Vec<(u32, Option<&str>)> = rules(&plan)
        .iter()
        .map(|it| (it.rule.priority, it.fact))
        .collect();
    let fact = Some("NSG-42");
    assert_eq!(
        priorities,
        [(100, None), (101, fact), (110, fact), (4000, fact)]
    );
}

#[test]
fn a_written_rule_replaces_the_generated_one_of_its_name() {
    let mut plan = plan(NsgPreset::PrivateEndpoints);
    plan.nsgs[0]
        .rules
        .push(written(300, "allow-vnet-https", Access::Deny));
    let named: Vec<EffectiveRule> = rules(&plan)
        .into_iter()
        .filter(|it| it.rule.name.eq_ignore_ascii_case("Allow-Vnet-Https"))
        .collect();
    assert_eq!(named.len(), 1);
    assert_eq!((named[0].rule.access, named[0].fact), (Access::Deny, None));
}

#[test]
fn generated_descriptions_fit_into_azures_limit() {
    for preset in [
        NsgPreset::Training,
        NsgPreset::PrivateEndpoints,
        NsgPreset::Bastion,
        NsgPreset::JumpHost,
        NsgPreset::AttachedCompute,
    ] {
        for effective in rules(&plan(preset)) {
            let description = &effective.rule.description;
            assert!(
                !description.is_empty() && description.chars().count() <= 140,
                "{effective:?}"
            );
        }
    }
}

fn routes(plan: &Plan) -> Vec<String> {
    effective_routes(plan, &prefixes(), TABLE)
        .iter()
        .map(|it| {
            let route = &it.route;
            format!(
                "{} {:?} {}",
                route.destination,
                route.next_hop,
                route.next_hop_address.as_str()
            )
        })
        .collect()
}

#[test]
fn everything_goes_to_the_firewall_except_replies_of_public_compute() {
    let mut plan = plan(NsgPreset::None);
    assert_eq!(routes(&plan), ["0.0.0.0/0 VirtualAppliance 10.0.9.4"]);
    plan.clusters.push(cluster(true));
    let current = [
        "0.0.0.0/0 VirtualAppliance 10.0.9.4",
        "AzureMachineLearning Internet ",
    ];
    assert_eq!(routes(&plan), current);
    plan.basics.profile = RuleProfile::Classic2019;
    assert_eq!(routes(&plan)[2], "BatchNodeManagement.westeurope Internet ");
    plan.clusters[0].subnet = Some(BASTION);
    assert_eq!(routes(&plan), current[..1]);
}

#[test]
fn a_written_route_replaces_the_generated_one_to_its_destination() {
    let mut plan = plan(NsgPreset::None);
    plan.route_tables[0].routes.push(Route {
        id: RouteId(80),
        destination: "0.0.0.0/0".to_owned(),
        next_hop: NextHop::VirtualAppliance,
        next_hop_address: AddressText::new("10.9.9.9"),
        ..Route::default()
    });
    assert_eq!(routes(&plan), ["0.0.0.0/0 VirtualAppliance 10.9.9.9"]);
}

#[test]
fn without_a_firewall_there_is_nothing_to_route_to() {
    let mut plan = plan(NsgPreset::None);
    plan.firewalls.clear();
    assert_eq!(routes(&plan), [""; 0]);
}
