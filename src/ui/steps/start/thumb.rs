//! A scenario in miniature: its VNets, subnets, peerings and services as boxes. Decorative; the card says the
//! rest in words.

use leptos::prelude::*;

use crate::domain::{OnPremisesLink, Plan, Vnet};

/// Size of the picture, units.
const WIDTH: i32 = 240;
const HEIGHT: i32 = 84;
/// Room around and between boxes, units.
const GAP: i32 = 8;
/// Width of the column of services, units.
const SERVICES: i32 = 30;
/// Subnets drawn in one VNet at most; more would be hairlines.
const MAX_SUBNETS: usize = 5;

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The subnets of a VNet, stacked in its box.
fn subnets(vnet: &Vnet, x: i32, width: i32) -> impl IntoView + use<> {
    let shown = count(vnet.subnets.len().clamp(1, MAX_SUBNETS));
    let inner = HEIGHT - 4 * GAP;
    let height = (inner - (shown - 1) * 4) / shown;
    (0..shown)
        .map(|row| {
            let y = 2 * GAP + row * (height + 4);
            view! {
                <rect class="subnet" x=x + 6 y=y width=width - 12 height=height rx="3" />
            }
        })
        .collect_view()
}

/// The picture of a plan.
#[component]
pub fn Thumb(
    /// The plan.
    plan: Plan,
) -> impl IntoView {
    let on_premises = plan.on_premises.link != OnPremisesLink::None;
    let left = if on_premises { GAP + 26 + GAP } else { GAP };
    let services = !plan.private_endpoints.is_empty();
    let right = if services {
        WIDTH - GAP - SERVICES - 2 * GAP
    } else {
        WIDTH - GAP
    };
    let vnets = count(plan.vnets.len().max(1));
    let width = ((right - left) - (vnets - 1) * 2 * GAP) / vnets;
    let boxes = plan
        .vnets
        .iter()
        .zip(0..)
        .map(|(vnet, index)| {
            let x = left + index * (width + 2 * GAP);
            let tube = (index > 0).then(|| {
                view! {
                    <rect
                        class="tube"
                        x=x - 2 * GAP
                        y=HEIGHT / 2 - 5
                        width=2 * GAP
                        height="10"
                        rx="3"
                    />
                }
            });
            view! {
                {tube}
                <rect class="vnet" x=x y=GAP width=width height=HEIGHT - 2 * GAP rx="4" />
                {subnets(vnet, x, width)}
            }
        })
        .collect_view();
    view! {
        <svg
            class="thumb topo"
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            aria-hidden="true"
            focusable="false"
        >
            {on_premises
                .then(|| {
                    view! {
                        <rect class="ext" x=GAP y="26" width="26" height="32" rx="4" />
                        <path class="opt" d=format!("M{} 42h{GAP}", GAP + 26) />
                    }
                })}
            {boxes}
            {services
                .then(|| {
                    let x = right + 2 * GAP;
                    [12, 33, 54]
                        .map(|y| {
                            view! {
                                <path class="pl" d=format!("M{right} {}h{}", y + 9, 2 * GAP) />
                                <rect class="paas" x=x y=y width=SERVICES height="18" rx="3" />
                            }
                        })
                        .collect_view()
                })}
        </svg>
    }
}
