//! Route selection: the vectors of the facts and their neighbours, from a table.

use azureml_vnet_wizard::domain::{
    AddressText, Gateway, GatewayId, GatewayKind, NetworkPolicies, NextHop, OnPremises,
    OnPremisesLink, Peering, PeeringId, Plan, PrefixText, PrivateEndpoint, PrivateEndpointId,
    Route, RouteTable, RouteTableId, Subnet, SubnetId, Vnet, VnetId, Word,
};
use azureml_vnet_wizard::flow::{self, Endpoint, Target, Verdict, Way, next_hop};
use azureml_vnet_wizard::topology::Prefixes;

const VECTORS: &str = include_str!("data/next_hop.csv");

const HERE: VnetId = VnetId(1);
const PEER: VnetId = VnetId(2);
const SUBNET: SubnetId = SubnetId(3);
const ENDPOINTS: SubnetId = SubnetId(4);
const TABLE: RouteTableId = RouteTableId(5);

/// A VNet with a routed subnet, and whatever else the words of a vector add.
fn plan(context: &str) -> Plan {
    let mut plan = Plan::default();
    "eastus".clone_into(&mut plan.basics.region);
    plan.vnets = vec![Vnet {
        id: HERE,
        subnets: vec![
            Subnet {
                id: SUBNET,
                route_table: Some(TABLE),
                ..Subnet::default()
            },
            Subnet {
                id: ENDPOINTS,
                ..Subnet::default()
            },
        ],
        ..Vnet::default()
    }];
    plan.route_tables = vec![RouteTable {
        id: TABLE,
        ..RouteTable::default()
    }];
    for word in context.split(' ') {
        let (key, value) = word.split_once('=').expect("key=value");
        add(&mut plan, key, value);
    }
    plan
}

fn add(plan: &mut Plan, key: &str, value: &str) {
    match key {
        "vnet" => plan.vnets[0].address_space.push(PrefixText::new(value)),
        "peer" => {
            plan.vnets.push(Vnet {
                id: PEER,
                address_space: vec![PrefixText::new(value)],
                ..Vnet::default()
            });
            for (id, from, to) in [(6, HERE, PEER), (7, PEER, HERE)] {
                plan.peerings.push(Peering {
                    id: PeeringId(id),
                    from,
                    to,
                    allow_vnet_access: true,
                    ..Peering::default()
                });
            }
        }
        "access" => plan.peerings[1].allow_vnet_access = false,
        "user" => {
            let (destination, hop) = value.split_once('>').expect("a route");
            let routes = &mut plan.route_tables[0].routes;
            let next_hop = match hop {
                "None" => NextHop::None,
                "Internet" => NextHop::Internet,
                "VirtualNetworkGateway" => NextHop::VirtualNetworkGateway,
                _ => NextHop::VirtualAppliance,
            };
            routes.push(Route {
                name: format!("user-{}", routes.len() + 1),
                destination: destination.to_owned(),
                next_hop,
                next_hop_address: AddressText::new(hop),
                ..Route::default()
            });
        }
        "bgp" => {
            plan.on_premises.link = OnPremisesLink::Vpn;
            plan.on_premises.prefixes.push(PrefixText::new(value));
            if plan.gateways.is_empty() {
                plan.gateways.push(Gateway {
                    id: GatewayId(8),
                    vnet: HERE,
                    ..Gateway::default()
                });
            }
        }
        "kind" => plan.gateways[0].kind = GatewayKind::from_word(value).expect("a kind"),
        "gateway" => {
            plan.gateways[0].vnet = PEER;
            plan.peerings[0].use_remote_gateways = true;
            plan.peerings[1].allow_gateway_transit = value == "peer";
        }
        "propagation" => plan.route_tables[0].disable_bgp_propagation = true,
        "endpoint" => plan.private_endpoints.push(PrivateEndpoint {
            id: PrivateEndpointId(9),
            name: "pep".to_owned(),
            subnet: Some(ENDPOINTS),
            static_address: AddressText::new(value),
            ..PrivateEndpoint::default()
        }),
        "policies" => {
            let policies = NetworkPolicies::from_word(value).expect("policies");
            plan.vnets[0].subnets[1].private_endpoint_policies = policies;
        }
        "service" => plan.vnets[0].subnets[0]
            .service_endpoints
            .push(value.to_owned()),
        _ => panic!("no such context: {key}"),
    }
}

