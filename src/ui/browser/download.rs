//! Handing files and text to the person.

use js_sys::{Array, Uint8Array};
use leptos::prelude::{document, window};
use leptos::web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};
use wasm_bindgen::JsCast;

use super::BrowserError;

/// Downloads bytes as a file called `name`.
///
/// # Errors
/// When the browser does not allow it.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), BrowserError> {
    start_download(name, media_type, bytes).ok_or(BrowserError::Download)
}

fn start_download(name: &str, media_type: &str, bytes: &[u8]) -> Option<()> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the blob; the address is not needed once the click is handled.
    gloo::timers::callback::Timeout::new(10_000, move || {
        Url::revoke_object_url(&url).ok();
    })
    .forget();
    Some(())
}

/// Puts text on the clipboard.
///
/// # Errors
/// When the browser does not allow it, as outside secure pages.
pub async fn copy(text: &str) -> Result<(), BrowserError> {
    let promise = window().navigator().clipboard().write_text(text);
    wasm_bindgen_futures::JsFuture::from(promise)
        .await
        .map(|_| ())
        .map_err(|_| BrowserError::Clipboard)
}
