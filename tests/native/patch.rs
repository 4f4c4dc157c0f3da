//! The difference of two plans, applied by another program's reading of RFC 6902, leads from one to the other.

use azureml_vnet_wizard::document::{PatchOp, diff, encode};
use azureml_vnet_wizard::domain::{AddressText, Plan, PrefixText, Subnet, SubnetId};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::document::items_of;
use crate::support::{apply_patch, every_record, plans};

/// Asserts that the patch leads from one plan to the other.
#[track_caller]
pub(crate) fn assert_leads(before: &Plan, after: &Plan) {
    let patch: Vec<Value> = diff(before, after).iter().map(PatchOp::to_json).collect();
    let mut document: Value = serde_json::from_str(&encode(before)).expect("JSON");
    apply_patch(&mut document, &patch);
    assert_eq!(format!("{document:#}\n"), encode(after), "{patch:#?}");
}

/// Changes the plan with everything and compares the patch, one operation a line.
#[track_caller]
fn check(change: impl FnOnce(&mut Plan), expected: &Expect) {
    let before = every_record();
    let mut after = before.clone();
    change(&mut after);
    assert_leads(&before, &after);
    let lines: Vec<String> = diff(&before, &after)
        .iter()
        .map(|operation| operation.to_json().to_string())
        .collect();
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn says_nothing_about_equal_plans() {
    check(|_| {}, &expect![[""]]);
}

#[test]
fn names_the_field_that_changed() {
    check(
        |plan| {
            plan.vnets[0].subnets[1].prefix = PrefixText::new("10.20.2.0/24");
            plan.clusters[0].subnet = None;
        },
        &expect![[r#"
            {"op":"replace","path":"/vnets/0/subnets/1/prefix","value":"10.20.2.0/24"}
            {"op":"replace","path":"/clusters/0/subnet","value":null}"#]],
    );
}

#[test]
fn adds_and_removes_whole_items() {
    check(
        |plan| {
            plan.last_id = 27;
            plan.nsgs.clear();
            plan.peerings.clear();
            plan.vnets[0].subnets[0].nsg = None;
            plan.jump_hosts[0].subnet = None;
            plan.workspace.registry = None;
        },
        &expect![[r#"
            {"op":"replace","path":"/last_id","value":27}
            {"op":"replace","path":"/vnets/0/subnets/0/nsg","value":null}
            {"op":"remove","path":"/peerings/0"}
            {"op":"remove","path":"/nsgs/0"}
            {"op":"replace","path":"/jump_hosts/0/subnet","value":null}
            {"op":"replace","path":"/workspace/registry","value":null}"#]],
    );
}

#[test]
fn finds_an_item_that_moved() {
    check(
        |plan| plan.vnets[0].subnets.swap(0, 1),
        &expect![[r#"
        {"op":"remove","path":"/vnets/0/subnets/1"}
        {"op":"add","path":"/vnets/0/subnets/0","value":{"id":4,"name":"snet-pe","purpose":"private_endpoints","placement":"new","prefix":"","used_addresses":0,"nsg":null,"route_table":null,"nat_gateway":null,"delegation":"","service_endpoints":[],"private_endpoint_policies":"disabled","default_outbound_access":false}}"#]],
    );
}

#[test]
fn changes_as_little_of_a_list_of_texts_as_it_can() {
    check(
        |plan| {
            let space = &mut plan.vnets[0].address_space;
            *space = ["10.20.0.0/16", "10.40.0.0/16", "10.30."]
                .map(PrefixText::new)
                .to_vec();
            plan.vnets[0].dns_servers.clear();
            plan.vnets[1].dns_servers.push(AddressText::new("10.0.0.4"));
            plan.on_premises.prefixes[0] = PrefixText::new("192.168.0.0/20");
        },
        &expect![[r#"
            {"op":"add","path":"/vnets/0/address_space/1","value":"10.40.0.0/16"}
            {"op":"remove","path":"/vnets/0/dns_servers/0"}
            {"op":"add","path":"/vnets/1/dns_servers/0","value":"10.0.0.4"}
            {"op":"replace","path":"/on_premises/prefixes/0","value":"192.168.0.0/20"}"#]],
    );
}

#[test]
fn leads_from_any_plan_to_any_other() {
    let plans = plans();
    for (_, before) in &plans {
        for (_, after) in &plans {
            assert_leads(before, after);
        }
    }
}

/// A list of address prefixes that often shares entries with another one.
fn space() -> impl Strategy<Value = Vec<PrefixText>> {
    prop::collection::vec("[abc]".prop_map(PrefixText::new), 0..6)
}

/// Subnets with ids from a small range, each at most once, in any order.
fn subnets() -> impl Strategy<Value = Vec<Subnet>> {
    let ids = prop::sample::subsequence((100..108).collect::<Vec<u32>>(), 0..8).prop_shuffle();
    (ids, "[xy]").prop_map(|(ids, name)| {
        let subnet = |id| Subnet {
            id: SubnetId(id),
            name: name.clone(),
            ..Subnet::default()
        };
        ids.into_iter().map(subnet).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn leads_over_any_change_of_lists(
        spaces in [space(), space()],
        subnets in [subnets(), subnets()],
    ) {
        let [before, after] = [0, 1].map(|side| {
            let mut plan = every_record();
            plan.vnets[1].address_space.clone_from(&spaces[side]);
            plan.vnets[1].subnets.clone_from(&subnets[side]);
            plan
        });
        assert_leads(&before, &after);
    }

    #[test]
    fn leads_over_any_removals(places: [Index; 4]) {
        let before = every_record();
        let mut after = before.clone();
        let items = items_of(&before);
        for place in places {
            after.remove(items[place.index(items.len())].1);
        }
        assert_leads(&before, &after);
        assert_leads(&after, &before);
    }
}
