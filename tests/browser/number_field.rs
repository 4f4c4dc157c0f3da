//! The field for a whole number.

use azureml_vnet_wizard::domain::{Item, Plan, Subject};
use azureml_vnet_wizard::samples;
use azureml_vnet_wizard::ui::components::{BoundNumber, NumberField};
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{Screen, description, is_invalid, mount, press, tick, type_in};

fn nodes(plan: &Plan) -> u32 {
    plan.clusters
        .first()
        .expect("the scenario has it")
        .max_nodes
}

fn subject(plan: &Plan) -> Subject {
    let cluster = plan.clusters.first().expect("the scenario has it");
    Item::Cluster(cluster.id).field("max_nodes")
}

fn field() -> (Screen, HtmlInputElement) {
    let screen = mount(samples::private_training(), |session| {
        let subject = session.with_untracked(subject);
        let bound = BoundNumber::new(session, subject, nodes, |plan, number| {
            plan.clusters
                .first_mut()
                .expect("the scenario has it")
                .max_nodes = number;
        });
        view! { <NumberField label="Maximum nodes" bound step=5 /> }
    });
    let field = screen.field("Maximum nodes");
    (screen, field)
}

#[wasm_bindgen_test]
async fn keeps_text_that_is_no_number_and_says_what_the_plan_has() {
    let (screen, field) = field();
    type_in(&field, "1x");
    tick().await;
    assert_eq!(field.value(), "1x");
    assert!(is_invalid(&field));
    assert!(description(&field).contains("“1x” is kept here, but the plan still has 20"));
    assert_eq!(screen.session.with_untracked(nodes), 20);
    let subject = screen.session.with_untracked(subject);
    assert_eq!(screen.session.draft(subject).as_deref(), Some("1x"));
}

#[wasm_bindgen_test]
async fn forgets_the_text_once_it_is_a_number() {
    let (screen, field) = field();
    type_in(&field, "");
    type_in(&field, " 12 ");
    tick().await;
    assert_eq!(screen.session.with_untracked(nodes), 12);
    assert!(screen.session.drafts_untracked().is_empty());
    assert!(!is_invalid(&field));
    assert_eq!(field.value(), "12");
}

#[wasm_bindgen_test]
async fn counts_up_and_down_and_never_below_zero() {
    let (screen, field) = field();
    screen.click("Increase maximum nodes");
    tick().await;
    assert_eq!(field.value(), "25");
    press(&field, "ArrowDown");
    press(&field, "ArrowDown");
    tick().await;
    assert_eq!(field.value(), "15");
    for _ in 0..4 {
        screen.click("Decrease maximum nodes");
    }
    tick().await;
    assert_eq!(field.value(), "0");
    assert_eq!(screen.session.with_untracked(nodes), 0);
}

#[wasm_bindgen_test]
async fn a_button_replaces_text_that_is_no_number() {
    let (screen, field) = field();
    type_in(&field, "many");
    screen.click("Decrease maximum nodes");
    tick().await;
    assert_eq!(field.value(), "15");
    assert!(screen.session.drafts_untracked().is_empty());
}
