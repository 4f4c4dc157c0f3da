//! Light, dark, or as the system says. Remembered in this browser; no part of the plan.

use leptos::prelude::{document, window};

use crate::ui::browser;

const KEY: &str = "azureml-vnet-wizard/theme";

/// Uses the theme that was chosen before.
pub fn restore() {
    // Without storage the system decides, as for a first visit.
    let theme = browser::read(KEY).ok().flatten().unwrap_or_default();
    set(&theme);
}

/// Goes on to the next theme: the other one, then back to the system's. Gives its name.
pub fn cycle() -> &'static str {
    let now = document()
        .document_element()
        .and_then(|root| root.get_attribute("data-theme"))
        .unwrap_or_default();
    let dark_system = window()
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches());
    let (first, second) = if dark_system {
        ("light", "dark")
    } else {
        ("dark", "light")
    };
    let next = match now.as_str() {
        "" => first,
        theme if theme == first => second,
        _ => "",
    };
    set(next);
    // A theme that cannot be remembered still applies to this visit.
    browser::write(KEY, next).ok();
    match next {
        "light" => "Light theme",
        "dark" => "Dark theme",
        _ => "Theme of the system",
    }
}

fn set(theme: &str) {
    let Some(root) = document().document_element() else {
        return;
    };
    // Setting an attribute of an element that is in the page does not fail.
    if theme.is_empty() {
        root.remove_attribute("data-theme").ok();
    } else {
        root.set_attribute("data-theme", theme).ok();
    }
}
