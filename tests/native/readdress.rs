//! Changing where things lie: proposals, editing by hand, pinning and rebasing, against oracles that only
//! compare ranges.

use std::collections::BTreeSet;

use azureml_vnet_wizard::allocation::allocate;
use azureml_vnet_wizard::capacity::demand;
use azureml_vnet_wizard::domain::{
    AddressText, AksId, ComputeCluster, Plan, Prefix, PrefixText, PrivateEndpoint, RuleProfile,
    SubnetId, SubnetPurpose, VnetId,
};
use azureml_vnet_wizard::readdress::{
    Change, Holder, Refusal, add_subnet, blocks, cut_block, grow_subnet, join_blocks, join_entries,
    join_free, join_subnet, move_subnet_on, move_subnet_to, next_block, pin, pin_all,
    propose_dns_service_ip, propose_docker_bridge, propose_pod_cidr, propose_service_cidr,
    propose_space, rebase, resize_subnet, shrink_subnet, split_block, split_entry, split_subnet,
    unpin, written_addresses, written_prefixes,
};
use azureml_vnet_wizard::rules::{self, Severity};
use azureml_vnet_wizard::samples;
use proptest::prelude::*;

use crate::allocation::{blank, place, plan, prefix};

fn written(id: u32, text: &str, used: u32) -> azureml_vnet_wizard::domain::Subnet {
    azureml_vnet_wizard::domain::Subnet {
        name: format!("snet-{id}"),
        prefix: PrefixText::new(text),
        ..blank(id, used)
    }
}

fn after(plan: &Plan, change: Result<Change, Refusal>) -> Plan {
    change.expect("a change").edit.preview(plan)
}

#[track_caller]
fn refused(change: Result<Change, Refusal>) -> String {
    change.expect_err("refused").to_string()
}

fn texts(plan: &Plan) -> Vec<String> {
    let prefixes = written_prefixes(plan).map(|(_, text)| text.as_str().to_owned());
    prefixes.collect()
}

fn errors(plan: &Plan) -> Vec<String> {
    let findings = rules::check(plan);
    let errors = findings.iter().filter(|it| it.severity == Severity::Error);
    errors
        .map(|it| format!("{} {}", it.rule.code, it.title))
        .collect()
}

#[test]
fn proposes_every_range_of_an_empty_cluster() {
    let mut plan = samples::aks_inference();
    plan.on_premises.prefixes = vec![PrefixText::new("10.96.0.0/12")];
    let id: AksId = plan.aks[0].id;
    let aks = &mut plan.aks[0];
    aks.service_cidr = PrefixText::default();
    aks.pod_cidr = PrefixText::default();
    aks.dns_service_ip = AddressText::default();
    let services = propose_service_cidr(&plan, id).expect("a change");
    assert_eq!(
        services.reason,
        "10.112.0.0/16: private, and clear of all VNets, services and pods here and of 10.96.0.0/12 \
         on-premises."
    );
    services.edit.apply(&mut plan);
    assert_eq!(plan.aks[0].dns_service_ip.as_str(), "10.112.0.10");
    plan = after(&plan, propose_pod_cidr(&plan, id));
    assert_eq!(plan.aks[0].pod_cidr.as_str(), "10.244.0.0/16");
    assert_eq!(
        refused(propose_service_cidr(&plan, id)),
        "10.112.0.0/16 clashes with nothing, so it can stay."
    );
    assert_eq!(
        refused(propose_dns_service_ip(&plan, id)),
        "10.112.0.10 clashes with nothing, so it can stay."
    );
    plan.aks[0].dns_service_ip = plan.aks[0]
        .service_cidr
        .prefix()
        .expect("it")
        .first()
        .into();
    let dns = propose_dns_service_ip(&plan, id).expect("a change");
    assert_eq!(dns.value, "10.112.0.10");
    assert_eq!(
        refused(propose_docker_bridge(&plan, id)),
        "No docker bridge clashes with nothing, so it can stay."
    );
    plan.basics.profile = RuleProfile::Classic2019;
    let bridge = propose_docker_bridge(&plan, id).expect("a change");
    assert_eq!(bridge.value, "172.17.0.1/16");
    plan.on_premises
        .prefixes
        .push(PrefixText::new("172.16.0.0/15"));
    let bridge = propose_docker_bridge(&plan, id).expect("a change");
    assert_eq!(bridge.value, "172.18.0.1/16");
}

