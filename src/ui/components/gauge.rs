//! How full a subnet is, in words and as a bar.

use leptos::prelude::*;

use super::thousands;
use crate::allocation::Utilisation;
use crate::azure::subnet_sizes::NEARLY_FULL_PERCENT;

/// `161 of 251` with a bar; over the limit it says what is missing.
#[component]
pub fn Gauge(
    /// The subnet's numbers.
    #[prop(into)]
    utilisation: Signal<Option<Utilisation>>,
) -> impl IntoView {
    let class = move || match utilisation.get().map(Utilisation::percent) {
        Some(percent) if percent > 100 => "gauge error",
        Some(percent) if percent > NEARLY_FULL_PERCENT.value => "gauge warn",
        _ => "gauge",
    };
    let text = move || {
        utilisation.get().map_or_else(
            || "no range yet".to_owned(),
            |row| {
                let base = format!("{} of {}", thousands(row.needed), thousands(row.usable));
                match row.short() {
                    0 => base,
                    short => format!("{base}, {} short", thousands(short)),
                }
            },
        )
    };
    let width = move || {
        let percent = utilisation.get().map_or(0, Utilisation::percent).min(100);
        format!("--v:{percent}")
    };
    view! {
        <div class=class>
            <span>{text}</span>
            <div class="track">
                <i style=width></i>
            </div>
        </div>
    }
}
