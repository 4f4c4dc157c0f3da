//! Tabs by key.

use azureml_vnet_wizard::samples;
use azureml_vnet_wizard::ui::components::{Tab, TabList, Tone};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{Screen, mount, press, tick};

fn tabs() -> Screen {
    mount(samples::blank(), |_| {
        let chosen = RwSignal::new("one");
        let tab = |key, count: usize| Tab {
            key,
            label: key,
            count: Signal::stored(count),
            tone: Signal::stored(Tone::Error),
        };
        let tabs = vec![tab("one", 0), tab("two", 7), tab("three", 0)];
        let choose = Callback::new(move |key| chosen.set(key));
        view! { <TabList label="Views" tabs chosen choose /> }
    })
}

/// The tab that is selected, that can be reached by Tab, and that has the focus.
fn state(screen: &Screen) -> [Option<String>; 3] {
    let one = |selector: &str| {
        let found = screen.all(selector);
        assert!(found.len() <= 1, "{selector} is one");
        found
            .first()
            .map(|tab| tab.id().trim_start_matches("tab-").to_owned())
    };
    [
        one("[aria-selected='true']"),
        one("[role='tab'][tabindex='0']"),
        one("[role='tab']:focus"),
    ]
}

#[wasm_bindgen_test]
async fn arrow_keys_move_through_them_in_a_circle() {
    let screen = tabs();
    let list = screen.all("[role='tablist']").remove(0);
    for (key, name) in [
        ("ArrowRight", "two"),
        ("ArrowRight", "three"),
        ("ArrowRight", "one"),
        ("ArrowLeft", "three"),
        ("Home", "one"),
        ("End", "three"),
    ] {
        press(&list, key);
        tick().await;
        let expected = Some(name.to_owned());
        assert_eq!(
            state(&screen),
            [expected.clone(), expected.clone(), expected],
            "{key}"
        );
    }
    press(&list, "a");
    tick().await;
    assert_eq!(
        state(&screen)[0].as_deref(),
        Some("three"),
        "other keys do nothing"
    );
}

#[wasm_bindgen_test]
async fn a_click_chooses_and_a_number_stands_beside_the_label() {
    let screen = tabs();
    assert_eq!(state(&screen)[0].as_deref(), Some("one"));
    assert_eq!(screen.text(), "onetwo7three");
    screen.click("two7");
    tick().await;
    assert_eq!(state(&screen)[0].as_deref(), Some("two"));
}
