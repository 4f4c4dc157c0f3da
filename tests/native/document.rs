//! The plan document keeps what it is given: plan to text, text to plan, and where things stand in it.

use azureml_vnet_wizard::document::{SCHEMA_VERSION, decode, encode, pointer};
use azureml_vnet_wizard::domain::{
    AcknowledgementId, AksId, AttachedId, BastionId, BatchDeploymentId, BatchEndpointId, ClusterId,
    FirewallId, GatewayId, Headroom, InstanceId, Item, JumpHostId, NatGatewayId, NodePoolId, NsgId,
    PeeringId, Plan, PrefixText, PrivateEndpointId, RouteId, RouteTableId, SecurityRuleId,
    StorageId, SubnetId, TagId, VnetId, ZoneId,
};
use expect_test::expect;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::support::{every_record, plans, record_name, resolve, schema_value, walk};

fn json_of(plan: &Plan) -> Value {
    serde_json::from_str(&encode(plan)).expect("a document is JSON")
}

#[test]
fn keeps_a_plan_and_its_bytes() {
    for (name, plan) in plans() {
        let text = encode(&plan);
        let read = decode(&text).unwrap_or_else(|errors| panic!("{name}: {errors:?}"));
        assert_eq!(read, plan, "{name}");
        assert_eq!(encode(&read), text, "{name}");
    }
}

#[test]
fn opens_with_the_version_and_ends_with_a_line_break() {
    let text = encode(&Plan::default());
    assert!(text.starts_with("{\n  \"schema_version\": 1,\n  \"last_id\": 0,\n"));
    assert!(text.ends_with("\n}\n"));
}

