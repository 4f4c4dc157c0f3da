//! Where subnets that were left to us are placed, and the sentences that say why.

use azureml_vnet_wizard::allocation::{Allocation, Enlargement, allocate, capacity_table};
use azureml_vnet_wizard::capacity::demand;
use azureml_vnet_wizard::domain::{
    AksCluster, Cloud, ComputeCluster, Headroom, NetworkMode, NodePool, OnPremises, Peering,
    Placement, Plan, Prefix, PrefixText, Subnet, SubnetId, SubnetPurpose, Vnet, VnetId,
};
use azureml_vnet_wizard::samples;

pub(crate) fn prefix(text: &str) -> Prefix {
    text.parse().expect("a prefix")
}

pub(crate) fn blank(id: u32, used_addresses: u32) -> Subnet {
    Subnet {
        id: SubnetId(id),
        purpose: SubnetPurpose::Training,
        used_addresses,
        ..Subnet::default()
    }
}

fn written(id: u32, text: &str) -> Subnet {
    Subnet {
        prefix: PrefixText::new(text),
        ..blank(id, 0)
    }
}

pub(crate) fn plan(space: &[&str], subnets: Vec<Subnet>) -> Plan {
    Plan {
        vnets: vec![Vnet {
            id: VnetId(1),
            name: "vnet-ml".to_owned(),
            address_space: space.iter().map(|text| PrefixText::new(*text)).collect(),
            subnets,
            ..Vnet::default()
        }],
        ..Plan::default()
    }
}

pub(crate) fn place(plan: &Plan) -> Allocation {
    allocate(plan, &demand(plan))
}

#[track_caller]
fn assert_placed(plan: &Plan, id: u32, expected: &str, reason: &str) {
    let allocation = place(plan);
    let placed = allocation.placed(SubnetId(id)).expect("a place");
    assert_eq!(
        (placed.prefix.to_string().as_str(), placed.reason.as_str()),
        (expected, reason)
    );
}

#[track_caller]
fn assert_unplaced(plan: &Plan, id: u32, reason: &str) {
    let allocation = place(plan);
    assert_eq!(allocation.unplaced(SubnetId(id)), Some(reason));
    assert_eq!(allocation.prefix(SubnetId(id)), None);
}

#[test]
fn gives_room_to_double_and_spares_the_large_blocks() {
    let plan = plan(
        &["10.20.0.0/20"],
        vec![written(2, "10.20.0.0/24"), blank(3, 42)],
    );
    assert_placed(
        &plan,
        3,
        "10.20.1.0/25",
        "Smallest block for 42 addresses with room to double; keeps 10.20.8.0/21 whole.",
    );
}

#[test]
fn gives_up_room_to_double_before_it_gives_up_a_place() {
    let plan = plan(
        &["10.20.0.0/24"],
        vec![blank(2, 100), blank(3, 50), blank(4, 50)],
    );
    let reason = |needed| format!("Smallest block for {needed} addresses, without room to double.");
    assert_placed(&plan, 2, "10.20.0.0/25", &reason(100));
    assert_placed(&plan, 3, "10.20.0.128/26", &reason(50));
    assert_placed(&plan, 4, "10.20.0.192/26", &reason(50));
}

/// The plan with this room to grow.
fn growing(kind: Headroom, percent: u32, mut plan: Plan) -> Plan {
    (plan.basics.headroom, plan.basics.headroom_percent) = (kind, percent);
    plan
}

#[test]
fn leaves_no_room_to_grow_when_the_plan_wants_none() {
    let plan = growing(
        Headroom::Least,
        50,
        plan(&["10.20.0.0/20"], vec![blank(3, 42)]),
    );
    assert_placed(
        &plan,
        3,
        "10.20.0.0/26",
        "Smallest block for 42 addresses, as this plan leaves no room to grow; keeps 10.20.8.0/21 whole.",
    );
}

#[test]
fn leaves_the_room_to_grow_that_the_plan_states() {
    let of = |percent, used| {
        let estate = plan(&["10.20.0.0/20"], vec![blank(3, used)]);
        growing(Headroom::Percent, percent, estate)
    };
    // 42 and 13 fit into the 59 of a /26; 42 and 19 do not.
    assert_placed(
        &of(30, 42),
        3,
        "10.20.0.0/26",
        "Smallest block for 42 addresses with 30% to grow; keeps 10.20.8.0/21 whole.",
    );
    assert_placed(
        &of(45, 42),
        3,
        "10.20.0.0/25",
        "Smallest block for 42 addresses with 45% to grow; keeps 10.20.8.0/21 whole.",
    );
    // Parts of an address round up: 1 more than 27 leaves the /27.
    assert_placed(
        &of(1, 27),
        3,
        "10.20.0.0/26",
        "Smallest block for 27 addresses with 1% to grow; keeps 10.20.8.0/21 whole.",
    );
}

