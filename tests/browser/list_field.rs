//! The field for a short list of texts.

use azureml_vnet_wizard::domain::{Item, Plan, PrefixText, Subject};
use azureml_vnet_wizard::samples;
use azureml_vnet_wizard::ui::components::{ListField, PrefixKind, ToastHost};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{Screen, description, mount, tick, type_in};

fn prefixes(plan: &Plan, _: Subject) -> Vec<String> {
    let prefixes = plan.on_premises.prefixes.iter();
    prefixes.map(|text| text.as_str().to_owned()).collect()
}

fn set_prefixes(plan: &mut Plan, _: Subject, values: Vec<String>) {
    plan.on_premises.prefixes = values.into_iter().map(PrefixText::new).collect();
}

fn list(entries: &[&str]) -> Screen {
    let mut plan = samples::blank();
    plan.on_premises.prefixes = entries.iter().copied().map(PrefixText::new).collect();
    mount(plan, |_| {
        view! {
            <ListField
                label="Ranges"
                entry="range"
                subject=Item::OnPremises.field("prefixes")
                read=prefixes
                write=set_prefixes
                kind=Some(PrefixKind::Range)
            />
            <ToastHost />
        }
    })
}

fn entries(screen: &Screen) -> Vec<String> {
    let subject = Item::OnPremises.field("prefixes");
    screen
        .session
        .with_untracked(|plan| prefixes(plan, subject))
}

#[wasm_bindgen_test]
async fn adds_a_line_and_sends_the_focus_there() {
    let screen = list(&["10.0.0.0/12"]);
    screen.click("Add range");
    tick().await;
    assert_eq!(entries(&screen), ["10.0.0.0/12", ""]);
    let wanted = Item::OnPremises.entry("prefixes", 1);
    assert_eq!(screen.session.focus.get_untracked(), Some(wanted));
    let second = screen.field("Ranges 2");
    type_in(&second, "192.168.0.0/16");
    tick().await;
    assert_eq!(entries(&screen), ["10.0.0.0/12", "192.168.0.0/16"]);
    assert!(description(&second).contains("192.168.0.0 – 192.168.255.255 · 65,536 addresses"));
}

#[wasm_bindgen_test]
async fn removes_the_line_whose_button_is_pressed_and_offers_to_undo() {
    let screen = list(&["10.0.0.0/12", "172.16.0.0/16", "192.168.0.0/16"]);
    screen.click("Remove range 172.16.0.0/16");
    tick().await;
    assert_eq!(entries(&screen), ["10.0.0.0/12", "192.168.0.0/16"]);
    assert_eq!(screen.field("Ranges 2").value(), "192.168.0.0/16");
    assert!(screen.text().contains("Removed range 172.16.0.0/16"));
    screen.click("Undo");
    tick().await;
    assert_eq!(
        entries(&screen),
        ["10.0.0.0/12", "172.16.0.0/16", "192.168.0.0/16"]
    );
    assert_eq!(screen.field("Ranges 2").value(), "172.16.0.0/16");
}

#[wasm_bindgen_test]
async fn keeps_what_is_typed_on_one_line_off_the_others() {
    let screen = list(&["10.0.0.0/12", "172.16.0.0/16"]);
    type_in(&screen.field("Ranges 1"), "10.");
    tick().await;
    assert_eq!(entries(&screen), ["10.", "172.16.0.0/16"]);
    assert_eq!(screen.field("Ranges 2").value(), "172.16.0.0/16");
}
