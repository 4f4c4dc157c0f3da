//! The public-IP choice of a compute, with what each answer needs.

use leptos::prelude::*;

use crate::domain::{Plan, Subject};
use crate::ui::components::{BoundText, Choice, ChoiceCards};
use crate::ui::use_session;

const CHOICES: &[Choice] = &[
    Choice {
        value: "no",
        title: "No public IP",
        consequence: "Nothing inbound is needed. The workspace needs a private endpoint, and the subnet needs a way out: NAT gateway or firewall.",
    },
    Choice {
        value: "yes",
        title: "Public IP",
        consequence: "Azure ML must reach TCP 44224 from its service tag. An NSG, a load balancer and a public IP appear in the VNet's resource group.",
    },
];

/// The choice, for a compute whose flag is read and written so.
#[component]
pub fn PublicIp(
    /// The field.
    subject: Subject,
    /// Reads the flag.
    read: Callback<(), bool>,
    /// Writes the flag.
    write: fn(&mut Plan, Subject, bool),
) -> impl IntoView {
    let session = use_session();
    let bound = BoundText::new(
        session,
        subject,
        move |_| if read.run(()) { "yes" } else { "no" }.to_owned(),
        move |plan, text| write(plan, subject, text == "yes"),
    );
    view! { <ChoiceCards legend="Node addresses" bound choices=CHOICES /> }
}
