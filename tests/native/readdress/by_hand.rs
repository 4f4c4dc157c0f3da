//! Blocks split and joined, subnets moved, resized and pinned by hand.

use std::collections::BTreeSet;

use azureml_vnet_wizard::domain::{
    AddressText, ComputeCluster, Plan, Prefix, PrivateEndpoint, SubnetId, SubnetPurpose,
};
use azureml_vnet_wizard::readdress::{
    Holder, blocks, cut_block, grow_subnet, join_blocks, join_entries, join_free, join_subnet,
    move_subnet_on, move_subnet_to, pin, resize_subnet, shrink_subnet, split_block, split_entry,
    split_subnet, unpin,
};
use azureml_vnet_wizard::samples;

use crate::allocation::{place, plan, prefix};

use super::{after, errors, refused, texts, written};

#[test]
fn splits_and_joins_blocks() {
    let halves = split_block(prefix("10.0.0.0/24")).expect("halves");
    assert_eq!(halves, (prefix("10.0.0.0/25"), prefix("10.0.0.128/25")));
    assert_eq!(join_blocks(halves.1, halves.0), Ok(prefix("10.0.0.0/24")));
    assert_eq!(
        split_block(prefix("10.0.0.0/29"))
            .expect_err("too small")
            .to_string(),
        "The halves of 10.0.0.0/29 would be smaller than a /29, the smallest subnet that Azure makes. Split \
         a larger block."
    );
    assert_eq!(
        join_blocks(prefix("10.0.1.0/24"), prefix("10.0.2.0/24"))
            .expect_err("no halves")
            .to_string(),
        "10.0.1.0/24 and 10.0.2.0/24 are not the two halves of one block, so no prefix covers just them. \
         Choose two halves, such as 10.0.1.0/24 and 10.0.0.0/24."
    );
}

#[test]
fn splits_and_joins_the_entries_of_a_space() {
    let estate = plan(&["10.0.0.0/22"], vec![written(10, "10.0.0.0/24", 0)]);
    let vnet = estate.vnets[0].id;
    let halved = after(&estate, split_entry(&estate, vnet, 0));
    assert_eq!(
        texts(&halved),
        ["10.0.0.0/23", "10.0.2.0/23", "10.0.0.0/24"]
    );
    let joined = after(&halved, join_entries(&halved, vnet, 1));
    assert_eq!(joined.vnets, estate.vnets);
    let across = plan(&["10.0.0.0/24"], vec![written(10, "10.0.0.0/24", 0)]);
    assert_eq!(
        refused(split_entry(&across, vnet, 0)),
        "snet-10 10.0.0.0/24 lies across the middle of 10.0.0.0/24, and a subnet is in one entry. Move or \
         shrink it first."
    );
    assert!(
        refused(join_entries(&estate, vnet, 0))
            .starts_with("10.0.4.0/22, the other half, is not in")
    );
}

#[test]
fn moves_resizes_and_splits_subnets_by_hand() {
    let subnets = vec![
        written(10, "10.0.0.0/26", 20),
        written(11, "10.0.0.64/26", 0),
    ];
    let plan = plan(&["10.0.0.0/24"], subnets);
    let id = SubnetId(10);
    let change = move_subnet_to(&plan, id, prefix("10.0.0.128/26")).expect("free");
    assert_eq!(change.label, "Move snet-10 to 10.0.0.128/26");
    let moved = change.edit.preview(&plan);
    assert_eq!(
        moved.subnet(id).expect("it").prefix.as_str(),
        "10.0.0.128/26"
    );
    let to = |text| refused(move_subnet_to(&plan, id, prefix(text)));
    assert_eq!(
        to("10.0.0.64/27"),
        "10.0.0.64/27 overlaps snet-11 10.0.0.64/26. Choose a block that is free."
    );
    assert_eq!(
        to("10.0.0.128/28"),
        "snet-10 needs 20 addresses, and 10.0.0.128/28 has 11 beside the five that Azure keeps. Choose a /27 \
         or larger."
    );
    assert!(
        to("10.0.1.0/26").starts_with("10.0.1.0/26 is not inside one entry of the address space")
    );
    let smaller = after(&plan, resize_subnet(&plan, id, 27));
    assert_eq!(
        smaller.subnet(id).expect("it").prefix.as_str(),
        "10.0.0.0/27"
    );
    assert!(refused(resize_subnet(&plan, id, 25)).contains("overlaps snet-11"));
    assert_eq!(
        refused(resize_subnet(&plan, id, 30)),
        "A subnet is a /2 to a /29; a /30 is neither."
    );
    let split = after(&plan, split_subnet(&plan, id));
    let names: Vec<_> = split
        .subnets()
        .map(|(_, it)| (it.name.as_str(), it.prefix.as_str()))
        .collect();
    assert_eq!(
        names,
        [
            ("snet-10", "10.0.0.0/27"),
            ("snet-10-2", "10.0.0.32/27"),
            ("snet-11", "10.0.0.64/26")
        ]
    );
    let ids: std::collections::BTreeSet<_> = split.subnets().map(|(_, it)| it.id).collect();
    assert_eq!(ids.len(), 3);
}

