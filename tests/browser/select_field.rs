//! The field that chooses one of a list.

use azureml_vnet_wizard::domain::{Item, Plan};
use azureml_vnet_wizard::samples;
use azureml_vnet_wizard::ui::components::{BoundText, SelectField};
use leptos::prelude::*;
use leptos::web_sys::HtmlSelectElement;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{Screen, choose, mount, tick};

fn region(plan: &Plan) -> String {
    plan.basics.region.clone()
}

fn field(value: &str) -> (Screen, HtmlSelectElement) {
    let plan = samples::with(samples::blank(), |plan| {
        value.clone_into(&mut plan.basics.region);
    });
    let screen = mount(plan, |session| {
        let bound = BoundText::new(
            session,
            Item::Basics.field("region"),
            region,
            |plan, value| {
                plan.basics.region = value;
            },
        );
        let options = Signal::stored(vec![
            ("eastus".to_owned(), "East US".to_owned()),
            ("westeurope".to_owned(), "West Europe".to_owned()),
        ]);
        view! { <SelectField label="Region" bound options /> }
    });
    let field = screen.select("Region");
    (screen, field)
}

#[wasm_bindgen_test]
async fn shows_and_keeps_a_value_that_is_no_option() {
    let (screen, field) = field("moonbase1");
    assert_eq!(field.value(), "moonbase1");
    assert_eq!(
        field.text_content().as_deref(),
        Some("moonbase1East USWest Europe")
    );
    choose(&field, "westeurope");
    tick().await;
    assert_eq!(screen.session.with_untracked(region), "westeurope");
    assert_eq!(field.value(), "westeurope");
    assert_eq!(field.text_content().as_deref(), Some("East USWest Europe"));
    screen.session.undo();
    tick().await;
    assert_eq!(field.value(), "moonbase1");
}

#[wasm_bindgen_test]
async fn follows_a_change_from_elsewhere() {
    let (screen, field) = field("eastus");
    choose(&field, "westeurope");
    tick().await;
    for value in ["eastus", "marsdome2", "westeurope"] {
        screen.session.edit("elsewhere", |plan| {
            value.clone_into(&mut plan.basics.region);
        });
        tick().await;
        assert_eq!(field.value(), value);
    }
}

#[wasm_bindgen_test]
fn asks_to_choose_while_there_is_no_value() {
    let (_screen, field) = field("");
    assert_eq!(field.value(), "");
    assert_eq!(
        field.text_content().as_deref(),
        Some("Choose…East USWest Europe")
    );
}
