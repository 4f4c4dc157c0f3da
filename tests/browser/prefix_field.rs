//! The field for an address prefix.

use azureml_vnet_wizard::domain::{Item, Plan, PrefixText, SubnetId};
use azureml_vnet_wizard::samples;
use azureml_vnet_wizard::ui::Session;
use azureml_vnet_wizard::ui::components::{BoundText, PrefixField, PrefixKind};
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{Screen, description, is_invalid, mount, press, tick, type_in, until};

fn training(plan: &Plan) -> SubnetId {
    plan.subnets()
        .find(|(_, subnet)| subnet.name == "snet-training")
        .map(|(_, subnet)| subnet.id)
        .expect("the scenario has it")
}

fn prefix(plan: &Plan) -> String {
    let subnet = plan.subnet(training(plan)).expect("still there");
    subnet.prefix.as_str().to_owned()
}

fn bound(session: Session) -> BoundText {
    let id = session.with_untracked(training);
    BoundText::new(
        session,
        Item::Subnet(id).field("prefix"),
        prefix,
        move |plan, text| {
            plan.subnet_mut(id).expect("still there").prefix = PrefixText::new(text);
        },
    )
}

fn field() -> (Screen, HtmlInputElement) {
    let screen = mount(samples::private_training(), |session| {
        view! { <PrefixField label="Range" bound=bound(session) kind=PrefixKind::Subnet /> }
    });
    let field = screen.field("Range");
    (screen, field)
}

#[wasm_bindgen_test]
async fn says_what_the_range_means_while_it_is_typed() {
    let (screen, field) = field();
    tick().await;
    assert_eq!(field.value(), "10.30.1.0/24");
    assert!(description(&field).contains("10.30.1.4 – 10.30.1.254 · 251 usable"));
    type_in(&field, "10.30.4.0/22");
    tick().await;
    assert!(description(&field).contains("10.30.4.4 – 10.30.7.254 · 1,019 usable"));
    type_in(&field, "10.30.4.0/2");
    tick().await;
    assert!(!description(&field).contains("usable"));
    assert_eq!(screen.session.with_untracked(prefix), "10.30.4.0/2");
}

#[wasm_bindgen_test]
async fn steps_through_blocks_and_sizes_with_the_arrow_keys() {
    let (screen, field) = field();
    for (key, value) in [
        ("ArrowUp", "10.30.2.0/24"),
        ("ArrowDown", "10.30.1.0/24"),
        ("Shift+ArrowUp", "10.30.0.0/23"),
        ("Shift+ArrowDown", "10.30.0.0/24"),
    ] {
        press(&field, key);
        tick().await;
        assert_eq!(field.value(), value, "after {key}");
        assert_eq!(screen.session.with_untracked(prefix), value, "after {key}");
    }
}

#[wasm_bindgen_test]
async fn leaves_half_typed_text_alone_when_an_arrow_key_is_pressed() {
    let (screen, field) = field();
    type_in(&field, "10.30.");
    press(&field, "ArrowUp");
    tick().await;
    assert_eq!(field.value(), "10.30.");
    assert_eq!(screen.session.with_untracked(prefix), "10.30.");
}

#[wasm_bindgen_test]
async fn says_what_is_wrong_once_typing_pauses() {
    let (_screen, field) = field();
    type_in(&field, "10.30.4.7/22");
    tick().await;
    assert!(!is_invalid(&field), "nobody is scolded halfway");
    assert!(!description(&field).contains("10.30.4.7"));
    until("the message is there", || is_invalid(&field)).await;
    assert!(description(&field).contains("10.30.4.7 is not the start of a /22"));
}

#[wasm_bindgen_test]
async fn says_what_is_wrong_once_the_field_is_left() {
    let (_screen, field) = field();
    field.focus().unwrap();
    type_in(&field, "10.30.4.7/22");
    field.blur().unwrap();
    tick().await;
    assert!(
        !is_invalid(&field),
        "a press of a button below still finds it"
    );
    until("the message is there", || is_invalid(&field)).await;
    assert!(description(&field).contains("Use 10.30.4.0/22"));
}

#[wasm_bindgen_test]
async fn writes_a_netmask_as_a_length_when_the_field_is_left() {
    let (_screen, field) = field();
    field.focus().unwrap();
    type_in(&field, "10.30.4.0 255.255.252.0");
    field.blur().unwrap();
    tick().await;
    assert_eq!(field.value(), "10.30.4.0/22");
}

#[wasm_bindgen_test]
async fn leaves_the_page_quietly_while_it_has_the_focus() {
    let shown = RwSignal::new(true);
    let screen = mount(samples::private_training(), move |session| {
        view! {
            <Show when=move || shown.get()>
                <PrefixField label="Range" bound=bound(session) />
            </Show>
            <p>{move || if shown.get() { "shown" } else { "gone" }}</p>
        }
    });
    let field = screen.field("Range");
    field.focus().unwrap();
    type_in(&field, "10.30.4.0 255.255.252.0");
    tick().await;
    shown.set(false);
    tick().await;
    assert!(screen.all("input").is_empty());
    // A handler that had panicked would have taken the interface with it.
    assert_eq!(screen.text(), "gone");
    assert_eq!(
        screen.session.with_untracked(prefix),
        "10.30.4.0 255.255.252.0"
    );
}