/// The blocks of the first VNet as text: `10.0.0.0/26 snet-10`, `10.0.0.64/26 free`.
fn map(plan: &Plan, cuts: &BTreeSet<Prefix>) -> Vec<String> {
    let blocks = blocks(&plan.vnets[0], &place(plan), cuts);
    let texts = blocks.iter().map(|block| match block.holder {
        Holder::Free => format!("{} free", block.prefix),
        Holder::Subnet(id) => {
            format!("{} {}", block.prefix, plan.subnet(id).expect("it").name)
        }
    });
    texts.collect()
}

#[test]
fn shows_a_vnet_as_blocks_in_the_order_of_their_addresses() {
    let subnets = vec![
        written(12, "10.9.0.0/24", 0),
        written(11, "10.0.0.128/25", 0),
        written(10, "10.0.0.0/26", 0),
    ];
    let plan = plan(&["10.0.2.0/24", "10.0.0.0/24"], subnets);
    let none = BTreeSet::new();
    let shown = blocks(&plan.vnets[0], &place(&plan), &none);
    let entries: Vec<_> = shown.iter().map(|block| block.entry).collect();
    assert_eq!(entries, [Some(0), Some(1), Some(1), Some(1), None]);
    assert_eq!(
        map(&plan, &none),
        [
            "10.0.2.0/24 free",
            "10.0.0.0/26 snet-10",
            "10.0.0.64/26 free",
            "10.0.0.128/25 snet-11",
            "10.9.0.0/24 snet-12"
        ]
    );
}

#[test]
fn divides_free_space_and_joins_it_again() {
    let plan = plan(&["10.0.0.0/24"], vec![written(10, "10.0.0.0/26", 0)]);
    let (vnet, allocation) = (&plan.vnets[0], place(&plan));
    let mut cuts = BTreeSet::new();
    let upper = prefix("10.0.0.128/25");
    assert_eq!(cut_block(&mut cuts, upper), Ok(prefix("10.0.0.128/26")));
    assert_eq!(
        cut_block(&mut cuts, prefix("10.0.0.192/26")),
        Ok(prefix("10.0.0.192/27"))
    );
    assert_eq!(
        map(&plan, &cuts),
        [
            "10.0.0.0/26 snet-10",
            "10.0.0.64/26 free",
            "10.0.0.128/26 free",
            "10.0.0.192/27 free",
            "10.0.0.224/27 free"
        ]
    );
    let mut join = |text| {
        join_free(vnet, &allocation, &mut cuts, prefix(text)).map_err(|refusal| refusal.to_string())
    };
    assert_eq!(
        join("10.0.0.64/26"),
        Err("snet-10 lies in 10.0.0.0/26, the other half. Move or remove it first.".to_owned())
    );
    assert_eq!(
        join("10.0.0.128/26"),
        Err("10.0.0.192/26, the other half, is split itself. Join its parts first.".to_owned())
    );
    assert_eq!(join("10.0.0.224/27"), Ok(prefix("10.0.0.192/26")));
    assert_eq!(join("10.0.0.128/26"), Ok(upper));
    assert_eq!(
        map(&plan, &cuts),
        [
            "10.0.0.0/26 snet-10",
            "10.0.0.64/26 free",
            "10.0.0.128/25 free"
        ]
    );
    let small = cut_block(&mut cuts, prefix("10.0.0.64/29"));
    assert!(small.is_err(), "no subnet is smaller than a /29");
}

