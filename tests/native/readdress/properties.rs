//! What holds for any plan whose addresses are changed, against oracles that only compare ranges.

use std::collections::BTreeSet;

use azureml_vnet_wizard::allocation::allocate;
use azureml_vnet_wizard::capacity::demand;
use azureml_vnet_wizard::domain::{Plan, Prefix, PrefixText, SubnetId};
use azureml_vnet_wizard::readdress::{
    Holder, Refusal, blocks, move_subnet_to, next_block, pin_all, rebase, split_block,
};
use proptest::prelude::*;

use crate::allocation::{blank, place, plan};

use super::{after, written};

/// Prefixes of /20 to /28 anywhere in 10.0.0.0/14.
fn anywhere() -> impl Strategy<Value = Prefix> {
    (20_u8..=28, 0_u32..(1 << 18)).prop_map(|(length, offset)| {
        let address = std::net::Ipv4Addr::from((10 << 24) + offset);
        Prefix::containing(address, length).expect("a prefix")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_024, failure_persistence: None, ..ProptestConfig::default() })]

    /// Rebase keeps the structure: sizes, containment and overlap of all ranges, and never meets a fixed one.
    #[test]
    fn rebase_keeps_the_structure(
        entries in prop::collection::vec(anywhere(), 1..6),
        subnets in prop::collection::vec(anywhere(), 0..10),
        on_premises in prop::collection::vec(anywhere(), 0..3),
        length in 12_u8..=22,
        start in 0_u32..16,
    ) {
        let to = Prefix::containing(std::net::Ipv4Addr::from((10 << 24) + (start << 14)), length)
            .expect("a prefix");
        let spaces: Vec<String> = entries.iter().map(Prefix::to_string).collect();
        let spaces: Vec<&str> = spaces.iter().map(String::as_str).collect();
        let inside = subnets.iter().filter(|it| entries.iter().any(|entry| entry.contains(**it)));
        let inside: Vec<Prefix> = inside.copied().collect();
        let subnets = inside.iter().zip(10..).map(|(it, id)| written(id, &it.to_string(), 0));
        let mut plan = plan(&spaces, subnets.collect());
        plan.on_premises.prefixes = on_premises.iter().map(|it| PrefixText::from(*it)).collect();
        let ranges = |plan: &Plan| -> Vec<Prefix> {
            let vnet = &plan.vnets[0];
            let subnets = vnet.subnets.iter().map(|it| &it.prefix);
            let texts = vnet.address_space.iter().chain(subnets);
            texts.map(|text| text.prefix().expect("a prefix")).collect()
        };
        let before = ranges(&plan);
        match rebase(&plan, to) {
            Ok(change) => {
                let moved = change.edit.preview(&plan);
                let now = ranges(&moved);
                for (index, (old, new)) in before.iter().zip(&now).enumerate() {
                    prop_assert!(to.contains(*new), "{} is in {}", new, to);
                    prop_assert_eq!(old.length(), new.length());
                    prop_assert!(on_premises.iter().all(|it| !it.overlaps(*new)), "{}", new);
                    for (other_old, other_new) in before.iter().zip(&now).skip(index + 1) {
                        prop_assert_eq!(old.contains(*other_old), new.contains(*other_new));
                        prop_assert_eq!(old.overlaps(*other_old), new.overlaps(*other_new));
                    }
                }
                prop_assert_eq!(rebase(&plan, to).expect("again").edit.preview(&plan), moved);
            }
            Err(Refusal::DoesNotFit { .. }) => {
                // Largest first and first fit is exact for aligned powers of two, so this oracle is too.
                let mut outer: Vec<Prefix> = entries.clone();
                outer.retain(|it| !entries.iter().any(|other| other != it && other.contains(*it)));
                outer.sort_by_key(|it| (it.length(), it.first()));
                outer.dedup();
                let mut taken = on_premises.clone();
                let fits = outer.iter().all(|entry| {
                    let starts = std::iter::successors(
                        Prefix::containing(to.first(), entry.length()),
                        |it| it.next(),
                    );
                    let mut starts = starts.take_while(|it| to.contains(*it));
                    let free = starts.find(|it| !taken.iter().any(|other| other.overlaps(*it)));
                    taken.extend(free);
                    free.is_some()
                });
                prop_assert!(!fits, "{:?} fits into {}", outer, to);
            }
            Err(Refusal::Fine(_)) => prop_assert!(before.iter().all(|it| to.contains(*it))),
            Err(other) => prop_assert!(false, "{}", other),
        }
    }

    /// By hand: a refusal is right, and a change is clean, judged by comparing every pair of ranges.
    #[test]
    fn moving_by_hand_is_allowed_exactly_when_the_block_is_free(
        entries in prop::collection::vec(anywhere(), 1..4),
        others in prop::collection::vec(anywhere(), 0..6),
        block in anywhere(),
        used in 0_u32..300,
    ) {
        let spaces: Vec<String> = entries.iter().map(Prefix::to_string).collect();
        let spaces: Vec<&str> = spaces.iter().map(String::as_str).collect();
        let mut subnets: Vec<_> = others
            .iter()
            .zip(20..)
            .map(|(it, id)| written(id, &it.to_string(), 0))
            .collect();
        subnets.push(blank(10, used));
        let plan = plan(&spaces, subnets);
        let is_free = entries.iter().any(|entry| entry.contains(block))
            && others.iter().all(|other| !other.overlaps(block))
            && block.size() >= u64::from(used) + 5;
        let change = move_subnet_to(&plan, SubnetId(10), block);
        prop_assert_eq!(change.is_ok(), is_free);
        if let Ok(change) = change {
            let moved = change.edit.preview(&plan);
            prop_assert_eq!(moved.subnet(SubnetId(10)).expect("it").prefix.prefix(), Some(block));
        }
    }

    /// The blocks of a VNet cover each entry once and nothing else, however free space is cut.
    #[test]
    fn blocks_cover_the_space_once(
        entries in prop::collection::vec(anywhere(), 1..4),
        others in prop::collection::vec(anywhere(), 0..6),
        cuts in prop::collection::vec(anywhere(), 0..40),
    ) {
        let spaces: Vec<String> = entries.iter().map(Prefix::to_string).collect();
        let spaces: Vec<&str> = spaces.iter().map(String::as_str).collect();
        let subnets = others.iter().zip(20..).map(|(it, id)| written(id, &it.to_string(), 0));
        let plan = plan(&spaces, subnets.collect());
        // Cuts around everything, so that some of them meet free blocks.
        let mut cuts: BTreeSet<Prefix> = cuts.into_iter().collect();
        for entry in &entries {
            cuts.insert(*entry);
            cuts.extend(split_block(*entry).map(|(lower, _)| lower));
        }
        let blocks = blocks(&plan.vnets[0], &place(&plan), &cuts);
        // The world of `anywhere`, a cell for each /29.
        let cells = |block: Prefix| {
            let start = (u32::from(block.first()) - (10 << 24)) / 8;
            let start = usize::try_from(start).expect("a cell");
            start..start + usize::try_from(block.size() / 8).expect("cells")
        };
        let mut free = vec![false; 1 << 15];
        for entry in &entries { free[cells(*entry)].fill(true); }
        for other in &others { free[cells(*other)].fill(false); }
        let mut held = 0;
        for block in blocks {
            if let Holder::Subnet(_) = block.holder {
                held += 1;
                continue;
            }
            prop_assert!(!cuts.contains(&block.prefix) || block.prefix.length() == 29);
            prop_assert!(entries.iter().any(|entry| entry.contains(block.prefix)));
            for cell in cells(block.prefix) {
                prop_assert!(free[cell], "{} is free and listed once", block.prefix);
                free[cell] = false;
            }
        }
        prop_assert_eq!(held, others.len());
        prop_assert!(!free.contains(&true), "all free space is listed");
    }

    /// The next block is free, and there is one whenever a block of that size is free anywhere.
    #[test]
    fn the_next_block_is_free_and_found_if_any_is(
        entries in prop::collection::vec(anywhere(), 1..4),
        others in prop::collection::vec(anywhere(), 0..8),
        length in 20_u8..=29,
    ) {
        let spaces: Vec<String> = entries.iter().map(Prefix::to_string).collect();
        let spaces: Vec<&str> = spaces.iter().map(String::as_str).collect();
        let subnets = others.iter().zip(20..).map(|(it, id)| written(id, &it.to_string(), 0));
        let plan = plan(&spaces, subnets.collect());
        let is_free = |it: &Prefix| others.iter().all(|other| !other.overlaps(*it));
        let any = entries.iter().filter(|entry| entry.length() <= length).any(|entry| {
            let starts = std::iter::successors(entry.with_length(length), |it| it.next());
            starts.take_while(|it| entry.contains(*it)).any(|it| is_free(&it))
        });
        match next_block(&plan, plan.vnets[0].id, length) {
            Ok(block) => {
                prop_assert!(any && is_free(&block) && block.length() == length);
                prop_assert!(entries.iter().any(|entry| entry.contains(block)));
            }
            Err(_) => prop_assert!(!any),
        }
    }

    /// After pinning everything, no later change of demand moves a placed subnet.
    #[test]
    fn pinned_plans_are_stable(
        needs in prop::collection::vec(1_u32..120, 1..8),
        grown in 0_usize..8,
        more in 1_u32..500,
        added in 1_u32..60,
    ) {
        let subnets = needs.iter().zip(10..).map(|(used, id)| blank(id, *used)).collect();
        let estate = plan(&["10.0.0.0/19"], subnets);
        let before = place(&estate).prefixes();
        let mut pinned = after(&estate, pin_all(&estate));
        prop_assert_eq!(allocate(&pinned, &demand(&pinned)).prefixes(), before.clone());
        let count = pinned.vnets[0].subnets.len();
        pinned.vnets[0].subnets[grown % count].used_addresses = more;
        pinned.vnets[0].subnets.insert(0, blank(1, added));
        let now = place(&pinned).prefixes();
        prop_assert!(before.iter().all(|(id, prefix)| now.get(id) == Some(prefix)));
    }
}
