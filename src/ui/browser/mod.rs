//! The browser behind small functions. `JsValue` stops here.

pub mod crash;
mod download;
mod files;
mod storage;

use leptos::prelude::{document, window};
use leptos::web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use wasm_bindgen::JsCast;

pub use download::{copy, download};
pub use files::{FileError, MAX_FILE_BYTES, dropped_file, read_text};
pub use storage::{StorageError, keys, read, remove, write};

/// The browser refused something.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BrowserError {
    /// Text could not be put on the clipboard.
    #[error("the browser did not allow copying; select the text and copy it by hand")]
    Clipboard,
    /// A file could not be handed to the person.
    #[error("the browser did not allow the download")]
    Download,
}

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Milliseconds since 1970 by the browser's clock.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// The part of the address after and with `#`.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to a place in the app; leaves an entry in the browser's history.
pub fn set_hash(hash: &str) {
    // Only a sandboxed frame refuses; then there is nowhere to go.
    window().location().set_hash(hash).ok();
}

/// Puts the focus on an element and brings it into view; opens what it is folded into. False if it is not
/// on screen.
pub fn focus(id: &str) -> bool {
    let Some(element) = element(id) else {
        return false;
    };
    let mut ancestor = element.parent_element();
    while let Some(around) = ancestor {
        if around.tag_name().eq_ignore_ascii_case("details") {
            // Setting an attribute of an element that is in the page does not fail.
            around.set_attribute("open", "").ok();
        } else if around.has_attribute("hidden") {
            let card = around.parent_element();
            let fold = card.and_then(|card| card.query_selector("[data-fold]").ok().flatten());
            if let Some(fold) = fold.and_then(|fold| fold.dyn_into::<HtmlElement>().ok()) {
                fold.click();
            }
        }
        ancestor = around.parent_element();
    }
    element.focus().is_ok()
}

/// Puts the top of a part of the page near the top of the window, unless it is in the upper half already.
pub fn bring_up(id: &str) {
    let Some(element) = element(id) else {
        return;
    };
    let top = element.get_bounding_client_rect().top();
    let height = window().inner_height().ok().and_then(|it| it.as_f64());
    if top < 0.0 || top > height.unwrap_or_default() / 2.0 {
        element.scroll_into_view();
    }
}

/// Puts an element in the middle of what scrolls around it.
pub fn bring_into_view(id: &str) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_inline(ScrollLogicalPosition::Nearest);
    if let Some(element) = element(id) {
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// An SVG drawing as an address that an `img` takes; nothing in such a drawing can run.
pub fn picture_address(svg: &str) -> String {
    format!("data:image/svg+xml,{}", js_sys::encode_uri_component(svg))
}

/// Whether a key press belongs to the text that is being typed.
pub fn is_typing(target: Option<leptos::web_sys::EventTarget>) -> bool {
    target
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
        .is_some_and(|element| {
            matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT" | "INPUT")
                && !matches!(
                    element.get_attribute("type").as_deref(),
                    Some("radio" | "checkbox" | "button")
                )
        })
}