/// A destination: an address, a range, a service tag, or an address with its tag.
fn target(plan: &Plan, text: &str) -> Target {
    let mut end = Endpoint::default();
    for word in text.split(' ') {
        match (word.parse(), word.parse()) {
            (Ok(address), _) => end.address = Some(address),
            (_, Ok(range)) => end.within = Some(range),
            _ => end.tag = Some(word.to_owned()),
        }
    }
    let mut endpoints = plan.private_endpoints.iter();
    let fixed = endpoints.find(|it| it.static_address.address() == end.address);
    Target {
        private_endpoint: fixed.filter(|_| end.address.is_some()).map(|it| it.id),
        end,
    }
}

fn words(answer: &flow::NextHop) -> String {
    let way = answer.route.as_ref().map(|route| &route.way);
    match (answer.verdict, way) {
        (Verdict::Unknown, _) | (_, None) => "unknown".to_owned(),
        (_, Some(way)) => match way {
            Way::VirtualNetwork => "VirtualNetwork".to_owned(),
            Way::Peering(_) => "VNetPeering".to_owned(),
            Way::PrivateEndpoint(_) => "InterfaceEndpoint".to_owned(),
            Way::ServiceEndpoint => "VirtualNetworkServiceEndpoint".to_owned(),
            Way::Internet => "Internet".to_owned(),
            Way::Gateway(None) => "no gateway".to_owned(),
            Way::Gateway(Some(_)) => "VirtualNetworkGateway".to_owned(),
            Way::Appliance(address) => {
                format!("VirtualAppliance {}", address.expect("an address"))
            }
            Way::Dropped => "None".to_owned(),
        },
    }
}

#[test]
fn chooses_the_route_of_every_vector() {
    let mut vectors = 0;
    for line in VECTORS.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [case, context, destination, expected, route] = cells[..] else {
            panic!("not a vector: {line}");
        };
        let plan = plan(context);
        let to = target(&plan, destination);
        let answer = next_hop(&plan, &Prefixes::new(), SUBNET, &to);
        let name = answer.route.as_ref().map(|route| route.name.as_str());
        assert_eq!(
            (words(&answer).as_str(), name),
            (expected, Some(route)),
            "{case}: {answer:?}"
        );
        let dropped = matches!(expected, "None" | "no gateway");
        assert_eq!(answer.verdict == Verdict::Denied, dropped, "{case}");
        vectors += 1;
    }
    assert!(vectors >= 40, "{vectors} vectors");
}

#[test]
fn says_which_route_decides_and_why() {
    let why = |context: &str, destination: &str| {
        let plan = plan(context);
        next_hop(&plan, &Prefixes::new(), SUBNET, &target(&plan, destination)).why
    };
    assert_eq!(
        why("vnet=10.0.0.0/16 user=0.0.0.0/0>10.0.9.4", "8.8.8.8"),
        "route user-1 sends it to the appliance at 10.0.9.4"
    );
    assert_eq!(
        why("vnet=10.0.0.0/16", "10.9.0.1"),
        "Azure’s route for 10.0.0.0/8 drops it"
    );
    assert_eq!(
        why(
            "vnet=10.0.0.0/16 user=20.0.0.0/8>10.0.9.4 user=Storage>Internet",
            "20.1.0.1 Storage.eastus"
        ),
        "user-1 may match: whether Storage has longer prefixes is not known here"
    );
}

#[test]
fn an_appliance_without_a_readable_address_is_unknown() {
    let plan = plan("vnet=10.0.0.0/16 user=0.0.0.0/0>10.0.9.");
    let to = target(&plan, "8.8.8.8");
    let answer = next_hop(&plan, &Prefixes::new(), SUBNET, &to);
    assert_eq!(answer.verdict, Verdict::Unknown);
    assert_eq!(
        answer.why,
        "route user-1 leads to an appliance whose address is not known"
    );
}

#[test]
fn on_premises_that_is_not_joined_has_no_routes() {
    let mut plan = plan("vnet=10.0.0.0/16 bgp=10.50.0.0/16");
    plan.on_premises = OnPremises {
        link: OnPremisesLink::None,
        ..plan.on_premises
    };
    let to = target(&plan, "10.50.0.1");
    let answer = next_hop(&plan, &Prefixes::new(), SUBNET, &to);
    assert_eq!(answer.verdict, Verdict::Denied);
}
