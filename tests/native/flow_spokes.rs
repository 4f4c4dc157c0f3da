//! Paths between two spokes and a hub: appliances, routes on one side only, circles, ways out, what is not known.

use azureml_vnet_wizard::domain::{
    AddressText, Firewall, FirewallId, NatGateway, NatGatewayId, Nsg, NsgId, Peering, PeeringId,
    Placement, Plan, PrefixText, Protocol, Route, RouteTable, RouteTableId, Subnet, SubnetId,
    SubnetPurpose, Vnet, VnetId,
};
use azureml_vnet_wizard::flow::{Party, Path, Verdict};
use expect_test::expect;

use super::flow_paths::{ask, assert_decided, https, machines, subnet, tells};

/// A hub with an appliance, and two spokes that reach each other through it.
fn spokes() -> Plan {
    let mut plan = Plan::default();
    let hub = vnet(
        &mut plan,
        "vnet-hub",
        "10.0.0.0/22",
        &[("snet-fw", "10.0.0.0/26")],
    );
    let left = vnet(
        &mut plan,
        "vnet-left",
        "10.1.0.0/16",
        &[("snet-left", "10.1.0.0/24")],
    );
    let right = vnet(
        &mut plan,
        "vnet-right",
        "10.2.0.0/16",
        &[("snet-right", "10.2.0.0/24")],
    );
    for spoke in [left, right] {
        for (from, to) in [(hub, spoke), (spoke, hub)] {
            let id = PeeringId(plan.next_id());
            plan.peerings.push(Peering {
                id,
                from,
                to,
                allow_vnet_access: true,
                allow_forwarded_traffic: from == spoke,
                ..Peering::default()
            });
        }
    }
    for (vnet, name, other) in [
        (1, "rt-left", "10.2.0.0/16"),
        (2, "rt-right", "10.1.0.0/16"),
    ] {
        let id = RouteTableId(plan.next_id());
        plan.vnets[vnet].subnets[0].route_table = Some(id);
        plan.route_tables.push(RouteTable {
            id,
            name: name.to_owned(),
            routes: vec![Route {
                name: "to-the-other".to_owned(),
                destination: other.to_owned(),
                next_hop_address: AddressText::new("10.0.0.4"),
                ..Route::default()
            }],
            ..RouteTable::default()
        });
    }
    plan
}

fn vnet(plan: &mut Plan, name: &str, space: &str, subnets: &[(&str, &str)]) -> VnetId {
    let id = VnetId(plan.next_id());
    let mut vnet = Vnet {
        id,
        name: name.to_owned(),
        address_space: vec![PrefixText::new(space)],
        ..Vnet::default()
    };
    for (name, prefix) in subnets {
        vnet.subnets.push(Subnet {
            id: SubnetId(plan.next_id()),
            name: (*name).to_owned(),
            purpose: SubnetPurpose::Other,
            prefix: PrefixText::new(*prefix),
            ..Subnet::default()
        });
    }
    plan.vnets.push(vnet);
    id
}

fn across(plan: &Plan) -> Path {
    https(
        plan,
        machines(plan, "snet-left"),
        machines(plan, "snet-right"),
    )
}