#[test]
fn writes_every_field_and_null_for_what_is_not_chosen() {
    let gateway = &json_of(&every_record())["gateways"][0];
    expect![[r#"{"id":13,"name":"vgw-hub","vnet":null,"kind":"vpn"}"#]]
        .assert_eq(&gateway.to_string());
}

#[test]
fn keeps_half_typed_text_as_it_is() {
    let mut plan = every_record();
    for text in [
        "10.0.",
        " 10.0.0.0/16 ",
        "",
        "10.0.0.0 255.0.0.0",
        "“ü\\\n\t\u{1f600}",
    ] {
        plan.vnets[0].subnets[0].prefix = PrefixText::new(text);
        let read = decode(&encode(&plan)).expect("half-typed plans are plans");
        assert_eq!(read.vnets[0].subnets[0].prefix.as_str(), text);
    }
}

#[test]
fn gives_missing_fields_the_value_of_a_new_item() {
    let plan = decode(r#"{"schema_version": 1, "vnets": [{"id": 3}]}"#).expect("a plan");
    assert_eq!(plan.vnets[0].id, VnetId(3));
    assert_eq!(plan.vnets[0].name, "");
    assert_eq!(plan.workspace, Plan::default().workspace);
}

#[test]
fn raises_the_id_counter_above_every_id() {
    let mut plan =
        decode(r#"{"schema_version": 1, "last_id": 2, "nsgs": [{"id": 7}]}"#).expect("a plan");
    assert_eq!(plan.next_id(), 8, "an id must not be given twice");
    let plan =
        decode(r#"{"schema_version": 1, "last_id": 90, "nsgs": [{"id": 7}]}"#).expect("a plan");
    assert_eq!(plan.last_id, 90, "ids of items that are gone stay gone");
}

#[test]
fn reads_a_file_with_a_byte_order_mark() {
    let text = format!("\u{feff}{}", encode(&every_record()));
    assert_eq!(decode(&text), Ok(every_record()));
}

/// Every kind of item that has an id, with the record that it is written as.
type NumberedItem = (&'static str, fn(u32) -> Item);

const NUMBERED: &[NumberedItem] = &[
    ("Tag", |id| Item::Tag(TagId(id))),
    ("Vnet", |id| Item::Vnet(VnetId(id))),
    ("Subnet", |id| Item::Subnet(SubnetId(id))),
    ("Peering", |id| Item::Peering(PeeringId(id))),
    ("Nsg", |id| Item::Nsg(NsgId(id))),
    ("SecurityRule", |id| Item::SecurityRule(SecurityRuleId(id))),
    ("RouteTable", |id| Item::RouteTable(RouteTableId(id))),
    ("Route", |id| Item::Route(RouteId(id))),
    ("NatGateway", |id| Item::NatGateway(NatGatewayId(id))),
    ("Firewall", |id| Item::Firewall(FirewallId(id))),
    ("Gateway", |id| Item::Gateway(GatewayId(id))),
    ("Bastion", |id| Item::Bastion(BastionId(id))),
    ("JumpHost", |id| Item::JumpHost(JumpHostId(id))),
    ("StorageAccount", |id| Item::Storage(StorageId(id))),
    ("PrivateEndpoint", |id| {
        Item::PrivateEndpoint(PrivateEndpointId(id))
    }),
    ("PrivateDnsZone", |id| Item::Zone(ZoneId(id))),
    ("ComputeCluster", |id| Item::Cluster(ClusterId(id))),
    ("ComputeInstance", |id| Item::Instance(InstanceId(id))),
    ("AttachedCompute", |id| Item::Attached(AttachedId(id))),
    ("AksCluster", |id| Item::Aks(AksId(id))),
    ("NodePool", |id| Item::NodePool(NodePoolId(id))),
    ("BatchEndpoint", |id| {
        Item::BatchEndpoint(BatchEndpointId(id))
    }),
    ("BatchDeployment", |id| {
        Item::BatchDeployment(BatchDeploymentId(id))
    }),
    ("Acknowledgement", |id| {
        Item::Acknowledgement(AcknowledgementId(id))
    }),
];

/// The items that every plan has (or has at most once).
const SINGLE: &[(&str, Item)] = &[
    ("Basics", Item::Basics),
    ("OnPremises", Item::OnPremises),
    ("Workspace", Item::Workspace),
    ("Serverless", Item::Serverless),
    ("KeyVault", Item::KeyVault),
    ("Registry", Item::Registry),
    ("Insights", Item::Insights),
    ("Dns", Item::Dns),
    ("Governance", Item::Governance),
];

/// Every item of a plan with the pointer at which it stands, found by walking its document.
pub(crate) fn items_of(plan: &Plan) -> Vec<(String, Item)> {
    let schema = schema_value();
    let document = json_of(plan);
    let mut items = Vec::new();
    walk(schema, &document, &mut |pointer, schema, value| {
        let Some(name) = record_name(schema).filter(|_| !value.is_null()) else {
            return;
        };
        let single = SINGLE.iter().find(|(record, _)| *record == name);
        let numbered = NUMBERED.iter().find(|(record, _)| *record == name);
        let item = match (single, numbered) {
            (Some((_, item)), None) => *item,
            (None, Some((_, item))) => {
                let id = value["id"].as_u64().expect("an id");
                item(u32::try_from(id).expect("a small number"))
            }
            _ => panic!("{name} is no item, or two"),
        };
        items.push((pointer.to_owned(), item));
    });
    items
}

#[test]
fn every_item_and_field_has_its_pointer() {
    let schema = schema_value();
    for (name, plan) in plans() {
        let document = json_of(&plan);
        for (at, item) in items_of(&plan) {
            assert_eq!(pointer(&plan, item.into()).as_ref(), Some(&at), "{name}");
            let fields = document.pointer(&at).and_then(Value::as_object);
            for (field, value) in fields.expect("an item is an object") {
                let subject = item.field(field.clone().leak());
                assert_eq!(
                    pointer(&plan, subject),
                    Some(format!("{at}/{field}")),
                    "{name}"
                );
                if value.as_array().is_some_and(|list| !list.is_empty()) {
                    let entry = pointer(&plan, item.entry(subject.field, 0)).expect("a pointer");
                    assert!(document.pointer(&entry).is_some(), "{name}: {entry}");
                }
            }
        }
    }
    let everything = items_of(&every_record());
    assert_eq!(
        everything.len(),
        NUMBERED.len() + SINGLE.len() + 2,
        "one item of each kind, and a second VNet and subnet"
    );
    assert_eq!(
        schema["$defs"].as_object().map(serde_json::Map::len),
        Some(NUMBERED.len() + SINGLE.len()),
        "every record of the schema is an item"
    );
}

#[test]
fn an_item_that_is_not_there_has_no_pointer() {
    let plan = Plan::default();
    assert_eq!(
        pointer(&plan, Item::Subnet(SubnetId(3)).field("prefix")),
        None
    );
    assert_eq!(
        pointer(&plan, Item::Registry.into()),
        None,
        "the plan has none"
    );
    assert_eq!(pointer(&plan, Item::Dns.into()).as_deref(), Some("/dns"));
}

/// A source of numbers that is the same for the same seed (`SplitMix64`).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).expect("a size")).expect("below a size")
    }
}

/// The document of a plan with another value in every field that is no id, chosen by the schema alone.
fn with_other_values(plan: &Plan, seed: u64) -> Value {
    const TEXTS: [&str; 5] = ["", "10.0.0.0/8", " half", "ü “\\\" \u{0}\n", "{}"];
    let schema = schema_value();
    let document = json_of(plan);
    let mut numbers = Numbers(seed);
    let mut changed = document.clone();
    walk(schema, &document, &mut |pointer, at, value| {
        let is_id = at["maximum"] == json!(1_000_000_000)
            || at["anyOf"][0]["maximum"] == json!(1_000_000_000);
        if is_id || pointer.is_empty() {
            return;
        }
        let resolved = resolve(schema, at, value);
        let new = if let Some(words) = resolved["enum"].as_array() {
            words[numbers.below(words.len())].clone()
        } else {
            match resolved["type"].as_str() {
                Some("boolean") => json!(numbers.below(2) == 0),
                Some("string") => json!(TEXTS[numbers.below(TEXTS.len())]),
                Some("integer") if pointer != "/last_id" => json!(numbers.next() >> 32),
                _ => return,
            }
        };
        *changed.pointer_mut(pointer).expect("the same shape") = new;
    });
    changed
}

#[test]
fn the_version_is_the_only_field_that_is_no_part_of_the_plan() {
    let changed = with_other_values(&every_record(), 1);
    assert_eq!(changed["schema_version"], json!(SCHEMA_VERSION));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn keeps_any_value_in_any_field(seed: u64) {
        let text = format!("{:#}\n", with_other_values(&every_record(), seed));
        let plan = decode(&text).expect("every value fits the schema");
        prop_assert_eq!(encode(&plan), text);
    }

    #[test]
    fn survives_any_text(text in "\\PC{0,200}") {
        prop_assert!(decode(&text).is_err(), "there is no plan this short");
    }

    #[test]
    fn survives_a_damaged_file(place: Index, length in 0..40_usize, insert in "[\\PC]{0,3}") {
        let text: Vec<char> = encode(&every_record()).chars().collect();
        let start = place.index(text.len());
        let end = (start + length).min(text.len());
        let damaged: String = text[..start].iter().copied()
            .chain(insert.chars())
            .chain(text[end..].iter().copied())
            .collect();
        match decode(&damaged) {
            Ok(plan) => prop_assert_eq!(decode(&encode(&plan)), Ok(plan)),
            Err(errors) => prop_assert!(!errors.is_empty()),
        }
    }

    #[test]
    fn survives_any_value_anywhere(place: Index, kind in 0..7_usize) {
        let mut document = json_of(&every_record());
        let schema = schema_value();
        let mut pointers = Vec::new();
        walk(schema, &document.clone(), &mut |pointer, _, _| pointers.push(pointer.to_owned()));
        let pointer = &pointers[place.index(pointers.len())];
        let values = [
            json!(null), json!(true), json!(-1), json!(1.5e300), json!("x"), json!([[]]), json!({"a": 1}),
        ];
        *document.pointer_mut(pointer).expect("it was walked") = values[kind].clone();
        match decode(&document.to_string()) {
            Ok(plan) => prop_assert_eq!(decode(&encode(&plan)), Ok(plan)),
            Err(errors) => for error in errors {
                let place = error.pointer.as_str();
                prop_assert!(place.starts_with(pointer.as_str()), "{} for {}", error, pointer);
            },
        }
    }
}

#[test]
fn keeps_the_room_to_grow_and_knows_what_a_plan_without_one_means() {
    for (kind, word) in [
        (Headroom::Double, "double"),
        (Headroom::Least, "none"),
        (Headroom::Percent, "percent"),
    ] {
        let mut plan = every_record();
        plan.basics.headroom = kind;
        plan.basics.headroom_percent = 35;
        let text = encode(&plan);
        assert_eq!(json_of(&plan)["basics"]["headroom"], word);
        assert_eq!(json_of(&plan)["basics"]["headroom_percent"], 35);
        assert_eq!(decode(&text), Ok(plan), "{word}");
    }
    // Documents from before the setting say nothing about it, and every subnet lies where it lay.
    let older = every_record().basics;
    assert_eq!(
        (older.headroom, older.headroom_percent),
        (Headroom::Double, 0)
    );
}
