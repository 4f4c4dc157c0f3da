//! How much room to grow subnets get that are sized for the person.

use leptos::prelude::*;

use crate::domain::{Headroom, Item, Plan, Word};
use crate::ui::components::{BoundText, NumberField, SelectField, When, live, word_options};
use crate::ui::use_session;

/// The percentage to begin with, as 0 would be another word for none.
const FIRST_PERCENT: u32 = 50;

/// The setting, with the percentage where one counts.
#[component]
pub fn HeadroomFields() -> impl IntoView {
    let session = use_session();
    let kind = BoundText::new(
        session,
        Item::Basics.field("headroom"),
        |plan: &Plan| plan.basics.headroom.word().to_owned(),
        |plan, word| {
            let Some(kind) = Headroom::from_word(&word) else {
                return;
            };
            plan.basics.headroom = kind;
            if kind == Headroom::Percent && plan.basics.headroom_percent == 0 {
                plan.basics.headroom_percent = FIRST_PERCENT;
            }
        },
    );
    let stated = session.field(|plan| plan.basics.headroom == Headroom::Percent);
    view! {
        <div class="grid">
            <SelectField
                label="Room to grow"
                bound=kind
                options={word_options::<Headroom>()}
                hint="For subnets whose range is empty. Each says where it lies and why."
            />
            <When test=live(move || stated.get())>
                <NumberField
                    label="Room to grow in percent"
                    bound=bind!(number session, Item::Basics, basics, headroom_percent)
                    hint="Of what a subnet needs at maximum scale."
                    step=10
                />
            </When>
        </div>
    }
}
