//! A finding with its buttons.

use azureml_vnet_wizard::domain::{Item, PrefixText};
use azureml_vnet_wizard::rules;
use azureml_vnet_wizard::samples;
use azureml_vnet_wizard::ui::components::{FindingItem, FindingList, ToastHost};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{Screen, mount, tick};

const WRONG: &str = "10.20.0.9/16";

/// A finding about an address space with host bits, beside the message that fixing it shows.
fn finding() -> Screen {
    let plan = samples::with(samples::blank(), |plan| {
        plan.vnets.first_mut().expect("one VNet").address_space = vec![PrefixText::new(WRONG)];
    });
    let finding = rules::check(&plan)
        .iter()
        .find(|finding| finding.rule.name == "prefix-not-canonical")
        .cloned()
        .expect("host bits are reported");
    mount(plan, |_| {
        view! {
            <ul>
                <FindingItem finding />
            </ul>
            <ToastHost />
        }
    })
}

fn space(screen: &Screen) -> String {
    screen.session.with_untracked(|plan| {
        let vnet = plan.vnets.first().expect("one VNet");
        vnet.address_space
            .first()
            .expect("one entry")
            .as_str()
            .to_owned()
    })
}

#[wasm_bindgen_test]
async fn its_button_mends_the_plan_and_the_message_offers_to_undo() {
    let screen = finding();
    assert!(
        screen
            .text()
            .contains("10.20.0.9 is not the start of a /16")
    );
    screen.click("Use 10.20.0.0/16");
    tick().await;
    assert_eq!(space(&screen), "10.20.0.0/16");
    assert!(screen.text().contains("Done: Use 10.20.0.0/16"));
    screen.click("Undo");
    tick().await;
    assert_eq!(space(&screen), WRONG);
    assert!(screen.text().contains("Undone: Use 10.20.0.0/16"));
}

#[wasm_bindgen_test]
fn its_link_asks_for_the_focus_of_the_field() {
    let screen = finding();
    let vnet = screen
        .session
        .with_untracked(|plan| plan.vnets.first().expect("one VNet").id);
    let link = screen.all("button").into_iter().find_map(|button| {
        button
            .text_content()
            .filter(|text| text.starts_with("Go to field"))
    });
    screen.click(&link.expect("a link to the field"));
    assert_eq!(
        screen.session.focus.get_untracked(),
        Some(Item::Vnet(vnet).entry("address_space", 0))
    );
}

#[wasm_bindgen_test]
async fn the_list_shows_one_severity_on_request() {
    let plan = samples::with(samples::blank(), |plan| {
        plan.vnets.first_mut().expect("one VNet").address_space = vec![PrefixText::new(WRONG)];
    });
    let screen = mount(plan, |_| view! { <FindingList /> });
    let errors = screen.all(".finding.error").len();
    assert!(errors > 0);
    screen.click(&format!("Errors {errors}"));
    tick().await;
    assert_eq!(screen.all(".finding").len(), errors);
    let warnings = screen
        .session
        .analysis
        .with_untracked(|analysis| analysis.findings.count(rules::Severity::Warning));
    screen.click(&format!("Warnings {warnings}"));
    tick().await;
    assert_eq!(screen.all(".finding").len(), warnings);
}