#[test]
fn spokes_reach_each_other_through_an_appliance_that_both_route_to() {
    let mut plan = spokes();
    let path = across(&plan);
    tells(
        &path,
        &expect![[r#"
        Unknown
        > Outbound NSG @ Subnet(SubnetId(4)): Allowed [-] The subnet has no NSG.
        > Route @ Subnet(SubnetId(4)): Allowed [to-the-other] Route to-the-other sends it to the appliance at 10.0.0.4.
        > Peering @ Vnet(VnetId(1)): Allowed [-] Crosses the peering between vnet-left and vnet-hub.
        > Firewall @ Appliance(10.0.0.4): Unknown [-] What the appliance at 10.0.0.4 lets through is not in the plan.
        > Route @ Appliance(10.0.0.4): Allowed [Azure’s route for 10.2.0.0/16] Azure’s route for 10.2.0.0/16 sends it across the peering.
        > Peering @ Vnet(VnetId(5)): Allowed [-] Crosses the peering between vnet-hub and vnet-right.
        > Inbound NSG @ Subnet(SubnetId(6)): Allowed [-] The subnet has no NSG.
        > Arrival @ Subnet(SubnetId(6)): Allowed [-] Reaches snet-right.
        < Route @ Subnet(SubnetId(6)): Allowed [to-the-other] Route to-the-other sends it to the appliance at 10.0.0.4.
        < Peering @ Vnet(VnetId(1)): Allowed [-] Crosses the peering between vnet-right and vnet-hub.
        < Firewall @ Appliance(10.0.0.4): Allowed [-] The appliance at 10.0.0.4 knows the connection.
        < Route @ Appliance(10.0.0.4): Allowed [Azure’s route for 10.1.0.0/16] Azure’s route for 10.1.0.0/16 sends it across the peering.
        < Peering @ Vnet(VnetId(3)): Allowed [-] Crosses the peering between vnet-hub and vnet-left.
        < Arrival @ Subnet(SubnetId(4)): Allowed [-] Reaches snet-left.
    "#]],
    );
    let refusing = plan.peerings.iter_mut().find(|it| it.from == VnetId(5));
    refusing.expect("a peering").allow_forwarded_traffic = false;
    assert_decided(
        &across(&plan),
        Verdict::Denied,
        "The peering from vnet-right to vnet-hub refuses forwarded traffic, and this did not start in vnet-hub.",
    );
}

#[test]
fn spokes_without_routes_are_not_joined_by_their_hub() {
    let mut plan = spokes();
    plan.route_tables
        .iter_mut()
        .for_each(|it| it.routes.clear());
    assert_decided(
        &across(&plan),
        Verdict::Denied,
        "Azure’s route for 10.0.0.0/8 drops it. No peering with access in both directions joins vnet-left with \
         vnet-right.",
    );
}

#[test]
fn a_route_on_one_side_only_is_asymmetric() {
    let mut plan = spokes();
    let right = plan.vnets[2].id;
    let left = plan.vnets[1].id;
    for (from, to) in [(left, right), (right, left)] {
        plan.peerings.push(Peering {
            from,
            to,
            allow_vnet_access: true,
            ..Peering::default()
        });
    }
    plan.route_tables[1].routes.clear();
    let path = across(&plan);
    assert_eq!(
        path.verdict,
        Verdict::Unknown,
        "the appliance may translate"
    );
    let asymmetry = path.asymmetry.clone().expect("named");
    assert_eq!(asymmetry.table, Some(plan.route_tables[1].id));
    assert_eq!(
        asymmetry.why,
        "Requests pass the appliance at 10.0.0.4, but no route brings replies back to it. That works only if it translates \
         the source address."
    );
    // The other way round, replies go to an appliance that has not seen the request.
    let back = https(
        &plan,
        machines(&plan, "snet-right"),
        machines(&plan, "snet-left"),
    );
    assert_eq!(back.verdict, Verdict::Denied);
    assert_eq!(
        back.asymmetry.map(|it| it.table),
        Some(Some(plan.route_tables[0].id))
    );
    // An Azure Firewall that exists already keeps the source between private addresses.
    plan.vnets[0].placement = Placement::Existing;
    plan.vnets[0].subnets[0].placement = Placement::Existing;
    plan.vnets[0].subnets[0].purpose = SubnetPurpose::Firewall;
    plan.firewalls.push(Firewall {
        id: FirewallId(90),
        name: "afw-hub".to_owned(),
        vnet: plan.vnets[0].id,
        ..Firewall::default()
    });
    let from = || machines(&plan, "snet-left");
    let to = || machines(&plan, "snet-right");
    let path = ask(&plan, from(), to(), Protocol::Tcp, 22);
    assert_decided(
        &path,
        Verdict::Denied,
        "Requests pass afw-hub, but no route brings replies back to it, so it drops what follows.",
    );
    assert_decided(
        &https(&plan, from(), to()),
        Verdict::Unknown,
        "afw-hub exists already and its rules are not in the plan.",
    );
}

#[test]
fn routes_in_a_circle_are_found() {
    let mut plan = spokes();
    let table = plan.route_tables[0].id;
    plan.vnets[0].subnets[0].route_table = Some(table);
    assert_decided(
        &across(&plan),
        Verdict::Denied,
        "Comes back to 10.0.0.4: routes lead in a circle.",
    );
}

#[test]
fn a_planned_firewall_lets_only_what_machines_need_through() {
    let mut plan = spokes();
    plan.vnets[0].subnets[0].purpose = SubnetPurpose::Firewall;
    plan.firewalls.push(Firewall {
        id: FirewallId(90),
        name: "afw-hub".to_owned(),
        vnet: plan.vnets[0].id,
        ..Firewall::default()
    });
    assert_decided(
        &across(&plan),
        Verdict::Denied,
        "afw-hub: no rule lets it through.",
    );
}

#[test]
fn the_way_out_needs_an_address_to_leave_with() {
    let mut plan = spokes();
    let internet = || Party::Tag("Internet".to_owned());
    let out = |plan: &Plan, public_ip| {
        let party = Party::Machines {
            subnet: subnet(plan, "snet-left"),
            public_ip,
        };
        https(plan, party, internet())
    };
    assert_decided(
        &out(&plan, false),
        Verdict::Denied,
        "snet-left has no way out: no NAT gateway, no route to a firewall, and its machines have no public \
         address.",
    );
    assert_eq!(out(&plan, true).verdict, Verdict::Allowed);
    plan.vnets[1].subnets[0].default_outbound_access = true;
    let by_default = out(&plan, false);
    assert_eq!(by_default.verdict, Verdict::Allowed);
    assert_eq!(
        by_default.forward[2].why,
        "Leaves by Azure’s default outbound access of snet-left, which Azure withdraws from new VNets."
    );
    plan.nat_gateways.push(NatGateway {
        id: NatGatewayId(91),
        name: "ng-left".to_owned(),
        ..NatGateway::default()
    });
    plan.vnets[1].subnets[0].nat_gateway = Some(NatGatewayId(91));
    assert_eq!(
        out(&plan, true).forward[2].why,
        "Leaves through NAT gateway ng-left."
    );
}

#[test]
fn what_the_plan_does_not_hold_is_unknown_or_says_so() {
    let mut plan = spokes();
    let left = machines(&plan, "snet-left");
    let to = |plan: &Plan, address: &str| {
        https(
            plan,
            left.clone(),
            Party::Address(address.parse().expect("an address")),
        )
    };
    assert_decided(
        &to(&plan, "10.1.9.9"),
        Verdict::Unknown,
        "No subnet of the plan has 10.1.9.9, so its NSG is not known.",
    );
    assert_decided(
        &to(&plan, "10.9.9.9"),
        Verdict::Denied,
        "Azure’s route for 10.0.0.0/8 drops it.",
    );
    assert_eq!(to(&plan, "168.63.129.16").verdict, Verdict::Allowed);
    let probe = Party::Tag("AzureLoadBalancer".to_owned());
    assert_eq!(https(&plan, probe, left.clone()).verdict, Verdict::Allowed);
    let stray = Party::Address("10.9.9.9".parse().expect("an address"));
    assert_decided(
        &https(&plan, stray, left.clone()),
        Verdict::Unknown,
        "10.9.9.9 lies in no network of the plan.",
    );
    plan.vnets[1].subnets[0].prefix = PrefixText::new("nowhere");
    assert_decided(
        &https(
            &plan,
            machines(&plan, "snet-left"),
            machines(&plan, "snet-right"),
        ),
        Verdict::Unknown,
        "snet-left has no address range yet.",
    );
}

#[test]
fn a_rule_for_a_part_of_the_subnet_answers_for_no_machine_in_particular() {
    let mut plan = spokes();
    let id = NsgId(plan.next_id());
    plan.vnets[2].subnets[0].nsg = Some(id);
    plan.nsgs.push(Nsg {
        id,
        name: "nsg-right".to_owned(),
        rules: vec![crate::flow::rule("in 100 deny any 10.1.0.0/25 -> *:*")],
        ..Nsg::default()
    });
    plan.route_tables
        .iter_mut()
        .for_each(|it| it.routes.clear());
    let (left, right) = (plan.vnets[1].id, plan.vnets[2].id);
    for (from, to) in [(left, right), (right, left)] {
        plan.peerings.push(Peering {
            from,
            to,
            allow_vnet_access: true,
            ..Peering::default()
        });
    }
    assert_decided(
        &across(&plan),
        Verdict::Unknown,
        "nsg-right: rule 100 rule-100 may match: only part of 10.1.0.0/24 is in 10.1.0.0/25.",
    );
    plan.nsgs[0].rules[0].sources = vec!["asg-web".to_owned()];
    assert_decided(
        &across(&plan),
        Verdict::Unknown,
        "nsg-right: rule 100 rule-100 may match: “asg-web” is neither an address, a prefix nor a service tag; a \
         plan knows no members of application security groups.",
    );
}
