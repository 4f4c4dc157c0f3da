//! Whether packets pass the NSG that a plan gives a subnet.

use azureml_vnet_wizard::domain::{
    Direction::{Inbound, Outbound},
    Gateway, GatewayId, NetworkPolicies, Nsg, NsgId, NsgPreset, OnPremises, OnPremisesLink,
    Peering, PeeringId, Placement, Plan, PrefixText, Route, RouteTable, RouteTableId, Subnet,
    SubnetId, Vnet, VnetId,
};
use azureml_vnet_wizard::flow::{Answer, Border, Resident, RoutedPrefixes, Verdict, verify};
use azureml_vnet_wizard::topology::Prefixes;

use crate::flow::{assert_decided, packet, rule};

const ML: VnetId = VnetId(1);
const PEER: VnetId = VnetId(2);
const SUBNET: SubnetId = SubnetId(3);
const NSG: NsgId = NsgId(4);
const TABLE: RouteTableId = RouteTableId(5);

/// A VNet with a guarded subnet, and a peer with a gateway to on-premises.
fn plan() -> Plan {
    let vnet = |id, space: &str| Vnet {
        id,
        address_space: vec![PrefixText::new(space)],
        ..Vnet::default()
    };
    let mut ml = vnet(ML, "10.0.0.0/16");
    ml.subnets.push(Subnet {
        id: SUBNET,
        nsg: Some(NSG),
        ..Subnet::default()
    });
    let peering = |id, from, to| Peering {
        id: PeeringId(id),
        from,
        to,
        allow_vnet_access: true,
        ..Peering::default()
    };
    Plan {
        vnets: vec![ml, vnet(PEER, "10.1.0.0/16")],
        peerings: vec![peering(6, ML, PEER), peering(7, PEER, ML)],
        nsgs: vec![Nsg {
            id: NSG,
            name: "nsg-training".to_owned(),
            ..Nsg::default()
        }],
        on_premises: OnPremises {
            link: OnPremisesLink::Vpn,
            prefixes: vec![PrefixText::new("192.168.0.0/16")],
        },
        gateways: vec![Gateway {
            id: GatewayId(8),
            vnet: PEER,
            ..Gateway::default()
        }],
        ..Plan::default()
    }
}

fn leaves(plan: &Plan, routed: RoutedPrefixes, flow: &str) -> Answer {
    let border = Border {
        routed,
        ..Border::of_machines(SUBNET, Outbound)
    };
    verify(plan, &Prefixes::new(), border, &packet(flow))
}

#[test]
fn a_peer_counts_as_the_network_only_while_access_is_allowed() {
    let mut plan = plan();
    let flow = "tcp 10.0.1.4 -> 10.1.0.4:443";
    let answer = leaves(&plan, RoutedPrefixes::Excluded, flow);
    assert_decided(&answer, Verdict::Allowed, "AllowVnetOutBound");
    // FLOW-8.
    plan.peerings[1].allow_vnet_access = false;
    let answer = leaves(&plan, RoutedPrefixes::Excluded, flow);
    assert_decided(&answer, Verdict::Denied, "DenyAllOutBound");
    assert_eq!(answer.steps[0].nsg.as_deref(), Some("nsg-training"));
}

#[test]
fn on_premises_counts_once_the_gateway_of_the_peer_may_be_used() {
    let mut plan = plan();
    let flow = "tcp 10.0.1.4 -> 192.168.1.1:443";
    let verdict = |plan: &Plan| leaves(plan, RoutedPrefixes::Excluded, flow).verdict;
    assert_eq!(verdict(&plan), Verdict::Denied);
    plan.peerings[0].use_remote_gateways = true;
    assert_eq!(verdict(&plan), Verdict::Denied);
    plan.peerings[1].allow_gateway_transit = true;
    assert_eq!(verdict(&plan), Verdict::Allowed);
}