#[test]
fn says_why_free_space_at_the_edge_cannot_be_joined() {
    let plan = plan(&["10.0.0.0/24", "10.0.1.0/24", "10.0.4.0/24"], vec![]);
    let join = |text| {
        let mut cuts = BTreeSet::new();
        let joined = join_free(&plan.vnets[0], &place(&plan), &mut cuts, prefix(text));
        joined.expect_err("refused").to_string()
    };
    assert_eq!(
        join("10.0.0.0/24"),
        "10.0.1.0/24, the other half, is in another entry of the address space, and a subnet lies in one. \
         Join the entries first."
    );
    assert_eq!(
        join("10.0.4.0/24"),
        "10.0.5.0/24, the other half, is not in the address space of vnet-ml. Widen it first."
    );
}

#[test]
fn joins_a_subnet_with_free_space_or_with_an_idle_subnet() {
    let subnets = vec![
        written(10, "10.0.0.0/26", 20),
        written(11, "10.0.0.64/26", 0),
        written(12, "10.0.0.128/26", 0),
    ];
    let estate = plan(&["10.0.0.0/24"], subnets);
    let change = join_subnet(&estate, SubnetId(10)).expect("snet-11 is idle");
    assert_eq!(change.label, "Join snet-10 and snet-11");
    assert_eq!(
        change.reason,
        "snet-10 becomes 10.0.0.0/25; snet-11 goes, as nothing stands in it."
    );
    let none = BTreeSet::new();
    assert_eq!(
        map(&change.edit.preview(&estate), &none),
        [
            "10.0.0.0/25 snet-10",
            "10.0.0.128/26 snet-12",
            "10.0.0.192/26 free"
        ]
    );
    let grown = join_subnet(&estate, SubnetId(12)).expect("free");
    assert_eq!(
        grown.reason,
        "snet-12 becomes 10.0.0.128/25; 10.0.0.192/26 is free."
    );
    assert_eq!(
        refused(join_subnet(&estate, SubnetId(11))),
        "snet-10 in 10.0.0.0/26, the other half, is in use, so it cannot become part of another subnet. Move \
         what stands in it first."
    );
    // Something of no size, such as a cluster with no nodes yet, stands there all the same.
    let mut referred = estate.clone();
    referred.clusters.push(ComputeCluster {
        subnet: Some(SubnetId(11)),
        ..ComputeCluster::default()
    });
    assert!(refused(join_subnet(&referred, SubnetId(10))).starts_with("snet-11 in 10.0.0.64/26"));
    let split = after(&estate, split_subnet(&estate, SubnetId(11)));
    assert_eq!(
        refused(join_subnet(&split, SubnetId(10))),
        "snet-11 lies in 10.0.0.64/26, the other half. Move or remove it first."
    );
}

#[test]
fn never_joins_away_a_subnet_that_azure_finds_by_its_name() {
    let bastion = azureml_vnet_wizard::domain::Subnet {
        name: "AzureBastionSubnet".to_owned(),
        purpose: SubnetPurpose::Bastion,
        ..written(11, "10.0.0.64/26", 0)
    };
    let plan = plan(
        &["10.0.0.0/24"],
        vec![written(10, "10.0.0.0/26", 0), bastion],
    );
    assert_eq!(
        refused(join_subnet(&plan, SubnetId(10))),
        "AzureBastionSubnet lies in 10.0.0.64/26, the other half. Move or remove it first."
    );
    let joined = join_subnet(&plan, SubnetId(11)).expect("snet-10 is idle");
    assert_eq!(joined.label, "Join AzureBastionSubnet and snet-10");
}

#[test]
fn splitting_and_joining_a_subnet_leads_back() {
    let estate = plan(&["10.0.0.0/24"], vec![written(10, "10.0.0.0/25", 20)]);
    let split = after(&estate, split_subnet(&estate, SubnetId(10)));
    assert_eq!(split.vnets[0].subnets.len(), 2);
    let joined = after(&split, join_subnet(&split, SubnetId(10)));
    assert_eq!(joined.vnets, estate.vnets);
}