#[test]
fn proposes_a_space_that_holds_the_subnets_that_wait_for_it() {
    let mut plan = plan(&[], vec![blank(10, 40)]);
    plan.on_premises.prefixes = vec![PrefixText::new("10.0.0.0/8")];
    let vnet: VnetId = plan.vnets[0].id;
    let plan = after(&plan, propose_space(&plan, vnet, 0));
    assert_eq!(plan.vnets[0].address_space[0].as_str(), "172.16.0.0/16");
    assert!(place(&plan).placed(SubnetId(10)).is_some());
}

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

#[test]
fn finds_and_fills_the_next_block() {
    let plan = plan(&["10.0.0.0/24"], vec![written(10, "10.0.0.0/26", 0)]);
    let vnet = plan.vnets[0].id;
    assert_eq!(next_block(&plan, vnet, 26), Ok(prefix("10.0.0.64/26")));
    assert_eq!(
        next_block(&plan, vnet, 24).expect_err("full").to_string(),
        format!(
            "{} has no free /24: the largest free block is 10.0.0.128/25. Choose a smaller size, or widen its \
             address space.",
            plan.vnets[0].name
        )
    );
    let block = prefix("10.0.0.64/26");
    let filled = after(
        &plan,
        add_subnet(&plan, vnet, block, SubnetPurpose::Bastion),
    );
    let added = &filled.vnets[0].subnets[1];
    assert_eq!(
        (added.name.as_str(), added.prefix.as_str()),
        ("AzureBastionSubnet", "10.0.0.64/26")
    );
    let small = add_subnet(&plan, vnet, prefix("10.0.0.64/27"), SubnetPurpose::Bastion);
    assert_eq!(
        refused(small),
        "Azure Bastion needs a /26 or larger, so 10.0.0.64/27 is too small."
    );
    let again = add_subnet(
        &filled,
        vnet,
        prefix("10.0.0.128/26"),
        SubnetPurpose::Bastion,
    );
    assert!(refused(again).starts_with("Azure sets the name AzureBastionSubnet"));
}

#[test]
fn what_exists_keeps_its_addresses() {
    let mut plan = samples::aks_inference();
    let (vnet, aks) = (plan.vnets[0].id, plan.aks[0].id);
    plan.vnets[0].placement = azureml_vnet_wizard::domain::Placement::Existing;
    plan.aks[0].placement = azureml_vnet_wizard::domain::Placement::Existing;
    for subnet in &mut plan.vnets[0].subnets {
        subnet.placement = azureml_vnet_wizard::domain::Placement::Existing;
    }
    let subnet = plan.vnets[0].subnets[0].id;
    for change in [
        propose_space(&plan, vnet, 0),
        split_entry(&plan, vnet, 0),
        join_entries(&plan, vnet, 0),
        propose_service_cidr(&plan, aks),
        propose_pod_cidr(&plan, aks),
        split_subnet(&plan, subnet),
        move_subnet_to(&plan, subnet, prefix("10.50.200.0/24")),
        add_subnet(&plan, vnet, prefix("10.50.200.0/24"), SubnetPurpose::Other),
    ] {
        let sentence = refused(change);
        assert!(sentence.contains("exists in Azure already"), "{sentence}");
    }
    assert_eq!(
        rebase(&plan, prefix("10.99.0.0/16")),
        Err(Refusal::NothingToMove)
    );
}