#[test]
fn takes_a_stated_percentage_even_where_it_costs_space_but_no_place() {
    let subnets = || vec![blank(2, 50), blank(3, 50)];
    let stated = growing(Headroom::Percent, 100, plan(&["10.20.0.0/24"], subnets()));
    let full = "Smallest block for 50 addresses with 100% to grow";
    assert_placed(&stated, 2, "10.20.0.0/25", &format!("{full}."));
    assert_placed(&stated, 3, "10.20.0.128/25", &format!("{full}."));
    // The default keeps half of the space free instead.
    let usual = plan(&["10.20.0.0/24"], subnets());
    assert_placed(
        &usual,
        3,
        "10.20.0.128/26",
        "Smallest block for 50 addresses, without room to double.",
    );
    let mut tight = stated;
    tight.vnets[0].subnets.push(blank(4, 50));
    assert_placed(
        &tight,
        3,
        "10.20.0.128/26",
        "Smallest block for 50 addresses, without the 100% to grow, because the space is short.",
    );
    assert!(place(&tight).placed(SubnetId(4)).is_some());
}

#[test]
fn what_azure_recommends_does_not_depend_on_the_room_to_grow() {
    for (kind, percent) in [
        (Headroom::Double, 0),
        (Headroom::Least, 0),
        (Headroom::Percent, 20),
    ] {
        let bastion = Subnet {
            purpose: SubnetPurpose::Bastion,
            ..blank(2, 3)
        };
        assert_placed(
            &growing(kind, percent, plan(&["10.20.0.0/16"], vec![bastion])),
            2,
            "10.20.0.0/26",
            "The size that Azure recommends for Azure Bastion; keeps 10.20.128.0/17 whole.",
        );
    }
}

#[test]
fn sizes_by_purpose_while_nothing_stands_in_a_subnet() {
    let purposes = [
        (SubnetPurpose::Bastion, 26),
        (SubnetPurpose::Firewall, 26),
        (SubnetPurpose::FirewallManagement, 26),
        (SubnetPurpose::Gateway, 27),
        (SubnetPurpose::RouteServer, 27),
        (SubnetPurpose::AksApiServer, 28),
        (SubnetPurpose::PrivateEndpoints, 27),
        (SubnetPurpose::VirtualMachines, 27),
        (SubnetPurpose::Training, 24),
    ];
    for (purpose, length) in purposes {
        let subnet = Subnet {
            purpose,
            ..blank(2, 0)
        };
        let allocation = place(&plan(&["10.20.0.0/16"], vec![subnet]));
        let placed = allocation.placed(SubnetId(2)).expect("a place");
        assert_eq!(placed.prefix.length(), length, "{purpose:?}");
    }
    let bastion = Subnet {
        purpose: SubnetPurpose::Bastion,
        ..blank(2, 0)
    };
    assert_placed(
        &plan(&["10.20.0.0/16"], vec![bastion]),
        2,
        "10.20.0.0/26",
        "The size that Azure recommends for Azure Bastion; keeps 10.20.128.0/17 whole.",
    );
    assert_placed(
        &plan(&["10.20.0.0/16"], vec![blank(2, 0)]),
        2,
        "10.20.0.0/24",
        "The usual size for ML compute, as nothing stands in it yet; keeps 10.20.128.0/17 whole.",
    );
}

#[test]
fn says_why_nothing_fits_and_what_would_help() {
    let mut full = plan(
        &["10.20.0.0/25"],
        vec![written(2, "10.20.0.0/26"), blank(3, 100)],
    );
    assert_unplaced(
        &full,
        3,
        "No free block of vnet-ml holds a /25 for 100 addresses: the largest is 10.20.0.64/26. \
         Widen 10.20.0.0/25 to 10.20.0.0/24.",
    );
    full.vnets.push(Vnet {
        id: VnetId(9),
        address_space: vec![PrefixText::new("10.20.0.128/25")],
        ..Vnet::default()
    });
    assert_unplaced(
        &full,
        3,
        "No free block of vnet-ml holds a /25 for 100 addresses: the largest is 10.20.0.64/26. \
         Add 10.20.1.0/25 to its address space.",
    );
    let allocation = place(&full);
    let addition = Enlargement::Add(prefix("10.20.1.0/25"));
    assert_eq!(allocation.enlargement(SubnetId(3)), Some(addition));
}

#[test]
fn says_when_there_is_no_space_at_all() {
    let reason = "vnet-ml has no address space yet, so there is nothing to place it in.";
    assert_unplaced(&plan(&[], vec![blank(2, 1)]), 2, reason);
    assert_unplaced(&plan(&["10.20."], vec![blank(2, 1)]), 2, reason);
}

#[test]
fn never_guesses_where_an_existing_subnet_lies() {
    let existing = Subnet {
        name: "snet-old".to_owned(),
        placement: Placement::Existing,
        ..blank(2, 1)
    };
    assert_unplaced(
        &plan(&["10.20.0.0/16"], vec![existing]),
        2,
        "snet-old exists already: write the prefix that it has, so that nothing else is placed there.",
    );
}

