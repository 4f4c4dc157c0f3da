//! Where subnets that were left to us are placed: the sentences, and properties against a brute-force oracle.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of a test"
)]

use azureml_vnet_wizard::allocation::{
    Allocation, Enlargement, allocate, capacity_table, free_blocks, next_free,
};
use azureml_vnet_wizard::capacity::{demand, smallest_prefix, usable_in};
use azureml_vnet_wizard::domain::{
    AksCluster, Cloud, ComputeCluster, OnPremises, Peering, Placement, Plan, Prefix, PrefixText,
    Subnet, SubnetId, SubnetPurpose, Vnet, VnetId,
};
use azureml_vnet_wizard::samples;
use proptest::prelude::*;

fn prefix(text: &str) -> Prefix {
    text.parse().expect("a prefix")
}

fn blank(id: u32, used_addresses: u32) -> Subnet {
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

fn plan(space: &[&str], subnets: Vec<Subnet>) -> Plan {
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

fn place(plan: &Plan) -> Allocation {
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
    aks.pools.push(azureml_vnet_wizard::domain::NodePool {
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
    let pool = azureml_vnet_wizard::domain::NodePool {
        max_nodes: 10,
        max_pods: 110,
        pod_subnet: Some(SubnetId(2)),
        ..Default::default()
    };
    plan.aks.push(AksCluster {
        network_mode: azureml_vnet_wizard::domain::NetworkMode::PodSubnetDynamic,
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

// ---- Properties -------------------------------------------------------------------------------------------

/// The world of the properties: 10.0.0.0/20, seen in cells of a /29 each.
const WORLD: &str = "10.0.0.0/20";
const CELL_LENGTH: u8 = 29;
const CELLS: usize = 512;

/// The cells of the world that a prefix covers.
fn cells(prefix: Prefix) -> std::ops::Range<usize> {
    let start = u32::from(prefix.first()) - u32::from(self::prefix(WORLD).first());
    let first = usize::try_from(start / 8).expect("a cell");
    let count = 1_usize << (CELL_LENGTH - prefix.length());
    first..first + count
}

/// The prefix of `length` that starts at a cell.
fn at(cell: usize, length: u8) -> Prefix {
    let start = u32::from(prefix(WORLD).first()) + u32::try_from(cell * 8).expect("an address");
    Prefix::containing(start.into(), length).expect("a prefix")
}

/// Which cells are in the space and not taken.
fn free_cells(space: &[Prefix], taken: &[Prefix]) -> Vec<bool> {
    let mut free = vec![false; CELLS];
    for entry in space {
        free[cells(*entry)].fill(true);
    }
    for prefix in taken {
        free[cells(*prefix)].fill(false);
    }
    free
}

/// Every aligned prefix of `length` inside one entry whose cells are all free, by trying all positions.
fn positions(space: &[Prefix], free: &[bool], length: u8) -> Vec<Prefix> {
    let step = 1_usize << (CELL_LENGTH - length);
    (0..CELLS)
        .step_by(step)
        .map(|cell| at(cell, length))
        .filter(|prefix| space.iter().any(|entry| entry.contains(*prefix)))
        .filter(|prefix| free[cells(*prefix)].iter().all(|cell| *cell))
        .collect()
}

/// Whether prefixes of these lengths fit together: largest first, first fit, which is exact for aligned
/// powers of two.
fn fits(space: &[Prefix], taken: &[Prefix], lengths: &[u8]) -> bool {
    let mut free = free_cells(space, taken);
    let mut lengths = lengths.to_vec();
    lengths.sort_unstable();
    lengths.iter().all(|length| {
        let place = positions(space, &free, *length).first().copied();
        if let Some(place) = place {
            free[cells(place)].fill(false);
        }
        place.is_some()
    })
}

fn in_world(lengths: std::ops::RangeInclusive<u8>) -> impl Strategy<Value = Prefix> {
    (lengths, 0..CELLS).prop_map(|(length, cell)| at(cell, length))
}

/// A VNet of one to three entries with written and blank subnets in any order; the ids are positions of a
/// shuffled list.
fn estate() -> impl Strategy<Value = Plan> {
    let space = prop::collection::vec(in_world(20..=25), 1..=3);
    let taken = prop::collection::vec(in_world(24..=29), 0..12);
    let needs = prop::collection::vec(1_u32..260, 0..8);
    let subnets = (taken, needs)
        .prop_map(|(taken, needs)| {
            let written = taken.iter().map(|prefix| (prefix.to_string(), 0));
            let blank = needs.into_iter().map(|used| (String::new(), used));
            written.chain(blank).zip(10..).collect::<Vec<_>>()
        })
        .prop_shuffle();
    (space, subnets).prop_map(|(space, subnets)| {
        let texts: Vec<String> = space.iter().map(Prefix::to_string).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let subnets = subnets.into_iter().map(|((text, used), id)| Subnet {
            prefix: PrefixText::new(text),
            ..blank(id, used)
        });
        plan(&texts, subnets.collect())
    })
}

fn space_of(plan: &Plan) -> Vec<Prefix> {
    let entries = plan.vnets[0].address_space.iter();
    entries
        .map(|text| text.parse().expect("a prefix"))
        .collect()
}

fn written_in(plan: &Plan) -> Vec<Prefix> {
    plan.subnets()
        .filter_map(|(_, subnet)| subnet.prefix.prefix())
        .collect()
}

fn blanks(plan: &Plan) -> Vec<&Subnet> {
    plan.subnets()
        .map(|(_, subnet)| subnet)
        .filter(|subnet| subnet.prefix.is_blank())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn free_blocks_are_exactly_what_is_free_and_maximal(
        space in prop::collection::vec(in_world(20..=27), 1..4),
        taken in prop::collection::vec(in_world(22..=29), 0..16),
    ) {
        let free = free_cells(&space, &taken);
        let mut seen = vec![false; CELLS];
        for block in free_blocks(&space, &taken) {
            prop_assert!(space.iter().any(|entry| entry.contains(block)), "{} is inside", block);
            for cell in cells(block) {
                prop_assert!(!seen[cell], "{} is disjoint", block);
                seen[cell] = true;
            }
            let around = Prefix::containing(block.first(), block.length() - 1).expect("a prefix");
            let grows = space.iter().any(|entry| entry.contains(around))
                && free[cells(around)].iter().all(|cell| *cell);
            prop_assert!(!grows, "{} is maximal", block);
        }
        prop_assert_eq!(seen, free);
    }

    #[test]
    fn next_free_is_one_of_all_positions_and_spares_larger_blocks(
        space in prop::collection::vec(in_world(20..=27), 1..4),
        taken in prop::collection::vec(in_world(22..=29), 0..16),
        length in 20_u8..=29,
    ) {
        let free = free_cells(&space, &taken);
        let all = positions(&space, &free, length);
        let chosen = next_free(&space, &taken, length);
        prop_assert_eq!(chosen.is_some(), !all.is_empty());
        // The block around a position grows until it would touch something; best fit wants it small.
        let room = |position: Prefix| {
            (20..=length).find(|wide| {
                positions(&space, &free, *wide).iter().any(|block| block.contains(position))
            })
        };
        if let Some(chosen) = chosen {
            prop_assert!(all.contains(&chosen));
            prop_assert_eq!(room(chosen), all.iter().filter_map(|it| room(*it)).max());
        }
    }

    #[test]
    fn placed_subnets_are_inside_disjoint_and_of_the_right_size(plan in estate()) {
        let (space, allocation) = (space_of(&plan), place(&plan));
        let mut free = free_cells(&space, &written_in(&plan));
        for subnet in blanks(&plan) {
            let Some(placed) = allocation.placed(subnet.id) else { continue };
            let (block, needed) = (placed.prefix, u64::from(subnet.used_addresses));
            prop_assert!(space.iter().any(|entry| entry.contains(block)), "{} is inside", block);
            prop_assert!(usable_in(block.length()) >= needed, "{} holds {}", block, needed);
            let minimal = block.length() == 29 || usable_in(block.length() + 1) < 2 * needed;
            prop_assert!(minimal, "{} is no larger than {} doubled", block, needed);
            for cell in cells(block) {
                prop_assert!(free[cell], "{} is disjoint", block);
                free[cell] = false;
            }
        }
    }

    #[test]
    fn everything_is_placed_exactly_when_it_fits_at_all(plan in estate()) {
        let allocation = place(&plan);
        let least: Vec<u8> = blanks(&plan)
            .iter()
            .map(|subnet| smallest_prefix(u64::from(subnet.used_addresses)))
            .collect();
        let placed = blanks(&plan).iter().all(|it| allocation.placed(it.id).is_some());
        prop_assert_eq!(placed, fits(&space_of(&plan), &written_in(&plan), &least));
        for subnet in blanks(&plan) {
            let known = allocation.placed(subnet.id).is_some();
            prop_assert_ne!(known, allocation.unplaced(subnet.id).is_some());
        }
    }

    #[test]
    fn the_order_of_a_plan_does_not_matter(plan in estate()) {
        let mut reversed = plan.clone();
        reversed.vnets[0].subnets.reverse();
        prop_assert_eq!(place(&plan), place(&reversed));
    }

    #[test]
    fn a_new_subnet_moves_no_other(
        needs in prop::collection::vec(1_u32..120, 1..8),
        added in 1_u32..120,
    ) {
        let subnets = needs.iter().zip(10..).map(|(used, id)| blank(id, *used)).collect();
        let mut plan = plan(&["10.0.0.0/18"], subnets);
        let before = place(&plan);
        plan.vnets[0].subnets.insert(0, blank(90, added));
        let after = place(&plan);
        for (_, subnet) in plan.subnets().filter(|(_, subnet)| subnet.id != SubnetId(90)) {
            prop_assert_eq!(before.placed(subnet.id), after.placed(subnet.id));
        }
        prop_assert!(after.placed(SubnetId(90)).is_some());
    }

    #[test]
    fn the_proposed_enlargement_gives_a_place(plan in estate()) {
        let allocation = place(&plan);
        let homeless: Vec<SubnetId> = blanks(&plan)
            .iter()
            .map(|subnet| subnet.id)
            .filter(|subnet| allocation.placed(*subnet).is_none())
            .collect();
        let [homeless] = homeless[..] else { return Ok(()) };
        let mut helped = plan.clone();
        let space = &mut helped.vnets[0].address_space;
        match allocation.enlargement(homeless).expect("private space is not used up") {
            Enlargement::Widen { index, prefix } => space[index] = prefix.into(),
            Enlargement::Add(prefix) => space.push(prefix.into()),
        }
        let after = place(&helped);
        for subnet in blanks(&helped) {
            prop_assert!(after.placed(subnet.id).is_some(), "{:?}", after.unplaced(subnet.id));
        }
    }
}
