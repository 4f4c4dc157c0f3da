//! Choice cards: radio buttons whose consequences are written out.

use leptos::prelude::*;

use super::field::FieldState;
use super::{BoundText, FieldMessages, Lock, described_by, field_id, live};

/// One card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Value of the field when it is chosen.
    pub value: &'static str,
    /// Title.
    pub title: &'static str,
    /// What follows from it, in one sentence.
    pub consequence: &'static str,
}

/// A group of cards of which one is chosen.
#[component]
pub fn ChoiceCards(
    /// What is chosen.
    #[prop(into)]
    legend: String,
    /// The field of the plan.
    bound: BoundText,
    /// The cards.
    choices: &'static [Choice],
) -> impl IntoView {
    let group = field_id(bound.subject);
    let state = FieldState::new(bound.subject);
    let cards = choices
        .iter()
        .enumerate()
        .map(|(index, choice)| {
            // The first card carries the field's id, so that *Go to field* finds the group.
            let id = if index == 0 {
                group.clone()
            } else {
                format!("{group}-{index}")
            };
            let value = choice.value;
            view! {
                <label class="choice" for=id.clone()>
                    <input
                        type="radio"
                        id=id.clone()
                        name=group.clone()
                        value=value
                        prop:checked=live(move || bound.value.with(|chosen| chosen == value))
                        on:change=move |_| bound.write.run(value.to_owned())
                    />
                    <b>{choice.title}</b>
                    <small>{choice.consequence}</small>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choice-field" aria-describedby=described_by(bound.subject, &[])>
            <legend class="legend">{legend}</legend>
            <Lock subject=bound.subject />
            <div class="choices">{cards}</div>
            <FieldMessages id=group state />
        </fieldset>
    }
}
