//! What this browser remembers.

use azureml_vnet_wizard::document;
use azureml_vnet_wizard::domain::{Item, Plan};
use azureml_vnet_wizard::rules::record_edition;
use azureml_vnet_wizard::samples;
use azureml_vnet_wizard::ui::browser;
use azureml_vnet_wizard::ui::route::Route;
use azureml_vnet_wizard::ui::session::{Draft, Drafts};
use azureml_vnet_wizard::ui::store;
use wasm_bindgen_test::wasm_bindgen_test;

/// A browser that remembers nothing yet; cleaned up again when dropped.
struct Forgetful;

impl Forgetful {
    fn new() -> Self {
        forget_all();
        Self
    }
}

impl Drop for Forgetful {
    fn drop(&mut self) {
        forget_all();
    }
}

fn forget_all() {
    for key in browser::keys("azureml-vnet-wizard/").expect("storage works here") {
        browser::remove(&key).expect("storage works here");
    }
}

/// The plan of a first visit: today's rules are the first that check it.
fn fresh() -> Plan {
    record_edition().preview(&samples::blank())
}

#[wasm_bindgen_test]
fn a_first_visit_starts_blank() {
    let _clean = Forgetful::new();
    let opened = store::open();
    assert_eq!(opened.plan, fresh());
    assert!(!opened.returning);
    assert!(opened.problem.is_none());
}

#[wasm_bindgen_test]
fn a_saved_plan_comes_back_as_it_was() {
    let _clean = Forgetful::new();
    for sample in samples::ALL {
        let plan = (sample.build)();
        store::save(&plan).expect("room");
        let opened = store::open();
        assert_eq!(opened.plan, plan, "{}", sample.slug);
        assert!(opened.returning);
    }
}

#[wasm_bindgen_test]
fn plans_in_other_slots_are_remembered_newest_first() {
    let _clean = Forgetful::new();
    for title in ["first", "second", "third"] {
        store::new_slot().expect("room");
        let plan = samples::with(samples::blank(), |plan| {
            title.clone_into(&mut plan.basics.title);
        });
        store::save(&plan).expect("room");
    }
    let titles = || -> Vec<String> {
        store::remembered()
            .into_iter()
            .map(|plan| plan.title)
            .collect()
    };
    assert_eq!(
        titles(),
        ["second", "first"],
        "the open one is not among the others"
    );
    let first = store::remembered().pop().expect("two others");
    store::switch_to(&first.key).expect("room");
    assert_eq!(store::open().plan.basics.title, "first");
    assert_eq!(titles(), ["third", "second"]);
    store::forget(&first.key).expect("storage works here");
    assert_eq!(store::open().plan, fresh());
}

#[wasm_bindgen_test]
fn a_damaged_plan_is_handed_over_and_never_overwritten() {
    let _clean = Forgetful::new();
    let key = store::current_key();
    browser::write(&key, "{\"schema_version\": 1, \"vnets\": 5}").expect("room");
    let opened = store::open();
    let problem = opened.problem.expect("it says so");
    assert_eq!(problem.text, "{\"schema_version\": 1, \"vnets\": 5}");
    assert_eq!(problem.errors.first().expect("a reason").pointer, "/vnets");
    store::save(&opened.plan).expect("room");
    assert_ne!(store::current_key(), key);
    assert_eq!(
        browser::read(&key).expect("storage works here"),
        Some(problem.text)
    );
}

#[wasm_bindgen_test]
fn half_typed_numbers_come_back_as_they_were() {
    let _clean = Forgetful::new();
    let draft = |text: &str| Draft {
        step: Route::Compute,
        text: text.to_owned(),
    };
    let drafts: Drafts = ["1x", "", "  ", "zwölf", "1\t2"]
        .into_iter()
        .enumerate()
        .map(|(index, text)| (Item::Serverless.entry("nodes", index).key(), draft(text)))
        .collect();
    store::save_drafts(&drafts).expect("room");
    assert_eq!(store::open_drafts(), drafts);
    store::save_drafts(&Drafts::new()).expect("room");
    assert!(store::open_drafts().is_empty());
}

#[wasm_bindgen_test]
fn what_is_stored_is_the_document_itself() {
    let _clean = Forgetful::new();
    let plan = samples::batch_scoring();
    store::save(&plan).expect("room");
    let text = browser::read(&store::current_key()).expect("storage works here");
    assert_eq!(text, Some(document::encode(&plan)));
}
