//! Places in the app and their addresses.

use azureml_vnet_wizard::domain::Item;
use azureml_vnet_wizard::ui::route::Route;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn every_place_is_found_by_its_own_address() {
    for route in Route::STEPS
        .into_iter()
        .chain([Route::Topology, Route::Rules])
    {
        assert_eq!(Route::from_hash(route.hash()), Some(route));
    }
}

#[wasm_bindgen_test]
fn an_empty_address_is_the_start_and_an_unknown_one_is_nowhere() {
    for hash in ["", "#", "#/", "#/start/"] {
        assert_eq!(Route::from_hash(hash), Some(Route::Start), "{hash}");
    }
    for hash in [
        "#/nowhere",
        "#/rulesets",
        "#main",
        "#/networks/subnets",
        "#/Networks",
    ] {
        assert_eq!(Route::from_hash(hash), None, "{hash}");
    }
}

#[wasm_bindgen_test]
fn steps_are_numbered_from_one_and_the_drawing_is_none() {
    let numbers = Route::STEPS.map(Route::number);
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
    assert_eq!(Route::Topology.number(), 0);
}

#[wasm_bindgen_test]
fn an_item_is_edited_in_a_step_never_in_the_drawing() {
    for item in [
        Item::Basics,
        Item::OnPremises,
        Item::Serverless,
        Item::Workspace,
        Item::Dns,
    ] {
        assert!(Route::STEPS.contains(&Route::of(item)), "{item:?}");
    }
}

#[wasm_bindgen_test]
fn a_rule_is_found_by_its_code_however_it_is_written() {
    for hash in ["#/rules/SUB004", "#/rules/sub004/"] {
        assert_eq!(Route::from_hash(hash), Some(Route::Rules), "{hash}");
        assert_eq!(Route::rule_in(hash), "SUB004", "{hash}");
    }
    for hash in ["#/rules", "#/rules/", "#/networks"] {
        assert_eq!(Route::rule_in(hash), "", "{hash}");
    }
}
