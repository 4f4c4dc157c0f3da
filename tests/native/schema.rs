//! The published JSON Schema says the same as the code that reads plans.

use azureml_vnet_wizard::document::{decode, encode, schema};
use expect_test::expect_file;
use serde_json::{Value, json};

use crate::support::{EVERY_RECORD, every_record, misfits, plans, schema_value};

#[test]
fn the_published_schema_is_current() {
    expect_file!["../../schema/plan.schema.json"].assert_eq(&schema());
}

#[test]
fn every_plan_fits_the_schema() {
    let schema = schema_value();
    let hand_written: Value = serde_json::from_str(EVERY_RECORD).expect("JSON");
    assert_eq!(misfits(schema, &hand_written), Vec::<String>::new());
    for (name, plan) in plans() {
        let document: Value = serde_json::from_str(&encode(&plan)).expect("JSON");
        assert_eq!(misfits(schema, &document), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let cases = [
        ("/vnets/0/name", json!(3)),
        ("/vnets/0/id", json!(0)),
        ("/vnets/0/id", json!(null)),
        ("/vnets/0/role", json!("spoke")),
        ("/dns/zones/0/links/0", json!(null)),
        ("/clusters/0/max_nodes", json!(-1)),
        ("/clusters/0/subnet", json!("snet-train")),
        ("/workspace/registry", json!([])),
        ("/vnets/0", json!({ "name": "no id" })),
        ("/governance", json!({ "unknown": true })),
        ("/schema_version", json!(2)),
    ];
    let schema = schema_value();
    for (pointer, value) in cases {
        let mut document: Value = serde_json::from_str(&encode(&every_record())).expect("JSON");
        *document.pointer_mut(pointer).expect("it is there") = value;
        assert_eq!(misfits(schema, &document), [pointer.to_owned()]);
        assert!(decode(&document.to_string()).is_err(), "{pointer}");
    }
}

#[test]
fn the_schema_allows_what_the_reader_allows() {
    let cases = [
        ("/peerings/0/from", json!(null)),
        ("/workspace/registry", json!(null)),
        ("/governance/public_ip_quota", json!(null)),
        ("/vnets/0/subnets/0/prefix", json!("half typed")),
        ("/governance", json!({})),
    ];
    let schema = schema_value();
    for (pointer, value) in cases {
        let mut document: Value = serde_json::from_str(&encode(&every_record())).expect("JSON");
        *document.pointer_mut(pointer).expect("it is there") = value;
        assert_eq!(misfits(schema, &document), Vec::<String>::new());
        assert!(decode(&document.to_string()).is_ok(), "{pointer}");
    }
}