#[test]
fn keeps_clear_of_a_subnet_that_is_almost_written() {
    let plan = plan(
        &["10.20.0.0/24"],
        vec![written(2, "10.20.0.5/26"), blank(3, 20)],
    );
    let allocation = place(&plan);
    assert_eq!(allocation.prefix(SubnetId(2)), None);
    assert_eq!(
        allocation.prefix(SubnetId(3)),
        Some(prefix("10.20.0.64/26"))
    );
}

#[test]
fn keeps_clear_of_docker_and_of_what_aks_refuses() {
    let mut plan = plan(
        &["172.17.0.0/16", "172.30.0.0/16", "172.18.0.0/24"],
        vec![blank(2, 100)],
    );
    let chosen = |plan: &Plan| place(plan).prefix(SubnetId(2)).map(|it| it.to_string());
    plan.vnets[0].address_space.remove(1);
    assert_eq!(chosen(&plan).as_deref(), Some("172.18.0.0/25"));
    plan.vnets[0].address_space[1] = PrefixText::new("172.30.0.0/24");
    assert_eq!(chosen(&plan).as_deref(), Some("172.30.0.0/25"));
    let mut aks = AksCluster::default();
    aks.pools.push(NodePool {
        node_subnet: Some(SubnetId(2)),
        ..Default::default()
    });
    plan.aks.push(aks);
    assert_eq!(chosen(&plan), None);
}

#[test]
fn avoids_the_ranges_around_the_vnet_while_anything_else_is_free() {
    let mut plan = plan(&["10.20.0.0/24"], vec![blank(2, 20)]);
    plan.on_premises = OnPremises {
        prefixes: vec![PrefixText::new("10.20.0.0/25")],
        ..OnPremises::default()
    };
    assert_placed(
        &plan,
        2,
        "10.20.0.128/26",
        "Smallest block for 20 addresses with room to double.",
    );
    plan.aks.push(AksCluster {
        service_cidr: PrefixText::new("10.20.0.128/25"),
        ..AksCluster::default()
    });
    assert_placed(
        &plan,
        2,
        "10.20.0.0/27",
        "Smallest block for 20 addresses, without room to double; it overlaps 10.20.0.0/25, as nothing \
         else is free.",
    );
}

#[test]
fn avoids_the_space_of_a_peer_that_overlaps() {
    let mut plan = plan(&["10.20.0.0/24"], vec![blank(2, 20)]);
    plan.vnets.push(Vnet {
        id: VnetId(7),
        address_space: vec![PrefixText::new("10.20.0.0/25")],
        ..Vnet::default()
    });
    let chosen = |plan: &Plan| place(plan).prefix(SubnetId(2));
    assert_eq!(
        chosen(&plan),
        Some(prefix("10.20.0.0/26")),
        "not joined, no clash"
    );
    for (from, to) in [(1, 7), (7, 1)] {
        plan.peerings.push(Peering {
            from: VnetId(from),
            to: VnetId(to),
            ..Peering::default()
        });
    }
    assert_eq!(chosen(&plan), Some(prefix("10.20.0.128/26")));
}

#[test]
fn pods_with_dynamic_allocation_get_room_for_all_of_them() {
    let mut plan = plan(&["10.0.0.0/8"], vec![blank(2, 0)]);
    let pool = NodePool {
        max_nodes: 10,
        max_pods: 110,
        pod_subnet: Some(SubnetId(2)),
        ..Default::default()
    };
    plan.aks.push(AksCluster {
        network_mode: NetworkMode::PodSubnetDynamic,
        pools: vec![pool],
        ..AksCluster::default()
    });
    assert_eq!(
        place(&plan).prefix(SubnetId(2)).map(Prefix::length),
        Some(21)
    );
}

#[test]
fn the_capacity_table_lists_every_placed_subnet() {
    let mut plan = plan(
        &["10.20.0.0/24"],
        vec![blank(2, 20), written(3, "10.20.0.128/27")],
    );
    plan.clusters.push(ComputeCluster {
        max_nodes: 30,
        subnet: Some(SubnetId(3)),
        ..ComputeCluster::default()
    });
    let table = capacity_table(&plan, &demand(&plan), &place(&plan));
    let rows: Vec<_> = table
        .iter()
        .map(|row| (row.usable, row.needed, row.percent()))
        .collect();
    assert_eq!(rows, [(59, 20, 34), (27, 30, 112)]);
    assert_eq!((table[0].free(), table[1].short()), (39, 3));
}

#[test]
fn every_scenario_finds_a_place_for_every_subnet() {
    for sample in samples::ALL {
        let plan = (sample.build)();
        let allocation = place(&plan);
        for (_, subnet) in plan.subnets() {
            assert!(
                allocation.prefix(subnet.id).is_some(),
                "{}: {}",
                sample.slug,
                subnet.name
            );
        }
        assert_eq!(plan.basics.cloud, Cloud::Public);
    }
}
