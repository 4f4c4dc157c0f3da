//! Properties of allocation against a brute-force oracle that knows nothing but cells.

use azureml_vnet_wizard::allocation::{Enlargement, free_blocks, next_free};
use azureml_vnet_wizard::capacity::{smallest_prefix, usable_in};
use azureml_vnet_wizard::domain::{Headroom, Plan, Prefix, PrefixText, Subnet, SubnetId};
use proptest::prelude::*;

use crate::allocation::{blank, place, plan, prefix};

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

/// The room to grow that a plan asks for: each of the three kinds.
fn headroom() -> impl Strategy<Value = (Headroom, u32)> {
    prop_oneof![
        Just((Headroom::Double, 0)),
        Just((Headroom::Least, 70)),
        (0_u32..400).prop_map(|percent| (Headroom::Percent, percent)),
    ]
}

/// Addresses that this many and the room to grow make together.
fn with_room(needed: u64, (kind, percent): (Headroom, u32)) -> u64 {
    match kind {
        Headroom::Double => 2 * needed,
        Headroom::Least => needed,
        Headroom::Percent => needed + (needed * u64::from(percent)).div_ceil(100),
    }
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
    (space, subnets, headroom()).prop_map(|(space, subnets, headroom)| {
        let texts: Vec<String> = space.iter().map(Prefix::to_string).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let subnets = subnets.into_iter().map(|((text, used), id)| Subnet {
            prefix: PrefixText::new(text),
            ..blank(id, used)
        });
        let mut plan = plan(&texts, subnets.collect());
        (plan.basics.headroom, plan.basics.headroom_percent) = headroom;
        plan
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
        // How far the block around a position grows before it touches something; best fit wants it small.
        let room = |position: Prefix| {
            (20..=length).find(|wide| {
                let around = Prefix::containing(position.first(), *wide).expect("a prefix");
                space.iter().any(|entry| entry.contains(around))
                    && free[cells(around)].iter().all(|cell| *cell)
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
            let room = (plan.basics.headroom, plan.basics.headroom_percent);
            let minimal = block.length() == 29
                || usable_in(block.length() + 1) < with_room(needed, room);
            prop_assert!(minimal, "{} is no larger than {} with {:?}", block, needed, room);
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
    fn a_stated_percentage_is_kept_wherever_everything_fits_with_it(plan in estate()) {
        let room = (plan.basics.headroom, plan.basics.headroom_percent);
        let roomy: Vec<u8> = blanks(&plan)
            .iter()
            .map(|subnet| smallest_prefix(with_room(u64::from(subnet.used_addresses), room)))
            .collect();
        prop_assume!(room.0 == Headroom::Percent);
        // Best fit in the order of ids may cut what first fit, largest first, would keep whole; where it does
        // not, nobody goes without.
        let allocation = place(&plan);
        let kept = blanks(&plan).iter().zip(&roomy).all(|(subnet, length)| {
            let placed = allocation.placed(subnet.id);
            placed.is_some_and(|placed| placed.prefix.length() == *length)
        });
        let short = blanks(&plan).iter().any(|subnet| {
            let placed = allocation.placed(subnet.id);
            placed.is_some_and(|placed| placed.reason.contains("because the space is short"))
        });
        let homeless = blanks(&plan).iter().any(|it| allocation.placed(it.id).is_none());
        prop_assert_eq!(kept, !short && !homeless, "what was given up is said");
        if kept {
            prop_assert!(fits(&space_of(&plan), &written_in(&plan), &roomy));
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
        room in headroom(),
    ) {
        let subnets = needs.iter().zip(10..).map(|(used, id)| blank(id, *used)).collect();
        let mut plan = plan(&["10.0.0.0/17"], subnets);
        (plan.basics.headroom, plan.basics.headroom_percent) = room;
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