#[test]
fn moves_on_resizes_and_unpins_in_words() {
    let subnets = vec![
        written(10, "10.0.0.0/26", 20),
        written(11, "10.0.0.64/26", 0),
    ];
    let estate = plan(&["10.0.0.0/24"], subnets);
    let id = SubnetId(10);
    let moved = move_subnet_on(&estate, id).expect("free");
    assert_eq!(moved.value, "10.0.0.128/26");
    let smaller = shrink_subnet(&estate, id).expect("20 fit into 27");
    assert_eq!(smaller.label, "Make snet-10 a /27");
    assert_eq!(
        smaller.reason,
        "snet-10 becomes 10.0.0.0/27; 32 addresses become free."
    );
    let larger = grow_subnet(&moved.edit.preview(&estate), id).expect("free");
    assert_eq!(
        larger.reason,
        "snet-10 becomes 10.0.0.128/25; 64 addresses are added to it."
    );
    let unpinned = unpin(&estate, id).expect("it is pinned");
    assert_eq!(unpinned.label, "Let the plan size snet-10");
    assert_eq!(
        unpinned.reason,
        "10.0.0.0/26: smallest block for 20 addresses with room to double; keeps 10.0.0.128/25 whole."
    );
    let blank = unpinned.edit.preview(&estate);
    assert!(blank.subnet(id).expect("it").prefix.is_blank());
    assert_eq!(after(&blank, pin(&blank, id)).vnets, estate.vnets);
    assert_eq!(
        refused(unpin(&blank, id)),
        "snet-10 has no range that can be read yet. Write one, such as 10.20.0.0/16."
    );
    let full = plan(&["10.0.0.0/25"], estate.vnets[0].subnets.clone());
    assert!(refused(move_subnet_on(&full, id)).starts_with("vnet-ml has no free /26"));
}

#[test]
fn no_change_by_hand_brings_an_error() {
    let (mut made, mut told) = (0, 0);
    for sample in samples::ALL {
        let plan = (sample.build)();
        let before = errors(&plan);
        for (_, subnet) in plan.subnets() {
            let id = subnet.id;
            let changes = [
                split_subnet(&plan, id),
                join_subnet(&plan, id),
                shrink_subnet(&plan, id),
                grow_subnet(&plan, id),
                move_subnet_on(&plan, id),
                pin(&plan, id),
                unpin(&plan, id),
            ];
            for change in changes {
                let Ok(change) = change else {
                    told += 1;
                    continue;
                };
                let new: Vec<String> = errors(&change.edit.preview(&plan))
                    .into_iter()
                    .filter(|error| !before.contains(error))
                    .collect();
                assert!(new.is_empty(), "{}: {}: {new:?}", sample.slug, change.label);
                made += 1;
            }
        }
    }
    assert!(made > 50 && told > 50, "{made} made, {told} refused");
}

#[test]
fn keeps_fixed_addresses_when_a_subnet_changes_its_size() {
    let mut estate = plan(&["10.0.0.0/24"], vec![written(10, "10.0.0.64/26", 0)]);
    estate.private_endpoints.push(PrivateEndpoint {
        name: "pe-vault".to_owned(),
        subnet: Some(SubnetId(10)),
        static_address: AddressText::new("10.0.0.110"),
        ..PrivateEndpoint::default()
    });
    let id = SubnetId(10);
    let address = |plan: &Plan| plan.private_endpoints[0].static_address.as_str().to_owned();
    // Its new start is 64 addresses lower; what has an address keeps it all the same.
    let grown = after(&estate, resize_subnet(&estate, id, 25));
    assert_eq!(texts(&grown), ["10.0.0.0/24", "10.0.0.0/25"]);
    assert_eq!(address(&grown), "10.0.0.110");
    let moved = after(&estate, move_subnet_on(&estate, id));
    assert_eq!(texts(&moved), ["10.0.0.0/24", "10.0.0.0/26"]);
    assert_eq!(address(&moved), "10.0.0.46");
    let lost = "pe-vault has the fixed address 10.0.0.110, which would have no place in 10.0.0.64/27. Give it \
                another address first.";
    assert_eq!(refused(resize_subnet(&estate, id, 27)), lost);
    assert_eq!(refused(split_subnet(&estate, id)), lost);
}