#[test]
fn a_default_route_may_make_everything_the_network() {
    let mut plan = plan();
    plan.vnets[0].subnets[0].route_table = Some(TABLE);
    plan.route_tables.push(RouteTable {
        id: TABLE,
        routes: vec![Route {
            destination: "0.0.0.0/0".to_owned(),
            ..Route::default()
        }],
        ..RouteTable::default()
    });
    let flow = "tcp 10.0.1.4 -> Storage.eastus:443";
    let strict = leaves(&plan, RoutedPrefixes::Excluded, flow);
    assert_decided(&strict, Verdict::Allowed, "AllowInternetOutBound");
    let loose = leaves(&plan, RoutedPrefixes::Included, flow);
    assert_decided(&loose, Verdict::Allowed, "AllowVnetOutBound");
}

#[test]
fn private_endpoints_are_filtered_only_where_the_subnet_says_so() {
    let mut plan = plan();
    plan.nsgs[0].rules.push(rule("in 100 deny any * -> *:*"));
    let border = Border {
        resident: Resident::PrivateEndpoint,
        ..Border::of_machines(SUBNET, Inbound)
    };
    let ask = |plan: &Plan| {
        let flow = packet("tcp 10.0.1.4 -> 10.0.2.4:443");
        verify(plan, &Prefixes::new(), border, &flow)
    };
    assert_eq!(ask(&plan).verdict, Verdict::Allowed);
    assert_eq!(
        ask(&plan).steps[0].why,
        "the subnet’s network policies leave private endpoints unfiltered"
    );
    plan.vnets[0].subnets[0].private_endpoint_policies = NetworkPolicies::NetworkSecurityGroup;
    assert_decided(&ask(&plan), Verdict::Denied, "rule-100");
}

#[test]
fn an_existing_nsg_without_rules_in_the_plan_is_unknown() {
    let mut plan = plan();
    plan.nsgs[0].placement = Placement::Existing;
    let flow = "tcp 10.0.1.4 -> 10.1.0.4:443";
    let answer = leaves(&plan, RoutedPrefixes::Excluded, flow);
    assert_eq!(answer.verdict, Verdict::Unknown);
    plan.vnets[0].subnets[0].nsg = None;
    let answer = leaves(&plan, RoutedPrefixes::Excluded, flow);
    assert_eq!(answer.verdict, Verdict::Allowed);
    assert_eq!(answer.steps[0].why, "the subnet has no NSG");
}

#[test]
fn the_training_preset_lets_its_computes_work_and_nothing_else_out() {
    let mut plan = plan();
    plan.basics.region = String::from("eastus");
    plan.nsgs[0].preset = NsgPreset::Training;
    plan.nsgs[0].deny_internet = true;
    for routed in [RoutedPrefixes::Excluded, RoutedPrefixes::Included] {
        for (flow, expected) in [
            ("tcp 10.0.1.4 -> AzureActiveDirectory:443", Verdict::Allowed),
            ("tcp 10.0.1.4 -> AzureMachineLearning:443", Verdict::Allowed),
            (
                "udp 10.0.1.4 -> AzureMachineLearning:5831",
                Verdict::Allowed,
            ),
            (
                "any 10.0.1.4 -> BatchNodeManagement.eastus:443",
                Verdict::Allowed,
            ),
            ("tcp 10.0.1.4 -> Storage.eastus:443", Verdict::Allowed),
            (
                "tcp 10.0.1.4 -> MicrosoftContainerRegistry:443",
                Verdict::Allowed,
            ),
            ("tcp 10.0.1.4 -> 10.0.2.4:445", Verdict::Allowed),
            ("tcp 10.0.1.4 -> Storage.westus:443", Verdict::Denied),
            ("tcp 10.0.1.4 -> 13.82.33.32:443", Verdict::Denied),
        ] {
            assert_eq!(leaves(&plan, routed, flow).verdict, expected, "{flow}");
        }
    }
}
