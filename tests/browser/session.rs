//! The session: what is one undo step, and what leaves no trace.

use azureml_vnet_wizard::domain::{Item, Plan};
use azureml_vnet_wizard::samples;
use azureml_vnet_wizard::ui::Session;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{Screen, mount};

fn session() -> (Screen, Session) {
    let screen = mount(samples::blank(), |_| ());
    let session = screen.session;
    (screen, session)
}

fn type_title(session: Session, text: &str) {
    session.edit_field(Item::Basics.field("title"), |plan| {
        text.clone_into(&mut plan.basics.title);
    });
}

fn title(plan: &Plan) -> String {
    plan.basics.title.clone()
}

#[wasm_bindgen_test]
fn typing_into_one_field_is_one_step() {
    let (_screen, session) = session();
    for text in ["N", "Ne", "New", "New "] {
        type_title(session, text);
    }
    session.undo();
    assert_eq!(session.with_untracked(title), "Network plan");
    assert!(!session.can_undo());
    session.redo();
    assert_eq!(session.with_untracked(title), "New ");
    assert!(!session.can_redo());
}

#[wasm_bindgen_test]
fn typing_into_two_fields_is_two_steps() {
    let (_screen, session) = session();
    type_title(session, "New");
    session.edit_field(Item::Basics.field("region"), |plan| {
        plan.basics.region.push('2');
    });
    session.undo();
    assert_eq!(
        session.with_untracked(|plan| plan.basics.region.clone()),
        "eastus"
    );
    assert_eq!(session.with_untracked(title), "New");
}

#[wasm_bindgen_test]
fn a_step_of_another_kind_ends_the_typing() {
    let (_screen, session) = session();
    type_title(session, "One");
    session.edit("something", |plan| {
        plan.basics.region.push('2');
    });
    type_title(session, "Two");
    session.undo();
    assert_eq!(session.with_untracked(title), "One");
}

#[wasm_bindgen_test]
fn an_edit_that_changes_nothing_leaves_no_trace() {
    let (_screen, session) = session();
    session.edit("nothing", |_| ());
    type_title(session, "Network plan");
    assert!(!session.can_undo());
    // What follows is a step of its own, not the rest of one that was never recorded.
    type_title(session, "New");
    assert!(session.can_undo());
    session.undo();
    assert_eq!(session.with_untracked(title), "Network plan");
}

#[wasm_bindgen_test]
fn deleting_offers_to_undo_and_undo_brings_everything_back() {
    let (_screen, session) = session();
    let before = session.with_untracked(Clone::clone);
    let vnet = before.vnets.first().expect("one VNet").id;
    session.remove(Item::Vnet(vnet), "vnet-ml-dev");
    assert!(session.with_untracked(|plan| plan.vnets.is_empty()));
    let toast = session.toast.get_untracked().expect("a message");
    assert_eq!(
        (toast.text.as_str(), toast.undo),
        ("Deleted vnet-ml-dev", true)
    );
    session.undo();
    assert_eq!(session.with_untracked(Clone::clone), before);
}

#[wasm_bindgen_test]
fn text_that_is_no_number_counts_as_an_error_of_its_step() {
    use azureml_vnet_wizard::ui::route::Route;
    let (_screen, session) = session();
    let before = session.error_count();
    let subject = Item::Serverless.field("max_nodes");
    session.set_draft(subject, Some("1x".to_owned()));
    assert_eq!(session.error_count(), before + 1);
    assert_eq!(session.tally(Route::Compute).0, 1);
    session.set_draft(subject, None);
    assert_eq!(session.error_count(), before);
}
