//! What happens if the program stops: a notice that is already in the page, and the saved plan to download.
//!
//! The notice is plain HTML, so it does not depend on the program that just stopped.

use std::panic;

use super::{element, read};
use crate::ui::store;

/// Logs a stop to the console and reveals the notice.
pub fn install() {
    panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(notice) = element("crash") {
            // The notice is best effort: there is nobody left to tell.
            notice.remove_attribute("hidden").ok();
        }
        if let (Some(link), Ok(Some(text))) =
            (element("crash-download"), read(&store::current_key()))
        {
            let data = js_sys::encode_uri_component(&text);
            link.set_attribute("href", &format!("data:application/json,{data}"))
                .ok();
        }
    }));
}