#[test]
fn pins_where_things_lie_and_then_nothing_moves() {
    let mut estate = plan(
        &["10.0.0.0/24"],
        vec![blank(10, 10), blank(11, 20), blank(12, 3)],
    );
    let before = place(&estate).prefixes();
    let one = after(&estate, pin(&estate, SubnetId(11)));
    assert_eq!(place(&one).prefixes(), before);
    assert!(refused(pin(&one, SubnetId(11))).contains("can stay"));
    let change = pin_all(&estate).expect("three");
    assert_eq!(change.label, "Pin 3 subnets");
    change.edit.apply(&mut estate);
    // Whatever grows now, those stay.
    estate.vnets[0].subnets[0].used_addresses = 200;
    estate.vnets[0].subnets.insert(0, blank(1, 50));
    let now = place(&estate).prefixes();
    assert!(
        before
            .iter()
            .all(|(id, prefix)| now.get(id) == Some(prefix))
    );
    let pinned = plan(&["10.0.0.0/24"], vec![written(10, "10.0.0.0/26", 1)]);
    assert_eq!(
        refused(pin_all(&pinned)),
        "Every subnet that has a place is pinned already."
    );
}

#[test]
fn every_scenario_moves_without_a_new_error() {
    for sample in samples::ALL {
        let plan = (sample.build)();
        for to in ["172.20.0.0/14", "10.128.0.0/9", "100.64.0.0/10"] {
            let change = rebase(&plan, prefix(to))
                .unwrap_or_else(|error| panic!("{}: {error}", sample.slug));
            let moved = change.edit.preview(&plan);
            assert_eq!(
                errors(&moved),
                errors(&plan),
                "{} to {to}: {}",
                sample.slug,
                change.reason
            );
            for (vnet, subnet) in moved.subnets() {
                let prefix = subnet.prefix.prefix().expect("scenarios are written");
                assert!(self::prefix(to).contains(prefix), "{} {prefix}", vnet.name);
            }
            assert_eq!(moved.on_premises, plan.on_premises);
            let back = (texts(&plan).len(), written_addresses(&plan).count());
            assert_eq!(
                (texts(&moved).len(), written_addresses(&moved).count()),
                back
            );
        }
    }
}

#[test]
fn moves_rules_routes_and_services_along() {
    let mut plan = samples::everything();
    let rule = azureml_vnet_wizard::domain::SecurityRule {
        sources: vec![
            "10.81.2.0/26".to_owned(),
            "10.0.0.0/12".to_owned(),
            "Internet".to_owned(),
        ],
        destinations: vec!["10.81.4.9".to_owned(), "10.80.0.0/15".to_owned()],
        ..Default::default()
    };
    plan.nsgs[0].rules.push(rule);
    plan.aks[0].service_cidr = PrefixText::new("10.97.0.0/16");
    let change = rebase(&plan, prefix("10.96.0.0/15")).expect("fits");
    assert_eq!(change.label, "Move the plan to 10.96.0.0/15");
    assert_eq!(
        change.reason,
        "10.80.0.0/22 → 10.96.0.0/22, 10.81.0.0/16 → 10.97.0.0/16, services 10.97.0.0/16 → 10.98.0.0/16; \
         subnets, fixed addresses, routes and rules move along."
    );
    let moved = change.edit.preview(&plan);
    let rule = moved.nsgs[0].rules.last().expect("a rule");
    assert_eq!(rule.sources, ["10.97.2.0/26", "10.0.0.0/12", "Internet"]);
    assert_eq!(rule.destinations, ["10.97.4.9", "10.96.0.0/15"]);
    assert_eq!(moved.aks[0].dns_service_ip.as_str(), "10.98.0.10");
    assert_eq!(
        moved.aks[0].pod_cidr, plan.aks[0].pod_cidr,
        "it met nothing"
    );
}

#[test]
fn says_why_a_plan_cannot_move() {
    let estate = plan(&["10.0.0.0/20", "10.8.0.0/20"], vec![]);
    assert_eq!(
        refused(rebase(&estate, prefix("10.64.0.0/20"))),
        "10.64.0.0/20 is too small: the plan has 8,192 addresses in its VNets, 4,096 are free there, and \
         10.8.0.0/20 finds no place. Choose a larger range, or make the VNets smaller."
    );
    assert!(refused(rebase(&estate, prefix("8.0.0.0/8"))).starts_with("8.0.0.0/8 is public"));
    let packed = after(&estate, rebase(&estate, prefix("10.64.0.0/19")));
    assert_eq!(
        texts(&packed),
        ["10.64.0.0/20", "10.64.16.0/20"],
        "closer together than before"
    );
}

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
